"""People: everybody once, whatever they do. There is no equality field on a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from academy.domain.base import Entity, following
from academy.domain.names import listed, search_key, sort_key
from academy.domain.organisations import Organisation


def _sort_name(row: Mapping[str, Any]) -> str:
    return sort_key(row["full_name"], row.get("family_name") or "")


def _found_by(row: Mapping[str, Any]) -> str:
    return search_key(row["full_name"], row.get("known_as") or "", row.get("email") or "")


class Person(Entity):
    """A participant, mentor or facilitator: their names as they wish, and how to reach them.

    `sort_name` and `found_by` follow the names by themselves. They are kept, so that 100,000
    people are sorted and searched by the database, which knows no accents, along one index.
    """

    __tablename__ = "people"
    __table_args__ = (
        Index(None, "sort_name", "found_by", "organisation_id"),
        Entity.__table_args__,
    )
    full_name: Mapped[str] = mapped_column(index=True)
    family_name: Mapped[str] = mapped_column(default="")  # known only where somebody said it
    known_as: Mapped[str] = mapped_column(default="")
    name_on_certificate: Mapped[str] = mapped_column(default="", index=True)
    email: Mapped[str] = mapped_column(default="", index=True)
    phone: Mapped[str] = mapped_column(default="")
    job_title: Mapped[str] = mapped_column(default="")
    external_id: Mapped[str] = mapped_column(default="")  # text: leading zeros count
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    sort_name: Mapped[str] = following(_sort_name)
    found_by: Mapped[str] = following(_found_by)
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

    @validates("full_name", "family_name", "known_as", "email")
    def _follow(self, field: str, value: str) -> str:
        names = ("full_name", "family_name", "known_as", "email")
        now = {name: getattr(self, name) or "" for name in names} | {field: value or ""}
        self.sort_name, self.found_by = _sort_name(now), _found_by(now)
        return value


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
