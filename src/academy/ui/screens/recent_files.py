"""The academies that were open last, as a list: what they are called, where they lie."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.row_list import ROW, RowList
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.session_memory import RecentFile
from academy.ui.kit.theme import draw_icon, px


class RecentList(RowList[RecentFile]):
    """The academies that were open last, the latest first."""

    def __init__(self) -> None:
        super().__init__(lambda file: file.path, lambda file: file.name, _aloud)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return as every list does; the tip of a file is its whole path."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self.rows[index.row()].path
        return super().data(index, role)


def _aloud(file: RecentFile) -> str:
    return f"{file.name}, {file.path}, {when(file.at)}"


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
        file: RecentFile = index.data(ROW)
        soft = "muted" if ink == "text" else ink
        tile = QRectF(rect.x() + px(12), rect.center().y() - px(18), px(36), px(36))
        paint.box(painter, tile, px(8), "info-ground")
        inner = tile.adjusted(px(9), px(9), -px(9), -px(9))
        draw_icon(painter, "sparkles" if file.sample else "file-text", inner, "info")
        left, top, right = tile.right() + px(12), rect.y() + px(10), rect.right() - px(12)
        room = right - left - px(130)
        tag = self.tr("Sample") if file.sample else self.tr("Read-only") if file.read_only else ""
        beside = paint.chip_width(tag) + px(8) if tag else 0
        name = QRectF(left, top, room - beside, px(20))
        used = paint.text(painter, name, file.name, "strong", ink)
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
