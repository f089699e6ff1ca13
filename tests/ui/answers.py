"""Answers prepared before a question is asked; a question nobody expected ends the test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot

from academy.ui.kit.pickers import Pickers


class Prepared(Pickers):
    """`answers.will("do")`, `answers.will(path)`: one for each question, in their order.

    `asked` keeps what was asked, as (question, more).
    """

    def __init__(self) -> None:
        self.answers: list[str | Path | None] = []
        self.asked: list[tuple[str, str]] = []

    def will(self, *answers: str | Path | None) -> None:
        self.answers.extend(answers)

    def _next(self, question: str, more: str = ""):
        self.asked.append((question, more))
        assert self.answers, f"Nobody expected to be asked: {question} {more}"
        return self.answers.pop(0)

    def ask(self, parent, question, more, answers, safe):
        chosen = self._next(question, more)
        assert chosen in {answer.key for answer in answers}, answers
        return chosen

    def tell(self, parent, words, more):
        self.asked.append((words, more))

    def open_file(self, parent, title, kinds, folder):
        return self._next(title)

    def save_file(self, parent, title, kinds, proposed):
        answer = self._next(title, proposed.name)
        return proposed if answer == "proposed" else answer

    def choose_folder(self, parent, title, folder):
        return self._next(title)


class Desktop(QObject):
    """Stands in for the system's own programs, and keeps the files and folders shown in them."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))
