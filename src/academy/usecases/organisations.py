"""Organisations: chosen from the register of UK councils, or typed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from academy.domain import councils, names
from academy.domain.names import folded
from academy.domain.organisations import Organisation, OrganisationAlias
from academy.domain.people import Person
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation in a list."""

    id: int
    name: str
    code: str
    kind: str
    region: str
    people: int


@allowed(*EVERYBODY)
def organisations(db: Db) -> list[OrganisationRow]:
    """Return the academy's organisations by name."""
    people = select(func.count()).where(Person.organisation_id == Organisation.id)
    rows = select(
        Organisation.id, Organisation.name, func.coalesce(Organisation.code, ""),
        Organisation.kind, Organisation.region, people.scalar_subquery(),
    ).order_by(Organisation.name)  # fmt: skip
    return [OrganisationRow(*row) for row in db.execute(rows)]


@allowed(*ADMINISTRATORS)
def add_council(db: Db, code: str) -> int:
    """Return the organisation of a UK council, added to the academy where it is new."""
    found = db.scalar(select(Organisation).where(Organisation.code == code))
    if found is None:
        council = councils.councils()[code]
        found = Organisation(
            name=council.official_name, code=code, kind=council.kind, region=council.region
        )
        db.add(found)
        db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def add_organisation(db: Db, name: str) -> int:
    """Return the organisation of this name or alias, added where it is new."""
    name = drafts.required(names.check_characters(name), "organisation_name_missing")
    found = known(db, name)
    if found is None:
        found = Organisation(name=name)
        db.add(found)
        db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def rename_organisation(db: Db, organisation_id: int, name: str) -> None:
    """Call an organisation something else; what it was called still finds it."""
    name = drafts.required(names.check_characters(name), "organisation_name_missing")
    renamed = db.get_one(Organisation, organisation_id)
    other = known(db, name)
    if other is not None and other is not renamed:
        raise RuleBroken("organisation_name_taken", name=other.name)
    if renamed.name != name:
        remember_alias(db, organisation_id, renamed.name)
        renamed.name = name


def known(db: Db, typed: str) -> Organisation | None:
    """Return the academy's own organisation that goes by this name or alias."""
    key = folded(typed)
    alias = select(OrganisationAlias).where(OrganisationAlias.typed == key)
    if found := db.scalar(alias):
        return found.organisation
    return next((o for o in db.scalars(select(Organisation)) if folded(o.name) == key), None)


@allowed(*ADMINISTRATORS)
def remember_alias(db: Db, organisation_id: int, typed: str) -> None:
    """Remember that what was typed means this organisation."""
    key = folded(typed)
    if db.scalar(select(OrganisationAlias).where(OrganisationAlias.typed == key)) is None:
        organisation = db.get_one(Organisation, organisation_id)
        db.add(OrganisationAlias(typed=key, organisation=organisation))
