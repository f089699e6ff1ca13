"""Settings › Mentoring: the themes that mentors and mentees choose from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import Field, column, holder, label
from academy.usecases import themes


class ThemesPart(QWidget):
    """One line with commas between the themes; saved at once as one gesture."""

    told = Signal(str)
    """What was done, for the status line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.field = Field(self.tr("Themes of mentoring"))
        self._problem = label("", "bad", wrap=True)
        self._problem.hide()
        self.field.editingFinished.connect(self.save)
        name = label(self.tr("Themes of mentoring"), "label")
        name.setBuddy(self.field)
        hint = self.tr("With commas between. Empty is the list most academies have.")
        self.field.setAccessibleDescription(hint)
        lines = column(name, label(hint, "caption", wrap=True), self.field, self._problem, gap=4)
        self.setLayout(column(holder(lines), gap=0, margins=(0, 0, 0, 16)))

    def fill(self) -> None:
        """Show what the file holds; what is being typed stays."""
        if not self.field.hasFocus():
            self.field.setText(", ".join(self._desk.read(themes.themes)))
            self.field.setCursorPosition(0)
        self.field.setReadOnly(self._desk.store.read_only)

    def save(self) -> None:
        """Save the themes as they stand there, if they are others."""
        wanted = [part.strip() for part in self.field.text().split(",") if part.strip()]
        if wanted == self._desk.read(themes.themes) or self._desk.store.read_only:
            self._say("")
            return
        done = self._desk.attempt(Gesture("save_themes"), themes.save_themes, wanted)
        self._say(done.refusal)
        if done.done:
            self.told.emit(self.tr("Saved."))

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
