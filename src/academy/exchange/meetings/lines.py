"""The rows of a report's tables, read cell by cell into lines with times and durations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from academy.exchange.meetings import labels
from academy.exchange.meetings.layout import Layout, Table
from academy.exchange.meetings.moments import Written, after, duration, written
from academy.exchange.meetings.report import DateOrder, Line, Note

_PLAIN = ("first", "last", "name", "email", "upn", "role", "action", "at", "attended", "waiting")
MOMENTS = ("first_join", "last_leave", "join", "leave", "at")


@dataclass
class Reading:
    """How the dates of this file are to be read, and what could not be."""

    order: DateOrder | None
    day: date | None
    notes: list[Note] = field(default_factory=list)

    def moment(self, cell: str, name: str = "") -> datetime | None:
        """Read a cell as a moment; one that is filled and none becomes a note."""
        found = written(cell)
        if found is None and (not cell.strip(" -–—") or labels.still_there(cell)):
            return None  # words, in which nothing is written
        moment = found.moment(self.order, self.day) if found else None
        if moment is None:
            self.notes.append(Note("time_not_read", name, cell.strip()[:60]))
        return moment


def dates_in(layout: Layout, tables: list[Table]) -> tuple[list[Written], list[Written]]:
    """Collect the moments of the meeting, and apart the other dates (registrations)."""
    meeting: list[Written] = []
    for label, value in layout.facts:
        found = written(value) if labels.meaning(label) in {"start", "end", "day", None} else None
        meeting += [found] if found and found.numbers else []
    others: list[Written] = []
    for table in tables:
        _collect(table, table.columns(*MOMENTS), meeting)
        _collect(table, table.columns("registered"), others)
    return meeting, others


def _collect(table: Table, columns: list[int], into: list[Written]) -> None:
    for row in table.rows:
        for column in columns:
            found = written(row[column]) if column < len(row) else None
            if found is not None:
                into.append(found)


def lines_of(table: Table, reading: Reading) -> list[Line]:
    """Read the rows of one table; rows without a name, an address and a time are left out."""
    columns = _Columns(table)
    words = _actions(table, columns)
    found = (columns.line(row, reading, words) for row in table.rows)
    return [line for line in found if line is not None]


class _Columns:
    """Where in a row of this table each thing stands."""

    def __init__(self, table: Table) -> None:
        self.table = table
        places = {role: table.column(role) for role in _PLAIN}
        places["join"] = table.column("first_join", "join")
        places["leave"] = table.column("last_leave", "leave")
        places["duration"] = table.column("total", "duration")
        self.places = places
        stated = places["duration"]
        self.unit = labels.unit_seconds(table.header[stated]) if stated is not None else 60
        self.registers = table.column("registered", "attended") is not None

    def cell(self, row: list[str], role: str) -> str:
        """Give the cell of a role, empty where the row is short or has no such column."""
        place = self.places[role]
        return row[place] if place is not None and place < len(row) else ""

    def name(self, row: list[str]) -> str:
        """Give the name as written; first and last name are put together."""
        if self.places["name"] is not None and _filled(whole := self.cell(row, "name")):
            return whole
        return " ".join(
            part.strip() for part in (self.cell(row, "first"), self.cell(row, "last")) if part
        ).strip()

    def line(self, row: list[str], reading: Reading, words: dict[str, str]) -> Line | None:
        """Read one row."""
        name = self.name(row)
        join, leave = self._times(row, reading, words, name)
        email = self.cell(row, "email").strip()
        upn = self.cell(row, "upn").strip()
        if not (name.strip() or email or upn) or (not name.strip() and not email and not join):
            return None
        absent = (join is None and leave is None and self.registers) and (
            self.places["attended"] is None or labels.says_no(self.cell(row, "attended"))
        )
        return Line(
            name=name,
            email=email if "@" in email else "",
            upn=upn,
            role=self.cell(row, "role").strip(),
            join=join,
            leave=leave,
            stated_seconds=duration(self.cell(row, "duration"), self.unit),
            absent=absent,
            waiting=_says_yes(self.cell(row, "waiting")),
        )

    def _times(
        self, row: list[str], reading: Reading, words: dict[str, str], name: str
    ) -> tuple[datetime | None, datetime | None]:
        if self.places["at"] is not None and self.places["action"] is not None:
            at = reading.moment(self.cell(row, "at"), name)
            joined = words.get(self.cell(row, "action"), "join") == "join"
            return (at, None) if joined else (None, at)
        join = reading.moment(self.cell(row, "join") or self.cell(row, "at"), name)
        leave = reading.moment(self.cell(row, "leave"), name)
        told = written(self.cell(row, "leave"))
        return join, after(join, leave) if told and told.numbers is None else leave


def _filled(cell: str) -> bool:
    """Tell a cell that holds something; Zoom writes two dashes where it knows nothing."""
    return bool(cell.strip(" -–—"))


def _says_yes(cell: str) -> bool:
    return bool(cell.strip(" -–—")) and not labels.says_no(cell)


def _actions(table: Table, columns: _Columns) -> dict[str, str]:
    """Learn which words of an event list are joins.

    Where a word is in no language of ours: nobody leaves before having joined, so the words that
    come first for a person are joins and the others leaves.
    """
    if columns.places["action"] is None:
        return {}
    words = {columns.cell(row, "action") for row in table.rows}
    known = {word: meaning for word in words if (meaning := labels.action(word))}
    seen: set[str] = set()
    first: set[str] = set()
    for row in table.rows:
        name = columns.name(row)
        if name not in seen:
            seen.add(name)
            first.add(columns.cell(row, "action"))
    return {word: "join" if word in first else "leave" for word in words} | known
