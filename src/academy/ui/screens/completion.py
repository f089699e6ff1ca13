"""Completion and certificates of a cohort: how everybody stands to each rule, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from academy.domain.words import CertificateState, CohortState
from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import page_layout, page_margin, room_of, toolbar
from academy.ui.kit.parts import button, holder, label, row
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.table import DataTable, TableModel
from academy.ui.kit.toast import show_toast
from academy.ui.screens.cohort_tab import CohortTab
from academy.ui.screens.completion_table import REQUIREMENT, CompletionRows, columns_of, is_met
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.usecases import cohorts, completion
from academy.usecases.completion import CompletionRow, RequirementRow


class CompletionTab(CohortTab):
    """A row per person. Named requirements are ticked here, by click or Space, for several too."""

    watches = frozenset(
        {"places", "people", "marks", "training_sessions", "cohorts", "completion_rules",
         "requirements", "requirements_met", "mentoring_meetings", "mentoring_pairs",
         "certificates", "programmes"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self.rows: list[CompletionRow] = []
        self.named: list[RequirementRow] = []
        self.finished = self._tiny = False
        self.table: DataTable | None = None
        self.summary = label("", "muted", wrap=True)
        self.requirements = button(self.tr("Re&quirements"))
        self.requirements.open_below(QMenu(self.requirements))
        self.finish = button(self.tr("Fini&sh cohort"))
        self.issue = button(self.tr("&Review && issue"), "primary", "award")
        bar = toolbar(self.summary, self.requirements, self.finish, self.issue)
        bar.setStretch(0, 1)
        self._bar = bar
        words = self.tr("Bring people in; how they stand to the rules is then shown here.")
        act = self.tr("Open people")
        self.empty = EmptyState("list-checks", self.tr("Nobody in this cohort yet"), words, act)
        self._inner = row(margins=(24, 0, 24, 12))
        page = page_layout(holder(bar), holder(self._inner))
        page.setStretch(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(holder(page))
        self._pages.addWidget(self.empty)
        self.setLayout(page_layout(self._pages))
        self.mentors = MentoringDoing(desk, self)
        self._connect()

    def _connect(self) -> None:
        self.finish.clicked.connect(self.finish_cohort)
        self.issue.clicked.connect(self.review)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(
            lambda: self.asked.emit(f"cohort/{self.cohort_id}/people")
        )
        self.requirements.menu().aboutToShow.connect(self._fill_menu)

    def open_cohort(self, cohort_id: int) -> None:
        """Show another cohort."""
        if cohort_id != self.cohort_id:
            self.cohort_id = cohort_id
            self._drop_table()
            self.refresh()

    def _open_people(self) -> None:
        self.asked.emit(f"cohort/{self.cohort_id}/people")

    def review(self) -> None:
        """Go to the page that issues certificates."""
        self.asked.emit(f"cohort/{self.cohort_id}/issue")

    # ---- showing -------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read how everybody stands."""
        if not self.cohort_id:
            return
        self.rows = self.desk.read(completion.completion, self.cohort_id, self.desk.now())
        self.named = self.desk.read(completion.requirements, self.cohort_id)
        state = self.desk.read(cohorts.cohort, self.cohort_id).state
        self.finished = state is CohortState.FINISHED
        columns = columns_of(self.rows, self.named)
        if self.table is None or [c.key for c in columns] != self._keys():
            self._make_table()
        if self.table is not None:
            self.table.model.set_rows(self.rows)
            if self.rows and self.table.view.current_id() is None:
                self.table.view.select_ids([self.rows[0].place_id])
        self._pages.setCurrentIndex(0 if self.rows else 1)
        self.summary.setText(self._sentence())
        self.requirements.setVisible(bool(self.named))
        finish = self.tr("Reopen cohort") if self.finished else self.tr("Fini&sh cohort")
        self.finish.setText(finish)

    def _keys(self) -> list[str]:
        return [c.key for c in self.table.model.columns] if self.table is not None else []

    def _make_table(self) -> None:
        self._drop_table()
        if not self.rows:
            return
        columns = columns_of(self.rows, self.named)
        model: TableModel[CompletionRow] = TableModel(columns, lambda person: person.place_id)
        delegate = CompletionRows()
        self.table = DataTable(
            "completion",
            self.tr("How everybody stands to the rules"),
            model,
            nothing=self.tr("No people match ‘{text}’."),
            delegate=delegate,
            row_height=36,
        )
        delegate.ticked.connect(self._click_requirement)
        self.table.opened.connect(self._open_person)
        self.table.view.installEventFilter(self)
        self._inner.addWidget(self.table)
        self.setFocusProxy(self.table)

    def _drop_table(self) -> None:
        self.table = None
        self._inner.empty()

    def _sentence(self) -> str:
        if self._tiny:
            return ""
        issued = sum(person.certificate_state is CertificateState.ISSUED for person in self.rows)
        due = sum(person.due for person in self.rows)
        lost = sum(person.lost for person in self.rows)
        words = [
            self.tr("%n certificate(s) due", "", due) if due else "",
            self.tr("{n} issued").format(n=issued) if issued else "",
            self.tr("%n person(s) cannot meet the rules any more", "", lost) if lost else "",
        ]
        return " · ".join(part for part in words if part) or self.tr("No certificate is due yet.")

    # ---- requirements --------------------------------------------------------------------------

    def selected(self) -> list[CompletionRow]:
        """Return the chosen people."""
        ids = set(self.table.view.selected_ids()) if self.table is not None else set()
        return [person for person in self.rows if person.place_id in ids]

    def toggle_requirement(self, requirement_id: int, people: Sequence[CompletionRow]) -> None:
        """Note a requirement as met for these people; if all met it, take that back."""
        asked = next(named for named in self.named if named.id == requirement_id)
        open_ = [person.place_id for person in people if not is_met(person, asked.name)]
        if open_:
            gesture, today = Gesture("meet_requirement"), self.desk.today()
            self.desk.do(gesture, completion.meet_requirement, open_, requirement_id, today)
        elif people:
            places = [person.place_id for person in people]
            gesture = Gesture("unmeet_requirement")
            self.desk.do(gesture, completion.unmeet_requirement, places, requirement_id)

    def _click_requirement(self, place_id: int, key: str) -> None:
        people = [person for person in self.rows if person.place_id == place_id]
        self.toggle_requirement(int(key.removeprefix(REQUIREMENT)), people)

    def _fill_menu(self) -> None:
        menu = self.requirements.menu()
        menu.clear()
        for words, act in self._requirement_commands():
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())

    def _requirement_commands(self) -> list[tuple[str, Callable[[], object]]]:
        people = self.selected()
        found: list[tuple[str, Callable[[], object]]] = []
        for asked in self.named:
            everyone = bool(people) and all(is_met(person, asked.name) for person in people)
            met = self.tr("‘{name}’ met for %n person(s)", "", len(people))
            gone = self.tr("‘{name}’ not met for %n person(s)", "", len(people))
            words = (gone if everyone else met).format(name=asked.name).replace("&", "&&")
            act = lambda asked=asked: self.toggle_requirement(asked.id, self.selected())  # noqa: E731
            found.append((words, act))
        return found

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Space changes the requirement under the cursor, or the first one, for all chosen."""
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not space or event.type() != QEvent.Type.KeyPress or not self.named:
            return False
        assert self.table is not None
        key = self.table.model.columns[max(0, self.table.view.currentIndex().column())].key
        here = [n.id for n in self.named if key == f"{REQUIREMENT}{n.id}"]
        self.toggle_requirement((here or [self.named[0].id])[0], self.selected())
        return True

    # ---- the cohort ----------------------------------------------------------------------------

    def finish_cohort(self) -> None:
        """Finish the cohort, or reopen it; either can be undone."""
        if self.finished:
            gesture, state = Gesture("change_cohort"), CohortState.RUNNING
            self.desk.do(gesture, cohorts.change_state, self.cohort_id, state)
            return
        now = self.desk.now()
        gesture = Gesture("finish_cohort")
        outcome = self.desk.do(gesture, completion.finish_cohort, self.cohort_id, now)
        if outcome.done:
            words = self.tr("Cohort finished. %n person(s) completed it.", "", outcome.value or 0)
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

    def _open_person(self, place_id: object) -> None:
        found = [person.person_id for person in self.rows if person.place_id == place_id]
        if found:
            self.asked.emit(f"person/{found[0]}")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here."""
        return {"filter": self.table.open_filter} if self.table is not None else {}

    def make_mentor(self) -> None:
        """Ask what the chosen person, perhaps a graduate now, offers as a mentor."""
        if chosen := self.selected():
            self.mentors.edit_mentor(chosen[0].person_id)

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen people and the cohort."""
        here = [ItemCommand(words, act, "Space") for words, act in self._requirement_commands()]
        issue = ItemCommand(self.tr("&Review && issue certificates"), self.review)
        words = self.tr("Reopen cohort") if self.finished else self.tr("&Finish cohort")
        finish = ItemCommand(words, self.finish_cohort)
        mentor = ItemCommand(self.tr("&Make a mentor…"), self.make_mentor)
        one = [mentor] if len(self.selected()) == 1 else []
        return (*here, *one, issue, finish) if self.rows else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        tiny = self._tiny = room_of(self) < 720
        self._bar.set_margins((margin, 10, margin, 10))
        self._inner.set_margins((margin, 0, margin, 6 if tiny else 12))
        self.summary.setText(self._sentence())
        super().resizeEvent(event)
