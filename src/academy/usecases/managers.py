"""Choosing a line manager as one types: by a name, with what tells them from their namesakes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from academy.domain.names import folded, search_key
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.store.journal import Db
from academy.usecases.directory import likely_people
from academy.usecases.rights import ADMINISTRATORS, allowed


class _Bearer(NamedTuple):
    id: int
    full_name: str
    organisation: str
    email: str

    @property
    def offered(self) -> str:
        """The name as it is offered: “Jo Frost (Kent County Council, jo@kent.example)”."""
        about = ", ".join(filter(None, (self.organisation, self.email))) or str(self.id)
        return f"{self.full_name} ({about})"


@allowed(*ADMINISTRATORS)
def managers_like(db: Db, typed: str, own_id: int, limit: int) -> list[str]:
    """Return who may be meant as the manager of somebody, the likeliest first."""
    ids, _all = likely_people(db, typed, limit, (own_id,))
    found = {one.id: one.offered for one in _people(db, Person.id.in_(ids))}
    return [found[one] for one in ids]


@allowed(*ADMINISTRATORS)
def manager_named(db: Db, manager_id: int, own_id: int) -> str:
    """Return what a manager is called; where others share the name, as they are offered."""
    [one] = _people(db, Person.id == manager_id)
    return one.offered if len(_bearers(db, one.full_name, own_id)) > 1 else one.full_name


@allowed(*ADMINISTRATORS)
def manager_meant(db: Db, typed: str, own_id: int) -> int | None:
    """Return who is meant by a name, alone or as it is offered; none: nobody, or several."""
    meant = _bearers(db, typed, own_id)
    if not meant:
        named = _bearers(db, typed.rpartition(" (")[0], own_id)
        meant = [one for one in named if folded(one.offered) == folded(typed)]
    return meant[0].id if len(meant) == 1 else None


def _bearers(db: Db, name: str, own_id: int) -> list[_Bearer]:
    """Return everybody else of this name; `found_by` begins with it."""
    key = search_key(name)
    if not key:
        return []
    begins = Person.found_by.startswith(key, autoescape=True)
    found = _people(db, begins & (Person.id != own_id))
    return [one for one in found if folded(one.full_name) == folded(name)]


def _people(db: Db, where: ColumnElement[bool]) -> Sequence[_Bearer]:
    wanted = select(
        Person.id, Person.full_name, func.coalesce(Organisation.name, ""), Person.email
    ).outerjoin(Person.organisation).where(where)  # fmt: skip
    return [_Bearer(*row) for row in db.execute(wanted)]
