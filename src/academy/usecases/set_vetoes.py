"""Vetoes: two people of a cohort who are not to be in one set, because one of them said so."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from academy.domain.cohorts import Place
from academy.domain.learning_sets import LearningSetVeto
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.set_people import SetPerson, people_of_cohort


@dataclass(frozen=True)
class VetoRow:
    """Two people kept apart; who of them asked for it is not kept."""

    id: int
    first: SetPerson
    second: SetPerson

    @property
    def place_id(self) -> int:
        """The place of the first."""
        return self.first.place_id

    @property
    def other_id(self) -> int:
        """The place of the second."""
        return self.second.place_id

    def with_whom(self, place_id: int) -> SetPerson | None:
        """Return the other of the two, or None if this is not about them."""
        if place_id == self.place_id:
            return self.second
        return self.first if place_id == self.other_id else None


@allowed(*ADMINISTRATORS)
def vetoes(db: Db, cohort_id: int) -> list[VetoRow]:
    """Return who of a cohort is kept apart, by name."""
    everybody = people_of_cohort(db, cohort_id)
    wanted = select(LearningSetVeto.id, LearningSetVeto.place_id, LearningSetVeto.other_id)
    here = wanted.where(LearningSetVeto.place_id.in_(everybody))
    rows = []
    for veto_id, place, other in db.execute(here):
        pair = sorted((everybody[place], everybody[other]), key=lambda p: (p.sort, p.place_id))
        rows.append(VetoRow(veto_id, pair[0], pair[1]))
    return sorted(rows, key=lambda row: (row.first.sort, row.second.sort, row.id))


@allowed(*ADMINISTRATORS)
def veto(db: Db, place_id: int, other_id: int) -> int:
    """Keep two people of a cohort apart; return the veto's id."""
    if place_id == other_id:
        raise RuleBroken("veto_of_oneself")
    places = [db.get_one(Place, one) for one in sorted((place_id, other_id))]
    first, second = places
    if first.cohort_id != second.cohort_id:
        raise RuleBroken("set_elsewhere")
    there = select(LearningSetVeto.id).where(
        LearningSetVeto.place_id == first.id, LearningSetVeto.other_id == second.id
    )
    if db.scalar(there) is not None:
        raise RuleBroken(
            "veto_known", name=first.person.full_name, other=second.person.full_name
        )  # fmt: skip
    made = LearningSetVeto(place_id=first.id, other_id=second.id)
    db.add(made)
    db.flush()
    return made.id


@allowed(*ADMINISTRATORS)
def withdraw_veto(db: Db, veto_id: int) -> None:
    """Let two people be in one set again."""
    db.delete(db.get_one(LearningSetVeto, veto_id))
