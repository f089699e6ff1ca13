"""Asks for the day a session moves to: the keyboard's way of dragging it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.dialogs.planned_days import PlannedDays
from academy.ui.kit.form import Form, Problem
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.usecases.series import PlannedDay
from academy.usecases.sessions import SessionDraft


class MoveSessionDialog(FormDialog):
    """One field, the day; what would be in the way there stands beside it.

    A session of a residential that has `days` may take the others along: `filled` says "whole".
    """

    considered = Signal(object)
    """The session as it would be; who opened the dialog answers with ``show_plan``."""

    def __init__(
        self, parent: QWidget | None, draft: SessionDraft, today: date, *, days: int = 0
    ) -> None:
        form = Form(width=360)
        self.plan = PlannedDays(doors=False)
        title = self.tr("Move session – {cohort}").format(cohort=draft.cohort)
        super().__init__(parent, title, self.tr("Move session"), form, beside=self.plan)
        self.draft = draft
        now = f"{dates.long_day(draft.held_on)}, {dates.hours(draft.starts, draft.ends)}"
        form.put(label(f"{draft.title}\n{now}", "muted", wrap=True))
        missing = self.tr("Enter the day it moves to")
        form.day("day", self.tr("&Move to"), draft.held_on, today, missing=missing)
        if days:
            words = self.tr("Move the &whole residential: %n day(s)", "", days)
            form.tick("whole", words, on=True)
        form.changed.connect(self.consider)

    def consider(self) -> None:
        """Let the one who opened the dialog look at the day as it is typed."""
        try:
            day = self.form.entries["day"].read()
        except Problem:
            self.plan.say("")
            return
        if isinstance(day, date):
            self.considered.emit(replace(self.draft, held_on=day))

    def show_plan(self, day: PlannedDay | str) -> None:
        """Show how the session would stand, or the sentence why it cannot."""
        if isinstance(day, str):
            self.plan.say(day)
        else:
            self.plan.show_day(day)
