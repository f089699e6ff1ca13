"""Registers that close after some days, and opening one again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ScalarSelect, func, select

from academy.domain.academy import Academy
from academy.domain.locking import SessionReopening, is_locked
from academy.domain.sessions import TrainingSession
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, STAFF, allowed


@dataclass(frozen=True)
class Reopening:
    """When a session was opened again, and why."""

    reopened_on: date
    reason: str


def last_reopened() -> ScalarSelect[date]:
    """Return the day on which a selected session was last opened again, if ever."""
    mine = SessionReopening.session_id == TrainingSession.id
    return select(func.max(SessionReopening.reopened_on)).where(mine).scalar_subquery()


def locked_sessions(db: Db, session_ids: Collection[int], today: date) -> dict[int, int]:
    """Return which of these sessions are closed, each with the days after which they close."""
    days = db.scalars(select(Academy.lock_days)).one()
    if not days or not session_ids:
        return {}
    session = TrainingSession
    wanted = select(session.id, session.held_on, last_reopened())
    found = db.execute(wanted.where(session.id.in_(session_ids)))
    return {row[0]: days for row in found if is_locked(row[1], row[2], days, today)}


@allowed(*ADMINISTRATORS)
def reopen_session(db: Db, session_id: int, reason: str, today: date) -> None:
    """Open a closed session's register again, for a reason."""
    session = db.get_one(TrainingSession, session_id)
    if session_id not in locked_sessions(db, [session_id], today):
        raise RuleBroken("session_not_locked", session=session.title)
    kept = drafts.required(reason, "reopening_reason_missing")
    db.add(SessionReopening(session=session, reopened_on=today, reason=kept))


@allowed(*STAFF)
def reopenings(db: Db, session_id: int) -> list[Reopening]:
    """Return when and why a session was opened again, the latest first."""
    kept = SessionReopening
    wanted = (
        select(kept.reopened_on, kept.reason)
        .where(kept.session_id == session_id)
        .order_by(kept.id.desc())
    )
    return [Reopening(*row) for row in db.execute(wanted)]
