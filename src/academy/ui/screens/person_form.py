"""The form of a person: names as they wish them, how to reach them, where they work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtWidgets import QLabel

from academy.ui.kit import labels
from academy.ui.kit.completing import OFFERED, complete_found
from academy.ui.kit.desk import Desk
from academy.ui.kit.entry import Entry, TextEntry
from academy.ui.kit.form import Form
from academy.ui.kit.labels.files import FILES
from academy.ui.kit.parts import Box, Field, label, layout_of
from academy.usecases import managers, people
from academy.usecases.organisation_choices import organisation_meant, organisation_names
from academy.usecases.people import PersonDraft

FIELDS = {
    "full_name_missing": "full_name",
    "manager_ring": "manager",
    "email_one_at": "email",
    "email_before_at": "email",
    "email_after_at": "email",
    "email_characters": "email",
    "email_domain": "email",
    "email_form": "email",
}
"""Which field a broken rule belongs to."""


class PersonForm(Form):
    """A person as a draft. Notes beside e-mail and organisation never stand in the way."""

    def __init__(self, desk: Desk, draft: PersonDraft, organisation: str = "") -> None:
        super().__init__()
        self.draft, self._desk = draft, desk
        self._ask_names(draft)
        self.section(self.tr("Contact"))
        words = self.tr("E-mail addre&ss (optional)")
        email = self.text("email", words, draft.email, check=_check_email)
        self._same = _note_under(email)
        email.changed.connect(self._note_email)
        self.text("phone", self.tr("&Phone (optional)"), draft.phone, width=240)
        self.section(self.tr("Work"))
        self._ask_work(draft, organisation)
        self._first = self.typed()
        self._note_email()
        self._note_organisation()

    def _ask_names(self, draft: PersonDraft) -> None:
        self.section(self.tr("Who"))
        hint = self.tr("As the person writes it. Used everywhere but on certificates issued.")
        missing = self.tr("Enter the person’s full name")
        words = self.tr("Full &name")
        self.text("full_name", words, draft.full_name, hint=hint, missing=missing)
        hint = self.tr("The part of the name that lists are sorted by")
        self.text("family_name", self.tr("Famil&y name (optional)"), draft.family_name, hint=hint)
        self.text("known_as", self.tr("&Known as (optional)"), draft.known_as, width=240)
        hint = self.tr("If it should differ from the full name")
        words, value = self.tr("Name on &certificate (optional)"), draft.name_on_certificate
        self.text("name_on_certificate", words, value, hint=hint)

    def _ask_work(self, draft: PersonDraft, organisation: str) -> None:
        home = self.text("organisation", self.tr("O&rganisation (optional)"), organisation)
        self._meant = _note_under(home)
        home.changed.connect(self._note_organisation)
        complete_found(cast("Field", home.widget), self._find_organisations)
        self.text("job_title", self.tr("&Job title (optional)"), draft.job_title)
        now = ""
        if draft.manager_id is not None:
            now = self._desk.read(managers.manager_named, draft.manager_id, draft.id)
        hint = self.tr("Mentoring never pairs two people of one reporting line")
        words = self.tr("&Line manager (optional)")
        boss = self.text("manager", words, now, hint=hint, check=self._check_manager)
        complete_found(cast("Field", boss.widget), self._find_managers)
        hint = self.tr("Such as a staff number; zeros at its front are kept")
        words = self.tr("Their n&umber (optional)")
        self.text("external_id", words, draft.external_id, hint=hint, width=240)

    def _find_organisations(self, typed: str) -> list[str]:
        return self._desk.read(organisation_names, typed, OFFERED)

    def _find_managers(self, typed: str) -> list[str]:
        return self._desk.read(managers.managers_like, typed, self.draft.id, OFFERED)

    def _note_email(self) -> None:
        typed = self._entry("email").typed()
        other = self._desk.read(people.same_email, typed, self.draft.id)
        words = self.tr("{name} has this address too.").format(name=other) if other else ""
        _say(self._same, words)

    def _note_organisation(self) -> None:
        typed = self._entry("organisation").typed()
        meant = self._desk.read(organisation_meant, typed)
        words = ""
        if meant is not None and meant.organisation_id is None and meant.code is None:
            words = self.tr("A new organisation, not a UK council.")
        elif meant is not None and meant.name != typed:
            words = self.tr("This is {name}.").format(name=meant.name)
        elif meant is not None and meant.organisation_id is None:
            words = self.tr("New in this academy.")
        _say(self._meant, words)

    def _entry(self, key: str) -> TextEntry:
        return cast("TextEntry", self.entries[key])

    # ---- what was typed ------------------------------------------------------------------------

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields now, by key."""
        return {key: self._entry(key).typed() for key in self.entries}

    def changes(self) -> dict[str, tuple[str, str]]:
        """Return what was typed and is not saved, by key: what stood there, what stands now."""
        now = self.typed()
        return {key: (self._first[key], now[key]) for key in now if now[key] != self._first[key]}

    def fill(self, changes: dict[str, tuple[str, str]]) -> None:
        """Put back what was typed before; where somebody saved something else since, say what."""
        for key, (before, text) in changes.items():
            entry, saved = self._entry(key), self._first[key]
            cast("Field", entry.widget).setText(text)
            if saved not in (before, text):
                words = self.tr("Somebody saved ‘{saved}’ here meanwhile. Saving takes yours.")
                entry.show_problem(words.format(saved=saved))

    def drafted(self, values: dict[str, Any]) -> PersonDraft:
        """Return what was filled in as a draft; the organisation is still a name."""
        kept = {key: text for key, text in values.items() if key not in ("organisation", "manager")}
        return replace(self.draft, manager_id=self._manager(values["manager"]), **kept)

    def _manager(self, typed: str) -> int | None:
        if not typed.strip():
            return None
        if typed == self._first["manager"]:
            return self.draft.manager_id  # also where namesakes could not be told apart
        return self._desk.read(managers.manager_meant, typed, self.draft.id)

    def _check_manager(self, typed: str) -> str:
        if self._manager(typed) is not None:
            return ""
        return self.tr("Choose somebody who is here, or add them first.")


def _check_email(typed: str) -> str:
    """Tell the commonest slip together with the others; saving finds the rest."""
    return "" if typed.count("@") == 1 else labels.text(FILES["email_one_at"])


def _note_under(entry: Entry) -> QLabel:
    """Return a line for a neutral note below a field."""
    made = label("", "caption", wrap=True)
    lines = layout_of(entry).itemAt(1)
    assert lines is not None
    cast("Box", lines.layout()).put(made)
    made.hide()
    return made


def _say(note: QLabel, words: str) -> None:
    note.setText(words)
    note.setVisible(bool(words))
