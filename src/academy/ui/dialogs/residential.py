"""Asks for a residential: several days in a row, each with its own hours and register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.ui.dialogs import session as single
from academy.ui.dialogs.day_hours import MOST, DayHoursEntry
from academy.ui.dialogs.facilitators_entry import NOBODY, KnownPeople
from academy.ui.dialogs.planned_days import PlannedDays
from academy.ui.kit.entry import Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.usecases.series import PlannedDay, SeriesDraft

FIELDS: Final = {
    **single.FIELDS,
    "ends_before_start": "hours",
    "time_skipped": "hours",
    "residential_length": "days",
}
"""Which field a broken rule belongs to."""

_OWN: Final = ("days", "hours")
USUAL: Final = 3


class ResidentialDialog(FormDialog):
    """First date, days, venue, the hours of each day; the days stand beside as one types."""

    considered = Signal(object)
    """The draft as it stands; who opened the dialog answers with ``show_plan``."""

    def __init__(
        self,
        parent: QWidget | None,
        draft: SeriesDraft,
        today: date,
        known: KnownPeople = NOBODY,
    ) -> None:
        self.plan = PlannedDays(doors=False)
        title = self.tr("New residential – {cohort}").format(cohort=draft.first.cohort)
        form = Form(width=372)
        super().__init__(parent, title, self.tr("Add residential"), form, beside=self.plan)
        self.draft, first = draft, draft.first
        missing = self.tr("Enter the date of the first day")
        form.day("held_on", self.tr("&First date"), first.held_on, today, missing=missing)
        missing = self.tr("Enter how many days it has, like 3")
        words, usual = self.tr("Da&ys"), str(USUAL)
        form.text("days", words, usual, check=self._check, missing=missing, width=80)
        hint = self.tr("Left empty, a day has the hours of the day before")
        self.hours = DayHoursEntry(self.tr("Ho&urs of each day"), (first.starts, first.ends), hint)
        form.add("hours", self.hours)
        form.text("room", self.tr("&Venue (optional)"), first.room)
        missing = self.tr("Enter what the residential is called")
        form.text("title", self.tr("T&itle"), first.title, missing=missing)
        single.ask_which_hour(form, first)
        single.ask_what(form, first, known)
        form.tick("required", self.tr("Everybody &must attend"), on=first.required)
        form.changed.connect(self.consider)

    def _check(self, text: str) -> str:
        good = text.isdecimal() and 2 <= int(text[:9]) <= MOST
        return "" if good else self.tr("Enter a number of days from 2 to 14")

    def consider(self) -> None:
        """Offer a line of hours for each day; let the one who opened it look at the draft."""
        entries = self.form.entries
        try:
            day, days = entries["held_on"].read(), int(str(entries["days"].read()))
            self.hours.show_days(day if isinstance(day, date) else None, days)
            values = {key: entry.read() for key, entry in entries.items() if key != "title"}
        except Problem:
            self.plan.say("")
            return
        typed = str(entries["title"].widget.property("text"))
        self.considered.emit(self.drafted({**values, "title": typed}))

    def show_plan(self, days: Sequence[PlannedDay] | str) -> None:
        """Show the days that would be added, or the sentence why there are none."""
        if isinstance(days, str):
            self.plan.say(days)
            return
        self.plan.show_days(days)
        if any(day.problem == "time_doubled" for day in days):
            self.form.entries["second_hour"].show()

    def drafted(self, values: Mapping[str, Any]) -> SeriesDraft:
        """Return what was filled in as a draft."""
        fields = {key: value for key, value in values.items() if key not in _OWN}
        hours = values["hours"]
        first = replace(self.draft.first, **fields, starts=hours[0][0], ends=hours[0][1])
        days = int(values["days"])
        return replace(self.draft, first=first, count=1, in_a_row=days, hours=hours,
                       skip_holidays=False, curriculum=False)  # fmt: skip
