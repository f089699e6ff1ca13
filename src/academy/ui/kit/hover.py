"""Which row of a list or table is under the mouse."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView


class HoverRow(QObject):
    """Keeps the row under the mouse as property ``hover-row`` of a view: Qt knows only cells."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.followers: list[QAbstractItemView] = []
        view.setMouseTracking(True)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if event.type() == QEvent.Type.MouseMove:
            place = cast("QMouseEvent", event).position().toPoint()
            self._hover(self._view.indexAt(place).row())
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return False

    def _hover(self, number: int) -> None:
        for view in (self._view, *self.followers):
            if view.property("hover-row") != number:
                view.setProperty("hover-row", number)
                view.viewport().update()
