"""Action-learning sets: small groups of a cohort that meet to work on each other's questions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.words import Letter, MeetingFormat, RuleBroken


class LearningSet(Entity):
    """One set of a cohort: its number, its members, whoever facilitates it."""

    __tablename__ = "learning_sets"
    __table_args__ = (UniqueConstraint("cohort_id", "number"), Entity.__table_args__)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    number: Mapped[int]
    facilitator_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    cohort: Mapped[Cohort] = relationship()
    facilitator: Mapped[Person | None] = relationship()
    members: Mapped[list[LearningSetMember]] = relationship(
        back_populates="learning_set", cascade="all, delete-orphan", order_by="LearningSetMember.id"
    )
    meetings: Mapped[list[LearningSetMeeting]] = relationship(
        back_populates="learning_set",
        cascade="all, delete-orphan",
        order_by="LearningSetMeeting.held_on",
    )


class LearningSetMember(Entity):
    """A person's place in a set; nobody is in two sets of a cohort."""

    __tablename__ = "learning_set_members"
    set_id: Mapped[int] = mapped_column(ForeignKey("learning_sets.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), unique=True, index=True)
    learning_set: Mapped[LearningSet] = relationship(back_populates="members")
    place: Mapped[Place] = relationship()


class LearningSetVeto(Entity):
    """Two people of a cohort who are not to be in one set, because one of them said so."""

    __tablename__ = "learning_set_vetoes"
    __table_args__ = (UniqueConstraint("place_id", "other_id"), Entity.__table_args__)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)


class LearningSetMeeting(Entity):
    """One meeting of a set: when, how long, how, and who was there."""

    __tablename__ = "learning_set_meetings"
    set_id: Mapped[int] = mapped_column(ForeignKey("learning_sets.id"), index=True)
    held_on: Mapped[date]
    minutes: Mapped[int | None]
    format: Mapped[MeetingFormat] = mapped_column(
        stored(MeetingFormat), default=MeetingFormat.ONLINE
    )
    learning_set: Mapped[LearningSet] = relationship(back_populates="meetings")
    marks: Mapped[list[LearningSetMark]] = relationship(
        back_populates="meeting", cascade="all, delete-orphan"
    )

    def check(self) -> None:
        """Refuse a length that no meeting has."""
        if self.minutes is not None and not 1 <= self.minutes <= 24 * 60:
            raise RuleBroken("meeting_minutes", minutes=self.minutes)


class LearningSetMark(Entity):
    """Whether a member was at a meeting of the set."""

    __tablename__ = "learning_set_marks"
    __table_args__ = (UniqueConstraint("meeting_id", "place_id"), Entity.__table_args__)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("learning_set_meetings.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    letter: Mapped[Letter] = mapped_column(stored(Letter))
    meeting: Mapped[LearningSetMeeting] = relationship(back_populates="marks")
