"""Importing a list of marks: a grid, one row per mark, or mod_attendance's own form."""

from __future__ import annotations

from academy.exchange.tables import Table
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.screens.import_frame import FrameWords
from academy.ui.screens.import_list import ImportListScreen
from academy.ui.screens.import_marks_rows import MarksTable
from academy.usecases.marks_import import import_marks, marks_gesture
from academy.usecases.marks_plan import MarksRequest, plan_marks


class ImportMarksScreen(ImportListScreen):
    """A list of marks, each beside the one that is here."""

    watches = frozenset({"marks", "places", "people", "training_sessions", "cohorts"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        sentence = self.tr(
            "A grid of people by sessions, or one row per person and session (.xlsx, .xls, .ods "
            "or .csv). You see what differs before anything is written."
        )
        words = FrameWords(
            self.tr("Drop a list of marks here"), sentence, self.tr("Import marks"),
            self.tr("Spreadsheets"), self.tr("Import marks"),
        )  # fmt: skip
        self.frame_list(words, MarksTable(self.tr("What will happen to each mark")))

    def request_of(self, table: Table) -> MarksRequest:
        """Return what is asked of a list."""
        return MarksRequest(table, self.cohort_id, self.desk.today())

    def reload(self) -> None:
        """Make the plan anew after an answer, or a change elsewhere."""
        if self.request is None:
            return
        self.plan = plan = self.desk.read(plan_marks, self.request)
        self.show_rows(plan.rows, self.tr("Import %n mark(s)", "", len(plan.applied)))
        if plan.problem is not None:
            self.message.say(labels.rule(plan.problem), "bad")
        elif plan.ignored:
            words = self.tr("Columns that are no session here: {columns}.")
            self.message.say(words.format(columns=", ".join(plan.ignored)), "info")
        else:
            self.message.clear()

    def run(self) -> None:
        """Run the plan as it is shown, and go to the register."""
        plan = self.plan
        if plan is not None and self.go_on.isEnabled():
            done = self.desk.do(marks_gesture(plan), import_marks, plan, self.desk.today())
            self.ran(done, self.tr("%n mark(s) imported", "", done.value or 0))

    def title(self) -> str:
        """Return “Import marks”."""
        return self.tr("Import marks")
