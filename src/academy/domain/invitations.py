"""Invitations: what people's calendars were told of a session, and what they answered.

A calendar knows a session by its `uid` and believes the message with the highest `sequence`
(RFC 5546): it rises with every message that says something new, and with a cancellation.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.sessions import TrainingSession
from academy.domain.words import Answer


class Invitation(Entity):
    """The newest message about a session: its number, what it said, whether it called it off."""

    __tablename__ = "invitations"
    session_id: Mapped[int] = mapped_column(
        ForeignKey("training_sessions.id"), unique=True, index=True
    )
    sequence: Mapped[int] = mapped_column(default=0)
    said: Mapped[str] = mapped_column(default="")  # a digest of day, times, place and words
    sent_at: Mapped[datetime]  # UTC
    cancelled: Mapped[bool] = mapped_column(default=False)
    session: Mapped[TrainingSession] = relationship()
    invited: Mapped[list[Invited]] = relationship(
        back_populates="invitation", cascade="all, delete-orphan", order_by="Invited.id"
    )

    def next_sequence(self, said: str, *, cancel: bool) -> int:
        """Return the number of a message: the same for the same words, else one more."""
        told = self.said == said and self.cancelled is cancel
        return self.sequence if told else self.sequence + 1


class Invited(Entity):
    """Somebody a session's invitation went to, and their answer."""

    __tablename__ = "invited"
    __table_args__ = (UniqueConstraint("invitation_id", "person_id"), Entity.__table_args__)
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitations.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    email: Mapped[str]  # where it went; the answer comes from there
    answer: Mapped[Answer] = mapped_column(stored(Answer), default=Answer.WAITING)
    answered_at: Mapped[datetime | None]  # UTC, as their calendar stamped it
    answered_sequence: Mapped[int | None]
    invitation: Mapped[Invitation] = relationship(back_populates="invited")

    def take(self, answer: Answer, sequence: int, at: datetime) -> bool:
        """Keep an answer unless a newer one is known; return whether it says anything new."""
        known = self.answered_at
        if known is not None and (sequence, at) <= (self.answered_sequence or 0, known):
            return False
        self.answer, self.answered_sequence, self.answered_at = answer, sequence, at
        return True
