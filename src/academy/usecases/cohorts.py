"""Cohorts and places: runs of a programme, and who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import Select, case, func, select

from academy.domain.cohorts import Cohort, Place
from academy.domain.names import listed, sort_key
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, PlaceState, RuleBroken
from academy.store.journal import Db
from academy.store.plain import PlainQuery, given
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed

_ORDER: Final = (
    CohortState.RUNNING, CohortState.RECRUITING, CohortState.PLANNED, CohortState.FINISHED,
)  # fmt: skip


@dataclass(frozen=True)
class CohortDraft:
    """A cohort as a form holds it; id 0 is a new one."""

    id: int = 0
    version: int = 0
    programme_id: int = 0
    name: str = ""
    capacity: int = 24
    state: CohortState = CohortState.PLANNED
    apply_by: date | None = None


@dataclass(frozen=True)
class CohortRow:
    """A cohort in a list, with its people counted and its first and last day."""

    id: int
    programme_id: int
    programme: str
    name: str
    state: CohortState
    people: int
    capacity: int
    sessions: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True)
class PlaceRow:
    """A person's place in a cohort."""

    place_id: int
    person_id: int
    name: str
    sort: str
    email: str
    phone: str
    organisation: str
    job_title: str
    state: PlaceState
    enrolled_on: date
    withdrawn_on: date | None
    completed_on: date | None


@allowed(*EVERYBODY)
def cohorts(db: Db, programme_id: int | None = None) -> list[CohortRow]:
    """Return the cohorts of one or all programmes: running ones first, finished ones last."""
    if programme_id is None:
        found = _every_cohort().rows(db)
    else:
        found = _cohorts_of_programme().rows(db, programme=programme_id)
    rows = [_cohort_row(row) for row in found]
    order = {state: number for number, state in enumerate(_ORDER)}
    return sorted(rows, key=lambda row: (row.programme, order[row.state]))


@allowed(*EVERYBODY)
def names_of_cohorts(db: Db) -> list[tuple[int, str]]:
    """Return ids and names of all cohorts, in the order of `cohorts`."""
    return [(one, name) for one, name in _named().rows(db)]


@allowed(*EVERYBODY)
def cohort_row(db: Db, cohort_id: int) -> CohortRow | None:
    """Return one cohort as lists show it; none when it is there no more."""
    found = _one_cohort().rows(db, cohort=cohort_id)
    return _cohort_row(found[0]) if found else None


def _cohort_row(row: tuple[Any, ...]) -> CohortRow:
    *facts, state, people, capacity, sessions, first, last = row
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    shown: tuple[Any, ...] = (*facts, CohortState(state), people, capacity, sessions, *days)
    return CohortRow(*shown)


@cache  # thousands of rows in a large academy, and read at each look at the page
def _every_cohort() -> PlainQuery:
    return PlainQuery(_cohort_rows())


@cache
def _named() -> PlainQuery:
    ranks = {state.value: number for number, state in enumerate(_ORDER)}
    running = case(ranks, value=Cohort.state)
    named = select(Cohort.id, Cohort.name).join(Cohort.programme)
    return PlainQuery(named.order_by(Programme.name, running, Cohort.id))


@cache
def _cohorts_of_programme() -> PlainQuery:
    return PlainQuery(_cohort_rows().where(Cohort.programme_id == given("programme")))


@cache
def _one_cohort() -> PlainQuery:
    return PlainQuery(_cohort_rows().where(Cohort.id == given("cohort")))


def _cohort_rows() -> Select[*tuple[Any, ...]]:
    """Select what a list shows of cohorts; counted one by one, so that one costs as little."""
    session = TrainingSession
    people = select(func.count()).where(
        Place.cohort_id == Cohort.id, Place.state != PlaceState.WITHDRAWN
    )
    own = session.cohort_id == Cohort.id
    return (
        select(
            Cohort.id, Cohort.programme_id, Programme.name, Cohort.name, Cohort.state,
            people.scalar_subquery(), Cohort.capacity,
            func.count(session.id), func.min(session.held_on), func.max(session.held_on),
        )
        .join(Cohort.programme)
        .outerjoin(session, own)
        .group_by(Cohort.id)
        .order_by(Programme.name, Cohort.id)
    )  # fmt: skip


@allowed(*EVERYBODY)
def cohort(db: Db, cohort_id: int) -> CohortDraft:
    """Return one cohort, to be edited."""
    found = db.get_one(Cohort, cohort_id)
    return CohortDraft(
        found.id,
        drafts.version(db, "cohorts", found.id),
        found.programme_id,
        found.name,
        found.capacity,
        found.state,
        found.apply_by,
    )


@allowed(*EVERYBODY)
def places(db: Db, cohort_id: int) -> list[PlaceRow]:
    """Return everybody who has or had a place in a cohort, by name."""
    rows = (
        select(
            Place.id, Place.person_id, Person.full_name, Person.family_name, Person.email,
            Person.phone, func.coalesce(Organisation.name, ""), Person.job_title, Place.state,
            Place.enrolled_on, Place.withdrawn_on, Place.completed_on,
        )
        .join(Place.person)
        .outerjoin(Person.organisation)
        .where(Place.cohort_id == cohort_id)
    )  # fmt: skip
    found = [
        PlaceRow(place_id, person_id, listed(full, family), sort_key(full, family), *rest)
        for place_id, person_id, full, family, *rest in db.execute(rows)
    ]
    return sorted(found, key=lambda row: (row.sort, row.person_id))


@allowed(*ADMINISTRATORS)
def save_cohort(db: Db, draft: CohortDraft) -> int:
    """Add or change a cohort. A new one gets the newest completion rules of its programme."""
    name = drafts.required(draft.name, "cohort_name_missing")
    taken = select(Cohort.id).where(Cohort.name == name, Cohort.id != draft.id)
    if db.scalar(taken) is not None:
        raise RuleBroken("cohort_name_taken", name=name)
    if draft.id:
        drafts.require_current(db, "cohorts", draft.id, draft.version)
        cohort = db.get_one(Cohort, draft.id)
    else:
        programme = db.get(Programme, draft.programme_id)
        if programme is None:
            raise RuleBroken("programme_missing")
        cohort = Cohort(programme=programme, rules=programme.newest_rules())
        db.add(cohort)
    cohort.name, cohort.state, cohort.apply_by = name, draft.state, draft.apply_by
    cohort.capacity = _capacity(db, draft)
    db.flush()
    return cohort.id


def _capacity(db: Db, draft: CohortDraft) -> int:
    if not 1 <= draft.capacity <= 500:
        raise RuleBroken("capacity_out_of_range", capacity=draft.capacity)
    taken = select(func.count()).where(
        Place.cohort_id == draft.id, Place.state != PlaceState.WITHDRAWN
    )
    people = db.scalar(taken) or 0
    if people > draft.capacity:
        raise RuleBroken("capacity_below_people", capacity=draft.capacity, people=people)
    return draft.capacity


@allowed(*ADMINISTRATORS)
def change_state(db: Db, cohort_id: int, state: CohortState) -> None:
    """Start, finish or reopen a cohort."""
    db.get_one(Cohort, cohort_id).state = state


@allowed(*ADMINISTRATORS)
def enrol(db: Db, cohort_id: int, person_ids: Sequence[int], today: date) -> list[int]:
    """Give people a place in a cohort; return the ids of the places."""
    cohort = db.get_one(Cohort, cohort_id)
    given = [cohort.enrol(db.get_one(Person, person_id), today) for person_id in person_ids]
    db.flush()
    return [place.id for place in given]


@allowed(*ADMINISTRATORS)
def withdraw(db: Db, place_ids: Sequence[int], on: date) -> None:
    """Let people leave their cohort; their marks stay."""
    for place_id in place_ids:
        db.get_one(Place, place_id).withdraw(on)


@allowed(*ADMINISTRATORS)
def adopt_newest_rules(db: Db, cohort_id: int) -> None:
    """Hold a cohort to the newest version of its programme's rules."""
    cohort = db.get_one(Cohort, cohort_id)
    cohort.rules = cohort.programme.newest_rules()
