"""The start page: what one can do first, and the academies that were open last.

It is shown before the store is loaded, so it imports nothing of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QWidget

from academy import __version__
from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.layout import Painted, Sized
from academy.ui.kit.page import MessageBar, room_of
from academy.ui.kit.parts import Box, Button, button, column, holder, label, line, row, scrolled
from academy.ui.kit.rows import Index, RowDelegate, list_view
from academy.ui.kit.session_memory import RecentFile
from academy.ui.kit.theme import colour, draw_icon, px

FILE = Qt.ItemDataRole.UserRole


class RecentModel(QAbstractListModel):
    """The academies that were open last, the latest first."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[RecentFile] = []

    def fill(self, files: Sequence[RecentFile]) -> None:
        """Show other files."""
        self.beginResetModel()
        self.files = list(files)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many files are listed."""
        return 0 if parent is not None and parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a file's name, how it is read aloud, or the file itself."""
        file = self.files[index.row()]
        if role == FILE:
            return file
        if role == Qt.ItemDataRole.DisplayRole:
            return file.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{file.name}, {file.path}, {when(file.at)}"
        return file.path if role == Qt.ItemDataRole.ToolTipRole else None


def when(at: datetime) -> str:
    """Return “today 9:12am”, “yesterday”, or “14 Oct 2026”."""
    today = date.today()  # noqa: DTZ011 - the wall calendar
    if at.date() == today:
        return dates.moment(at, today)
    return "yesterday" if (today - at.date()).days == 1 else dates.short_day(at.date())


def place(path: str) -> str:
    """Return the last two folders of a path: “Documents › Academy”."""
    return " › ".join(Path(path).parent.parts[-2:]).replace("/", "")


class RecentDelegate(RowDelegate):
    """Paints a file: sign, name and folder, when it was open and how big it is."""

    height, radius = 60, 8

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - of the base class
    ) -> None:
        """Paint one file."""
        file: RecentFile = index.data(FILE)
        soft = "muted" if ink == "text" else ink
        tile = QRectF(rect.x() + px(12), rect.center().y() - px(18), px(36), px(36))
        paint.box(painter, tile, px(8), "info-ground")
        inner = tile.adjusted(px(9), px(9), -px(9), -px(9))
        draw_icon(painter, "sparkles" if file.sample else "file-text", inner, "info")
        left, top, right = tile.right() + px(12), rect.y() + px(10), rect.right() - px(12)
        room = right - left - px(130)
        used = paint.text(painter, QRectF(left, top, room, px(20)), file.name, "strong", ink)
        tag = self.tr("Sample") if file.sample else self.tr("Read-only") if file.read_only else ""
        if tag:
            paint.chip(painter, left + used + px(8), top + px(10), tag, "plain")
        under = self.tr("Made-up people, real councils") if file.sample else place(file.path)
        below = top + px(21)
        paint.text(painter, QRectF(left, below, room, px(18)), under, "caption", soft)
        end = QRectF(right - px(120), top, px(120), px(20))
        paint.text(painter, end, when(file.at), "caption", ink, paint.RIGHT)
        end = QRectF(right - px(120), below, px(120), px(18))
        paint.text(painter, end, size_of(file.path), "caption", soft, paint.RIGHT)


def size_of(path: str) -> str:
    """Return a file's size, “3.9 MB”; nothing when it is not there."""
    try:
        size = Path(path).stat().st_size
    except OSError:
        return ""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, size // 1000)} kB"


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
        self.recent = RecentModel()
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

    def _ways(self) -> Sized:
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
        words = self.tr("Run a leadership academy: cohorts, sessions,\nmentoring, certificates.")
        promise = self.tr("No network, no accounts: everything stays in one file of yours.")
        self._left_column = column(
            Painted(_logo, height=48, name=self.tr("Academy")),
            16,
            label(self.tr("Academy"), "figure"),
            4,
            label(words, "muted"),
            20,
            self.message,
            8,
            ways,
            None,
            row(Painted(_lock, height=16, width=16), label(promise, "caption"), None, gap=8),
            gap=0,
            margins=(48, 128, 40, 20),
        )
        made = Sized(width=560)
        outer = column(scrolled(self._left_column), gap=0)
        made.setLayout(outer)
        return made

    def _recents(self) -> QFrame:
        self._none = label(self.tr("Academies you open are listed here."), "muted")
        self._choose_file = button(self.tr("&Choose file…"))
        self._choose_file.clicked.connect(self.choosing)
        drop = Painted(self._drop_area, height=62, name=self.tr("Drop an academy file here"))
        self._right_column = column(
            row(label(self.tr("Recent"), "section"), None, margins=(12, 0, 12, 0)),
            8,
            self.list,
            row(self._none, None, margins=(12, 0, 12, 0)),
            None,
            row(drop, self._choose_file, gap=12, margins=(12, 0, 12, 0)),
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
        narrow = room < 900
        above = 128 if high > 640 else 24
        self._left.set_size(width=min(560, max(320, room * (0.5 if narrow else 0.44))))
        side = 16 if narrow else 48
        self._left_column.set_margins((side, above, side - 8, 20))
        self._right_column.set_margins((8 if narrow else 28, above, 8 if narrow else 28, 24))
        rows = min(len(self.recent.files), max(2, int((high - above - 170) // 60)))
        self.list.setFixedHeight(px(60) * rows)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.recent.files[index.row()].path)

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
