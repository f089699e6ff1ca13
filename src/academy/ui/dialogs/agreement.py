"""Asks how a mentor and a mentee want to meet, for their agreement; blanks can stay blank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from academy.domain.words import MeetingFormat
from academy.ui.kit import labels
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import button, label
from academy.usecases.agreements import AgreementTerms


class AgreementDialog(FormDialog):
    """What stands in the agreement. `filled` shows it, `drafted` asks for messages with it."""

    drafted = Signal(object)

    def __init__(self, parent: QWidget | None, names: str, today: date) -> None:
        form = Form(width=480)
        super().__init__(parent, self.tr("Mentoring agreement"), self.tr("Show agreement"), form)
        words = self.tr(
            "{names}. Their open goals stand in it. What you leave empty is a line to fill in."
        )
        form.put(label(words.format(names=names), "muted", wrap=True))
        words = self.tr("Meet every … &weeks (optional)")
        form.text("weeks", words, "4", check=self._number, width=100)
        words = self.tr("&Minutes at a time (optional)")
        form.text("minutes", words, "60", check=self._number, width=100)
        shapes: list[tuple[str, object]] = [(labels.word(shape), shape) for shape in MeetingFormat]
        blank = (self.tr("Fill in by hand"), None)
        form.choose("format", self.tr("&How"), [*shapes, blank])
        form.day("first", self.tr("&First look back (optional)"), None, today)
        form.day("second", self.tr("&Second look back (optional)"), None, today)
        self.draft = button(self.tr("&Draft e-mails…"))
        self.buttons.addButton(self.draft, QDialogButtonBox.ButtonRole.ActionRole)
        self.draft.clicked.connect(self._draft)

    def _number(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("Enter a number, like 4")

    def _draft(self) -> None:
        if self.form.check():
            self.drafted.emit(self.form.values())

    @staticmethod
    def terms(values: Mapping[str, Any]) -> AgreementTerms:
        """Return what was filled in."""
        weeks, minutes = (int(values[key]) if values[key] else None for key in ("weeks", "minutes"))
        days = sorted(day for day in (values["first"], values["second"]) if day is not None)
        return AgreementTerms(weeks, minutes, values["format"], tuple(days))


FIELDS = {"agreement_weeks": "weeks", "meeting_minutes": "minutes"}
"""Which field a broken rule belongs to."""
