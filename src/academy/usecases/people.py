"""People: everybody once, with how to reach them and where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from academy.domain import names
from academy.domain.cohorts import Cohort, Place
from academy.domain.invitations import Invited
from academy.domain.mentoring import MentoringPair
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.sessions import SessionFacilitator
from academy.domain.visitors import SessionVisitor
from academy.domain.words import PlaceState, RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


@dataclass(frozen=True)
class PersonDraft:
    """A person as a form holds them; id 0 is a new one."""

    id: int = 0
    version: int = 0
    full_name: str = ""
    family_name: str = ""
    known_as: str = ""
    name_on_certificate: str = ""
    email: str = ""
    phone: str = ""
    job_title: str = ""
    external_id: str = ""
    organisation_id: int | None = None
    manager_id: int | None = None


@dataclass(frozen=True)
class PersonRow:
    """A person in a list."""

    id: int
    name: str
    full_name: str
    sort: str
    email: str
    phone: str
    job_title: str
    organisation: str
    cohorts: str


@allowed(*EVERYBODY)
def people(db: Db, cohort_id: int | None = None) -> list[PersonRow]:
    """Return everybody, or the people of a cohort, by name."""
    rows = select(
        Person.id, Person.full_name, Person.family_name, Person.email, Person.phone,
        Person.job_title, func.coalesce(Organisation.name, "").label("organisation"),
        Person.sort_name,
    ).outerjoin(Person.organisation).order_by(Person.sort_name, Person.id)  # fmt: skip
    if cohort_id is not None:
        here = Place.state != PlaceState.WITHDRAWN
        rows = rows.join(Place, Place.person_id == Person.id).where(
            Place.cohort_id == cohort_id, here
        )
    cohorts = _cohorts(db)
    return [
        PersonRow(
            row.id,
            names.listed(row.full_name, row.family_name),
            row.full_name,
            row.sort_name,
            row.email,
            row.phone,
            row.job_title,
            row.organisation,
            ", ".join(cohorts.get(row.id, ())),
        )
        for row in db.execute(rows)
    ]


def _cohorts(db: Db) -> dict[int, list[str]]:
    rows = (
        select(Place.person_id, Cohort.name)
        .join(Place.cohort)
        .where(Place.state != PlaceState.WITHDRAWN)
        .order_by(Cohort.id)
    )
    found: dict[int, list[str]] = {}
    for person_id, name in db.execute(rows):
        found.setdefault(person_id, []).append(name)
    return found


@allowed(*EVERYBODY)
def person(db: Db, person_id: int) -> PersonDraft:
    """Return one person, to be edited."""
    found = db.get_one(Person, person_id)
    fields = [name for name in PersonDraft.__dataclass_fields__ if name != "version"]
    values = {name: getattr(found, name) for name in fields}
    return PersonDraft(version=drafts.version(db, "people", person_id), **values)


@allowed(*ADMINISTRATORS)
def save_person(db: Db, draft: PersonDraft) -> int:
    """Add or change a person."""
    if draft.id:
        drafts.require_current(db, "people", draft.id, draft.version)
        found = db.get_one(Person, draft.id)
    else:
        found = Person()
        db.add(found)
    found.full_name = drafts.required(names.check_characters(draft.full_name), "full_name_missing")
    for field in ("family_name", "known_as", "name_on_certificate", "job_title"):
        setattr(found, field, drafts.optional(names.check_characters(getattr(draft, field))))
    found.phone = drafts.optional(draft.phone)
    found.external_id = drafts.optional(draft.external_id)
    found.email = names.check_email(draft.email) if draft.email.strip() else ""
    found.organisation_id = draft.organisation_id
    found.manager_id = _manager(db, draft)
    db.flush()
    return found.id


def _manager(db: Db, draft: PersonDraft) -> int | None:
    """Return the line manager of a draft; refuse somebody who reports to that very person."""
    above, met = draft.manager_id, {draft.id}
    while above is not None:
        if above == draft.id:
            raise RuleBroken("manager_ring")
        if above in met:
            break  # a ring among others, from before rings were refused
        met.add(above)
        above = db.scalar(select(Person.manager_id).where(Person.id == above))
    return draft.manager_id


@allowed(*EVERYBODY)
def is_here(db: Db, person_id: int) -> bool:
    """Return whether there is such a person."""
    return db.get(Person, person_id) is not None


@allowed(*EVERYBODY)
def same_email(db: Db, email: str, own_id: int) -> str | None:
    """Return the name of somebody else who has this e-mail address already."""
    wanted = select(Person.full_name).where(
        func.lower(Person.email) == names.email_key(email), Person.id != own_id
    )
    return db.scalar(wanted.limit(1)) if email.strip() else None


@allowed(*ADMINISTRATORS)
def remove_person(db: Db, person_id: int) -> None:
    """Remove somebody who has no place, pair or certificate anywhere."""
    if db.scalar(select(Place.id).where(Place.person_id == person_id).limit(1)) is not None:
        raise RuleBroken("person_has_places")
    paired = (MentoringPair.mentee_id == person_id) | (MentoringPair.mentor_id == person_id)
    if db.scalar(select(MentoringPair.id).where(paired).limit(1)) is not None:
        raise RuleBroken("person_has_pairs")
    led = select(SessionFacilitator.id).where(SessionFacilitator.person_id == person_id)
    if db.scalar(led.limit(1)) is not None:
        raise RuleBroken("person_leads_sessions")
    told = select(Invited.id).where(Invited.person_id == person_id)
    if db.scalar(told.limit(1)) is not None:
        raise RuleBroken("person_was_invited")
    visited = select(SessionVisitor.id).where(SessionVisitor.person_id == person_id)
    if db.scalar(visited.limit(1)) is not None:
        raise RuleBroken("person_visited")
    db.delete(db.get_one(Person, person_id))
