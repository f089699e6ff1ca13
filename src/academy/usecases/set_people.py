"""Who is in a cohort, as action-learning sets see them: employer, region, role, reporting line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from academy.domain.cohorts import Place
from academy.domain.grouping.facts import Member
from academy.domain.names import listed, sort_key
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.store.journal import Db


@dataclass(frozen=True)
class SetPerson:
    """Somebody with a place in a cohort. `withdrawn_on`: the day they left it, if they did."""

    place_id: int
    person_id: int
    name: str
    sort: str
    organisation: str
    region: str
    role: str
    withdrawn_on: date | None = None


def people_of_cohort(db: Db, cohort_id: int) -> dict[int, SetPerson]:
    """Return everybody who has or had a place in a cohort, by place, in the order of names."""
    wanted = (
        select(
            Place.id, Person.id, Person.full_name, Person.family_name,
            func.coalesce(Organisation.name, ""), func.coalesce(Organisation.region, ""),
            Person.job_title, Place.withdrawn_on,
        )
        .join(Place.person)
        .outerjoin(Person.organisation)
        .where(Place.cohort_id == cohort_id)
    )  # fmt: skip
    found = [
        SetPerson(
            place, person, listed(full, family), sort_key(full, family), home, region, role, left
        )
        for place, person, full, family, home, region, role, left in db.execute(wanted)
    ]
    return {one.place_id: one for one in sorted(found, key=lambda p: (p.sort, p.place_id))}


def as_member(person: SetPerson, lines: Mapping[int, frozenset[int]]) -> Member:
    """Return somebody as the division knows them: by the person's id."""
    return Member(
        person.person_id,
        person.organisation,
        person.region,
        person.role,
        lines.get(person.person_id, frozenset()),
    )
