"""What one row of a list of sessions says: its days, its times and what else is known of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, Final, TypeVar

from academy.domain.dates import DAYS, parse_day, parse_days, parse_time
from academy.domain.sessions import LONGEST_SERIES
from academy.domain.words import RuleBroken, SessionFormat, SessionState
from academy.exchange.meetings.moments import written
from academy.exchange.meetings.report import DateOrder
from academy.exchange.session_columns import SessionColumns, day_in
from academy.exchange.tables.model import Cell
from academy.usecases.facilitators import Called, read_names

T = TypeVar("T")
_WEEK: Final = timedelta(weeks=1)
_YES: Final = {"yes": True, "y": True, "true": True, "1": True, "x": True, "second": True,
               "required": True, "no": False, "n": False, "false": False, "0": False,
               "first": False, "optional": False}  # fmt: skip
_FORMATS: Final = {
    "in person": SessionFormat.IN_PERSON, "face to face": SessionFormat.IN_PERSON,
    "classroom": SessionFormat.IN_PERSON, "online": SessionFormat.ONLINE,
    "virtual": SessionFormat.ONLINE, "remote": SessionFormat.ONLINE,
    "hybrid": SessionFormat.HYBRID, "blended": SessionFormat.HYBRID,
}  # fmt: skip
_STATES: Final = {
    "planned": SessionState.PLANNED, "held": SessionState.PLANNED,
    "not held": SessionState.NOT_HELD, "cancelled": SessionState.CANCELLED,
    "canceled": SessionState.CANCELLED,
}  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """How a list is read: its columns, the order of day and month, today, and who may lead."""

    columns: SessionColumns
    order: DateOrder | None
    today: date
    called: Called


@dataclass(frozen=True)
class Said:
    """What a row says. `values` are fields of a session draft, only those the row fills."""

    session_id: str
    days: tuple[date, ...]
    starts: time
    ends: time
    values: Mapping[str, Any]


def read_session(reading: Reading, cells: Sequence[Cell]) -> Said:
    """Read a row; RuleBroken names what cannot be read."""
    said = {name: reading.columns.text(cells, name) for name in reading.columns.fields}
    begins = said.get("starts", "")
    day = _day(said.get("date") or begins, reading)
    from_, to = _hours(said.get("hours", ""))
    starts = _time(begins or from_, "session_start_missing")
    ends = _time(said.get("ends") or to, "session_end_missing")
    return Said(
        said.get("session_id", ""), _repeated(day, said, reading), starts, ends,
        _values(said, reading),
    )  # fmt: skip


def _day(text: str, reading: Reading) -> date:
    found = written(text)
    if found is not None and found.numbers:
        day = day_in(text, reading.order)
        if day is None or not 1900 <= day.year < 2200:
            raise RuleBroken("date_unreal", text=text)
        return day
    try:
        return parse_day(text, reading.today)
    except RuleBroken:
        days, unread = parse_days(text, reading.today)  # a weekday may stand before it
        if len(days) != 1 or unread:
            raise
        return days[0]


def _hours(text: str) -> tuple[str, str]:
    """Part “9.30am to 12.30pm” or “09:30-12:30”."""
    parts = re.split(r"\s*[-\u2010-\u2015]\s*|\s+(?:to|until)\s+", text.strip())
    return (parts[0], parts[1]) if len(parts) == 2 else (text, "")


def _time(text: str, missing: str) -> time:
    if not text:
        raise RuleBroken(missing)
    try:
        return parse_time(text)
    except RuleBroken:
        found = written(text)  # with seconds, or behind a day
        if found is None or found.clock is None:
            raise
        return found.clock.replace(second=0)


def _repeated(first: date, said: Mapping[str, str], reading: Reading) -> tuple[date, ...]:
    """Return the days of a row that repeats, as mod_attendance makes them: weekdays up to a day."""
    if not said.get("repeat_until"):
        return (first,)
    last = _day(said["repeat_until"], reading)
    every = said.get("repeat_every") or "1"
    weeks = int(every) if every.isdecimal() and len(every) < 3 else 0
    if not 1 <= weeks <= 52:
        raise RuleBroken("series_weeks", weeks=every)
    wanted = _weekdays(said.get("repeat_on", "")) or {first.weekday()}
    monday, days = first - timedelta(days=first.weekday()), list[date]()
    while monday <= last and len(days) <= LONGEST_SERIES:
        week = (monday + timedelta(days=n) for n in sorted(wanted))
        days += [day for day in week if first <= day <= last]
        monday += weeks * _WEEK
    if not 1 <= len(days) <= LONGEST_SERIES:
        raise RuleBroken("series_length", count=len(days))
    return tuple(days)


def _weekdays(text: str) -> set[int]:
    """Read “Mon,Wed”; RuleBroken weekday_unknown."""
    found = set()
    for word in re.split(r"[\s,;]+", text.casefold().strip()):
        if not word:
            continue
        same = [
            n for n, day in enumerate(DAYS) if len(word) > 1 and day.casefold().startswith(word)
        ]
        if len(same) != 1:
            raise RuleBroken("weekday_unknown", word=word)
        found.add(same[0])
    return found


def _values(said: Mapping[str, str], reading: Reading) -> dict[str, Any]:
    ways: dict[str, Callable[[str], object]] = {
        "title": _one_line,
        "room": _one_line,
        "link": str,
        "staff_notes": str,
        "facilitators": lambda text: read_names(text, reading.called),
        "format": lambda text: _word(text, _FORMATS, "format"),
        "state": lambda text: _word(text, _STATES, "state"),
        "required": lambda text: _word(text, _YES, "required"),
        "second_hour": lambda text: _word(text, _YES, "second hour"),
    }
    return {name: read(said[name]) for name, read in ways.items() if said.get(name)}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _word(text: str, known: Mapping[str, T], field: str) -> T:
    key = " ".join(re.sub(r"[_-]", " ", text.casefold()).split())
    if key not in known:
        raise RuleBroken("session_word_unknown", text=text[:40], field=field)
    return known[key]
