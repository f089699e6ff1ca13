"""Importing a list of sessions: a plain one, ours, or mod_attendance’s own form."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from academy.domain import dates
from academy.exchange.meetings.report import DateOrder
from academy.exchange.tables import Table
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.screens.import_frame import FrameWords
from academy.ui.screens.import_list import ImportListScreen
from academy.ui.screens.import_sessions_rows import ListedSession, SessionsTable
from academy.usecases.sessions_import import import_sessions, sessions_gesture
from academy.usecases.sessions_plan import SessionsPlan, SessionsRequest, plan_sessions


class ImportSessionsScreen(ImportListScreen):
    """A list of sessions, each beside the one that is here, with clashes and bank holidays."""

    watches = frozenset({"training_sessions", "session_facilitators", "people", "cohorts"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        sentence = self.tr(
            "One row per session with its date, start and end, or as Moodle’s Attendance takes "
            "it (.xlsx, .xls, .ods or .csv). You see each one before anything is written."
        )
        words = FrameWords(
            self.tr("Drop a list of sessions here"), sentence, self.tr("Import sessions"),
            self.tr("Spreadsheets"), self.tr("Import sessions"),
        )  # fmt: skip
        self.frame_list(words, SessionsTable(self.tr("What will happen to each session")))

    def request_of(self, table: Table) -> SessionsRequest:
        """Return what is asked of a list."""
        return SessionsRequest(table, self.cohort_id, self.desk.today())

    def open_file(self, path: Path) -> None:
        """Read a list; where its dates can be read both ways, begin with that question."""
        super().open_file(path)
        QTimer.singleShot(0, self, self._focus_question)

    def _focus_question(self) -> None:
        if self.plan is not None and self.plan.readings:
            self.message.setFocus()

    def reload(self) -> None:
        """Make the plan anew after an answer, or a change elsewhere."""
        if self.request is None:
            return
        self.plan = plan = self.desk.read(plan_sessions, self.request)
        rows = [ListedSession(row) for row in plan.rows]
        self.show_rows(rows, self.tr("Import %n session(s)", "", len(plan.applied)))
        for part in (self.counts, self.table):
            part.setVisible(plan.problem is None)
        self._say(plan)

    def _say(self, plan: SessionsPlan) -> None:
        if plan.problem is not None:
            doors = [(dates.plain_day(day), partial(self._read_as, way))
                     for way, day in plan.readings]  # fmt: skip
            self.message.say(labels.rule(plan.problem), "info" if doors else "bad", doors)
        elif plan.ignored:
            words = self.tr("Columns that are not used: {columns}.")
            self.message.say(words.format(columns=", ".join(plan.ignored)), "info")
        else:
            self.message.clear()

    def _read_as(self, order: DateOrder) -> None:
        if self.request is not None:
            self.request = replace(self.request, order=order)
            self.reload()
            self.table.setFocus()

    def run(self) -> None:
        """Run the plan as it is shown, and go to the register, whose columns the sessions are."""
        plan = self.plan
        if plan is not None and self.go_on.isEnabled():
            done = self.desk.do(sessions_gesture(plan), import_sessions, plan)
            self.ran(done, self.tr("%n session(s) imported", "", done.value or 0))

    def title(self) -> str:
        """Return “Import sessions”."""
        return self.tr("Import sessions")
