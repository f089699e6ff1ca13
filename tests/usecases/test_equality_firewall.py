"""No answer about equality or health reaches the store, whichever list and column it stands in.

Each such answer gets a word that stands nowhere else; after the import every column of every table
is looked through for it, the journal's too.
"""

import csv
from pathlib import Path

import pytest
import sqlalchemy as sa

from academy.domain.words import RuleBroken
from academy.exchange.tables import read_table
from academy.usecases.mentoring_import import import_mentoring, mentoring_gesture
from academy.usecases.mentoring_plan import SHOWN_FIELDS, MentoringRequest, plan_mentoring
from academy.usecases.people_import import import_gesture, import_people
from academy.usecases.people_plan import PeopleRequest, plan_people
from builders import TODAY, a_cohort, an_academy

DATA = Path(__file__).parents[1] / "data"
ANSWERS = frozenset(
    {"age", "allergies", "characteristics", "identity to match", "match with similar identity",
     "ethnicity", "gender", "sexual orientation", "religion or belief", "disability",
     "dietary requirements", "date of birth"}
)  # fmt: skip
NEEDLE = "needle in the haystack"
PERSONAL = ("full_name", "known_as", "email", "phone", "job_title", "organisation")
MOST = 4  # rows of a list: its columns are the same all the way down


def lists_with_answers():
    """Return the lists of our data in which somebody's equality or health is told."""
    found = []
    for path in sorted([*DATA.glob("mentoring/*.csv"), *DATA.glob("spreadsheets/*.csv")]):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            header = next(csv.reader(lines))
        if ANSWERS & {name.casefold() for name in header}:
            found.append(path)
    return found


def with_needles(path, folder, *more):
    """Write a list with the needle in each answer, and with further columns of answers alone."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        header, *rows = csv.reader(lines)
    told = {
        number for number, name in enumerate(header)
        if name.casefold() in ANSWERS
        or (name == "biography" and path.parent.name == "mentoring")  # these tell identities
    }  # fmt: skip
    made = folder / path.name
    with made.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow([*header, *more])
        for row in rows[:MOST]:
            cells = [f"{cell} {NEEDLE}" if n in told else cell for n, cell in enumerate(row)]
            writer.writerow([*cells, *(NEEDLE for _ in more)])
    assert NEEDLE in made.read_text("utf-8")
    return made, [header[number] for number in sorted(told)] + list(more)


def haystack(db):
    """Return where the needle lies: every table of the file and its columns."""
    connection = db.connection()
    names = connection.scalars(sa.text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
    found = []
    for name in names:
        for row in connection.execute(sa.text(f'SELECT * FROM "{name}"')).mappings():
            found += [f"{name}.{key}" for key, value in row.items() if NEEDLE in repr(value)]
    return found


def imported(store, path, kind, cohort, fields):
    """Import a list as people, mentors or mentees; return whether anybody came in."""
    source = read_table(path)
    if kind == "people":
        plan = store.read(plan_people, PeopleRequest(source, cohort, fields=fields))
        gesture, act = import_gesture(plan), import_people
    else:
        place = cohort if kind == "mentees" else None
        request = MentoringRequest(source, place, side=kind, fields=fields)
        plan = store.read(plan_mentoring, request)
        gesture, act = mentoring_gesture(plan), import_mentoring
    try:
        return store.write(gesture, act, plan, TODAY).added > 0
    except RuleBroken:
        return False


def fields_of(kind):
    """Return what a column can be made by hand, and nothing chosen by hand."""
    return ["", *PERSONAL, *(SHOWN_FIELDS[kind] if kind != "people" else ())]


@pytest.mark.parametrize("kind", ["people", "mentors", "mentees"])
@pytest.mark.parametrize("path", lists_with_answers(), ids=lambda path: path.stem)
def test_no_answer_reaches_any_column_of_the_store(path, kind, tmp_path):
    made, answers = with_needles(path, tmp_path, "Ethnicity", "Sexual orientation", "Disability")
    for field in fields_of(kind):
        store = an_academy()
        cohort = a_cohort(store, capacity=60).id
        chosen = dict.fromkeys(answers, field) if field else {}
        came = imported(store, made, kind, cohort, chosen)
        assert came or field or kind != "people"
        assert store.read(haystack) == [], f"chosen by hand: {field}"
        store.close()


def test_the_needle_is_found_where_it_is_let_in(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Job title\nAnn One,{NEEDLE}\n", "utf-8")
    store = an_academy()
    assert imported(store, path, "people", a_cohort(store).id, {})
    assert {place.split(".")[0] for place in store.read(haystack)} >= {"people"}
    store.close()
