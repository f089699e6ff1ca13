"""Importing people: a list dropped, its columns, what will happen to each row, one button."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from academy.exchange.tables import Table, pasted_table, read_table
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk, Outcome
from academy.ui.kit.page import Crumb, room_of
from academy.ui.kit.parts import choice, column, label
from academy.ui.kit.theme import px
from academy.ui.screens import import_words
from academy.ui.screens.import_columns import ImportColumns, Kinds, step
from academy.ui.screens.import_frame import CHECK, DONE, EMPTY, FrameWords, ImportScreen
from academy.ui.screens.import_result import ImportDone
from academy.ui.screens.import_table import ImportTable
from academy.usecases import cohorts
from academy.usecases.people_import import ImportResult, import_gesture, import_people
from academy.usecases.people_plan import Answer, PeoplePlan, PeopleRequest, plan_people


class ImportPeopleScreen(ImportScreen):
    """One page, three steps. The check table is the plan that runs; nothing is written before."""

    watches = frozenset({"people", "places", "organisations", "cohorts", "column_choices"})
    top = 14
    fields: ClassVar[tuple[str, ...]] = ()
    """What columns may become; none named: the fields of a person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.request: Any = None  # a PeopleRequest, or one that asks for more
        self.plan: PeoplePlan | None = None
        self._source: Path | None = None
        self._cohort = ""
        self._build()
        self._connect()

    # building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.sheet = choice(self.tr("Sheet"), width=180)
        self.columns, self.kinds = ImportColumns(self.fields), Kinds()
        self.table = ImportTable(self.tr("What will happen to each row"))
        self.left_out = label("", "muted")
        steps = column(
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
        steps.setStretch(6, 1)
        self.frame(self.frame_words(), steps, self.left_out, actions=[self.sheet], scroll=True)
        self.done = ImportDone(self.desk)
        self._pages.addWidget(self.done)

    def frame_words(self) -> FrameWords:
        """Return what the page says of its file before there is one."""
        sentence = self.tr(
            "A spreadsheet as it is (.xlsx, .xls, .ods or .csv). You see what will happen to "
            "each row before anything is written."
        )
        return FrameWords(
            self.tr("Drop a list of people here"), sentence, self.tr("Import people"),
            self.tr("Spreadsheets"), self.tr("Import people"),
        )  # fmt: skip

    def _connect(self) -> None:
        self.sheet.activated.connect(lambda: self._read_sheet(str(self.sheet.currentData())))
        self.columns.chosen.connect(self._choose_field)
        self.kinds.chosen.connect(self.table.model_.show_kind)
        self.table.model_.edited.connect(self._edit)
        self.table.answered.connect(self._answer)
        self.table.council_chosen.connect(self._choose_council)
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.done.finished.connect(self.leave)

    # opening ---------------------------------------------------------------------------------

    def read_file(self, path: Path) -> None:
        """Read a list and show what it would become."""
        self._source = path
        self._take(read_table(path))

    def read_paste(self, text: str) -> None:
        """Read a list that was pasted."""
        self._source = None
        self._take(pasted_table(text))

    def _read_sheet(self, sheet: str) -> None:
        source = self._source
        if source is not None:
            self.read_or_refuse(lambda: self._take(read_table(source, sheet)))

    def _take(self, table: Table) -> None:
        self.request = self.request_of(table)
        self.sheet.offer([(name, name) for name in table.sheets], table.sheet)
        self._pages.setCurrentIndex(CHECK)
        self._replan()
        self.table.setFocus()

    def request_of(self, table: Table) -> PeopleRequest:
        """Return what is asked of a list."""
        return PeopleRequest(table, self.cohort_id or None)

    def planned(self) -> PeoplePlan:
        """Return what the request would do."""
        return self.desk.read(plan_people, self.request)

    def ran(self, plan: PeoplePlan) -> Outcome[ImportResult]:
        """Run a plan as one gesture."""
        return self.desk.do(import_gesture(plan), import_people, plan, self.desk.today())

    def forget(self) -> None:
        """Let go of the list."""
        self.request = self.plan = None

    # the plan --------------------------------------------------------------------------------

    def reload(self) -> None:
        """Make the plan anew after a change elsewhere; a result stays to be read."""
        if self.request is not None and self._pages.currentIndex() == CHECK:
            self._replan()

    def _replan(self) -> None:
        if self.request is None:
            return
        here = self.table.currentIndex()
        self.plan = plan = self.planned()
        self.columns.show_columns(plan.columns)
        self.kinds.show_plan(plan)
        self.table.model_.show_plan(plan)
        if here.isValid() and here.row() < self.table.model_.rowCount():
            self.table.setCurrentIndex(self.table.model_.index(here.row(), here.column()))
        self._say_what_happens(plan)
        self.name_page()

    def _say_what_happens(self, plan: PeoplePlan) -> None:
        if plan.problem is not None:
            self.message.say(labels.rule(plan.problem), "bad")
        else:
            self.say_more(plan)
        self.left_out.setText(
            import_words.left_out([one.row for one in plan.rows if one.fate == "left_out"])
        )
        self.go_on.setText(self.go_on_words(plan.writes))
        self.go_on.setEnabled(plan.problem is None and plan.writes > 0)

    def go_on_words(self, many: int) -> str:
        """Return what the button does."""
        return self.tr("Import %n person(s)", "", many)

    def say_more(self, _plan: PeoplePlan) -> None:
        """Say what else there is to know of a plan that can run."""
        self.message.clear()

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
        outcome = self.ran(plan)
        if outcome.done and outcome.value is not None:
            self.done.show_result(outcome.value, plan)
            self.show_page(DONE)
            self.done.setFocus()
        else:
            self.go_on.setEnabled(True)

    # the page --------------------------------------------------------------------------------

    def leave(self) -> None:
        """Go to the people of the cohort, or to all."""
        self.show_page(EMPTY)
        self.asked.emit(f"cohort/{self.cohort_id}/people" if self.cohort_id else "people")

    def name_page(self) -> None:
        """Name the cohort, the list and its sheet."""
        self._cohort = ""
        crumbs = [Crumb(self.tr("People"), "people")]
        if self.cohort_id:
            self._cohort = self.desk.read(cohorts.cohort, self.cohort_id).name
            crumbs = [Crumb(self.tr("Cohorts"), "cohorts")]
            crumbs.append(Crumb(self._cohort, f"cohort/{self.cohort_id}"))
        table = self.request.table if self.request else None
        filled = table is not None and self._pages.currentIndex() == CHECK
        self.show_head(crumbs, import_words.about(table) if table else "", filled=filled)
        self.sheet.setVisible(filled and self.sheet.count() > 1)

    def title(self) -> str:
        """Return “Import people into Top Talent 8”."""
        if not self._cohort or room_of(self) < 720:
            return self.tr("Import people")
        return self.tr("Import people into {cohort}").format(cohort=self._cohort)

    def _tell(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            number = self.table.model_.rows[index.row()].row
            words = self.tr("Row {n} · Enter answers, F2 edits in place, the plan follows")
            self.told.emit(words.format(n=number))

    def fit(self) -> None:
        """Give way where there is little room."""
        self.head.set_title(self.title())
        self.columns.fit()
        self.table.setMinimumHeight(px(36 * 6))
