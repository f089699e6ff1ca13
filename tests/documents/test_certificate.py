"""A certificate as its reader gets it: real files, read back and rendered."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from academy.documents.certificate import CertificatePrinter
from academy.documents.design import design_for
from academy.documents.faces import face
from academy.documents.look import Look
from academy.documents.texts import ENGLISH
from academy.domain.words import CertificateKind
from documents.certificates import (
    LONG_NAME,
    certificate,
    facts,
    ink_in,
    picture_of,
    signature_picture,
    text_of,
)

SIGNATURE = (68, 108, 258, 154)
CODE = (688, 74, 774, 160)


@pytest.mark.parametrize(
    "name",
    [
        "Siân Ŵyn-Hughes", "Łukasz Żółć", "Ğülşen Çelik", "Nguyễn Thị Ánh", "Zoë O’Brien",
        LONG_NAME, "Sukarno", "ffion ffrench", "M‘Donald", 'Jo "Joey" Bloggs', "<b>Jo</b> & Sons",
        "Rhys (Guest) \\ap\\",
    ],
)  # fmt: skip
def test_the_name_reads_back_exactly_as_given(name):
    lines = text_of(certificate(facts(name=name))).split("\n")

    assert name in lines


def test_letters_of_a_name_are_read_from_the_glyphs_too():
    pdf = pikepdf.open(BytesIO(certificate(facts(name="Ŵ Ł ğ ễ"))))
    bare = pdf.pages[0].Contents.read_bytes().replace(b"ActualText", b"NobodysText")
    pdf.pages[0].Contents = pdf.make_stream(bare)
    written = BytesIO()
    pdf.save(written)

    assert "Ŵ Ł ğ ễ" in text_of(written.getvalue())


def test_everything_that_was_given_stands_on_the_page_in_reading_order():
    assert text_of(certificate(facts())).split("\n") == [
        "Leadership Academy",
        "for local government",
        "Certificate of completion",
        "This is to certify that",
        "Siân Ŵyn-Hughes",
        "has completed the programme",
        "Top Talent",
        "Cohort 5, 14 January to 24 June 2026",
        "This activity counts for 42 hours of continuing professional development.",
        "Dana Price",
        "Director of the Academy",
        "Issued",
        "20 November 2026",
        "Number",
        "LA-2026-0212",
        "Check this certificate",
        "Give the number LA-2026-0212 to the academy that issued it.",
    ]


@pytest.mark.parametrize(
    ("kind", "heading", "did"),
    [
        (CertificateKind.ATTENDANCE, "Certificate of attendance", "has attended the programme"),
        (CertificateKind.COMPLETION, "Certificate of completion", "has completed the programme"),
        (
            CertificateKind.ACHIEVEMENT,
            "Certificate of achievement",
            "has met the standard of the programme",
        ),
    ],
)
def test_the_statement_matches_the_kind(kind, heading, did):
    lines = text_of(certificate(facts(kind=kind))).split("\n")

    assert lines[2] == heading
    assert lines[5] == did


def test_what_is_not_given_leaves_no_trace():
    bare = facts(hours=None, strapline="", role="", signatory="", dates="", signature=None)

    text = text_of(certificate(bare))

    assert "hours" not in text
    assert "\nCohort 5\n" in text
    assert "None" not in text


def test_one_hour_is_not_many_and_a_named_cohort_keeps_its_name():
    text = text_of(certificate(facts(hours="1", cohort="Autumn runners")))

    assert "counts for 1 hour of" in text
    assert "\nAutumn runners, 14 January" in text


def test_no_certificate_claims_what_only_others_grant():
    said = text_of(certificate(facts())).casefold()

    assert not [word for word in ENGLISH.granted_by_others if word.casefold() in said]


def test_the_same_facts_give_the_same_bytes_also_in_another_process():
    here = certificate(facts())
    elsewhere = (
        "import sys; from documents.certificates import certificate, facts; "
        "sys.stdout.buffer.write(certificate(facts()))"
    )
    told = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"}
    run = [sys.executable, "-c", elsewhere]
    there = subprocess.run(run, capture_output=True, check=True, env=told).stdout

    assert here == there


def test_a_file_of_a_batch_equals_one_made_alone():
    printer = CertificatePrinter(design_for(Look()))
    names = ["Łukasz Żółć", "Nguyễn Thị Ánh", LONG_NAME]

    batch = [printer.pdf(facts(name=name)) for name in names]

    assert batch == [certificate(facts(name=name)) for name in names]


def test_a_file_holds_no_letters_of_other_peoples_names():
    printer = CertificatePrinter(design_for(Look()))
    printer.pdf(facts(name="Ğülşen Çelik"))

    with pikepdf.open(BytesIO(printer.pdf(facts(name="Jo Lee")))) as pdf:
        maps = b"".join(f.ToUnicode.read_bytes() for f in pdf.pages[0].Resources.Font.values())

    assert b"011E" not in maps


def test_the_file_is_a4_landscape_titled_in_english_with_every_font_inside():
    with pikepdf.open(BytesIO(certificate(facts()))) as pdf:
        fonts = pdf.pages[0].Resources.Font.values()
        size = [round(float(side), 1) for side in pdf.pages[0].MediaBox]
        about = {key: str(value) for key, value in pdf.docinfo.items()}

        assert len(pdf.pages) == 1
        assert size == [0, 0, 841.9, 595.3]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert about["/Title"] == "Certificate of completion – Siân Ŵyn-Hughes"
    assert about["/Author"] == "Leadership Academy"
    assert about["/CreationDate"] == about["/ModDate"] == "D:20261120000000Z"


def test_the_page_carries_its_rules_its_name_and_its_signature():
    signed = picture_of(certificate(facts()))
    unsigned = picture_of(certificate(facts(signature=None)))

    assert ink_in(signed, 68, 538, 774, 542) > 1200
    assert ink_in(signed, 66, 300, 400, 350) > 500
    assert ink_in(signed, *SIGNATURE) > 100
    assert ink_in(unsigned, *SIGNATURE) == 0
    assert ink_in(signed, *CODE) == 0


@pytest.mark.parametrize("name", [LONG_NAME, "W" * 150, "Ŵ" * 60 + " " + "y" * 60, "李小龍" * 30])
def test_nothing_leaves_the_sheet_however_long_it_is(name):
    endless = facts(name=name, programme=name, academy=name, number=name, role=name, issued=name)

    picture = picture_of(certificate(endless))

    assert ink_in(picture, 776, 0, 842, 595) == 0
    assert ink_in(picture, *CODE) == 0


def test_a_preview_says_so_and_an_issued_certificate_does_not():
    assert "Preview" in text_of(certificate(facts(), preview=True))
    assert "Preview" not in text_of(certificate(facts()))


def test_an_unreadable_signature_still_gives_a_page_to_look_at():
    broken = facts(signature=signature_picture()[:80])

    assert "Dana Price" in text_of(certificate(broken, preview=True))


@pytest.mark.parametrize("name", ["AVATAVA Tova Wyatt", "Ŵyn Ŷo Łęty", "nnn"])
def test_the_name_is_drawn_as_wide_as_it_was_measured(name):
    medium, start = face("EBGaramond-Medium"), 66.0
    with pypdfium2.PdfDocument(certificate(facts(name=name))) as pdf:
        letters = pdf[0].get_textpage()
        begin = letters.search(name).get_next()[0]
        left, *_ = letters.get_charbox(begin + len(name) - 1, loose=True)

    before_last = medium.width(name, 46) - medium.width(name[-1], 46)
    assert left == pytest.approx(start + before_last, abs=0.3)
