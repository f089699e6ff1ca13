"""The start page in the window: made when it is first shown, for most starts open a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from academy.ui.screens.start import StartPage

if TYPE_CHECKING:
    from academy.ui.main_window.files import Obstacle
    from academy.ui.main_window.window import MainWindow


def start_page(window: MainWindow) -> StartPage:
    """Return the start page among the window's pages; the window does what it asks for."""
    made = StartPage()
    made.explored.connect(lambda: window.run("sample"))
    made.started.connect(lambda: window.run("new_academy"))
    made.choosing.connect(lambda: window.run("open"))
    made.opened.connect(lambda path: window.open(Path(path)))
    window.frame.stack.addWidget(made)
    return made


def doors(window: MainWindow, found: Obstacle) -> list[tuple[str, Callable[[], object]]]:
    """Return the ways out where a file was not opened: their words and what they do."""
    ways: list[tuple[str, Callable[[], object]]] = []
    if found.read_only:
        words = QCoreApplication.translate("welcome", "Open read-only")
        ways.append((words, lambda: window.open(found.path, read_only=True)))
    if found.restore:
        words = QCoreApplication.translate("welcome", "Restore a backup…")
        ways.append((words, lambda: window.recover(found)))
    return ways
