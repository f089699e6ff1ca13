"""What an import did, by fate, with its undo and the rows that were left out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import FileProblem
from academy.exchange.tables import Table, write_table
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import button, column, label, row
from academy.ui.kit.toast import announce
from academy.usecases.people_import import ImportResult
from academy.usecases.people_plan import PeoplePlan


class ImportDone(QWidget):
    """The result, until it was read."""

    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan: PeoplePlan | None = None
        self.heading, self.counts = label("", "title"), label("", "muted", wrap=True)
        self.show_people = button(self.tr("Show people"), "primary")
        self.undo = button(self.tr("Undo import"), picture="undo-2")
        self.save = button(self.tr("Save the rows left out…"))
        self.show_people.clicked.connect(self.finished)
        self.undo.clicked.connect(self._undo)
        self.save.clicked.connect(self._save)
        buttons = row(self.show_people, self.undo, self.save, None)
        self.setLayout(
            column(self.heading, self.counts, 8, buttons, None, gap=8, margins=(24, 24, 24, 24))
        )
        self.setFocusProxy(self.show_people)

    def show_result(self, result: ImportResult, plan: PeoplePlan) -> None:
        """Tell what was done."""
        self._plan = plan
        self.heading.setText(self.tr("%n person(s) imported", "", result.added + result.updated))
        words = self.tr(
            "{added} added · {updated} updated · {identical} identical · {skipped} skipped · "
            "{left_out} left out"
        )
        self.counts.setText(words.format(**vars(result)))
        self.save.setVisible(result.left_out > 0)
        self.undo.show()
        announce(self, f"{self.heading.text()}. {self.counts.text()}")

    def _undo(self) -> None:
        self._desk.undo()
        self.undo.hide()
        self.heading.setText(self.tr("Import undone"))
        self.show_people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self._plan is None:
            return
        table = self._plan.request.table
        kinds = [pickers.FileKind(self.tr("Spreadsheets"), ("xlsx", "csv"))]
        name = self.tr("Rows left out.xlsx")
        path = pickers.save_file(self, self.tr("Save the rows left out"), name, kinds, "import")
        if path is not None:
            self._write(path, table)

    def _write(self, path: Path, table: Table) -> None:
        plan = self._plan
        out = {one.row for one in plan.rows if one.fate == "left_out"} if plan else set()
        numbered = zip(table.row_numbers, table.rows, strict=True)
        rows = [cells for number, cells in numbered if number in out]
        try:
            write_table(path, table.headers, rows)
        except FileProblem as problem:
            self._desk.refused.emit(labels.rule(problem))
