"""The ways of handing certificates out, as a menu: for those chosen in the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from academy.ui.kit.desk import Desk
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.toast import show_toast
from academy.ui.screens.certificate_saving import CertificateSaver


class HandingMenu(QObject):
    """Messages, files, ZIP, one PDF, paper, badges; `chosen` tells of which certificates."""

    def __init__(self, desk: Desk, page: QWidget, chosen: Callable[[], Sequence[int]]) -> None:
        super().__init__(page)
        self._page, self._chosen = page, chosen
        self.saver = CertificateSaver(desk, page)
        self.menu = QMenu(page)
        self.draft = self._add(lambda: self.saver.draft(chosen()))
        self.save = self._add(lambda: self.saver.save(chosen()))
        self.zip = self._add(lambda: self.saver.save_zip(chosen()))
        self.one_pdf = self._add(lambda: self.saver.save_one_pdf(chosen()))
        self.paper = self._add(self.print)
        self.badges = self._add(lambda: self.saver.save_badges(chosen()))
        self.zip.setText(self.tr("One &ZIP"))
        self.one_pdf.setText(self.tr("One PD&F for printing"))
        self.paper.setText(self.tr("&Print…"))
        self.badges.setText(self.tr("Open &Badges"))
        self.show_count(0)
        self.saver.saved.connect(self._saved)
        self.saver.drafted.connect(self._drafted)
        self.saver.printed.connect(self._printed)
        self.saver.refused.connect(desk.refused)

    def _add(self, act: Callable[[], object]) -> QAction:
        made = self.menu.addAction("")
        made.triggered.connect(lambda _checked=False: act())
        return made

    def show_count(self, count: int) -> None:
        """Name how many there are to hand out."""
        self.draft.setText(self.tr("&Draft %n e-mail(s)", "", max(1, count)))
        self.save.setText(self.tr("&Save %n PDF(s)", "", max(1, count)))

    def print(self) -> None:
        """Print those that are chosen."""
        self.saver.print(self._chosen())

    def item_commands(self) -> list[ItemCommand]:
        """Return the same for the menu Item."""
        return [ItemCommand(one.text(), one.trigger) for one in self.menu.actions()]

    def _saved(self, folder: Path, count: int) -> None:
        words = self.tr("%n file(s) saved in {folder}.", "", count).format(folder=folder)
        show_toast(self._page, words, self.tr("Open folder"), lambda: _open(folder))

    def _drafted(self, folder: Path, count: int) -> None:
        words = self.tr("%n draft(s) saved in {folder}.", "", count).format(folder=folder)
        show_toast(self._page, words, self.tr("Open folder"), lambda: _open(folder))

    def _printed(self, count: int) -> None:
        show_toast(self._page, self.tr("%n certificate(s) sent to the printer.", "", count))


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
