"""Finding rows by the days they show: “3”, “nov” and “2026” each stand in “3 Nov 2026”."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, SQLColumnExpression, String, false, func, or_

from academy.domain.dates import MONTHS

Day = (
    SQLColumnExpression[date] | SQLColumnExpression[date | None] | SQLColumnExpression[datetime]
    | SQLColumnExpression[str]
)  # fmt: skip
_YEARS = range(1900, 2200)


def day_holds(column: Day, word: str) -> ColumnElement[bool]:
    """Return the condition that a word, in small letters, stands in “3 Nov 2026”.

    A day is kept as “2026-11-03”; comparing its parts is much faster than spelling it.
    """
    return _among(column, *_parts(word, 3))


def moment_holds(at: SQLColumnExpression[datetime], word: str) -> ColumnElement[bool]:
    """Return the condition that a word stands in “3 November 2026”, the day of a moment here.

    Moments are kept in UTC. Few are turned into the time here, which takes 2 µs each: those whose
    parts are near to the wanted ones.
    """
    years, months, days = _parts(word, None)
    near_months = {(n - 1) % 12 + 1 for n in _widened(months)}
    ends = {28, 29, 30, 31}  # one of them is the day before a first
    near_days = _widened(days) | (ends if 1 in days else set()) | ({1} if days & ends else set())
    near = _among(at, _widened(years), near_months, near_days)
    return near & _among(func.datetime(at, "localtime", type_=String), years, months, days)


def _parts(word: str, letters: int | None) -> tuple[set[int], set[int], set[int]]:
    """Return the years, months and days of the month in which a word stands."""
    months = {n for n, name in enumerate(MONTHS, 1) if word in name[:letters].lower()}
    years = {year for year in _YEARS if word in str(year)}
    return years, months, {n for n in range(1, 32) if word in str(n)}


def _widened(numbers: Iterable[int]) -> set[int]:
    return {near for n in numbers for near in (n - 1, n, n + 1)}


def _among(column: Day, years: set[int], months: set[int], days: set[int]) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = [
        func.substr(column, first, length, type_=String).in_([f"{n:0{length}}" for n in wanted])
        for first, length, wanted in ((1, 4, years), (6, 2, months), (9, 2, days))
        if wanted
    ]
    return or_(false(), *found)
