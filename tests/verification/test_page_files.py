"""PDFs given to the check page: as issued, saved again, damaged, locked, and none of ours."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from academy.exchange.public_keys import keys_json
from academy.exchange.verification_page import write_page
from academy.usecases import publishing
from builders import NOW
from usecases.signed import SignedAcademy
from verification.published import facts, found

GOOD = ("genuine", ["list_good", "compare_file"])
TOKEN = "/AcademyToken"


@pytest.fixture(scope="module")
def academy():
    return SignedAcademy()


@pytest.fixture(scope="module")
def pdf(academy):
    return academy.made[0].content


@pytest.fixture(scope="module")
def index(academy, tmp_path_factory):
    """Return the page of this academy."""
    folder = tmp_path_factory.mktemp("page")
    page = academy.store.read(publishing.page_to_publish)
    publishing.publish(folder, page, academy.key, NOW.astimezone(), "")
    return (folder / "index.html").as_uri()


@pytest.fixture
def given(browser, index, tmp_path):
    """Return a function that drops a file on the page and says what was found."""
    with browser.tab(index) as tab:

        def give(data: bytes, how=tab.drop):
            file = tmp_path / "certificate.pdf"
            file.write_bytes(data)
            tab.value("document.querySelector('#verdict').replaceChildren()")
            how(file)
            return found(tab)

        give.tab = tab
        yield give


def saved_again(data, **how):
    with pikepdf.open(BytesIO(data)) as pdf:
        out = BytesIO()
        pdf.save(out, **how)
    return out.getvalue()


def rewritten(data, change):
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def test_the_file_issued_is_genuine_and_shows_its_facts(given, academy, pdf):
    assert given(pdf) == GOOD
    assert facts(given.tab)["name"] == academy.plan.certificates[0].facts.name
    said = given.tab.value("document.querySelector('.reasons').textContent")
    assert "Only the code in “certificate.pdf” was checked" in said


def test_a_file_is_chosen_too_and_the_same_one_again(given, pdf):
    def choose(file: Path):
        given.tab.choose("#file", file)

    assert given(pdf, choose) == GOOD
    assert given(pdf, choose) == GOOD


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True, "object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"qdf": True},
    ],
    ids=["plain", "packed", "for the web", "laid open"],
)
def test_a_file_saved_again_by_another_program_is_read(given, pdf, how):
    again = saved_again(pdf, **how)
    assert (b"eyJhbGci" in again) is ("object_stream_mode" not in how)
    assert given(again) == GOOD


def test_a_token_written_as_utf_16_or_in_hexadecimal_is_found(given, academy, pdf):
    token = academy.made[0].token

    def only_the_link(file):
        del file.docinfo[TOKEN]

    def only_in_wide_letters(file):
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary) and "/A" in one:
                del one["/A"]
        file.docinfo[TOKEN] = pikepdf.String(b"\xfe\xff" + token.encode("utf-16-be"))

    assert given(rewritten(pdf, only_the_link)) == GOOD
    assert given(rewritten(pdf, only_in_wide_letters)) == GOOD


def test_two_different_codes_in_a_file_are_told(given, academy, pdf):
    other = academy.made[1].token

    def splice(file):
        file.docinfo[TOKEN] = other

    assert given(rewritten(pdf, splice)) == ("changed", ["tokens_differ"])


def test_a_fact_changed_in_the_code_is_told(given, academy, pdf):
    token = academy.made[0].token
    last = "A" if token[-30] != "A" else "B"
    forged = token[:-30] + last + token[-29:]
    assert given(pdf.replace(token.encode(), forged.encode())) == ("changed", ["token_forged"])


def test_what_is_no_signed_certificate_is_told(given):
    empty = pikepdf.new()
    empty.add_blank_page()
    out = BytesIO()
    empty.save(out)
    assert given(out.getvalue()) == ("unknown", ["no_certificate"])
    assert given(b"PK\x03\x04 no PDF at all") == ("unknown", ["not_a_pdf"])
    assert given(b"") == ("unknown", ["not_a_pdf"])


@pytest.mark.parametrize("user", ["", "secret"])
def test_a_locked_file_is_told(given, pdf, user):
    locked = saved_again(pdf, encryption=pikepdf.Encryption(owner="owner", user=user))
    assert given(locked) == ("unknown", ["pdf_encrypted"])


def test_a_file_that_was_cut_off_is_told(given, pdf):
    assert given(pdf[:2000]) == ("unknown", ["pdf_cut_off"])
    packed = saved_again(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert given(packed[: packed.index(b"/ObjStm")]) == ("unknown", ["pdf_cut_off"])
    assert given(packed[:-40]) == ("genuine", ["end_missing", "list_good", "compare_file"])


def test_a_packed_part_that_cannot_be_opened_is_told(given, pdf):
    packed = saved_again(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    at = packed.index(b"stream\n", packed.index(b"/ObjStm")) + 20
    damaged = packed[:at] + bytes(200) + packed[at + 200 :]
    assert given(damaged) == ("unknown", ["pdf_unread"])


def test_two_files_at_once_are_not_checked(given, pdf, tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes(pdf)
    assert given(pdf, lambda file: given.tab.drop(file, other)) == ("unchecked", ["one_file"])


def test_bytes_changed_anywhere_never_stop_the_page(given, pdf):
    for at in range(0, len(pdf), max(1, len(pdf) // 20)):
        verdict, _why = given(pdf[:at] + bytes([pdf[at] ^ 0x55]) + pdf[at + 1 :])
        assert verdict in {"genuine", "changed", "unknown"}
    assert given.tab.complaints() == []


def test_a_certificate_of_another_academy_is_unknown(browser, tmp_path, pdf):
    from verification.published import ISSUER, KEY, a_list

    write_page(tmp_path, keys_json(ISSUER, [KEY.public]), a_list(), "")
    file = tmp_path / "theirs.pdf"
    file.write_bytes(pdf)
    with browser.tab((tmp_path / "index.html").as_uri()) as tab:
        tab.drop(file)
        assert found(tab) == ("unknown", ["key_unknown"])
