"""Importing a list of marks: a grid, one row per mark, or mod_attendance's own form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from academy.exchange.tables import Table, pasted_table, read_table
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import Crumb, room_of
from academy.ui.kit.parts import button, column
from academy.ui.kit.toast import show_toast
from academy.ui.screens.import_frame import CHECK, EMPTY, FrameWords, ImportScreen
from academy.ui.screens.import_marks_rows import MarksTable
from academy.usecases import cohorts
from academy.usecases.marks_import import import_marks, marks_gesture
from academy.usecases.marks_plan import Key, MarkFate, MarksPlan, MarksRequest, plan_marks


class ImportMarksScreen(ImportScreen):
    """The check table is the plan that runs; nothing is written before its button."""

    watches = frozenset({"marks", "places", "people", "training_sessions", "cohorts"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.request: MarksRequest | None = None
        self.plan: MarksPlan | None = None
        self.table = MarksTable(self.tr("What will happen to each mark"))
        self.take_all = button(self.tr("Take all of the list"), small=True)
        lines = column(self.message, self.counts, self.table, gap=8, margins=(24, 12, 24, 0))
        lines.setStretch(2, 1)
        sentence = self.tr(
            "A grid of people by sessions, or one row per person and session (.xlsx, .xls, .ods "
            "or .csv). You see what differs before anything is written."
        )
        words = FrameWords(
            self.tr("Drop a list of marks here"), sentence, self.tr("Import marks"),
            self.tr("Spreadsheets"), self.tr("Import marks"),
        )  # fmt: skip
        self.frame(words, lines, self.take_all)
        self.table.answered.connect(self._answer)
        self.take_all.clicked.connect(self._take_all)

    # opening -----------------------------------------------------------------------------------

    def read_file(self, path: Path) -> None:
        """Read a list and show what it would do."""
        self._take(read_table(path))

    def read_paste(self, text: str) -> None:
        """Read a list that was copied."""
        self._take(pasted_table(text))

    def _take(self, table: Table) -> None:
        self.request = MarksRequest(table, self.cohort_id, self.desk.today())
        self.show_page(CHECK)
        self.reload()
        self.table.setCurrentIndex(self.table.model_.index(0, 1))
        self.table.setFocus()

    def forget(self) -> None:
        """Let go of the list."""
        self.request = self.plan = None

    # the plan ----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Make the plan anew after an answer, or a change elsewhere."""
        if self.request is None:
            return
        self.plan = plan = self.desk.read(plan_marks, self.request)
        self.table.model_.show_rows(plan.rows)
        self.counts.setText(self._counted(plan))
        self.go_on.setText(self.tr("Import %n mark(s)", "", len(plan.applied)))
        self.go_on.setEnabled(plan.problem is None and bool(plan.applied))
        self.take_all.setVisible(len(plan.of(MarkFate.CONFLICT)) > 1)
        if plan.problem is not None:
            self.message.say(labels.rule(plan.problem), "bad")
        elif plan.ignored:
            words = self.tr("Columns that are no session here: {columns}.")
            self.message.say(words.format(columns=", ".join(plan.ignored)), "info")
        else:
            self.message.clear()
        self.name_page()

    def _counted(self, plan: MarksPlan) -> str:
        new, same = len(plan.of(MarkFate.NEW)), len(plan.of(MarkFate.SAME))
        differ, out = len(plan.of(MarkFate.CONFLICT)), len(plan.of(MarkFate.LEFT_OUT))
        words = self.tr("{new} new · {same} the same here · {differ} differ · {out} left out")
        return words.format(new=new, same=same, differ=differ, out=out)

    def _answer(self, key: Key, theirs: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.request is not None:
            one = frozenset({key})
            taken = self.request.taken | one if theirs else self.request.taken - one
            self.request = replace(self.request, taken=taken)
            self.reload()

    def _take_all(self) -> None:
        if self.request is not None and self.plan is not None:
            keys = frozenset(row.key for row in self.plan.of(MarkFate.CONFLICT))
            self.request = replace(self.request, taken=keys)
            self.reload()

    def run(self) -> None:
        """Run the plan as it is shown, and go to the register."""
        plan = self.plan
        if plan is None or not self.go_on.isEnabled():
            return
        outcome = self.desk.do(marks_gesture(plan), import_marks, plan, self.desk.today())
        if outcome.done:
            self.leave()
            words = self.tr("%n mark(s) imported", "", outcome.value or 0)
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

    # the page ----------------------------------------------------------------------------------

    def leave(self) -> None:
        """Go back to the register."""
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

    def title(self) -> str:
        """Return “Import marks”."""
        return self.tr("Import marks")

    def fit(self) -> None:
        """Give way where there is little room."""
        self.table.fit(narrow=room_of(self) < 900)
