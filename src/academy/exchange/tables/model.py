"""What a table from a file is, and the text of its cells."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import cast

Cell = str | dt.date | dt.time
"""A cell as read: text (also of numbers, without “.0”), a real date, or a time of day."""


@dataclass(frozen=True)
class Table:
    """One sheet of a file, its header row found and blank rows left out.

    `row_numbers` are those the user sees in the file (the first is 1), one for each of `rows`.
    All rows are as wide as `headers`; a column without a header has an empty one. `sheets` are
    the visible sheets, `hidden_sheets` the others.
    """

    name: str
    sheet: str
    sheets: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_numbers: tuple[int, ...]
    hidden_sheets: tuple[str, ...] = ()

    def column(self, index: int) -> tuple[str, ...]:
        """Return the texts of one column, blank cells as empty texts."""
        return self._columns[index] if self.rows else ()

    @cached_property
    def _columns(self) -> tuple[tuple[str, ...], ...]:
        """All columns; each is looked at several times before a plan is made."""
        return tuple(map(_texts, zip(*self.rows, strict=True)))

    def filled(self, index: int) -> Counter[str]:
        """Return the texts of one column that are not blank, each with how often it is there."""
        if index not in self._filled:
            found = Counter(self.column(index))
            for blank in [text for text in found if not text.strip()]:
                del found[blank]
            self._filled[index] = found
        return self._filled[index]

    @cached_property
    def _filled(self) -> dict[int, Counter[str]]:
        return {}


def _texts(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return the texts of a column's cells; most columns are all text already."""
    if set(map(type, cells)) == {str}:
        return cast("tuple[str, ...]", cells)
    return tuple(map(cell_text, cells))


def cell_text(cell: Cell) -> str:
    """Return the text of a cell; dates in ISO form."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat()


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing to see."""
    return isinstance(cell, str) and not cell.strip()
