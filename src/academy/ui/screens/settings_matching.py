"""Settings › Mentoring: which pairs are best, and what each criterion weighs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import Aim
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import choice, column, label, tick
from academy.ui.screens.settings_parts import section, setting
from academy.ui.screens.settings_themes import ThemesPart
from academy.ui.screens.weight_fields import WeightFields
from academy.usecases import matching_settings
from academy.usecases.matching_settings import MatchingSettings


class MatchingPart(QWidget):
    """Saved at once, each change as one gesture; what cannot be saved is told under the weights."""

    told = Signal(str)
    """What was done, for the status line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.aim = choice(self.tr("Best is"), width=290)
        self.aim.offer([(labels.word(aim), aim) for aim in Aim])
        self.colleagues = tick(self.tr("People of one organisation may be paired"))
        self.weights = WeightFields()
        self._problem = label("", "bad", wrap=True)
        self._problem.hide()
        self.aim.activated.connect(lambda _: self.save())
        self.colleagues.toggled.connect(lambda _: self.save())
        self.weights.edited.connect(self.save)
        hint = self.tr("Either way, no better set of pairs exists")
        note = self.tr(
            "How much each counts when mentors are suggested, from 0 to 100. Line managers, "
            "former pairs and paused mentors are never suggested; equality answers never count."
        )
        made = section(
            self.tr("Mentoring"), setting(self.tr("Best is"), hint, self.aim), self.colleagues,
            label(note, "caption", wrap=True), self.weights, self._problem,
        )  # fmt: skip
        self.themes = ThemesPart(desk)
        self.themes.told.connect(self.told)
        self.setLayout(column(made, self.themes, gap=0))

    def fill(self) -> None:
        """Show what the file holds."""
        self.themes.fill()
        kept = self._desk.read(matching_settings.matching_settings)
        self.aim.setCurrentIndex(list(Aim).index(kept.aim))
        self.colleagues.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.colleagues.setChecked(kept.same_organisation)
        self.colleagues.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.weights.fill(kept.weights)
        writable = not self._desk.store.read_only
        for part in (self.aim, self.colleagues, self.weights):
            part.setEnabled(writable)

    def save(self) -> None:
        """Save what stands there, or say under it what to do."""
        weights, aim = self.weights.read(), self.aim.currentData()
        if weights is None or not isinstance(aim, Aim):
            self._say(self.tr("Enter whole numbers from 0 to 100."))
            return
        wanted = MatchingSettings(aim, weights, self.colleagues.isChecked())
        if wanted == self._desk.read(matching_settings.matching_settings):
            self._say("")
            return
        save = matching_settings.save_matching_settings
        done = self._desk.attempt(Gesture("change_settings"), save, wanted)
        self._say(done.refusal)
        if done.done:
            self.told.emit(self.tr("Saved."))

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
