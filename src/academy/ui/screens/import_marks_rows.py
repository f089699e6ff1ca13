"""The check table of a list of marks: only what changes or asks; conflicts answered in place."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final, cast

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import labels, paint
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import colour, draw_icon, px
from academy.ui.screens.conflict_rows import ConflictTable, answers_of, paint_answers
from academy.usecases.marks_plan import MarkFate, MarkRow, MarksPlan

COLUMNS: Final = ("row", "name", "session", "fate")
WIDTHS: Final = (56, 200, 240, 380)
NARROW: Final = (56, 140, 116, 300)
_ORDER: Final = (MarkFate.LEFT_OUT, MarkFate.CONFLICT, MarkFate.NEW, MarkFate.SAME)


class MarksModel(QAbstractTableModel):
    """The marks of a list, those first that need a look; what is the same is only counted."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[MarkRow] = []

    def show_plan(self, plan: MarksPlan | None) -> None:
        """Show another plan; an answer leaves every row where it stands."""
        self.layoutAboutToBeChanged.emit()
        rows = plan.rows if plan else ()
        shown = [row for row in rows if row.fate is not MarkFate.SAME]
        self.rows = sorted(shown, key=lambda row: _ORDER.index(row.fate))
        self.layoutChanged.emit()

    def rowCount(self, _parent: Index | None = None) -> int:
        """Return how many marks are shown."""
        return len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return how many columns."""
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.RIGHT if section == 0 else paint.LEFT
        heads = (self.tr("Row"), self.tr("Name"), self.tr("Session"), self.tr("What will happen"))
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell; aloud with the name before it."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.session}, {self.happens(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.RIGHT if column == "row" else paint.LEFT
        if role == Qt.ItemDataRole.ToolTipRole and column == "fate":
            return self.happens(row)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        words = {"row": str(row.row), "name": row.name, "session": row.session}
        return words.get(column) or (self.happens(row) if column == "fate" else "")

    def happens(self, row: MarkRow) -> str:
        """Return what becomes of a mark: “You have E, the list says A”."""
        if row.problem is not None:
            return labels.rule(row.problem)
        if row.fate is MarkFate.CONFLICT:
            words = self.tr("You have {ours}, the list says {theirs}")
            return words.format(ours=row.ours, theirs=row.theirs)
        return labels.word(row.theirs) if row.theirs else ""


class MarksDelegate(RowDelegate):
    """Paints what happens with its sign, and [Keep E] [Take A]."""

    height = 36

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,
    ) -> None:
        """Paint one cell."""
        model = cast("MarksModel", index.model())
        row, column = model.rows[index.row()], COLUMNS[index.column()]
        if column == "fate":
            self._fate(painter, rect, row, model.happens(row), ink)
            return
        if column == "row" and row.fate is not MarkFate.NEW:
            tone = "link" if row.fate is MarkFate.CONFLICT else "bad"
            bar = QRectF(rect.x(), rect.y(), px(3), rect.height())
            painter.fillRect(bar, colour(tone))
        super().content(painter, rect, index, ink, option)

    def _fate(self, painter: QPainter, rect: QRectF, row: MarkRow, words: str, ink: str) -> None:
        sign, tone = {
            MarkFate.NEW: ("check", "good"),
            MarkFate.CONFLICT: ("circle-question-mark", "link"),
        }.get(row.fate, ("x", "bad"))
        left = rect.x() + px(12)
        spot = QRectF(left, rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, sign, spot, tone if ink == "text" else ink, 2.25)
        answers = answers_of(rect, row)
        right = answers[0][1].x() if answers else rect.right()
        room = QRectF(left + px(24), rect.y(), right - left - px(32), rect.height())
        loud = "bad" if row.fate is MarkFate.LEFT_OUT and ink == "text" else ink
        paint.text(painter, room, words, "body", loud)
        paint_answers(painter, answers, row)


class MarksTable(ConflictTable):
    """Space or a click on a button answers a conflict; K keeps, T takes."""

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=36)
        self.model_ = MarksModel()
        self.setModel(self.model_)
        self.setItemDelegate(MarksDelegate(self))
        self.set_widths(WIDTHS, stretch=3)

    def fit(self, *, narrow: bool) -> None:
        """Give way where there is little room."""
        self.set_widths(NARROW if narrow else WIDTHS, stretch=3)

    def disputed(self) -> Sequence[MarkRow]:
        """Return the rows as they stand."""
        return self.model_.rows

    def key_of(self, row: MarkRow) -> Hashable:
        """Return what an answer names a row by."""
        return row.key
