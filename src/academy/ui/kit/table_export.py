"""What a table shows, as it goes into a spreadsheet: its rows, its order, its columns.

A cell that shows a date, a time or a number as such goes out as one; everything else as its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.kit.columns import Column
from academy.ui.kit.data_view import DataView

Cell = str | int | float | date | time | None


@dataclass(frozen=True)
class ShownTable:
    """A table as it is shown; `total` counts the rows that a filter hides, too."""

    name: str
    headers: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    total: int
    filter_text: str

    @property
    def filtered(self) -> bool:
        """Whether a filter hides rows."""
        return len(self.rows) < self.total


def table_on(page: QWidget) -> DataView | None:
    """Return the table a page shows, the one with the keyboard first; none that must not leave."""
    shown = [view for view in page.findChildren(DataView) if view.isVisibleTo(page)]
    shown = [view for view in shown if view.may_leave]
    return next((view for view in shown if view.hasFocus()), shown[0] if shown else None)


def shown_table(view: DataView) -> ShownTable:
    """Return the columns of the rows that are shown, from left to right.

    A column that a narrow window left out goes along: a file has room.
    """
    model = view.rows
    columns = [model.columns[number] for number in view.widths.wanted_columns()]
    named = [column for column in columns if column.header]
    rows = [tuple(_cell(column, row) for column in named) for row in model.rows]
    headers = tuple(column.header for column in named)
    return ShownTable(view.accessibleName(), headers, rows, model.total, model.filter_text.strip())


def _cell(column: Column[Any], row: object) -> Cell:
    text = column.text(row)
    value = column.sort(row) if column.sort is not None else None
    return value if text in _as_shown(value) else text


def _as_shown(value: object) -> Sequence[str]:
    """Return the texts that say nothing but the value."""
    if isinstance(value, bool) or value is None:
        return ()
    if isinstance(value, datetime):
        return ()
    if isinstance(value, date):
        return (dates.short_day(value), dates.plain_day(value), dates.long_day(value))
    if isinstance(value, time):
        return (f"{value:%H:%M}", dates.clock(value))
    return (str(value),) if isinstance(value, (int, float)) else ()
