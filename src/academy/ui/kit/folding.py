"""Things that stand side by side where there is room, and below each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from academy.ui.kit.layout import row
from academy.ui.kit.theme import px


class Folding(QWidget):
    """Side by side from a width of `least` px of the design; `between` is shown only then.

    `shares` says which things take what is left, as stretches of a layout do.
    """

    def __init__(
        self,
        *things: QWidget,
        least: float,
        shares: Sequence[int],
        gap: tuple[float, float] = (8, 0),
        between: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._least, self._gap, self._between = least, gap, between
        self._things = things
        self._lines = row(*things)
        for number, share in enumerate(shares):
            self._lines.setStretch(number, share)
        self.setLayout(self._lines)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest thing alone: the others can go below it."""
        wide = max(one.minimumSizeHint().width() for one in self._things)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        beside = event.size().width() >= px(self._least)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(way)
        self._lines.setSpacing(px(self._gap[0 if beside else 1]))
        if self._between is not None:
            self._between.setVisible(beside)
        super().resizeEvent(event)
