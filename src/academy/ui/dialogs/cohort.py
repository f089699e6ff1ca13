"""Asks for a cohort: its programme, its name, its places, its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain.words import CohortState
from academy.ui.kit import labels
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.usecases.cohorts import CohortDraft
from academy.usecases.programmes import ProgrammeRow


class CohortDialog(FormDialog):
    """A cohort as a draft; one that is there keeps its programme."""

    def __init__(
        self,
        parent: QWidget | None,
        draft: CohortDraft,
        programmes: Sequence[ProgrammeRow],
        today: date,
    ) -> None:
        form = Form()
        fresh = not draft.id
        title = self.tr("New cohort") if fresh else self.tr("Edit cohort")
        save = self.tr("Add cohort") if fresh else self.tr("Save cohort")
        super().__init__(parent, title, save, form)
        self.draft = draft
        options = [(row.name, row.id) for row in programmes]
        chosen = form.choose("programme", self.tr("&Programme"), options, draft.programme_id)
        chosen.setEnabled(fresh)
        form.text(
            "name",
            self.tr("&Name"),
            draft.name,
            missing=self.tr("Enter the name of the cohort"),
            hint=self.tr("Short and unlike the others, such as Top Talent 8"),
        )
        form.text(
            "capacity",
            self.tr("N&umber of places"),
            str(draft.capacity),
            missing=self.tr("Enter the number of places"),
            check=self._check_number,
            width=100,
        )
        states = [(labels.word(state), state) for state in CohortState]
        form.choose("state", self.tr("S&tate"), states, draft.state)
        words = self.tr("App&lications close (optional)")
        form.day("apply_by", words, draft.apply_by, today)
        if not fresh or len(options) == 1:
            form.entries["name"].widget.setFocus()

    def _check_number(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("The number of places must be like 24")

    def drafted(self, values: Mapping[str, Any]) -> CohortDraft:
        """Return what was filled in as a draft."""
        return replace(
            self.draft,
            programme_id=values["programme"] or 0,
            name=values["name"],
            capacity=int(values["capacity"]),
            state=values["state"],
            apply_by=values["apply_by"],
        )


FIELDS = {
    "cohort_name_missing": "name",
    "cohort_name_taken": "name",
    "capacity_out_of_range": "capacity",
    "capacity_below_people": "capacity",
    "programme_missing": "programme",
}
"""Which field a broken rule belongs to."""
