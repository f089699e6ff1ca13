"""Asks for a cohort: one in which people get a place, or one to filter by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from academy.domain.words import CohortState
from academy.ui.kit.choosers import Chooser, Named, among
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.row_list import RowList
from academy.ui.kit.rows import RowDelegate
from academy.usecases.cohorts import CohortRow


class FindCohortDialog(FormDialog):
    """One field, one list. `filled` carries the id of the chosen cohort as "cohort"."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        does: str,
        cohorts: Sequence[Named],
        nobody: str = "",
    ) -> None:
        form = Form(width=460)
        super().__init__(parent, title, does, form)
        model: RowList[Named] = RowList(lambda one: one.id, _words, _words)
        chooser = Chooser(
            among(cohorts), model, RowDelegate(),
            what=(self.tr("Find a cohort"), self.tr("Cohorts")),
            hint=self.tr("Type a part of its name"),
            nobody=nobody or self.tr("No cohort of that name."), height=32 * 7,
        )  # fmt: skip
        self.search, self.list = chooser.search, chooser.list
        self.list.view.doubleClicked.connect(self.save.click)
        form.add("cohort", PartEntry(self.tr("&Cohort"), chooser, self._read))

    def _read(self) -> int:
        chosen = self.list.current()
        if chosen is None:
            raise Problem(self.tr("Choose a cohort"))
        return int(chosen.id)


class ChooseCohortDialog(FindCohortDialog):
    """Full and finished cohorts are not offered."""

    def __init__(self, parent: QWidget | None, people: int, rows: Sequence[CohortRow]) -> None:
        title = self.tr("Give %n person(s) a place", "", people)
        free = self.tr("{cohort} · {left} of {capacity} places left")
        offered = [
            Named(row.id, free.format(cohort=row.name, left=left, capacity=row.capacity))
            for row in rows
            if (left := row.capacity - row.people) >= people
            and row.state is not CohortState.FINISHED
        ]
        nobody = "" if offered else self.tr("No cohort has so many places left.")
        does = self.tr("Enrol %n person(s)", "", people)
        super().__init__(parent, title, does, offered, nobody)
        self.save.setEnabled(bool(offered))


def _words(cohort: Named) -> str:
    return cohort.name
