"""Find the header row of a sheet: below title lines, of one row or two, or not there at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from academy.exchange.column_words import is_known_header
from academy.exchange.tables.model import Cell, cell_text, is_blank

_LOOKED_AT = 20


@dataclass(frozen=True)
class Row:
    """One row of the first ones, with its number in the file."""

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
    """Headers, and the rows below them with their numbers in the file, all of one width."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...]

    @property
    def known(self) -> int:
        """How many headers are known words."""
        return sum(map(is_known_header, self.headers))


def headed(raw: Sequence[Sequence[Cell]]) -> Headed:
    """Split rows into headers and data, blank rows left out. No header row: empty headers."""
    numbers = [number for number, cells in enumerate(raw, 1) if not all(map(is_blank, cells))]
    width = _width([raw[number - 1] for number in numbers])
    rows = [_padded(raw[number - 1], width) for number in numbers]
    first = [Row(*pair) for pair in zip(numbers, rows[: _LOOKED_AT + 1], strict=False)]
    at = _header_at(first, len(rows))
    headers, below = ([""] * width, 0) if at is None else _with_neighbours(first, at)
    return Headed(tuple(headers), tuple(rows[below:]), tuple(numbers[below:]))


def _width(rows: list[Sequence[Cell]]) -> int:
    """Return how far the rows are filled, looking at each from its end."""
    width = 0
    for cells in rows:
        at = len(cells)
        while at > width and is_blank(cells[at - 1]):
            at -= 1
        width = max(width, at)
    return width


def _padded(cells: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    return tuple(cells) if len(cells) == width else (*cells[:width], *[""] * (width - len(cells)))


def _header_at(rows: list[Row], count: int) -> int | None:
    """Prefer the first row with most known words; else the first one as wide as the table."""
    first = rows[:_LOOKED_AT]
    most = max((row.known for row in first), default=0)
    if most:
        at = next(i for i, row in enumerate(first) if row.known == most)
        return at if most > 1 or first[at].filled <= 3 or _all_words(first[at]) else None
    wide = max((row.filled for row in first), default=0)
    at = next((i for i, row in enumerate(first) if row.filled * 5 >= wide * 3), 0)
    if wide <= 1 or not _all_words(first[at]) or count == at + 1:
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
