"""Tables for one task, such as checking an import: their columns fit what stands in them.

Unlike those of a ``DataView`` they have neither filter nor memory; what somebody drags holds until
the table is closed or shown at another zoom.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QResizeEvent, QShowEvent

from academy.ui.kit import paint
from academy.ui.kit.column_room import LEAST, Need, shared
from academy.ui.kit.rows import RowDelegate, Table
from academy.ui.kit.theme import px

if TYPE_CHECKING:
    from academy.ui.kit.rows import Index

SAMPLE = 50
"""So many rows tell how wide a column is to be."""


class FittedTable(Table):
    """A table whose columns share its room by what stands in its first rows.

    `set_widths` says what they like to have; one column takes the rest.
    """

    def __init__(self, name: str, *, row_height: float = 32) -> None:
        self._liked: tuple[float, ...] = ()
        self._full: dict[int, int] = {}
        self._dragged: set[int] = set()
        self._stretch, self._ours = -1, False
        super().__init__(name, row_height=row_height)
        self.horizontalHeader().setResizeContentsPrecision(0)
        self.horizontalHeader().sectionResized.connect(self._resized)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show other rows."""
        super().setModel(model)
        if model is not None:
            for told in (model.modelReset, model.layoutChanged):
                told.connect(self._fit_anew)

    def set_widths(self, widths: Sequence[float], stretch: int = -1) -> None:
        """Say what each column likes to have in px of the design, and which takes the rest."""
        self._liked, self._stretch = tuple(widths), stretch
        self.share()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what comes to be seen."""
        super().showEvent(event)
        self._fit_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room before the scroll bars are reckoned."""
        self.share()
        super().resizeEvent(event)

    def _measure(self) -> None:
        super()._measure()
        self._dragged.clear()
        self._fit_anew()

    def _fit_anew(self) -> None:
        self._full = {}
        self.share()

    def share(self) -> None:
        """Give each column its part of the room."""
        if self._ours or not self.isVisible():
            return
        shown = [n for n in range(len(self._liked)) if not self.isColumnHidden(n)]
        free = [number for number in shown if number not in self._dragged]
        kept = sum(self.columnWidth(number) for number in shown if number in self._dragged)
        bar = self.verticalScrollBar().sizeHint().width()
        room = min(self.viewport().width(), self.width() - bar) - kept
        given = dict(zip(free, shared([self._need(n) for n in free], room), strict=True))
        if self._stretch in given:
            given[self._stretch] += max(0, self.viewport().width() - kept - sum(given.values()))
        self._ours = True
        for number, width in given.items():
            self.setColumnWidth(number, width)
        self._ours = False

    def _need(self, column: int) -> Need:
        model, delegate = self.model(), cast("RowDelegate", self.itemDelegate())
        header = str(model.headerData(column, self.horizontalHeader().orientation()) or "")
        words = paint.width(header, "header") + px(24) if header else px(40)
        if column not in self._full:
            rows = range(min(SAMPLE, model.rowCount()))
            cells: list[Index] = [model.index(row, column) for row in rows]
            self._full[column] = max(words, *map(delegate.cell_width, cells), 0)
        full = self._full[column]
        least = min(full, max(px(LEAST), words))
        return Need(max(full, px(self._liked[column])), full, full, least)

    def _resized(self, column: int, old: int, new: int) -> None:
        if old and new and not self._ours and self.isVisible():
            self._dragged.add(column)
