"""Mentees: what they wish for in their own words, and whom they are never to be paired with.

Nothing here is taken from equality answers. For administrators alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from academy.domain import bench
from academy.domain.cohorts import Place
from academy.domain.mentoring import MenteeProfile, MentoringConflict
from academy.domain.names import listed, sort_key
from academy.domain.people import Person
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.themes import keep, themes

SAID = ("wants", "wishes")
PLAIN = ("region", "online", "in_person", "grade")


@dataclass(frozen=True)
class MenteeDraft:
    """What a mentee wishes for in a cohort, as a form holds it.

    `wants` and `wishes` are words with commas between: what they want to learn, and what they said
    about the mentor for this purpose. No `region` means that of the organisation.
    """

    place_id: int
    version: int = 0
    wants: str = ""
    themes: tuple[str, ...] = ()
    wishes: str = ""
    region: str = ""
    online: bool = True
    in_person: bool = True
    days: tuple[str, ...] = ()
    grade: int | None = None


@dataclass(frozen=True)
class ConflictRow:
    """Somebody whom a mentee is never to be paired with."""

    id: int
    mentor_id: int
    name: str


@allowed(*ADMINISTRATORS)
def mentee(db: Db, place_id: int) -> MenteeDraft:
    """Return what a mentee wishes for, to be edited; who has said nothing can do anything."""
    found = db.scalar(select(MenteeProfile).where(MenteeProfile.place_id == place_id))
    if found is None:
        return MenteeDraft(place_id)
    version = drafts.version(db, "mentee_profiles", found.id)
    kept = {name: getattr(found, name) for name in (*SAID, *PLAIN)}
    return MenteeDraft(
        place_id, version, themes=tuple(found.themes), days=tuple(found.days), **kept
    )


@allowed(*ADMINISTRATORS)
def save_mentee(db: Db, draft: MenteeDraft) -> int:
    """Keep what a mentee wishes for; return the profile's id. Pairs that exist stay."""
    bench.check(draft)
    found = db.scalar(select(MenteeProfile).where(MenteeProfile.place_id == draft.place_id))
    if found is None:
        found = MenteeProfile(place=db.get_one(Place, draft.place_id))
        db.add(found)
    else:
        drafts.require_current(db, "mentee_profiles", found.id, draft.version)
    keep(found, draft, SAID, PLAIN, themes(db))
    db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def conflicts(db: Db, mentee_id: int) -> list[ConflictRow]:
    """Return whom a person is never to be paired with as a mentee, by name."""
    wanted = (
        select(MentoringConflict.id, Person.id, Person.full_name, Person.family_name)
        .join(Person, Person.id == MentoringConflict.mentor_id)
        .where(MentoringConflict.mentee_id == mentee_id)
    )
    rows = sorted(db.execute(wanted), key=lambda row: (sort_key(row[2], row[3]), row[0]))
    return [ConflictRow(row[0], row[1], listed(row[2], row[3])) for row in rows]


@allowed(*ADMINISTRATORS)
def declare_conflict(db: Db, mentee_id: int, mentor_id: int) -> int:
    """Say that two people are never to be paired; return the conflict's id. A pair they are stays.

    Why is not asked.
    """
    if mentee_id == mentor_id:
        raise RuleBroken("mentor_is_mentee")
    same = (MentoringConflict.mentee_id == mentee_id) & (MentoringConflict.mentor_id == mentor_id)
    if (known := db.scalar(select(MentoringConflict.id).where(same))) is not None:
        return known
    db.get_one(Person, mentee_id)
    db.get_one(Person, mentor_id)
    made = MentoringConflict(mentee_id=mentee_id, mentor_id=mentor_id)
    db.add(made)
    db.flush()
    return made.id


@allowed(*ADMINISTRATORS)
def withdraw_conflict(db: Db, conflict_id: int) -> None:
    """Let two people be paired again."""
    db.delete(db.get_one(MentoringConflict, conflict_id))


@allowed(*ADMINISTRATORS)
def who(db: Db, place_id: int) -> int:
    """Return the person who has a place."""
    return db.get_one(Place, place_id).person_id


@allowed(*ADMINISTRATORS)
def save_wishes(db: Db, draft: MenteeDraft, reunited: Sequence[int] = ()) -> int:
    """Keep what a mentee wishes for, and withdraw these conflicts of theirs, all at once."""
    for conflict_id in reunited:
        withdraw_conflict(db, conflict_id)
    return save_mentee(db, draft)
