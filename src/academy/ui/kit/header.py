"""The header of a table: words, and an arrow beside them in the column that sorts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from academy.ui.kit import paint
from academy.ui.kit.theme import colour, draw_icon, px


class SortHeader(QHeaderView):
    """Paints headers so that the arrow never covers the words, also at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._hovered = -1
        self.setMouseTracking(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(paint.LEFT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Know which header is under the mouse."""
        self._hovered = self.logicalIndexAt(event.position().toPoint())
        self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget it."""
        self._hovered = -1
        super().leaveEvent(event)

    def words_width(self, section: int) -> int:
        """Return how wide a header is when its words are not cut."""
        words = str(self.model().headerData(section, self.orientation()) or "")
        return paint.width(words, "header") + px(12) + px(12)

    def arrow_width(self) -> int:
        """Return how much wider a header is that sorts."""
        return px(14) + px(4) if self.isSortIndicatorShown() else 0

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the room of words and arrow: a double-click on the border fits to it."""
        return QSize(self.words_width(section) + self.arrow_width(), self.height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one header."""
        painter.save()
        place = QRectF(rect)
        hovered = section == self._hovered and self.sectionsClickable()
        sorts = self.isSortIndicatorShown() and section == self.sortIndicatorSection()
        ink = "text" if hovered or sorts else "muted"
        painter.fillRect(place, colour("hover" if hovered else "base"))
        room = place.adjusted(px(12), 0, -px(12), 0)
        model = self.model()
        words = str(model.headerData(section, self.orientation()) or "")
        role = Qt.ItemDataRole.TextAlignmentRole
        said = model.headerData(section, self.orientation(), role)
        right = said is not None and bool(Qt.AlignmentFlag(said) & Qt.AlignmentFlag.AlignRight)
        if sorts:
            room = self._arrow(painter, room, paint.width(words, "header"), ink, right=right)
        paint.text(painter, room, words, "header", ink, paint.RIGHT if right else paint.LEFT)
        paint.hline(painter, place.x(), place.right() + 1, place.bottom() - 1, "hairline-strong")
        painter.restore()

    def _arrow(
        self, painter: QPainter, room: QRectF, wide: int, ink: str, *, right: bool
    ) -> QRectF:
        """Draw the arrow beside the words and return the room left for them."""
        down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        size, gap = px(14), px(4)
        used = min(float(wide), room.width() - size - gap)
        x = room.right() - used - gap - size if right else room.x() + used + gap
        place = QRectF(x, room.center().y() - size / 2, size, size)
        draw_icon(painter, "arrow-down" if down else "arrow-up", place, ink, 2)
        if right:
            return room.adjusted(room.width() - used, 0, 0, 0)
        return QRectF(room.x(), room.y(), used, room.height())
