"""Attendance rates of cohorts, or of the whole academy, counted by the database.

One statement whatever the number of marks. What counts is what counts for a person
(`academy.domain.attendance`): marks of planned sessions up to today; a late mark is worth half
where the programme says so. People who withdrew are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Subquery, case, func, select

from academy.domain.attendance import Attendance, Mark
from academy.domain.cohorts import Cohort, Place
from academy.domain.programmes import Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import Letter, PlaceState
from academy.store.journal import Db
from academy.usecases.rights import STAFF, allowed
from academy.usecases.standing import counts


@dataclass(frozen=True)
class CohortRate:
    """How a cohort attended so far."""

    cohort_id: int
    cohort: str
    attendance: Attendance


@allowed(*STAFF)
def cohort_rates(db: Db, today: date, cohort_id: int | None = None) -> list[CohortRate]:
    """Return the rate of one or all cohorts in which anybody is marked, by cohort."""
    counted = _counted(today, cohort_id)
    worth = case((Programme.late_counts_half, 0.5), else_=1.0)
    wanted = (
        select(Cohort.id, Cohort.name, counted.c.present + counted.c.late * worth, counted.c.marked)
        .join(Cohort.programme)
        .join(counted, counted.c.cohort_id == Cohort.id)
        .where(counted.c.marked > 0)
        .order_by(Cohort.id)
    )
    return [
        CohortRate(cohort, name, Attendance(attended, marked))
        for cohort, name, attended, marked in db.execute(wanted)
    ]


def _counted(today: date, cohort_id: int | None) -> Subquery:
    """Count the marks; cohorts are named after that, for one join more takes half as long again."""
    wanted = (
        select(
            TrainingSession.cohort_id,
            func.count(case((Mark.letter == Letter.PRESENT, 1))).label("present"),
            func.count(case((Mark.letter == Letter.LATE, 1))).label("late"),
            func.count(Mark.letter).label("marked"),
        )
        .join(Mark, Mark.session_id == TrainingSession.id)
        .join(Mark.place)
        .where(counts(), TrainingSession.held_on <= today, Place.state != PlaceState.WITHDRAWN)
        .group_by(TrainingSession.cohort_id)
    )
    if cohort_id is not None:
        wanted = wanted.where(TrainingSession.cohort_id == cohort_id)
    return wanted.subquery()


def together(rates: Sequence[CohortRate]) -> Attendance:
    """Return the rate of all these cohorts as one, each mark counting the same."""
    attended = sum(rate.attendance.attended for rate in rates)
    return Attendance(attended, sum(rate.attendance.marked for rate in rates))
