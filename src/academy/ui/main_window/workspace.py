"""An open academy in the window: its desk, its pages, and the way between them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from academy.store.store import Store
from academy.ui.kit import late, session_memory
from academy.ui.kit.desk import Desk
from academy.ui.kit.frame import Frame
from academy.ui.kit.nav import NavItem
from academy.ui.kit.screen import Screen
from academy.ui.main_window import pages
from academy.usecases import academy

LOOK_EVERY = 5_000
"""How often a window that only reads looks for others' changes, in ms."""

QUIET = 1_000
"""How long after a change the sidebar's numbers are counted anew, in ms."""


class Workspace(QObject):
    """Shows pages by address, makes each when it is first asked for, knows the way back."""

    commanded = Signal(str)
    """A page asked for a command of the window: its address was `do:key`."""

    moved = Signal()
    """Another page is shown, or the shown one changed its title or what it offers."""

    def __init__(self, store: Store, frame: Frame) -> None:
        super().__init__(frame)
        self.desk = Desk(store)
        self.address = ""
        self._frame = frame
        self._screens: dict[str, Screen] = {}
        self._behind: list[str] = []
        self._ahead: list[str] = []
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self.moved)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._show_badges)
        self.desk.changed.connect(self._note_change)
        self._looking = QTimer(self)
        if store.read_only:
            self._looking.timeout.connect(store.poll)
            self._looking.start(LOOK_EVERY)
        name, second = self._names()
        frame.set_pages(self.items(), self.foot(), name)
        self._show_name(name, second)
        frame.went.connect(self.go)
        self._counting.start(0)

    @property
    def path(self) -> Path:
        """Where the academy's file is; one in memory has a name only."""
        return self.desk.store.path or Path("memory")

    @property
    def screen(self) -> Screen | None:
        """The page that is shown."""
        return self._screens.get(pages.parted(self.address)[0])

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page to go back to."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from a page."""
        return bool(self._ahead)

    def items(self) -> list[NavItem]:
        """Return the pages of the sidebar that the program has."""
        offered = (
            NavItem(self.tr("Home"), "house", "home"),
            NavItem(self.tr("Cohorts"), "users", "cohorts"),
            NavItem(self.tr("People"), "contact", "people"),
            NavItem(self.tr("Organisations"), "building-2", "organisations"),
            NavItem(self.tr("Calendar"), "calendar", "calendar"),
            NavItem(self.tr("Mentoring"), "handshake", "mentoring"),
            NavItem(self.tr("Certificates"), "award", "certificates"),
        )
        there = [item for item in offered if pages.is_page(item.address)]
        return [
            NavItem(item.name, item.picture, item.address, f"Ctrl+{number}")
            for number, item in enumerate(there, 1)
        ]

    def foot(self) -> list[NavItem]:
        """Return the pages at the sidebar's foot, on every page at the same place."""
        offered = (
            NavItem(self.tr("Settings"), "settings", "settings", "Ctrl+,"),
            NavItem(self.tr("Help"), "circle-question-mark", "help", "F1"),
        )
        return [item for item in offered if pages.is_page(item.address)]

    def go(self, address: str) -> None:
        """Show an address and remember the way; `do:key` asks the window for a command."""
        if address.startswith("do:"):
            self.commanded.emit(address.removeprefix("do:"))
            return
        if address == self.address:
            self._show(address)
            return
        if self.address:
            self._behind.append(self.address)
        self._ahead.clear()
        self._show(address)

    def back(self) -> None:
        """Show the page before."""
        if self._behind:
            self._ahead.append(self.address)
            self._show(self._behind.pop())

    def forward(self) -> None:
        """Show the page one went back from."""
        if self._ahead:
            self._behind.append(self.address)
            self._show(self._ahead.pop())

    def up(self) -> None:
        """Show what the page belongs to."""
        if self.address != "home":
            self.go(pages.parent(self.address))

    def close(self, *, file_too: bool = True) -> None:
        """Let go of the pages and of the file."""
        self._looking.stop()
        self._settling.stop()
        self._counting.stop()
        self._frame.went.disconnect(self.go)
        self._frame.stack.setCurrentIndex(0)  # else each page is shown when the one before goes
        for screen in self._screens.values():
            self._frame.stack.removeWidget(screen)
            screen.deleteLater()
        self._screens.clear()
        if file_too:
            self.desk.store.close()

    def _show(self, address: str) -> None:
        name, parts = pages.parted(address)
        screen = self._made(name)
        if screen is None:
            return
        self.address = address
        self._frame.show_message(False)  # noqa: FBT003 - before the page says something itself
        screen.go(parts)
        if self.address != address:
            return  # what the address names is gone, and the page led elsewhere
        before = self._frame.stack.currentWidget()
        if before is not None and before is not screen:
            leave_focus(before)
        self._frame.stack.setCurrentWidget(screen)
        QTimer.singleShot(0, screen, lambda: begin(screen))
        if self._frame.sidebar is not None:
            self._frame.sidebar.show_current(pages.under(address))
        kept = address.partition("?")[0]  # a dropped file is taken once
        session_memory.remember_address(self.path, kept, self.desk.today())
        if name in ("person", "cohort"):
            session_memory.remember_visit(self.path, "/".join((name, *parts[:1])))
        self.moved.emit()

    def _made(self, name: str) -> Screen | None:
        if name not in self._screens and name in pages.PAGES:
            kind = late.found(pages.PAGES[name].shown_by)
            if kind is None:
                return None
            screen = cast("type[Screen]", kind)(self.desk)
            screen.asked.connect(self.go)
            self._frame.stack.addWidget(screen)
            self._screens[name] = screen
        return self._screens.get(name)

    def _note_change(self, changed: Mapping[str, set[int]]) -> None:
        if "academy" in changed:
            self._show_name(*self._names())
        self._settling.start()
        self._counting.start(QUIET)

    def _show_badges(self) -> None:
        """Count what waits; not after each mark, but when the hands rest."""
        from academy.ui.screens import home

        shown = self.screen
        at_home = shown if isinstance(shown, home.HomeScreen) and shown.isVisible() else None
        self._frame.set_badges(home.badges(self.desk, at_home.page if at_home else None))

    def _names(self) -> tuple[str, str]:
        """Return the academy's name on two lines: “Kent & Medway” and “Leadership Academy”."""
        name = self.desk.read(academy.academy).name
        words = name.split()
        if len(words) < 3:
            return name, ""
        second = 2 if words[-1].casefold() == "academy" else 1
        return " ".join(words[:-second]), " ".join(words[-second:])

    def _show_name(self, name: str, second: str) -> None:
        if self._frame.sidebar is not None:
            self._frame.sidebar.tile.set_academy(name, second)


def leave_focus(page: QWidget) -> None:
    """Let a page that goes let go of the focus, or Qt hands it on to the next breadcrumb."""
    focus = cast("QWidget | None", page.window().focusWidget())
    if focus is not None and page.isAncestorOf(focus):
        focus.clearFocus()


def begin(screen: Screen) -> None:
    """Put the focus where the person will act first, unless the page did so already."""
    focus = cast("QWidget | None", screen.window().focusWidget())
    here = focus is not None and screen.isAncestorOf(focus) and _takes_focus(focus)
    if here or not screen.isVisible():
        return
    first: QWidget = screen
    while (proxy := first.focusProxy()) is not None:
        first = proxy
    if not first.focusPolicy() & Qt.FocusPolicy.TabFocus:
        takers = [part for part in first.findChildren(QWidget) if _takes_focus(part)]
        first = min(takers, key=_rank, default=first)
    first.setFocus(Qt.FocusReason.OtherFocusReason)


def _rank(part: QWidget) -> int:
    """Return what to begin with: a list, else the primary button, at the last the breadcrumb."""
    if isinstance(part, QAbstractItemView):
        return 0
    kinds = {"primary": 1, "link": 3}
    return kinds.get(str(part.property("kind")), 2)


def _takes_focus(part: QWidget) -> bool:
    tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and part.isVisible() and part.isEnabled()
