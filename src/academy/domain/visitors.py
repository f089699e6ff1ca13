"""Visitors: people who walk into a session and are not on its register."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession


class SessionVisitor(Entity):
    """Somebody who visited a session: a name as they gave it, and who that is, once known."""

    __tablename__ = "session_visitors"
    __table_args__ = (UniqueConstraint("session_id", "person_id"), Entity.__table_args__)
    session_id: Mapped[int] = mapped_column(ForeignKey("training_sessions.id"), index=True)
    name: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    session: Mapped[TrainingSession] = relationship()
    person: Mapped[Person | None] = relationship()
