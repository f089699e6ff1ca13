"""Asks when a mentor and a mentee met, how, and how long. What was said is not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain.words import MeetingFormat
from academy.ui.kit import labels
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.usecases.mentoring import MeetingDraft


class MeetingDialog(FormDialog):
    """A meeting as a draft; a new one is of today."""

    def __init__(self, parent: QWidget | None, draft: MeetingDraft, today: date, who: str) -> None:
        form = Form(width=420)
        title = self.tr("Change contact") if draft.id else self.tr("Log contact")
        save = self.tr("Save contact") if draft.id else self.tr("Log contact")
        super().__init__(parent, title, save, form)
        self.draft = draft
        form.put(label(who, "muted", wrap=True))
        missing = self.tr("Enter the day they met")
        form.day("held_on", self.tr("&Date"), draft.held_on, today, missing=missing)
        minutes = str(draft.minutes) if draft.minutes else ""
        words = self.tr("&Minutes (optional)")
        form.text("minutes", words, minutes, check=self._check, width=100)
        shapes = [(labels.word(shape), shape) for shape in MeetingFormat]
        form.choose("format", self.tr("&How"), shapes, draft.format)

    def _check(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("Enter the minutes as a number, like 45")

    def drafted(self, values: Mapping[str, Any]) -> MeetingDraft:
        """Return what was filled in as a draft."""
        minutes = int(values["minutes"]) if values["minutes"] else None
        shape = MeetingFormat(values["format"])
        return replace(self.draft, held_on=values["held_on"], minutes=minutes, format=shape)


FIELDS = {"meeting_in_future": "held_on", "meeting_minutes": "minutes"}
"""Which field a broken rule belongs to."""
