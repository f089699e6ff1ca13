"""What the issue page says when it is done: how many, where the files are, how to hand them out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.ui.kit import paint
from academy.ui.kit.parts import Painted, button, column, label, row
from academy.ui.kit.theme import draw_icon, px
from academy.ui.screens.certificate_saving import CertificateSaver


class IssuedPanel(QWidget):
    """“18 certificates issued.” with what can be done next; each way can be taken again."""

    log_wished = Signal()

    def __init__(self, saver: CertificateSaver) -> None:
        super().__init__()
        self._saver = saver
        self._ids: list[int] = []
        self._numbers = ""
        self.heading, self.where = label("", "section"), label("", "muted", wrap=True)
        for words in (self.heading, self.where):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.where.setFixedWidth(px(440))
        self.draft = button(self.tr("&Draft e-mails"), "primary", "mail")
        self.open = button(self.tr("&Open folder"), "normal", "folder-open")
        self.save = button(self.tr("&Save the files…"), "normal", "save")
        self.one_pdf = button(self.tr("One &PDF for printing"), "normal", "file-text")
        self.zip = button(self.tr("One ZIP"), "link")
        self.print = button(self.tr("Print…"), "link")
        self.badges = button(self.tr("Open Badges"), "link")
        self.again = button(self.tr("Save elsewhere…"), "link")
        self.log = button(self.tr("Show in the log"), "link")
        self._connect()
        sign = Painted(self._sign, height=64)
        ways = row(None, self.draft, self.open, self.save, self.one_pdf, None, gap=8)
        lines = column(
            None, sign, 16, self.heading, 4, row(None, self.where, None), 20, ways, gap=0
        )
        more = (self.zip, self.print, self.badges, self.again, self.log)
        links = row(None, *more, None, gap=16)
        lines.put(12, links, None, None)
        self.setLayout(lines)

    def _connect(self) -> None:
        self.draft.clicked.connect(lambda: self._saver.draft(self._ids))
        self.open.clicked.connect(self._saver.open_folder)
        for one in (self.save, self.again):
            one.clicked.connect(lambda: self._saver.save(self._ids, elsewhere=True))
        self.one_pdf.clicked.connect(lambda: self._saver.save_one_pdf(self._ids))
        self.zip.clicked.connect(lambda: self._saver.save_zip(self._ids))
        self.print.clicked.connect(lambda: self._saver.print(self._ids))
        self.badges.clicked.connect(lambda: self._saver.save_badges(self._ids))
        self.log.clicked.connect(self.log_wished)
        self._saver.saved.connect(lambda folder, _count: self.show_saved(folder))
        self._saver.drafted.connect(self._show_drafted)
        self._saver.refused.connect(self.show_unsaved)

    def show_issued(self, heading: str, numbers: str, ids: Sequence[int]) -> None:
        """Say what was issued; the files are not saved yet."""
        self._ids = list(ids)
        self.draft.setText(self.tr("&Draft %n e-mail(s)", "", len(ids)))
        self.heading.setText(heading)
        self._numbers = numbers
        self.show_unsaved("")

    def show_unsaved(self, why: str) -> None:
        """Say that the files are kept here but not in a folder yet, and why."""
        kept = self.tr("The files are kept in the academy and can be saved at any time.")
        self.where.setText(" ".join(part for part in (self._numbers, why, kept) if part))
        self._offer(saved=False)
        self.save.setFocus()

    def _show_drafted(self, folder: Path, count: int) -> None:
        words = self.tr("%n draft(s) are in {folder}; open one to send it.", "", count)
        self.where.setText(f"{self._numbers} {words.format(folder=folder)}")

    def show_saved(self, folder: Path) -> None:
        """Say where the files are now."""
        words = self.tr("The files are in {folder}.").format(folder=folder)
        self.where.setText(f"{self._numbers} {words}")
        self._offer(saved=True)
        self.draft.setFocus()

    def _offer(self, *, saved: bool) -> None:
        self.open.setVisible(saved)
        self.again.setVisible(saved)
        self.save.setVisible(not saved)

    def _sign(self, painter: QPainter, rect: QRectF) -> None:
        tile = QRectF(rect.center().x() - px(32), 0, px(64), px(64))
        paint.box(painter, tile, px(16), "good-ground")
        inset = px(16)
        draw_icon(painter, "award", tile.adjusted(inset, inset, -inset, -inset), "good", 1.5)
