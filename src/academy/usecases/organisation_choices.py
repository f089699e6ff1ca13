"""Choosing an organisation as one types: what a name means, and the councils it may be."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from academy.domain import councils
from academy.domain.names import search_key, suggestive
from academy.domain.organisations import Organisation
from academy.store.journal import Db
from academy.usecases import organisations
from academy.usecases.people_organisations import OrganisationPlan, organisations_of
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


@dataclass(frozen=True)
class CouncilChoice:
    """A council of the register, to be chosen."""

    code: str
    name: str
    kind: str
    region: str


@allowed(*EVERYBODY)
def organisation_meant(db: Db, typed: str) -> OrganisationPlan | None:
    """Return which organisation a typed name means, here or in the register; none: no name."""
    name = " ".join(typed.split())
    return organisations_of(db, [name], {})[name] if name else None


@allowed(*EVERYBODY)
def councils_like(_db: Db, typed: str, limit: int) -> list[CouncilChoice]:
    """Return current councils that a typed name means or holds, the likeliest first."""
    found: dict[str, councils.Council] = {}
    if typed.strip():
        meant = councils.match(typed)
        likely = [meant.council] if meant.council else list(meant.candidates)
        found = {council.code: council for council in likely}
    words = suggestive(typed).split()
    current = sorted(
        (one for one in councils.councils().values() if one.current),
        key=lambda one: (not suggestive(one.name).startswith(suggestive(typed)), one.name),
    )
    for one in current:
        if all(word in suggestive(f"{one.official_name} {one.region}") for word in words):
            found.setdefault(one.code, one)
    return [
        CouncilChoice(one.code, one.official_name, one.kind, one.region)
        for one in list(found.values())[:limit]
    ]


@allowed(*EVERYBODY)
def organisation_names(db: Db, typed: str, limit: int) -> list[str]:
    """Return names that hold what was typed: the academy’s own first, then the register’s."""
    words = search_key(typed).split()
    holds = [Organisation.found_by.contains(word, autoescape=True) for word in words]
    own = select(Organisation.name).where(*holds).order_by(Organisation.name).limit(limit)
    found = dict.fromkeys(db.scalars(own))
    if len(found) < limit:
        found |= dict.fromkeys(one.name for one in councils_like(db, typed, limit))
    return list(found)[:limit]


@allowed(*ADMINISTRATORS)
def organisation_for(db: Db, typed: str) -> int | None:
    """Return the id of the organisation a typed name means, added where it is new."""
    meant = organisation_meant(db, typed)
    if meant is None:
        return None
    if meant.organisation_id is not None:
        return meant.organisation_id
    if meant.code is not None:
        return organisations.add_council(db, meant.code)
    return organisations.add_organisation(db, meant.name)
