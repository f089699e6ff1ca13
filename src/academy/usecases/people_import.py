"""Importing people: the plan is looked at first, then run in one gesture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from academy.domain.cohorts import Cohort
from academy.domain.people import Person
from academy.domain.remembered import ColumnChoice
from academy.domain.words import RuleBroken
from academy.exchange.people_columns import headers_key
from academy.store.journal import Db, Gesture
from academy.usecases import organisations
from academy.usecases.people_organisations import OrganisationPlan
from academy.usecases.people_plan import PeoplePlan, PlanRow, plan_people
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class ImportResult:
    """How many rows met which fate."""

    added: int
    updated: int
    identical: int
    skipped: int
    left_out: int


def import_gesture(plan: PeoplePlan) -> Gesture:
    """Return the gesture of running a plan."""
    return Gesture("import_people", {"n": plan.writes})


@allowed(*ADMINISTRATORS)
def import_people(db: Db, plan: PeoplePlan, today: date) -> ImportResult:
    """Run a plan, all of it; it is refused when what is here has changed since it was made."""
    if plan.problem is not None:
        raise plan.problem
    if plan_people(db, plan.request) != plan:
        raise RuleBroken("changed_since_review")
    if plan.writes:
        run_people(db, plan, today)
        remember_columns(db, headers_key(plan.request.table.headers), plan)
    return result_of(plan)


def result_of(plan: PeoplePlan) -> ImportResult:
    """Return how many rows of a plan meet which fate."""
    return ImportResult(**{str(fate): n for fate, n in plan.counts.items()})


@allowed(*ADMINISTRATORS)
def run_people(db: Db, plan: PeoplePlan, today: date) -> dict[int, Person]:
    """Write the people of a plan; return who was written, by row."""
    used = {row.fields.get("organisation", "") for row in plan.rows if _writes(row)}
    places = {one.typed: _organisation(db, one) for one in plan.organisations if one.typed in used}
    request = plan.request
    cohort = None if request.cohort_id is None else db.get_one(Cohort, request.cohort_id)
    written = {}
    for row in plan.rows:
        if _writes(row):
            person = written[row.row] = _person(db, row, places)
            if row.enrols and cohort is not None:
                cohort.enrol(person, today)
    db.flush()
    return written


def _writes(row: PlanRow) -> bool:
    return row.fate in ("added", "updated")


def _organisation(db: Db, planned: OrganisationPlan) -> int:
    if planned.organisation_id is not None:
        found = planned.organisation_id
    elif planned.code is not None:
        found = organisations.add_council(db, planned.code)
    else:
        found = organisations.add_organisation(db, planned.name)
    if planned.why not in ("known", "alias", "typed", "unknown"):
        organisations.remember_alias(db, found, planned.typed)
    return found


def _person(db: Db, row: PlanRow, places: dict[str, int]) -> Person:
    values = row.fields
    typed = values.pop("organisation", "")
    if row.person_id is None:
        person = Person(organisation_id=places.get(typed))
        db.add(person)
        kept = {name: text for name, text in values.items() if name in _COLUMNS}
    else:
        person = db.get_one(Person, row.person_id)
        kept = {name: after for name, _, after in row.changes if name != "organisation"}
        if any(name == "organisation" for name, _, _ in row.changes):
            person.organisation_id = places[typed]
    for name, text in kept.items():
        setattr(person, name, text)
    return person


_COLUMNS = frozenset(
    {
        "full_name", "family_name", "known_as", "name_on_certificate", "email", "phone",
        "job_title", "external_id",
    }
)  # fmt: skip


@allowed(*ADMINISTRATORS)
def remember_columns(db: Db, key: str, plan: PeoplePlan) -> None:
    """Keep what the columns of a list became, for the next one with the same headers."""
    fields = {one.header: one.field for one in plan.columns if one.header}
    kept = db.scalar(select(ColumnChoice).where(ColumnChoice.headers == key))
    if kept is None:
        db.add(ColumnChoice(headers=key, fields=fields))
    elif kept.fields != fields:
        kept.fields = fields
