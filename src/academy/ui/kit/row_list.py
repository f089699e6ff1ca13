"""The model under lists of rows that a delegate paints: rows with ids, kept across reloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, Qt

from academy.ui.kit.rows import Index, List, RowDelegate, list_view

Row = TypeVar("Row")
"""A frozen dataclass made by a query for one line."""

ROW = Qt.ItemDataRole.UserRole
"""The role under which a delegate gets the whole row."""


class RowList(QAbstractListModel, Generic[Row]):
    """Rows told apart by `row_id`; `words` is what is typed to find one, `aloud` what is read."""

    def __init__(
        self,
        row_id: Callable[[Row], object],
        words: Callable[[Row], str],
        aloud: Callable[[Row], str],
    ) -> None:
        super().__init__()
        self.row_id, self._words, self._aloud = row_id, words, aloud
        self.rows: list[Row] = []

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def number_of(self, row_id: object) -> int:
        """Return where a row stands, or -1."""
        found = [n for n, row in enumerate(self.rows) if self.row_id(row) == row_id]
        return found[0] if found else -1

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its words, or how it is read aloud."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._aloud(row)
        return self._words(row) if role == Qt.ItemDataRole.DisplayRole else None


class RowView(Generic[Row]):
    """A list view on its model: what is current stays current, by id."""

    def __init__(
        self, model: RowList[Row], delegate: RowDelegate, name: str, *, fitted: bool = False
    ) -> None:
        self.model, self.name = model, name
        self.view: List = list_view(model, delegate, name, fitted=fitted)
        model.setParent(self.view)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows; if the current one is gone, its neighbour follows."""
        here = self.current()
        number = self.view.currentIndex().row()
        kept = None if here is None else self.model.row_id(here)
        self.model.fill(rows)
        found = self.model.number_of(kept) if kept is not None else -1
        if rows:
            self.show_number(found if found >= 0 else min(max(0, number), len(rows) - 1))

    def current(self) -> Row | None:
        """Return the current row."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def show_number(self, number: int) -> None:
        """Make a row current by its place."""
        self.view.setCurrentIndex(self.model.index(number))

    def show_id(self, row_id: object) -> None:
        """Make a row current by its id, if it is there."""
        number = self.model.number_of(row_id)
        if number >= 0:
            self.show_number(number)
