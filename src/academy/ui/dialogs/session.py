"""Asks for a training session, or for a series of them every so many weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.kit.form import Form, Problem
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.usecases.sessions import SessionDraft


class SessionDialog(FormDialog):
    """A session as a draft. A new one may repeat; the days that come of it are shown."""

    def __init__(
        self, parent: QWidget | None, draft: SessionDraft, today: date, *, repeat: bool = False
    ) -> None:
        form = Form()
        title = self.tr("New session series") if repeat else self.tr("New session")
        save = self.tr("Add sessions") if repeat else self.tr("Add session")
        if draft.id:
            title, save = self.tr("Change session"), self.tr("Save session")
        super().__init__(parent, title, save, form)
        self.draft, self._today = draft, today
        self._when(repeat=repeat)
        self._what()
        form.changed.connect(self._show_days)
        self._show_days()

    def _when(self, *, repeat: bool) -> None:
        form, draft = self.form, self.draft
        missing = self.tr("Enter the date of the session")
        first = self.tr("&First date") if repeat else self.tr("&Date")
        form.day("held_on", first, draft.held_on, self._today, missing=missing)
        missing = self.tr("Enter when the session starts, like 9:30am")
        form.time("starts", self.tr("S&tarts"), draft.starts, missing=missing)
        missing = self.tr("Enter when the session ends, like 12:30pm")
        form.time("ends", self.tr("&Ends"), draft.ends, missing=missing)
        self._days = label("", "muted", wrap=True)
        if draft.id:
            return
        weeks, count = ("4", "6") if repeat else ("1", "1")
        number = self._check_number
        form.text("weeks", self.tr("Repeat e&very … weeks"), weeks, check=number, width=80)
        form.text("count", self.tr("&How many sessions"), count, check=number, width=80)
        form.put(self._days)

    def _what(self) -> None:
        form, draft = self.form, self.draft
        form.text("room", self.tr("&Room (optional)"), draft.room)
        missing = self.tr("Enter the title of the session") if draft.id else ""
        optional = self.tr("T&itle") if draft.id else self.tr("T&itle (optional)")
        form.text("title", optional, draft.title, missing=missing)
        form.text("facilitator", self.tr("Fa&cilitator (optional)"), draft.facilitator)
        form.text("link", self.tr("&Link (optional)"), draft.link)
        form.tick("required", self.tr("Everybody must attend this session"), on=draft.required)

    def _check_number(self, text: str) -> str:
        return "" if text.isdecimal() and int(text) else self.tr("Enter a number of 1 or more")

    def _show_days(self) -> None:
        days = self.days()
        shown = ", ".join(dates.tiny_day(day) for day in days[:12])
        more = self.tr(" and %n more", "", len(days) - 12) if len(days) > 12 else ""
        self._days.setText(shown + more if len(days) > 1 else "")

    def days(self) -> list[date]:
        """Return the days as far as they can be read now."""
        typed = {}
        for key in ("weeks", "count"):
            entry = self.form.entries.get(key)
            text = str(entry.typed()) if entry is not None and hasattr(entry, "typed") else "1"
            typed[key] = int(text) if text.isdecimal() else 0
        try:
            first = self.form.entries["held_on"].read()
        except Problem:
            return []
        if not isinstance(first, date) or typed["weeks"] > 52:
            return []
        return [
            first + timedelta(weeks=typed["weeks"] * n) for n in range(min(100, typed["count"]))
        ]

    def drafted(self, values: Mapping[str, Any]) -> tuple[SessionDraft, int, int]:
        """Return what was filled in: the first session, the weeks between, how many."""
        fields = {key: value for key, value in values.items() if key not in ("weeks", "count")}
        weeks, count = int(values.get("weeks") or 1), int(values.get("count") or 1)
        return replace(self.draft, **fields), weeks, count


FIELDS = {
    "session_title_missing": "title",
    "ends_before_start": "ends",
    "time_skipped": "starts",
    "series_length": "count",
    "series_weeks": "weeks",
}
"""Which field a broken rule belongs to."""
