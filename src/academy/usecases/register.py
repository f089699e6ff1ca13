"""The register of a cohort as a grid: its sessions, its people, their marks and rates.

Two statements whatever the size of the cohort: its sessions, each with its marks as one text, and
its people. It is read after every mark, so few rows cross from the database, and what follows from
a person's marks is worked out once for all who have the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ScalarSelect, case, func, select

from academy.domain.academy import Academy
from academy.domain.attendance import Mark, written
from academy.domain.cohorts import Cohort, Place
from academy.domain.locking import is_locked
from academy.domain.names import listed
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Letter, PlaceState, RiskReason, SessionState
from academy.store.journal import Db
from academy.store.plain import PlainQuery, given
from academy.usecases.amounts import Counted, Counting
from academy.usecases.facilitators import facilitators_of
from academy.usecases.locking import last_reopened
from academy.usecases.outlook import Outlook
from academy.usecases.rights import STAFF, allowed
from academy.usecases.visitors import number_of_visitors


@dataclass(frozen=True)
class RegisterSession:
    """A column of the register."""

    id: int
    number: int
    title: str
    held_on: date
    starts: time
    ends: time
    zone: str
    room: str
    link: str
    facilitator: str
    staff_notes: str
    required: bool
    state: SessionState
    moved_from: date | None = None
    visitors: int = 0
    locked: bool = False
    residential: str = ""  # shared by the days of one

    @property
    def counts(self) -> bool:
        """Whether its marks count: cancelled and “not held” sessions count nowhere."""
        return self.state is SessionState.PLANNED


@dataclass(frozen=True)
class RegisterMark:
    """A cell of the register; no letter is blank."""

    letter: Letter | None = None
    note: str = ""
    source: str = ""


BLANK = RegisterMark()
_PLAIN = {letter: RegisterMark(letter) for letter in (None, *Letter)}  # nearly every cell is one


@dataclass(frozen=True)
class RegisterRow:
    """A person in the register: a mark for each session, and what they amount to."""

    place_id: int
    person_id: int
    number: int
    name: str
    full_name: str
    state: PlaceState
    withdrawn_on: date | None
    marks: tuple[RegisterMark, ...]
    attended: float
    marked: int
    percent: int | None
    missed: int
    risk: RiskReason | None
    outlook: Outlook

    def attends(self, session: RegisterSession) -> bool:
        """Whether the person held their place when the session took place."""
        return self.withdrawn_on is None or session.held_on <= self.withdrawn_on


@dataclass(frozen=True)
class Register:
    """A cohort's register."""

    cohort_id: int
    cohort: str
    programme: str
    state: CohortState
    target: int | None
    late_counts_half: bool
    sessions: tuple[RegisterSession, ...]
    rows: tuple[RegisterRow, ...]

    def blanks(self, column: int) -> int:
        """Return how many people are not marked yet in a session."""
        session = self.sessions[column]
        if not session.counts:
            return 0
        return sum(r.attends(session) and r.marks[column].letter is None for r in self.rows)

    def present(self, column: int) -> int:
        """Return how many people were present or late in a session."""
        here = (Letter.PRESENT, Letter.LATE)
        return sum(row.marks[column].letter in here for row in self.rows)

    def begun(self, column: int) -> bool:
        """Whether anybody is marked in a session, apologies in advance left aside."""
        here = (Letter.PRESENT, Letter.LATE, Letter.ABSENT)
        return any(row.marks[column].letter in here for row in self.rows)


@allowed(*STAFF)
def register(db: Db, cohort_id: int, today: date) -> Register:
    """Return the register of a cohort; rates are those of the sessions up to today."""
    heads = [_Head(*row) for row in _sessions().rows(db, cohort=cohort_id)]
    first = heads[0]
    held = heads if first.id else []
    sessions = tuple(_session(number, head, today) for number, head in enumerate(held, 1))
    marks = [_marks(head.marks) for head in held]
    state, target = CohortState(first.cohort_state), first.target
    half, running = bool(first.late_counts_half), state is CohortState.RUNNING
    counted = Counted(sessions, Counting(today, target, half, first.absences_in_a_row, running))
    people = _people().rows(db, cohort=cohort_id)
    rows = tuple(_row(number, one, marks, counted) for number, one in enumerate(people, 1))
    return Register(cohort_id, first.cohort, first.programme, state, target, half, sessions, rows)


class _Head(NamedTuple):
    """A row of `_sessions`, as the file has it; a cohort without sessions has one, without id."""

    id: int
    title: str
    held_on: str
    starts: str
    ends: str
    zone: str
    room: str
    link: str
    facilitator: str
    staff_notes: str
    required: int
    state: str
    moved_from: str | None
    visitors: int
    residential: str
    reopened: str | None
    marks: str
    cohort: str
    cohort_state: str
    programme: str
    late_counts_half: int
    target: int | None
    absences_in_a_row: int
    lock_days: int


@cache
def _sessions() -> PlainQuery:
    session = TrainingSession
    return PlainQuery(
        select(
            session.id, session.title, session.held_on, session.starts, session.ends,
            session.zone, session.room, session.link, facilitators_of(), session.staff_notes,
            session.required, session.state, session.moved_from, number_of_visitors(),
            session.residential, last_reopened(), _marks_of_session(),
            Cohort.name, Cohort.state, Programme.name, Programme.late_counts_half,
            CompletionRules.attendance_percent, Academy.absences_in_a_row, Academy.lock_days,
        )
        .select_from(Cohort)
        .join(Academy, Academy.id == Academy.id)
        .join(Cohort.programme)
        .join(Cohort.rules)
        .outerjoin(session, session.cohort_id == Cohort.id)
        .where(Cohort.id == given("cohort"))
        .order_by(session.held_on, session.starts, session.id)
    )  # fmt: skip


def _marks_of_session() -> ScalarSelect[str]:
    """Return the marks of a selected session as JSON by place: a letter, or letter, note, source.

    A row for each cell would be most of the register's work; nearly every mark is only a letter.
    """
    more = func.json_array(Mark.letter, Mark.note, Mark.source)
    told = case((Mark.note + Mark.source != "", more), else_=Mark.letter)
    marks = select(func.json_group_object(Mark.place_id, told))
    mine = Mark.session_id == TrainingSession.id
    return marks.where(mine).correlate(TrainingSession).scalar_subquery()


def _marks(text: str) -> dict[str, RegisterMark]:
    found = json.loads(text)
    if "[" not in text:
        return {place: _PLAIN[letter] for place, letter in found.items()}
    return {place: _mark(cell) for place, cell in found.items()}


def _mark(cell: str | list[str] | None) -> RegisterMark:
    if not isinstance(cell, list):
        return _PLAIN[cell]
    letter, note, source = cell
    return RegisterMark(_PLAIN[letter].letter, note, source)


def _session(number: int, head: _Head, today: date) -> RegisterSession:
    held_on, moved, reopened = date.fromisoformat(head.held_on), head.moved_from, head.reopened
    return RegisterSession(
        head.id, number, head.title, held_on,
        time.fromisoformat(head.starts), time.fromisoformat(head.ends),
        head.zone, head.room, head.link, head.facilitator, head.staff_notes,
        bool(head.required), SessionState(head.state), _day(moved), head.visitors,
        is_locked(held_on, _day(reopened), head.lock_days, today), head.residential,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@cache
def _people() -> PlainQuery:
    return PlainQuery(
        select(
            Place.id, Place.person_id, Person.full_name, Person.family_name, Place.state,
            Place.withdrawn_on,
        )
        .join(Place.person)
        .where(Place.cohort_id == given("cohort"))
        .order_by(Person.sort_name, Person.id)
    )  # fmt: skip


def _row(
    number: int,
    person: tuple[Any, ...],
    marks: Sequence[Mapping[str, RegisterMark]],
    counted: Counted,
) -> RegisterRow:
    place_id, person_id, full_name, family_name, stands, left = person
    place, state, gone = str(place_id), PlaceState(stands), _day(left)
    own = tuple([column.get(place, BLANK) for column in marks])
    letters = written([mark.letter for mark in own])
    amounts = counted.amounts(letters, gone, enrolled=state is PlaceState.ENROLLED)
    name = listed(full_name, family_name)
    return RegisterRow(place_id, person_id, number, name, full_name, state, gone, own, *amounts)
