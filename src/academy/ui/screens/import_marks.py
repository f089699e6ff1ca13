"""Importing a list of marks: a grid, one row per mark, or mod_attendance's own form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.domain.words import FileProblem
from academy.exchange.tables import Table, pasted_table, read_table
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import (
    Crumb,
    MessageBar,
    PageHead,
    footer,
    page_layout,
    page_margin,
    room_of,
)
from academy.ui.kit.parts import button, column, holder, label, line
from academy.ui.kit.screen import Screen
from academy.ui.kit.toast import show_toast
from academy.ui.screens.import_marks_rows import MarksTable
from academy.usecases import cohorts
from academy.usecases.marks_import import import_marks, marks_gesture
from academy.usecases.marks_plan import Key, MarkFate, MarksPlan, MarksRequest, plan_marks

KIND = ("xlsx", "xls", "ods", "csv", "tsv", "txt")


class ImportMarksScreen(Screen):
    """The check table is the plan that runs; nothing is written before its button."""

    watches = frozenset({"marks", "places", "people", "training_sessions", "cohorts"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self.request: MarksRequest | None = None
        self.plan: MarksPlan | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.another = button(self.tr("Another file…"), picture="file-spreadsheet")
        self.head = PageHead("", actions=[self.another])
        self.message = MessageBar()
        self.counts = label("", "muted", wrap=True)
        self.table = MarksTable(self.tr("What will happen to each mark"))
        self.take_all = button(self.tr("Take all of the list"), small=True)
        self.cancel = button(self.tr("Cancel"))
        self.go_on = button(self.tr("Import marks"), "primary")
        words = self.tr(
            "A grid of people by sessions, or one row per person and session (.xlsx, .xls, .ods "
            "or .csv). You see what differs before anything is written."
        )
        self.empty = EmptyState(
            "file-spreadsheet", self.tr("Drop a list of marks here"), words,
            self.tr("Choose file…"),
        )  # fmt: skip
        self._lines = column(self.message, self.counts, self.table, gap=8, margins=(24, 12, 24, 0))
        self._lines.setStretch(2, 1)
        check = page_layout(
            holder(self._lines), footer(self.take_all, None, self.cancel, self.go_on)
        )
        check.setStretch(0, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(holder(check))
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.another.clicked.connect(self.choose)
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.choose)
        self.table.answered.connect(self._answer)
        self.take_all.clicked.connect(self._take_all)
        self.cancel.clicked.connect(self._leave)
        self.go_on.clicked.connect(self.run)

    # opening -----------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show the import into a cohort ("8",), of a file ("?file=PATH"), of a copy ("?paste")."""
        self.cohort_id = next((int(part) for part in parts if part.isdecimal()), 0)
        self._forget()
        file = next((part for part in parts if part.startswith("?file=")), "")
        if file:
            self.open_file(Path(file.removeprefix("?file=")))
        elif "?paste" in parts:
            self._read(lambda: pasted_table(QGuiApplication.clipboard().text()))

    def choose(self) -> None:
        """Ask for the file."""
        kinds = [pickers.FileKind(self.tr("Spreadsheets"), KIND)]
        path = pickers.open_file(self, self.tr("Import marks"), kinds, "import")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a list and show what it would do; say why if it cannot be read."""
        self._read(lambda: read_table(path))

    def _read(self, read: Callable[[], Table]) -> None:
        try:
            table = read()
        except FileProblem as problem:
            self._forget()
            self.desk.refused.emit(labels.rule(problem))
            return
        self.request = MarksRequest(table, self.cohort_id, self.desk.today())
        self._pages.setCurrentIndex(1)
        self.reload()
        self.table.setCurrentIndex(self.table.model_.index(0, 1))
        self.table.setFocus()

    def _forget(self) -> None:
        self.request = self.plan = None
        self._pages.setCurrentIndex(0)
        self._name_page()

    # the plan ----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Make the plan anew after an answer, or a change elsewhere."""
        if self.request is None:
            return
        self.plan = plan = self.desk.read(plan_marks, self.request)
        self.table.model_.show_plan(plan)
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
        self._name_page()

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
            self._leave()
            words = self.tr("%n mark(s) imported", "", outcome.value or 0)
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

    # the page ----------------------------------------------------------------------------------

    def _leave(self) -> None:
        self._forget()
        self.asked.emit(f"cohort/{self.cohort_id}/register")

    def _name_page(self) -> None:
        crumbs = [Crumb(self.tr("Cohorts"), "cohorts")]
        if self.cohort_id:
            name = self.desk.read(cohorts.cohort, self.cohort_id).name
            crumbs.append(Crumb(name, f"cohort/{self.cohort_id}"))
        self.head.set_crumbs(crumbs)
        self.head.set_title(self.title())
        self.head.set_note(self.request.table.name if self.request else "")
        self.another.setVisible(self.request is not None)
        self.head.set_margin(page_margin(self))

    def title(self) -> str:
        """Return “Import marks”."""
        return self.tr("Import marks")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"import": self.choose}

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._lines.set_margins((margin, 12, margin, 0))
        self.table.fit(narrow=room_of(self) < 900)
        super().resizeEvent(event)
