"""Mentors: what they offer, and how many mentees they have over all programmes.

For administrators alone: nobody else sees anything of mentoring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ScalarSelect, Select, func, select

from academy.domain import bench
from academy.domain.mentoring import MentoringPair
from academy.domain.names import listed, sort_key
from academy.domain.organisations import Organisation
from academy.domain.people import Mentor, Person
from academy.domain.words import PairState, RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, allowed

SAID = ("offers", "tells")
PLAIN = (
    "capacity", "region", "online", "in_person", "grade", "paused", "rest_until", "trained_on",
    "agreed_on",
)  # fmt: skip


@dataclass(frozen=True)
class MentorDraft:
    """What a person offers as a mentor, as a form holds it.

    `offers` and `tells` are words with commas between; no `region` means that of the organisation.
    `grade` is 1 to 11, see `domain.bench.GRADES`. `here`: they are a mentor already.
    """

    person_id: int
    version: int = 0
    capacity: int = 1
    offers: str = ""
    paused: bool = False
    themes: tuple[str, ...] = ()
    tells: str = ""
    region: str = ""
    online: bool = True
    in_person: bool = True
    days: tuple[str, ...] = ()
    grade: int | None = None
    rest_until: date | None = None
    trained_on: date | None = None
    agreed_on: date | None = None
    here: bool = False


@dataclass(frozen=True)
class MentorRow:
    """A mentor, with the load over all programmes.

    `region` is their own, or that of their organisation. `times` counts their pairs of all times;
    `last_used` is when the last of these ended, or began where it goes on.
    """

    person_id: int
    name: str
    sort: str
    organisation: str
    offers: str
    capacity: int
    load: int
    paused: bool
    themes: tuple[str, ...] = ()
    tells: str = ""
    region: str = ""
    online: bool = True
    in_person: bool = True
    days: tuple[str, ...] = ()
    grade: int | None = None
    rest_until: date | None = None
    trained_on: date | None = None
    agreed_on: date | None = None
    times: int = 0
    last_used: date | None = None

    @property
    def free(self) -> int:
        """How many more mentees they can take now."""
        return 0 if self.paused else max(0, self.capacity - self.load)

    def rests(self, today: date) -> bool:
        """Whether they rest from mentoring, and take nobody new."""
        return self.rest_until is not None and self.rest_until > today


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
    pair = MentoringPair
    used = (
        select(
            pair.mentor_id, func.count().label("times"),
            func.max(func.coalesce(pair.ended_on, pair.began_on)).label("last"),
        )
        .group_by(pair.mentor_id)
        .subquery()
    )  # fmt: skip
    wanted: Select[*tuple[Any, ...]] = (
        select(
            Person.id, Person.full_name, Person.family_name,
            func.coalesce(Organisation.name, ""), Mentor.offers, Mentor.capacity, load(),
            Mentor.paused, Mentor.themes, Mentor.tells,
            func.coalesce(func.nullif(Mentor.region, ""), Organisation.region, ""),
            Mentor.online, Mentor.in_person, Mentor.days, Mentor.grade, Mentor.rest_until,
            Mentor.trained_on, Mentor.agreed_on, func.coalesce(used.c.times, 0), used.c.last,
        )
        .join(Mentor.person)
        .outerjoin(Person.organisation)
        .outerjoin(used, used.c.mentor_id == Person.id)
    )  # fmt: skip
    found = [_row(row) for row in db.execute(wanted)]
    return sorted(found, key=lambda row: (row.sort, row.person_id))


@allowed(*ADMINISTRATORS)
def mentors_full(db: Db) -> int:
    """Return how many mentors have as many mentees as they can take; the paused are not asked."""
    room = Mentor.capacity > 0, ~Mentor.paused, load() >= Mentor.capacity
    return db.scalar(select(func.count(Mentor.id)).join(Mentor.person).where(*room)) or 0


def _row(row: Sequence[Any]) -> MentorRow:
    plain: list[Any] = [*row[3:8], tuple(row[8]), *row[9:13], tuple(row[13]), *row[14:]]
    return MentorRow(row[0], listed(row[1], row[2]), sort_key(row[1], row[2]), *plain)


@allowed(*ADMINISTRATORS)
def mentor(db: Db, person_id: int) -> MentorDraft:
    """Return what a person offers as a mentor, to be edited; for somebody new, what suits most."""
    found = db.scalar(select(Mentor).where(Mentor.person_id == person_id))
    if found is None:
        return MentorDraft(person_id)
    version = drafts.version(db, "mentors", found.id)
    kept = {name: getattr(found, name) for name in (*SAID, *PLAIN)}
    return MentorDraft(
        person_id, version, here=True, themes=tuple(found.themes), days=tuple(found.days), **kept
    )


@allowed(*ADMINISTRATORS)
def save_mentor(db: Db, draft: MentorDraft) -> int:
    """Make a person a mentor, or change what they offer; return the mentor's own id.

    A capacity is never lowered below the mentees they have now; whoever shall take nobody new is
    paused.
    """
    from academy.usecases.themes import keep, themes  # brings all councils; Home needs none

    found = db.scalar(select(Mentor).where(Mentor.person_id == draft.person_id))
    check_capacity(db, draft.person_id, draft.capacity, found.capacity if found else 0)
    bench.check(draft)
    if found is None:
        found = Mentor(person=db.get_one(Person, draft.person_id))
        db.add(found)
    else:
        drafts.require_current(db, "mentors", found.id, draft.version)
    keep(found, draft, SAID, PLAIN, themes(db))
    db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def check_capacity(db: Db, person_id: int, capacity: int, before: int = 0) -> None:
    """Refuse a capacity nobody has, or one lowered below the mentees a person has now."""
    if not 0 <= capacity <= 50:
        raise RuleBroken("mentor_capacity", capacity=capacity)
    taken = db.scalar(select(load()).where(Person.id == person_id)) or 0
    if capacity < min(taken, before):
        raise RuleBroken("mentor_below_load", n=taken)


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
