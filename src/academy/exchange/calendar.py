"""Sessions as other programs' calendars know them (RFC 5545), and messages about them (RFC 5546).

An event is found again by its UID; of several messages the highest SEQUENCE counts. Times are
written by wall clock with their zone, so that they stay right across clock changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from academy.domain import dates
from academy.domain.sessions import instant
from academy.domain.words import Answer

if TYPE_CHECKING:
    from icalendar import Component, Event

PRODUCT: Final = "-//Academy//Sessions//EN"
LONDON: Final = "Europe/London"
_LONDON: Final = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
END:VTIMEZONE
"""
"""Two rules for ever: calendars understand them better than lists of days that end one day."""

PARTSTATS: Final = {
    Answer.WAITING: "NEEDS-ACTION",
    Answer.ACCEPTED: "ACCEPTED",
    Answer.DECLINED: "DECLINED",
    Answer.TENTATIVE: "TENTATIVE",
}
"""The words of RFC 5545 for answers."""


class Method(StrEnum):
    """What a calendar message is for (RFC 5546)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    REPLY = "REPLY"


@dataclass(frozen=True)
class Attendee:
    """Somebody in a calendar message: the organiser or who is invited."""

    name: str
    email: str
    answer: Answer = Answer.WAITING


@dataclass(frozen=True)
class CalendarEvent:
    """A session as calendars get it; `stamped` is when this was said, in UTC.

    One that lasts `until` a later day says in `hours` when each of its days begins and ends.
    """

    uid: str
    sequence: int
    title: str
    day: date
    starts: time
    ends: time
    zone: str
    stamped: datetime
    second_hour: bool = False
    place: str = ""
    link: str = ""
    cancelled: bool = False
    attendees: tuple[Attendee, ...] = ()
    until: date | None = None
    hours: tuple[tuple[date, time, time], ...] = ()


def write_calendar(
    events: Sequence[CalendarEvent],
    method: Method,
    *,
    organiser: Attendee | None = None,
    name: str = "",
) -> bytes:
    """Return an .ics file. Requests and cancellations carry one event and need an organiser."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", str(method))
    if name:
        made.add("x-wr-calname", name)
    for zone in _zones(events):
        made.add_component(zone)
    for event in events:
        made.add_component(_event(event, method, organiser))
    written: bytes = made.to_ical()
    return written


def _zones(events: Iterable[CalendarEvent]) -> list[Component]:
    from icalendar import Timezone

    used: dict[str, list[date]] = {}
    for event in events:
        used.setdefault(event.zone, []).append(event.day)
    return [
        Timezone.from_ical(_LONDON.replace("\n", "\r\n"))
        if zone == LONDON
        else Timezone.from_tzid(
            zone, first_date=date(min(days).year, 1, 1), last_date=date(max(days).year + 1, 12, 31)
        )
        for zone, days in used.items()
    ]


def _event(event: CalendarEvent, method: Method, organiser: Attendee | None) -> Event:
    from icalendar import Event

    made = Event()
    made.add("uid", event.uid)
    made.add("sequence", event.sequence)
    made.add("dtstamp", event.stamped.replace(tzinfo=UTC))
    made.add("dtstart", _moment(event, event.starts))
    made.add("dtend", _moment(event, event.ends, event.until))
    made.add("summary", event.title)
    told = "\n".join([*(_hours(*day) for day in event.hours), *([event.link] * bool(event.link))])
    for key, text in (("location", event.place or event.link), ("description", told)):
        if text:
            made.add(key, text)
    if event.link:
        made.add("url", event.link)
    gone = event.cancelled or method is Method.CANCEL
    made.add("status", "CANCELLED" if gone else "CONFIRMED")
    if organiser is not None:
        made.add("organizer", _address(organiser))
    for attendee in event.attendees:
        made.add("attendee", _address(attendee, asks=not gone), encode=False)
    return made


def _hours(day: date, starts: time, ends: time) -> str:
    return f"{dates.long_day(day)}, {dates.hours(starts, ends)}"


def _moment(event: CalendarEvent, at: time, day: date | None = None) -> datetime:
    """Return the local time, or UTC where the clocks show it twice and the second is meant."""
    if event.second_hour:
        return instant(day or event.day, at, event.zone, second_hour=True)
    return datetime.combine(day or event.day, at, ZoneInfo(event.zone))


def _address(person: Attendee, *, asks: bool | None = None) -> Any:
    from icalendar import vCalAddress, vText

    made = vCalAddress(f"mailto:{person.email}")
    made.params["CN"] = vText(person.name)
    if asks is not None:
        made.params["CUTYPE"] = vText("INDIVIDUAL")
        made.params["ROLE"] = vText("REQ-PARTICIPANT")
        made.params["PARTSTAT"] = vText(PARTSTATS[person.answer])
        if asks:
            made.params["RSVP"] = vText("TRUE")
    return made
