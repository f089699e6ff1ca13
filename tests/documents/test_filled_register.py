"""The filled register on paper: every mark, split over pages with the names on each."""

from datetime import date, timedelta

from academy.documents.archival import About
from academy.documents.filled_register import filled_register_pdf
from academy.documents.marks import draw_mark
from academy.documents.page import LANDSCAPE, MARGIN
from academy.documents.register_facts import OUT, FilledFacts, RegisterColumn, RegisterPerson
from academy.documents.register_spread import spread_over_pages
from academy.documents.register_texts import ENGLISH
from academy.documents.sheet import Sheet
from academy.domain.words import Letter, SessionState
from documents.paper_words import grey_of, pages_of, reach, sizes_of
from documents.test_sign_in_sheet import NAMES


def column(n: int, people: int, state=SessionState.PLANNED) -> RegisterColumn:
    day = date(2026, 9, 10) + timedelta(weeks=n - 1)
    present = people - 1 if state is SessionState.PLANNED else None
    return RegisterColumn(n, f"Theme {n}", day, state, present, people)


def person(n: int, letters: str, rate: int | None = 88, **more) -> RegisterPerson:
    name = NAMES[n - 1] if n <= len(NAMES) else f"Surname{n:03}, Given"
    return RegisterPerson(n, name, more.pop("left", None), tuple(letters), 7.5, 9, rate, **more)


def register(count: int = 24, held: int = 10, **changes) -> bytes:
    letters = ("PPLAE" * held)[:held]
    whole = {
        "academy": "Kent & Medway Leadership Academy",
        "programme": "Top Talent",
        "cohort": "Top Talent 7",
        "target": 80,
        "late_counts_half": True,
        "today": date(2026, 11, 26),
        "sessions": tuple(column(n, count) for n in range(1, held + 1)),
        "people": tuple(person(n, letters) for n in range(1, count + 1)),
        "average": 91,
    }
    return filled_register_pdf(FilledFacts(**{**whole, **changes}), ENGLISH)


def test_ten_sessions_stand_side_by_side_on_a_page_on_its_side():
    pages = pages_of(register(12, 10))
    assert len(pages) == 1
    assert sizes_of(register(12, 10)) == {(842, 595)}
    for n in range(1, 11):
        assert f"S{n}" in pages[0]
    assert "Attended" in pages[0]
    assert "7.5/9" in pages[0]
    assert "91% on average" in pages[0]


def test_sixty_people_and_twenty_sessions_split_with_the_names_on_every_page():
    pages = pages_of(register(60, 20))
    for n, name in enumerate(NAMES, 1):
        with_name = [page for page in pages if name.replace(" ", "") in page.replace(" ", "")]
        assert len(with_name) == 2, (n, name)
    for n in range(8, 61):
        assert sum(f"Surname{n:03}, Given" in page for page in pages) == 2
    heads = [page.partition("P Present")[0] for page in pages]
    assert all(sum(f"S{n} " in head for head in heads) == len(pages) / 2 for n in range(1, 21))
    assert sum("Attended" in page for page in pages) == len(pages) / 2
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert sum("Present or late" in page for page in pages) == 2


def test_nothing_stands_outside_the_margins():
    assert reach(register(60, 20), MARGIN - 1) == []
    assert reach(register(60, 100), MARGIN - 1) == []
    assert reach(register(3, 1, cohort="C" * 120, academy="Academy " * 25), MARGIN - 1) == []


def test_every_letter_has_a_shape_that_differs_without_colour():
    shapes = set()
    for letter in Letter:
        sheet = Sheet((20, 20), "AcademyInterface-Regular", About("", "", "", "", date(2026, 1, 1)))
        draw_mark(sheet, letter, 10, 10, 12)
        shapes.add(grey_of(sheet.pdf()))
    assert len(shapes) == 4
    assert "P Present · L Late · A Absent · E Apologies" in pages_of(register(1, 1))[0]


def test_what_does_not_count_is_told_in_words():
    sessions = (
        column(1, 2, SessionState.CANCELLED), column(2, 2, SessionState.NOT_HELD), column(3, 2),
    )  # fmt: skip
    left = date(2026, 9, 20)
    people = (person(1, OUT + OUT + "P"), person(2, OUT * 3, None, left=left))
    (page,) = pages_of(register(sessions=sessions, people=people))
    assert "cancelled" in page
    assert "not held" in page
    assert "left on 20 Sep 2026" in page
    assert "Late counts half." in page


def test_a_rate_below_the_target_is_signed_and_explained():
    plain = register(1, 1, people=(person(1, "A", 50),))
    signed = register(1, 1, people=(person(1, "A", 50, below=True),))
    assert "below the target of 80%" in pages_of(signed)[0]
    assert grey_of(plain) != grey_of(signed)
    assert "target" not in pages_of(register(1, 1, target=None))[0]


def test_a_cohort_without_sessions_or_people_is_a_page_too():
    (page,) = pages_of(register(0, 0, average=None))
    assert "This cohort has no sessions yet." in page


def test_the_same_facts_give_the_same_bytes():
    assert register() == register()


def test_any_number_of_sessions_is_spread_evenly_and_none_is_too_narrow():
    for sessions in range(400):
        parts = spread_over_pages(sessions)
        wide = [len(part.columns) for part in parts]

        assert [column for part in parts for column in part.columns] == list(range(sessions))
        assert all(40 <= part.width <= 62 and part.right <= LANDSCAPE[0] - MARGIN for part in parts)
        assert all(wide) or sessions == 0
        assert max(wide) - min(wide) <= 3, sessions
        assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True]
