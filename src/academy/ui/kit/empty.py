"""Empty states: a heading that names the state, one sentence on how to fill it, one button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.ui.kit import paint
from academy.ui.kit.parts import Button, Painted, button, column, label, row
from academy.ui.kit.theme import draw_icon, px


class EmptyState(QWidget):
    """Stands a little above the middle of the page. ``button`` is None if nothing can be done."""

    def __init__(
        self, picture: str, heading: str, sentence: str, action: str = "", action_picture: str = ""
    ) -> None:
        super().__init__()
        self._picture = picture
        self.heading, self.sentence = label(heading, "section"), label(sentence, "muted", wrap=True)
        for words in (self.heading, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setFixedWidth(px(400))
        self.button: Button | None = None
        things: list[QWidget | int | None] = [None, Painted(self._sign, height=64), 16]
        lines = column(*things, self.heading, 4, row(None, self.sentence, None), gap=0)
        if action:
            self.button = button(action, "primary", action_picture)
            lines.put(20, row(None, self.button, None))
            self.setFocusProxy(self.button)
        lines.put(None, None)
        self.setLayout(lines)

    def say(self, heading: str, sentence: str) -> None:
        """Name another state."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)

    def _sign(self, painter: QPainter, rect: QRectF) -> None:
        tile = QRectF(rect.center().x() - px(32), 0, px(64), px(64))
        paint.box(painter, tile, px(16), "info-ground")
        inset = px(16)
        draw_icon(painter, self._picture, tile.adjusted(inset, inset, -inset, -inset), "info", 1.5)
