"""The words for how a person stands to a completion rule (experience 6.3 rule 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from academy.domain.completion import Outcome

Facts = Mapping[str, int | str]

OUTCOMES: Final[dict[str, str]] = {
    "attendance_none": QT_TRANSLATE_NOOP("labels", "no sessions to attend yet"),
    "attendance_unmarked": QT_TRANSLATE_NOOP("labels", "nothing marked yet"),
    "attendance_met": QT_TRANSLATE_NOOP("labels", "{attended} of {marked}, {percent}%"),
    "attendance_met_so_far": QT_TRANSLATE_NOOP(
        "labels", "{attended} of {marked} so far, {percent}%"
    ),
    "attendance_open": QT_TRANSLATE_NOOP(
        "labels", "{attended} of {marked} so far, can still reach {target}%"
    ),
    "attendance_lost": QT_TRANSLATE_NOOP(
        "labels", "{attended} of {marked}, cannot reach {target}% any more"
    ),
    "attendance_short": QT_TRANSLATE_NOOP(
        "labels", "{attended} of {marked}, {percent}% (needs {target}%)"
    ),
    "required_sessions_met": QT_TRANSLATE_NOOP("labels", "all required sessions attended"),
    "required_sessions_lost": QT_TRANSLATE_NOOP("labels", "missed {missed}"),
    "required_sessions_open": QT_TRANSLATE_NOOP("labels", "%n required session(s) to come"),
    "mentoring_met": QT_TRANSLATE_NOOP("labels", "{held} of {target} mentoring meetings"),
    "mentoring_open": QT_TRANSLATE_NOOP("labels", "{held} of {target} mentoring meetings so far"),
    "requirement_met": QT_TRANSLATE_NOOP("labels", "{name}: met"),
    "requirement_open": QT_TRANSLATE_NOOP("labels", "{name}: not met yet"),
}


def outcome_key(outcome: Outcome) -> tuple[str, Facts]:
    """Return the key and the facts of the sentence for a rule's outcome."""
    facts = dict(outcome.facts)
    if outcome.rule == "attendance":
        return _attendance(outcome, facts), facts
    if outcome.rule == "required_sessions" and not outcome.met and not outcome.lost:
        return "required_sessions_open", {"n": facts["to_come"]}
    ending = "met" if outcome.met else "lost" if outcome.lost else "open"
    return f"{outcome.rule}_{ending}", facts


def _attendance(outcome: Outcome, facts: Facts) -> str:
    blank = bool(facts["blank"])
    if not facts["marked"]:
        return "attendance_unmarked" if blank else "attendance_none"
    if outcome.met:
        return "attendance_met_so_far" if blank else "attendance_met"
    if outcome.lost:
        return "attendance_lost" if blank else "attendance_short"
    return "attendance_open"
