"""What a meeting report says, in one shape for Teams, Zoom, Google Meet and Webex.

Moments are wall times as written in the file: local time of the meeting, or UTC where
`MeetingReport.utc` is true. A report whose times carry no date and for which no day was given
has them on `NO_DAY`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

DateOrder = Literal["DMY", "MDY", "YMD"]
Kind = Literal["person", "phone", "device", "bot"]
Source = Literal["teams", "zoom", "meet", "webex", "report"]  # report: of some other program
NO_DAY = date.min


class Stay(NamedTuple):
    """One interval in the meeting; a missing end means that the file does not tell it."""

    join: datetime | None
    leave: datetime | None


class Line(NamedTuple):
    """One row of the report as written, before rows are put together into people."""

    name: str
    email: str = ""
    upn: str = ""
    role: str = ""
    join: datetime | None = None
    leave: datetime | None = None
    stated_seconds: int | None = None
    absent: bool = False
    waiting: bool = False


@dataclass(frozen=True)
class Attendee:
    """One person of the report, whatever number of rows or devices they had.

    `name` is as written, `clean_name` is for matching, `other_name` what stood in its brackets.
    `seconds` is the union of the stays, None where the file gives no times; `stated_seconds` is
    what the file itself claims and is often wrong.
    """

    name: str
    clean_name: str
    other_name: str
    email: str
    upn: str
    role: str
    kind: Kind
    stays: tuple[Stay, ...]
    first_join: datetime | None
    last_leave: datetime | None
    seconds: int | None
    open: bool
    stated_seconds: int | None
    registered_absent: bool = False


@dataclass(frozen=True)
class Note:
    """Something a person should know about the report: a key, whom and what it is about."""

    key: str
    who: str = ""
    detail: str = ""


@dataclass(frozen=True)
class ByHand:
    """What the user said the columns of an unknown table are: its headers, field by position."""

    headers: tuple[str, ...]
    fields: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class MeetingReport:
    """A whole report. `readings` is filled when nothing decides the order of day and month."""

    source: Source
    generation: str
    title: str | None
    starts: datetime | None
    ends: datetime | None
    utc: bool
    date_order: DateOrder | None
    readings: tuple[tuple[DateOrder, date], ...]
    people: tuple[Attendee, ...]
    has_times: bool
    notes: tuple[Note, ...]
    lines: tuple[Line, ...]
    activities: tuple[Line, ...]
    by_hand: ByHand | None = None

    @property
    def undecided(self) -> bool:
        """Whether the user has to say which of the two readings of the dates is right."""
        return bool(self.readings)


def as_written(moment: datetime | None, *, utc: bool) -> str | None:
    """Give a moment in ISO form, with Z where the file is in UTC, without a day it has not got."""
    if moment is None:
        return None
    if moment.date().year == NO_DAY.year:
        return moment.time().isoformat()
    return moment.isoformat() + ("Z" if utc else "")


def in_zone(stays: Iterable[Stay], zone: str) -> tuple[Stay, ...]:
    """Turn the stays of a UTC report into wall times of `zone`, to compare them with a session."""

    def local(moment: datetime | None) -> datetime | None:
        if moment is None:
            return None
        return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    return tuple(Stay(local(stay.join), local(stay.leave)) for stay in stays)


def minutes_within(stays: Iterable[Stay], starts: datetime, ends: datetime) -> int:
    """Count the seconds of the union of `stays` that lie between `starts` and `ends`.

    Never their sum: a person on two devices is present once. A stay without a leave lasts to
    `ends`; one without a join counts nothing.
    """
    cut = sorted(
        (max(stay.join, starts), min(stay.leave or ends, ends))
        for stay in stays
        if stay.join is not None
    )
    total, reached = 0, starts
    for begin, end in cut:
        if end > max(begin, reached):
            total += int((end - max(begin, reached)).total_seconds())
            reached = end
    return total
