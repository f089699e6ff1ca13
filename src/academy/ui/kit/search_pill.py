"""The way into the palette, in the middle of the frame's top; there from the first moment."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from academy.ui.kit import paint
from academy.ui.kit.layout import PaintedButton
from academy.ui.kit.theme import draw_icon, px


class SearchPill(PaintedButton):
    """The way into the palette: looks like a field, is a button."""

    def __init__(self) -> None:
        super().__init__(self.tr("Go to anything, Ctrl+K"), (320, 30))
        self.short = False

    def set_short(self, *, short: bool) -> None:
        """Take 150 px instead of 320."""
        self.short = short
        self.set_design_size((150 if short else 320, 30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, glass, hint and key."""
        painter, rect = QPainter(self), QRectF(self.rect())
        hovered = self.underMouse()
        paint.box(painter, rect, px(6), "base", "muted" if hovered else "control")
        draw_icon(painter, "search", QRectF(px(9), px(7), px(16), px(16)), "muted")
        words = self.tr("Go to…") if self.short else self.tr("Go to a person, cohort…")
        left = paint.keycap(painter, rect.right() - px(6), rect.center().y(), "Ctrl+K")
        room = QRectF(px(32), 0, left - px(36), rect.height())
        paint.text(painter, room, words, "caption", "muted")
