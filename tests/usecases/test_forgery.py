"""Forgeries: whatever is changed in a certificate is told, and nothing brings a traceback."""

import random
import re
from dataclasses import fields, replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from academy.documents.reading import reading
from academy.documents.seal_reading import SealState, seal_of
from academy.domain.words import FileProblem, KeyEnd
from academy.exchange import tokens
from academy.store.journal import Gesture
from academy.usecases import keys, verification
from builders import TODAY
from usecases.signed import SignedAcademy, a_new_key

SEED = 20261122
OTHERS = {
    "number": "LA-2026-0999", "name": "Sian Hughes-Jones", "programme": "Top Talents",
    "cohort": "Top Talent 6", "award": "achievement", "hours": "60", "starts_on": date(2025, 1, 1),
    "ends_on": date(2027, 1, 1), "issued_on": date(2026, 11, 1), "expires_on": date(2030, 1, 1),
    "issuer": "Another Academy",
}  # fmt: skip


@pytest.fixture(scope="module")
def academy():
    return SignedAcademy()


@pytest.fixture(scope="module")
def pdf(academy):
    return academy.made[0].content


def verdicts(academy, data):
    """Return what register and keys say, or the sentence why the file cannot be read."""
    try:
        file = reading(data, "x.pdf")
    except FileProblem as problem:
        return problem.rule, problem.rule
    by_register = academy.store.read(verification.check_file, file, TODAY)
    return by_register, verification.verdict_on_file(file, academy.public, TODAY)


def is_told(found):
    """Whether a check says that a file is not as it was issued."""
    return isinstance(found, str) or found.verdict != "genuine" or found.same_file is False


# ---- facts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", [field.name for field in fields(tokens.CanonicalFacts)])
def test_every_changed_field_of_a_token_is_told(academy, field):
    head, _, signature = academy.made[0].token.split(".")
    facts = replace(tokens.read(academy.made[0].token).facts, **{field: OTHERS[field]})
    forged = f"{head}.{tokens.unsigned(facts)}.{signature}"
    found = academy.store.read(verification.check_token, forged, TODAY)
    assert (found.verdict, found.facts) == ("changed", None)
    assert verification.verdict_on_token(forged, academy.public, TODAY).verdict == "changed"


@pytest.mark.parametrize("field", [field.name for field in fields(tokens.CanonicalFacts)])
def test_a_token_that_contradicts_the_register_is_told_though_its_signature_holds(academy, field):
    """As if somebody who had the key signed another version of an issued number."""
    facts = replace(tokens.read(academy.made[0].token).facts, **{field: OTHERS[field]})
    forged = tokens.signed(facts, academy.key)
    found = academy.store.read(verification.check_token, forged, TODAY)
    assert found.verdict == ("unknown" if field == "number" else "changed")


def test_a_token_spliced_of_two_is_told(academy):
    one, two = (made.token.split(".") for made in academy.made)
    for forged in ([one[0], two[1], one[2]], [one[0], one[1], two[2]]):
        found = academy.store.read(verification.check_token, ".".join(forged), TODAY)
        assert found.verdict == "changed"


def test_another_academys_key_under_the_same_name_is_told(academy):
    other = a_new_key(8).unlocked
    facts = tokens.read(academy.made[0].token).facts
    assert academy.store.read(
        verification.check_token, tokens.signed(facts, other), TODAY
    ).verdict == "unknown"  # fmt: skip


def test_an_old_key_signs_nothing_new():
    academy = SignedAcademy()
    old = academy.key
    day = date(2026, 11, 25)  # the day before the certificates of this academy
    academy.store.write(
        Gesture("rotate_key", undoable=False), keys.rotate, a_new_key(5), TODAY, KeyEnd.SEEN, day
    )
    facts = replace(tokens.read(academy.made[0].token).facts, number="LA-2026-0500")
    for forged in (facts, replace(facts, issued_on=day)):  # a later day, then an earlier one
        found = academy.store.read(verification.check_token, tokens.signed(forged, old), TODAY)
        assert found.verdict in {"changed", "unknown"}


# ---- files -------------------------------------------------------------------------------------


def drawn_anew(data, change):
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_token_of_somebody_else_in_the_file_is_told(academy, pdf):
    mine, other = (made.token for made in academy.made)
    assert len(mine) == len(other)
    for spliced in (pdf.replace(mine.encode(), other.encode(), 1),
                    pdf.replace(mine.encode(), other.encode())):  # fmt: skip
        for found in verdicts(academy, spliced):
            assert found.verdict == "changed"
    both = drawn_anew(pdf, lambda file: file.docinfo.__setitem__("/AcademyToken", other))
    assert [found.verdict for found in verdicts(academy, both)] == ["changed", "changed"]


def test_the_page_of_one_with_the_token_of_another_is_told(academy):
    """Saved again, so that no seal is there: the printed facts contradict the token."""
    mine, other = academy.made

    def swap(file):
        file.docinfo["/AcademyToken"] = other.token
        for link in file.pages[0].Annots:
            if "/A" in link:
                link.A.URI = f"https://example.org/check/#{other.token}"

    for found in verdicts(academy, drawn_anew(mine.content, swap)):
        assert (found.verdict, found.reasons[0][0]) == ("changed", "text_differs")


def test_something_appended_is_told(academy, pdf):
    for tail in (b"\n", b"%%EOF\n", b"\0" * 40, pdf):
        for found in verdicts(academy, pdf + tail):
            assert is_told(found)
            assert found.verdict == "changed"


def test_an_update_that_draws_over_the_page_is_told(academy, pdf):
    at = re.search(rb"startxref\s+(\d+)", pdf)
    page = b"9999 0 obj\n<</Length 24>>stream\n0 0 0 rg 0 0 900 900 re f\nendstream\nendobj\n"
    update = page + b"xref\n9999 1\n%010d 00000 n \n" % len(pdf)
    update += b"trailer\n<</Size 10000/Prev %b/Root 1 0 R>>\n" % at[1]
    update += b"startxref\n%d\n%%%%EOF\n" % (len(pdf) + len(page))
    for found in verdicts(academy, pdf + update):
        assert is_told(found)


def test_the_seal_says_what_pyhanko_says(academy, pdf):
    from asn1crypto import x509
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    trusted = ValidationContext(trust_roots=[x509.Certificate.load(academy.key.certificate)])
    [seal] = PdfFileReader(BytesIO(pdf)).embedded_signatures
    assert validate_pdf_signature(seal, trusted).bottom_line
    assert reading(pdf, "x").seal.state is SealState.WHOLE
    place = pdf.index(b"stream") + 40
    flipped = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
    [seal] = PdfFileReader(BytesIO(flipped)).embedded_signatures
    assert not validate_pdf_signature(seal, trusted).bottom_line
    assert seal_of(flipped).state is SealState.BROKEN


def test_a_file_sealed_by_another_key_is_told(academy):
    """The academy's token in a file that somebody else made and sealed."""
    from academy.usecases import certificate_files

    other = a_new_key(8).unlocked
    plan = replace(academy.plan, choice=replace(academy.plan.choice, kid=other.kid))
    [foreign, _] = certificate_files.make_files(plan, key=other)
    mine = academy.made[0].token.encode()
    spliced = foreign.content.replace(foreign.token.encode(), mine)
    for found in verdicts(academy, spliced):
        assert found.verdict == "changed"


def changed_bytes(pdf, how_many, seed):
    """Yield copies of a file with one byte changed, at places all over it, and single bit flips."""
    chance = random.Random(seed)
    for number in range(how_many):
        place = chance.randrange(len(pdf))
        value = pdf[place] ^ (1 << chance.randrange(8)) if number % 2 else chance.randrange(256)
        if value != pdf[place]:
            yield place, pdf[:place] + bytes([value]) + pdf[place + 1 :]


def all_told(academy, pdf, how_many):
    for place, data in changed_bytes(pdf, how_many, SEED):
        for found in verdicts(academy, data):
            assert is_told(found), place


def test_a_changed_byte_is_told(academy, pdf):
    all_told(academy, pdf, 60)


@pytest.mark.slow
def test_a_changed_byte_is_told_wherever_it_stands(academy, pdf):
    all_told(academy, pdf, 3000)


def test_each_byte_of_the_seal_counts(academy, pdf):
    start = pdf.index(b"/ByteRange")
    for place in range(start, pdf.index(b">", pdf.index(b"/Contents<")) + 1, 37):
        data = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
        for found in verdicts(academy, data):
            assert is_told(found), place


# ---- damaged files -----------------------------------------------------------------------------


def damaged(pdf, how_many):
    """Yield files as disks and mail programs spoil them; the same ones each time."""
    chance = random.Random(SEED)
    ways = (_cut, _holes, _shuffled, _doubled, _numbers, _words, _swapped, _zeros)
    for number in range(how_many):
        yield number, ways[number % len(ways)](pdf, chance)


def _cut(pdf, chance):
    return pdf[: chance.randrange(9, len(pdf))]


def _holes(pdf, chance):
    first = chance.randrange(len(pdf))
    return pdf[:first] + pdf[first + chance.randrange(1, 3000) :]


def _shuffled(pdf, chance):
    data = bytearray(pdf)
    for _ in range(chance.randrange(1, 400)):
        data[chance.randrange(9, len(data))] = chance.randrange(256)
    return bytes(data)


def _doubled(pdf, chance):
    first = chance.randrange(len(pdf))
    return pdf[:first] + pdf[max(9, first - 2000) : first] + pdf[first:]


def _numbers(pdf, chance):
    return re.sub(
        rb"\d+(?= 0 R)",
        lambda found: str(chance.randrange(99)).encode() if chance.random() < 0.1 else found[0],
        pdf,
    )


def _words(pdf, chance):
    word = chance.choice(
        [b"/Type", b"/Kids", b"/Annots", b"/Length", b"obj", b"xref", b"/Root", b"/Info", b"/URI"]
    )
    return pdf.replace(word, chance.choice([b"/Nope", b"", b"\xff\xfe", b"null", b"[[[["]))


def _swapped(pdf, chance):
    middle = chance.randrange(9, len(pdf))
    return pdf[:9] + pdf[middle:] + pdf[9:middle]


def _zeros(pdf, chance):
    first = chance.randrange(9, len(pdf))
    end = min(len(pdf), first + chance.randrange(1, 5000))
    return pdf[:first] + b"\0" * (end - first) + pdf[end:]


def all_damage_told(academy, pdf, how_many):
    for number, data in damaged(pdf, how_many):
        if data == pdf:
            continue
        for found in verdicts(academy, data):
            assert is_told(found), number


def test_40_damaged_files_are_told_without_a_traceback(academy, pdf):
    all_damage_told(academy, pdf, 40)


@pytest.mark.slow
def test_400_damaged_files_are_told_without_a_traceback(academy, pdf):
    all_damage_told(academy, pdf, 400)
