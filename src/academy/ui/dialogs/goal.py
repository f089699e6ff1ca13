"""Asks what a pair works towards, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain.words import GoalState
from academy.ui.kit import labels
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.usecases.pair_goals import GoalDraft


class GoalDialog(FormDialog):
    """A goal as a draft; a new one is open."""

    def __init__(self, parent: QWidget | None, draft: GoalDraft, today: date) -> None:
        form = Form(width=460)
        title = self.tr("Change goal") if draft.id else self.tr("New goal")
        super().__init__(parent, title, self.tr("Save goal"), form)
        self.draft = draft
        hint = self.tr("In their own words. It stands in the agreement, so keep it fit to be seen.")
        missing = self.tr("Enter what the two work towards")
        form.text("text", self.tr("&Goal"), draft.text, hint=hint, missing=missing, lines=3)
        if draft.id:
            states = [(labels.word(state), state) for state in GoalState]
            self.state = form.choose("state", self.tr("&What became of it"), states, draft.state)
            form.day("on", self.tr("&On"), draft.on or today, today)
            self.state.currentIndexChanged.connect(lambda _: self._follow())
            self._follow()

    def _follow(self) -> None:
        is_open = self.state.currentData() is GoalState.OPEN
        self.form.entries["on"].setVisible(not is_open)

    def drafted(self, values: Mapping[str, Any]) -> GoalDraft:
        """Return what was filled in as a draft."""
        state = GoalState(values.get("state", GoalState.OPEN))
        on = None if state is GoalState.OPEN else values.get("on")
        return replace(self.draft, text=values["text"], state=state, on=on)


FIELDS = {"goal_missing": "text", "goal_too_long": "text", "goal_in_future": "on"}
"""Which field a broken rule belongs to."""
