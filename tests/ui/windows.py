"""Windows for tests: the real window on a real store, and a service that answers questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from academy.store.store import Store
from academy.ui.kit import pickers
from academy.ui.kit.pickers import Answer, FileKind, Pickers
from academy.ui.main_window.window import MainWindow


class Answers(Pickers):
    """Answers every question with what the test says, and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer = ""
        self.path: Path | None = None

    def ask(
        self,
        parent: QWidget | None,
        question: str,
        more: str,
        answers: Sequence[Answer],
        safe: str,
    ) -> str:
        self.asked.append(question)
        return self.answer or safe

    def open_file(
        self, parent: QWidget | None, title: str, kinds: Sequence[FileKind], folder: Path
    ) -> Path | None:
        return self.path

    def save_file(
        self, parent: QWidget | None, title: str, kinds: Sequence[FileKind], proposed: Path
    ) -> Path | None:
        return self.path

    def choose_folder(self, parent: QWidget | None, title: str, folder: Path) -> Path | None:
        return self.path


def answering() -> Answers:
    """Put a service that answers by itself in place of the real one."""
    made = Answers()
    pickers.use(made)
    return made


def window_on(store: Store, address: str = "home") -> MainWindow:
    """Return a window that shows a store, as large as on most desks."""
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    made.show_store(store, address, keep=False)
    settle()
    return made


def settle() -> None:
    """Let everything that was asked for happen."""
    for _ in range(10):
        QApplication.processEvents()
