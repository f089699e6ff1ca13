"""Days and times in words, for screens, documents and commands alike (experience 5.2).

In sentences “Thursday 26 November 2026”, “9:30am to 12:30pm”; in tables “26 Nov 2026”, “09:30”.
Month and day names are British English here; a translation brings its own lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from academy.domain.words import RuleBroken

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_day(day: date) -> str:
    """Return “Thursday 26 November 2026”."""
    return f"{DAYS[day.weekday()]} {plain_day(day)}"


def plain_day(day: date) -> str:
    """Return “26 November 2026”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """Return “26 November”, where the year is plain."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """Return “26 Nov 2026”, for tables."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def tiny_day(day: date) -> str:
    """Return “26 Nov”, for column heads."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def clock(at: time) -> str:
    """Return “9:30am”, “3pm”, “midday”, “midnight”."""
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def hours(starts: time, ends: time) -> str:
    """Return “9:30am to 12:30pm”."""
    return f"{clock(starts)} to {clock(ends)}"


def span(first: date, last: date) -> str:
    """Return “10 September to 26 November 2026”, the year said once where it can be."""
    if first == last:
        return plain_day(first)
    if first.year == last.year:
        return f"{day_and_month(first)} to {plain_day(last)}"
    return f"{plain_day(first)} to {plain_day(last)}"


def moment(at: datetime, today: date) -> str:
    """Return “today 12:41pm”, “yesterday 9:12am” or “20 November 2026 9:12am” (local time)."""
    near = {0: "today", 1: "yesterday"}
    day = near.get((today - at.date()).days) or plain_day(at.date())
    return f"{day} {clock(at.time())}"


def listed_days(days: Sequence[date]) -> str:
    """Return “12 and 19 November”, the month said once where it can be."""
    if len({(d.year, d.month) for d in days}) == 1 and len(days) > 1:
        head = [str(d.day) for d in days[:-1]]
        return f"{', '.join(head)} and {day_and_month(days[-1])}"
    words = [day_and_month(d) for d in days]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def parse_day(text: str, today: date) -> date:
    """Read a day as people type it: 5/3/26, 5 3 2026, 5 Mar, 5 March 2026, today, +14, thu.

    The day stands before the month, always; 2026-03-05 is understood too. Without a year the
    next such day is meant, a weekday means its next day. Raises RuleBroken with a key that says
    what is missing.
    """
    words = re.sub(r"[\s,./\u00a0-]+", " ", text.strip().casefold()).strip()
    if not words:
        raise RuleBroken("date_missing")
    near = _near(text.strip().casefold(), today)
    if near:
        return near
    parts = words.split(" ")
    if len(parts[0]) == 4 and len(parts) == 3:
        parts.reverse()
    day, month = _number(parts[0]), _month(parts[1]) if len(parts) > 1 else None
    if day is None:
        raise RuleBroken("date_unreadable", text=text.strip())
    if len(parts) == 1 or month is None:
        raise RuleBroken("date_needs_month", text=text.strip())
    if len(parts) > 3 or (len(parts) == 3 and _number(parts[2]) is None):
        raise RuleBroken("date_unreadable", text=text.strip())
    return _real(day, month, int(parts[2]) if len(parts) == 3 else None, today, text)


_WEEKDAY = re.compile(
    r"\b(mon|tue(s)?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\b[,.]?\s+(?=\d)", re.IGNORECASE
)


def parse_days(text: str, today: date) -> tuple[list[date], list[tuple[int, str]]]:
    """Read a pasted or typed list of days: one a line, or parted by commas, semicolons, tabs.

    Returns the days in their order, and what is no day, each with the number of its line. A
    weekday before a date is left aside; blank lines and cells are nothing.
    """
    days: list[date] = []
    unread: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        for piece in re.split(r"[;,\t]", _WEEKDAY.sub("", line)):
            if not piece.strip():
                continue
            try:
                days.append(parse_day(piece, today))
            except RuleBroken:
                unread.append((number, " ".join(piece.split())))
    return days, unread


def _near(words: str, today: date) -> date | None:
    known = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if words in known:
        return today + timedelta(days=known[words])
    if re.fullmatch(r"[+-]\d{1,4}", words):
        return today + timedelta(days=int(words))
    if len(words) >= 3 and words.isalpha():
        for number, name in enumerate(DAYS):
            if name.casefold().startswith(words):
                return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _number(text: str) -> int | None:
    digits = re.sub(r"(?<=\d)(st|nd|rd|th)$", "", text)
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None


def _month(text: str) -> int | None:
    number = _number(text)
    if number is not None:
        return number
    names = [n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(text)]
    return names[0] if len(text) >= 3 and names else None


def _real(day: int, month: int, year: int | None, today: date, text: str) -> date:
    try:
        if year is not None:
            return _near_our_time(date(year + 2000 if year < 100 else year, month, day))
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError as unreal:
        raise RuleBroken("date_unreal", text=text.strip()) from unreal


def _near_our_time(day: date) -> date:
    """Refuse a year that lost a digit."""
    if not 1900 <= day.year < 2200:
        raise ValueError(day)
    return day


def parse_time(text: str) -> time:
    """Read a time as people type it: 9:30, 0930, 9.30am, 2pm, midday."""
    words = re.sub(r"[\s\u00a0]+", "", text.casefold())
    if words in ("midday", "noon"):
        return time(12)
    found = re.fullmatch(r"(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm|a\.m\.|p\.m\.)?", words)
    if not found:
        raise RuleBroken("time_unreadable" if words else "time_missing", text=text.strip())
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise RuleBroken("time_unreadable", text=text.strip())
        hour = hour % 12 + (12 if found[3].startswith("p") else 0)
    if hour > 23 or minute > 59:
        raise RuleBroken("time_unreadable", text=text.strip())
    return time(hour, minute)
