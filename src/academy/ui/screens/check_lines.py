"""What was checked, as short lines with signs that flow on as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from academy.ui.kit import paint
from academy.ui.kit.theme import draw_icon, font, metrics, px, theme
from academy.ui.screens.issue_review import Check

SIGNS = {"good": "circle-check", "warning": "triangle-alert", "bad": "circle-alert"}
LINE, GAP, SIGN = 24, 16, 22


class CheckLines(QWidget):
    """Painted lines; all of them together are what it is called aloud."""

    def __init__(self) -> None:
        super().__init__()
        self._checks: tuple[Check, ...] = ()
        theme().changed.connect(self._fit)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show other lines."""
        self._checks = tuple(checks)
        self.setAccessibleName(". ".join(check.words for check in checks))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that may be squeezed."""
        return QSize(px(200), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint signs and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for check, place in zip(self._checks, self._places(), strict=True):
            sign = QRectF(place.x(), place.y() + px(4), px(16), px(16))
            draw_icon(painter, SIGNS[check.kind], sign, check.kind, 2)
            words = place.adjusted(px(SIGN), px(3), 0, 0)
            paint.wrapped(painter, QRectF(words), check.words, "caption", "text")

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        return max((place.bottom() + 1 for place in self._places()), default=px(LINE))

    def _places(self) -> list[QRect]:
        room, measure = max(px(160), self.width()), metrics(font("caption"))
        x, y, tall, found = 0, 0, px(LINE), list[QRect]()
        for check in self._checks:
            wide = px(SIGN) + measure.horizontalAdvance(check.words) + px(4)
            if x and x + wide > room:
                x, y, tall = 0, y + tall, px(LINE)
            high = px(LINE)
            if wide > room:
                wide = room
                inner = QRect(0, 0, room - px(SIGN), 10_000)
                wrap = Qt.TextFlag.TextWordWrap
                high = max(high, measure.boundingRect(inner, wrap, check.words).height() + px(6))
            found.append(QRect(x, y, wide, high))
            x, tall = x + wide + px(GAP), max(tall, high)
        return found
