"""Registers that close: after so many days a session's marks are kept as they are.

Reopening a session needs a reason, is kept for good, and opens it for as many days again.
"""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity
from academy.domain.sessions import TrainingSession


class SessionReopening(Entity):
    """A session's register was opened again, on a day and for a reason; the journal knows by whom.

    Nobody changes or removes one; undoing the reopening takes it back.
    """

    __tablename__ = "session_reopenings"
    session_id: Mapped[int] = mapped_column(ForeignKey("training_sessions.id"), index=True)
    reopened_on: Mapped[date]
    reason: Mapped[str]
    session: Mapped[TrainingSession] = relationship()


def is_locked(held_on: date, reopened_on: date | None, lock_days: int, today: date) -> bool:
    """Tell whether a session's marks are closed; with `lock_days` 0 they never are.

    The days count from the session's day, or from when it was last opened again.
    """
    if not lock_days:
        return False
    since = max(held_on, reopened_on) if reopened_on is not None else held_on
    return today - since > timedelta(days=lock_days)
