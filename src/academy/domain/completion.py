"""Completion: what a person has done, held against the rules, with a reason for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from academy.domain.attendance import Attendance, best_percent


class RuleKind(StrEnum):
    """The kinds of completion rule."""

    ATTENDANCE = "attendance"
    REQUIRED_SESSIONS = "required_sessions"
    MENTORING = "mentoring"
    REQUIREMENT = "requirement"


@dataclass(frozen=True)
class Rules:
    """One version of the rules, as plain values."""

    attendance_percent: int | None
    required_sessions: bool
    mentoring_meetings: int
    requirements: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """What one person has done in a cohort. `blank` sessions may still be attended."""

    attendance: Attendance  # so far
    blank: int
    missed_required: tuple[str, ...]
    required_to_come: int
    meetings: int
    requirements_met: frozenset[str]
    excused_to_come: int = 0


@dataclass(frozen=True)
class Outcome:
    """One rule and how a person stands to it. `lost`: it cannot be met any more."""

    rule: RuleKind
    met: bool
    lost: bool
    facts: tuple[tuple[str, int | str], ...]


@dataclass(frozen=True)
class Assessment:
    """How a person stands to all rules of their cohort."""

    outcomes: tuple[Outcome, ...]

    @property
    def met(self) -> bool:
        """Whether every rule is met."""
        return all(outcome.met for outcome in self.outcomes)

    @property
    def lost(self) -> bool:
        """Whether some rule cannot be met any more."""
        return any(outcome.lost for outcome in self.outcomes)


def assess(rules: Rules, record: Record) -> Assessment:
    """Hold a person's record against the rules of their cohort."""
    outcomes = []
    if rules.attendance_percent is not None:
        outcomes.append(_attendance(rules.attendance_percent, record))
    if rules.required_sessions:
        outcomes.append(_required(record))
    if rules.mentoring_meetings:
        outcomes.append(_meetings(rules.mentoring_meetings, record.meetings))
    outcomes += [_requirement(name, record) for name in rules.requirements]
    return Assessment(tuple(outcomes))


def _attendance(target: int, record: Record) -> Outcome:
    so_far = record.attendance
    percent, best = so_far.percent, best_percent(so_far, record.blank, record.excused_to_come)
    lost = best is not None and best < target  # known apologies to come may cost what is met now
    met = not lost and percent is not None and percent >= target
    facts = (
        ("attended", f"{so_far.attended:g}"),
        ("marked", so_far.marked),
        ("percent", -1 if percent is None else percent),
        ("best", -1 if best is None else best),
        ("blank", record.blank),
        ("target", target),
    )
    return Outcome(RuleKind.ATTENDANCE, met, lost, facts)


def _required(record: Record) -> Outcome:
    missed = record.missed_required
    facts = (
        ("missed", ", ".join(missed)),
        ("n", len(missed)),
        ("to_come", record.required_to_come),
    )
    met = not missed and not record.required_to_come
    return Outcome(RuleKind.REQUIRED_SESSIONS, met, bool(missed), facts)


def _meetings(target: int, held: int) -> Outcome:
    return Outcome(
        RuleKind.MENTORING, held >= target, lost=False, facts=(("held", held), ("target", target))
    )


def _requirement(name: str, record: Record) -> Outcome:
    met = name in record.requirements_met
    return Outcome(RuleKind.REQUIREMENT, met, lost=False, facts=(("name", name),))
