"""The plan of a meeting report on a session: who is who, and which mark each person would get.

One immutable plan drives the page, the dry run and what is applied. It is made anew for every
change of the choices, and nothing is written before it is applied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from academy.domain.meetings import from_report
from academy.domain.sessions import TrainingSession
from academy.domain.words import Letter, RuleBroken, SessionState
from academy.exchange.collector import collector_resting
from academy.exchange.meetings import MeetingReport, Note
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.meeting_matching import Known, Matched, Matching
from academy.usecases.meeting_presence import (
    Hours,
    Limits,
    Presence,
    Reported,
    days_of,
    hours_of,
    presence,
    reported,
)
from academy.usecases.meeting_records import (
    Stays,
    marks_of,
    people_of,
    remembered_names,
    reported_stays,
)
from academy.usecases.meeting_rows import MeetingChoices, MeetingRow, Seen, row_of
from academy.usecases.meeting_unmatched import Unmatched, unmatched
from academy.usecases.rights import STAFF, allowed


@dataclass(frozen=True)
class MeetingPlan:
    """Everything that applying a report would write."""

    report: MeetingReport
    session_id: int
    choices: MeetingChoices
    limits: Limits
    rows: tuple[MeetingRow, ...]
    unmatched: tuple[Unmatched, ...]
    matches: tuple[Matched, ...]
    notes: tuple[Note, ...]
    totals_only: bool
    other_day: date | None
    new_stays: tuple[tuple[int, Reported], ...]  # place id and what is told for the first time

    @property
    def matched(self) -> int:
        """How many people of the cohort are in the report."""
        return sum(bool(row.shown) for row in self.rows)

    @property
    def applied(self) -> tuple[MeetingRow, ...]:
        """The people whose mark would change."""
        return tuple(row for row in self.rows if row.changes)

    @property
    def writes(self) -> bool:
        """Whether applying it keeps anything: marks, or minutes that no earlier report told."""
        return bool(self.applied or self.new_stays)

    def source_of(self, row: MeetingRow) -> str:
        """Return where a mark comes from, as it is kept: “teams 148 180”; chosen ones: nowhere."""
        if row.reason == "chosen":
            return ""
        if row.minutes is None and row.shown:
            return self.report.source
        return f"{self.report.source} {row.minutes or 0} {row.of_minutes}"


@allowed(*STAFF)
def plan_meeting(
    db: Db, report: MeetingReport, session_id: int, choices: MeetingChoices | None = None
) -> MeetingPlan:
    """Return what a report would do to a session's register.

    Raises RuleBroken: session_unknown, session_does_not_count, session_without_people,
    report_without_people, date_order_open.
    """
    with collector_resting():
        return _plan(db, report, session_id, choices or MeetingChoices())


def _plan(db: Db, report: MeetingReport, session_id: int, choices: MeetingChoices) -> MeetingPlan:
    session = _session(db, session_id)
    people = people_of(db, session)
    _require_usable(report, session, people)
    hours, limits = hours_of(session), _limits(db, choices)
    matching = Matching(people, remembered_names(db), choices.pairings, report.people)
    matches = matching.match()
    stored, told = reported_stays(db, session_id), _told(report, matches, people, hours)
    new = {place: _only_new(stays, stored.get(place, [])) for place, stays in told.items()}
    stays = {p.place_id: [*stored.get(p.place_id, []), *new.get(p.place_id, [])] for p in people}
    marks = marks_of(db, session_id)
    rows = []
    for person in people:
        seen = _seen(person, matches, presence(stays[person.place_id], hours), marks, new)
        rows.append(row_of(seen, hours, limits, choices))
    days = days_of(report, session.zone)
    return MeetingPlan(
        report=report,
        session_id=session_id,
        choices=choices,
        limits=limits,
        rows=tuple(rows),
        unmatched=unmatched(report, matches, matching, hours, choices.pairings),
        matches=tuple(matches),
        notes=report.notes,
        totals_only=not report.has_times,
        other_day=days[0] if days and session.held_on not in days else None,
        new_stays=tuple((place, stay) for place, found in new.items() for stay in found),
    )


def _session(db: Db, session_id: int) -> TrainingSession:
    found = db.get(TrainingSession, session_id)
    if found is None:
        raise RuleBroken("session_unknown", session=session_id)
    return found


def _require_usable(report: MeetingReport, session: TrainingSession, people: list[Known]) -> None:
    if session.state is not SessionState.PLANNED:
        raise RuleBroken("session_does_not_count", state=session.state)
    if report.undecided:
        days = [day for _, day in report.readings]
        raise RuleBroken("date_order_open", first=days[0], second=days[-1])
    if not report.people:
        raise RuleBroken("report_without_people")
    if not people:
        raise RuleBroken("session_without_people", cohort=session.cohort.name)


def _limits(db: Db, choices: MeetingChoices) -> Limits:
    ours = the_academy(db)
    percent = ours.meeting_percent if choices.percent is None else choices.percent
    late_after = ours.late_after_minutes if choices.late_after is None else choices.late_after
    if not 1 <= percent <= 100:
        raise RuleBroken("percent_out_of_range", percent=percent)
    return Limits(percent, late_after)


def _told(
    report: MeetingReport, matches: list[Matched], people: list[Known], hours: Hours
) -> Stays:
    places = {person.person_id: person.place_id for person in people}
    name, found = _fingerprint(report), defaultdict[int, list[Reported]](list)
    for matched in matches:
        found[places[matched.person_id]] += reported(matched.attendee, report, name, hours)
    return found


def _fingerprint(report: MeetingReport) -> str:
    """Tell reports of totals apart: two of the same meeting are one, a restarted one is not."""
    people = [(one.name, one.email, one.stated_seconds) for one in report.people]
    return sha256(repr((report.title, report.starts, people)).encode()).hexdigest()[:16]


def _only_new(told: list[Reported], known: list[Reported]) -> list[Reported]:
    """Leave out what was told already: times by themselves, totals by the report they are of."""
    seen = {_identity(stay) for stay in known}
    fresh = dict.fromkeys(stay for stay in told if stay.seconds is None)
    totals = [stay for stay in told if stay.seconds is not None]
    return [stay for stay in (*fresh, *totals) if _identity(stay) not in seen]


def _identity(stay: Reported) -> tuple[object, ...]:
    return (stay.report, stay.seconds) if stay.joined is None else (stay.joined, stay.left)


def _seen(
    person: Known,
    matches: list[Matched],
    found: Presence,
    marks: Mapping[int, tuple[Letter, str]],
    new: Stays,
) -> Seen:
    mine = [matched for matched in matches if matched.person_id == person.person_id]
    existing, source = marks.get(person.place_id, (None, ""))
    return Seen(
        known=person,
        shown=tuple(matched.called for matched in mine),
        how=mine[0].how if mine else None,
        found=found,
        registered_absent=bool(mine) and all(m.attendee.registered_absent for m in mine),
        existing=existing,
        grew=from_report(source) and bool(new.get(person.place_id)),
    )
