"""Asks when a mentor and a mentee met, how, and how long. What was said is not asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        words = self.tr("Ne&xt meeting (optional)")
        form.day("next_on", words, draft.next_on, today, hint=self.tr("If they agreed on a day"))

    def _check(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("Enter the minutes as a number, like 45")

    def drafted(self, values: Mapping[str, Any]) -> MeetingDraft:
        """Return what was filled in as a draft."""
        minutes = int(values["minutes"]) if values["minutes"] else None
        shape = MeetingFormat(values["format"])
        return replace(
            self.draft,
            held_on=values["held_on"],
            minutes=minutes,
            format=shape,
            next_on=values["next_on"],
        )


class GroupMeetingDialog(MeetingDialog):
    """A meeting of a mentor with several mentees: all were there unless a tick is taken away."""

    def __init__(
        self,
        parent: QWidget | None,
        today: date,
        mentor: str,
        mentees: Sequence[tuple[int, str]],
    ) -> None:
        words = self.tr("{name} met these mentees together.").format(name=mentor)
        super().__init__(parent, MeetingDraft(held_on=today), today, words)
        self.setWindowTitle(self.tr("Log group meeting"))
        self.save.setText(self.tr("Log group meeting"))
        self._mentees = mentees
        self.form.section(self.tr("Who was there"))
        for pair_id, name in mentees:
            self.form.tick(f"pair-{pair_id}", name.replace("&", "&&"), on=True)

    def there(self, values: Mapping[str, Any]) -> list[int]:
        """Return the pairs of those who were there."""
        return [pair_id for pair_id, _ in self._mentees if values[f"pair-{pair_id}"]]


FIELDS = {
    "meeting_in_future": "held_on",
    "meeting_minutes": "minutes",
    "next_meeting_before": "next_on",
}
"""Which field a broken rule belongs to."""
