"""Mentoring: pairs, their meetings, and when a pair has gone quiet."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.cohorts import Cohort
from academy.domain.people import Person
from academy.domain.words import MeetingFormat, PairState, RuleBroken


class MentoringPair(Entity):
    """A mentor and a mentee of a cohort. That they met is counted; what was said is not kept."""

    __tablename__ = "mentoring_pairs"
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[PairState] = mapped_column(stored(PairState), default=PairState.ACTIVE)
    began_on: Mapped[date]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    cohort: Mapped[Cohort] = relationship()
    mentee: Mapped[Person] = relationship(foreign_keys=[mentee_id])
    mentor: Mapped[Person] = relationship(foreign_keys=[mentor_id])
    meetings: Mapped[list[MentoringMeeting]] = relationship(
        back_populates="pair", cascade="all, delete-orphan", order_by="MentoringMeeting.held_on"
    )

    def meet(self, meeting: MentoringMeeting) -> None:
        """Note that the two met."""
        if self.state is PairState.ENDED:
            raise RuleBroken("pair_ended")
        meeting.check()
        self.meetings.append(meeting)

    def end(self, on: date, reason: str) -> None:
        """Part the two, with a reason."""
        if self.state is PairState.ENDED:
            raise RuleBroken("pair_ended")
        self.state, self.ended_on, self.end_reason = PairState.ENDED, on, reason


class MentoringMeeting(Entity):
    """One meeting of a pair: when, how long, how."""

    __tablename__ = "mentoring_meetings"
    pair_id: Mapped[int] = mapped_column(ForeignKey("mentoring_pairs.id"), index=True)
    held_on: Mapped[date]
    minutes: Mapped[int | None]
    format: Mapped[MeetingFormat] = mapped_column(
        stored(MeetingFormat), default=MeetingFormat.ONLINE
    )
    pair: Mapped[MentoringPair] = relationship(back_populates="meetings")

    def check(self) -> None:
        """Refuse a length that no meeting has."""
        if self.minutes is not None and not 1 <= self.minutes <= 24 * 60:
            raise RuleBroken("meeting_minutes", minutes=self.minutes)


def days_quiet(began_on: date, last_met: date | None, today: date) -> int:
    """Return the days since a pair was last in contact; a new pair counts from its beginning."""
    return (today - (last_met or began_on)).days


def require_fit(mentor: Person, mentee: Person, *, load: int, capacity: int) -> None:
    """Refuse a pair that cannot be: oneself, or more mentees than the mentor offers to take."""
    if mentor is mentee:
        raise RuleBroken("mentor_is_mentee")
    if load >= capacity:
        raise RuleBroken("mentor_full", load=load, capacity=capacity)
