"""What meeting reports said of a session: who was there when, kept so that reports add up.

A restarted meeting makes several reports. The minutes of a person are the union of all that was
reported, whichever report came first, so what each one said is kept beside the marks.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from academy.domain.base import Entity
from academy.domain.cohorts import Place
from academy.domain.sessions import TrainingSession


class ReportedStay(Entity):
    """One interval in which a report saw a person in the meeting, or a total without times."""

    __tablename__ = "reported_stays"
    session_id: Mapped[int] = mapped_column(ForeignKey("training_sessions.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    report: Mapped[str]  # tells a report's totals from those of another
    joined: Mapped[datetime | None]  # in UTC
    left: Mapped[datetime | None]  # in UTC; none: to the end of the session
    seconds: Mapped[int | None]  # stated by a report that has no times
    session: Mapped[TrainingSession] = relationship(
        backref=backref("reported_stays", cascade="all, delete-orphan")
    )
    place: Mapped[Place] = relationship(
        backref=backref("reported_stays", cascade="all, delete-orphan")
    )


def from_report(source: str) -> bool:
    """Tell whether a mark’s source says that a meeting report gave it: “teams 148 180”."""
    return source.partition(" ")[0] in ("teams", "zoom", "meet", "webex", "report")


def late(first: datetime | None, starts: datetime, minutes: int) -> bool:
    """Tell whether somebody first seen at a moment was more than so many minutes late."""
    return first is not None and (first - starts).total_seconds() > 60 * minutes


def enough(seconds: int, of_seconds: int, percent: int) -> bool:
    """Tell whether the time present reaches a share of the session's whole."""
    return 100 * seconds >= percent * of_seconds
