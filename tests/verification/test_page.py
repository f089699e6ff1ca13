"""The check page in a real browser: what it says of codes, wherever it was opened from."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, date, datetime

import pytest

from verification.published import (
    DAY,
    FACTS,
    ISSUER,
    KEY,
    OLD_KEY,
    OTHER_KEY,
    SEEN_KEY,
    a_list,
    check,
    facts,
    found,
    publish,
    token,
    web_site,
)

GOOD = ("genuine", ["list_good", "compare"])


def test_a_scanned_code_is_genuine_and_shows_what_must_be_printed(browser, site):
    with browser.tab(f"{site}#{token()}") as tab:
        assert found(tab) == GOOD
        assert facts(tab) == {
            "name": FACTS.name,
            "programme": FACTS.programme,
            "cohort": "Top Talent 5",
            "award": "Completion",
            "hours": "12.5",
            "dates": "14 January 2026 to 24 June 2026",
            "issued_on": "3 July 2026",
            "number": "LA-2026-0211",
            "issuer": ISSUER,
        }


def test_nothing_of_what_is_checked_leaves_the_page(browser, site, folder):
    with browser.tab(f"{site}#{token()}") as tab:
        found(tab)
        check(tab, token(number="LA-2026-0212"))
        tab.value("fetch('/keys.json').catch(() => {})")
        tab.value("new Promise(done => setTimeout(done, 100))")
        asked = [address.removeprefix(site).split("?")[0] for address in tab.requests()]
        files = {path.name for path in folder.iterdir()} | {""}
        assert set(asked) <= files
        assert len(asked) == len(set(asked))


def test_it_works_opened_from_a_disk(browser, folder):
    index = (folder / "index.html").as_uri()
    with browser.tab(f"{index}#{token()}") as tab:
        assert found(tab) == GOOD
        assert check(tab, token(number="LA-2026-0007"))[0] == "revoked"
        assert all(address.startswith(folder.as_uri()) for address in tab.requests())
        assert tab.complaints() == []


@pytest.mark.parametrize("around", ["{}", " {}\n", "https://example.org/check/#{}"])
def test_a_typed_code_and_a_whole_address_are_taken(page, around):
    assert check(page, around.format(token())) == GOOD


def test_a_code_broken_into_lines_is_taken(page):
    whole = token()
    assert check(page, f"{whole[:90]}\n {whole[90:]}") == GOOD


def test_another_code_scanned_into_the_same_tab_is_checked(page):
    page.value(f"location.hash = '{token()}'")
    assert found(page) == GOOD
    page.value(f"location.hash = '{token(number='LA-2026-0007')}'")
    page.wait("document.querySelector('#verdict .card')?.dataset.verdict === 'revoked'")


def test_every_field_is_under_the_signature(page):
    head, body, signature = token().split(".")
    said = json.loads(urlsafe_b64decode(body + "=="))
    for at in range(1, len(said)):
        other = [*said]
        other[at] = {5: "attendance", 6: "13"}.get(at, "2027-01-01" if 7 <= at <= 10 else "Other")
        text = json.dumps(other, ensure_ascii=False, separators=(",", ":")).encode()
        forged = urlsafe_b64encode(text).rstrip(b"=").decode()
        assert check(page, f"{head}.{forged}.{signature}") == ("changed", ["token_forged"])
        assert facts(page) == {}


def test_a_changed_signature_is_told(page):
    whole = token()
    other = whole[:-40] + ("A" if whole[-40] != "A" else "B") + whole[-39:]
    assert check(page, other) == ("changed", ["token_forged"])


def test_spaces_and_other_spellings_in_the_code_are_told(page):
    head, _body, signature = token().split(".")
    for text in (b'[1, "x"]', b"[1]", b"{}", b"\xff" * 40, b'["1"]' + b" " * 40):
        body = urlsafe_b64encode(text.ljust(40)).rstrip(b"=").decode()
        assert check(page, f"{head}.{body}.{signature}") == ("changed", ["token_damaged"])
    newer = urlsafe_b64encode(b'[2,"to come","' + b"x" * 30 + b'"]').rstrip(b"=").decode()
    assert check(page, f"{head}.{newer}.{signature}") == ("unknown", ["token_too_new"])


def test_even_the_academy_can_write_a_token_in_one_way_only(page):
    head = {"alg": "ES256", "kid": KEY.kid}
    plain = _payload()
    assert check(page, KEY.signed(head, plain)) == GOOD
    for spelt in (plain.replace(b'","', b'", "', 1), plain.replace(b"S", b"\\u0053", 1)):
        assert check(page, KEY.signed(head, spelt)) == ("changed", ["token_damaged"])


def test_a_slow_check_never_covers_a_later_one(page):
    slow = "new Promise(done => setTimeout(() => done({ token: 'x' }), 60))"
    page.value(f"void check(() => {slow})")
    assert check(page, token()) == GOOD
    page.value("new Promise(done => setTimeout(done, 120))")
    assert found(page) == GOOD


@pytest.mark.parametrize("typed", ["LA-2026-0211", "eyJ", "https://example.org/", "<b>x</b>"])
def test_what_is_no_code_is_unknown(page, typed):
    assert check(page, typed) == ("unknown", ["not_a_token"])


def test_half_a_code_is_unknown_and_nothing_is_not_checked(page):
    assert check(page, token()[:-5]) == ("unknown", ["not_a_token"])
    assert check(page, " ") == ("unchecked", ["nothing_given"])


def test_a_code_of_another_academy_is_unknown(page):
    assert check(page, token(OTHER_KEY)) == ("unknown", ["key_unknown"])


def test_revoked_and_replaced_are_told_with_day_and_new_number(page):
    assert check(page, token(number="LA-2026-0007")) == ("revoked", ["compare"])
    said = page.value("document.querySelector('.lead').textContent")
    assert "20\N{NO-BREAK SPACE}November 2026" in said
    assert check(page, token(number="LA-2026-0009")) == ("replaced", ["by", "compare"])
    assert "LA-2026-0031" in page.value("document.querySelector('.reasons').textContent")


def test_an_expired_certificate_is_genuine_and_told_as_expired(page):
    verdict, said = check(page, token(expires_on=date(2026, 8, 1)))
    assert (verdict, said) == ("genuine_expired", ["expired", "list_good", "compare"])


def test_a_retired_key_holds_for_its_time_and_no_longer(page):
    assert check(page, token(OLD_KEY, issued_on=date(2025, 12, 31))) == GOOD
    late = token(OLD_KEY, issued_on=date(2026, 1, 1))
    assert check(page, late) == ("changed", ["token_after_key"])


def test_a_key_that_others_have_seen_is_told(page):
    verdict, said = check(page, token(SEEN_KEY, issued_on=date(2019, 5, 1)))
    assert (verdict, said) == ("genuine", ["key_seen", "list_good", "compare"])


def test_a_name_cannot_bring_tags_into_the_page(page):
    check(page, token(name="<img src=x onerror=alert(1)>"))
    assert facts(page)["name"] == "<img src=x onerror=alert(1)>"
    assert page.value("document.querySelectorAll('#verdict img').length") == 0


# ---- the list and the keys beside the page ----------------------------------------------------


def altered(compact):
    head, body, signature = compact.split(".")
    said = urlsafe_b64decode(body + "==").replace(b"LA-2026-0007", b"LA-2026-0008")
    return ".".join([head, urlsafe_b64encode(said).rstrip(b"=").decode(), signature])


@pytest.mark.parametrize(
    "withdrawn",
    [
        altered(a_list()),
        a_list(OTHER_KEY),
        a_list(OLD_KEY),  # retired before the day the list carries
        a_list(SEEN_KEY, datetime(2019, 5, 1, tzinfo=UTC)),
        "nonsense",
    ],
    ids=["altered", "of another key", "after its key", "of a key others hold", "nonsense"],
)
def test_a_list_that_does_not_hold_is_told_and_counts_for_nothing(browser, tmp_path, withdrawn):
    index = publish(tmp_path, withdrawn)
    with browser.tab(f"{index.as_uri()}#{token(number='LA-2026-0007')}") as tab:
        assert found(tab) == ("genuine", ["list_unread", "compare"])
        assert "could not be read" in tab.value("document.querySelector('footer').textContent")


def test_a_missing_list_is_told(browser, tmp_path):
    index = publish(tmp_path)
    (tmp_path / "withdrawn.js").unlink()
    with web_site(tmp_path) as address, browser.tab(f"{address}#{token()}") as tab:
        assert found(tab) == ("genuine", ["list_unread", "compare"])
    with browser.tab(f"{index.as_uri()}#{token()}") as tab:
        assert found(tab) == ("genuine", ["list_unread", "compare"])


def test_an_old_list_is_told_with_its_age_and_still_counts(browser, tmp_path):
    index = publish(tmp_path, a_list(at=datetime(2026, 1, 20, tzinfo=UTC)))
    with browser.tab(f"{index.as_uri()}#{token()}") as tab:
        assert found(tab) == ("genuine", ["list_old", "compare"])
        assert "20\N{NO-BREAK SPACE}January 2026" in tab.value("document.body.textContent")
        assert check(tab, token(number="LA-2026-0007"))[0] == "revoked"


def test_a_later_list_is_read_at_the_next_visit(browser, tmp_path):
    publish(tmp_path, a_list(withdrawn=()))
    with web_site(tmp_path) as address:
        here = f"{address}#{token(number='LA-2026-0007')}"
        with browser.tab(here) as tab:
            assert found(tab) == GOOD
        publish(tmp_path, a_list())
        with browser.tab(here) as tab:
            assert found(tab)[0] == "revoked"


def test_without_its_keys_the_page_checks_nothing_and_says_so(browser, tmp_path):
    index = publish(tmp_path)
    (tmp_path / "keys.js").unlink()
    with browser.tab(f"{index.as_uri()}#{token()}") as tab:
        assert found(tab) == ("unchecked", ["keys_missing"])


def test_a_key_under_the_name_of_another_is_not_taken(browser, tmp_path):
    index = publish(tmp_path)
    keys = (tmp_path / "keys.js").read_text("utf-8")
    swapped = keys.replace(KEY.public.x, OTHER_KEY.public.x).replace(
        KEY.public.y, OTHER_KEY.public.y
    )
    (tmp_path / "keys.js").write_text(swapped, "utf-8")
    forged = OTHER_KEY.signed({"alg": "ES256", "kid": KEY.kid}, _payload())
    with browser.tab(f"{index.as_uri()}#{forged}") as tab:
        assert found(tab) == ("unknown", ["key_unknown"])


def _payload():
    body = token(starts_on=DAY).split(".")[1]
    return urlsafe_b64decode(body + "=" * (-len(body) % 4))
