"""The frame's left side: academy tile, and pages with their badges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout

from academy.ui.kit import paint
from academy.ui.kit.layout import PaintedButton, Sized, column, holder
from academy.ui.kit.rows import Index, List, RowDelegate, has_focus, is_selected, view_of
from academy.ui.kit.theme import draw_icon, font, px

PICTURE = Qt.ItemDataRole.UserRole
BADGE = Qt.ItemDataRole.UserRole + 1
ADDRESS = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class NavItem:
    """One page of the sidebar: its name, picture, address and the shortcut shown on hover."""

    name: str
    picture: str
    address: str
    shortcut: str = ""


class NavDelegate(RowDelegate):
    """Paints a sidebar line: icon 18, label, badge; icons with a dot when there is no room."""

    height = 36

    def __init__(self) -> None:
        super().__init__()
        self.icons_only = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line of the sidebar."""
        painter.save()
        view = view_of(option)
        selected = is_selected(option)
        rect = QRectF(option.rect).adjusted(0, px(1), 0, -px(1))
        if selected or view.property("hover-row") == index.row():
            paint.box(painter, rect, px(6), "nav-selected" if selected else "frame-hover")
        size = px(18)
        left = rect.x() + ((rect.width() - size) / 2 if self.icons_only else px(10))
        place = QRectF(left, rect.center().y() - size / 2, size, size)
        draw_icon(painter, index.data(PICTURE), place, "link" if selected else "muted")
        badge = str(index.data(BADGE) or "")
        if not self.icons_only:
            self._words(painter, rect, index, badge, selected=selected)
        elif badge:
            dot = QRectF(place.right() - px(3), place.y() - px(3), px(8), px(8))
            paint.box(painter, dot, px(4), "accent", "window", 1.5)
        if has_focus(view) and view.currentIndex() == index:
            paint.ring(painter, rect, px(6))
        painter.restore()

    def _words(
        self, painter: QPainter, rect: QRectF, index: Index, badge: str, *, selected: bool
    ) -> None:
        words = rect.adjusted(px(38), 0, -px(38 if badge else 8), 0)
        role = font("body", weight=600 if selected else 400)
        paint.text(painter, words, str(index.data()), role, "link" if selected else "text")
        if badge:
            wide = max(px(22), paint.width(badge, "chip") + px(12))
            x, y = rect.right() - px(8) - wide, rect.center().y() - px(10)
            place = QRectF(round(x), round(y), wide, px(20))
            paint.box(painter, place, px(10), "base" if selected else "pressed")
            paint.text(painter, place, badge, "chip", "text", paint.CENTRE)


class NavList(List):
    """A list of pages. Enter or a click goes there, as do the arrows in other lists' habit."""

    went = Signal(str)
    """The address of the chosen page."""

    def __init__(self, items: Sequence[NavItem], name: str) -> None:
        super().__init__(name, fitted=True)
        self._delegate = NavDelegate()
        self._delegate.setParent(self)
        self.setItemDelegate(self._delegate)
        self.setProperty("place", "frame")
        rows = QStandardItemModel(self)
        for item in items:
            rows.appendRow(_nav_row(item))
        self.setModel(rows)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def set_icons_only(self, *, icons_only: bool) -> None:
        """Show icons without words; the words stay on hover and aloud."""
        self._delegate.icons_only = icons_only
        self.scheduleDelayedItemsLayout()

    def set_badge(self, address: str, count: int) -> None:
        """Show how many things wait on a page; 0 takes the badge away."""
        for item in self._items():
            if item.data(ADDRESS) == address:
                item.setData(str(count) if count else "", BADGE)
                item.setData(_aloud(item.text(), count), Qt.ItemDataRole.AccessibleTextRole)

    def show_current(self, address: str) -> bool:
        """Select the page an address belongs to, or none. Return whether it is in this list."""
        page = address.partition("/")[0]
        for item in self._items():
            if page == str(item.data(ADDRESS)).partition("/")[0]:
                self.setCurrentIndex(item.index())
                return True
        self.clearSelection()
        return False

    def _items(self) -> list[QStandardItem]:
        rows = self.model()
        assert isinstance(rows, QStandardItemModel)
        return [rows.item(number) for number in range(rows.rowCount())]

    def _go(self, index: Index) -> None:
        self.went.emit(str(index.data(ADDRESS)))


def _nav_row(item: NavItem) -> QStandardItem:
    made = QStandardItem(item.name)
    made.setEditable(False)
    made.setData(item.picture, PICTURE)
    made.setData(item.address, ADDRESS)
    made.setData(item.name, Qt.ItemDataRole.AccessibleTextRole)
    made.setToolTip(f"{item.name}  {item.shortcut}".rstrip())
    return made


def _aloud(name: str, count: int) -> str:
    waiting = QCoreApplication.translate("nav", "{name}, {count} waiting")
    return waiting.format(name=name, count=count) if count else name


class AcademyTile(PaintedButton):
    """Initials and name of the open academy; opens a menu with what concerns the file."""

    def __init__(self, name: str, second: str = "") -> None:
        super().__init__(name, (200, 40))
        self.icons_only = False
        self.set_academy(name, second)

    def set_academy(self, name: str, second: str = "") -> None:
        """Show an academy: its name, and a second line under it."""
        self._name, self._second = name, second
        self.setAccessibleName(self.tr("{name}, academy menu").format(name=name))
        self.setToolTip(name)
        self.update()

    def set_icons_only(self, *, icons_only: bool) -> None:
        """Show the initials only."""
        self.icons_only = icons_only
        self.set_design_size((40 if icons_only else 200, 40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tile, names and chevron."""
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.underMouse():
            paint.box(painter, rect, px(6), "frame-hover")
        side = px(30)
        left = (rect.width() - side) / 2 if self.icons_only else px(6)
        tile = QRectF(left, px(5), side, side)
        paint.box(painter, tile, px(7), "accent")
        paint.text(painter, tile, initials(self._name), "chip", "on-accent", paint.CENTRE)
        if self.icons_only:
            return
        room = rect.width() - px(46) - px(24)
        high = px(19) if self._second else rect.height()
        top = px(2) if self._second else 0
        paint.text(painter, QRectF(px(46), top, room, high), self._name, "strong")
        second = QRectF(px(46), px(20), room + px(6), px(17))
        paint.text(painter, second, self._second, font("caption", size=12), "muted")
        chevron = QRectF(rect.right() - px(22), px(12), px(16), px(16))
        draw_icon(painter, "chevron-down", chevron, "muted")


def initials(name: str) -> str:
    """Return the first letters of the first and second word that have one, joined without "&"."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    return "".join(word[0].upper() for word in words[:2])


class Sidebar(Sized):
    """Tile, pages, and at the foot Settings and Help, on every page at the same place."""

    went = Signal(str)

    def __init__(self, pages: Sequence[NavItem], foot: Sequence[NavItem], academy: str) -> None:
        super().__init__(width=216)
        self.tile = AcademyTile(academy)
        self.pages = NavList(pages, self.tr("Pages"))
        self.foot = NavList(foot, self.tr("Settings and Help"))
        for part in (self.pages, self.foot):
            part.went.connect(self.went)
        inner = column(self.tile, 8, self.pages, None, self.foot, gap=0, margins=(8, 4, 8, 0))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder(inner))

    def set_icons_only(self, *, icons_only: bool) -> None:
        """Give up the words for room: 56 px instead of 216."""
        self.set_size(width=56 if icons_only else 216)
        self.tile.set_icons_only(icons_only=icons_only)
        for part in (self.pages, self.foot):
            part.set_icons_only(icons_only=icons_only)

    def show_current(self, address: str) -> None:
        """Select the page an address belongs to."""
        for part in (self.pages, self.foot):
            part.show_current(address)

    def set_badges(self, counts: Mapping[str, int]) -> None:
        """Show how many things wait, by the address of the page."""
        for address, count in counts.items():
            self.pages.set_badge(address, count)
