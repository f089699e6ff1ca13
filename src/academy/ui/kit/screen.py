"""A page of the window: it names the tables it shows and fills itself when they change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from academy.ui.kit.desk import Desk


@dataclass(frozen=True)
class ItemCommand:
    """One line of the menu Item: its words, what it does, its shortcut as shown, if any."""

    words: str
    act: Callable[[], object]
    shortcut: str = ""


class Screen(QWidget):
    """The base of every page.

    `watches` are the tables it shows. When one of them changes, a visible page reloads at once, a
    hidden one when it is next shown. Pages ask for other pages by address (`cohort/7/register`).
    """

    watches: ClassVar[frozenset[str]] = frozenset()
    asked = Signal(str)  # an address to go to
    told = Signal(str)  # a line for the left of the status bar, such as the current cell

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

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the page does when the menus ask; what is not named is disabled.

        Names: new, new_series, filter, find_next, import, export, print, preview, save,
        save_and_close.
        """
        return {}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the selected thing, for the menu Item."""
        return ()

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
