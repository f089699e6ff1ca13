"""`academy sets`: divide a cohort into action-learning sets, and say why they are so."""

from __future__ import annotations

from typing import Any

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.domain.words import RuleBroken
from academy.store.store import Store
from academy.ui.kit import labels
from academy.ui.kit.labels.terminal import say
from academy.usecases import cohorts
from academy.usecases.set_people import SetPerson
from academy.usecases.sets_plan import (
    Near,
    PlannedSet,
    SetsPlan,
    SetsRequest,
    divided_cohort,
    make_gesture,
    make_sets,
    sets_input,
)


@answering
def sets(asked: Asked) -> Answer:
    """Make the best sets as one entry; with `--dry-run` only tell them."""
    with academy(asked.file, write=not asked.dry_run) as store:
        if store.read(cohorts.cohort_row, asked.cohort) is None:
            raise RuleBroken("cohort_unknown", cohort=asked.cohort)
        plan = _plan(store, asked)
        if not asked.dry_run:
            store.write(make_gesture(plan), make_sets, plan)
    return Answer(_result(plan), _sentences(plan, dry_run=asked.dry_run))


def _plan(store: Store, asked: Asked) -> SetsPlan:
    request = SetsRequest(asked.cohort, asked.smallest, asked.largest, tuple(asked.facilitator))
    return divided_cohort(store.read(sets_input, request))


def _sentences(plan: SetsPlan, *, dry_run: bool) -> list[str]:
    counts = {"n": len(plan.sets), "people": len(plan.given.members)}
    said = [say("would_make_sets" if dry_run else "sets_made", **counts), labels.gap(plan.gap)]
    for one in plan.sets:
        names = ", ".join(member.name for member in one.members)
        said.append(say("set_told", number=one.number, names=names))
    return said


def _result(plan: SetsPlan) -> dict[str, Any]:
    return {
        "sets": [_set(one) for one in plan.sets],
        "gap": round(plan.gap, 6),
        "replaced": plan.given.replaces,
    }


def _set(one: PlannedSet) -> dict[str, Any]:
    known = one.facilitator_id is not None
    return {
        "number": one.number,
        "members": [_person(member) for member in one.members],
        "facilitator": {"id": one.facilitator_id, "name": one.facilitator} if known else None,
        "mixes": {trait.value: n for trait, n in one.mixes},
        "together": [_near(near) for near in one.together],
    }


def _near(near: Near) -> dict[str, Any]:
    first, second = near.first, near.second
    told = labels.near(near.closeness.value, first.name, second.name, first.organisation)
    return {"people": [_person(first), _person(second)], "why": told}


def _person(person: SetPerson) -> dict[str, Any]:
    return {"id": person.person_id, "name": person.name}
