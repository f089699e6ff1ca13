"""Questions and file dialogs, through one service that tests replace, so that none can hang.

Screens call the functions; `use` puts another service in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget


@dataclass(frozen=True)
class FileKind:
    """A kind of file as the dialog names it: “Spreadsheets”, ("xlsx", "ods")."""

    words: str
    endings: tuple[str, ...]

    def pattern(self) -> str:
        """Return it as Qt's dialogs want it."""
        return f"{self.words} ({' '.join('*.' + ending for ending in self.endings)})"


@dataclass(frozen=True)
class Answer:
    """A button of a question: its key, its words (a verb), and whether something is lost by it."""

    key: str
    words: str
    destroys: bool = False


class Pickers:
    """The real service: the system's file dialogs and message boxes."""

    def ask(
        self,
        parent: QWidget | None,
        question: str,
        more: str,
        answers: Sequence[Answer],
        safe: str,
    ) -> str:
        """Return the key of the chosen answer. Esc and closing mean `safe`, which is default."""
        box = QMessageBox(parent)
        box.setWindowTitle("Academy")
        box.setText(question)
        box.setInformativeText(more)
        buttons: dict[QPushButton, str] = {}
        for answer in answers:
            button = box.addButton(answer.words, _role(answer, safe))
            buttons[button] = answer.key
            if answer.key == safe:
                box.setDefaultButton(button)
                box.setEscapeButton(button)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((key for button, key in buttons.items() if button is clicked), safe)

    def tell(self, parent: QWidget | None, words: str, more: str) -> None:
        """Show a sentence that must be read, with Close."""
        close = QCoreApplication.translate("pickers", "Close")
        self.ask(parent, words, more, [Answer("close", close)], "close")

    def open_file(
        self, parent: QWidget | None, title: str, kinds: Sequence[FileKind], folder: Path
    ) -> Path | None:
        """Return the file to read, or None."""
        patterns = ";;".join(kind.pattern() for kind in kinds)
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), patterns)
        return Path(name) if name else None

    def save_file(
        self, parent: QWidget | None, title: str, kinds: Sequence[FileKind], proposed: Path
    ) -> Path | None:
        """Return the file to write, with its ending, or None."""
        patterns = ";;".join(kind.pattern() for kind in kinds)
        name, chosen = QFileDialog.getSaveFileName(parent, title, str(proposed), patterns)
        if not name:
            return None
        path = Path(name)
        kind = next((kind for kind in kinds if kind.pattern() == chosen), kinds[0])
        return path if path.suffix else path.with_suffix(f".{kind.endings[0]}")

    def choose_folder(self, parent: QWidget | None, title: str, folder: Path) -> Path | None:
        """Return a folder, or None."""
        name = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(name) if name else None


def _role(answer: Answer, safe: str) -> QMessageBox.ButtonRole:
    if answer.key == safe:
        return QMessageBox.ButtonRole.RejectRole
    if answer.destroys:
        return QMessageBox.ButtonRole.DestructiveRole
    return QMessageBox.ButtonRole.AcceptRole


_in_use: list[Pickers] = [Pickers()]


def use(service: Pickers) -> Pickers:
    """Let this service answer from now on; return the one before."""
    before, _in_use[0] = _in_use[0], service
    return before


def ask(
    parent: QWidget | None, question: str, more: str, answers: Sequence[Answer], safe: str
) -> str:
    """Ask a question with verbs for answers and return the key of the chosen one."""
    return _in_use[0].ask(parent, question, more, answers, safe)


def confirm(
    parent: QWidget | None, question: str, consequence: str, verb: str, *, destroys: bool = False
) -> bool:
    """Ask before something that leaves the building or cannot return. Cancel is the default."""
    cancel = QCoreApplication.translate("pickers", "Cancel")
    answers = [Answer("do", verb, destroys), Answer("cancel", cancel)]
    return ask(parent, question, consequence, answers, "cancel") == "do"


def tell(parent: QWidget | None, words: str, more: str = "") -> None:
    """Show a sentence that must be read."""
    _in_use[0].tell(parent, words, more)


def open_file(
    parent: QWidget | None, title: str, kinds: Sequence[FileKind], purpose: str
) -> Path | None:
    """Let a file be chosen; the dialog starts in the folder last used for this purpose."""
    return _remember(purpose, _in_use[0].open_file(parent, title, kinds, last_folder(purpose)))


def save_file(
    parent: QWidget | None, title: str, name: str, kinds: Sequence[FileKind], purpose: str
) -> Path | None:
    """Let a place for a new file be chosen, with a name proposed."""
    proposed = last_folder(purpose) / name
    return _remember(purpose, _in_use[0].save_file(parent, title, kinds, proposed))


def choose_folder(parent: QWidget | None, title: str, purpose: str) -> Path | None:
    """Let a folder be chosen; it is remembered for this purpose."""
    found = _in_use[0].choose_folder(parent, title, last_folder(purpose))
    if found is not None:
        QSettings().setValue(f"folders/{purpose}", str(found))
    return found


def last_folder(purpose: str) -> Path:
    """Return the folder last used for this purpose, or the documents folder."""
    kept = QSettings().value(f"folders/{purpose}")
    folder = Path(str(kept)) if kept else None
    if folder is not None and folder.is_dir():
        return folder
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents) or Path.home())


def _remember(purpose: str, path: Path | None) -> Path | None:
    if path is not None:
        QSettings().setValue(f"folders/{purpose}", str(path.parent))
    return path
