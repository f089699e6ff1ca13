"""Importing mentors or mentees: the plan is looked at first, then run in one gesture."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from academy.domain.cohorts import Place
from academy.domain.mentoring import MenteeProfile
from academy.domain.people import Mentor, Person
from academy.domain.words import PlaceState, RuleBroken
from academy.store.journal import Db, Gesture
from academy.usecases.mentoring_plan import (
    CARRIED,
    MentoringPlan,
    MentoringRequest,
    memory_key,
    plan_mentoring,
)
from academy.usecases.people_import import (
    ImportResult,
    remember_columns,
    result_of,
    run_people,
)
from academy.usecases.rights import ADMINISTRATORS, allowed


def mentoring_gesture(plan: MentoringPlan) -> Gesture:
    """Return the gesture of running a plan."""
    request = plan.request
    side = request.side if isinstance(request, MentoringRequest) else "mentors"
    return Gesture(f"import_{side}", {"n": plan.writes})


@allowed(*ADMINISTRATORS)
def import_mentoring(db: Db, plan: MentoringPlan, today: date) -> ImportResult:
    """Run a plan, all of it; it is refused when what is here has changed since it was made."""
    request = plan.request
    if plan.problem is not None:
        raise plan.problem
    if not isinstance(request, MentoringRequest) or plan_mentoring(db, request) != plan:
        raise RuleBroken("changed_since_review")
    if plan.writes and plan.people is not None:
        people = run_people(db, plan.people, today)
        for row in plan.rows:
            if row.fate in ("added", "updated"):
                person = people.get(row.row) or db.get_one(Person, row.person_id)
                _take(_record(db, request, person), request, dict(plan.told[row.row].values))
        db.flush()
        remember_columns(db, memory_key(request), plan)
    return result_of(plan)


def _record(db: Db, request: MentoringRequest, person: Person) -> Mentor | MenteeProfile:
    """Return the mentor or the mentee's profile of a person, made where there is none."""
    if request.side == "mentors":
        if person.mentor is None:
            person.mentor = Mentor()
        return person.mentor
    here = select(Place).where(
        Place.person_id == person.id,
        Place.cohort_id == request.cohort_id,
        Place.state != PlaceState.WITHDRAWN,
    )
    place = db.scalars(here).one()
    found = db.scalar(select(MenteeProfile).where(MenteeProfile.place_id == place.id))
    if found is None:
        found = MenteeProfile(place=place)
        db.add(found)
    return found


def _take(
    record: Mentor | MenteeProfile, request: MentoringRequest, values: Mapping[str, Any]
) -> None:
    for name in CARRIED[request.side]:
        if name in values:
            value = values[name]
            setattr(record, name, list(value) if isinstance(value, tuple) else value)
