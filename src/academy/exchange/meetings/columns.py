"""Columns whose labels are unknown, recognised by what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from academy.exchange.meetings.labels import action
from academy.exchange.meetings.layout import Layout, Table, looks_like_data, unsplit
from academy.exchange.meetings.moments import duration, written

_SAMPLE = 200
_TIMES = ("join", "leave", "first_join", "last_leave", "at")


def complete(table: Table) -> None:
    """Give a role to the columns that have none, where their cells tell what they are."""
    width = max([len(table.header), *(len(row) for row in table.rows[:_SAMPLE])])
    table.header += [""] * (width - len(table.header))
    table.roles += [None] * (width - len(table.roles))
    _hours_of_each(table)
    _not_by_number(table)
    before = list(table.roles)
    _find(table, "email", _is_mail)
    _find_times(table)
    if table.column("duration", "total") is None:
        _find(table, "duration", _is_duration)
    if table.column("at") is not None and table.column("action") is None:
        _find_action(table)
    if table.column("name", "first", "last") is None:
        _find_name(table)
    table.inferred = table.inferred or before != table.roles


def without_header(layout: Layout) -> None:
    """Build a table out of rows that follow no known header, or whose header was lost."""
    rows = layout.loose
    start = next((i for i, row in enumerate(rows) if _is_record(row)), None)
    if start is None:
        return
    above = rows[start - 1] if start else []
    filled = [cell for cell in above if cell.strip()]
    headed = len(filled) >= 3 and not any(looks_like_data(cell) for cell in filled)
    header = list(above) if headed else []
    table = Table(None, header, [None] * len(header), [row for row in rows[start:] if row])
    table.inferred = True
    unsplit(table)
    layout.tables.append(table)
    layout.loose = rows[: start - 1] if headed else rows[:start]


def _hours_of_each(table: Table) -> None:
    """Take start and end for a person's own where a table has no other times and no meeting."""
    if table.column(*_TIMES, "title", "meeting") is None and table.column("start") is not None:
        own = {"start": "join", "end": "leave"}
        table.roles = [own.get(role or "", role) for role in table.roles]


def _not_by_number(table: Table) -> None:
    """Leave out a column called participant that only counts them, where another has names."""
    named = table.columns("name")
    for column in named[: len(named) - 1]:
        if _holds(table, column, str.isdigit):
            table.roles[column] = "other"


def _is_record(row: list[str]) -> bool:
    """Tell a row of a person: a word first, and a time or an address among three cells or more."""
    filled = [cell for cell in row if cell.strip()]
    if len(filled) < 3 or looks_like_data(filled[0]):
        return False
    return any(written(cell) is not None or _is_mail(cell) for cell in filled[1:])


def _is_mail(cell: str) -> bool:
    return "@" in cell and " " not in cell.strip()


def _cells(table: Table, column: int) -> list[str]:
    rows = table.rows[:_SAMPLE]
    return [row[column] for row in rows if column < len(row) and row[column].strip()]


def _holds(table: Table, column: int, test: Callable[[str], bool]) -> bool:
    cells = _cells(table, column)
    return bool(cells) and sum(test(cell) for cell in cells) * 5 >= len(cells) * 3


def _unknown(table: Table) -> list[int]:
    return [i for i, role in enumerate(table.roles) if role is None]


def _find(table: Table, role: str, test: Callable[[str], bool]) -> None:
    if table.column(role) is not None:
        return
    for column in _unknown(table):
        if _holds(table, column, test):
            table.roles[column] = role
            return


def _find_times(table: Table) -> None:
    """Name the columns of times: one beside an action is its moment, of two the first is the join.

    One unknown time in a table whose duration is known may be a registration, so it stays.
    """
    found = [i for i in _unknown(table) if _holds(table, i, _is_moment)]
    known = {role for role in table.roles if role in _TIMES}
    if not found or "at" in known or {"join", "leave"} <= known:
        return
    if {"first_join", "last_leave"} <= known:
        return
    if known:
        table.roles[found[0]] = "leave" if known & {"join", "first_join"} else "join"
    elif len(found) >= 2:
        table.roles[found[0]], table.roles[found[1]] = "join", "leave"
    elif table.column("action") is not None or table.column("duration", "total") is None:
        table.roles[found[0]] = "at"


def _is_moment(cell: str) -> bool:
    found = written(cell)
    return found is not None and (found.numbers is not None or "m" in cell.casefold())


def _is_duration(cell: str) -> bool:
    """Tell a duration that says so itself: `9.00` and `9:00` may be times of the clock."""
    bare = re.fullmatch(r"\s*\d+([.:,]\d+)?\s*", cell)
    return bare is None and duration(cell) is not None


def _words(table: Table) -> dict[int, list[str]]:
    """Give the columns of words that have no role yet, with their words."""
    found = {
        column: [cell for cell in _cells(table, column) if not looks_like_data(cell)]
        for column in _unknown(table)
    }
    return {column: cells for column, cells in found.items() if cells}


def _find_action(table: Table) -> None:
    """Name the column of joins and leaves: by its words, else the one that says few things.

    Where two columns do, the action stands after the name.
    """
    columns = _words(table)
    few = [column for column, cells in columns.items() if len(set(cells)) <= 4]
    known = [column for column in few if any(action(cell) for cell in columns[column])]
    if known:
        table.roles[known[0]] = "action"
    elif len(columns) >= 2 and few:
        table.roles[few[1] if len(few) > 1 else few[0]] = "action"


def _find_name(table: Table) -> None:
    """Name the column with the most different words."""
    columns = _words(table)
    if columns:
        table.roles[max(columns, key=lambda column: len(set(columns[column])))] = "name"
