"""Which session a meeting report is of: found by its day, its hours and its title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final

from sqlalchemy import select

from academy.domain.cohorts import Cohort
from academy.domain.names import suggestive
from academy.domain.sessions import TrainingSession
from academy.domain.words import SessionState
from academy.exchange.meetings import MeetingReport
from academy.store.journal import Db
from academy.usecases.meeting_presence import days_of, hours_of
from academy.usecases.rights import STAFF, allowed

ALIKE: Final = 85  # of 100: the title of a meeting names the session


@dataclass(frozen=True)
class SessionCandidate:
    """A session that a report may be of; at most one of them is `sure`."""

    session_id: int
    cohort_id: int
    cohort: str
    title: str
    held_on: date
    starts: time
    ends: time
    overlaps: bool  # the meeting took place in its hours
    titled: bool  # the meeting carries its title
    sure: bool = False


@allowed(*STAFF)
def session_candidates(
    db: Db, report: MeetingReport, cohort_id: int | None = None
) -> list[SessionCandidate]:
    """Return the sessions a report may be of, the likeliest first; none of that day: none.

    The only session of the day that the meeting overlaps or is named after is sure; of several,
    the only one named after. A report without a day is found by its title alone.
    """
    wanted = select(TrainingSession).where(TrainingSession.state == SessionState.PLANNED)
    if cohort_id is not None:
        wanted = wanted.where(TrainingSession.cohort_id == cohort_id)
    possible = db.scalars(wanted.order_by(TrainingSession.held_on, TrainingSession.starts))
    names = {row.id: row.name for row in db.execute(select(Cohort.id, Cohort.name))}
    found = [
        _candidate(session, report, names[session.cohort_id])
        for session in possible
        if _may_be(session, report)
    ]
    found.sort(key=lambda one: (not one.titled, not one.overlaps))
    return _decided(found, by_title_only=not report.undecided and not days_of(report, "UTC"))


def _may_be(session: TrainingSession, report: MeetingReport) -> bool:
    if report.undecided:
        return session.held_on in {day for _, day in report.readings}
    days = days_of(report, session.zone)
    return session.held_on in days if days else True


def _candidate(session: TrainingSession, report: MeetingReport, cohort: str) -> SessionCandidate:
    return SessionCandidate(
        session_id=session.id,
        cohort_id=session.cohort_id,
        cohort=cohort,
        title=session.title,
        held_on=session.held_on,
        starts=session.starts,
        ends=session.ends,
        overlaps=_overlaps(session, report),
        titled=_titled(session.title, report.title),
    )


def _overlaps(session: TrainingSession, report: MeetingReport) -> bool:
    hours = hours_of(session)
    starts = hours.moment(report.starts, utc=report.utc)
    ends = hours.moment(report.ends, utc=report.utc)
    if starts is None or report.undecided:
        return True
    return starts < hours.ends and (ends or starts) > hours.starts


def _titled(title: str, shown: str | None) -> bool:
    """Tell whether a meeting is named after a session: “Top Talent 7 – Leading change”."""
    ours, theirs = suggestive(title), suggestive(shown or "")
    if not ours or not theirs:
        return False
    if f" {ours} " in f" {theirs} ":
        return True
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(ours, theirs) >= ALIKE)


def _decided(found: Sequence[SessionCandidate], *, by_title_only: bool) -> list[SessionCandidate]:
    titled = [one for one in found if one.titled]
    open_to = titled if by_title_only else titled or found
    overlapping = [one for one in open_to if one.overlaps]
    likely = titled if len(titled) == 1 else overlapping
    sure = likely[0].session_id if len(likely) == 1 else None
    return [replace(one, sure=one.session_id == sure) for one in found]
