"""The check table of a list of marks: only what changes or asks; conflicts answered in place."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import labels, paint
from academy.ui.kit.rows import Index, RowDelegate, Table
from academy.ui.kit.theme import colour, draw_icon, font, px
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


def answers_of(rect: QRectF, row: MarkRow) -> list[tuple[str, QRectF, bool]]:
    """Return the painted buttons of a conflict: letter, place, whether it is the list's."""
    if row.fate is not MarkFate.CONFLICT or row.ours is None or row.theirs is None:
        return []
    wide, right = px(72), rect.right() - px(12)
    keep = QRectF(right - 2 * wide - px(6), rect.center().y() - px(13), wide, px(26))
    take = QRectF(right - wide, keep.y(), wide, px(26))
    return [(row.ours.value, keep, False), (row.theirs.value, take, True)]


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
        for letter, place, theirs in answers:
            chosen = row.takes is theirs
            paint.box(painter, place, px(6), "info-ground" if chosen else "base",
                      "info" if chosen else "control", 1.5 if chosen else 1)  # fmt: skip
            said = self.tr("Take {letter}") if theirs else self.tr("Keep {letter}")
            type_ = font("caption", weight=600 if chosen else 500)
            inked = "info" if chosen else "text"
            paint.text(painter, place, said.format(letter=letter), type_, inked, paint.CENTRE)


class MarksTable(Table):
    """Space or a click on a button answers a conflict; K keeps, T takes."""

    answered = Signal(object, bool)  # the key of a mark, whether the list's is taken

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=36)
        self.model_ = MarksModel()
        self.setModel(self.model_)
        self.setItemDelegate(MarksDelegate(self))
        self.set_widths(WIDTHS, stretch=3)
        self.viewport().installEventFilter(self)

    def fit(self, *, narrow: bool) -> None:
        """Give way where there is little room."""
        self.set_widths(NARROW if narrow else WIDTHS, stretch=3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer at a press on a button."""
        pressed = event.type() == QEvent.Type.MouseButtonPress and watched is self.viewport()
        if pressed and self._press(cast("QMouseEvent", event).position()):
            return True
        return super().eventFilter(watched, event)

    def _press(self, at: QPointF) -> bool:
        index = self.indexAt(at.toPoint())
        if not index.isValid() or COLUMNS[index.column()] != "fate":
            return False
        row = self.model_.rows[index.row()]
        for _, place, theirs in answers_of(QRectF(self.visualRect(index)), row):
            if place.contains(at):
                self.setCurrentIndex(index)
                self.answered.emit(row.key, theirs)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key."""
        index = self.currentIndex()
        row = self.model_.rows[index.row()] if index.isValid() else None
        if row is None or row.fate is not MarkFate.CONFLICT or event.modifiers():
            super().keyPressEvent(event)
            return
        answers = {Qt.Key.Key_Space: not row.takes, Qt.Key.Key_K: False, Qt.Key.Key_T: True}
        key = Qt.Key(event.key())
        if key in answers:
            self.answered.emit(row.key, answers[key])
        else:
            super().keyPressEvent(event)
