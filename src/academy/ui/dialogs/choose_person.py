"""Asks which people get a place: everybody who is here, found as one types."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from academy.ui.kit.choosers import Chooser, Find
from academy.ui.kit.columns import Column
from academy.ui.kit.desk import Desk
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.paged_model import forgiven
from academy.ui.kit.row_list import RowList, TwoLines
from academy.usecases import directory
from academy.usecases.people import PersonRow


def people_to_choose(desk: Desk, left_out: Collection[int] = ()) -> Find[PersonRow]:
    """Return how people are found for what is typed, all but some."""
    texts: list[Column[PersonRow]] = [Column("found", "", _sought)]

    def rows(ids: Sequence[int]) -> Sequence[PersonRow]:
        return desk.read(directory.people_of_page, ids)

    def everybody() -> list[int]:
        return [one for one in desk.read(directory.ids_in_order) if one not in left_out]

    def find(typed: str, limit: int) -> tuple[Sequence[PersonRow], int]:
        ids, total = desk.read(directory.likely_people, typed, limit, left_out)
        if not ids:
            ids = forgiven(typed, everybody, rows, texts)
            total = len(ids)
        return rows(ids[:limit]), total

    return find


class ChoosePersonDialog(FormDialog):
    """One list; several can be chosen with Ctrl or Shift. `filled` carries ids as "people"."""

    def __init__(self, parent: QWidget | None, title: str, find: Find[PersonRow]) -> None:
        form = Form(width=520)
        super().__init__(parent, title, self.tr("Enrol"), form)
        model: RowList[PersonRow] = RowList(lambda row: row.id, lambda row: row.name, _words)
        self.chooser = chooser = Chooser(
            find, model, TwoLines(_below),
            what=(self.tr("Find a person"), self.tr("People")),
            hint=self.tr("Type a name or council"),
            nobody=self.tr("Nobody else is here by that name."), height=48 * 6,
        )  # fmt: skip
        self.search, self.list = chooser.search, chooser.list
        self.list.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.view.doubleClicked.connect(self.save.click)
        self.search.textChanged.connect(self._count)
        self.list.view.selectionModel().selectionChanged.connect(self._count)
        form.add("people", PartEntry(self.tr("&People"), chooser, self._read))
        self._count()

    def chosen(self) -> list[int]:
        """Return the ids of the chosen people."""
        rows = self.list.view.selectionModel().selectedRows()
        return [self.list.model.rows[index.row()].id for index in rows]

    def _count(self) -> None:
        many = len(self.chosen())
        self.save.setText(self.tr("Enrol %n person(s)", "", many) if many else self.tr("Enrol"))

    def _read(self) -> list[int]:
        if not self.chosen():
            raise Problem(self.tr("Choose at least one person"))
        return self.chosen()


def _sought(row: PersonRow) -> str:
    return f"{row.name} {row.full_name} {row.organisation} {row.email}"


def _below(row: PersonRow) -> str:
    return " · ".join(filter(None, (row.organisation, row.email, row.cohorts)))


def _words(row: PersonRow) -> str:
    return f"{row.name}, {row.organisation}" if row.organisation else row.name
