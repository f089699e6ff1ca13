"""Choosing an organisation as one types: what a name means, and the councils it may be."""

from __future__ import annotations

from dataclasses import dataclass

from academy.domain import councils
from academy.domain.names import suggestive
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
