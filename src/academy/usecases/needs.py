"""What needs somebody (experience 6.2): registers missing, people at risk, places left.

Home counts what these lists hold, so that each number equals the list it opens. Certificates due
and quiet pairs have theirs in `certificates` and `mentoring`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    ScalarSelect,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import aliased

from academy.domain.academy import Academy
from academy.domain.attendance import Mark, written
from academy.domain.cohorts import Cohort, Place
from academy.domain.names import listed, sort_key
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Letter, PlaceState, RiskReason, SessionState
from academy.store.journal import Db
from academy.usecases.amounts import Amounts, Counted, Counting
from academy.usecases.outlook import Outlook
from academy.usecases.rights import EVERYBODY, STAFF, allowed
from academy.usecases.standing import counts, ended


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
            session.held_on, session.starts, blanks().label("blank"),
        )
        .join(session.cohort)
        .where(session.cohort_id.in_(_running()), counts(), ended(now))
        .order_by(session.held_on, session.starts, session.id)
    )  # fmt: skip
    if cohort_id is not None:
        wanted = wanted.where(session.cohort_id == cohort_id)
    return [MissingRegister(*row) for row in db.execute(wanted) if row.blank]


@allowed(*STAFF)
def at_risk(db: Db, today: date, cohort_id: int | None = None) -> list[AtRiskRow]:
    """Return who in running cohorts needs a word, by name, with the reason."""
    people = _imperfect(db, cohort_id)
    if not people:
        return []
    running = _Running(db, today)
    found = [_risk(person, running) for person in people]
    return sorted((row for row in found if row), key=lambda row: (row.sort, row.place_id))


def _imperfect(db: Db, cohort_id: int | None) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the enrolled people of running cohorts who were not simply always there.

    Nobody else can be at risk, and this is where most people drop out.
    """
    away = Mark.letter.in_((Letter.ABSENT, Letter.EXCUSED))
    late = and_(Mark.letter == Letter.LATE, Programme.late_counts_half)
    wanted = (
        select(
            Place.id, Place.person_id, Person.full_name, Person.family_name, Place.cohort_id,
            Cohort.name.label("cohort"), CompletionRules.attendance_percent.label("target"),
            Programme.late_counts_half, Place.state, Place.enrolled_on, Cohort.rules_id,
        )
        .join(Place.person)
        .join(Place.cohort)
        .join(Cohort.programme)
        .join(Cohort.rules)
        .where(Cohort.state == CohortState.RUNNING, Place.state == PlaceState.ENROLLED)
        .where(exists().where(Mark.place_id == Place.id, or_(away, late)))
    )  # fmt: skip
    if cohort_id is not None:
        wanted = wanted.where(Place.cohort_id == cohort_id)
    return db.execute(wanted).all()


@dataclass(frozen=True)
class _Session:
    id: int
    number: int
    held_on: date
    counts: bool


class _Running:
    """The sessions and marks of running cohorts, as far as risk needs them."""

    def __init__(self, db: Db, today: date) -> None:
        self._today, self._counted = today, dict[int, Counted]()
        self._in_a_row = db.scalars(select(Academy.absences_in_a_row)).one()
        session, here = TrainingSession, TrainingSession.cohort_id.in_(_running())
        self._sessions: dict[int, list[_Session]] = defaultdict(list)
        wanted = select(session.cohort_id, session.id, session.held_on, session.state).where(here)
        ordered = wanted.order_by(session.held_on, session.starts, session.id)
        for cohort, session_id, day, state in db.execute(ordered):
            own = self._sessions[cohort]
            own.append(_Session(session_id, len(own) + 1, day, state is SessionState.PLANNED))
        marked = select(Mark.place_id, Mark.session_id, Mark.letter).join(Mark.session)
        self._marks = {
            (place, session): letter for place, session, letter in db.execute(marked.where(here))
        }

    def amounts(self, person: Row[*tuple[Any, ...]]) -> Amounts:
        """Return what the marks of somebody enrolled amount to."""
        sessions = self._sessions[person.cohort_id]
        if person.cohort_id not in self._counted:
            how = person.target, person.late_counts_half, self._in_a_row
            self._counted[person.cohort_id] = Counted(
                sessions, Counting(self._today, *how, running=True)
            )
        letters = written([self._marks.get((person.id, session.id)) for session in sessions])
        return self._counted[person.cohort_id].amounts(letters, enrolled=True)


def _risk(person: Row[*tuple[Any, ...]], running: _Running) -> AtRiskRow | None:
    found = running.amounts(person)
    if found.risk is None:
        return None
    return AtRiskRow(
        person.id, person.person_id, listed(person.full_name, person.family_name),
        sort_key(person.full_name, person.family_name), person.cohort_id, person.cohort,
        found.risk, found.missed, found.percent, person.target, found.outlook,
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
