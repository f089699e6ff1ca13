"""Asks which people get a place: everybody who is here, narrowed as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from academy.ui.kit.columns import folded, matches, words_of_filter
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import column, field, holder, label
from academy.ui.kit.row_list import ArrowsChoose, RowList, RowView, TwoLines
from academy.ui.kit.theme import px
from academy.usecases.people import PersonRow

SHOWN = 200
"""How many people are listed at once; typing finds the others."""


class ChoosePersonDialog(FormDialog):
    """One list; several can be chosen with Ctrl or Shift. `filled` carries ids as "people"."""

    def __init__(self, parent: QWidget | None, title: str, people: Sequence[PersonRow]) -> None:
        form = Form(width=520)
        super().__init__(parent, title, self.tr("Enrol"), form)
        self._people = people
        self.search = field(self.tr("Find a person"), hint=self.tr("Type a name or council"))
        model: RowList[PersonRow] = RowList(lambda row: row.id, _words, _words)
        self.list = RowView(model, TwoLines(_below), self.tr("People"))
        self.list.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.view.setFixedHeight(px(48 * 6))
        self.list.view.doubleClicked.connect(self.save.click)
        self.list.fill(people[:SHOWN])
        self._none = label(self.tr("Nobody else is here by that name."), "muted")
        self._none.hide()
        self.search.textChanged.connect(self._find)
        ArrowsChoose(self.search, self.list)
        self.list.view.selectionModel().selectionChanged.connect(self._count)
        part = holder(column(self.search, self._none, self.list.view, gap=4))
        part.setFocusProxy(self.search)
        form.add("people", PartEntry(self.tr("&People"), part, self._read))
        self._count()

    def chosen(self) -> list[int]:
        """Return the ids of the chosen people."""
        rows = self.list.view.selectionModel().selectedRows()
        return [self.list.model.rows[index.row()].id for index in rows]

    def _find(self, typed: str) -> None:
        words = words_of_filter(typed)
        found = [
            row
            for row in self._people
            if matches(words, folded(f"{row.name} {row.full_name} {row.organisation} {row.email}"))
        ]
        found.sort(key=lambda row: not _named(row, words))  # the best first: Enter takes it
        self.list.fill(found[:SHOWN])
        if typed.strip() and found:
            self.list.show_number(0)
        self._none.setVisible(not found)
        self.list.view.setVisible(bool(found))
        self._count()

    def _count(self) -> None:
        many = len(self.chosen())
        self.save.setText(self.tr("Enrol %n person(s)", "", many) if many else self.tr("Enrol"))

    def _read(self) -> list[int]:
        if not self.chosen():
            raise Problem(self.tr("Choose at least one person"))
        return self.chosen()


def _below(row: PersonRow) -> str:
    return " · ".join(filter(None, (row.organisation, row.email, row.cohorts)))


def _named(row: PersonRow, words: Sequence[str]) -> bool:
    """Whether the name itself holds what was typed, not only the council or a likeness."""
    name = folded(f"{row.name} {row.full_name}").replace("'", "")
    return all(word in name for word in words)


def _words(row: PersonRow) -> str:
    return f"{row.name}, {row.organisation}" if row.organisation else row.name
