"""Saving the stored files of certificates: to a folder, or as one PDF for printing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from academy.domain.words import FileProblem
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.tasks import run_task
from academy.usecases.certificate_files import one_pdf, write_files
from academy.usecases.certificates import IssuedFile, certificate_files

PURPOSE = "certificates"
"""Under which the folder is remembered."""


class CertificateSaver(QObject):
    """Asks for the folder the first time, then writes there; doing it again replaces the files."""

    saved = Signal(Path, int)
    """The folder, and how many files were written there."""

    refused = Signal(str)
    """Why nothing could be written, as a sentence."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, parent

    def save(self, certificate_ids: Sequence[int], *, elsewhere: bool = False) -> bool:
        """Write the files of these certificates. Return false if no folder was chosen."""
        folder = self._folder(elsewhere=elsewhere)
        if folder is not None:
            self._write(folder, self._desk.read(certificate_files, certificate_ids))
        return folder is not None

    def save_one_pdf(self, certificate_ids: Sequence[int]) -> bool:
        """Write all of them as one file for printing. Return false if no folder was chosen."""
        folder = self._folder()
        files = self._desk.read(certificate_files, certificate_ids)
        if folder is None or not files:
            return False
        first, last = (Path(file.name).stem.split(" ")[0] for file in (files[0], files[-1]))
        span = (
            first if first == last else self.tr("{first} to {last}").format(first=first, last=last)
        )
        name = self.tr("Certificates {numbers} for printing.pdf").format(numbers=span)
        self._write(folder, [IssuedFile(0, name, one_pdf(files))])
        return True

    def open_folder(self) -> None:
        """Show the folder in the system's own file window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(pickers.last_folder(PURPOSE))))

    def _write(self, folder: Path, files: Sequence[IssuedFile]) -> None:
        self._goal = folder
        work = partial(write_files, folder, files)
        run_task(self._page, self.tr("Saving file"), work, self._written, self._tell, stops=True)

    def _written(self, paths: list[Path]) -> None:
        self.saved.emit(self._goal, len(paths))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, FileProblem):
            raise problem
        QSettings().remove(f"folders/{PURPOSE}")  # ask again: this one does not do
        self.refused.emit(labels.rule(problem))

    def _folder(self, *, elsewhere: bool = False) -> Path | None:
        known = str(QSettings().value(f"folders/{PURPOSE}", ""))
        if known and Path(known).is_dir() and not elsewhere:
            return Path(known)
        title = self.tr("Choose where certificates are saved")
        return pickers.choose_folder(self._page, title, PURPOSE)
