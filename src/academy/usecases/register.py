"""The register of a cohort as a grid: its sessions, its people, their marks and rates.

Two statements whatever the size of the cohort: one for its sessions, one for people and marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from academy.domain.academy import Academy
from academy.domain.attendance import Mark, attendance, missed_in_a_row, risk
from academy.domain.cohorts import Cohort, Place
from academy.domain.locking import is_locked
from academy.domain.names import listed
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Letter, PlaceState, RiskReason, SessionState
from academy.store.journal import Db
from academy.usecases.facilitators import facilitators_of
from academy.usecases.locking import last_reopened
from academy.usecases.outlook import Outlook, outlook
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


@dataclass(frozen=True)
class _Counting:
    """How marks of this cohort are counted."""

    target: int | None
    late_counts_half: bool
    absences_in_a_row: int
    running: bool
    today: date


@allowed(*STAFF)
def register(db: Db, cohort_id: int, today: date) -> Register:
    """Return the register of a cohort; rates are those of the sessions up to today."""
    heads = _heads(db, cohort_id)
    first = heads[0]
    sessions = tuple(
        _session(number, row, today)
        for number, row in enumerate((h for h in heads if h.id is not None), 1)
    )
    running = first.cohort_state is CohortState.RUNNING
    counting = _Counting(
        first.attendance_percent, first.late_counts_half, first.absences_in_a_row, running, today
    )
    rows = _rows(db, cohort_id, sessions, counting)
    return Register(
        cohort_id,
        first.cohort,
        first.programme,
        first.cohort_state,
        first.attendance_percent,
        first.late_counts_half,
        sessions,
        rows,
    )


def _session(number: int, row: Row[*tuple[Any, ...]], today: date) -> RegisterSession:
    locked = is_locked(row.held_on, row.reopened, row.lock_days, today)
    details: tuple[Any, ...] = (*row[1:14], locked, row.residential)
    return RegisterSession(row.id, number, *details)


def _heads(db: Db, cohort_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    return db.execute(_of_heads(), {"cohort": cohort_id}).all()


@cache  # read after every mark: building the statement takes longer than running it
def _of_heads() -> Select[*tuple[Any, ...]]:
    session = TrainingSession
    return (
        select(
            session.id, session.title, session.held_on, session.starts, session.ends,
            session.zone, session.room, session.link, facilitators_of().label("facilitator"),
            session.staff_notes,
            session.required, session.state, session.moved_from, number_of_visitors(),
            last_reopened().label("reopened"), Academy.lock_days, session.residential,
            Cohort.name.label("cohort"), Cohort.state.label("cohort_state"),
            Programme.name.label("programme"), Programme.late_counts_half,
            CompletionRules.attendance_percent, Academy.absences_in_a_row,
        )
        .select_from(Cohort)
        .join(Academy, Academy.id == Academy.id)
        .join(Cohort.programme)
        .join(Cohort.rules)
        .outerjoin(session, session.cohort_id == Cohort.id)
        .where(Cohort.id == bindparam("cohort"))
        .order_by(session.held_on, session.starts, session.id)
    )  # fmt: skip


def _rows(
    db: Db, cohort_id: int, sessions: Sequence[RegisterSession], counting: _Counting
) -> tuple[RegisterRow, ...]:
    people: dict[int, Row[*tuple[Any, ...]]] = {}
    marks: dict[tuple[int, int], RegisterMark] = {}
    for row in db.execute(_of_cells(), {"cohort": cohort_id}):
        place_id, session_id, letter, note, source, *_ = row
        people.setdefault(place_id, row)
        if session_id is not None:
            told = note or source
            cell = RegisterMark(letter, note, source) if told else _PLAIN[letter]
            marks[place_id, session_id] = cell
    ordered = sorted(people.values(), key=lambda p: (p.sort_name, p.person_id))
    return tuple(
        _row(number, person, [marks.get((person.id, s.id), BLANK) for s in sessions], sessions,
             counting)
        for number, person in enumerate(ordered, 1)
    )  # fmt: skip


@cache
def _of_cells() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Place.id, Mark.session_id, Mark.letter, Mark.note, Mark.source,
            Place.person_id, Person.full_name, Person.family_name, Place.state, Place.withdrawn_on,
            Person.sort_name,
        )
        .join(Place.person)
        .outerjoin(Mark, Mark.place_id == Place.id)
        .where(Place.cohort_id == bindparam("cohort"))
    )  # fmt: skip


def _row(
    number: int,
    person: Row[*tuple[Any, ...]],
    marks: list[RegisterMark],
    sessions: Sequence[RegisterSession],
    counting: _Counting,
) -> RegisterRow:
    gone = person.withdrawn_on
    mine = [s for s in sessions if s.counts and (gone is None or s.held_on <= gone)]
    counted = [marks[session.number - 1].letter for session in mine]
    held = sum(session.held_on <= counting.today for session in mine)
    so_far = attendance(counted[:held], late_counts_half=counting.late_counts_half)
    at_risk = None
    if counting.running and person.state is PlaceState.ENROLLED:
        at_risk = risk(
            counted,
            counting.target,
            held=held,
            absences_in_a_row=counting.absences_in_a_row,
            late_counts_half=counting.late_counts_half,
        )
    return RegisterRow(
        person.id,
        person.person_id,
        number,
        listed(person.full_name, person.family_name),
        person.full_name,
        person.state,
        gone,
        tuple(marks),
        so_far.attended,
        so_far.marked,
        so_far.percent,
        missed_in_a_row(counted[:held]),
        at_risk,
        outlook(
            counted,
            mine,
            counting.target,
            counting.today,
            late_counts_half=counting.late_counts_half,
        ),
    )
