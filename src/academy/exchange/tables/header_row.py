"""Find the header row of a sheet: below title lines, of one row or two, or not there at all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from academy.exchange.column_words import is_known_header
from academy.exchange.tables.model import Cell, cell_text, is_blank

_LOOKED_AT = 20


@dataclass(frozen=True)
class Row:
    """One row that is not blank, with its number in the file."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(not is_blank(cell) for cell in self.cells)

    @property
    def known(self) -> int:
        """How many cells read like the head of a column."""
        return sum(isinstance(c, str) and is_known_header(c) for c in self.cells)


@dataclass(frozen=True)
class Headed:
    """Headers, and the rows below them, all of one width."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def known(self) -> int:
        """How many headers are known words."""
        return sum(map(is_known_header, self.headers))


def headed(rows: list[Row]) -> Headed:
    """Split rows into headers and data. Without a header row every header is empty."""
    width = max((_width(row) for row in rows), default=0)
    level = [Row(row.number, _padded(row.cells, width)) for row in rows]
    at = _header_at(level)
    if at is None:
        return Headed(("",) * width, tuple(level))
    headers, below = _with_neighbours(level, at)
    return Headed(tuple(headers), tuple(level[below:]))


def _width(row: Row) -> int:
    return max((i + 1 for i, cell in enumerate(row.cells) if not is_blank(cell)), default=0)


def _padded(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))


def _header_at(rows: list[Row]) -> int | None:
    """Prefer the first row with most known words; else the first one as wide as the table."""
    first = rows[:_LOOKED_AT]
    most = max((row.known for row in first), default=0)
    if most:
        at = next(i for i, row in enumerate(first) if row.known == most)
        return at if most > 1 or first[at].filled <= 3 or _all_words(first[at]) else None
    wide = max((row.filled for row in first), default=0)
    at = next((i for i, row in enumerate(first) if row.filled * 5 >= wide * 3), 0)
    if wide <= 1 or not _all_words(first[at]) or len(rows) == at + 1:
        return None
    return at


def _all_words(row: Row) -> bool:
    """Whether no cell is an address, a number or a date, as cells of people are."""
    filled = [cell for cell in row.cells if not is_blank(cell)]
    return all(isinstance(c, dt.date) or _is_word(cell_text(c)) for c in filled)


def _is_word(text: str) -> bool:
    return "@" not in text and not text.replace(" ", "").lstrip("+").isdigit()


def _with_neighbours(rows: list[Row], at: int) -> tuple[list[str], int]:
    """Join a second header row, above or below, into the headers; return also where data begin."""
    headers = [_head(cell) for cell in rows[at].cells]
    above = rows[at - 1] if at else None
    if above and above.filled >= 2 and above.number == rows[at].number - 1:
        return _grouped(above, headers), at + 1
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below and below.number == rows[at].number + 1 and _continues(rows[at], below):
        second = [_head(cell) for cell in below.cells]
        return _grouped(rows[at], second), at + 2
    return headers, at + 1


def _head(cell: Cell) -> str:
    return " ".join(cell_text(cell).split())


def _continues(head: Row, below: Row) -> bool:
    """Whether the row below only divides groups of the header row above it."""
    pairs = list(zip(head.cells, below.cells, strict=True))
    if any(not is_blank(b) for a, b in pairs if isinstance(a, str) and is_known_header(a)):
        return False
    return any(is_blank(a) and not is_blank(b) for a, b in pairs) and _all_words(below)


def _grouped(above: Row, headers: list[str]) -> list[str]:
    """Put a group's name before the headers under it; a header keeps itself when it is known."""
    group, joined = "", []
    for cell, header in zip(above.cells, headers, strict=True):
        group = _head(cell) or group
        if not header:
            joined.append(_head(cell))
        elif is_known_header(header) or not group:
            joined.append(header)
        else:
            joined.append(f"{group} {header}")
    return joined
