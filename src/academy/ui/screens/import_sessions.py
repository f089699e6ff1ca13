"""Importing a list of sessions: a plain one, ours, or mod_attendance’s own form."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from academy.domain import dates
from academy.exchange.meetings.report import DateOrder
from academy.exchange.tables import Table, pasted_table, read_table
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import Crumb, room_of
from academy.ui.kit.parts import button, column
from academy.ui.kit.toast import show_toast
from academy.ui.screens.import_frame import CHECK, EMPTY, FrameWords, ImportScreen
from academy.ui.screens.import_sessions_rows import ListedSession, SessionsTable
from academy.usecases import cohorts
from academy.usecases.sessions_import import import_sessions, sessions_gesture
from academy.usecases.sessions_plan import (
    SessionFate,
    SessionsPlan,
    SessionsRequest,
    plan_sessions,
)


class ImportSessionsScreen(ImportScreen):
    """The check table is the plan that runs; what is here stays unless the list’s is taken."""

    watches = frozenset({"training_sessions", "session_facilitators", "people", "cohorts"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.request: SessionsRequest | None = None
        self.plan: SessionsPlan | None = None
        self.table = SessionsTable(self.tr("What will happen to each session"))
        self.take_all = button(self.tr("Take all of the list"), small=True)
        lines = column(self.message, self.counts, self.table, None, gap=8, margins=(24, 12, 24, 0))
        lines.setStretch(2, 1000)
        sentence = self.tr(
            "One row per session with its date, start and end, or as Moodle’s Attendance takes "
            "it (.xlsx, .xls, .ods or .csv). You see each one before anything is written."
        )
        words = FrameWords(
            self.tr("Drop a list of sessions here"), sentence, self.tr("Import sessions"),
            self.tr("Spreadsheets"), self.tr("Import sessions"),
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
        self.request = SessionsRequest(table, self.cohort_id, self.desk.today())
        self.show_page(CHECK)
        self.reload()
        self.table.setCurrentIndex(self.table.model_.index(0, 1))
        self.table.setFocus()
        QTimer.singleShot(0, self, self._focus_question)

    def _focus_question(self) -> None:
        """Begin with the first of the two readings of the dates, once the page is shown."""
        if self.plan is not None and self.plan.readings:
            self.message.setFocus()

    def forget(self) -> None:
        """Let go of the list."""
        self.request = self.plan = None

    # the plan ----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Make the plan anew after an answer, or a change elsewhere."""
        if self.request is None:
            return
        self.plan = plan = self.desk.read(plan_sessions, self.request)
        self.table.model_.show_rows([ListedSession(row) for row in plan.rows])
        self.counts.setText(self._counted(plan))
        self.counts.setVisible(plan.problem is None)
        self.table.setVisible(plan.problem is None)
        self.go_on.setText(self.tr("Import %n session(s)", "", len(plan.applied)))
        self.go_on.setEnabled(plan.problem is None and bool(plan.applied))
        self.take_all.setVisible(len(plan.of(SessionFate.CONFLICT)) > 1)
        self._say(plan)
        self.name_page()

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

    def _counted(self, plan: SessionsPlan) -> str:
        words = self.tr("{new} new · {same} the same here · {differ} differ · {out} left out")
        return words.format(
            new=len(plan.of(SessionFate.NEW)), same=len(plan.of(SessionFate.SAME)),
            differ=len(plan.of(SessionFate.CONFLICT)), out=len(plan.of(SessionFate.LEFT_OUT)),
        )  # fmt: skip

    def _read_as(self, order: DateOrder) -> None:
        if self.request is not None:
            self.request = replace(self.request, order=order)
            self.reload()
            self.table.setFocus()

    def _answer(self, session_id: int, theirs: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.request is not None:
            one = frozenset({session_id})
            taken = self.request.taken | one if theirs else self.request.taken - one
            self.request = replace(self.request, taken=taken)
            self.reload()

    def _take_all(self) -> None:
        if self.request is not None and self.plan is not None:
            ids = frozenset(row.session.id for row in self.plan.of(SessionFate.CONFLICT))
            self.request = replace(self.request, taken=ids)
            self.reload()

    def run(self) -> None:
        """Run the plan as it is shown, and go to the register."""
        plan = self.plan
        if plan is None or not self.go_on.isEnabled():
            return
        outcome = self.desk.do(sessions_gesture(plan), import_sessions, plan)
        if outcome.done:
            self.leave()
            words = self.tr("%n session(s) imported", "", outcome.value or 0)
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

    # the page ----------------------------------------------------------------------------------

    def leave(self) -> None:
        """Go to the register, whose columns the sessions are."""
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
        """Return “Import sessions”."""
        return self.tr("Import sessions")

    def fit(self) -> None:
        """Give way where there is little room."""
        self.table.fit(narrow=room_of(self) < 900)
