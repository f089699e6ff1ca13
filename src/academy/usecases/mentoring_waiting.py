"""Where people wait for a mentor: the running cohorts in which somebody has none.

For administrators alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import func, select

from academy.domain.cohorts import Cohort, Place
from academy.domain.mentoring import MentoringPair
from academy.domain.programmes import Programme
from academy.domain.words import CohortState, PairState, PlaceState
from academy.store.journal import Db
from academy.store.plain import PlainQuery
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class WaitingCohort:
    """A running cohort in which people have no mentor; how many wait, how many are paired."""

    id: int
    cohort: str
    waiting: int
    paired: int


@allowed(*ADMINISTRATORS)
def waiting_cohorts(db: Db) -> list[WaitingCohort]:
    """Return the running cohorts in which anybody waits, as cohorts are listed."""
    return [WaitingCohort(*row) for row in _waiting().rows(db)]


@cache
def _waiting() -> PlainQuery:
    """Count in one statement: to ask each of hundreds of cohorts who waits takes a second."""
    active = MentoringPair.state == PairState.ACTIVE
    has_mentor = select(MentoringPair.id).where(
        active,
        MentoringPair.cohort_id == Place.cohort_id,
        MentoringPair.mentee_id == Place.person_id,
    )
    paired = select(func.count()).where(active, MentoringPair.cohort_id == Cohort.id)
    wanted = (
        select(Cohort.id, Cohort.name, func.count(Place.id), paired.scalar_subquery())
        .join(Cohort.programme)
        .join(Place, Place.cohort_id == Cohort.id)
        .where(
            Cohort.state == CohortState.RUNNING,
            Place.state == PlaceState.ENROLLED,
            ~has_mentor.exists(),
        )
        .group_by(Cohort.id)
        .order_by(Programme.name, Cohort.id)
    )
    return PlainQuery(wanted)
