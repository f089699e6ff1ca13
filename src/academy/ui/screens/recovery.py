"""The way back: the backups of an academy that cannot be opened, or that is to be replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QVBoxLayout, QWidget

from academy.domain import dates
from academy.store.backup import Backup
from academy.ui.kit import backups, paint, pickers
from academy.ui.kit.page import MessageBar, PageHead, footer
from academy.ui.kit.parts import button, column, holder, label, row
from academy.ui.kit.row_list import ROW, RowList, RowView
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import draw_icon, px

COUNTED = ("people", "cohorts", "marks", "certificates")
"""Tables whose rows tell backups apart."""


class RecoveryPage(QWidget):
    """Lists the backups with date and counts; one takes the place of the file."""

    chosen = Signal(str)
    """The path of the backup to restore."""

    left = Signal()

    def __init__(self, path: Path, why: str, found: Sequence[Backup]) -> None:
        super().__init__()
        self._path = path
        head = PageHead(self.tr("Restore a backup"), light=path.name)
        self.message = MessageBar()
        self.message.say(why, "warning")
        model: RowList[Backup] = RowList(lambda made: made.path, _at, _aloud)
        self._rows = RowView(model, BackupRows(), self.tr("Backups, the newest first"))
        self._rows.fill(found)
        self.list = self._rows.view
        self.list.activated.connect(lambda _index: self.restore())
        self.setFocusProxy(self.list)
        words = self.tr(
            "Each was read again when it was made. What is there now stays beside it, set aside."
        )
        self.restore_button = button(self.tr("&Restore this backup"), "primary")
        self.restore_button.clicked.connect(self.restore)
        back = button(self.tr("&Back to the start page"))
        back.clicked.connect(self.left)
        none = label(self.tr("No backup of this file was found."), "muted")
        (none if found else self.restore_button).hide()
        told = column(self.message, 4, label(words, "muted", wrap=True), none, gap=8)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(holder(row(told, margins=(24, 0, 24, 8))))
        lines.addWidget(holder(row(self.list, margins=(12, 0, 12, 0))), 1)
        lines.addWidget(footer(None, back, self.restore_button))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(8), 0, 0, 0)
        outer.addWidget(sheet)

    def show_problem(self, words: str) -> None:
        """Say why the backup was not restored."""
        self.message.say(words, "bad")

    def restore(self) -> None:
        """Ask once, for it cannot be undone, then let the chosen backup take its place."""
        made = self._rows.current()
        if made is None:
            return
        question = self.tr("Restore the backup from {when}?").format(when=_at(made))
        more = self.tr(
            "{name} then holds what it held then. What it holds now is kept in a file beside it."
        ).format(name=self._path.name)
        if pickers.confirm(self, question, more, self.tr("Restore this backup")):
            self.chosen.emit(str(made.path))


def _at(made: Backup) -> str:
    return dates.moment(made.at, _today())


def _aloud(made: Backup) -> str:
    return f"{_at(made)}, {counts_words(made)}"


def counts_words(made: Backup) -> str:
    """Return “98 people · 7 cohorts · 812 marks · 30 certificates”."""
    counted = [f"{made.counts[name]} {name}" for name in COUNTED if name in made.counts]
    return " · ".join(counted)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the wall calendar


class BackupRows(RowDelegate):
    """Paints a backup: when, what it holds, how big it is."""

    height, radius = 56, 8

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - of the base class
    ) -> None:
        """Paint one backup."""
        made: Backup = index.data(ROW)
        soft = "muted" if ink == "text" else ink
        sign = QRectF(rect.x() + px(12), rect.center().y() - px(9), px(18), px(18))
        draw_icon(painter, "history", sign, soft)
        left, top = rect.x() + px(44), rect.center().y() - px(20)
        room = rect.width() - px(44 + 110)
        paint.text(painter, QRectF(left, top, room, px(20)), index.data(), "strong", ink)
        below = QRectF(left, top + px(21), room, px(18))
        paint.text(painter, below, counts_words(made), "caption", soft)
        end = QRectF(rect.right() - px(102), rect.y(), px(90), rect.height())
        size = backups.size_words(made.bytes)
        paint.text(painter, end, size, "caption", soft, paint.RIGHT)
