"""Small parts of Home: quiet facts under a heading, and the sign of success."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.ui.kit import paint
from academy.ui.kit.layout import Painted
from academy.ui.kit.parts import Box, column, label
from academy.ui.kit.theme import draw_icon, font, px


def facts(title: str, told: Sequence[tuple[str, str]]) -> Box:
    """Return a heading with a few lines under it: date or number left, words right."""
    lines = [fact(lead, words) for lead, words in told]
    return column(label(title, "group"), *lines, None, gap=2)


def fact(lead: str, words: str) -> QWidget:
    """Return one quiet line."""

    def draw(painter: QPainter, rect: QRectF) -> None:
        role = font("caption", features=("tnum",))
        paint.text(painter, QRectF(0, 0, px(62), rect.height()), lead, role, "muted")
        left = px(64) if lead else 0
        paint.text(painter, QRectF(left, 0, rect.width() - left, rect.height()), words, "body")

    return Painted(draw, height=26, name=f"{lead} {words}".strip())


def draw_tick(painter: QPainter, rect: QRectF) -> None:
    """Paint the sign of a day on which nothing waits."""
    tile = QRectF(0, rect.center().y() - px(15), px(30), px(30))
    paint.box(painter, tile, px(7), "good-ground")
    inset = px(7)
    draw_icon(painter, "circle-check", tile.adjusted(inset, inset, -inset, -inset), "good", 2)
