"""The names of a meeting report that are nobody's yet: what they are, and who they may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from academy.exchange.meetings import Attendee, MeetingReport
from academy.usecases.meeting_matching import Matched, Matching, Suggestion
from academy.usecases.meeting_presence import Hours, presence, reported, whole_minutes

Kind = Literal["person", "phone", "device", "bot", "host"]
_HOSTS: Final = ("organi", "host", "presenter", "veranstalter", "organisat")


@dataclass(frozen=True)
class Unmatched:
    """A name of the report without a person: what it is, who it may be, how long it was there."""

    name: str
    email: str
    kind: Kind
    suggestions: tuple[Suggestion, ...]
    joined: datetime | None
    left: datetime | None
    minutes: int | None
    settled: bool  # somebody said that it is nobody of the cohort
    clean_name: str = ""

    @property
    def open(self) -> bool:
        """Whether it is a question; whoever ran the meeting and note takers are none."""
        return not self.settled and self.kind not in ("bot", "host")


def unmatched(
    report: MeetingReport,
    matches: Sequence[Matched],
    matching: Matching,
    hours: Hours,
    pairings: Mapping[str, int | None],
) -> tuple[Unmatched, ...]:
    """Return the attendees without a person, those with a likely one first, bots last."""
    taken = {id(matched.attendee) for matched in matches}
    left = [
        _unmatched(attendee, report, matching, hours, pairings)
        for attendee in report.people
        if id(attendee) not in taken
    ]
    return tuple(sorted(left, key=lambda one: (not one.open, not one.suggestions)))


def _unmatched(
    attendee: Attendee,
    report: MeetingReport,
    matching: Matching,
    hours: Hours,
    pairings: Mapping[str, int | None],
) -> Unmatched:
    found = presence(reported(attendee, report, "", hours), hours)
    suggestions = matching.suggestions(attendee)
    return Unmatched(
        name=matching.called(attendee),
        email=attendee.email,
        kind="host" if _is_host(attendee) and not suggestions else attendee.kind,
        suggestions=suggestions,
        joined=hours.local(found.joined),
        left=hours.local(found.left),
        minutes=whole_minutes(found.seconds),
        settled=matching.called(attendee) in pairings,
        clean_name=attendee.clean_name,
    )


def _is_host(attendee: Attendee) -> bool:
    role = attendee.role.casefold()
    return any(word in role for word in _HOSTS) or "(host" in attendee.name.casefold()
