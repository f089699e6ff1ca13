"""Asks for several sessions: every so many weeks, on given days, or by the curriculum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.dialogs import session as single
from academy.ui.dialogs.facilitators_entry import NOBODY, KnownPeople
from academy.ui.dialogs.planned_days import PlannedDays
from academy.ui.kit.entry import Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.usecases.series import PlannedDay, SeriesDraft

FIELDS: Final = {
    **single.FIELDS,
    "series_length": "count",
    "series_weeks": "weeks",
    "residential_length": "in_a_row",
}
"""Which field a broken rule belongs to."""

_SERIES: Final = ("weeks", "count", "given", "in_a_row", "skip_holidays", "curriculum")


class SeriesDialog(FormDialog):
    """Six fields in the order of the Tab key, the days that come of them beside; then the rest.

    `curriculum` is how many sessions the programme's curriculum has; `cohorts` are offered where
    the dialog was not opened from a cohort.
    """

    considered = Signal(object)
    """The draft as it stands; who opened the dialog answers with ``show_plan``."""

    def __init__(
        self,
        parent: QWidget | None,
        draft: SeriesDraft,
        today: date,
        known: KnownPeople = NOBODY,
        *,
        curriculum: int = 0,
        cohorts: Sequence[tuple[str, int]] = (),
    ) -> None:
        self.plan = PlannedDays()
        title = self.tr("New session series – {cohort}").format(cohort=draft.first.cohort)
        form = Form(width=372)
        super().__init__(parent, title, self.tr("Add sessions"), form, beside=self.plan)
        self.draft, self._today, self._cohorts = draft, today, cohorts
        self._ask_six()
        self._ask_days(curriculum)
        single.ask_what(form, draft.first, known)
        form.tick("required", self.tr("Everybody &must attend"), on=draft.first.required)
        self.plan.start_wished.connect(lambda at: single.start_at(form, at))
        form.changed.connect(self.consider)

    def _ask_six(self) -> None:
        form, first = self.form, self.draft.first
        missing = self.tr("Enter the date of the first session")
        form.day("held_on", self.tr("&First date"), first.held_on, self._today, missing=missing)
        single.ask_times(form, first)
        single.ask_which_hour(form, first)
        number = self._check_number
        weeks = str(self.draft.weeks)
        missing = self.tr("Enter the weeks between the sessions, like 4")
        words = self.tr("E&very … weeks")
        form.text("weeks", words, weeks, check=number, missing=missing, width=80)
        missing = self.tr("Enter how many sessions there are, like 6")
        words, count = self.tr("Ho&w many"), str(self.draft.count)
        form.text("count", words, count, check=number, missing=missing, width=80)
        form.text("room", self.tr("&Room (optional)"), first.room)

    def _ask_days(self, curriculum: int) -> None:
        form = self.form
        if self._cohorts:
            words = self.tr("C&ohort")
            form.choose("cohort_id", words, self._cohorts, self.draft.first.cohort_id)
        form.text("title", self.tr("T&itle (optional)"), self.draft.first.title)
        words = self.tr("Follow the curriculum: %n session(s)", "", curriculum)
        form.tick("curriculum", words, on=bool(curriculum) and self.draft.curriculum)
        form.entries["curriculum"].setVisible(bool(curriculum))
        words = self.tr("Leave out &bank holidays")
        form.tick("skip_holidays", words, on=self.draft.skip_holidays)
        hint = self.tr("A residential has several; each gets its own register")
        words = self.tr("Da&ys in a row")
        form.text("in_a_row", words, "1", check=self._check_number, hint=hint, width=80)
        hint = self.tr("One a line, or pasted from a spreadsheet; they replace the weeks above")
        words = self.tr("On these &dates instead (optional)")
        form.text("given", words, "", check=self._check_days, hint=hint, lines=3)

    def _check_number(self, text: str) -> str:
        good = text.isdecimal() and int(text[:9]) >= 1
        return "" if good else self.tr("Enter a number of 1 or more")

    def _check_days(self, _tidied: str = "") -> str:
        _, unread = dates.parse_days(self._typed_days(), self._today)  # tabs part cells
        if not unread:
            return ""
        line = self.tr("‘{text}’ (line {n})")
        shown = ", ".join(line.format(text=words, n=n) for n, words in unread[:8])
        more = len(unread) - 8
        shown += self.tr(" and %n more", "", more) if more > 0 else ""
        return self.tr("These are no dates. Mend or remove them: {what}").format(what=shown)

    def consider(self) -> None:
        """Let the one who opened the dialog look at the draft as it stands."""
        values = {}
        for key, entry in self.form.entries.items():
            try:
                values[key] = entry.read()
            except Problem as problem:
                if key == "given":  # what can be read is shown, the rest is named at the field
                    entry.show_problem(problem.sentence)
                    values[key] = ""
                    continue
                self.plan.say("")
                return
        for key in ("ends", "weeks", "count"):  # the curriculum says these
            self.form.entries[key].setVisible(not values["curriculum"])
        self.form.entries["given"].show_problem(self._check_days())
        self.considered.emit(self.drafted(values))

    def _typed_days(self) -> str:
        field = self.form.entries["given"].widget
        return str(field.property("plainText"))

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
        fields = {key: value for key, value in values.items() if key not in _SERIES}
        given, _ = dates.parse_days(self._typed_days(), self._today)
        return replace(
            self.draft,
            first=replace(self.draft.first, **fields),
            weeks=int(values["weeks"]),
            count=int(values["count"]),
            given=tuple(given),
            in_a_row=int(values["in_a_row"] or 1),
            skip_holidays=values["skip_holidays"],
            curriculum=values["curriculum"],
        )
