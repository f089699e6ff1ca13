"""Backups by themselves, at close and every half hour; and the page that leads back from one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from academy.store import backup
from academy.store.problems import StoreUnavailable
from academy.ui.kit import backups, labels

if TYPE_CHECKING:
    from academy.ui.main_window.files import Obstacle
    from academy.ui.main_window.window import MainWindow
    from academy.ui.main_window.workspace import Workspace
    from academy.ui.screens.recovery import RecoveryPage

EVERY = timedelta(minutes=30)


def back_up_if_due(space: Workspace) -> None:
    """Make a backup if anything changed; a problem must not keep the window open."""
    if backups.is_due(space.desk.store):
        backups.back_up(space.desk.store)


def keep_backing_up(space: Workspace) -> None:
    """Make a backup every half hour while things change."""
    timer = QTimer(space)
    timer.setInterval(int(EVERY.total_seconds() * 1000))
    timer.timeout.connect(lambda: back_up_if_due(space))
    timer.start()


def show_recovery(window: MainWindow, found: Obstacle) -> None:
    """Offer the backups of a file, on a page of its own."""
    from academy.ui.screens.recovery import RecoveryPage

    known = backup.backups(found.path, backups.folder(found.path))
    page = RecoveryPage(found.path, found.words, known)
    page.left.connect(lambda: _leave(window, page))
    page.chosen.connect(lambda made: _restore(window, page, found.path, Path(made)))
    window.frame.set_bare()
    window.frame.stack.addWidget(page)
    window.frame.stack.setCurrentWidget(page)
    page.setFocus()


def _leave(window: MainWindow, page: RecoveryPage) -> None:
    window.frame.stack.removeWidget(page)
    page.deleteLater()
    window.show_start()


def _restore(window: MainWindow, page: RecoveryPage, path: Path, made: Path) -> None:
    from academy.ui.main_window import files

    try:
        done = backup.restore(made, path, files.who())
    except StoreUnavailable as problem:
        page.show_problem(labels.problem(problem))
        return
    _leave(window, page)
    if window.open(path) and done.aside is not None:
        say = QCoreApplication.translate
        words = say("keeping", "The backup is in place. What was there is kept as {name}.")
        window.frame.say(words.format(name=done.aside.name))
