"""The frame of every page: its head, tabs, toolbar, footer and messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QTabBar, QWidget

from academy.ui.kit.layout import Box, Draw, Painted, PaintedButton, Thing, column, row
from academy.ui.kit.page_head import Crumb, PageHead
from academy.ui.kit.parts import button, framed, restyle
from academy.ui.kit.theme import draw_icon, factor, px, theme

__all__ = [
    "NARROW",
    "TINY",
    "Crumb",
    "Fold",
    "MessageBar",
    "PageHead",
    "Tabs",
    "Tone",
    "footer",
    "page_layout",
    "page_margin",
    "room_of",
    "strip_card",
    "toolbar",
]

NARROW = 1008
"""Below this width (px of the design) the sidebar has icons only and page margins are 16."""

TINY = 641
"""Below this width there is a menu button in place of the sidebar."""


def room_of(widget: QWidget) -> float:
    """Return how wide the window is in px of the design, that is divided by the zoom."""
    return widget.window().width() / factor()


def page_margin(widget: QWidget) -> int:
    """Return the margin of a page in px of the design."""
    return 16 if room_of(widget) < NARROW else 24


class Tabs(QTabBar):
    """The tabs of one object, each with an address or key; all on one line."""

    chosen = Signal(str)
    """The key of the tab that is shown now."""

    def __init__(self, tabs: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for words, key in tabs:
            number = self.addTab(words.replace("&", "&&"))  # one & would become an access key
            self.setTabData(number, key)
        self.currentChanged.connect(lambda number: self.chosen.emit(str(self.tabData(number))))
        theme().changed.connect(self.updateGeometry)

    def show_tab(self, key: str) -> None:
        """Make the tab with this key the current one."""
        for number in range(self.count()):
            if self.tabData(number) == key:
                self.setCurrentIndex(number)

    def set_tight(self, *, tight: bool) -> None:
        """Stand closer together where there is little room."""
        restyle(self, "tight", tight)

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab; the chosen one is set bolder and needs 2 px more."""
        size = super().tabSizeHint(index)
        return QSize(size.width() + 2, size.height())

    def minimumSizeHint(self) -> QSize:
        """Let a narrow window cut the row rather than grow past the screen."""
        return QSize(px(200), super().minimumSizeHint().height())


def toolbar(*things: Thing, margin: float = 24) -> Box:
    """Return a page's toolbar: 32 px parts with 10 px above and below."""
    return row(*things, gap=8, margins=(margin, 10, margin, 10))


def footer(*things: Thing, margin: float = 24) -> QFrame:
    """Return the bar at a page's foot; the primary button stands at its right."""
    made = QFrame()
    made.setObjectName("footer")
    made.setLayout(row(*things, gap=8, margins=(margin, 12, margin, 12)))
    return made


def page_layout(*things: Thing) -> Box:
    """Return the column of a whole page: head, tabs, line, toolbar, body, footer without gaps."""
    return column(*things, gap=0)


Tone = Literal["info", "good", "warning", "bad"]
"""What kind of message it is."""

_SIGNS: dict[str, str] = {
    "info": "info",
    "good": "circle-check",
    "warning": "triangle-alert",
    "bad": "circle-alert",
}


class MessageBar(QFrame):
    """A message beside its cause: a state that stays until it is mended, unlike a toast.

    It holds one sentence and at most two links or buttons. Hidden while it has nothing to say.
    """

    def __init__(self) -> None:
        super().__init__()
        self._tone: Tone = "info"
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._doors = row(gap=4)
        sign = Painted(self._draw, width=18, height=20)
        self.setLayout(row(sign, self.words, self._doors, gap=10, margins=(12, 8, 12, 8)))
        layout = self.layout()
        assert isinstance(layout, Box)
        layout.setStretch(1, 1)
        self.hide()

    def say(
        self,
        words: str,
        tone: Tone = "info",
        doors: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show a sentence with its ways out; each is (words, what happens)."""
        self._tone = tone
        self.words.setText(words)
        self.setAccessibleName(words)
        restyle(self, "tone", tone)
        self._doors.empty()
        for text, act in doors:
            door = button(text, "link")
            door.clicked.connect(lambda _checked=False, act=act: act())
            self._doors.put(door)
            if act is doors[0][1]:
                self.setFocusProxy(door)
        self.show()

    def clear(self) -> None:
        """Take the message away."""
        self.hide()
        self.words.clear()
        self._doors.empty()

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        place = QRectF(0, rect.center().y() - px(9), px(18), px(18))
        draw_icon(painter, _SIGNS[self._tone], place, self._tone, 2)


class Fold(PaintedButton):
    """A line that opens something below it, with a chevron."""

    opened = Signal(bool)

    def __init__(self, name: str, draw: Draw) -> None:
        super().__init__(name, (0, 40))
        self._content = draw
        self.setCheckable(True)
        self.toggled.connect(self.opened)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chevron and what the line says."""
        painter, rect = QPainter(self), QRectF(self.rect())
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        place = QRectF(px(20), rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, sign, place, "text" if self.underMouse() else "muted")
        self._content(painter, rect.adjusted(px(42), 0, -px(24), 0))


def strip_card(layout: QLayout) -> QFrame:
    """Return the pale strip for a hint that belongs to what stands around it."""
    return framed("strip", layout)
