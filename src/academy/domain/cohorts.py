"""Cohorts and the places people hold in them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from academy.domain.base import Entity, following, stored
from academy.domain.names import search_key
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme, Requirement
from academy.domain.words import CohortState, PlaceState, RuleBroken


class Cohort(Entity):
    """One run of a programme, with the version of its rules that it began with."""

    __tablename__ = "cohorts"
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    rules_id: Mapped[int] = mapped_column(ForeignKey("completion_rules.id"), index=True)
    name: Mapped[str] = mapped_column(unique=True)
    capacity: Mapped[int] = mapped_column(default=24)
    state: Mapped[CohortState] = mapped_column(stored(CohortState), default=CohortState.PLANNED)
    apply_by: Mapped[date | None]
    found_by: Mapped[str] = following(lambda row: search_key(row["name"]))
    programme: Mapped[Programme] = relationship()
    rules: Mapped[CompletionRules] = relationship()
    places: Mapped[list[Place]] = relationship(
        back_populates="cohort", cascade="all, delete-orphan"
    )

    @validates("name")
    def _follow(self, _field: str, name: str) -> str:
        self.found_by = search_key(name)
        return name

    def enrol(self, person: Person, on: date) -> Place:
        """Give a person a place, or their withdrawn place back."""
        if self.state is CohortState.FINISHED:
            raise RuleBroken("cohort_finished", cohort=self.name)
        held = next((p for p in self.places if p.person is person), None)
        if held and held.state is not PlaceState.WITHDRAWN:
            raise RuleBroken("already_enrolled", cohort=self.name)
        if sum(p.state is not PlaceState.WITHDRAWN for p in self.places) >= self.capacity:
            raise RuleBroken("cohort_full", cohort=self.name, capacity=self.capacity)
        if held:
            held.state, held.withdrawn_on = PlaceState.ENROLLED, None
            return held
        place = Place(person=person, state=PlaceState.ENROLLED, enrolled_on=on)
        self.places.append(place)
        return place


class Place(Entity):
    """One seat in a cohort, held by a person."""

    __tablename__ = "places"
    __table_args__ = (UniqueConstraint("cohort_id", "person_id"), Entity.__table_args__)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[PlaceState] = mapped_column(stored(PlaceState), default=PlaceState.ENROLLED)
    enrolled_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    completed_on: Mapped[date | None]
    cohort: Mapped[Cohort] = relationship(back_populates="places")
    person: Mapped[Person] = relationship()
    met: Mapped[list[RequirementMet]] = relationship(
        back_populates="place", cascade="all, delete-orphan"
    )

    def withdraw(self, on: date) -> None:
        """Leave the cohort. The marks stay."""
        if self.state is PlaceState.WITHDRAWN:
            raise RuleBroken("already_withdrawn")
        self.state, self.withdrawn_on = PlaceState.WITHDRAWN, on


class RequirementMet(Entity):
    """A named requirement that a person has met, and when."""

    __tablename__ = "requirements_met"
    __table_args__ = (UniqueConstraint("place_id", "requirement_id"), Entity.__table_args__)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    requirement_id: Mapped[int] = mapped_column(ForeignKey("requirements.id"), index=True)
    met_on: Mapped[date]
    place: Mapped[Place] = relationship(back_populates="met")
    requirement: Mapped[Requirement] = relationship()
