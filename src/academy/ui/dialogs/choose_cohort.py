"""Asks for the cohort in which people get a place; full and finished ones are not offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from academy.domain.words import CohortState
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.usecases.cohorts import CohortRow


class ChooseCohortDialog(FormDialog):
    """`filled` carries the id of the chosen cohort as "cohort"."""

    def __init__(self, parent: QWidget | None, people: int, rows: Sequence[CohortRow]) -> None:
        form = Form(width=460)
        title = self.tr("Give %n person(s) a place", "", people)
        super().__init__(parent, title, self.tr("Enrol %n person(s)", "", people), form)
        open_ = [row for row in rows if row.state is not CohortState.FINISHED]
        free = self.tr("{cohort} · {left} of {capacity} places left")
        options = [
            (
                free.format(cohort=row.name, left=row.capacity - row.people, capacity=row.capacity),
                row.id,
            )
            for row in open_
            if row.capacity - row.people >= people
        ]
        hint = "" if options else self.tr("No cohort has so many places left.")
        form.choose("cohort", self.tr("&Cohort"), options, hint=hint)
        self.save.setEnabled(bool(options))
