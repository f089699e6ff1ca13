"""What learning sets ask: their sizes, who facilitates, who is kept apart, who was at a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain.words import Letter, MeetingFormat
from academy.ui.dialogs.facilitators_entry import FacilitatorsEntry, KnownPeople
from academy.ui.kit import labels
from academy.ui.kit.entry import Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.usecases.facilitators import Facilitator
from academy.usecases.set_meetings import SetMeetingDraft
from academy.usecases.set_people import SetPerson
from academy.usecases.sets_plan import SetsRequest

SUGGEST_FIELDS = {
    "sets_sizes": "smallest",
    "sets_too_few": "smallest",
    "sets_vetoed": "largest",
    "facilitator_is_member": "facilitators",
}
MEETING_FIELDS = {
    "meeting_in_future": "held_on",
    "set_met_that_day": "held_on",
    "meeting_minutes": "minutes",
}
"""Which field a broken rule belongs to."""


class KnownFacilitators(FacilitatorsEntry):
    """Names of people that are in People already."""

    def read(self) -> tuple[Facilitator, ...]:
        """Return who is meant; a name nobody has is told."""
        found = super().read()
        new = [one.name for one in found if not one.person_id]
        if new:
            words = self.tr("{names}: not in People. Add them there first.")
            raise Problem(words.format(names=", ".join(new)))
        return found


class SuggestSetsDialog(FormDialog):
    """Sizes and facilitators; `kept` says what is kept whatever is chosen."""

    def __init__(
        self,
        parent: QWidget | None,
        request: SetsRequest,
        now: Sequence[Facilitator],
        known: KnownPeople,
        kept: Sequence[str],
    ) -> None:
        form = Form(width=440)
        super().__init__(parent, self.tr("Suggest sets"), self.tr("Suggest sets"), form)
        self.request = request
        for key, words, size in (
            ("smallest", self.tr("&Smallest set"), request.smallest),
            ("largest", self.tr("&Largest set"), request.largest),
        ):
            form.text(key, words, str(size), check=self._check, width=80,
                      missing=self.tr("Enter how many people, like 6"))  # fmt: skip
        words = self.tr("&Facilitators (optional)")
        form.add("facilitators", KnownFacilitators(words, now, known))
        for sentence in kept:
            form.put(label(sentence, "caption", wrap=True))

    def _check(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("Enter how many people, like 6")

    def asked(self, values: Mapping[str, Any]) -> SetsRequest:
        """Return what was filled in as a request."""
        return replace(
            self.request,
            smallest=int(values["smallest"]),
            largest=int(values["largest"]),
            facilitators=tuple(one.person_id for one in values["facilitators"]),
        )


class SetFacilitatorDialog(FormDialog):
    """Who facilitates a set; nothing filled in is nobody."""

    def __init__(
        self, parent: QWidget | None, title: str, now: Sequence[Facilitator], known: KnownPeople
    ) -> None:
        form = Form(width=420)
        super().__init__(parent, title, self.tr("Save"), form)
        words = self.tr("&Facilitator (optional)")
        form.add("facilitator", KnownFacilitators(words, now, known))

    def person_id(self, values: Mapping[str, Any]) -> int | None:
        """Return who was filled in; of several, the first."""
        found = values["facilitator"]
        return found[0].person_id if found else None


class KeepApartDialog(FormDialog):
    """Two people of a cohort who are not to be in one set."""

    def __init__(
        self, parent: QWidget | None, people: Sequence[SetPerson], first: int | None = None
    ) -> None:
        form = Form(width=420)
        super().__init__(parent, self.tr("Keep two people apart"), self.tr("Keep apart"), form)
        words = self.tr("One of them asked for it. Why, and who of them, is not kept.")
        form.put(label(words, "muted", wrap=True))
        options = [(one.name, one.place_id) for one in people]
        form.choose("first", self.tr("&Name"), options, first)
        form.choose("second", self.tr("Not in one set &with"), options)


class SetMeetingDialog(FormDialog):
    """A meeting of a set; everybody is present unless something else is chosen."""

    def __init__(
        self,
        parent: QWidget | None,
        draft: SetMeetingDraft,
        today: date,
        name: str,
        members: Sequence[SetPerson],
    ) -> None:
        form = Form(width=420)
        title = self.tr("Change meeting of {set}") if draft.id else self.tr("Log meeting of {set}")
        save = self.tr("Save meeting") if draft.id else self.tr("Log meeting")
        super().__init__(parent, title.format(set=name), save, form)
        self.draft, self._members = draft, members
        missing = self.tr("Enter the day they met")
        form.day("held_on", self.tr("&Date"), draft.held_on, today, missing=missing)
        minutes = str(draft.minutes) if draft.minutes else ""
        form.text("minutes", self.tr("&Minutes (optional)"), minutes, check=self._check, width=100)
        shapes = [(labels.word(shape), shape) for shape in MeetingFormat]
        form.choose("format", self.tr("&How"), shapes, draft.format)
        form.section(self.tr("Who was there"))
        letters = [(labels.word(letter), letter) for letter in Letter]
        marked = dict(draft.marks)
        for one in members:
            now = marked.get(one.place_id) if draft.id else Letter.PRESENT
            options = [*letters, (self.tr("Not marked"), None)]
            form.choose(f"mark-{one.place_id}", one.name.replace("&", "&&"), options, now)

    def _check(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("Enter the minutes as a number, like 45")

    def drafted(self, values: Mapping[str, Any]) -> SetMeetingDraft:
        """Return what was filled in as a draft."""
        marks = [(one.place_id, values[f"mark-{one.place_id}"]) for one in self._members]
        return replace(
            self.draft,
            held_on=values["held_on"],
            minutes=int(values["minutes"]) if values["minutes"] else None,
            format=MeetingFormat(values["format"]),
            marks=tuple((place, letter) for place, letter in marks if letter is not None),
        )
