"""The layout of a report: which rows are summary, headers and people, found by labels.

Reports stack several tables in one file, under numbered titles (`2. Participants`), after blank
lines or straight after one another. Saved again by Excel they gain empty cells, and a date with
its time becomes two cells; both are undone here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import zip_longest

from academy.exchange import text as texts
from academy.exchange.meetings import labels
from academy.exchange.meetings.moments import duration, written

_TITLE = re.compile(r"\s*(\d)\s?[.)．、]\s*\S")
_WRAPPED = re.compile(r'\s*="([^"]*)"\s*')
_NAMES = frozenset({"name", "first", "last"})
_BLOCK = frozenset({"title", "meeting", "start", "end", "duration", "email"})
_MOMENTS = frozenset({"first_join", "last_leave", "join", "leave", "at", "start", "end"})
_PERSONAL = frozenset(labels.PHRASES) - {"title", "meeting", "start", "end"}
LOOKED_AT = 60


@dataclass
class Table:
    """One table of a report: its section number if it has one, its columns and its rows."""

    section: int | None
    header: list[str]
    roles: list[str | None]
    rows: list[list[str]] = field(default_factory=list)
    inferred: bool = False

    def column(self, *roles: str) -> int | None:
        """Find the column with one of these roles; after the name first, then anywhere.

        A report with the meeting on every row has the host's address before the name.
        """
        names = [i for i, role in enumerate(self.roles) if role in _NAMES]
        zooms = [i for i in names if labels.is_zoom_name(self.header[i])]
        start = next(iter(zooms + names), 0)
        places = [*range(start, len(self.roles)), *range(start)]
        return next((i for i in places if self.roles[i] in roles), None)

    def columns(self, *roles: str) -> list[int]:
        """List all columns with one of these roles."""
        return [i for i, role in enumerate(self.roles) if role in roles]


@dataclass
class Layout:
    """All tables of a report, its summary as label and value, and rows that belong nowhere."""

    tables: list[Table] = field(default_factory=list)
    summary: list[tuple[str, str]] = field(default_factory=list)
    loose: list[list[str]] = field(default_factory=list)
    first_row: list[str] = field(default_factory=list)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The lines of the summary as label and value."""
        return self.summary + [(row[0], _value(row[1:])) for row in self.loose if len(row) > 1]


def layout_of(text: str) -> Layout:
    """Split a report's text into summary and tables."""
    grid = cells_of(text)
    walk = _Walk(grid)
    for place, row in enumerate(grid):
        walk.step(place, row)
    found = walk.layout
    for table in found.tables:
        unsplit(table)
    return found


def cells_of(text: str) -> list[list[str]]:
    """Split a text into rows of cells by its own delimiter."""
    lines, mark = _delimited(text)
    return [[_unwrapped(cell) for cell in row] for row in texts.rows(lines, mark)]


def _unwrapped(cell: str) -> str:
    """Take the text out of `="…"`, which Webex writes so that spreadsheets leave it alone."""
    found = _WRAPPED.fullmatch(cell) if '="' in cell else None
    return found[1] if found else cell


def _delimited(text: str) -> tuple[str, str]:
    """Choose the delimiter under which the most labels are known; rows of data break a tie."""
    if told := re.match(r"\s*\"?sep=(.)\"?[ \t;,]*\r?\n", text):
        return text[told.end() :], told[1]
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:LOOKED_AT]
    votes = Counter(texts.delimiter(line) for line in lines)

    def known(mark: str) -> int:
        cells = (cell.strip('" ') for line in lines for cell in line.split(mark))
        return sum(labels.meaning(cell) is not None for cell in cells)

    return text, max("\t;,|", key=lambda mark: (known(mark), votes[mark]))


def looks_like_data(cell: str) -> bool:
    """Tell a cell that is a time, an address or a duration from one that may be a label."""
    return "@" in cell or written(cell) is not None or duration(cell) is not None


def header_roles(row: list[str]) -> list[str | None] | None:
    """Give the meaning of each cell of a header row of people; None for any other row."""
    if any(looks_like_data(cell) for cell in row if cell.strip()):
        return None  # as nearly every row
    roles = [labels.meaning(cell) for cell in row]
    known = {role for role in roles if role in _PERSONAL}
    if len(known) < 2:
        return None
    named = bool(known & _NAMES)
    timed = "email" in known and bool(known & {"join", "first_join", "total", "at"})
    if not named and ("title" in roles or "meeting" in roles):
        return None
    return roles if named or timed else None


class _Walk:
    """One pass over the rows, which remembers the section and table it is in."""

    def __init__(self, grid: list[list[str]]) -> None:
        self.grid = grid
        self.layout = Layout()
        self.section: int | None = None
        self.table: Table | None = None
        self.block: list[str] | None = None
        self.blank = False

    def step(self, place: int, row: list[str]) -> None:
        """Put one row where it belongs."""
        filled = [cell for cell in row if cell.strip()]
        if not filled:
            self.blank = True
            return
        self.layout.first_row = self.layout.first_row or filled
        if len(filled) == 1 and self._title(place, filled[0]):
            return
        roles = header_roles(row) or self._unknown_header(row, filled)
        if roles is not None:
            self._open(row, roles)
        elif self._block_header(row):
            self.block, self.table = row, None
        elif self.block is not None:
            self.layout.summary += list(zip(self.block, row, strict=False))
            self.block = None
        else:
            self._data(row, filled)
        self.blank = False

    def _title(self, place: int, cell: str) -> bool:
        if numbered := _TITLE.match(cell):
            self.section, self.table = int(numbered[1]), None
            return True
        following = self.grid[place + 1] if place + 1 < len(self.grid) else []
        if header_roles(following) is not None:
            self.table = None
            return True
        return False

    def _open(self, row: list[str], roles: list[str | None]) -> None:
        self.table = Table(self.section, row, roles)
        self.layout.tables.append(self.table)

    def _unknown_header(self, row: list[str], filled: list[str]) -> list[str | None] | None:
        """Take the first row of a numbered section as its header, whatever its language."""
        if self.table is not None or (self.section or 1) < 2 or len(filled) < 3:
            return None
        if any(looks_like_data(cell) for cell in filled):
            return None
        return [labels.meaning(cell) for cell in row]

    def _block_header(self, row: list[str]) -> bool:
        roles = [labels.meaning(cell) for cell in row if cell.strip()]
        known = {role for role in roles if role in _BLOCK}
        return len(roles) >= 3 and len(known & {"title", "meeting", "start", "end"}) >= 2

    def _data(self, row: list[str], filled: list[str]) -> None:
        pair = len(filled) <= 3 and labels.meaning(row[0]) in {"title", "start", "end", "meeting"}
        if self.table is not None and not (self.blank and pair):
            self.table.rows.append(row)
        else:
            self.layout.loose.append(row)


def _value(cells: list[str]) -> str:
    """Give the value of a summary line, its date and time put together again."""
    if len(cells) > 1 and is_day(cells[0]) and is_clock(cells[1]):
        return f"{cells[0]}, {cells[1]}"
    return next((cell for cell in cells if cell.strip()), "")


def is_day(cell: str) -> bool:
    """Tell a cell that holds a date and no time."""
    found = written(cell)
    return found is not None and found.numbers is not None and found.clock is None


def is_clock(cell: str) -> bool:
    """Tell a cell that holds a time and no date."""
    found = written(cell)
    return found is not None and found.numbers is None


def unsplit(table: Table) -> None:
    """Put together dates and times that Excel has split into two cells.

    Where the header row was not split with them, what follows moves one cell to the left.
    """
    day = table.column("day")
    if day is not None:
        table.rows = [_dated(row, day, table) for row in table.rows]
        return
    table.rows = [_joined(row, table.header) for row in table.rows]


def _dated(row: list[str], day: int, table: Table) -> list[str]:
    """Give the times of a row the day that stands in a column of its own."""
    if day >= len(row) or not is_day(row[day]):
        return row
    return [
        f"{row[day]}, {cell}" if role in _MOMENTS and is_clock(cell) else cell
        for cell, role in zip_longest(row, table.roles[: len(row)], fillvalue="")
    ]


def _joined(row: list[str], header: list[str]) -> list[str]:
    if not any(map(is_day, row)):
        return row
    width = max((i + 1 for i, label in enumerate(header) if label.strip()), default=0)
    out: list[str] = []
    place = 0
    while place < len(row):
        cell = row[place]
        if place + 1 < len(row) and is_day(cell) and is_clock(row[place + 1]):
            kept_empty = len(out) + 1 < width and not header[len(out) + 1].strip()
            out.append(f"{cell}, {row[place + 1]}")
            out += [""] if kept_empty else []
            place += 2
        else:
            out.append(cell)
            place += 1
    return out
