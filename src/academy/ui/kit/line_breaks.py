"""Words on as many lines as they need: names and places are read whole, not guessed from “…”.

A delegate says in :meth:`TallRows.paragraphs` what stands in a row; the row is as high as that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.rows import Index, RowDelegate, view_of
from academy.ui.kit.theme import px
from academy.ui.kit.tokens import type_style

_PIECE = re.compile(r"[^\s-]*(?:-+|\s+|$)")


def broken(
    words: str, role: str, room: float, most: int = 2, first: float | None = None
) -> list[str]:
    """Return the words on at most so many lines, parted at spaces and after hyphens.

    What is left over stays on the last line, where painting elides it. `room` is in pixels,
    `first` that of the first line if something stands beside it.
    """
    rooms = [room if first is None else first, *[room] * (most - 1)]
    if paint.width(words, role) <= rooms[0]:
        return [words]
    lines = [""]
    for piece in filter(None, _PIECE.findall(words)):
        full = paint.width((lines[-1] + piece).rstrip(), role) > rooms[len(lines) - 1]
        if lines[-1] and full and len(lines) < most:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


@dataclass(frozen=True)
class Paragraph:
    """Words of one kind in a row; `beside` is taken from the first line by something else.

    `room`, `indent` and `beside` are pixels on the screen.
    """

    words: str
    role: str
    room: float
    ink: str = "text"
    most: int = 2
    indent: float = 0
    beside: float = 0

    @property
    def lines(self) -> list[str]:
        """The words, line by line."""
        room = self.room - self.indent
        return broken(self.words, self.role, room, self.most, room - self.beside)

    @property
    def leading(self) -> int:
        """How high a line is, in pixels."""
        return px(type_style(self.role)["line"])


def height_of(paragraphs: Sequence[Paragraph]) -> int:
    """Return how high paragraphs are below each other, in pixels."""
    return sum(one.leading * len(one.lines) for one in paragraphs)


def draw(
    painter: QPainter, left: float, top: float, paragraphs: Sequence[Paragraph]
) -> list[QRectF]:
    """Draw paragraphs below each other. Return the place of the words of each one's first line."""
    places = []
    for one in paragraphs:
        x, room = left + one.indent, one.room - one.indent
        used = []
        for n, line in enumerate(one.lines):
            wide = room if n else room - one.beside
            place = QRectF(x, top + n * one.leading, wide, one.leading)
            used.append(paint.text(painter, place, line, one.role, one.ink))
        places.append(QRectF(x, top, used[0], one.leading))
        top += one.leading * len(used)
    return places


class TallRows(RowDelegate):
    """Rows that are as high as their words; `height` is the least, `around` the room about them."""

    around = 6

    def paragraphs(self, index: Index, wide: float, ink: str) -> list[Paragraph]:
        """Return what stands in a row of this width (pixels), from top to bottom."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a row at the present width of its list."""
        wide = view_of(option).viewport().width()
        needed = height_of(self.paragraphs(index, wide, "text")) + 2 * px(self.around)
        return QSize(px(60), max(px(self.height), needed))
