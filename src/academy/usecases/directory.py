"""Everybody in the order of a table, read a page at a time: only the ids of all are held.

An academy grows beyond what a table should hold as rows; filter and order are the database's.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ScalarSelect, SQLColumnExpression, case, func, or_, select

from academy.domain.cohorts import Cohort, Place
from academy.domain.names import listed, search_key
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.words import PlaceState
from academy.store.ids import ids_of
from academy.store.journal import Db
from academy.usecases.people import PersonRow
from academy.usecases.rights import EVERYBODY, allowed
from academy.usecases.search import begins, holds_person

Order = Sequence[tuple[str, bool]]
"""Columns to sort by and whether downwards, the first one first."""


def _cohorts() -> ScalarSelect[str]:
    held = select(Cohort.name).join(Place, Place.cohort_id == Cohort.id)
    mine = held.where(Place.person_id == Person.id, Place.state != PlaceState.WITHDRAWN)
    named = mine.correlate(Person).order_by(Cohort.id).subquery()
    return select(func.coalesce(func.group_concat(named.c.name, ", "), "")).scalar_subquery()


_COLUMNS: Final[Mapping[str, SQLColumnExpression[Any]]] = {
    "name": Person.sort_name,
    "organisation": func.coalesce(Organisation.found_by, ""),
    "cohorts": _cohorts(),
    "email": func.lower(Person.email),
    "job": func.lower(Person.job_title),
    "phone": Person.phone,
}


@allowed(*EVERYBODY)
def number_of_people(db: Db) -> int:
    """Return how many people there are."""
    return db.scalar(select(func.count()).select_from(Person)) or 0


@allowed(*EVERYBODY)
def ids_in_order(db: Db, typed: str = "", order: Order = ()) -> array[int]:
    """Return the ids of everybody in whose row each typed word stands; empty cells come last."""
    wanted = select(Person.id)
    words = search_key(typed).split()
    if words or "organisation" in dict(order):
        wanted = wanted.outerjoin(Person.organisation)
    for word in words:
        wanted = wanted.where(_stands(word))
    for key, down in order:
        column = _COLUMNS[key]
        wanted = wanted.order_by(column == "", column.desc() if down else column)
    return ids_of(db, wanted.order_by(Person.sort_name, Person.id))


@allowed(*EVERYBODY)
def likely_people(
    db: Db, typed: str, limit: int, left_out: Collection[int] = ()
) -> tuple[list[int], int]:
    """Return who may be meant by what was typed, the likeliest first, and how many there are.

    Each word stands in a name, the address or the organisation; so many ids at most.
    """
    words = search_key(typed).split()
    meant = [holds_person(word) for word in words]
    if left_out:
        meant.append(Person.id.not_in(left_out))
    wanted = select(Person.id).where(*meant)
    first = [case((begins(Person.found_by, word), 0), else_=1) for word in words]
    ordered = wanted.order_by(*first, Person.sort_name, Person.id).limit(limit)
    found = list(db.scalars(ordered))
    if len(found) < limit:
        return found, len(found)
    return found, db.scalar(select(func.count()).select_from(Person).where(*meant)) or 0


def _stands(word: str) -> SQLColumnExpression[bool]:
    cohorts = select(Place.person_id).join(Place.cohort).where(
        Cohort.found_by.contains(word, autoescape=True), Place.state != PlaceState.WITHDRAWN
    )  # fmt: skip
    texts = (Person.found_by, Organisation.found_by, Person.job_title, Person.phone)
    return or_(*(text.contains(word, autoescape=True) for text in texts), Person.id.in_(cohorts))


@allowed(*EVERYBODY)
def ids_of_organisation(db: Db, organisation_id: int) -> array[int]:
    """Return the ids of everybody from an organisation, by name."""
    here = select(Person.id).where(Person.organisation_id == organisation_id)
    return ids_of(db, here.order_by(Person.sort_name, Person.id))


@allowed(*EVERYBODY)
def people_of_page(db: Db, ids: Sequence[int]) -> list[PersonRow]:
    """Return these people in the order of their ids; whoever was removed meanwhile is blank."""
    wanted = select(
        Person.id, Person.full_name, Person.family_name, Person.sort_name, Person.email,
        Person.phone, Person.job_title, func.coalesce(Organisation.name, "").label("organisation"),
        _cohorts().label("cohorts"),
    ).outerjoin(Person.organisation).where(Person.id.in_(ids))  # fmt: skip
    found = {
        row.id: PersonRow(
            row.id, listed(row.full_name, row.family_name), row.full_name, row.sort_name,
            row.email, row.phone, row.job_title, row.organisation, row.cohorts,
        )
        for row in db.execute(wanted)
    }  # fmt: skip
    return [found.get(one) or PersonRow(one, *[""] * 8) for one in ids]
