"""The calendar: sessions of all cohorts by day, with what clashes and who answered; the feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, Final

from sqlalchemy import Row, ScalarSelect, Select, func, select, tuple_
from sqlalchemy.orm import aliased

from academy.domain.bank_holidays import bank_holidays
from academy.domain.cohorts import Cohort
from academy.domain.invitations import Invitation
from academy.domain.sessions import TrainingSession
from academy.domain.words import SessionFormat, SessionState
from academy.exchange.calendar import CalendarEvent
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.answers import Answers, answers, answers_among
from academy.usecases.clashes import Clash, clashes
from academy.usecases.facilitators import facilitators_of
from academy.usecases.invitations import event_of, said_of
from academy.usecases.rights import EVERYBODY, allowed

NO_ANSWERS = Answers()
IN_TIME: Final = (TrainingSession.held_on, TrainingSession.starts, TrainingSession.id)
"""What sessions are ordered by."""


@dataclass(frozen=True)
class CalendarSession:
    """A session in the calendar; its number counts the cohort's sessions by date."""

    id: int
    cohort_id: int
    cohort: str
    number: int
    title: str
    held_on: date
    starts: time
    ends: time
    format: SessionFormat
    room: str
    facilitator: str
    state: SessionState
    moved_from: date | None
    residential: str = ""  # shared by the days of one
    clashes: tuple[Clash, ...] = ()
    answers: Answers = NO_ANSWERS


_REMOVED: Final = CalendarSession(
    0, 0, "", 0, "", date.min, time(), time(), SessionFormat.IN_PERSON, "", "",
    SessionState.PLANNED, None,
)  # fmt: skip


@allowed(*EVERYBODY)
def calendar(
    db: Db, first: date, last: date, today: date, cohort_id: int | None = None
) -> list[CalendarSession]:
    """Return the sessions of some days, of all cohorts or one, in the order they take place.

    Clashes are those from today on: what is over has no way out.
    """
    session = TrainingSession
    wanted = _shown().where(session.held_on.between(first, last)).order_by(*IN_TIME)
    if cohort_id is not None:
        wanted = wanted.where(session.cohort_id == cohort_id)
    found, told = clashes(db, max(first, today), last), answers(db, first, last)
    return [_session(row, found, told) for row in db.execute(wanted)]


@allowed(*EVERYBODY)
def sessions_of_page(
    db: Db, ids: Sequence[int], found: Mapping[int, tuple[Clash, ...]]
) -> list[CalendarSession]:
    """Return these sessions in the order of their ids, with the clashes found before.

    Whichever was removed meanwhile is blank.
    """
    told = answers_among(db, TrainingSession.id.in_(ids))
    rows = db.execute(_shown().where(TrainingSession.id.in_(ids)))
    known = {row.id: _session(row, found, told) for row in rows}
    return [known.get(one) or replace(_REMOVED, id=one) for one in ids]


def number_in_cohort() -> ScalarSelect[int]:
    """Return which one of its cohort's sessions a session is, by date, for a select of sessions."""
    session, earlier = TrainingSession, aliased(TrainingSession)
    until = tuple_(earlier.held_on, earlier.starts, earlier.id) <= tuple_(*IN_TIME)
    same = select(func.count()).where(earlier.cohort_id == session.cohort_id, until)
    return same.correlate(session).scalar_subquery()


def _shown() -> Select[*tuple[Any, ...]]:
    session = TrainingSession
    return select(
        session.id, session.cohort_id, Cohort.name, number_in_cohort(), session.title,
        session.held_on, session.starts, session.ends, session.format, session.room,
        facilitators_of(), session.state, session.moved_from, session.residential,
    ).join(session.cohort)  # fmt: skip


def _session(
    row: Row[*tuple[Any, ...]],
    found: Mapping[int, tuple[Clash, ...]],
    told: Mapping[int, Answers],
) -> CalendarSession:
    clashing, answered = found.get(row.id, ()), told.get(row.id, NO_ANSWERS)
    return replace(CalendarSession(*row), clashes=clashing, answers=answered)


@allowed(*EVERYBODY)
def holidays(db: Db, first: date, last: date) -> Mapping[date, str]:
    """Return the bank holidays of some days with their names, by the academy's nation."""
    years = range(first.year, last.year + 1)
    known = bank_holidays(the_academy(db).nation, years)
    return {day: name for day, name in known.items() if first <= day <= last}


@allowed(*EVERYBODY)
def span_of_sessions(db: Db) -> tuple[date, date] | None:
    """Return the first and the last day on which anything is planned; none without a session."""
    held_on = TrainingSession.held_on
    first: date | None = db.scalar(select(func.min(held_on)))
    last: date | None = db.scalar(select(func.max(held_on)))
    return None if first is None or last is None else (first, last)


@allowed(*EVERYBODY)
def feed(db: Db, cohort_id: int | None = None) -> list[CalendarEvent]:
    """Return every session as calendars get it, the cancelled ones too, so that they vanish."""
    session = TrainingSession
    wanted = (
        select(session, Invitation)
        .outerjoin(Invitation, Invitation.session_id == session.id)
        .order_by(session.held_on, session.starts, session.id)
    )
    if cohort_id is not None:
        wanted = wanted.where(session.cohort_id == cohort_id)
    stamped = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    return [event_of(found, _sequence(found, told), stamped) for found, told in db.execute(wanted)]


def _sequence(session: TrainingSession, told: Invitation | None) -> int:
    off = session.state is not SessionState.PLANNED
    return told.next_sequence(said_of([session]), cancel=off) if told is not None else 0
