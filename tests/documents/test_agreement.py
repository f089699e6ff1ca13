"""The mentoring agreement as it lies on the table: what is agreed, blanks, two lines to sign."""

from dataclasses import replace
from datetime import date

from academy.documents.agreement import agreement_pdf
from academy.documents.agreement_texts import AgreementFacts
from academy.documents.page import MARGIN
from academy.domain.words import MeetingFormat
from documents.paper_words import pages_of, reach
from documents.reading import read_aloud

LONG = "Alexandra Wilhelmina Georgiana Davies-Worthington-Featherstonehaugh"


def agreement(*, blank: bool = False, goals: int = 2, **changes) -> AgreementFacts:
    facts = AgreementFacts(
        "Kent & Medway Leadership Academy", "Top Talent", "Top Talent 7", "Pat Ellis",
        "Medway Council", "Siân Ŵyn-Hughes", "Kent County Council", date(2026, 9, 1),
        tuple(f"Goal {n}: lead a change programme across two services, and learn to say no"
              for n in range(1, goals + 1)),
        4, 60, MeetingFormat.ONLINE, (date(2026, 12, 1), date(2027, 3, 1)),
    )  # fmt: skip
    if blank:
        facts = replace(facts, goals=(), weeks=None, minutes=None, format=None, reviews=())
    return replace(facts, **changes)


def test_it_says_who_where_what_for_how_often_and_how_it_ends():
    (page,) = pages_of(agreement_pdf(agreement()))
    for words in (
        "Mentoring agreement",
        "Pat Ellis (Medway Council) mentors Siân Ŵyn-Hughes (Kent County Council)",
        "Top Talent · Top Talent 7 · from 1 September 2026",
        "1. Goal 1: lead a change programme",
        "We meet every 4 weeks. We meet online. A meeting takes about 60 minutes.",
        "What was said is not kept",
        "on 1 December 2026 and 1 March 2027",
        "at any time, without giving a reason and without fault",
        "Mentor: Pat Ellis",
        "Mentee: Siân Ŵyn-Hughes",
        "Page 1 of 1",
    ):
        assert words in page


def test_what_is_not_agreed_is_a_line_to_fill_in():
    (page,) = pages_of(agreement_pdf(agreement(blank=True)))
    for words in ("Our aims:", "How often we meet:", "How long a meeting takes:", "Days on which"):
        assert words in page
    assert "None" not in page


def test_every_week_is_said_so():
    (page,) = pages_of(agreement_pdf(agreement(weeks=1, reviews=(date(2026, 12, 1),))))
    assert "We meet every week." in page
    assert "helps on 1 December 2026." in page


def test_many_goals_and_long_names_stay_on_the_paper_and_the_lines_to_sign_together():
    pdf = agreement_pdf(agreement(goals=40, mentor=LONG, mentee=LONG), large=True)
    pages = pages_of(pdf)
    assert len(pages) > 1
    assert reach(pdf, MARGIN - 1) == []
    assert "Signature and date" in pages[-1]
    assert all("Signature and date" not in page for page in pages[:-1])
    said = " ".join(pages)
    assert all(f"{n}. Goal {n}:" in said for n in range(1, 41))


def test_it_is_read_from_top_to_bottom_and_the_same_facts_give_the_same_bytes():
    pdf = agreement_pdf(agreement())
    aloud = " ".join(map(str, read_aloud(pdf)))
    order = [aloud.index(words) for words in ("Mentoring agreement", "What we work", "Ending")]
    assert order == sorted(order)
    assert agreement_pdf(agreement()) == pdf
