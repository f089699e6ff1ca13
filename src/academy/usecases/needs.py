"""What needs somebody (experience 6.2): registers missing, people at risk, places left.

Home counts what these lists hold, so that each number equals the list it opens. Certificates due
and quiet pairs have theirs in `certificates` and `mentoring`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, exists, func, or_, select, tuple_
from sqlalchemy.orm import aliased

from academy.domain.academy import Academy
from academy.domain.attendance import Mark, written
from academy.domain.cohorts import Cohort, Place
from academy.domain.names import listed
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Letter, PlaceState, RiskReason, SessionState
from academy.store.journal import Db
from academy.store.plain import PlainQuery, given
from academy.usecases.amounts import Amounts, Counted, Counting
from academy.usecases.outlook import Outlook
from academy.usecases.rights import EVERYBODY, STAFF, allowed
from academy.usecases.standing import counts, ended

_BY_DAY: Final = (TrainingSession.held_on, TrainingSession.starts, TrainingSession.id)


@dataclass(frozen=True)
class MissingRegister:
    """A session that has ended and in which somebody is not marked yet."""

    session_id: int
    cohort_id: int
    cohort: str
    number: int
    title: str
    held_on: date
    starts: time
    blank: int


@dataclass(frozen=True)
class AtRiskRow:
    """Somebody in a running cohort who needs a word, and why."""

    place_id: int
    person_id: int
    name: str
    sort: str
    cohort_id: int
    cohort: str
    reason: RiskReason
    missed: int
    percent: int | None
    target: int | None
    outlook: Outlook


@dataclass(frozen=True)
class PlacesLeft:
    """A cohort that takes applications and has places left."""

    cohort_id: int
    cohort: str
    left: int
    capacity: int
    apply_by: date | None


def number_of_session() -> ScalarSelect[int]:
    """Return the number of a selected session, counting its cohort's sessions by date."""
    other, mine = aliased(TrainingSession), TrainingSession
    before = tuple_(other.held_on, other.starts, other.id) <= tuple_(
        mine.held_on, mine.starts, mine.id
    )
    return (
        select(func.count())
        .where(other.cohort_id == mine.cohort_id, before)
        .correlate(mine)
        .scalar_subquery()
    )


def blanks() -> ColumnElement[int]:
    """Return how many enrolled people have no mark in a selected session."""
    enrolled = select(func.count()).where(
        Place.cohort_id == TrainingSession.cohort_id, Place.state == PlaceState.ENROLLED
    )
    marked = (
        select(func.count())
        .select_from(Mark)
        .join(Mark.place)
        .where(Mark.session_id == TrainingSession.id, Mark.letter.is_not(None))
        .where(Place.state == PlaceState.ENROLLED)
    )
    here = TrainingSession
    return enrolled.correlate(here).scalar_subquery() - marked.correlate(here).scalar_subquery()


def _running() -> Select[int]:
    """Select the running cohorts: few among those finished, so that sessions are found by them."""
    return select(Cohort.id).where(Cohort.state == CohortState.RUNNING)


@allowed(*STAFF)
def registers_missing(db: Db, now: datetime, cohort_id: int | None = None) -> list[MissingRegister]:
    """Return the sessions of running cohorts that ended with somebody not marked, oldest first."""
    session = TrainingSession
    wanted = (
        select(
            session.id, session.cohort_id, Cohort.name, number_of_session(), session.title,
            session.held_on, session.starts, blanks(),
        )
        .join(session.cohort)
        .where(session.cohort_id.in_(_running()), counts(), ended(now), blanks() > 0)
        .order_by(session.held_on, session.starts, session.id)
    )  # fmt: skip
    if cohort_id is not None:
        wanted = wanted.where(session.cohort_id == cohort_id)
    return [MissingRegister(*row) for row in db.execute(wanted)]


@allowed(*STAFF)
def at_risk(db: Db, today: date, cohort_id: int | None = None) -> list[AtRiskRow]:
    """Return who in running cohorts needs a word, by name, with the reason."""
    if cohort_id is None:
        sessions, people = _sessions_running().rows(db), _people_running().rows(db)
    else:
        here = {"cohort": cohort_id}
        sessions, people = _sessions_of_one().rows(db, **here), _people_of_one().rows(db, **here)
    held = _by_cohort(sessions)
    counted: dict[int, Counted] = {}
    found = []
    for person in map(_Person._make, people):
        cohort = person.cohort_id
        if cohort not in counted:
            how = person.target, bool(person.late_counts_half), person.absences_in_a_row
            counted[cohort] = Counted(held[cohort], Counting(today, *how, running=True))
        marks = json.loads(person.marks)
        letters = written([marks.get(session.key) for session in held[cohort]])
        amounts = counted[cohort].at_risk(letters)
        if amounts is not None and amounts.risk is not None:
            found.append(_risk(person, amounts.risk, amounts))
    return found


class _Session(NamedTuple):
    key: str  # its id, as marks name it
    number: int
    held_on: date
    counts: bool


def _by_cohort(rows: Iterable[tuple[Any, ...]]) -> Mapping[int, Sequence[_Session]]:
    found: dict[int, list[_Session]] = defaultdict(list)
    for cohort, session_id, day, state in rows:
        own, counts = found[cohort], state == SessionState.PLANNED
        own.append(_Session(str(session_id), len(own) + 1, date.fromisoformat(day), counts))
    return found


class _Person(NamedTuple):
    """Somebody of a running cohort who was not always there; `marks` are letters by session."""

    place_id: int
    person_id: int
    full_name: str
    family_name: str
    sort_name: str
    cohort_id: int
    cohort: str
    target: int | None
    late_counts_half: int
    absences_in_a_row: int
    marks: str


def _risk(person: _Person, reason: RiskReason, amounts: Amounts) -> AtRiskRow:
    return AtRiskRow(
        person.place_id, person.person_id, listed(person.full_name, person.family_name),
        person.sort_name, person.cohort_id, person.cohort,
        reason, amounts.missed, amounts.percent, person.target, amounts.outlook,
    )  # fmt: skip


@cache
def _sessions_running() -> PlainQuery:
    return PlainQuery(_sessions(_running()))


@cache
def _sessions_of_one() -> PlainQuery:
    return PlainQuery(_sessions(_running().where(Cohort.id == given("cohort"))))


@cache
def _people_running() -> PlainQuery:
    return PlainQuery(_people())


@cache
def _people_of_one() -> PlainQuery:
    return PlainQuery(_people().where(Place.cohort_id == given("cohort")))


def _sessions(cohorts: Select[int]) -> Select[*tuple[Any, ...]]:
    session = TrainingSession
    wanted = select(session.cohort_id, session.id, session.held_on, session.state)
    return wanted.where(session.cohort_id.in_(cohorts)).order_by(*_BY_DAY)


def _people() -> Select[*tuple[Any, ...]]:
    """Select the enrolled people of running cohorts who were not simply always there.

    Nobody else can be at risk, and this is where most people drop out. Their marks come as one
    text of JSON: a row for each would be most of the work.
    """
    away = Mark.letter.in_((Letter.ABSENT, Letter.EXCUSED))
    late = and_(Mark.letter == Letter.LATE, Programme.late_counts_half)
    marks = select(func.json_group_object(Mark.session_id, Mark.letter))
    own = marks.where(Mark.place_id == Place.id).correlate(Place).scalar_subquery()
    return (
        select(
            Place.id, Place.person_id, Person.full_name, Person.family_name, Person.sort_name,
            Place.cohort_id, Cohort.name, CompletionRules.attendance_percent,
            Programme.late_counts_half, Academy.absences_in_a_row, own,
        )
        .join(Place.person)
        .join(Place.cohort)
        .join(Cohort.programme)
        .join(Cohort.rules)
        .join(Academy, Academy.id == Academy.id)
        .where(Place.cohort_id.in_(_running()), Place.state == PlaceState.ENROLLED)
        .where(exists().where(Mark.place_id == Place.id, or_(away, late)))
        .order_by(Person.sort_name, Place.id)
    )  # fmt: skip


@allowed(*EVERYBODY)
def places_left(db: Db, today: date) -> list[PlacesLeft]:
    """Return the cohorts that take applications and have places left, the next to close first."""
    taken = (
        select(func.count())
        .where(Place.cohort_id == Cohort.id, Place.state != PlaceState.WITHDRAWN)
        .correlate(Cohort)
        .scalar_subquery()
    )
    left = Cohort.capacity - taken
    wanted = (
        select(Cohort.id, Cohort.name, left, Cohort.capacity, Cohort.apply_by)
        .where(Cohort.state == CohortState.RECRUITING, left > 0)
        .where(or_(Cohort.apply_by.is_(None), Cohort.apply_by >= today))
        .order_by(Cohort.apply_by.is_(None), Cohort.apply_by, Cohort.id)
    )
    return [PlacesLeft(*row) for row in db.execute(wanted)]
