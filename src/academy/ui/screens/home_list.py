"""The lists of Home: each line has one button that starts the job; Enter presses it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from academy.ui.kit import paint
from academy.ui.kit.rows import Index, List, RowDelegate, has_focus, view_of
from academy.ui.kit.theme import draw_icon, font, px
from academy.ui.screens.home_words import HomeItem

ITEM = Qt.ItemDataRole.UserRole
BUTTON = 132
"""The width of the buttons, so that their left edges form a line."""

NARROW = 860
"""Below this width “what” and “where” stand on two lines."""


class HomeModel(QAbstractListModel):
    """Lines of Home."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[HomeItem] = []

    def fill(self, items: Sequence[HomeItem]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a line says, how it is read aloud, or the line itself."""
        item = self.items[index.row()]
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.aloud
        return item.what if role == Qt.ItemDataRole.DisplayRole else None


class HomeRows(RowDelegate):
    """Paints time or sign, what and where, and the button; the row is one stop."""

    radius = 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line: sessions 62, others 48, or 56 on two lines."""
        item: HomeItem = index.data(ITEM)
        narrow = view_of(option).viewport().width() < px(NARROW)
        high = 62 if item.lead else 56 if narrow else 48
        return QSize(px(60), px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        painter.save()
        rect, item, view = QRectF(option.rect), index.data(ITEM), view_of(option)
        hovered = view.property("hover-row") == index.row()
        focused = has_focus(view) and view.currentIndex() == index
        if hovered:
            paint.box(painter, rect.adjusted(0, 1, 0, -1), px(8), "hover")
        left = self._sign(painter, rect, item)
        place = button_rect(rect)
        self._words(painter, rect, item, left, place.x() if item.verb else rect.right())
        if item.verb:
            _button(painter, place, item)
        if (hovered or focused) and item.need is not None:
            draw_icon(painter, "alarm-clock-off", snooze_rect(rect), "muted")
        if focused:
            paint.ring(painter, rect.adjusted(1, 1, -1, 0), px(8))
        elif index.row() + 1 < index.model().rowCount() and not hovered and not item.lead:
            paint.hline(painter, left, rect.right() - px(12), rect.bottom())
        painter.restore()

    def _sign(self, painter: QPainter, rect: QRectF, item: HomeItem) -> float:
        if item.lead:
            role = font("section", features=("tnum",))
            room = QRectF(rect.x() + px(12), rect.y(), px(76), rect.height())
            paint.text(painter, room, item.lead, role)
            return rect.x() + px(88)
        tile = QRectF(rect.x() + px(12), rect.center().y() - px(15), px(30), px(30))
        plain = item.tone == "plain"
        paint.box(painter, tile, px(7), "chart-track" if plain else f"{item.tone}-ground")
        inner = tile.adjusted(px(7), px(7), -px(7), -px(7))
        draw_icon(painter, item.picture, inner, "muted" if plain else item.tone, 2)
        return tile.right() + px(14)

    def _words(
        self, painter: QPainter, rect: QRectF, item: HomeItem, left: float, right: float
    ) -> None:
        room = right - left - px(16 + (34 if item.need else 0))
        if item.lead or rect.width() < px(NARROW):
            top = rect.center().y() - px(19)
            used = paint.text(painter, QRectF(left, top, room, px(20)), item.what, "strong")
            below = QRectF(left, top + px(20), room, px(18))
            paint.text(painter, below, item.where, "caption", "muted")
            if item.tag and used + px(10) + paint.chip_width(item.tag) <= room:
                kind = "good" if item.tag == self.tr("register complete") else "info"
                paint.chip(painter, left + used + px(10), top + px(10), item.tag, kind)
            return
        what = max(px(224), paint.width(item.what, "strong") + px(16))
        paint.text(painter, QRectF(left, rect.y(), what, rect.height()), item.what, "strong")
        where = QRectF(left + what, rect.y(), room - what, rect.height())
        paint.text(painter, where, item.where, "body", "muted")


def _button(painter: QPainter, place: QRectF, item: HomeItem) -> None:
    if item.primary:
        paint.box(painter, place, px(6), "accent")
    else:
        paint.box(painter, place, px(6), "base", "control")
    role, ink = ("strong", "on-accent") if item.primary else ("label", "text")
    paint.text(painter, place, item.verb, role, ink, paint.CENTRE)


def button_rect(rect: QRectF) -> QRectF:
    """Return where the button of a line is."""
    wide = px(BUTTON)
    left = round(rect.right() - px(12) - wide)
    return QRectF(left, round(rect.center().y() - px(16)), wide, px(32))


def snooze_rect(rect: QRectF) -> QRectF:
    """Return where the sign for putting a line off is."""
    place = button_rect(rect)
    return QRectF(place.x() - px(34), place.y() + px(8), px(16), px(16))


class HomeList(List):
    """A list whose rows are pressed; arrows at its ends go on into the next list."""

    pressed_row = Signal(object)
    """The line whose button was pressed."""

    put_off = Signal(object)
    """The line that is to be put off."""

    left_list = Signal(int)
    """An arrow went over the end: 1 below, -1 above."""

    def __init__(self, name: str) -> None:
        super().__init__(name, fitted=True)
        delegate = HomeRows()
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.rows = HomeModel()
        self.rows.setParent(self)
        self.setModel(self.rows)

    def current_item(self) -> HomeItem | None:
        """Return the line with the focus."""
        index = self.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, put off with Del, go on at the ends."""
        item, row = self.current_item(), self.currentIndex().row()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None and item.verb:
            self.pressed_row.emit(item)
        elif key == Qt.Key.Key_Delete and item is not None and item.need is not None:
            self.put_off.emit(item)
        elif key == Qt.Key.Key_Down and row == self.rows.rowCount() - 1:
            self.left_list.emit(1)
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left_list.emit(-1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button, or the sign for putting off, under the mouse."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        item, rect = index.data(ITEM), QRectF(self.visualRect(index))
        near = snooze_rect(rect).adjusted(-px(6), -px(6), px(6), px(6))
        if item.need is not None and near.contains(QPointF(event.position())):
            self.put_off.emit(item)
        elif item.verb and button_rect(rect).contains(event.position()):
            self.pressed_row.emit(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Press the button of the line; the first click of the two has chosen it."""
        index = self.indexAt(event.position().toPoint())
        place = button_rect(QRectF(self.visualRect(index)))
        if index.isValid() and index.data(ITEM).verb and not place.contains(event.position()):
            self.pressed_row.emit(index.data(ITEM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew: narrow lines are higher."""
        super().resizeEvent(event)
        self._measure()

    def take_focus(self, row: int) -> bool:
        """Take the focus on a line; a negative one counts from the end."""
        count = self.rows.rowCount()
        if not count or not self.isVisible():
            return False
        self.setCurrentIndex(self.rows.index(row % count, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def next_list(lists: Sequence[HomeList], now: QWidget, step: int) -> None:
    """Move the focus into the list after (1) or before (-1) this one."""
    number = [view is now for view in lists].index(True) + step
    while 0 <= number < len(lists):
        if lists[number].take_focus(0 if step > 0 else -1):
            return
        number += step
