"""`academy match`: pair everybody who waits in a cohort, and say why."""

from __future__ import annotations

from datetime import date
from typing import Any

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.domain.words import Aim, RuleBroken
from academy.store.store import Store
from academy.ui.kit import labels
from academy.ui.kit.labels.terminal import say
from academy.usecases import cohorts
from academy.usecases.matching import (
    LeftOver,
    MatchingPlan,
    PinTold,
    SuggestedPair,
    causes,
    confirm_gesture,
    confirm_pairs,
    matched,
)
from academy.usecases.matching_input import Known, MatchingRequest, matching_input


@answering
def match(asked: Asked) -> Answer:
    """Confirm the best pairs as one entry; with `--dry-run` only tell them."""
    today = date.today()  # noqa: DTZ011 - the day on the wall
    with academy(asked.file, write=not asked.dry_run) as store:
        if store.read(cohorts.cohort_row, asked.cohort) is None:
            raise RuleBroken("cohort_unknown", cohort=asked.cohort)
        plan = _plan(store, asked, today)
        if plan.pairs and not asked.dry_run:
            store.write(confirm_gesture(plan), confirm_pairs, plan, today)
    problems = [*map(_left_over, plan.left_over), *map(_refused, plan.refused_pins)]
    return Answer(_result(plan), _sentences(plan, asked), problems, 1 if problems else 0)


def _plan(store: Store, asked: Asked, today: date) -> MatchingPlan:
    aim = Aim(asked.aim.replace("-", "_")) if asked.aim else None
    request = MatchingRequest(asked.cohort, pins=tuple(asked.pin), aim=aim)
    return matched(store.read(matching_input, request, today))


def _sentences(plan: MatchingPlan, asked: Asked) -> list[str]:
    counts = {"pairs": len(plan.pairs), "left": len(plan.left_over)}
    said = [say("would_pair", **counts) if asked.dry_run else say("paired", **counts)]
    for pair in plan.pairs:
        names = {"mentee": pair.mentee.name, "mentor": pair.mentor.name}
        said.append(say("pair_told", score=pair.score, **names))
    return said


def _result(plan: MatchingPlan) -> dict[str, Any]:
    return {
        "pairs": [_pair(one) for one in plan.pairs],
        "unmatched": [
            {
                "person": _person(one.mentee),
                "cause": [labels.cause(key, n) for key, n in causes(one)],
                "would_help": [_person(mentor) for mentor in one.would_help],
            }
            for one in plan.left_over
        ],
        "refused_pins": [
            {
                "mentee": pin.mentee and _person(pin.mentee),
                "mentor": pin.mentor and _person(pin.mentor),
                "cause": labels.word(pin.obstacle) if pin.obstacle else None,
            }
            for pin in plan.refused_pins
        ],
    }


def _pair(one: SuggestedPair) -> dict[str, Any]:
    cost = one.cost
    return {
        "mentee": _person(one.mentee),
        "mentor": _person(one.mentor),
        "score": one.score,
        "pinned": one.pinned,
        "for": [labels.reason(why.key, why.facts) for why in one.reasons if why.good],
        "against": [labels.reason(why.key, why.facts) for why in one.reasons if not why.good],
        "shares": {share.criterion.value: [share.points, share.of] for share in one.shares},
        "runner_up": one.runner_up and _person(one.runner_up),
        "change_cost": cost and {"people": cost.people, "points": round(cost.points, 1)},
    }


def _person(known: Known) -> dict[str, Any]:
    return {"id": known.id, "name": known.name}


def _left_over(one: LeftOver) -> Problem:
    why = "; ".join(labels.cause(key, n) for key, n in causes(one))
    return Problem("unmatched", say("left_without", name=one.mentee.name, why=why))


def _refused(pin: PinTold) -> Problem:
    return Problem(
        "pin_refused", labels.pin_refused(_name(pin.mentee), _name(pin.mentor), pin.obstacle)
    )


def _name(known: Known | None) -> str:
    return known.name if known else "?"
