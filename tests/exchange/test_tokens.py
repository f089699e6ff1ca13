"""The signed token: what is written is read, and whatever was changed is refused."""

import json
import string
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from academy.domain.words import CertificateState, FileProblem, RuleBroken
from academy.exchange import tokens
from academy.exchange.public_keys import by_kid, keys_json, read_keys
from academy.exchange.signing import new_key
from academy.exchange.tokens import CanonicalFacts
from academy.exchange.withdrawn import Withdrawn, signed_list, verified_list

DAY = date(2026, 11, 22)
KEY = new_key("Leadership Academy", DAY)
KEYS = by_kid([KEY.public])
FACTS = CanonicalFacts(
    "LA-2026-0211", "Siân Ŵyn Hughes", "Top Talent", "5", "completion", "32.5",
    date(2026, 1, 14), date(2026, 6, 24), date(2026, 6, 30), None, "Leadership Academy",
)  # fmt: skip
LETTERS = string.ascii_letters + string.digits + "-_"

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).map(
    tokens.tidy
)
needed = texts.filter(bool)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
maybe = st.none() | days
facts = st.builds(
    CanonicalFacts, needed, needed, needed, texts, needed,
    st.sampled_from(["", "1", "12.5", "300"]), maybe, maybe, days, maybe, needed,
)  # fmt: skip


def refusal(token, keys=KEYS):
    with pytest.raises(RuleBroken) as broken:
        tokens.verified(token, keys)
    return broken.value.rule


@settings(max_examples=60, deadline=None)
@given(facts)
def test_what_was_signed_is_read_back(said):
    token = tokens.signed(said, KEY)
    assert tokens.verified(token, KEYS).facts == said
    assert tokens.read(token).kid == KEY.kid


def test_a_usual_token_has_about_330_characters():
    assert 280 < len(tokens.signed(FACTS, KEY)) < 340


@settings(max_examples=60, deadline=None)
@given(facts, facts)
def test_a_changed_field_is_refused(said, other):
    """Whoever has no key can only put other facts between header and signature."""
    assume(said != other)
    head, _, signature = tokens.signed(said, KEY).split(".")
    forged = f"{head}.{tokens.unsigned(other)}.{signature}"
    assert refusal(forged) == "token_forged"


def test_every_field_is_under_the_signature():
    head, _, signature = tokens.signed(FACTS, KEY).split(".")
    others = replace(
        FACTS, number="LA-2026-0212", name="Sian Wyn Hughes", programme="Top Talents", cohort="6",
        award="achievement", hours="33", starts_on=DAY, ends_on=None, issued_on=DAY, expires_on=DAY,
        issuer="Another Academy",
    )  # fmt: skip
    for field in fields(FACTS):
        forged = replace(FACTS, **{field.name: getattr(others, field.name)})
        assert refusal(f"{head}.{tokens.unsigned(forged)}.{signature}") == "token_forged"


def test_every_single_character_counts():
    token = tokens.signed(FACTS, KEY)
    for place, letter in enumerate(token):
        for other in (LETTERS[(LETTERS.find(letter) + 1) % 64], LETTERS[LETTERS.find(letter) ^ 1]):
            changed = token[:place] + other + token[place + 1 :]
            assert refusal(changed) in {
                "token_forged", "token_damaged", "not_a_token", "key_unknown", "token_too_new",
            }, place  # fmt: skip
        assert refusal(token[:place] + token[place + 1 :])


@pytest.mark.parametrize(
    "said",
    [
        "[1]", "{}", "1", '[1,"a"]', "[]", "null",
        json.dumps([1, *["x"] * 11]),
        '[1, "LA-1","A","P","","completion","","","","2026-01-01","","I"]',  # a space
        '[1,"LA-1","\\u0041","P","","completion","","","","2026-01-01","","I"]',  # an escape
        '[1,"LA-1","A","P","","completion","","","","20260101","","I"]',  # not as days are written
        '[1,"LA-1","A\u0301 ","P","","completion","","","","2026-01-01","","I"]',  # not NFC
        '[1,"LA-1","","P","","completion","","","","2026-01-01","","I"]',  # no name
        '[true,"LA-1","A","P","","completion","","","","2026-01-01","","I"]',
    ],
)  # fmt: skip
def test_there_is_one_way_to_write_a_token(said):
    """Even one that the key itself signed is refused if it says things in another way."""
    token = KEY.signed({"alg": "ES256", "kid": KEY.kid}, said.encode())
    assert refusal(token) in {"token_damaged", "not_a_token"}


def test_spare_bits_and_padding_are_refused():
    head, body, signature = tokens.signed(FACTS, KEY).split(".")
    last = LETTERS  # the last letter of 86 carries four spare bits
    same = [
        one for one in last
        if urlsafe_b64decode(signature[:-1] + one + "==") == urlsafe_b64decode(signature + "==")
        and one != signature[-1]
    ]  # fmt: skip
    assert len(same) == 15
    assert {refusal(f"{head}.{body}.{signature[:-1]}{one}") for one in same} == {"token_damaged"}


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none", "kid": KEY.kid}, {"alg": "HS256", "kid": KEY.kid}, {"alg": "ES256"},
        {"kid": KEY.kid, "alg": "ES256"}, {"alg": "ES256", "kid": KEY.kid, "typ": "withdrawn"},
    ],
)  # fmt: skip
def test_only_the_one_header_is_taken(header):
    head = urlsafe_b64encode(json.dumps(header, separators=(",", ":")).encode()).decode()
    _, body, signature = tokens.signed(FACTS, KEY).split(".")
    assert refusal(f"{head.rstrip('=')}.{body}.{signature}") == "not_a_token"


def test_a_newer_token_asks_for_an_update():
    said = json.dumps([2, *["x"] * 20], separators=(",", ":")).encode()
    assert refusal(KEY.signed({"alg": "ES256", "kid": KEY.kid}, said)) == "token_too_new"


def test_the_key_of_another_academy_is_unknown():
    other = new_key("Another Academy", DAY)
    assert refusal(tokens.signed(FACTS, other)) == "key_unknown"
    borrowed = other.signed(  # another's signature under the academy's name
        {"alg": "ES256", "kid": KEY.kid}, b64(tokens.unsigned(FACTS))
    )
    assert refusal(borrowed) == "token_forged"


def b64(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_what_is_dated_after_a_key_was_retired_is_refused():
    ended = by_kid([replace(KEY.public, not_after=date(2026, 6, 29))])
    assert refusal(tokens.signed(FACTS, KEY), ended) == "token_after_key"
    earlier = tokens.signed(replace(FACTS, issued_on=date(2026, 6, 29)), KEY)
    assert tokens.verified(earlier, ended)


def test_a_text_that_no_token_can_say_is_not_signed():
    for wrong in (replace(FACTS, name="x" * 301), replace(FACTS, name="a\x07b"),
                  replace(FACTS, hours="many"), replace(FACTS, number=" ")):  # fmt: skip
        with pytest.raises(RuleBroken, match="token_text"):
            tokens.signed(wrong, KEY)
    assert tokens.canonical(replace(FACTS, name="Sia\u0302n  Hughes")).name == "Siân Hughes"


def test_an_unlocked_key_tells_nobody_its_secret():
    import pickle

    secret = str(KEY.private.private_numbers().private_value)
    assert secret not in repr(KEY)
    assert KEY.secret().hex() not in repr(vars(KEY))
    with pytest.raises(TypeError):
        pickle.dumps(KEY)


def test_public_keys_are_read_back_and_a_changed_file_is_refused():
    keys = [KEY.public, replace(new_key("x", DAY).public, not_after=DAY, seen_by_others=True)]
    text = keys_json("Leadership Academy", keys)
    assert read_keys(text.encode(), "keys.json") == ("Leadership Academy", by_kid(keys))
    other_kid = text.replace(KEY.kid, "AAAAAAAA").encode()
    other_state = text.replace("current", "retired").encode()
    for wrong in (b"", b"{}", b"[]", other_kid, other_state, b"\xff" * 9, b"[" * 9999):
        with pytest.raises(FileProblem, match="keys_unreadable"):
            read_keys(wrong, "keys.json")


def test_the_list_of_withdrawn_numbers_is_signed():
    gone = (
        Withdrawn("LA-2026-0007", CertificateState.REVOKED, DAY),
        Withdrawn("LA-2026-0009", CertificateState.REPLACED, DAY, "LA-2026-0031"),
    )
    made = datetime(2026, 11, 22, 4, 5, 6, tzinfo=UTC)
    text = signed_list("Leadership Academy", made, gone, KEY)
    found = verified_list(text + "\n", KEYS)
    assert (found.issuer, found.made_at, found.withdrawn) == ("Leadership Academy", made, gone)
    with pytest.raises(RuleBroken, match="token_forged"):
        verified_list(text[:-4] + "AAAA", KEYS)
    with pytest.raises(FileProblem, match="withdrawn_unreadable"):
        verified_list(tokens.signed(FACTS, KEY), KEYS)  # a certificate is no list
    with pytest.raises(RuleBroken, match="token_after_key"):
        verified_list(text, by_kid([replace(KEY.public, not_after=date(2026, 11, 21))]))
    assert refusal(text) == "not_a_token"  # and a list no certificate
