"""The ways out of stored certificates: a folder, a ZIP, one PDF, paper, a message for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from academy.domain.words import FileProblem, RuleBroken
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.tasks import run_task
from academy.ui.screens.certificate_letters import letter, not_written_to
from academy.ui.screens.signing import with_unlocked_key
from academy.usecases.badges import badge_facts, make_badges
from academy.usecases.certificate_files import one_pdf, write_files
from academy.usecases.certificates import IssuedFile, certificate_files
from academy.usecases.handing_out import Handouts, handouts, write_messages, zipped

if TYPE_CHECKING:
    from academy.exchange.badges import BadgeFacts
    from academy.exchange.signing import UnlockedKey
    from academy.progress import Progress
    from academy.ui.kit.printing import Paper

PURPOSE = "certificates"
"""Under which the folder is remembered."""


class CertificateSaver(QObject):
    """Asks for the folder the first time, then writes there; doing it again replaces the files.

    Whatever goes out are the stored bytes, so all of it can be repeated at any time.
    """

    saved = Signal(Path, int)
    """The folder, and how many files were written there."""

    drafted = Signal(Path, int)
    """The folder, and how many drafts were written there."""

    printed = Signal(int)
    """How many certificates went to the printer."""

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
        name = self.tr("Certificates {numbers} for printing.pdf").format(numbers=self._span(files))
        self._gather(folder, self.tr("Joining certificate"), partial(_in_one_pdf, name, files))
        return True

    def save_zip(self, certificate_ids: Sequence[int]) -> bool:
        """Write all of them as one ZIP. Return false if no folder was chosen."""
        folder = self._folder()
        files = self._desk.read(certificate_files, certificate_ids)
        if folder is None or not files:
            return False
        name = self.tr("Certificates {numbers}.zip").format(numbers=self._span(files))
        self._gather(folder, self.tr("Packing certificate"), partial(_in_one_zip, name, files))
        return True

    def print(self, certificate_ids: Sequence[int]) -> None:
        """Print them through the system's dialog."""
        from academy.ui.kit.printing import Paper

        files = self._desk.read(certificate_files, certificate_ids)
        if not files:
            return
        words = self.tr("Certificates {numbers}").format(numbers=self._span(files))

        def show(pdf: bytes) -> None:
            self._print(Paper(PURPOSE, words, f"{words}.pdf", lambda _large: pdf), len(files))

        work = partial(_joined, files)
        run_task(self._page, self.tr("Joining certificate"), work, show, self._tell)

    def _print(self, paper: Paper, count: int) -> None:
        from academy.ui.kit.printing import print_paper

        try:
            if print_paper(self._page, paper):
                self.printed.emit(count)
        except FileProblem as problem:
            self.refused.emit(labels.rule(problem))

    def draft(self, certificate_ids: Sequence[int]) -> None:
        """Write a message for each person with their own file, and show the folder.

        Whoever cannot be written to is told by name first.
        """
        found = self._desk.read(handouts, certificate_ids)
        if not found.messages:
            self.refused.emit(not_written_to(found))
            return
        folder = self._folder()
        if folder is not None:
            goal = folder / self.tr("E-mail drafts")
            work = partial(write_messages, goal, found.messages, letter)
            done = partial(self._drafted, goal, found)
            title = self.tr("Drafting message")
            run_task(self._page, title, work, done, self._tell, stops=True)

    def save_badges(self, certificate_ids: Sequence[int]) -> None:
        """Sign an Open Badge for each that is in force, and write the pictures."""
        facts = self._desk.read(badge_facts, certificate_ids)
        then = partial(self._write_badges, facts)
        if not facts:
            self._tell(RuleBroken("badges_of_none"))
            return
        try:
            with_unlocked_key(self._desk, self._page, self.tr("Unlock and make badges"), then)
        except RuleBroken as broken:
            self._tell(broken)

    def _write_badges(self, facts: Sequence[BadgeFacts], key: UnlockedKey) -> None:
        folder = self._folder()
        if folder is not None:
            self._goal = folder / self.tr("Badges")
            work = partial(_badges, self._goal, facts, key)
            title = self.tr("Making badge")
            run_task(self._page, title, work, self._written, self._tell, stops=True)

    def _drafted(self, folder: Path, found: Handouts, paths: list[Path]) -> None:
        self.drafted.emit(folder, len(paths))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        if found.left_out:
            words = self.tr("%n person(s) without a message", "", len(found.left_out))
            pickers.tell(self._page, words, not_written_to(found))

    def open_folder(self) -> None:
        """Show the folder in the system's own file window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(pickers.last_folder(PURPOSE))))

    def _span(self, files: Sequence[IssuedFile]) -> str:
        first, last = (Path(file.name).stem.split(" ")[0] for file in (files[0], files[-1]))
        if first == last:
            return first
        return self.tr("{first} to {last}").format(first=first, last=last)

    def _write(self, folder: Path, files: Sequence[IssuedFile]) -> None:
        self._goal = folder
        work = partial(write_files, folder, files)
        run_task(self._page, self.tr("Saving file"), work, self._written, self._tell, stops=True)

    def _gather(
        self, folder: Path, title: str, work: Callable[[Path, Progress], list[Path]]
    ) -> None:
        self._goal = folder
        run_task(self._page, title, partial(work, folder), self._written, self._tell)

    def _written(self, paths: list[Path]) -> None:
        self.saved.emit(self._goal, len(paths))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, RuleBroken):
            raise problem
        if isinstance(problem, FileProblem):
            QSettings().remove(f"folders/{PURPOSE}")  # ask again: this one does not do
        self.refused.emit(labels.rule(problem))

    def _folder(self, *, elsewhere: bool = False) -> Path | None:
        known = str(QSettings().value(f"folders/{PURPOSE}", ""))
        if known and Path(known).is_dir() and not elsewhere:
            return Path(known)
        title = self.tr("Choose where certificates are saved")
        return pickers.choose_folder(self._page, title, PURPOSE)


def _joined(files: Sequence[IssuedFile], progress: Progress) -> bytes:
    return one_pdf(files, progress)


def _in_one_pdf(
    name: str, files: Sequence[IssuedFile], folder: Path, progress: Progress
) -> list[Path]:
    return write_files(folder, [IssuedFile(0, name, one_pdf(files, progress))])


def _in_one_zip(
    name: str, files: Sequence[IssuedFile], folder: Path, progress: Progress
) -> list[Path]:
    return write_files(folder, [IssuedFile(0, name, zipped(files, progress))])


def _badges(
    folder: Path, facts: Sequence[BadgeFacts], key: UnlockedKey, progress: Progress
) -> list[Path]:
    return write_files(folder, make_badges(facts, key, progress))
