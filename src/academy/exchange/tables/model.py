"""What a table from a file is, and the text of its cells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

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
        return tuple(
            tuple(c if type(c) is str else cell_text(c) for c in cells)
            for cells in zip(*self.rows, strict=True)
        )


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
