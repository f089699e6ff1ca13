"""A cohort at a glance (experience 6.3): what comes next, attendance, risk, what is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from academy.domain.cohorts import Place
from academy.domain.mentoring import MentoringPair
from academy.domain.words import CohortState, Letter, PlaceState, Role, SessionState
from academy.store.journal import Db
from academy.usecases.certificates import certificates, due
from academy.usecases.cohorts import CohortDraft, cohort
from academy.usecases.mentoring import quiet_pairs, unpaired
from academy.usecases.needs import AtRiskRow, at_risk
from academy.usecases.register import Register, RegisterSession, register
from academy.usecases.rights import STAFF, allowed


@dataclass(frozen=True)
class SessionRate:
    """How a session was attended; `percent` is none where nobody is marked."""

    session_id: int
    number: int
    title: str
    held_on: date
    present: int
    marked: int
    percent: int | None


@dataclass(frozen=True)
class MentoringCount:
    """How many of a cohort have or had a mentor there, and how many pairs have gone quiet.

    `waiting` counts those without one now; in a finished cohort nobody waits.
    """

    paired: int
    people: int
    quiet: int
    waiting: int


@dataclass(frozen=True)
class CohortOverview:
    """A cohort at a glance. What only administrators may know is none for others.

    `percent` is the attendance of everybody together so far; `below` counts the people whose own
    rate is below the target now.
    """

    cohort: CohortDraft
    programme: str
    state: CohortState
    people: int
    next_session: RegisterSession | None
    to_come: int
    percent: int | None
    target: int | None
    rates: tuple[SessionRate, ...]
    at_risk: tuple[AtRiskRow, ...]
    on_track: int
    below: int
    mentoring: MentoringCount | None
    due: int | None
    issued: int


@allowed(*STAFF)
def cohort_overview(db: Db, cohort_id: int, now: datetime) -> CohortOverview:
    """Return a cohort at a glance."""
    marks = register(db, cohort_id, now.date())
    rows = [row for row in marks.rows if row.state is not PlaceState.WITHDRAWN]
    to_come = [s for s in marks.sessions if s.counts and (s.held_on, s.ends) > _moment(now)]
    risks = tuple(at_risk(db, now.date(), cohort_id))
    marked, attended = sum(row.marked for row in rows), sum(row.attended for row in rows)
    target = marks.target
    administrator = db.who.role is Role.ADMINISTRATOR
    return CohortOverview(
        cohort=cohort(db, cohort_id),
        programme=marks.programme,
        state=marks.state,
        people=len(rows),
        next_session=to_come[0] if to_come else None,
        to_come=len(to_come),
        percent=int(100 * attended / marked) if marked else None,
        target=target,
        rates=_rates(marks, now.date()),
        at_risk=risks,
        on_track=len(rows) - len(risks),
        below=sum(
            r.percent is not None and target is not None and r.percent < target for r in rows
        ),
        mentoring=_mentoring(db, marks, len(rows), now.date()) if administrator else None,
        due=len(due(db, cohort_id, now)) if administrator else None,
        issued=sum(row.live for row in certificates(db, cohort_id)),
    )


def _below(percent: int | None, target: int | None) -> bool:
    return percent is not None and target is not None and percent < target


def _moment(now: datetime) -> tuple[date, object]:
    return now.date(), now.time()


def _rates(marks: Register, today: date) -> tuple[SessionRate, ...]:
    return tuple(
        _rate(marks, column)
        for column, session in enumerate(marks.sessions)
        if session.state is SessionState.PLANNED and session.held_on <= today
    )


def _rate(marks: Register, column: int) -> SessionRate:
    session = marks.sessions[column]
    letters = [row.marks[column].letter for row in marks.rows]
    marked = sum(letter is not None for letter in letters)
    present = sum(letter in (Letter.PRESENT, Letter.LATE) for letter in letters)
    percent = int(100 * present / marked) if marked else None
    return SessionRate(
        session.id, session.number, session.title, session.held_on, present, marked, percent
    )


def _mentoring(db: Db, marks: Register, people: int, today: date) -> MentoringCount:
    """Count as the cohort stands: pairs end with a cohort, and those who had one had one."""
    wanted = (
        select(func.count(MentoringPair.mentee_id.distinct()))
        .join(
            Place,
            (Place.cohort_id == MentoringPair.cohort_id)
            & (Place.person_id == MentoringPair.mentee_id),
        )
        .where(MentoringPair.cohort_id == marks.cohort_id, Place.state != PlaceState.WITHDRAWN)
    )
    over = marks.state is CohortState.FINISHED
    return MentoringCount(
        paired=db.scalars(wanted).one(),
        people=people,
        quiet=len(quiet_pairs(db, today, marks.cohort_id)),
        waiting=0 if over else len(unpaired(db, marks.cohort_id)),
    )
