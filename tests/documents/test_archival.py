"""What a file says about itself, whether it is written as bytes or by pikepdf."""

import subprocess
import sys
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Object

from academy.documents.archival import (
    About,
    catalogue_bytes,
    info_bytes,
    make_archival,
    metadata,
    metadata_bytes,
    profile_bytes,
    srgb_profile,
    text_bytes,
)
from documents.verapdf.engine import PROFILES, judged

ABOUT = About("Siân (“Ŵ”) & <Sons> \\", "Kent\x01 Academy", "Top Talent", "en-GB", date(2026, 5, 4))


@pytest.mark.parametrize("text", ["", "plain", "a (b) \\ c)", "Ŵyn – 李 😀", "line\nline"])
def test_a_text_comes_back_from_its_bytes(text):
    assert str(Object.parse(text_bytes(text))) == text


def test_both_ways_say_the_same():
    pdf = pikepdf.new()
    make_archival(pdf, ABOUT)
    by_hand = Object.parse(info_bytes(ABOUT, {"AcademyToken": "eyJ.a-b_c.d"}))
    catalogue = Object.parse(b"<<" + catalogue_bytes(ABOUT, 7, 8).replace(b"7 0 R", b"null")
                             .replace(b"8 0 R", b"null") + b">>")  # fmt: skip

    assert by_hand["/AcademyToken"] == "eyJ.a-b_c.d"
    del by_hand["/AcademyToken"]
    assert dict(by_hand) == dict(pdf.trailer.Info)
    assert catalogue.Lang == pdf.Root.Lang == "en-GB"
    assert catalogue.MarkInfo == pdf.Root.MarkInfo
    assert catalogue.ViewerPreferences == pdf.Root.ViewerPreferences
    assert dict(catalogue.OutputIntents[0]).items() <= dict(pdf.Root.OutputIntents[0]).items()
    assert pdf.Root.Metadata.read_bytes() in metadata_bytes(ABOUT)
    assert srgb_profile() in profile_bytes()


def test_the_packet_holds_any_title_and_agrees_with_the_dates_of_the_file():
    with pikepdf.new() as pdf:
        make_archival(pdf, ABOUT)
        told = pdf.open_metadata()

        assert told["dc:title"] == ABOUT.title
        assert told["dc:creator"] == ["Kent  Academy"]
        assert told["xmp:ModifyDate"] == "2026-05-04T00:00:00+00:00"
        assert told["pdfaid:part"] == "2"
        assert pdf.docinfo["/ModDate"] == "D:20260504000000Z"


def test_a_file_written_as_bytes_passes_both_standards():
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R" + catalogue_bytes(ABOUT, 4, 5) + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>/Tabs/S>>",
        metadata_bytes(ABOUT),
        profile_bytes(),
        b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[]>>>>",
        b"<</Type/StructElem/S/Document/P 6 0 R>>",
        info_bytes(ABOUT),
    ]

    assert judged({"by hand": _file(bodies)}) == {profile: {"by hand": []} for profile in PROFILES}


def test_nothing_depends_on_the_clock_or_the_process():
    asked = "from academy.documents.archival import srgb_profile as s; print(s().hex())"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    ).stdout

    assert told.strip() == srgb_profile().hex()
    assert metadata(ABOUT) == metadata(ABOUT)


def _file(bodies: list[bytes]) -> bytes:
    written = BytesIO()
    written.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(written.tell())
        written.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = written.tell()
    written.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1))
    written.writelines(b"%010d 00000 n \n" % place for place in places)
    ends = b"trailer\n<</Size %d/Root 1 0 R/Info %d 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n"
    written.write(ends % (len(bodies) + 1, len(bodies), start))
    return written.getvalue()
