"""One line of the plan of a meeting report: a person, what was reported, the mark that follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from academy.domain.words import Letter
from academy.usecases.meeting_matching import How, Known
from academy.usecases.meeting_presence import (
    Hours,
    Limits,
    Presence,
    Reason,
    judged,
    whole_minutes,
)

NOT_BY_ITSELF = frozenset({"not_in_report", "registered_absent", "no_times"})
"""Reasons that are asked about: such a mark is applied only when its row is ticked."""


@dataclass(frozen=True)
class MeetingChoices:
    """What the person settled: who a name is, the limits, ticks and marks of single people.

    `pairings` are from a name as shown (`Unmatched.name`) to a person's id, none: nobody here.
    Limits that are not given are the academy's.
    """

    pairings: Mapping[str, int | None] = field(default_factory=dict)
    percent: int | None = None
    late_after: int | None = None
    ticks: Mapping[int, bool] = field(default_factory=dict)  # place id -> applied or not
    letters: Mapping[int, Letter] = field(default_factory=dict)  # place id -> another mark


@dataclass(frozen=True)
class MeetingRow:
    """One person of the cohort: what was reported of them, and the mark that follows."""

    place_id: int
    person_id: int
    name: str
    shown: tuple[str, ...]  # the names they carried in the report
    how: How | None
    joined: datetime | None
    left: datetime | None
    first_seen: datetime | None  # inside the session
    minutes: int | None
    of_minutes: int
    letter: Letter | None
    reason: Reason
    existing: Letter | None
    ticked: bool
    open: bool = False  # no leave is told, so they count as present to the end

    @property
    def changes(self) -> bool:
        """Whether applying the plan changes this person's mark."""
        return self.ticked and self.letter is not None and self.letter is not self.existing


@dataclass(frozen=True)
class Seen:
    """What is known of one person while rows are made."""

    known: Known
    shown: tuple[str, ...]
    how: How | None
    found: Presence
    registered_absent: bool
    existing: Letter | None
    grew: bool  # this report adds to an earlier one that gave the mark


def row_of(seen: Seen, hours: Hours, limits: Limits, choices: MeetingChoices) -> MeetingRow:
    """Return the line of a person."""
    letter, reason = _proposed(seen, hours, limits)
    place_id = seen.known.place_id
    by_itself = reason not in NOT_BY_ITSELF and (seen.existing is None or seen.grew)
    if place_id in choices.letters:
        letter, reason, by_itself = choices.letters[place_id], "chosen", True
    return MeetingRow(
        place_id=place_id,
        person_id=seen.known.person_id,
        name=seen.known.name,
        shown=seen.shown,
        how=seen.how,
        joined=hours.local(seen.found.joined),
        left=hours.local(seen.found.left),
        first_seen=hours.local(seen.found.first_seen),
        minutes=whole_minutes(seen.found.seconds),
        of_minutes=hours.seconds // 60,
        letter=letter,
        reason=reason,
        existing=seen.existing,
        ticked=choices.ticks.get(place_id, by_itself and letter is not seen.existing),
        open=seen.found.open,
    )


def _proposed(seen: Seen, hours: Hours, limits: Limits) -> tuple[Letter | None, Reason]:
    if seen.found.seconds is None and seen.registered_absent:
        return Letter.ABSENT, "registered_absent"
    if seen.found.seconds is None and not seen.shown:
        return Letter.ABSENT, "not_in_report"
    return judged(seen.found, hours, limits)
