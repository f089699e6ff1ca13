"""A page of the window: it names the tables it shows and fills itself when they change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from academy.ui.kit.desk import Desk


class Screen(QWidget):
    """The base of every page.

    `watches` are the tables it shows. When one of them changes, a visible page reloads at once, a
    hidden one when it is next shown. Pages ask for other pages by address (`cohort/7/register`).
    """

    watches: ClassVar[frozenset[str]] = frozenset()
    asked = Signal(str)  # an address to go to

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = True
        desk.changed.connect(self._notice)

    def reload(self) -> None:
        """Fill the page anew. Selection, scroll and focus are kept by the table models."""

    def go(self, parts: Sequence[str]) -> None:
        """Show what the rest of an address names, such as ("7", "register")."""

    def title(self) -> str:
        """Return the words for the window's title."""
        return ""

    def refresh(self) -> None:
        """Reload now if the page can be seen, else when it is next shown."""
        self._stale = not self.isVisible()
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill a page that changed while it was hidden."""
        if self._stale:
            self._stale = False
            self.reload()
        super().showEvent(event)

    def _notice(self, changed: Mapping[str, set[int]]) -> None:
        if not self.watches.isdisjoint(changed):
            self.refresh()
