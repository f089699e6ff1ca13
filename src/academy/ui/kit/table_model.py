"""The model under every table: rows with ids, sorted by several keys, filtered as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from academy.ui.kit.columns import Column, Row, haystack, matches, words_of_filter

SORT_KEYS = 3
"""How many of the last clicked headers count."""

ROW = Qt.ItemDataRole.UserRole + 100
"""The role under which a delegate gets the whole row."""


@dataclass(frozen=True)
class SortKey:
    """A column to sort by, and which way."""

    column: str
    descending: bool = False


def in_order(
    rows: Sequence[Row], columns: Sequence[Column[Row]], keys: Sequence[SortKey]
) -> list[Row]:
    """Return rows sorted by these keys, the first one first; empty cells come last."""
    shown = list(rows)
    by_key = {column.key: column for column in columns}
    for key in reversed(keys):
        column = by_key[key.column]
        filled = [row for row in shown if not column.order(row)[0]]
        empty = [row for row in shown if column.order(row)[0]]
        filled.sort(key=column.order, reverse=key.descending)
        shown = filled + empty
    return shown


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows a list of rows by columns. `row_id` tells rows apart across reloads.

    The table view keeps selection, current row and scroll by these ids, see ``table``.
    """

    about_to_change = Signal()
    has_changed = Signal()

    def __init__(self, columns: Sequence[Column[Row]], row_id: Callable[[Row], object]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.row_id = row_id
        self.sort_keys: tuple[SortKey, ...] = ()
        self.filter_text = ""
        self._all: list[Row] = []
        self._shown: Sequence[Row] = []
        self._keys: dict[object, str] = {}

    # ---- rows --------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, or the same with news."""
        self._all = list(rows)
        self._keys = {}
        self._arrange()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown: filtered and sorted."""
        return self._shown

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._all)

    def row_at(self, number: int) -> Row:
        """Return the row at a place on the screen."""
        return self._shown[number]

    def id_at(self, number: int) -> object:
        """Return the id of the row at a place on the screen."""
        return self.row_id(self._shown[number])

    def number_of(self, row_id: object) -> int:
        """Return where a row stands now, or -1."""
        for number, row in enumerate(self._shown):
            if self.row_id(row) == row_id:
                return number
        return -1

    # ---- sort and filter -----------------------------------------------------------------------

    def sort_by(self, keys: Sequence[SortKey]) -> None:
        """Sort by these keys, the first one first."""
        known = {column.key for column in self.columns}
        self.sort_keys = tuple(key for key in keys if key.column in known)[:SORT_KEYS]
        self._arrange()

    def click_header(self, section: int) -> None:
        """Sort by a column: ascending, at the second click descending; older keys still count."""
        key = self.columns[section].key
        first = self.sort_keys[0] if self.sort_keys else None
        down = first is not None and first.column == key and not first.descending
        older = [k for k in self.sort_keys if k.column != key]
        self.sort_by([SortKey(key, down), *older])

    def filter_by(self, text: str) -> None:
        """Show only rows that hold these words: any case, accents or not, one slip forgiven."""
        self.filter_text = text
        self._arrange()

    def _arrange(self) -> None:
        self.about_to_change.emit()
        self.beginResetModel()
        words = words_of_filter(self.filter_text)
        rows = [r for r in self._all if matches(words, self._haystack(r))] if words else self._all
        self._shown = in_order(rows, self.columns, self.sort_keys)
        self.endResetModel()
        self.has_changed.emit()

    def _haystack(self, row: Row) -> str:
        key = self.row_id(row)
        if key not in self._keys:
            self._keys[key] = haystack(self.columns, row)
        return self._keys[key]

    # ---- what Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many columns there are, hidden ones included."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a cell shows, says, or sorts by."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = (column.spoken or column.text)(row)
            return spoken or QCoreApplication.translate("table", "empty")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{column.header}. {column.tip(row)}" if column.tip else column.header
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        return row if role == ROW else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's header."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._header_aloud(self.columns[section])
        return None

    def _header_aloud(self, column: Column[Row]) -> str:
        if not self.sort_keys or self.sort_keys[0].column != column.key:
            return column.header
        sentence = (
            QCoreApplication.translate("table", "{column}, sorted, last first")
            if self.sort_keys[0].descending
            else QCoreApplication.translate("table", "{column}, sorted")
        )
        return sentence.format(column=column.header)
