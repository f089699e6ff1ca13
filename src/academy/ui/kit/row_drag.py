"""Two lists side by side: a row of one is dragged onto a row of the other."""

from __future__ import annotations

from collections.abc import Sequence
from os import getpid

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from academy.ui.kit.row_list import Row, RowList, RowView
from academy.ui.kit.rows import Index, RowDelegate

MIME = f"application/x-academy-row-{getpid()}"
"""What a drag carries: the id of the row as text. Lists of another window know other rows."""


class Draggable(RowList[Row]):
    """Rows that can be dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a drag carries."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged row’s id."""
        carried = QMimeData()
        row_id = self.row_id(self.rows[indexes[0].row()])
        carried.setData(MIME, str(row_id).encode())
        return carried


class DropTargets(RowList[Row]):
    """Rows onto which others are dropped."""

    dropped = Signal(str, object)
    """The id of what was dropped, as text, and that of the row it was dropped on."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dropped on others, not between two."""
        drop = Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drop if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        return [MIME]

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell what was dropped on which row."""
        if parent.isValid() and data.hasFormat(MIME):
            dragged = bytes(data.data(MIME).data()).decode()
            self.dropped.emit(dragged, self.row_id(self.rows[parent.row()]))
        return False  # nothing moves: the lists are read anew


def drag_view(
    model: Draggable[Row], delegate: RowDelegate, name: str, *, fitted: bool = False
) -> RowView[Row]:
    """Return a list whose rows can be dragged away."""
    made = RowView(model, delegate, name, fitted=fitted)
    made.view.setDragEnabled(True)
    made.view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    return made


def drop_view(
    model: DropTargets[Row], delegate: RowDelegate, name: str, *, fitted: bool = False
) -> RowView[Row]:
    """Return a list onto whose rows others can be dropped."""
    made = RowView(model, delegate, name, fitted=fitted)
    made.view.setAcceptDrops(True)
    made.view.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
    return made
