"""Dividing a cohort into action-learning sets, in three steps.

    given = store.read(sets_input, request)                 who is to be divided, what is wished
    plan = divided_cohort(given)                            outside the store, in a task
    store.write(make_gesture(plan), make_sets, plan)        all sets, as one entry

Until the third step nothing has happened. Equality answers are never read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from academy.domain.cohorts import Cohort
from academy.domain.grouping.facts import Closeness, LearningSetPlan, Member, Trait, Wishes
from academy.domain.learning_sets import (
    LearningSet,
    LearningSetMeeting,
    LearningSetMember,
    LearningSetVeto,
)
from academy.domain.people import Person
from academy.domain.words import RuleBroken
from academy.store.journal import Db, Gesture
from academy.usecases.matching_input import reporting_lines
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.set_people import SetPerson, as_member, people_of_cohort


@dataclass(frozen=True)
class SetsRequest:
    """What is asked: a cohort, the sizes of its sets, and who facilitates (ids of people)."""

    cohort_id: int
    smallest: int = 5
    largest: int = 8
    facilitators: tuple[int, ...] = ()


@dataclass(frozen=True)
class SetsInput:
    """Everything a division depends on; the same input gives the same sets.

    `members` and `wishes` name people by id. `replaces`: how many sets there are already.
    """

    request: SetsRequest
    members: tuple[Member, ...]
    wishes: Wishes
    people: Mapping[int, SetPerson]
    facilitators: Mapping[int, str]
    replaces: int


@dataclass(frozen=True)
class Near:
    """Two people of one set who had better be apart, and why."""

    first: SetPerson
    second: SetPerson
    closeness: Closeness


@dataclass(frozen=True)
class PlannedSet:
    """A set as suggested: who is in it, what it mixes, who is together though close."""

    number: int
    members: tuple[SetPerson, ...]
    facilitator_id: int | None
    facilitator: str
    mixes: tuple[tuple[Trait, int], ...]
    together: tuple[Near, ...]


@dataclass(frozen=True)
class SetsPlan:
    """A cohort divided. `gap`: 0 where no better division exists, else the share to be gained."""

    given: SetsInput
    sets: tuple[PlannedSet, ...]
    gap: float


@allowed(*ADMINISTRATORS)
def sets_input(db: Db, request: SetsRequest) -> SetsInput:
    """Return who is to be divided into sets, and what must be kept.

    Refused where sets of the cohort have met already: their meetings would have no set.
    """
    replaces = _replaceable(db, request.cohort_id)
    lines = reporting_lines(db)
    everybody = people_of_cohort(db, request.cohort_id)
    here = {one.person_id: one for one in everybody.values() if one.withdrawn_on is None}
    members = tuple(as_member(one, lines) for one in here.values())
    leading = tuple((one, lines.get(one, frozenset())) for one in request.facilitators)
    vetoes = frozenset(
        frozenset((everybody[first].person_id, everybody[second].person_id))
        for first, second in db.execute(
            select(LearningSetVeto.place_id, LearningSetVeto.other_id).where(
                LearningSetVeto.place_id.in_(one.place_id for one in here.values()),
                LearningSetVeto.other_id.in_(one.place_id for one in here.values()),
            )
        )
    )
    wishes = Wishes(request.smallest, request.largest, vetoes, leading)
    return SetsInput(
        request, members, wishes, here, _facilitators(db, request.facilitators, here), replaces
    )


def _replaceable(db: Db, cohort_id: int) -> int:
    """Return how many sets a cohort has; none of them may have met."""
    sets = select(func.count()).where(LearningSet.cohort_id == cohort_id)
    met = select(func.count(LearningSetMeeting.set_id.distinct())).join(
        LearningSet, LearningSet.id == LearningSetMeeting.set_id
    )
    n = db.scalar(met.where(LearningSet.cohort_id == cohort_id)) or 0
    if n:
        raise RuleBroken("sets_have_met", n=n)
    return db.scalar(sets) or 0


def _facilitators(
    db: Db, person_ids: Sequence[int], here: Mapping[int, SetPerson]
) -> dict[int, str]:
    for one in person_ids:
        if one in here:
            raise RuleBroken("facilitator_is_member", name=here[one].name)
    wanted = select(Person.id, Person.full_name).where(Person.id.in_(person_ids))
    found = {row[0]: row[1] for row in db.execute(wanted)}
    if unknown := [one for one in person_ids if one not in found]:
        raise RuleBroken("set_facilitator_unknown", person=unknown[0])
    return found


def divided_cohort(given: SetsInput) -> SetsPlan:
    """Return the best sets for what was read; touches no store."""
    from academy.domain.grouping.sets import divided

    found = divided(given.members, given.wishes)
    sets = sorted((_told(one, given) for one in found.sets), key=lambda one: _first(one.members))
    numbered = (
        PlannedSet(n, one.members, one.facilitator_id, one.facilitator, one.mixes, one.together)
        for n, one in enumerate(sets, 1)
    )
    return SetsPlan(given, tuple(numbered), found.gap)


def _first(members: Sequence[SetPerson]) -> tuple[str, int]:
    return members[0].sort, members[0].place_id


def _told(one: LearningSetPlan, given: SetsInput) -> PlannedSet:
    who = given.people
    return PlannedSet(
        0,
        tuple(sorted((who[id_] for id_ in one.members), key=lambda p: (p.sort, p.place_id))),
        one.facilitator,
        "" if one.facilitator is None else given.facilitators[one.facilitator],
        one.mixed,
        tuple(Near(who[near.first], who[near.second], near.closeness) for near in one.together),
    )


def make_gesture(plan: SetsPlan) -> Gesture:
    """Return the gesture of making the sets: one entry, however many."""
    return Gesture("make_sets", {"n": len(plan.sets)})


@allowed(*ADMINISTRATORS)
def make_sets(db: Db, plan: SetsPlan) -> list[int]:
    """Make the sets of a plan in the place of those there were; return their ids.

    Refused when anything the plan was made from changed meanwhile, or a set has met.
    """
    request = plan.given.request
    if sets_input(db, request) != plan.given:
        raise RuleBroken("changed_since_review")
    cohort = db.get_one(Cohort, request.cohort_id)
    for old in db.scalars(select(LearningSet).where(LearningSet.cohort_id == cohort.id)).all():
        db.delete(old)
    db.flush()  # numbers and places are free again
    made = [
        LearningSet(
            cohort=cohort,
            number=one.number,
            facilitator_id=one.facilitator_id,
            members=[LearningSetMember(place_id=member.place_id) for member in one.members],
        )
        for one in plan.sets
    ]
    db.add_all(made)
    db.flush()
    return [one.id for one in made]
