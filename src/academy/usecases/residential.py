"""A residential: several days of training that were planned together and keep together.

Each day is a session with its own register and hours. They are added by `series.add_series`;
here they are found, moved and called off in one gesture. One day alone is changed as any session.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from academy.domain.sessions import TrainingSession
from academy.domain.words import SessionState
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, STAFF, allowed
from academy.usecases.sessions import change_session_state, move_session


@dataclass(frozen=True)
class ResidentialDay:
    """A day of a residential."""

    session_id: int
    title: str
    held_on: date
    starts: time
    ends: time
    state: SessionState


def together(db: Db, session: TrainingSession) -> Sequence[TrainingSession]:
    """Return all days of a session's residential in their order; a lone session is its own."""
    if not session.residential:
        return [session]
    return db.scalars(
        select(TrainingSession)
        .where(TrainingSession.residential == session.residential)
        .order_by(TrainingSession.held_on, TrainingSession.starts, TrainingSession.id)
    ).all()


@allowed(*EVERYBODY)
def residential(db: Db, session_id: int) -> list[ResidentialDay]:
    """Return the days of the residential that a session is one of; none for a lone session."""
    days = together(db, db.get_one(TrainingSession, session_id))
    if len(days) < 2:
        return []
    return [
        ResidentialDay(day.id, day.title, day.held_on, day.starts, day.ends, day.state)
        for day in days
    ]


@allowed(*ADMINISTRATORS)
def move_residential(db: Db, session_id: int, day: date) -> None:
    """Let a session take place on another day, and the whole residential as much later.

    Raises RuleBroken time_skipped or time_doubled, as one session does.
    """
    moved = db.get_one(TrainingSession, session_id)
    step = day - moved.held_on
    for one in together(db, moved):
        move_session(db, one.id, one.held_on + step)


@allowed(*STAFF)
def change_residential_state(db: Db, session_id: int, state: SessionState) -> None:
    """Say of all days that they are cancelled, were not held, or take place after all."""
    for one in together(db, db.get_one(TrainingSession, session_id)):
        change_session_state(db, one.id, state)
