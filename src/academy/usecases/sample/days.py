"""The days of the sample academy: always around today, never on a weekend or bank holiday."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)


def is_working(day: date) -> bool:
    """Tell whether people in England work on a day."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def working_from(day: date) -> date:
    """Return the day itself, or the next one on which people work."""
    while not is_working(day):
        day += _DAY
    return day


def working_until(day: date) -> date:
    """Return the day itself, or the last one before it on which people work."""
    while not is_working(day):
        day -= _DAY
    return day


def around(today: date, offsets: Iterable[int]) -> tuple[date, ...]:
    """Return days so far from today, moved away from it to working days; 0 is today itself."""
    return tuple(_away(today, offset) for offset in offsets)


def _away(today: date, offset: int) -> date:
    day = today + timedelta(days=offset)
    if offset == 0:
        return day
    return working_from(day) if offset > 0 else working_until(day)


def end_of_last_week(today: date) -> date:
    """Return the last working day of the week before this one."""
    monday = today - timedelta(days=today.weekday())
    return working_until(monday - 3 * _DAY)
