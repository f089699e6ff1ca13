"""A list and the details of what is chosen in it: side by side, or below each other if narrow."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from academy.ui.kit.page import TINY, room_of
from academy.ui.kit.theme import px

DETAILS = 340
"""How wide the details are at first, in px of the design."""

LOW = 420
"""Below this height, in px of the design, a narrow window shows the list alone."""


class ListAndDetails(QSplitter):
    """Two parts with a line between them that can be moved; where it stands is remembered.

    Where there is too little room for both, the list stands alone and Enter opens the page.
    """

    def __init__(self, key: str, shown: QWidget, details: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._key, self._details = key, details
        self.addWidget(shown)
        self.addWidget(details)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._placed: Qt.Orientation | None = None
        self._anything = True
        self.splitterMoved.connect(self._keep)

    def show_details(self, *, anything: bool) -> None:
        """Say whether there is anything to tell; else the list stands alone."""
        self._anything = anything
        self._fit_details()

    def _fit_details(self) -> None:
        room = room_of(self) >= TINY or self.height() >= px(LOW)
        self._details.setVisible(self._anything and room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room for both."""
        narrow = room_of(self) < TINY
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._fit_details()
        super().resizeEvent(event)
        if self._placed is not self.orientation():
            self._placed = self.orientation()
            self._place()

    def _place(self) -> None:
        kept = QSettings().value(self._name())
        if isinstance(kept, QByteArray) and self.restoreState(kept):
            return
        whole = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
        details = min(px(DETAILS), round(whole * 0.36))
        self.setSizes([whole - details, details])

    def _keep(self) -> None:
        QSettings().setValue(self._name(), self.saveState())

    def _name(self) -> str:
        side = "beside" if self.orientation() is Qt.Orientation.Horizontal else "below"
        return f"splitters/{self._key}/{side}"
