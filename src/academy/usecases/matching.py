"""Matching the waiting people of a cohort with mentors, in three steps.

    given = store.read(matching_input, request, today)      who waits, who could take them
    plan = matched(given)                                   outside the store, in a task
    store.write(confirm_gesture(plan), confirm_pairs, plan, today)   all pairs, as one entry

Until the third step nothing has happened. A what-if is another request; `moves` says who would
move.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from academy.domain.matching.facts import Change, Share
from academy.domain.words import Obstacle, RuleBroken
from academy.store.journal import Db, Gesture
from academy.usecases.matching_input import Known, MatchingInput, matching_input
from academy.usecases.matching_reasons import Reason, reasons
from academy.usecases.mentoring import pair
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class SuggestedPair:
    """A mentee and the mentor suggested for them, why so, and what else could be.

    `runner_up` is whom the mentee gets in the best plan without this pair; `cost` says what that
    plan loses, in points of the score over all pairs and in people left without a mentor.
    """

    mentee: Known
    mentor: Known
    score: int
    reasons: tuple[Reason, ...]
    shares: tuple[Share, ...]
    pinned: bool
    runner_up: Known | None
    cost: Change | None


@dataclass(frozen=True)
class LeftOver:
    """Somebody without a mentor: what stands in the way of how many, and whose place would help.

    `taken`: how many mentors could be theirs, but their places go to others.
    """

    mentee: Known
    obstacles: Mapping[Obstacle, int]
    would_help: tuple[Known, ...]
    taken: int = 0


@dataclass(frozen=True)
class PinTold:
    """A pin that cannot stand, and why; no obstacle: one of the two is pinned or not there."""

    mentee: Known | None
    mentor: Known | None
    obstacle: Obstacle | None


@dataclass(frozen=True)
class MatchingPlan:
    """The pairs suggested for a cohort, by the mentees' names, and whoever is left over."""

    given: MatchingInput
    pairs: tuple[SuggestedPair, ...]
    left_over: tuple[LeftOver, ...]
    refused_pins: tuple[PinTold, ...]


@dataclass(frozen=True)
class Move:
    """Somebody for whom another plan has another mentor, or none."""

    mentee: Known
    before: Known | None
    after: Known | None


def matched(given: MatchingInput) -> MatchingPlan:
    """Return the best pairs for what was read; touches no store."""
    from academy.domain.matching.match import match

    found = match(given.mentees, given.mentors, given.rules, given.request.pins)
    who = given.people
    mentees = {mentee.id: mentee for mentee in given.mentees}
    mentors = {mentor.id: mentor for mentor in given.mentors}
    pairs = [
        SuggestedPair(
            who[s.mentee_id],
            who[s.mentor_id],
            round(s.score),
            reasons(mentees[s.mentee_id], mentors[s.mentor_id], s.shares, who[s.mentor_id].pairs),
            s.shares,
            s.pinned,
            None if s.change is None or s.change.mentor_id is None else who[s.change.mentor_id],
            s.change,
        )
        for s in found.suggestions
    ]
    left = [
        LeftOver(
            who[one.mentee_id],
            one.obstacles,
            tuple(who[m] for m in one.would_help),
            len(given.mentors) - sum(one.obstacles.values()),
        )
        for one in found.unmatched
    ]
    refused = [
        PinTold(who.get(pin.mentee_id), who.get(pin.mentor_id), pin.obstacle)
        for pin in found.refused_pins
    ]
    return MatchingPlan(
        given,
        tuple(sorted(pairs, key=lambda pair: (pair.mentee.sort, pair.mentee.id))),
        tuple(sorted(left, key=lambda one: (one.mentee.sort, one.mentee.id))),
        tuple(refused),
    )


def moves(before: MatchingPlan, after: MatchingPlan) -> list[Move]:
    """Return who has another mentor in another plan for the same people."""
    first = {pair.mentee.id: pair.mentor for pair in before.pairs}
    second = {pair.mentee.id: pair.mentor for pair in after.pairs}
    everybody = {**{pair.mentee.id: pair.mentee for plan in (before, after) for pair in plan.pairs}}
    moved = [
        Move(mentee, first.get(id_), second.get(id_))
        for id_, mentee in everybody.items()
        if _id(first.get(id_)) != _id(second.get(id_))
    ]
    return sorted(moved, key=lambda move: (move.mentee.sort, move.mentee.id))


def _id(known: Known | None) -> int | None:
    return None if known is None else known.id


def causes(one: LeftOver) -> list[tuple[str, int]]:
    """Return why somebody is left over, as keys with how many mentors, the most first.

    "taken": mentors who could be theirs, whose places others need more; "no_mentors": none exist.
    """
    found: list[tuple[str, int]] = [(why.value, n) for why, n in one.obstacles.items() if n]
    if one.taken:
        found.append(("taken", one.taken))
    return sorted(found, key=lambda told: (-told[1], told[0])) or [("no_mentors", 0)]


def confirm_gesture(plan: MatchingPlan) -> Gesture:
    """Return the gesture of confirming: one entry, however many pairs."""
    return Gesture("confirm_pairs", {"n": len(plan.pairs)})


@allowed(*ADMINISTRATORS)
def confirm_pairs(db: Db, plan: MatchingPlan, today: date) -> list[int]:
    """Make the pairs of a plan; return their ids.

    Refused when anything the plan was made from changed meanwhile: another plan may be better.
    """
    if not plan.pairs:
        raise RuleBroken("no_pairs")
    if matching_input(db, plan.given.request, today) != plan.given:
        raise RuleBroken("changed_since_review")
    cohort = plan.given.request.cohort_id
    return [
        pair(
            db, cohort, one.mentee.id, one.mentor.id, today,
            score=one.score, why=[[reason.key, dict(reason.facts)] for reason in one.reasons],
        )
        for one in plan.pairs
    ]  # fmt: skip
