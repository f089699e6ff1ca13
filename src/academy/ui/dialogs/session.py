"""Asks for one training session: new or to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import SessionFormat
from academy.ui.dialogs.facilitators_entry import NOBODY, FacilitatorsEntry, KnownPeople
from academy.ui.dialogs.planned_days import PlannedDays
from academy.ui.kit import labels
from academy.ui.kit.entry import Problem, TimeEntry
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import Field
from academy.usecases.series import PlannedDay
from academy.usecases.sessions import SessionDraft

FIELDS: Final = {
    "session_title_missing": "title",
    "ends_before_start": "ends",
    "time_skipped": "starts",
    "time_doubled": "second_hour",
    "facilitator_ambiguous": "facilitators",
    "facilitator_unknown": "facilitators",
}
"""Which field a broken rule belongs to."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("session", words)


def ask_times(form: Form, draft: SessionDraft) -> None:
    """Ask when a session starts and ends."""
    missing = _tr("Enter when the session starts, like 9:30am")
    form.time("starts", _tr("S&tarts"), draft.starts, missing=missing)
    missing = _tr("Enter when the session ends, like 12:30pm")
    form.time("ends", _tr("&Ends"), draft.ends, missing=missing)


def ask_which_hour(form: Form, draft: SessionDraft) -> None:
    """Ask which of two equal times is meant; hidden where the clocks show each once."""
    options = [
        (_tr("Choose"), None),
        (_tr("The first, before the clocks go back"), False),
        (_tr("The second, after the clocks went back"), True),
    ]
    words = _tr("The clocks show this time t&wice")
    form.choose("second_hour", words, options, draft.second_hour)
    form.entries["second_hour"].setVisible(draft.second_hour is not None)


def ask_what(form: Form, draft: SessionDraft, known: KnownPeople) -> None:
    """Ask who leads, how people meet, and where online."""
    words = _tr("Fa&cilitators (optional)")
    form.add("facilitators", FacilitatorsEntry(words, draft.facilitators, known))
    formats = [(labels.word(one), one) for one in SessionFormat]
    form.choose("format", _tr("&Held"), formats, draft.format)
    form.text("link", _tr("Meeting lin&k (optional)"), draft.link)


def start_at(form: Form, at: time) -> None:
    """Let the session start at a time and last as long as before."""
    try:
        was, ended = form.entries["starts"].read(), form.entries["ends"].read()
    except Problem:
        was = ended = None
    begun = datetime.combine(date(2000, 1, 1), at)
    length = timedelta(hours=3)
    if isinstance(was, time) and isinstance(ended, time) and was < ended:
        length = datetime.combine(begun, ended) - datetime.combine(begun, was)
    done = begun + length
    late = done.time() if done.date() == begun.date() else time(23, 59)
    for key, value in (("starts", at), ("ends", late)):
        entry = form.entries[key]
        assert isinstance(entry, TimeEntry)
        _type(entry, value)


def _type(entry: TimeEntry, at: time) -> None:
    from academy.domain.dates import clock

    assert isinstance(entry.widget, Field)
    entry.widget.setText(clock(at))


class SessionDialog(FormDialog):
    """A session as a draft. Its day is looked at while one types: holidays, clashes."""

    considered = Signal(object)
    """The draft as it stands; who opened the dialog answers with ``show_plan``."""

    def __init__(
        self,
        parent: QWidget | None,
        draft: SessionDraft,
        today: date,
        known: KnownPeople = NOBODY,
    ) -> None:
        form = Form(width=372)
        title = self.tr("Change session") if draft.id else self.tr("New session")
        save = self.tr("Save session") if draft.id else self.tr("Add session")
        if draft.cohort:
            title = f"{title} – {draft.cohort}"
        self.plan = PlannedDays()
        super().__init__(parent, title, save, form, beside=self.plan)
        self.draft = draft
        missing = self.tr("Enter the date of the session")
        form.day("held_on", self.tr("&Date"), draft.held_on, today, missing=missing)
        ask_times(form, draft)
        ask_which_hour(form, draft)
        form.text("room", self.tr("&Room (optional)"), draft.room)
        missing = self.tr("Enter the title of the session")
        form.text("title", self.tr("T&itle"), draft.title, missing=missing)
        ask_what(form, draft, known)
        form.tick("required", self.tr("Everybody &must attend this session"), on=draft.required)
        self.plan.start_wished.connect(lambda at: start_at(form, at))
        form.changed.connect(self.consider)

    def consider(self) -> None:
        """Let the one who opened the dialog look at the draft as it stands."""
        try:
            self.considered.emit(self.drafted(self.form.values() | {"title": self.draft.title}))
        except Problem:
            self.plan.say("")

    def show_plan(self, day: PlannedDay | str) -> None:
        """Show how the session would stand, or the sentence why it cannot."""
        if isinstance(day, str):
            self.plan.say(day)
            return
        self.plan.show_day(day)
        if day.problem == "time_doubled":
            self.form.entries["second_hour"].show()

    def drafted(self, values: Mapping[str, Any]) -> SessionDraft:
        """Return what was filled in as a draft."""
        return replace(self.draft, **values)
