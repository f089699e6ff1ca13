"""Completion: how everybody stands to the rules, requirements met, and finishing a cohort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from academy.domain.cohorts import Cohort, Place, RequirementMet
from academy.domain.completion import Outcome
from academy.domain.programmes import Requirement
from academy.domain.sessions import TrainingSession
from academy.domain.words import CertificateState, CohortState, PlaceState, RuleBroken
from academy.store.journal import Db
from academy.usecases.outlook import Outlook
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed
from academy.usecases.standing import Standing, counts, ended, standings


@dataclass(frozen=True)
class CompletionRow:
    """A person of a cohort, with every rule met or not, and what became of the certificate.

    `over`: the cohort's last session has ended. `due`: over, met and no live certificate.
    `completed_on` is empty while the rules are not met.
    """

    place_id: int
    person_id: int
    name: str
    sort: str
    state: PlaceState
    outcomes: tuple[Outcome, ...]
    met: bool
    lost: bool
    over: bool
    due: bool
    completed_on: date | None
    certificate_id: int | None
    number: str
    certificate_state: CertificateState | None
    issued_on: date | None
    outlook: Outlook


@dataclass(frozen=True)
class RequirementRow:
    """Something named that a cohort's rules ask for, and how many people met it."""

    id: int
    name: str
    met: int


@allowed(*ADMINISTRATORS)
def completion(db: Db, cohort_id: int, now: datetime) -> list[CompletionRow]:
    """Return how everybody in a cohort stands to its rules, by name; withdrawn people left out."""
    from academy.usecases.register import register  # Home needs this module, but no register

    marked = {row.place_id: row.outlook for row in register(db, cohort_id, now.date()).rows}
    found = standings(db, now, Place.cohort_id == cohort_id)
    return [_row(standing, marked[standing.place_id]) for standing in found]


def _row(standing: Standing, outlook: Outlook) -> CompletionRow:
    assessment, certificate = standing.assessment, standing.certificate
    return CompletionRow(
        place_id=standing.place_id,
        person_id=standing.person_id,
        name=standing.name,
        sort=standing.sort,
        state=standing.state,
        outcomes=assessment.outcomes,
        met=assessment.met,
        lost=assessment.lost,
        over=standing.over,
        due=standing.due,
        completed_on=completed_on(standing),
        certificate_id=certificate.id if certificate else None,
        number=certificate.number if certificate else "",
        certificate_state=certificate.state if certificate else None,
        issued_on=certificate.issued_on if certificate else None,
        outlook=outlook,
    )


def completed_on(standing: Standing) -> date | None:
    """Return the day a person completed: the last session's, unless it was noted earlier."""
    if standing.completed_on or not (standing.over and standing.assessment.met):
        return standing.completed_on
    return standing.last_day


@allowed(*EVERYBODY)
def requirements(db: Db, cohort_id: int) -> list[RequirementRow]:
    """Return the named requirements of a cohort's rules, in their order."""
    same = aliased(Requirement)  # met under an older version of the rules, it is met
    met = (
        select(func.count(RequirementMet.place_id.distinct()))
        .join(same, same.id == RequirementMet.requirement_id)
        .join(RequirementMet.place)
        .where(same.name == Requirement.name, Place.cohort_id == cohort_id)
        .correlate(Requirement)
        .scalar_subquery()
    )
    wanted = (
        select(Requirement.id, Requirement.name, met)
        .join(Cohort, Cohort.rules_id == Requirement.rules_id)
        .where(Cohort.id == cohort_id)
        .order_by(Requirement.id)
    )
    return [RequirementRow(*row) for row in db.execute(wanted)]


@allowed(*ADMINISTRATORS)
def meet_requirement(db: Db, place_ids: Sequence[int], requirement_id: int, on: date) -> int:
    """Note that people met a requirement of their cohort; return how many had not before."""
    requirement = db.get_one(Requirement, requirement_id)
    new = 0
    for place in _places(db, place_ids):
        if place.cohort.rules_id != requirement.rules_id:
            raise RuleBroken("requirement_of_other_rules", name=requirement.name)
        if requirement.name not in {met.requirement.name for met in place.met}:
            place.met.append(RequirementMet(requirement=requirement, met_on=on))
            new += 1
    return new


@allowed(*ADMINISTRATORS)
def unmeet_requirement(db: Db, place_ids: Sequence[int], requirement_id: int) -> int:
    """Take back that people met a requirement, under whichever version; return how many."""
    name = db.get_one(Requirement, requirement_id).name
    gone = 0
    for place in _places(db, place_ids):
        kept = [met for met in place.met if met.requirement.name != name]
        gone += len(kept) < len(place.met)
        place.met[:] = kept
    return gone


def _places(db: Db, place_ids: Sequence[int]) -> Sequence[Place]:
    return db.scalars(select(Place).where(Place.id.in_(place_ids)).order_by(Place.id)).all()


@allowed(*ADMINISTRATORS)
def finish_cohort(db: Db, cohort_id: int, now: datetime) -> int:
    """Finish a cohort; whoever met its rules has completed it. Return how many did.

    Sessions to come are in the way: they are held first, or marked as cancelled.
    """
    cohort = db.get_one(Cohort, cohort_id)
    if cohort.state is CohortState.FINISHED:
        raise RuleBroken("already_finished", cohort=cohort.name)
    to_come = select(func.count()).where(
        TrainingSession.cohort_id == cohort_id, counts(), ~ended(now)
    )
    if count := db.scalar(to_come):
        raise RuleBroken("sessions_to_come", n=count)
    cohort.state = CohortState.FINISHED
    done = {
        s.place_id: completed_on(s)
        for s in standings(db, now, Place.cohort_id == cohort_id)
        if s.over and s.assessment.met
    }
    for place in _places(db, list(done)):
        place.state, place.completed_on = PlaceState.COMPLETED, done[place.id]
    return len(done)
