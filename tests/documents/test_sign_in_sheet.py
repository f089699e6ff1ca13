"""The sign-in sheet as it lies on the table: names, numbers, boxes, pages."""

import re
from dataclasses import replace
from datetime import date, time

import pytest

from academy.documents.page import MARGIN
from academy.documents.register_facts import SheetPerson, SignInFacts
from academy.documents.register_texts import ENGLISH
from academy.documents.sign_in_sheet import sign_in_sheet_pdf
from documents.paper_words import pages_of, reach, sizes_of

LONG = "Davies-Worthington-Featherstonehaugh, Alexandra Wilhelmina Georgiana"
NAMES = ("Ŵyn-Hughes, Siân", "Żółć, Łukasz", "Çelik, Ğülşen", "Nguyễn, Thị Ánh", "O’Brien, Zoë",
         "Sukarno", LONG)  # fmt: skip


def facts(count: int = 24, **changes) -> SignInFacts:
    expected = tuple(
        SheetPerson(n, NAMES[n - 1] if n <= len(NAMES) else f"Surname{n:03}, Given")
        for n in range(1, count + 1)
    )
    whole = SignInFacts(
        "Kent & Medway Leadership Academy", "Top Talent", "Top Talent 7", 4, "Leading change",
        date(2026, 11, 26), time(9, 30), time(12, 30), "Oakwood House, Room 2", "Dana Price",
        expected,
    )  # fmt: skip
    return replace(whole, **changes)


def sheet(count: int = 24, *, large: bool = False, **changes) -> bytes:
    return sign_in_sheet_pdf(facts(count, **changes), ENGLISH, large=large)


def test_it_says_what_when_where_and_who():
    (page,) = pages_of(sheet(8))
    assert "Session 4: Leading change" in page
    assert "Thursday 26 November 2026, 9:30am to 12:30pm" in page
    assert "Top Talent 7 · Oakwood House, Room 2 · with Dana Price" in page
    assert "Page 1 of 1" in page


@pytest.mark.parametrize("large", [False, True])
def test_every_name_is_whole_with_its_number_and_a_box_for_each_letter(large):
    said = " ".join(pages_of(sheet(24, large=large)))
    joined = said.replace(" ", "")
    for person in facts(24).people:
        assert f"{person.number}{person.name}PLAE".replace(" ", "") in joined
    assert said.count("Visitor") == 2


def test_a_cohort_of_24_with_a_very_long_name_fits_on_one_page():
    assert len(pages_of(sheet(24))) == 1
    assert sizes_of(sheet(24)) == {(595, 842)}


def test_sixty_people_take_more_pages_each_with_the_heads_of_the_columns():
    pages = pages_of(sheet(60))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "No. Name Signature Mark one" in page
        assert "Session 4" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "P Present · L Late · A Absent · E Apologies" in page


def test_visitors_do_not_stand_alone_on_a_page():
    for people in range(18, 30):
        last = pages_of(sheet(people))[-1]
        assert re.search(r"Surname\d", last), people


def test_an_apology_sent_before_is_there():
    told = SheetPerson(3, "Ahmed, Noor", excused=True)
    (page,) = pages_of(sheet(people=(told,)))
    assert "3 Ahmed, Noor Apologies sent P L A E" in page


def test_a_title_of_many_words_and_a_word_without_end_stay_on_the_page():
    endless = sheet(
        3, title="Change " * 30, room="x" * 160, academy="Academy " * 25, facilitator="Y" * 90
    )
    assert reach(endless, MARGIN - 1) == []
    assert pages_of(endless)[0].count("Change") >= 30
    assert pages_of(endless)[0].replace(" ", "").count("x" * 160) == 1


@pytest.mark.parametrize("large", [False, True])
def test_nothing_stands_outside_the_margins(large):
    assert reach(sheet(60, large=large), MARGIN - 1) == []


def test_a_session_nobody_is_expected_in_has_lines_for_visitors():
    (page,) = pages_of(sheet(0))
    assert "Nobody has a place in this cohort yet." in page
    assert page.count("Visitor") == 2


def test_the_same_facts_give_the_same_bytes():
    assert sheet(30) == sheet(30)
    assert sheet(30) != sheet(31)


def test_the_number_is_that_of_the_register_where_somebody_left():
    rows = (SheetPerson(1, "Ahmed, Noor"), SheetPerson(3, "Byrne, Aoife"))
    (page,) = pages_of(sheet(people=rows))
    assert "3 Byrne, Aoife" in page
