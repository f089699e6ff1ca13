"""The model under lists of rows that a delegate paints: rows with ids, kept across reloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.paged_model import Pages
from academy.ui.kit.rows import Index, List, RowDelegate, list_view
from academy.ui.kit.theme import px

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
        self.rows: Sequence[Row] = []

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows; pages of rows stay pages, read as they are looked at."""
        self.beginResetModel()
        self.rows = rows if isinstance(rows, Pages) else list(rows)
        self.endResetModel()

    def number_of(self, row_id: object) -> int:
        """Return where a row stands, or -1."""
        if isinstance(self.rows, Pages):
            return self.rows.number_of(row_id)
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


class TwoLines(RowDelegate):
    """Paints a row's words, and below them, smaller, what `below` says of the row."""

    height = 48

    def __init__(self, below: Callable[[Any], str]) -> None:
        super().__init__()
        self._below = below

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one row."""
        room = QRectF(rect.x() + px(self.inset), rect.y() + px(5), 0, px(20))
        room.setRight(rect.right() - px(12))
        paint.text(painter, room, str(index.data()), "label", ink)
        soft = ink if ink == "on-accent" else "muted"
        below = room.translated(0, px(19))
        paint.text(painter, below, self._below(index.data(ROW)), "caption", soft)


STEPS: Final = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8,
}  # fmt: skip


class ArrowsChoose(QObject):
    """While one types in a field, Up, Down and the page keys choose in the list below it."""

    def __init__(self, field: QLineEdit, rows: RowView[Any]) -> None:
        super().__init__(field)
        self._rows = rows
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose; everything else is the field’s."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()), 0)
            last = len(self._rows.model.rows) - 1
            if step and last >= 0:
                number = self._rows.view.currentIndex().row() + step
                self._rows.show_number(max(0, min(number, last)))
                return True
        return super().eventFilter(watched, event)
