"""Tags: adjectives on pale grounds, such as “Running”. They cannot be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from academy.ui.kit import paint
from academy.ui.kit.layout import Painted
from academy.ui.kit.theme import px, theme

Tag = tuple[str, str] | tuple[str, str, str]
"""A tag: its words, its kind (good warning bad info plain), and the sign before it, if any."""


class Tags(Painted):
    """A line of tags: adjectives on pale grounds. They cannot be clicked."""

    def __init__(self, tags: Sequence[Tag], height: float) -> None:
        super().__init__(self._draw, height=height)
        self.set_tags(tags)
        theme().changed.connect(self._fit)

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show other tags; they are read as one sentence."""
        self._tags = [(tag[0], tag[1], tag[2] if len(tag) == 3 else "") for tag in tags]
        self.setAccessibleName(", ".join(words for words, _, _ in self._tags))
        self._fit()
        self.update()

    def _fit(self) -> None:
        widths = [paint.chip_width(words, sign) for words, _, sign in self._tags]
        self.setFixedWidth(round(sum(widths)) + px(6) * max(0, len(widths) - 1) + 1)

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        x = 0.0
        for words, kind, sign in self._tags:
            x = paint.chip(painter, x, rect.height() / 2, words, kind, sign) + px(6)


def chips(*tags: Tag, height: float = 24) -> Tags:
    """Return a line of tags, each (words, kind) or (words, kind, sign)."""
    return Tags(tags, height)
