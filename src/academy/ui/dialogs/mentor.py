"""Asks who becomes a mentor and what they offer: how many mentees, what about, from now on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.ui.kit.columns import folded, matches, words_of_filter
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import column, field, holder, label
from academy.ui.kit.row_list import ArrowsChoose, RowList, RowView
from academy.ui.kit.rows import RowDelegate
from academy.ui.kit.theme import px
from academy.usecases.mentors import MentorDraft
from academy.usecases.people import PersonRow

SHOWN = 50
"""How many people are listed at once; typing finds the others."""


class MentorDialog(FormDialog):
    """A mentor as a draft. `people` are those to choose from, for a new one."""

    def __init__(
        self, parent: QWidget | None, draft: MentorDraft, name: str, people: Sequence[PersonRow]
    ) -> None:
        form = Form(width=460)
        fresh = not draft.person_id
        title = self.tr("New mentor") if fresh else self.tr("Mentor {name}").format(name=name)
        save = self.tr("Add mentor") if fresh else self.tr("Save mentor")
        super().__init__(parent, title, save, form)
        self.draft, self._people = draft, people
        if fresh:
            self._ask_person()
        else:
            form.put(label(name, "strong"))
        hint = self.tr("Over all programmes; 0 for none at the moment")
        form.text(
            "capacity", self.tr("Can take how many &mentees"), str(draft.capacity),
            hint=hint, missing=self.tr("Enter how many mentees they can take"),
            check=self._check, width=80,
        )  # fmt: skip
        hint = self.tr("Fields, places and times, like housing, Maidstone, Tuesdays")
        form.text("offers", self.tr("&Offers (optional)"), draft.offers, hint=hint)
        form.tick("paused", self.tr("&Paused: takes no new mentees"), on=draft.paused)

    def _ask_person(self) -> None:
        self.search = field(self.tr("Find a person"), hint=self.tr("Type a name"))
        model: RowList[PersonRow] = RowList(lambda row: row.id, _name, _name)
        self.list = RowView(model, RowDelegate(), self.tr("People"))
        self.list.view.setFixedHeight(px(132))
        self.list.fill(self._people[:SHOWN])
        self.search.textChanged.connect(self._find)
        ArrowsChoose(self.search, self.list)
        part = holder(column(self.search, self.list.view, gap=4))
        part.setFocusProxy(self.search)
        self.form.add("person", PartEntry(self.tr("P&erson"), part, self._read))

    def _find(self, typed: str) -> None:
        words = words_of_filter(typed)
        found = [
            row
            for row in self._people
            if matches(words, folded(f"{row.name} {row.full_name} {row.organisation}"))
        ]
        self.list.fill(found[:SHOWN])

    def _read(self) -> int:
        chosen = self.list.current()
        if chosen is None:
            raise Problem(self.tr("Choose a person"))
        return chosen.id

    def _check(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("Enter a number, like 2")

    def drafted(self, values: Mapping[str, Any]) -> MentorDraft:
        """Return what was filled in as a draft."""
        return replace(
            self.draft,
            person_id=values.get("person") or self.draft.person_id,
            capacity=int(values["capacity"]),
            offers=values["offers"],
            paused=values["paused"],
        )


def _name(row: PersonRow) -> str:
    return f"{row.name} · {row.organisation}" if row.organisation else row.name


FIELDS = {"mentor_capacity": "capacity"}
"""Which field a broken rule belongs to."""
