"""Asks who becomes a mentor and what they offer: how many mentees, what about, from now on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.ui.dialogs.mentoring_fields import (
    WIDTH,
    ask_grade,
    ask_meeting,
    ask_themes,
    meeting_values,
)
from academy.ui.kit.choosers import Chooser, Find
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.ui.kit.row_list import RowList
from academy.ui.kit.rows import RowDelegate
from academy.usecases.mentors import MentorDraft
from academy.usecases.people import PersonRow
from academy.usecases.themes import Offered

KEPT = ("offers", "tells", "paused", "rest_until", "trained_on", "agreed_on")


class MentorDialog(FormDialog):
    """A mentor as a draft. `find` finds whom to choose first, where it is not known."""

    def __init__(
        self,
        parent: QWidget | None,
        draft: MentorDraft,
        name: str,
        find: Find[PersonRow] | None,
        offered: Offered,
        today: date,
    ) -> None:
        form = Form(width=WIDTH)
        title = self.tr("New mentor") if find else self.tr("Mentor {name}").format(name=name)
        save = self.tr("Add mentor") if not draft.here else self.tr("Save mentor")
        super().__init__(parent, title, save, form)
        self.draft, self._today = draft, today
        if find is not None:
            self._ask_person(find)
        else:
            form.put(label(name, "section", wrap=True))
        self._ask_offers(draft, offered)
        form.section(self.tr("Meeting"))
        ask_meeting(form, offered, draft)
        ask_grade(form, offered, draft.grade)
        form.section(self.tr("Taking mentees"))
        self._ask_room(draft)

    def _ask_offers(self, draft: MentorDraft, offered: Offered) -> None:
        form = self.form
        hint = self.tr("Over all programmes; pause somebody who takes nobody at the moment")
        form.text(
            "capacity", self.tr("Can take how many &mentees"), str(draft.capacity),
            hint=hint, missing=self.tr("Enter how many mentees they can take"),
            check=self._check, width=80,
        )  # fmt: skip
        hint = self.tr("Words with commas between, like finance, housing, public speaking")
        form.text("offers", self.tr("&Offers (optional)"), draft.offers, hint=hint)
        ask_themes(form, offered, draft.themes)
        hint = self.tr("Their own words for this purpose; mentees’ wishes are compared with them")
        form.text("tells", self.tr("&Tells of themselves (optional)"), draft.tells, hint=hint)

    def _ask_room(self, draft: MentorDraft) -> None:
        form, today = self.form, self._today
        form.tick("paused", self.tr("&Paused: takes no new mentees"), on=draft.paused)
        hint = self.tr("Takes nobody new before this day")
        form.day(
            "rest_until", self.tr("Rests &until (optional)"), draft.rest_until, today, hint=hint
        )
        form.day("trained_on", self.tr("Tra&ined on (optional)"), draft.trained_on, today)
        words = self.tr("A&greed to the rules of mentoring on (optional)")
        form.day("agreed_on", words, draft.agreed_on, today)

    def _ask_person(self, find: Find[PersonRow]) -> None:
        model: RowList[PersonRow] = RowList(lambda row: row.id, _name, _name)
        chooser = Chooser(
            find, model, RowDelegate(),
            what=(self.tr("Find a person"), self.tr("People")),
            hint=self.tr("Type a name or council"),
            nobody=self.tr("Nobody else is here by that name."), height=132,
        )  # fmt: skip
        self.search, self.list = chooser.search, chooser.list
        self.form.add("person", PartEntry(self.tr("P&erson"), chooser, self._read))

    def _read(self) -> int:
        chosen = self.list.current()
        if chosen is None:
            raise Problem(self.tr("Choose a person"))
        return int(chosen.id)

    def _check(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("Enter a number, like 2")

    def drafted(self, values: Mapping[str, Any]) -> MentorDraft:
        """Return what was filled in as a draft."""
        kept = {key: values[key] for key in KEPT}
        person_id = values.get("person") or self.draft.person_id
        room = int(values["capacity"])
        return replace(
            self.draft, person_id=person_id, capacity=room, **kept, **meeting_values(values)
        )


def _name(row: PersonRow) -> str:
    return f"{row.name} · {row.organisation}" if row.organisation else row.name
