"""Somebody is away from one day to another: apologies for all the sessions between, at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Cohort, Place
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Letter, PlaceState, RuleBroken
from academy.store.journal import Db
from academy.usecases.attendance import MarkDraft, mark
from academy.usecases.locking import locked_sessions
from academy.usecases.needs import number_of_session
from academy.usecases.rights import STAFF, allowed
from academy.usecases.standing import counts


@dataclass(frozen=True)
class AwaySession:
    """A session somebody is expected in, and their mark in it."""

    session_id: int
    place_id: int
    cohort: str
    number: int
    held_on: date
    letter: Letter | None


@allowed(*STAFF)
def expected_sessions(db: Db, person_id: int) -> list[AwaySession]:
    """Return the sessions of all cohorts somebody is enrolled in and that go on, by day."""
    return _sessions(db, Place.person_id == person_id)


def _sessions(db: Db, *where: ColumnElement[bool]) -> list[AwaySession]:
    session = TrainingSession
    here = and_(Mark.session_id == session.id, Mark.place_id == Place.id)
    wanted = (
        select(session.id, Place.id, Cohort.name, number_of_session(), session.held_on, Mark.letter)
        .select_from(session)
        .join(Cohort, Cohort.id == session.cohort_id)
        .join(Place, Place.cohort_id == Cohort.id)
        .outerjoin(Mark, here)
        .where(Place.state == PlaceState.ENROLLED, Cohort.state != CohortState.FINISHED)
        .where(counts(), *where)
        .order_by(session.held_on, session.starts, session.id)
    )
    return [AwaySession(*row) for row in db.execute(wanted)]


@allowed(*STAFF)
def set_away(db: Db, person_id: int, first: date, last: date, today: date) -> int:
    """Note apologies in every session from one day to another; return in how many.

    Only sessions without a mark, and whose register is not closed: what was seen stays.
    """
    if last < first:
        raise RuleBroken("away_backwards", first=first, last=last)
    held_on = TrainingSession.held_on
    between = _sessions(db, Place.person_id == person_id, held_on >= first, held_on <= last)
    locked = locked_sessions(db, {s.session_id for s in between}, today)
    open_ = [s for s in between if s.letter is None and s.session_id not in locked]
    if not open_:
        raise RuleBroken("away_nothing", first=first, last=last, marked=len(between))
    return mark(db, [MarkDraft(s.session_id, s.place_id, Letter.EXCUSED) for s in open_], today)
