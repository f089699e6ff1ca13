"""What the issue page says when it is done: how many, which numbers, where the files are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.ui.kit import paint
from academy.ui.kit.parts import Painted, button, column, label, row
from academy.ui.kit.theme import draw_icon, px


class IssuedPanel(QWidget):
    """“18 certificates issued.” with what can be done next."""

    save_wished = Signal()
    folder_wished = Signal()
    print_wished = Signal()
    log_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.where = label("", "section"), label("", "muted", wrap=True)
        for words in (self.heading, self.where):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.where.setFixedWidth(px(440))
        self.open = button(self.tr("&Open folder"), "primary", "folder-open")
        self.save = button(self.tr("&Save the files…"), "primary", "save")
        self.again = button(self.tr("Save again elsewhere…"), "link")
        self.print = button(self.tr("One &PDF for printing"), "normal", "printer")
        self.log = button(self.tr("Show in the log"), "link")
        self.open.clicked.connect(self.folder_wished)
        self.save.clicked.connect(self.save_wished)
        self.again.clicked.connect(self.save_wished)
        self.print.clicked.connect(self.print_wished)
        self.log.clicked.connect(self.log_wished)
        sign = Painted(self._sign, height=64)
        ways = row(None, self.open, self.save, self.print, None, gap=8)
        lines = column(
            None, sign, 16, self.heading, 4, row(None, self.where, None), 20, ways, gap=0
        )
        lines.put(12, row(None, self.again, self.log, None, gap=16), None, None)
        self.setLayout(lines)

    def show_issued(self, heading: str, numbers: str) -> None:
        """Say what was issued; the files are not saved yet."""
        self.heading.setText(heading)
        self._numbers = numbers
        self.show_unsaved("")

    def show_unsaved(self, why: str) -> None:
        """Say that the files are kept here but not in a folder yet, and why."""
        kept = self.tr("The files are kept in the academy and can be saved at any time.")
        self.where.setText(" ".join(part for part in (self._numbers, why, kept) if part))
        self._offer(saved=False)
        self.save.setFocus()

    def show_saved(self, folder: Path) -> None:
        """Say where the files are now."""
        words = self.tr("The files are in {folder}.").format(folder=folder)
        self.where.setText(f"{self._numbers} {words}")
        self._offer(saved=True)
        self.open.setFocus()

    def _offer(self, *, saved: bool) -> None:
        self.open.setVisible(saved)
        self.again.setVisible(saved)
        self.save.setVisible(not saved)

    def _sign(self, painter: QPainter, rect: QRectF) -> None:
        tile = QRectF(rect.center().x() - px(32), 0, px(64), px(64))
        paint.box(painter, tile, px(16), "good-ground")
        inset = px(16)
        draw_icon(painter, "award", tile.adjusted(inset, inset, -inset, -inset), "good", 1.5)
