"""The frame of the window: menu bar and search above, sidebar left, status line below.

The page is a sheet on it. The sidebar has labels from 1008 px, icons only from 641 px, and gives
way to a menu button below; widths are divided by the zoom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QMenuBar, QSizePolicy, QStackedWidget, QWidget

from academy.ui.kit.layout import Sized
from academy.ui.kit.page import NARROW, TINY, MessageBar, room_of
from academy.ui.kit.parts import Box, column, holder, icon_button, label, restyle, row
from academy.ui.kit.search_pill import SearchPill
from academy.ui.kit.theme import px, theme

if TYPE_CHECKING:
    from academy.ui.kit.nav import NavItem, Sidebar

PASSING = 10_000
"""How long the status line tells an event before it goes back to the state, in ms."""


class Pages(QStackedWidget):
    """The pages on the sheet. A large page does not keep the window from growing small."""

    def minimumSizeHint(self) -> QSize:
        """Return little: pages scroll and reflow."""
        return QSize(px(320), px(200))


class Frame(QWidget):
    """What stands around every page. `went` carries the address of a sidebar item."""

    went = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.menu_button = icon_button("menu", self.tr("Pages"))
        self.back = icon_button("arrow-left", self.tr("Back (Alt+Left)"))
        self.forward = icon_button("arrow-right", self.tr("Forward (Alt+Right)"))
        self.pill = SearchPill()
        self.sidebar: Sidebar | None = None
        self.message = MessageBar()
        self.stack = Pages()
        self._state, self._bare, self._no_sidebar = "", True, False
        self._items: list[NavItem] = []
        self._build()
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._show_state)
        theme().changed.connect(self.fit)

    def _build(self) -> None:
        parts = (self.menu_button, self.menus, None, self.back, self.forward, 6, self.pill)
        top = Sized(height=44)
        top.setLayout(row(*parts, gap=2, margins=(8, 0, 8, 0)))
        self._strip: Box = column(self.message, gap=0, margins=(16, 12, 16, 0))
        self._strip_holder = holder(self._strip)
        self._strip_holder.hide()
        self.sheet = QFrame()
        self.sheet.setLayout(column(self._strip_holder, self.stack, gap=0))
        self._middle = row(self.sheet, gap=0, margins=(8, 0, 8, 0))
        self.status, self.status_right = label(""), label("")
        for part in (self.status, self.status_right):
            part.setObjectName("status")
        self.status.setMinimumWidth(1)  # a long hint is cut rather than the window widened
        foot = Sized(height=28)
        self._foot = row(self.status, None, self.status_right)
        foot.setLayout(self._foot)
        layout = column(top, self._middle, foot, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def set_bare(self) -> None:
        """Show a page that brings its own sheet, with no way to others: the start page."""
        self._bare = True
        if self.sidebar is not None:
            self.sidebar.hide()
        self.fit()

    def set_pages(self, pages: Sequence[NavItem], foot: Sequence[NavItem], academy: str) -> None:
        """Show the sidebar of an open academy."""
        from academy.ui.kit.nav import Sidebar  # lists come after the first frame, which has none

        if self.sidebar is not None:
            self._middle.removeWidget(self.sidebar)
            self.sidebar.deleteLater()
        self.sidebar = Sidebar(pages, foot, academy)
        self.sidebar.went.connect(self.went)
        self._middle.insertWidget(0, self.sidebar)
        self._items = [*pages, *foot]
        self._bare = False
        menu = QMenu(self)
        for item in self._items:
            act = menu.addAction(item.name)
            act.triggered.connect(lambda _=False, address=item.address: self.went.emit(address))
        self.menu_button.setMenu(menu)
        self.fit()

    def toggle_sidebar(self) -> None:
        """Hide the sidebar, or show it again; the menu button takes its place."""
        self._no_sidebar = not self._no_sidebar
        self.fit()

    @property
    def has_sidebar(self) -> bool:
        """Whether the sidebar may show, as far as there is room."""
        return not self._no_sidebar

    def set_badges(self, counts: Mapping[str, int]) -> None:
        """Show how many things wait, by page."""
        if self.sidebar is not None:
            self.sidebar.set_badges(counts)

    def set_state(self, left: str, right: str) -> None:
        """Say in the status line how things stand."""
        self._state = left
        self.status_right.setText(right)
        if not self._passing.isActive():
            self._show_state()

    def say(self, words: str) -> None:
        """Tell an event in the status line for a while."""
        self.status.setText(words)
        self._passing.start(PASSING)

    def hint(self, words: str) -> None:
        """Show what the menu item under the mouse or keys is about; empty goes back."""
        self.status.setText(words or self._state)

    def show_message(self, shown: bool) -> None:  # noqa: FBT001 - one switch
        """Make room for the message bar, or take it away."""
        self._strip_holder.setVisible(shown)
        if not shown:
            self.message.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self.fit()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Give sidebar, search and margins the form that fits the width."""
        self.setMinimumSize(px(400), px(280))  # not what the parts need before they gave way
        room = room_of(self)
        labels, icons = room >= NARROW, room >= TINY and not self._no_sidebar
        for part in (self.back, self.forward, self.pill):
            part.setVisible(not self._bare)
        self.pill.set_short(short=not labels)
        self.menu_button.setVisible(not self._bare and not icons)
        beside = not self._bare and icons
        if self.sidebar is not None:
            self.sidebar.setVisible(beside)
            self.sidebar.set_icons_only(icons_only=not labels)
        self._middle.set_margins((0 if beside or self._bare else 8, 0, 8, 0))
        inset = (216 if labels else 56) if beside else 0
        margin = 24 if labels else 16
        self._foot.set_margins((inset + margin, 0, margin + 8, 0))
        self.sheet.setObjectName("" if self._bare else "sheet")
        inner = self.sheet.layout()
        assert inner is not None
        inner.setContentsMargins(1, 1, 1, 1)
        restyle(self.sheet, "bare", self._bare)

    def _show_state(self) -> None:
        self.status.setText(self._state)
