"""Finding rows by the days they show: “3”, “nov” and “2026” each stand in “3 Nov 2026”."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, SQLColumnExpression, String, false, func, or_

from academy.domain.dates import MONTHS

Day = SQLColumnExpression[date] | SQLColumnExpression[date | None] | SQLColumnExpression[str]


def day_holds(column: Day, word: str, letters: int | None = 3) -> ColumnElement[bool]:
    """Return the condition that a word, in small letters, stands in a day as tables show it.

    Of months so many letters are shown; None: all.

    A day is kept as “2026-11-03”; comparing its parts is much faster than spelling it.
    """
    months = [f"{n:02}" for n, name in enumerate(MONTHS, 1) if word in name[:letters].lower()]
    days = [f"{n:02}" for n in range(1, 32) if word in str(n)]
    found: list[ColumnElement[bool]] = []
    if months:
        found.append(_part(column, 6, 2).in_(months))
    if days:
        found.append(_part(column, 9, 2).in_(days))
    if word.isdecimal():
        found.append(_part(column, 1, 4).contains(word))
    return or_(false(), *found)


def _part(column: Day, first: int, length: int) -> SQLColumnExpression[str]:
    return func.substr(column, first, length, type_=String)
