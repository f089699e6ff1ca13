"""A check table: what each row of a file becomes, those first that need a look.

Marks, register packs and sessions are checked the same way; each says what its columns hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from math import ceil
from typing import Any, ClassVar, cast

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import colour, draw_icon, px
from academy.ui.screens.conflict_rows import CONFLICT, answers_of, paint_answers

SIGNS = {"new": ("check", "good"), CONFLICT: ("circle-question-mark", "link"),
         "left_out": ("x", "bad")}  # fmt: skip
"""The sign and its colour for what becomes of a row; other rows change nothing."""


class CheckModel(QAbstractTableModel):
    """Rows with a fate. The last column says in words what will happen."""

    columns: ClassVar[tuple[str, ...]] = ()
    order: ClassVar[tuple[StrEnum, ...]] = ()
    """The fates that are shown, in their order; rows of others are only counted."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Any] = []

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Show other rows; an answer leaves every row where it stands."""
        self.layoutAboutToBeChanged.emit()
        shown = [row for row in rows if row.fate in self.order]
        self.rows = sorted(shown, key=lambda row: self.order.index(row.fate))
        self.layoutChanged.emit()

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        raise NotImplementedError

    def words(self, row: Any, column: str) -> str:
        """Return what stands in a cell."""
        raise NotImplementedError

    def spoken(self, row: Any) -> str:
        """Return what is said aloud of a row."""
        raise NotImplementedError

    def side(self, column: str) -> Qt.AlignmentFlag:
        """Return how a column stands: numbers of rows at the right."""
        return paint.RIGHT if column == "row" else paint.LEFT

    def rowCount(self, _parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return how many columns."""
        return len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(self.columns[section])
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell; aloud the whole row."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(column)
        if role == Qt.ItemDataRole.ToolTipRole:  # narrow tables cut words and hide columns
            return self.spoken(row)
        return self.words(row, column) if role == Qt.ItemDataRole.DisplayRole else None


class CheckDelegate(RowDelegate):
    """Paints what happens with its sign, and the two answers of a row that asks."""

    height = 36

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,
    ) -> None:
        """Paint one cell; a bar stands before rows that need a look."""
        model = cast("CheckModel", index.model())
        row = model.rows[index.row()]
        if index.column() == len(model.columns) - 1:
            self._fate(painter, rect, row, model.words(row, model.columns[-1]), ink)
            return
        sign = SIGNS.get(row.fate)
        if index.column() == 0 and sign is not None and row.fate != "new":
            bar = QRectF(rect.x(), rect.y(), px(3), rect.height())
            painter.fillRect(bar, colour(sign[1]))
        super().content(painter, rect, index, ink, option)

    def _fate(self, painter: QPainter, rect: QRectF, row: Any, words: str, ink: str) -> None:
        left, plain = rect.x() + px(12), ink == "text"
        sign = self.sign(row)
        if sign is not None:
            spot = QRectF(left, rect.center().y() - px(8), px(16), px(16))
            draw_icon(painter, sign[0], spot, sign[1] if plain else ink, 2.25)
            ink = "bad" if plain and sign[1] == "bad" else ink
        elif plain:
            ink = "muted"
        answers = answers_of(rect, row)
        right = answers[0][1].x() if answers else rect.right()
        room = QRectF(left + px(24), rect.y(), right - left - px(32), rect.height())
        paint.text(painter, room, words, "body", ink)
        paint_answers(painter, answers, row)

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        model = cast("CheckModel", index.model())
        row, words = model.rows[index.row()], str(index.data() or "")
        if index.column() != len(model.columns) - 1:
            return self.text_width(words)
        answers = answers_of(QRectF(), row)  # they stand at the left of its right edge
        asked = ceil(-answers[0][1].x()) if answers else 0
        return px(36) + paint.width(words) + px(8) + asked

    def sign(self, row: Any) -> tuple[str, str] | None:
        """Return the sign of a row and its colour."""
        return SIGNS.get(row.fate)
