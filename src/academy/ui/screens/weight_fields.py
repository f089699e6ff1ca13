"""What each criterion of matching weighs, as fields from 0 to 100: in Settings and in What if."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import Criterion
from academy.ui.kit import labels
from academy.ui.kit.entry import tidy
from academy.ui.kit.parts import Field, column
from academy.ui.screens.settings_parts import setting
from academy.usecases.matching_settings import HEAVIEST


class WeightFields(QWidget):
    """Seven fields; `edited` comes when one is left, `typed` at each key."""

    edited = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[Criterion, Field] = {}
        lines = column(gap=0)
        hints = self._hints()
        for criterion in Criterion:
            words = labels.word(criterion)
            field = Field(words, width=64)
            field.editingFinished.connect(self.edited)
            field.textEdited.connect(self.typed)
            self.fields[criterion] = field
            lines.put(setting(words, hints[criterion], field))
        self.setLayout(lines)
        self.setFocusProxy(self.fields[Criterion.WANTS])

    def _hints(self) -> dict[Criterion, str]:
        return {
            Criterion.WANTS: self.tr("What the mentee wants and the mentor offers"),
            Criterion.THEMES: self.tr("Themes both named"),
            Criterion.MEETING: self.tr("The same region, or both online"),
            Criterion.DAYS: self.tr("A day on which both are free"),
            Criterion.ORGANISATION: self.tr("Not the mentee’s own"),
            Criterion.SENIORITY: self.tr("One or two grades above the mentee"),
            Criterion.WISHES: self.tr("What the mentee said about the mentor for this purpose"),
        }

    def fill(self, weights: Mapping[Criterion, int]) -> None:
        """Show these weights; what is being typed stays."""
        for criterion, field in self.fields.items():
            if not field.hasFocus():
                field.setText(str(weights.get(criterion, 0)))
                field.mark_problem("")

    def read(self) -> dict[Criterion, int] | None:
        """Return the weights; None while one is no whole number from 0 to 100, which is marked."""
        found, sound = {}, True
        for criterion, field in self.fields.items():
            text = tidy(field.text())
            known = text.isdecimal() and len(text) < 4 and int(text) <= HEAVIEST
            field.mark_problem("" if known else self.tr("Enter a whole number from 0 to 100"))
            sound = sound and known
            found[criterion] = int(text) if known else 0
        return found if sound else None
