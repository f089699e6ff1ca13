"""What a suggestion says in words: what changing it costs, what stands behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.ui.kit import labels
from academy.ui.screens.mentoring_rows import natural
from academy.usecases import matching
from academy.usecases.matching import LeftOver, MatchingPlan, SuggestedPair
from academy.usecases.matching_input import MatchingInput
from academy.usecases.matching_reasons import Reason

translate = QCoreApplication.translate


def _tr(words: str) -> str:
    return translate("suggestions", words)


def reason_words(reason: Reason) -> str:
    """Return “Both named housing”."""
    return labels.reason(reason.key, reason.facts)


def change_words(pair: SuggestedPair) -> str:
    """Return whom the mentee gets in the best plan without this pair, and what that loses."""
    cost, other = pair.cost, pair.runner_up
    if cost is None:
        return _tr("You keep these two together; the others are matched around them.")
    if other is None:
        who = _tr("Without this pair {name} would have no mentor.")
        return who.format(name=natural(pair.mentee.name))
    best = _tr("Next best for {name}: {other}.").format(
        name=natural(pair.mentee.name), other=natural(other.name)
    )
    return f"{best} {_loss(cost.people, cost.points)}"


def _loss(people: int, points: float) -> str:
    if people > 0:
        return translate("suggestions", "Then %n more person(s) would have no mentor.", "", people)
    if points < 0.5:
        return _tr("All pairs together would be as good.")
    return translate("suggestions", "All pairs together would lose %n point(s).", "", round(points))


def cost_words(pair: SuggestedPair) -> str:
    """Return what changing a pair costs, for a cell: “12 points”, “1 person”."""
    if pair.cost is None:
        return _tr("kept together")
    if pair.cost.people > 0:
        return translate("suggestions", "%n person(s) without", "", pair.cost.people)
    return translate("suggestions", "%n point(s)", "", round(pair.cost.points))


def full_words(plan: MatchingPlan, pair: SuggestedPair) -> str:
    """Return whether the mentor has no place left once all pairs are confirmed."""
    mentor = pair.mentor
    taken = mentor.load + sum(one.mentor.id == mentor.id for one in plan.pairs)
    if taken < mentor.capacity:
        return ""
    return _tr("{name} would then be full.").format(name=natural(mentor.name))


def plan_words(plan: MatchingPlan) -> str:
    """Return what the plan reaches for all."""
    total = sum(pair.score for pair in plan.pairs)
    if not plan.pairs:
        return _tr("Nobody can be paired as things are. Each name says why.")
    if plan.left_over:
        n, everybody = len(plan.pairs), len(plan.pairs) + len(plan.left_over)
        words = _tr("{n} of {all} can be paired; no plan pairs more, and none scores higher.")
        return words.format(n=n, all=everybody)
    words = _tr(
        "All {n} can be paired. No other set of pairs scores more than these {total} points."
    )
    return words.format(n=len(plan.pairs), total=f"{total:,}")


def pin_words(plan: MatchingPlan) -> str:
    """Return which pairs that were to be kept cannot stand, and why."""
    return " ".join(
        labels.pin_refused(
            natural(pin.mentee.name) if pin.mentee else "?",
            natural(pin.mentor.name) if pin.mentor else "?",
            pin.obstacle,
        )
        for pin in plan.refused_pins
    )


def cause_lines(one: LeftOver) -> list[str]:
    """Return why somebody is left over, a line for each cause."""
    return [labels.cause(key, n) for key, n in matching.causes(one)]


def help_words(one: LeftOver) -> str:
    """Return what would help somebody who is left over."""
    if one.would_help:
        names = ", ".join(natural(mentor.name) for mentor in one.would_help)
        return _tr("One more place with one of them would help: {names}.").format(names=names)
    return _tr("Only another mentor would help: none of these may ever be theirs.")


def wishes_of(given: MatchingInput | None, person_id: int) -> str:
    """Return “Housing, finance · Kent · Tuesday”: what a mentee wishes, for one line."""
    if given is None:
        return ""
    found = next((mentee for mentee in given.mentees if mentee.id == person_id), None)
    if found is None:
        return ""
    wants = ", ".join(sorted(found.wants | found.themes))
    wants = wants[:1].upper() + wants[1:]
    way = "" if found.online == found.in_person else _way(online=found.online)
    return " · ".join(part for part in (wants, found.region, way) if part)


def _way(*, online: bool) -> str:
    return _tr("online only") if online else _tr("in person only")
