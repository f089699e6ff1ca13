"""Mentoring: what mentees wish, pairs, their meetings, goals and private notes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.words import GoalState, MeetingFormat, PairState, RuleBroken


class MenteeProfile(Entity):
    """What a mentee of a cohort wishes for; nothing here comes from equality answers.

    `wants` and `wishes` are words with commas between: what they want to learn, and what they said
    about the mentor for this purpose.
    """

    __tablename__ = "mentee_profiles"
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), unique=True, index=True)
    wants: Mapped[str] = mapped_column(default="")
    themes: Mapped[list[str]] = mapped_column(JSON, default=list)
    wishes: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")  # "": that of the organisation
    online: Mapped[bool] = mapped_column(default=True)
    in_person: Mapped[bool] = mapped_column(default=True)
    days: Mapped[list[str]] = mapped_column(JSON, default=list)
    grade: Mapped[int | None]
    place: Mapped[Place] = relationship()


class MentoringConflict(Entity):
    """Two people who are never to be paired, because one of them said so."""

    __tablename__ = "mentoring_conflicts"
    __table_args__ = (UniqueConstraint("mentee_id", "mentor_id"), Entity.__table_args__)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)


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
    score: Mapped[int | None]  # of the suggestion it came from; none: chosen by hand
    why: Mapped[list[Any]] = mapped_column(JSON, default=list)  # its reasons: [key, facts]
    cohort: Mapped[Cohort] = relationship()
    mentee: Mapped[Person] = relationship(foreign_keys=[mentee_id])
    mentor: Mapped[Person] = relationship(foreign_keys=[mentor_id])
    meetings: Mapped[list[MentoringMeeting]] = relationship(
        back_populates="pair", cascade="all, delete-orphan", order_by="MentoringMeeting.held_on"
    )

    goals: Mapped[list[MentoringGoal]] = relationship(
        back_populates="pair", cascade="all, delete-orphan", order_by="MentoringGoal.id"
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
    next_on: Mapped[date | None]  # the day agreed for the next one
    pair: Mapped[MentoringPair] = relationship(back_populates="meetings")

    def check(self) -> None:
        """Refuse a length that no meeting has."""
        if self.minutes is not None and not 1 <= self.minutes <= 24 * 60:
            raise RuleBroken("meeting_minutes", minutes=self.minutes)


class MentoringGoal(Entity):
    """Something a pair works towards, in their own words."""

    __tablename__ = "mentoring_goals"
    pair_id: Mapped[int] = mapped_column(ForeignKey("mentoring_pairs.id"), index=True)
    text: Mapped[str]
    state: Mapped[GoalState] = mapped_column(stored(GoalState), default=GoalState.OPEN)
    state_on: Mapped[date | None]
    pair: Mapped[MentoringPair] = relationship(back_populates="goals")


class NoteKey(Entity):
    """The key to one person's private notes, wrapped by their passphrase."""

    __tablename__ = "note_keys"
    owner: Mapped[str] = mapped_column(unique=True)  # who wrote, as the journal names them
    wrapped: Mapped[dict[str, Any]] = mapped_column(JSON, info={"private": True})


class PrivateNote(Entity):
    """What somebody noted about a pair for themselves, sealed: nobody else can read it."""

    __tablename__ = "private_notes"
    pair_id: Mapped[int] = mapped_column(ForeignKey("mentoring_pairs.id"), index=True)
    key_id: Mapped[int] = mapped_column(ForeignKey("note_keys.id"), index=True)
    made_at: Mapped[datetime]  # UTC
    sealed: Mapped[bytes]


def days_quiet(began_on: date, last_met: date | None, today: date) -> int:
    """Return the days since a pair was last in contact; a new pair counts from its beginning."""
    return (today - (last_met or began_on)).days


def require_fit(mentor: Person, mentee: Person, *, load: int, capacity: int) -> None:
    """Refuse a pair that cannot be: oneself, or more mentees than the mentor offers to take."""
    if mentor is mentee:
        raise RuleBroken("mentor_is_mentee")
    if load >= capacity:
        raise RuleBroken("mentor_full", load=load, capacity=capacity)
