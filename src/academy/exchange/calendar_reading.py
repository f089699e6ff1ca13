"""Calendar messages as they come back: answers to invitations, in .ics or mail files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email import policy
from email.parser import BytesParser
from typing import Any, Final
from zoneinfo import ZoneInfo

from academy.domain.words import Answer, FileProblem
from academy.exchange.calendar import LONDON, PARTSTATS, Attendee

MAX_BYTES: Final = 5 * 1024 * 1024
MAX_EVENTS: Final = 5_000
_ANSWERS: Final = {words: answer for answer, words in PARTSTATS.items()}


@dataclass(frozen=True)
class ReadEvent:
    """An event of somebody's message; moments are UTC."""

    uid: str
    sequence: int
    title: str
    starts: datetime | None
    ends: datetime | None
    place: str
    cancelled: bool
    stamped: datetime | None
    attendees: tuple[Attendee, ...]


@dataclass(frozen=True)
class ReadCalendar:
    """A calendar message: what it is for (REQUEST, CANCEL, REPLY … or nothing) and its events."""

    method: str
    events: tuple[ReadEvent, ...]


def read_calendars(data: bytes, name: str = "") -> list[ReadCalendar]:
    """Return the calendar messages of an .ics file, or of a mail with some in it.

    Raises FileProblem file_too_large, calendar_missing (a mail without one), or
    calendar_unreadable.
    """
    if len(data) > MAX_BYTES:
        raise FileProblem("file_too_large", megabytes=MAX_BYTES // (1024 * 1024))
    texts = list(_texts(data))
    if not texts:
        raise FileProblem("calendar_missing", name=name)
    return [_calendar(text, name) for text in texts]


def _texts(data: bytes) -> Iterator[bytes]:
    plain = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if plain[:15].upper() == b"BEGIN:VCALENDAR":
        yield plain
        return
    mail = BytesParser(policy=policy.default).parsebytes(data)
    for part in mail.walk():
        named = (part.get_filename() or "").casefold().endswith(".ics")
        if part.get_content_type() in ("text/calendar", "application/ics") or named:
            found = part.get_payload(decode=True)
            if isinstance(found, bytes) and found.strip():
                yield found


def _calendar(data: bytes, name: str) -> ReadCalendar:
    from icalendar import Calendar

    try:
        found = Calendar.from_ical(data.decode("utf-8", errors="replace"))
        events = [_event(event) for event in found.walk("VEVENT")[:MAX_EVENTS]]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as broken:
        raise FileProblem("calendar_unreadable", name=name) from broken
    return ReadCalendar(str(found.get("METHOD", "")).upper(), tuple(events))


def _event(event: Any) -> ReadEvent:
    number = str(event.get("SEQUENCE", "0"))
    return ReadEvent(
        uid=str(event.get("UID", "")).strip(),
        sequence=int(number) if number.isdecimal() else 0,
        title=str(event.get("SUMMARY", "")),
        starts=_moment(event.get("DTSTART")),
        ends=_moment(event.get("DTEND")),
        place=str(event.get("LOCATION", "")),
        cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
        stamped=_moment(event.get("DTSTAMP")),
        attendees=tuple(map(_attendee, _several(event.get("ATTENDEE")))),
    )


def _several(found: Any) -> list[Any]:
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _attendee(found: Any) -> Attendee:
    address = str(found).strip()
    if address.casefold().startswith("mailto:"):
        address = address[7:]
    params = getattr(found, "params", {})
    answer = _ANSWERS.get(str(params.get("PARTSTAT", "")).upper(), Answer.WAITING)
    return Attendee(str(params.get("CN", "")), address, answer)


def _moment(found: Any) -> datetime | None:
    """Return the moment in UTC; a time without a zone is one of the British clocks."""
    at = getattr(found, "dt", None)
    if isinstance(at, datetime):
        local = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(LONDON))
        return local.astimezone(UTC)
    if isinstance(at, date):
        return datetime.combine(at, time(), ZoneInfo(LONDON)).astimezone(UTC)
    return None
