"""The learning sets of a cohort: suggested, made, changed by hand, their meetings marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import Crumb, MessageBar, PageHead, Tabs, page_layout, page_margin, room_of
from academy.ui.kit.parts import button, column, holder, line, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.screens.set_tables import (
    TablePart,
    meetings_table,
    people_in_sets,
    people_table,
    vetoes_table,
)
from academy.ui.screens.set_words import set_name
from academy.ui.screens.sets_board import SetsBoard
from academy.ui.screens.sets_doing import SetsDoing
from academy.ui.screens.sets_suggested import SuggestedSets, as_row
from academy.usecases import cohorts, learning_sets, set_meetings, set_vetoes
from academy.usecases.learning_sets import LearningSets
from academy.usecases.set_meetings import SetMeetingRow

PARTS = ("sets", "meetings", "apart", "table")


class SetsScreen(Screen):
    """Address: cohort/7/sets."""

    watches = frozenset(
        {"learning_sets", "learning_set_members", "learning_set_meetings", "learning_set_marks",
         "learning_set_vetoes", "places", "people", "organisations", "cohorts"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id, self._name = 0, ""
        self.suggested = SuggestedSets(desk, self)
        self.doing = SetsDoing(desk, self, self.suggested)
        self.board = SetsBoard(self.doing)
        self.found = LearningSets((), (), 0)
        self._rows: list[SetMeetingRow] = []
        self._make_buttons()
        self.head = PageHead("", actions=self._actions)
        self.told_plan = MessageBar()
        self.people = TablePart(people_table(), self.tr("Nobody is in this cohort yet."))
        none = self.tr("No set has met yet. Log the first meeting of a set.")
        self.meetings = TablePart(meetings_table(), none)
        none = self.tr("Nobody is kept apart. A veto is kept in every suggestion, and by hand.")
        self.apart = TablePart(vetoes_table(), none, self.keep, self.withdraw)
        self._build()
        self._connect()

    # ---- how it is built -----------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.print = button(self.tr("&Print"), picture="printer")
        self.log = button(self.tr("&Log meeting"), menu=QMenu(self))
        self.suggest = button(self.tr("&Suggest sets…"), "primary", "sparkles")
        self.discard = button(self.tr("&Discard"))
        self.make = button(self.tr("&Make sets"), "primary")
        self.keep = button(self.tr("&Keep two people apart…"), picture="plus", small=True)
        self.withdraw = button(self.tr("&Withdraw veto"), "quiet", small=True)
        self._actions = (self.print, self.log, self.suggest, self.discard, self.make)

    def _build(self) -> None:
        shown = [
            (self.tr("Sets"), "sets"),
            (self.tr("Meetings"), "meetings"),
            (self.tr("Kept apart"), "apart"),
            (self.tr("As a table"), "table"),
        ]
        self.parts = Tabs(shown, self.tr("What is shown of the sets"))
        self._parts = QStackedWidget()
        for part in (self.board, self.meetings, self.apart, self.people):
            self._parts.addWidget(part)
        words = self.tr(
            "Action-learning sets are groups of 5 to 8 who work on each other’s questions. "
            "Academy suggests sets that mix organisations, regions and roles."
        )
        self.empty = EmptyState("users", self.tr("No sets yet"), words, self.tr("Suggest sets…"))
        words = self.tr("Bring people in; they can then be divided into sets.")
        self.nobody = EmptyState(
            "users", self.tr("Nobody in this cohort yet"), words, self.tr("Open people")
        )
        self._tab_row = row(self.parts, None, margins=(24, 0, 24, 0))
        self._note = row(self.told_plan, margins=(24, 10, 24, 0))
        self._pages = QStackedWidget()
        full = column(holder(self._tab_row), line(), holder(self._note), self._parts, gap=0)
        full.setStretch(3, 1)
        for page in (holder(full), self.empty, self.nobody):
            self._pages.addWidget(page)
        self.setLayout(page_layout(self.head, self._pages))
        self.setFocusProxy(self.board)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.parts.chosen.connect(self._chosen)
        self.board.opened.connect(lambda person: self.asked.emit(f"person/{person}"))
        self.suggested.changed.connect(self._show)
        self.print.clicked.connect(self.print_list)
        self.suggest.clicked.connect(self.doing.suggest)
        self.discard.clicked.connect(self.suggested.discard)
        self.make.clicked.connect(self.suggested.make)
        self.keep.clicked.connect(self.keep_apart)
        self.withdraw.clicked.connect(self.withdraw_veto)
        self.log.menu().aboutToShow.connect(self._fill_log)
        self.meetings.view.opened.connect(lambda _id: self.change_meeting())
        for view in (self.meetings.view, self.apart.view):
            view.installEventFilter(self)
        for empty, act in ((self.empty, self.doing.suggest), (self.nobody, self._open_people)):
            assert empty.button is not None
            empty.button.clicked.connect(act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del removes the current meeting, or withdraws the current veto."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_Delete:
            return False
        (self.remove_meeting if watched is self.meetings.view else self.withdraw_veto)()
        return True

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show the sets of a cohort: ("7",)."""
        cohort_id = int(parts[0]) if parts and parts[0].isdecimal() else 0
        if cohort_id != self.cohort_id:
            self.cohort_id = cohort_id
            self.suggested.open_cohort(cohort_id)
            self.show_part("sets")
        self.refresh()

    def show_part(self, key: str) -> None:
        """Show cards, meetings, who is kept apart, or the table."""
        self.parts.show_tab(key)
        self._parts.setCurrentIndex(PARTS.index(key))

    def _chosen(self, key: str) -> None:
        self._parts.setCurrentIndex(PARTS.index(key))

    def reload(self) -> None:
        """Read the sets anew; a cohort that is gone leads to all cohorts."""
        cohort = self.desk.read(cohorts.cohort_row, self.cohort_id)
        if cohort is None:
            self.asked.emit("cohorts")
            return
        self._name = cohort.name
        here = f"cohort/{cohort.id}"
        mentoring = Crumb(self.tr("Mentoring"), f"{here}/mentoring")
        self.head.set_crumbs([Crumb(self.tr("Cohorts"), "cohorts"), Crumb(cohort.name, here),
                              mentoring])  # fmt: skip
        self.found = self.doing.found = self.desk.read(learning_sets.learning_sets, cohort.id)
        self._rows = self.desk.read(set_meetings.set_meetings, cohort.id)
        self.meetings.fill(self._rows)
        vetoes = self.desk.read(set_vetoes.vetoes, cohort.id)
        self.apart.fill(vetoes)
        self.withdraw.setVisible(bool(vetoes))
        self.suggested.read()
        self._show()

    def _show(self) -> None:
        """Show what is suggested, or the sets there are."""
        plan, found = self.suggested.plan, self.found
        if plan is not None:
            rows = tuple(as_row(one) for one in plan.sets)
            self.board.show_suggested(rows)
            self.people.fill(people_in_sets(LearningSets(rows, (), found.people)))
        else:
            self.board.show_sets(found)
            self.people.fill(people_in_sets(found))
        self._tell_plan()
        page = 0 if found.sets or plan is not None else 1 if found.people else 2
        self._pages.setCurrentIndex(page)
        has_met = any(one.met_on for one in found.sets)
        for press, shown in (
            (self.print, bool(found.sets) and plan is None),
            (self.log, bool(found.sets) and plan is None),
            (self.suggest, page == 0 and plan is None and not has_met),
            (self.discard, plan is not None),
            (self.make, plan is not None),
        ):
            press.setVisible(shown)
        self._fit()

    def _tell_plan(self) -> None:
        plan = self.suggested.plan
        if plan is None:
            self.told_plan.clear()
            return
        n = len(plan.sets)
        self.make.setText(self.tr("&Make %n set(s)", "", n))
        told = [self.tr("Suggested, nothing is made yet."), labels.gap(plan.gap)]
        if near := sum(len(one.together) for one in plan.sets):
            told.append(self.tr("%n time(s) two close people share a set.", "", near))
        if plan.given.replaces:
            words = self.tr("Making them replaces the %n set(s) there are.", "",
                            plan.given.replaces)  # fmt: skip
            told.append(words)
        self.told_plan.say(" ".join(told), "info", [(self.tr("Change…"), self.doing.suggest)])

    def title(self) -> str:
        """Return “Learning sets – Top Talent 7”."""
        return self.tr("Learning sets – {cohort}").format(cohort=self._name) if self._name else ""

    # ---- doing ---------------------------------------------------------------------------------

    def _open_people(self) -> None:
        self.asked.emit(f"cohort/{self.cohort_id}/people")

    def _fill_log(self) -> None:
        menu = self.log.menu()
        menu.clear()
        for one in self.found.sets:
            words = f"{set_name(one)} – {one.facilitator}" if one.facilitator else set_name(one)
            act = menu.addAction(words.replace("&", "&&"))
            act.triggered.connect(lambda _=False, one=one: self.doing.log_meeting(one))

    def log_meeting(self) -> None:
        """Log a meeting of the current set."""
        card = self.board.card()
        rows = [one for one in self.found.sets if card is None or card.set == one]
        if rows or self.found.sets:
            self.doing.log_meeting((rows or self.found.sets)[0])

    def change_meeting(self) -> None:
        """Ask what shall change in the current meeting."""
        for meeting in self._rows:
            if meeting.id == self.meetings.view.current_id():
                self.doing.change_meeting(meeting)

    def remove_meeting(self) -> None:
        """Remove the current meeting."""
        if (meeting := self.meetings.view.current_id()) is not None:
            self.doing.remove_meeting(meeting)

    def keep_apart(self) -> None:
        """Ask for two people who are not to be in one set."""
        self.doing.keep_apart()

    def withdraw_veto(self) -> None:
        """Withdraw the current veto."""
        if (veto := self.apart.view.current_id()) is not None:
            self.doing.withdraw_veto(veto)

    def print_list(self) -> None:
        """Show the list of sets as it will be printed."""
        self.doing.print_list()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N logs a meeting, Ctrl+P prints the list."""
        if not self.found.sets or self.suggested.plan is not None:
            return {}
        return {"new": self.log_meeting, "print": self.print_list, "preview": self.print_list}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the current member, set, meeting or veto."""
        more = [ItemCommand(self.tr("&Suggest sets…"), self.doing.suggest)]
        if self.found.sets:
            more.append(ItemCommand(self.tr("&Add a set"), self.doing.add_set))
        keep = ItemCommand(self.tr("&Keep two people apart…"), self.keep_apart)
        part = PARTS[self._parts.currentIndex()]
        if part == "meetings" and self._rows:
            change = ItemCommand(self.tr("&Change meeting…"), self.change_meeting, "Enter")
            return [change, ItemCommand(self.tr("&Remove meeting"), self.remove_meeting, "Del")]
        if part == "apart":
            return [keep, ItemCommand(self.tr("&Withdraw veto"), self.withdraw_veto, "Del")]
        return [*(self.board.commands() if part == "sets" else []), *more, keep]

    # ---- room ----------------------------------------------------------------------------------

    def _fit(self) -> None:
        margin, room = page_margin(self), room_of(self)
        self.head.set_bottom(0, margin)
        self.head.set_title(self.tr("Learning sets"), self._name if room >= 900 else "")
        n, loose = len(self.found.sets), len(self.found.without)
        tags = [(self.tr("%n set(s)", "", n), "plain")] if n else []
        if n and loose:
            tags.append((self.tr("%n in no set", "", loose), "warning"))
        self.head.set_tags(tags if room >= 1000 else [])
        self._tab_row.set_margins((margin, 0, margin, 0))
        for part in (self.meetings, self.apart, self.people):
            part.set_margin(margin)
        self._note.set_margins((margin, 10 if self.told_plan.isVisibleTo(self) else 0, margin, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)
