"""Mentors: what they offer, and how many mentees they have over all programmes.

For administrators alone: nobody else sees anything of mentoring.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ScalarSelect, func, select

from academy.domain.mentoring import MentoringPair
from academy.domain.names import listed, sort_key
from academy.domain.organisations import Organisation
from academy.domain.people import Mentor, Person
from academy.domain.words import PairState, RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class MentorDraft:
    """What a person offers as a mentor, as a form holds it."""

    person_id: int
    version: int = 0
    capacity: int = 1
    offers: str = ""
    paused: bool = False


@dataclass(frozen=True)
class MentorRow:
    """A mentor, with the load over all programmes."""

    person_id: int
    name: str
    sort: str
    organisation: str
    offers: str
    capacity: int
    load: int
    paused: bool

    @property
    def free(self) -> int:
        """How many more mentees they can take now."""
        return 0 if self.paused else max(0, self.capacity - self.load)


@dataclass(frozen=True)
class MentorChoice:
    """A mentor to be chosen for one mentee: what speaks for and against."""

    mentor: MentorRow
    former: bool
    same_organisation: bool


def load() -> ScalarSelect[int]:
    """Return how many active mentees a selected person has, over all programmes."""
    return (
        select(func.count())
        .where(MentoringPair.mentor_id == Person.id, MentoringPair.state == PairState.ACTIVE)
        .correlate(Person)
        .scalar_subquery()
    )


@allowed(*ADMINISTRATORS)
def mentors(db: Db) -> list[MentorRow]:
    """Return all mentors by name, with their load over all programmes."""
    wanted = (
        select(
            Person.id, Person.full_name, Person.family_name,
            func.coalesce(Organisation.name, ""), Mentor.offers, Mentor.capacity, load(),
            Mentor.paused,
        )
        .join(Mentor.person)
        .outerjoin(Person.organisation)
    )  # fmt: skip
    found = [
        MentorRow(row[0], listed(row[1], row[2]), sort_key(row[1], row[2]), *row[3:])
        for row in db.execute(wanted)
    ]
    return sorted(found, key=lambda row: (row.sort, row.person_id))


@allowed(*ADMINISTRATORS)
def mentor(db: Db, person_id: int) -> MentorDraft:
    """Return what a person offers as a mentor, to be edited; for somebody new, what suits most."""
    found = db.scalar(select(Mentor).where(Mentor.person_id == person_id))
    if found is None:
        return MentorDraft(person_id)
    version = drafts.version(db, "mentors", found.id)
    return MentorDraft(person_id, version, found.capacity, found.offers, found.paused)


@allowed(*ADMINISTRATORS)
def save_mentor(db: Db, draft: MentorDraft) -> int:
    """Make a person a mentor, or change what they offer; return the mentor's own id."""
    if not 0 <= draft.capacity <= 50:
        raise RuleBroken("mentor_capacity", capacity=draft.capacity)
    found = db.scalar(select(Mentor).where(Mentor.person_id == draft.person_id))
    if found is None:
        found = Mentor(person=db.get_one(Person, draft.person_id))
        db.add(found)
    else:
        drafts.require_current(db, "mentors", found.id, draft.version)
    found.capacity, found.paused = draft.capacity, draft.paused
    found.offers = " ".join(draft.offers.split())
    db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def mentor_choices(db: Db, mentee_id: int) -> list[MentorChoice]:
    """Return the mentors for one mentee: who is free first, then by name; oneself left out."""
    home = db.scalar(select(Person.organisation_id).where(Person.id == mentee_id))
    of_home = Person.organisation_id.is_not(None) & (Person.organisation_id == home)
    same = set(db.scalars(select(Person.id).where(of_home)))
    met = select(MentoringPair.mentor_id).where(MentoringPair.mentee_id == mentee_id)
    former = set(db.scalars(met))
    found = [
        MentorChoice(row, row.person_id in former, row.person_id in same)
        for row in mentors(db)
        if row.person_id != mentee_id
    ]
    return sorted(found, key=lambda choice: choice.mentor.free == 0)
