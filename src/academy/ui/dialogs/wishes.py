"""Asks what a mentee wishes for: goals, themes, about the mentor, where and when; who never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.ui.dialogs.mentoring_fields import (
    WIDTH,
    Ticks,
    ask_grade,
    ask_meeting,
    ask_themes,
    ask_ticks,
    meeting_values,
)
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.usecases.mentees import ConflictRow, MenteeDraft
from academy.usecases.themes import Offered


class WishesDialog(FormDialog):
    """A mentee's wishes as a draft. `apart` are those they are never paired with."""

    def __init__(
        self,
        parent: QWidget | None,
        draft: MenteeDraft,
        who: str,
        offered: Offered,
        apart: Sequence[ConflictRow] = (),
    ) -> None:
        form = Form(width=WIDTH)
        title, save = self.tr("Wishes of {name}").format(name=who), self.tr("Save wishes")
        super().__init__(parent, title, save, form)
        self.draft = draft
        form.put(label(title, "section", wrap=True))
        hint = self.tr("Words with commas between, like finance, housing, public speaking")
        form.text("wants", self.tr("&Wants to learn"), draft.wants, hint=hint)
        ask_themes(form, offered, draft.themes)
        hint = self.tr(
            "The mentee’s own words, said for this purpose, like has changed careers. "
            "Never taken from equality answers."
        )
        form.text("wishes", self.tr("Wishes &about the mentor"), draft.wishes, hint=hint)
        form.section(self.tr("Meeting"))
        ask_meeting(form, offered, draft)
        ask_grade(form, offered, draft.grade)
        if apart:
            options = [(row.name, str(row.id)) for row in apart]
            ticks = Ticks(options, [str(row.id) for row in apart], across=1)
            hint = self.tr("Without a tick they may be paired again")
            ask_ticks(form, "apart", self.tr("Never paired with"), ticks, hint=hint)

    def drafted(self, values: Mapping[str, Any]) -> MenteeDraft:
        """Return what was filled in as a draft."""
        said = {"wants": values["wants"], "wishes": values["wishes"]}
        return replace(self.draft, **said, **meeting_values(values))

    def reunited(self, values: Mapping[str, Any]) -> list[int]:
        """Return the ids of those kept apart who lost their tick."""
        entry = self.form.entries.get("apart")
        if entry is None or not isinstance(entry.widget, Ticks):
            return []
        return [int(one) for one in entry.widget.ticks if one not in values["apart"]]
