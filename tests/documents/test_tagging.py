"""What a screen reader makes of the lists on paper."""

from io import BytesIO

import pikepdf
import pypdfium2

from academy.documents.register_facts import SheetPerson
from documents.reading import read_aloud
from documents.test_filled_register import person, register
from documents.test_sign_in_sheet import LONG, NAMES, sheet


def tags_of(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        (document,) = opened.Root.StructTreeRoot.K
        return [str(element.S)[1:] for element in document.K]


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def test_a_sign_in_sheet_is_read_from_its_heading_to_its_last_row():
    assert read_aloud(sheet(people=(SheetPerson(3, "Ahmed, Noor", excused=True),))) == [
        "P: Sign-in sheet",
        "H1: Session 4: Leading change",
        "P: Thursday 26 November 2026, 9:30am to 12:30pm",
        "P: Top Talent 7 · Oakwood House, Room 2 · with Dana Price",
        "P: P Present · L Late · A Absent · E Apologies",
        "No. | Name | Signature | Mark one",
        "3 | Ahmed, Noor | Apologies sent | P L A E",
        " | Visitor |  | ",
        " | Visitor |  | ",
    ]


def test_that_nobody_is_expected_is_read_before_the_lines_for_visitors():
    read = read_aloud(sheet(0))

    assert read.index("P: Nobody has a place in this cohort yet.") < read.index(
        "No. | Name | Signature | Mark one"
    )


def test_a_sheet_of_many_pages_is_one_table_with_one_row_of_headings():
    whole = sheet(60)
    read = read_aloud(whole)

    assert page_count(whole) > 2
    assert tags_of(whole) == ["P", "H1", "P", "P", "P", "Table"]
    assert [line for line in read if line.startswith("No. |")] == [
        "No. | Name | Signature | Mark one"
    ]
    assert sum(line.startswith("H1") for line in read) == 1
    assert not any("Page " in line for line in read)
    rows = [line for line in read if line.split(" | ")[0].isdecimal()]
    assert [int(row.split(" | ")[0]) for row in rows] == list(range(1, 61))


def test_a_name_on_two_lines_is_read_as_it_is_written():
    assert f"7 | {LONG} |  | P L A E" in read_aloud(sheet(12, large=True))


def test_a_register_of_twenty_sessions_reads_each_person_once_with_every_mark():
    people = [person(n, "PLAE" * 5) for n in range(1, 61)]
    whole = register(60, 20, people=tuple(people))
    read = read_aloud(whole)

    assert page_count(whole) > 4
    assert tags_of(whole) == ["H1", "P", "P", "P", "Table"]
    marks = " | ".join("PLAE" * 5)
    for n, name in enumerate(NAMES, 1):
        assert f"{n} | {name} | {marks} | 7.5/9 | 88%" in read
    (heads,) = [line for line in read if line.startswith("No. | Name | S1 10 Sep | S2 17 Sep")]
    (totals,) = [line for line in read if " | Present or late | " in line]
    assert {line.count(" | ") for line in read if " | " in line} == {23}
    assert heads.endswith(" | S20 21 Jan | Attended | Rate")
    assert totals.endswith(" | 91% on average")


def test_what_only_the_eye_sees_is_said():
    below = person(1, "PPLAE" * 2, 50, below=True)
    read = read_aloud(register(people=(below,)))

    assert read[-2].endswith(" | 50% below the target of 80%")


def test_the_file_says_what_it_is():
    with pikepdf.open(BytesIO(sheet(3))) as opened:
        root, told = opened.Root, opened.open_metadata()

        assert root.MarkInfo.Marked is True
        assert root.Lang == "en-GB"
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert told["dc:title"] == str(opened.docinfo["/Title"])
        assert told["dc:title"].startswith("Sign-in sheet – Top Talent 7 – Session 4")
        assert told["dc:description"] == str(opened.docinfo["/Subject"])
        assert told["xmp:CreateDate"] == "2026-11-26T00:00:00+00:00"
        assert opened.docinfo["/CreationDate"] == "D:20261126000000Z"


def test_the_same_list_gives_the_same_bytes_with_its_tags():
    assert register(30, 20) == register(30, 20)
