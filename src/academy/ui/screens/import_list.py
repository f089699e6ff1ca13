"""The import of a list into a cohort: what differs is answered, then it runs, then the register."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from academy.exchange.tables import Table, pasted_table, read_table
from academy.ui.kit.desk import Desk, Outcome
from academy.ui.kit.page import Crumb, room_of
from academy.ui.kit.parts import button, column
from academy.ui.kit.toast import show_toast
from academy.ui.screens.check_rows import CheckModel
from academy.ui.screens.conflict_rows import CONFLICT, ConflictTable
from academy.ui.screens.import_frame import CHECK, EMPTY, FrameWords, ImportScreen
from academy.usecases import cohorts


class ListTable(ConflictTable):
    """The check table of a list; what happens stands last."""

    def __init__(self, name: str, model: CheckModel) -> None:
        super().__init__(name, row_height=36)
        self.model_ = model
        self.fate_column = len(model.columns) - 1
        self.setModel(model)

    def disputed(self) -> list[Any]:
        """Return the rows as they stand."""
        return self.model_.rows

    def fit(self, room: float) -> None:
        """Give way where there is little room."""
        raise NotImplementedError


class ImportListScreen(ImportScreen):
    """The check table is the plan that runs; what is here stays unless the list’s is taken.

    A page says what its `request` is (with `table` and `taken`), and makes its `plan` in `reload`.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.request: Any = None
        self.plan: Any = None

    def frame_list(self, words: FrameWords, table: ListTable) -> None:
        """Build the page around its table."""
        self.table = table
        self.take_all = button(self.tr("Take all of the list"), small=True)
        lines = column(self.message, self.counts, table, None, gap=8, margins=(24, 12, 24, 0))
        lines.setStretch(2, 1000)
        self.frame(words, lines, self.take_all)
        table.answered.connect(self._answer)
        table.selectionModel().currentChanged.connect(self._tell)
        self.take_all.clicked.connect(self._take_all)

    def _tell(self) -> None:
        """Say the current row whole: a small window cuts its words."""
        at, rows = self.table.currentIndex().row(), self.table.disputed()
        if 0 <= at < len(rows):
            self.told.emit(self.table.model_.spoken(rows[at]))

    def request_of(self, table: Table) -> Any:
        """Return what is asked of a list."""
        raise NotImplementedError

    # opening -----------------------------------------------------------------------------------

    def read_file(self, path: Path) -> None:
        """Read a list and show what it would do."""
        self._take(read_table(path))

    def read_paste(self, text: str) -> None:
        """Read a list that was copied."""
        self._take(pasted_table(text))

    def _take(self, table: Table) -> None:
        self.request = self.request_of(table)
        self.show_page(CHECK)
        self.reload()
        self.table.setCurrentIndex(self.table.model_.index(0, 1))
        self.table.setFocus()

    def forget(self) -> None:
        """Let go of the list."""
        self.request = self.plan = None

    # the plan ----------------------------------------------------------------------------------

    def show_rows(self, rows: Iterable[Any], go_on: str) -> None:
        """Show the rows of the plan, how many there are of each kind, and what the button does."""
        plan = self.plan
        self.table.model_.show_rows(rows)
        words = self.tr("{new} new · {same} the same here · {differ} differ · {out} left out")
        fates = [row.fate for row in plan.rows]
        new, same, differ, out = map(fates.count, ("new", "same", CONFLICT, "left_out"))
        self.counts.setText(words.format(new=new, same=same, differ=differ, out=out))
        self.go_on.setText(go_on)
        self.go_on.setEnabled(plan.problem is None and bool(plan.applied))
        self.take_all.setVisible(differ > 1)
        self.name_page()

    def _answer(self, key: Hashable, theirs: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.request is not None:
            taken = self.request.taken
            self._taken(taken | {key} if theirs else taken - {key})

    def _take_all(self) -> None:
        rows = [row for row in self.table.disputed() if row.fate == CONFLICT]
        self._taken(frozenset(self.table.key_of(row) for row in rows))

    def _taken(self, taken: frozenset[Hashable]) -> None:
        self.request = replace(self.request, taken=taken)
        self.reload()

    def ran(self, outcome: Outcome[int], words: str) -> None:
        """Go to the register once the plan has run, and say what was done."""
        if outcome.done:
            self.leave()
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

    # the page ----------------------------------------------------------------------------------

    def leave(self) -> None:
        """Go to the register."""
        self.show_page(EMPTY)
        self.asked.emit(f"cohort/{self.cohort_id}/register")

    def name_page(self) -> None:
        """Name the cohort and the list."""
        crumbs = [Crumb(self.tr("Cohorts"), "cohorts")]
        if self.cohort_id:
            name = self.desk.read(cohorts.cohort, self.cohort_id).name
            crumbs.append(Crumb(name, f"cohort/{self.cohort_id}"))
        note = self.request.table.name if self.request else ""
        self.show_head(crumbs, note, filled=self.request is not None)

    def fit(self) -> None:
        """Give way where there is little room."""
        self.table.fit(room_of(self))
