"""The start page: what one can do first, and the academies that were open last.

It is shown before the store is loaded, so it imports nothing of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from academy import __version__
from academy.ui.kit import paint
from academy.ui.kit.layout import Painted
from academy.ui.kit.page import MessageBar, room_of
from academy.ui.kit.parts import Box, Button, button, column, holder, label, line, row, scrolled
from academy.ui.kit.rows import list_view
from academy.ui.kit.session_memory import RecentFile
from academy.ui.kit.theme import colour, draw_icon, px
from academy.ui.screens.recent_files import RecentDelegate, RecentList

WIDEST = 16_777_215
"""Qt’s own largest width: no limit."""


class StartPage(QWidget):
    """Left what one can do, right what was open last. The window does what it asks for."""

    explored = Signal()
    started = Signal()
    choosing = Signal()
    opened = Signal(str)
    """The path of a file to open: one of the recent ones, or a dropped one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.message = MessageBar()
        self.explore = self._act(self.tr("E&xplore"), self.explored.emit, primary=True)
        self.start = self._act(self.tr("&Start…"), self.started.emit)
        self.choose = self._act(self.tr("&Open…"), self.choosing.emit)
        self.recent = RecentList()
        self.list = list_view(self.recent, RecentDelegate(), self.tr("Recent academies"))
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self._left, self._sheet = self._ways(), self._recents()
        self._both = row(self._left, self._sheet, gap=0, margins=(0, 0, 0, 0))
        self._both.setStretch(1, 1)
        self.setLayout(self._both)
        self.setFocusProxy(self.explore)

    def _act(self, words: str, act: Callable[[], object], *, primary: bool = False) -> Button:
        made = button(words, "primary" if primary else "normal")
        made.setMinimumWidth(px(148))
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _ways(self) -> QWidget:
        self._top_left = column(gap=0)
        ways = column(
            way(
                self.tr("Explore a sample academy"),
                self.tr("2 programmes, 7 cohorts, made-up people."),
                self.explore,
            ),
            12,
            line(),
            12,
            way(
                self.tr("Start your own academy"),
                self.tr("Asks for a name and where to keep the file."),
                self.start,
            ),
            12,
            line(),
            12,
            way(
                self.tr("Open an academy file"), self.tr("A file ending in .academy."), self.choose
            ),
            gap=0,
        )
        words = self.tr("Run a leadership academy: cohorts, sessions, mentoring, certificates.")
        self._left_column = column(
            Painted(_logo, height=48, name=self.tr("Academy")),
            16,
            label(self.tr("Academy"), "figure"),
            4,
            label(words, "muted", wrap=True),
            20,
            self.message,
            8,
            ways,
            None,
            self._promise(),
            gap=0,
            margins=(48, 128, 40, 20),
        )
        return holder(column(scrolled(self._left_column), gap=0))

    def _promise(self) -> QWidget:
        words = self.tr("No network, no accounts: everything stays in one file of yours.")
        line = row(Painted(_lock, height=16, width=16), label(words, "caption", wrap=True), gap=8)
        line.setStretch(1, 1)
        return holder(line)

    def _recents(self) -> QFrame:
        self._none = label(self.tr("Academies you open are listed here."), "muted")
        self._choose_file = button(self.tr("&Choose file…"))
        self._choose_file.clicked.connect(self.choosing)
        drop = Painted(self._drop_area, height=62, name=self.tr("Drop an academy file here"))
        self._drop = holder(row(drop, self._choose_file, gap=12, margins=(12, 0, 12, 0)))
        self._right_column = column(
            row(label(self.tr("Recent"), "section"), None, margins=(12, 0, 12, 0)),
            8,
            self.list,
            row(self._none, None, margins=(12, 0, 12, 0)),
            None,
            self._drop,
            gap=0,
            margins=(28, 128, 28, 24),
        )
        made = QFrame()
        made.setObjectName("sheet")
        made.setLayout(self._right_column)
        return made

    def fill(self, files: Sequence[RecentFile]) -> None:
        """List the academies that were open last."""
        self.recent.fill(files)
        shown = bool(files)
        self.list.setVisible(shown)
        self._none.setVisible(not shown)
        self._fit()

    def show_problem(self, words: str, doors: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say why a file was not opened, and the ways out."""
        self.message.say(words, "warning", doors)

    def status(self) -> str:
        """Return what the status line says here."""
        return f"Academy {__version__}"

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped file."""
        event.acceptProposedAction()
        self.opened.emit(event.mimeData().urls()[0].toLocalFile())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand one above the other where there is little room."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        room, high = room_of(self), self.height() / max(px(100), 1) * 100
        tiny, narrow = room < 720, room < 900
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if tiny else ways.LeftToRight)
        self._both.setStretch(0, 3 if tiny else 0)
        self._both.setStretch(1, 2 if tiny else 1)
        wide = WIDEST if tiny else px(min(560, max(400, room * 0.44)))
        self._left.setMinimumWidth(0 if tiny else wide)
        self._left.setMaximumWidth(wide)
        self._drop.setVisible(not tiny)
        above = 128 if high > 640 and not tiny else 24 if not tiny else 12
        side = 16 if narrow else 56
        self._left_column.set_margins((side, above, side - 8, 20))
        self._right_column.set_margins((8 if narrow else 28, above, 8 if narrow else 28, 16))
        rows = min(len(self.recent.rows), max(2, int((high - above - 170) // 60)))
        if not tiny:
            self.list.setFixedHeight(px(60) * rows)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.recent.rows[index.row()].path)

    def _drop_area(self, painter: QPainter, rect: QRectF) -> None:
        pen = QPen(colour("control"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        sign = QRectF(px(16), rect.center().y() - px(10), px(20), px(20))
        draw_icon(painter, "download", sign, "muted")
        left, room = px(50), rect.width() - px(62)
        first, second = QRectF(left, px(11), room, px(20)), QRectF(left, px(31), room, px(18))
        paint.text(painter, first, self.tr("Drop an academy file here"), "label")
        words = self.tr("It opens on the page you left.")
        paint.text(painter, second, words, "caption", "muted")


def way(title: str, words: str, act: Button) -> QWidget:
    """Return one way in: what it does in one sentence, and its button."""
    told = column(label(title, "strong"), label(words, "caption", wrap=True), gap=2)
    act.setAccessibleName(title)
    made: Box = row(told, 8, act, gap=8)
    made.setStretch(0, 1)
    return holder(made)


def _logo(painter: QPainter, _rect: QRectF) -> None:
    tile = QRectF(0, 0, px(48), px(48))
    paint.box(painter, tile, px(12), "accent")
    inner = tile.adjusted(px(11), px(11), -px(11), -px(11))
    draw_icon(painter, "graduation-cap", inner, "on-accent", 1.75)


def _lock(painter: QPainter, _rect: QRectF) -> None:
    draw_icon(painter, "lock", QRectF(0, 0, px(16), px(16)), "muted")
