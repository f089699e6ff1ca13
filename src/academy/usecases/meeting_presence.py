"""From what reports say of a person to minutes in the session, and from these to a mark.

All moments here are UTC, so that a clock change during a session does not mislead. The minutes
are the union of everything reported, cut to the session, never their sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from academy.domain.meetings import enough, late
from academy.domain.sessions import TrainingSession, instant
from academy.domain.words import Letter
from academy.exchange.meetings import Attendee, MeetingReport, Stay, minutes_within
from academy.exchange.meetings.report import NO_DAY

Reason = Literal[
    "present", "present_total", "joined_late", "below", "no_times", "not_in_report",
    "registered_absent", "chosen",
]  # fmt: skip


class Reported(NamedTuple):
    """One interval of a person, or a total without times, as it is kept."""

    report: str
    joined: datetime | None
    left: datetime | None
    seconds: int | None


@dataclass(frozen=True)
class Hours:
    """When a session begins and ends, and the zone its clock shows."""

    starts: datetime
    ends: datetime
    zone: str
    day: date

    @property
    def seconds(self) -> int:
        """How long the session lasts."""
        return int((self.ends - self.starts).total_seconds())

    def local(self, moment: datetime | None) -> datetime | None:
        """Return a moment as the wall clock of the session shows it."""
        if moment is None:
            return None
        return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    def moment(self, written: datetime | None, *, utc: bool) -> datetime | None:
        """Return a moment of a report in UTC; times without a day are of the session's day."""
        if written is None:
            return None
        if written.year == NO_DAY.year:
            day = self.day + (written.date() - NO_DAY)
            written = datetime.combine(day, written.time())
        return written if utc else _plain(instant(written.date(), written.time(), self.zone))


@dataclass(frozen=True)
class Limits:
    """What is asked for to be present: a share of the session in per cent, and to be in time."""

    percent: int
    late_after: int


@dataclass(frozen=True)
class Presence:
    """What all reports of a session say of one person together."""

    seconds: int | None
    joined: datetime | None
    left: datetime | None
    first_seen: datetime | None  # inside the session
    open: bool = False  # no leave is told


def hours_of(session: TrainingSession) -> Hours:
    """Return the hours of a session."""
    day, zone, second = session.held_on, session.zone, bool(session.second_hour)
    return Hours(
        _plain(instant(day, session.starts, zone, second_hour=second)),
        _plain(instant(day, session.ends, zone, second_hour=second)),
        session.zone,
        session.held_on,
    )


def _plain(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def reported(attendee: Attendee, report: MeetingReport, name: str, hours: Hours) -> list[Reported]:
    """Return what a report says of one attendee, in UTC; `name` tells reports apart."""
    stays = [
        Reported(
            name,
            hours.moment(stay.join, utc=report.utc),
            hours.moment(stay.leave, utc=report.utc),
            None,
        )
        for stay in attendee.stays
        if stay.join is not None
    ]
    if stays or attendee.stated_seconds is None:
        return stays
    return [Reported(name, None, None, attendee.stated_seconds)]


def presence(stays: Sequence[Reported], hours: Hours) -> Presence:
    """Put together what was reported of a person, by whichever report.

    A report saved during the meeting lacks leaves; where a later one tells them, they hold.
    """
    ended = {stay.joined for stay in stays if stay.left is not None}
    timed = [
        Stay(stay.joined, stay.left)
        for stay in stays
        if stay.joined is not None and (stay.left is not None or stay.joined not in ended)
    ]
    totals = [stay.seconds for stay in stays if stay.seconds is not None]
    seconds = minutes_within(timed, hours.starts, hours.ends) if timed else None
    if totals:
        seconds = max(seconds or 0, min(sum(totals), hours.seconds))
    return Presence(
        seconds,
        min((stay.join for stay in timed if stay.join), default=None),
        max((stay.leave for stay in timed if stay.leave), default=None),
        _first_seen(timed, hours),
        any(stay.leave is None for stay in timed),
    )


def _first_seen(timed: Iterable[Stay], hours: Hours) -> datetime | None:
    joins = [
        max(stay.join, hours.starts)
        for stay in timed
        if stay.join and stay.join < hours.ends and (stay.leave or hours.ends) > hours.starts
    ]
    return min(joins, default=None)


def judged(found: Presence, hours: Hours, limits: Limits) -> tuple[Letter | None, Reason]:
    """Return the mark that a presence amounts to, and why."""
    if found.seconds is None:
        return None, "no_times"
    if not enough(found.seconds, hours.seconds, limits.percent):
        return Letter.ABSENT, "below"
    if late(found.first_seen, hours.starts, limits.late_after):
        return Letter.LATE, "joined_late"
    return Letter.PRESENT, "present" if found.joined else "present_total"


def days_of(report: MeetingReport, zone: str) -> list[date]:
    """Return the days of the wall clock on which a report's meeting took place; none if untold."""
    hours = Hours(datetime.min, datetime.min, zone, NO_DAY)  # noqa: DTZ901 - only its zone is used
    told = [report.starts, report.ends]
    told += [moment for a in report.people for s in a.stays for moment in (s.join, s.leave)]
    found = set()
    for moment in told:
        if moment is not None and moment.year != NO_DAY.year:
            local = hours.local(moment) if report.utc else moment
            found.add((local or moment).date())
    return sorted(found)


def whole_minutes(seconds: int | None) -> int | None:
    """Return whole minutes, rounded down, so that 134.9 never shows as 135."""
    return None if seconds is None else seconds // int(timedelta(minutes=1).total_seconds())
