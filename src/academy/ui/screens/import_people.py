"""Importing people: a list dropped, its columns, what will happen to each row, one button."""

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
from academy.ui.kit.parts import button, choice, column, holder, label, line, scrolled
from academy.ui.kit.screen import Screen
from academy.ui.kit.theme import px
from academy.ui.screens import import_words
from academy.ui.screens.import_columns import ImportColumns, Kinds, step
from academy.ui.screens.import_result import ImportDone
from academy.ui.screens.import_table import ImportTable
from academy.usecases import cohorts
from academy.usecases.people_import import import_gesture, import_people
from academy.usecases.people_plan import Answer, PeoplePlan, PeopleRequest, plan_people

KIND = ("xlsx", "xls", "ods", "csv", "tsv", "txt")


class ImportPeopleScreen(Screen):
    """One page, three steps. The check table is the plan that runs; nothing is written before."""

    watches = frozenset({"people", "places", "organisations", "cohorts", "column_choices"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id: int | None = None
        self.request: PeopleRequest | None = None
        self.plan: PeoplePlan | None = None
        self._source: Path | None = None
        self._cohort = ""
        self._build()
        self._connect()

    # building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.another = button(self.tr("Another file…"), picture="file-spreadsheet")
        self.sheet = choice(self.tr("Sheet"), width=180)
        self.head = PageHead("", actions=[self.sheet, self.another])
        self.message = MessageBar()
        self.columns, self.kinds = ImportColumns(), Kinds()
        self.table = ImportTable(self.tr("What will happen to each row"))
        self.cancel = button(self.tr("Cancel"))
        self.go_on = button(self.tr("Import people"), "primary")
        self.left_out = label("", "muted")
        self.empty = EmptyState(
            "file-spreadsheet",
            self.tr("Drop a list of people here"),
            self.tr(
                "A spreadsheet as it is (.xlsx, .xls, .ods or .csv). You see what will happen to "
                "each row before anything is written."
            ),
            self.tr("Choose file…"),
        )
        self.done = ImportDone(self.desk)
        self._steps = column(
            self.message,
            step(1, self.tr("Columns"), self.tr("what each of your columns becomes")),
            self.columns,
            6,
            step(2, self.tr("Check"), self.tr("what would happen to each row")),
            self.kinds,
            self.table,
            gap=8,
            margins=(24, 14, 24, 0),
        )
        self._steps.setStretch(6, 1)
        foot = footer(self.left_out, None, self.cancel, self.go_on)
        check = page_layout(scrolled(self._steps), foot)
        check.setStretch(0, 1)
        self._pages = QStackedWidget()
        for page in (self.empty, holder(check), self.done):
            self._pages.addWidget(page)
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.another.clicked.connect(self.choose)
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.choose)
        self.sheet.activated.connect(lambda: self._open(sheet=str(self.sheet.currentData())))
        self.columns.chosen.connect(self._choose_field)
        self.kinds.chosen.connect(self.table.model_.show_kind)
        self.table.model_.edited.connect(self._edit)
        self.table.answered.connect(self._answer)
        self.table.council_chosen.connect(self._choose_council)
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.cancel.clicked.connect(self._leave)
        self.go_on.clicked.connect(self.run)
        self.done.finished.connect(self._leave)

    # opening ---------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show the import into a cohort ("8",), of a file ("?file=PATH"), of a copy ("?paste")."""
        self.cohort_id = next((int(part) for part in parts if part.isdecimal()), None)
        self._show_file(None)
        file = next((part for part in parts if part.startswith("?file=")), "")
        self._name_page()
        if file:
            self.open_file(Path(file.removeprefix("?file=")))
        elif "?paste" in parts:
            self.open_text(QGuiApplication.clipboard().text())

    def choose(self) -> None:
        """Ask for the file."""
        kinds = [pickers.FileKind(self.tr("Spreadsheets"), KIND)]
        path = pickers.open_file(self, self.tr("Import people"), kinds, "import")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a list and show what it would become; say why if it cannot be read."""
        self._source = path
        self._open()

    def open_text(self, text: str) -> None:
        """Read a list that was pasted."""
        self._source = None
        try:
            self._take(pasted_table(text))
        except FileProblem as problem:
            self._refuse(labels.rule(problem))

    def _open(self, sheet: str = "") -> None:
        if self._source is None:
            return
        try:
            self._take(read_table(self._source, sheet))
        except FileProblem as problem:
            self._refuse(labels.rule(problem))

    def _take(self, table: Table) -> None:
        self.request = PeopleRequest(table, self.cohort_id)
        self.sheet.offer([(name, name) for name in table.sheets], table.sheet)
        self._pages.setCurrentIndex(1)
        self._replan()
        self.table.setFocus()

    def _refuse(self, words: str) -> None:
        self._show_file(None)
        self.desk.refused.emit(words)

    def _show_file(self, request: PeopleRequest | None) -> None:
        self.request = request
        self.plan = None
        self._pages.setCurrentIndex(0)
        self._name_page()

    # the plan --------------------------------------------------------------------------------

    def reload(self) -> None:
        """Make the plan anew after a change elsewhere; a result stays to be read."""
        if self.request is not None and self._pages.currentIndex() == 1:
            self._replan()

    def _replan(self) -> None:
        if self.request is None:
            return
        here = self.table.currentIndex()
        self.plan = plan = self.desk.read(plan_people, self.request)
        self.columns.show_columns(plan.columns)
        self.kinds.show_plan(plan)
        self.table.model_.show_plan(plan)
        if here.isValid() and here.row() < self.table.model_.rowCount():
            self.table.setCurrentIndex(self.table.model_.index(here.row(), here.column()))
        self._say_what_happens(plan)
        self._name_page()

    def _say_what_happens(self, plan: PeoplePlan) -> None:
        if plan.problem is not None:
            self.message.say(labels.rule(plan.problem), "bad")
        else:
            self.message.clear()
        self.left_out.setText(
            import_words.left_out([one.row for one in plan.rows if one.fate == "left_out"])
        )
        self.go_on.setText(self.tr("Import %n person(s)", "", plan.writes))
        self.go_on.setEnabled(plan.problem is None and plan.writes > 0)

    def _choose_field(self, header: str, field: str) -> None:
        if self.request is not None:
            fields = {**self.request.fields, header: field}
            self.request = replace(self.request, fields=fields)
            self._replan()

    def _edit(self, number: int, field: str, text: str) -> None:
        if self.request is not None:
            edits = {**self.request.edits, (number, field): text}
            self.request = replace(self.request, edits=edits)
            self._replan()

    def _answer(self, number: int, answer: Answer) -> None:
        if self.request is not None:
            answers = {**self.request.answers, number: answer}
            self.request = replace(self.request, answers=answers)
            self._replan()

    def _choose_council(self, typed: str, code: str) -> None:
        if self.request is not None:
            councils = {**self.request.councils, typed: code}
            self.request = replace(self.request, councils=councils)
            self._replan()

    def run(self) -> None:
        """Run the plan as it is shown."""
        plan = self.plan
        if plan is None or not self.go_on.isEnabled():
            return
        self.go_on.setEnabled(False)
        outcome = self.desk.do(import_gesture(plan), import_people, plan, self.desk.today())
        if outcome.done and outcome.value is not None:
            self.done.show_result(outcome.value, plan)
            self._pages.setCurrentIndex(2)
            self.done.setFocus()
        else:
            self.go_on.setEnabled(True)

    # the page --------------------------------------------------------------------------------

    def _leave(self) -> None:
        self._show_file(None)
        self.asked.emit(f"cohort/{self.cohort_id}/people" if self.cohort_id else "people")

    def _name_page(self) -> None:
        self._cohort = ""
        crumbs = [Crumb(self.tr("People"), "people")]
        if self.cohort_id is not None:
            self._cohort = self.desk.read(cohorts.cohort, self.cohort_id).name
            crumbs = [Crumb(self.tr("Cohorts"), "cohorts")]
            crumbs.append(Crumb(self._cohort, f"cohort/{self.cohort_id}"))
        self.head.set_crumbs(crumbs)
        self.head.set_title(self._heading())
        table = self.request.table if self.request else None
        self.head.set_note(import_words.about(table) if table else "")
        self.another.setVisible(table is not None and self._pages.currentIndex() == 1)
        self.sheet.setVisible(self.another.isVisibleTo(self) and self.sheet.count() > 1)
        self.head.set_margin(page_margin(self))

    def _heading(self) -> str:
        if not self._cohort or room_of(self) < 720:
            return self.tr("Import people")
        return self.tr("Import people into {cohort}").format(cohort=self._cohort)

    def title(self) -> str:
        """Return “Import people into Top Talent 8”."""
        return self._heading()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"import": self.choose}

    def _tell(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            number = self.table.model_.rows[index.row()].row
            words = self.tr("Row {n} · Enter answers, F2 edits in place, the plan follows")
            self.told.emit(words.format(n=number))

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
        self._steps.set_margins((margin, 14, margin, 0))
        self.head.set_title(self._heading())
        self.table.setMinimumHeight(px(36 * 6))
        super().resizeEvent(event)
