"""Importing people: one plan that is looked at and then run, and lists as they really are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from academy.domain.words import RuleBroken
from academy.exchange.tables import Table, pasted_table, read_table
from academy.store import history, undo
from academy.store.store import Store
from academy.usecases import cohorts, organisations, people
from academy.usecases.people_import import ImportResult, import_gesture, import_people
from academy.usecases.people_plan import LEAVE_OUT, NEW, PeoplePlan, PeopleRequest, plan_people
from builders import TODAY, a_cohort, a_person, an_academy, enrolled
from explains import journal_explains, rows_of

DATA = Path(__file__).parents[1] / "data"
LISTS = {
    entry["id"]: entry
    for entry in json.loads((DATA / "spreadsheets/headers.json").read_text("utf-8"))
}
PEOPLE = sorted(set(LISTS) - {"L16b"})  # that one pairs names, it brings nobody


@pytest.fixture
def academy():
    store = an_academy()
    yield store
    journal_explains(store)
    store.close()


def table(*lines: str) -> Table:
    return pasted_table("\n".join(line.replace(" | ", "\t") for line in lines))


def planned(store: Store, source: Table, **choices: object) -> PeoplePlan:
    return store.read(plan_people, PeopleRequest(source, **choices))


def run(store: Store, plan: PeoplePlan) -> ImportResult:
    return store.write(import_gesture(plan), import_people, plan, TODAY)


def fates(plan: PeoplePlan) -> list[str]:
    return [row.fate for row in plan.rows]


TWO = table(
    "Delegate name | E-mail | Org | Diet",
    "Siân Ŵyn Hughes | sian@powys.example | Powys | vegan",
    "Noor Ahmed | noor@kent.example | Kent CC | none",
)


def test_a_list_becomes_people_with_places_in_one_entry(academy):
    cohort = a_cohort(academy).id
    plan = planned(academy, TWO, cohort_id=cohort)
    assert [(c.header, c.field, c.why) for c in plan.columns] == [
        ("Delegate name", "full_name", "guessed"),
        ("E-mail", "email", "guessed"),
        ("Org", "organisation", "guessed"),
        ("Diet", LEAVE_OUT, "health"),
    ]
    before = academy.read(history.latest)
    assert run(academy, plan) == ImportResult(2, 0, 0, 0, 0)
    assert academy.read(history.latest) == before + 1
    rows = academy.read(cohorts.places, cohort)
    assert {(row.name, row.organisation) for row in rows} == {
        ("Siân Ŵyn Hughes", "Powys County Council"),
        ("Noor Ahmed", "Kent County Council"),
    }


def test_planning_writes_nothing(academy):
    before = academy.read(rows_of)
    planned(academy, TWO, cohort_id=a_cohort(academy).id)
    after = academy.read(rows_of)
    assert after["people"] == before["people"]
    assert not after["organisations"]


def test_one_undo_takes_all_of_it_back(academy):
    cohort = a_cohort(academy).id
    before = academy.read(rows_of)
    run(academy, planned(academy, TWO, cohort_id=cohort))
    academy.undo()
    assert academy.read(rows_of) == before


def test_the_same_list_again_is_identical_and_leaves_no_entry(academy):
    cohort = a_cohort(academy).id
    run(academy, planned(academy, TWO, cohort_id=cohort))
    newest = academy.read(history.latest)
    plan = planned(academy, TWO, cohort_id=cohort)
    assert fates(plan) == ["identical", "identical"]
    assert run(academy, plan) == ImportResult(0, 0, 2, 0, 0)
    assert academy.read(history.latest) == newest


@pytest.mark.parametrize("name", PEOPLE)
def test_every_list_is_read_as_its_description_says(academy, name):
    plan = planned(academy, read_table(DATA / "spreadsheets" / LISTS[name]["file"]))
    assert plan.problem is None
    meant = {"full name": "full_name", "email": "email", "council": "organisation"}
    became = {column.header: column.field for column in plan.columns}
    for header, words in LISTS[name]["maps_to"].items():
        key = words.split(" (")[0]
        if key in meant and header in became:
            assert became[header] == meant[key], header
    result = run(academy, plan)
    assert result.added >= 1
    again = planned(academy, read_table(DATA / "spreadsheets" / LISTS[name]["file"]))
    assert again.writes == 0


@pytest.mark.parametrize(
    ("name", "header", "why"),
    [
        ("L08", "Allergies", "health"),
        ("L21", "identity to match", "equality"),
        ("L22", "characteristics", "equality"),
        ("L14", "Disabled", "account"),
    ],
)
def test_what_must_not_stand_beside_a_name_is_left_out_even_when_chosen(academy, name, header, why):
    source = read_table(DATA / "spreadsheets" / LISTS[name]["file"])
    plan = planned(academy, source, fields={header: "phone"} if why != "account" else {})
    assert [(c.field, c.why) for c in plan.columns if c.header == header] == [(LEAVE_OUT, why)]


@pytest.mark.parametrize(
    "file", ["E02-eventbrite-2023-order-id-variant.csv", "F01-forms-application.xlsx",
             "M01-moodle-users-cohort-enrol.csv"]
)  # fmt: skip
def test_registrations_bring_their_people(academy, file):
    plan = planned(academy, read_table(DATA / "registrations" / file))
    result = run(academy, plan)
    assert result.added >= 1
    assert any("@" in row.email for row in academy.read(people.people))


def test_an_address_decides_who_somebody_is_and_new_facts_are_taken(academy):
    a_person(academy, "Sian Hughes", email="sian@powys.example")
    plan = planned(
        academy, table("Name | Email | Phone", "Siân Hughes | SIAN@powys.example | 07700 900123")
    )
    [row] = plan.rows
    assert (row.fate, row.changes) == ("updated", (("phone", "", "07700 900123"),))
    run(academy, plan)
    [person] = academy.read(people.people)
    assert (person.full_name, person.phone) == ("Sian Hughes", "07700 900123")


def test_a_like_name_is_asked_and_left_out_until_answered(academy):
    known = a_person(academy, "Siân Morgan")
    source = table("Name", "Sian Morgan")
    plan = planned(academy, source)
    [row] = plan.rows
    assert row.asks
    assert (row.candidates[0].person_id, row.candidates[0].why) == (known, "spelling")
    assert run(academy, plan) == ImportResult(0, 0, 0, 0, 1)
    assert fates(planned(academy, source, answers={row.row: known})) == ["identical"]
    assert fates(planned(academy, source, answers={row.row: NEW})) == ["added"]
    assert fates(planned(academy, source, answers={row.row: LEAVE_OUT})) == ["left_out"]


def test_one_address_of_two_clearly_different_people_is_asked(academy):
    a_person(academy, "Noor Ahmed", email="office@kent.example")
    [row] = planned(academy, table("Name | Email", "Petra Novak | office@kent.example")).rows
    assert row.asks
    assert row.candidates[0].why == "other_name"


def test_two_people_of_one_name_at_two_councils_are_two(academy):
    source = table(
        "Name | Email | Organisation",
        "John Smith | john@kent.example | Kent",
        "John Smith | j.smith@leeds.example | Leeds",
    )
    assert run(academy, planned(academy, source)).added == 2
    assert fates(planned(academy, source)) == ["identical", "identical"]


def test_the_same_person_twice_in_a_list_is_taken_once(academy):
    plan = planned(
        academy, table("Full Name", "Gwen Llewellyn", "Kwame Oyelaran", "gwen llewellyn")
    )
    assert fates(plan) == ["added", "added", "skipped"]
    assert plan.rows[2].same_as == 2


def test_a_row_with_a_problem_is_left_out_and_can_be_mended_in_place(academy):
    source = table(
        "Name | Email", "J Okafor | j.okafor@@kent.example", "Noor Ahmed | noor@kent.example"
    )
    plan = planned(academy, source)
    assert fates(plan) == ["left_out", "added"]
    assert plan.rows[0].problem.rule == "email_one_at"
    mended = planned(academy, source, edits={(plan.rows[0].row, "email"): "j.okafor@kent.example"})
    assert fates(mended) == ["added", "added"]


def test_columns_chosen_once_are_remembered_for_these_headers(academy):
    source = table("Who | Ring", "Noor Ahmed | 07700 900123")
    assert planned(academy, source).problem.rule == "column_missing"
    run(academy, planned(academy, source, fields={"Who": "full_name", "Ring": "phone"}))
    again = planned(academy, source)
    assert [(c.field, c.why) for c in again.columns] == [
        ("full_name", "remembered"), ("phone", "remembered"),
    ]  # fmt: skip


def test_doubled_columns_are_both_named_and_nothing_is_read(academy):
    plan = planned(academy, table("Name | Full name", "Noor | Noor Ahmed"))
    assert (plan.problem.rule, plan.problem.facts["first"], plan.problem.facts["second"]) == (
        "columns_doubled", "Name", "Full name",
    )  # fmt: skip
    assert not plan.rows
    with pytest.raises(RuleBroken):
        run(academy, plan)


def test_an_ambiguous_council_is_kept_as_typed_unless_chosen(academy):
    source = table("Name | Organisation", "Noor Ahmed | Newcastle")
    [asked] = planned(academy, source).organisations
    assert asked.name == "Newcastle"
    assert {code for code, _ in asked.candidates} == {"NET", "NEC"}
    run(academy, planned(academy, source, councils={"Newcastle": "NEC"}))
    [council] = academy.read(organisations.organisations)
    assert council.code == "NEC"
    [known] = planned(academy, source).organisations
    assert (known.why, known.organisation_id) == ("alias", council.id)


def test_a_cohort_without_room_is_told_before_anything(academy):
    cohort = a_cohort(academy, capacity=1).id
    plan = planned(academy, TWO, cohort_id=cohort)
    assert plan.problem.facts == {"cohort": plan.problem.facts["cohort"], "left": 1, "n": 2}
    with pytest.raises(RuleBroken):
        run(academy, plan)
    assert not academy.read(people.people)


def test_a_plan_that_does_not_fit_any_more_is_refused(academy):
    plan = planned(academy, TWO)
    a_person(academy, "Noor Ahmed", email="noor@kent.example")
    with pytest.raises(RuleBroken, match="changed_since_review"):
        run(academy, plan)


def test_somebody_here_is_only_given_a_place(academy):
    cohort = a_cohort(academy)
    [place] = enrolled(academy, cohort, ["Noor Ahmed"])
    other = a_cohort(academy).id
    plan = planned(academy, table("Name", "Noor Ahmed"), cohort_id=other)
    [row] = plan.rows
    assert (row.fate, row.person_id, row.enrols) == ("updated", place.person_id, True)
    run(academy, plan)
    assert [row.person_id for row in academy.read(cohorts.places, other)] == [place.person_id]


def test_hostile_strings_change_nothing_but_their_own_row(academy):
    lines = (DATA / "names" / "blns.txt").read_text("utf-8").splitlines()
    hostile = [
        line.replace("\t", " ") for line in lines if line.strip() and not line.startswith("#")
    ]
    source = replace(TWO, rows=tuple((text, "", "", "") for text in hostile),
                     row_numbers=tuple(range(2, len(hostile) + 2)))  # fmt: skip
    plan = planned(academy, source)
    result = run(academy, plan)
    assert result.added + result.left_out + result.skipped == len(plan.rows)
    assert len(academy.read(people.people)) == result.added
    assert academy.read(undo.stacks).undo
