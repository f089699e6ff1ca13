"""The check table of a list of marks: only what changes or asks; conflicts answered in place."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from academy.ui.kit import labels
from academy.ui.screens.check_rows import CheckDelegate, CheckModel
from academy.ui.screens.import_list import ListTable
from academy.usecases.marks_plan import MarkFate, MarkRow

WIDTHS: Final = (56, 200, 240, 380)
NARROW: Final = (56, 140, 116, 300)


class MarksModel(CheckModel):
    """The marks of a list; what is the same is only counted."""

    columns = ("row", "name", "session", "fate")
    order = (MarkFate.LEFT_OUT, MarkFate.CONFLICT, MarkFate.NEW)

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return (self.tr("Row"), self.tr("Name"), self.tr("Session"), self.tr("What will happen"))

    def words(self, row: MarkRow, column: str) -> str:
        """Return what stands in a cell."""
        words = {"row": str(row.row), "name": row.name, "session": row.session}
        return self.happens(row) if column == "fate" else words[column]

    def spoken(self, row: MarkRow) -> str:
        """Return what is said aloud of a row."""
        return f"{row.name}, {row.session}, {self.happens(row)}"

    def happens(self, row: MarkRow) -> str:
        """Return what becomes of a mark: “You have E, the list says A”."""
        if row.problem is not None:
            return labels.rule(row.problem)
        if row.fate is MarkFate.CONFLICT:
            words = self.tr("You have {ours}, the list says {theirs}")
            return words.format(ours=row.ours, theirs=row.theirs)
        return labels.word(row.theirs) if row.theirs else ""


class MarksTable(ListTable):
    """Space or a click on a button answers a conflict; K keeps, T takes."""

    def __init__(self, name: str) -> None:
        super().__init__(name, MarksModel())
        self.setItemDelegate(CheckDelegate(self))
        self.set_widths(WIDTHS, stretch=3)

    def fit(self, room: float) -> None:
        """Give way where there is little room."""
        self.set_widths(NARROW if room < 900 else WIDTHS, stretch=3)

    def key_of(self, row: MarkRow) -> Hashable:
        """Return what an answer names a row by."""
        return row.key
