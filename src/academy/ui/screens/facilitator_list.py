"""The list of facilitator mode: large names, four buttons each, letters and arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QScroller, QStyleOptionViewItem

from academy.domain.words import Letter
from academy.ui.kit import labels, paint
from academy.ui.kit.rows import Index, RowDelegate, Table, has_focus, is_selected, row_rect, view_of
from academy.ui.kit.theme import font, px
from academy.ui.screens.facilitator_books import SheetRow
from academy.ui.screens.register_keys import Stroke, Wish, stroke

NAME, BUTTONS = 0, 1
ROW: Final = 48
WIDE, HIGH, GAP = 60, 36, 6
BUTTONS_WIDE: Final = 4 * WIDE + 3 * GAP + 28
LARGE: Final = 21  # 16 pt


def large(weight: int = 400) -> QFont:
    """Return the type of the names: 16 pt, to be read at arm's length."""
    return font("body", size=LARGE, weight=weight)


class SheetModel(QAbstractTableModel):
    """Names and marks."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SheetRow] = []
        self.hovered = (-1, "")

    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """Show other marks; the same people stay where they are."""
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same:
            self.rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, BUTTONS)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        """Return how many people."""
        return len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return name and buttons."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, or the mark in words."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {self._word(row)}"
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if index.column() == NAME else self._word(row)
        return None

    def _word(self, row: SheetRow) -> str:
        return labels.word(row.letter) if row.letter else self.tr("not marked")


def letter_at(rect: QRectF, x: float) -> str:
    """Return the letter of the button under `x` in a cell of buttons, or nothing."""
    for letter, place in _places(rect):
        if place.left() <= x <= place.right():
            return letter
    return ""


def _places(rect: QRectF) -> list[tuple[str, QRectF]]:
    left, top = rect.x() + px(12), rect.center().y() - px(HIGH) / 2
    step = px(WIDE) + px(GAP)
    return [
        (letter.value, QRectF(left + number * step, round(top), px(WIDE), px(HIGH)))
        for number, letter in enumerate(Letter)
    ]


class SheetDelegate(RowDelegate):
    """Paints a large name, and four buttons of which one is filled."""

    height = ROW

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> str:
        """Keep the ground pale, so that marks keep their colours."""
        hovered = view_of(option).property("hover-row") == index.row()
        if is_selected(option) or hovered:
            fill = "selected-quiet" if is_selected(option) else "hover"
            paint.box(painter, QRectF(option.rect), 0, fill)
        return "text"

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,
    ) -> None:
        """Paint one cell."""
        model = cast("SheetModel", index.model())
        row = model.rows[index.row()]
        if index.column() == NAME:
            room = rect.adjusted(px(16), 0, -px(8), 0)
            paint.text(painter, room, row.name, large(500 if is_selected(option) else 400), ink)
            return
        hover = model.hovered[1] if model.hovered[0] == index.row() else ""
        for letter, place in _places(rect):
            _button(painter, place, letter, chosen=row.letter == letter, hover=hover == letter)

    def edges(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the hairline, and the ring round the current row."""
        rect, view = QRectF(option.rect), view_of(option)
        paint.hline(painter, rect.x(), rect.right(), rect.bottom() - 1)
        if has_focus(view) and view.currentIndex().row() == index.row():
            painter.setClipRect(rect)
            paint.ring(painter, row_rect(view, option.rect).adjusted(1, 1, -1, -1), px(4))


def _button(painter: QPainter, place: QRectF, letter: str, *, chosen: bool, hover: bool) -> None:
    kind = paint.MARKS[letter]
    if not chosen:
        paint.box(painter, place, px(6), "pressed" if hover else "base", "hairline-strong")
        ink = "text" if hover else "muted"
        paint.text(painter, place, letter, font("table", size=17, weight=500), ink, paint.CENTRE)
        return
    paint.box(painter, place, px(6), f"{kind}-ground", kind, 2)
    middle = place.center()
    paint.shape(painter, QPointF(middle.x() - px(9), middle.y()), letter, kind, px(10))
    words = QRectF(middle.x() + px(1), place.y(), px(20), place.height())
    paint.text(painter, words, letter, font("table", size=17, weight=700), kind)


class SheetTable(Table):
    """P L A E mark and move down, Space sets Present or clears, a click on a button marks."""

    wished = Signal(object)  # Stroke

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=ROW)
        self.model_ = SheetModel()
        self.setModel(self.model_)
        self.setItemDelegate(SheetDelegate(self))
        self.horizontalHeader().hide()
        self.set_widths((240, BUTTONS_WIDE), stretch=NAME)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.viewport().installEventFilter(self)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by letter; everything else is the table's."""
        found = stroke(event)
        if found is not None and found.wish in (Wish.MARK, Wish.TOGGLE, Wish.CLEAR, Wish.FILL):
            self.wished.emit(found)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark at a press on a button."""
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            press = cast("QMouseEvent", event)
            return press.button() == Qt.MouseButton.LeftButton and self._press(press.position())
        if kind == QEvent.Type.MouseMove:
            self._hover(cast("QMouseEvent", event).position())
        elif kind == QEvent.Type.Leave:
            self._hover(QPointF(-1, -1))
        return super().eventFilter(watched, event)

    def _letter(self, at: QPointF) -> tuple[int, str]:
        index = self.indexAt(at.toPoint())
        if not index.isValid() or index.column() != BUTTONS:
            return -1, ""
        return index.row(), letter_at(QRectF(self.visualRect(index)), at.x())

    def _press(self, at: QPointF) -> bool:
        row, letter = self._letter(at)
        if not letter:
            return False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(self.model_.index(row, NAME))
        self.wished.emit(Stroke(Wish.MARK, Letter(letter)))
        return True

    def _hover(self, at: QPointF) -> None:
        now = self._letter(at)
        if now != self.model_.hovered:
            self.model_.hovered = now
            self.viewport().update()
