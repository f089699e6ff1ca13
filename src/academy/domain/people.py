"""People: everybody once, whatever they do. There is no equality field on a person."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity
from academy.domain.names import listed, sort_key
from academy.domain.organisations import Organisation


class Person(Entity):
    """A participant, mentor or facilitator: their names as they wish, and how to reach them."""

    __tablename__ = "people"
    full_name: Mapped[str]
    family_name: Mapped[str] = mapped_column(default="")  # known only where somebody said it
    known_as: Mapped[str] = mapped_column(default="")
    name_on_certificate: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="", index=True)
    phone: Mapped[str] = mapped_column(default="")
    job_title: Mapped[str] = mapped_column(default="")
    external_id: Mapped[str] = mapped_column(default="")  # text: leading zeros count
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    organisation: Mapped[Organisation | None] = relationship()
    manager: Mapped[Person | None] = relationship(remote_side="Person.id")
    mentor: Mapped[Mentor | None] = relationship(
        back_populates="person", cascade="all, delete-orphan"
    )
    meeting_names: Mapped[list[MeetingName]] = relationship(
        back_populates="person", cascade="all, delete-orphan"
    )

    @property
    def listed_name(self) -> str:
        """The name as lists show it: “Ahmed, Noor” where the family name is known."""
        return listed(self.full_name, self.family_name)

    @property
    def printed_name(self) -> str:
        """The name as certificates show it: as the person wishes it printed."""
        return self.name_on_certificate or self.full_name

    @property
    def sort_name(self) -> str:
        """What lists sort by: the listed name, folded."""
        return sort_key(self.full_name, self.family_name)


class Mentor(Entity):
    """What a person offers as a mentor, over all programmes.

    `offers` and `tells` are words with commas between; `tells` is what they say of themselves,
    with which the wishes of mentees are compared. `grade` counts up with seniority.
    """

    __tablename__ = "mentors"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True, index=True)
    capacity: Mapped[int] = mapped_column(default=1)
    offers: Mapped[str] = mapped_column(default="")
    themes: Mapped[list[str]] = mapped_column(JSON, default=list)
    tells: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")  # "": that of the organisation
    online: Mapped[bool] = mapped_column(default=True)
    in_person: Mapped[bool] = mapped_column(default=True)
    days: Mapped[list[str]] = mapped_column(JSON, default=list)
    grade: Mapped[int | None]
    paused: Mapped[bool] = mapped_column(default=False)
    rest_until: Mapped[date | None]
    trained_on: Mapped[date | None]
    agreed_on: Mapped[date | None]  # when they agreed to the rules of mentoring
    person: Mapped[Person] = relationship(back_populates="mentor")


class MeetingName(Entity):
    """The name a person carries in meeting reports, once somebody paired the two."""

    __tablename__ = "meeting_names"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str] = mapped_column(unique=True)  # folded
    person: Mapped[Person] = relationship(back_populates="meeting_names")
