"""Mentoring of a cohort: who waits, whom they could get, the pairs, the mentors and their load."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget

from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import Tabs, page_layout, page_margin, room_of
from academy.ui.kit.parts import (
    button,
    column,
    holder,
    label,
    line,
    row,
    upright,
)
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.theme import factor, px
from academy.ui.screens.cohort_tab import CohortTab
from academy.ui.screens.match_bar import MatchBar
from academy.ui.screens.mentee_doing import MenteeDoing
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.ui.screens.mentoring_lists import ListPart, mentor_list, mentor_targets, waiting_list
from academy.ui.screens.mentoring_pairs import PairsPart, QuietStrip
from academy.ui.screens.mentoring_rows import MentorRows
from academy.ui.screens.mentoring_shares import shares
from academy.ui.screens.suggested import SuggestedPart
from academy.ui.screens.suggestion_table import TablePart
from academy.ui.screens.suggestion_words import plan_words
from academy.ui.screens.suggestions import Suggestions
from academy.usecases import mentoring, mentors

SUGGESTED, PAIRS, TABLE = "suggested", "pairs", "table"


class MentoringTab(CohortTab):
    """A board of three lists. Enter on somebody who waits chooses a mentor; so do menu and drag."""

    watches = frozenset(
        {"mentoring_pairs", "mentoring_meetings", "mentors", "places", "people", "academy",
         "mentee_profiles", "mentoring_conflicts", "organisations"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self.doing = MentoringDoing(desk, self)
        self.suggestions = Suggestions(desk, self)
        self.waiting = waiting_list(self.tr("Waiting for a mentor"), self.suggestions)
        self.suggested = SuggestedPart(self.suggestions, MenteeDoing(desk, self))
        self.paired = PairsPart(desk, self.doing)
        self.pairs, self.meetings = self.paired.pairs, self.paired.meetings
        self._table = TablePart()
        self.table = self._table.view
        offered = mentor_targets()
        self.mentors = mentor_list(self.tr("Mentors"), offered)
        offered.dropped.connect(self._dropped)
        self.quiet = QuietStrip(self.doing, lambda: self.show_part(PAIRS))
        self.bar = MatchBar()
        self.tags = self.bar.tags
        self.add = button(self.tr("&New mentor…"), "quiet", "plus", small=True)
        self._pages, self._parts = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()

    # ---- how it is built -----------------------------------------------------------------------

    def _build(self) -> None:
        heading, none = label(self.waiting.name, "group"), self.tr("Everybody here has a mentor.")
        self._score = label(self.tr("score"), "caption")
        self._waiting = ListPart(self.waiting, heading, none, 24, self._score)
        self._reached = label("", "caption", wrap=True)
        foot = row(self._reached, margins=(24, 8, 16, 12))
        self._left = holder(column(self._waiting, holder(foot), gap=0))
        words = self.tr("Nobody mentors yet. Say who does, and how many people they can take.")
        taken = label(self.tr("places taken"), "caption")
        self._known = ListPart(self.mentors, label(self.mentors.name, "group"), words, 16, taken)
        new = row(self.add, None, margins=(8, 4, 8, 8))
        self._right = holder(column(self._known, holder(new), gap=0))
        for side, first in ((self._left, self._waiting), (self._right, self._known)):
            lines = side.layout()
            assert lines is not None
            lines.setStretchFactor(first, 1)  # type: ignore[attr-defined]
        self._rules = (upright(), upright())
        board = row(self._left, self._rules[0], self._middle(), self._rules[1], self._right, gap=0)
        board.setStretch(2, 1)
        page = page_layout(self.bar, line(), holder(board), self.quiet)
        page.setStretch(2, 1)
        self._pages.addWidget(holder(page))
        words = self.tr("Bring people in; each of them can then get a mentor.")
        name = self.tr("Nobody in this cohort yet")
        self.empty = EmptyState("handshake", name, words, self.tr("Open people"))
        self._pages.addWidget(self.empty)
        self.setLayout(page_layout(self._pages))
        self.setFocusProxy(self.waiting.view)

    def _middle(self) -> QWidget:
        shown = [
            (self.tr("Suggested"), SUGGESTED),
            (self.tr("Pairs"), PAIRS),
            (self.tr("As a table"), TABLE),
        ]
        self.parts = Tabs(shown, self.tr("What stands in the middle"))
        self.parts.chosen.connect(self.show_part)
        for part in (self.suggested, self.paired, self._table):
            self._parts.addWidget(part)
        lines = column(row(self.parts, None, margins=(24, 0, 24, 0)), line(), self._parts, gap=0)
        lines.setStretch(2, 1)
        return holder(lines)

    def _connect(self) -> None:
        self.add.clicked.connect(self.doing.add_mentor)
        for press in (self.bar.suggest, self.bar.again):
            press.clicked.connect(lambda _=False: self.suggestions.suggest())
        self.bar.confirm.clicked.connect(lambda _=False: self.suggestions.confirm())
        self.bar.what_if.clicked.connect(self.suggestions.ask_what_if)
        self.suggestions.changed.connect(self._show_plan)
        self.suggested.chosen.connect(self.choose_mentor)
        self.suggested.mentor_opened.connect(self.doing.edit_mentor)
        self.table.opened.connect(self._show_person)
        self.waiting.view.selectionModel().currentChanged.connect(self._show_suggestion)
        for view, act in self._on_enter().items():
            view.installEventFilter(self)
            view.doubleClicked.connect(lambda _index, act=act: act())
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._open_menu)
        assert self.empty.button is not None
        go = self.asked.emit
        self.empty.button.clicked.connect(lambda: go(f"cohort/{self.cohort_id}/people"))
        self.bar.sets.clicked.connect(lambda: go(f"cohort/{self.cohort_id}/sets"))

    def _on_enter(self) -> dict[QAbstractItemView, Callable[[], object]]:
        return {
            self.waiting.view: self.choose_mentor,
            self.pairs.view: self.paired.log_contact,
            self.meetings.view: self.paired.change_contact,
            self.mentors.view: self.edit_mentor,
        }

    # ---- showing -------------------------------------------------------------------------------

    def open_cohort(self, cohort_id: int) -> None:
        """Show another cohort."""
        if cohort_id != self.cohort_id:
            self.cohort_id = cohort_id
            self.suggestions.open_cohort(cohort_id)
            self.refresh()
            waits = bool(self.desk.read(mentoring.unpaired, cohort_id))
            self.parts.show_tab(SUGGESTED if waits else PAIRS)  # where something is to be done

    def go(self, parts: Sequence[str]) -> None:
        """Show a pair: ("12",), or ask for suggestions: ("suggestions",)."""
        self.refresh()
        if parts and parts[0] == "suggestions":
            self.show_part(SUGGESTED)
            self.suggestions.suggest()
        elif parts and parts[0].isdecimal():
            self.parts.show_tab(PAIRS)
            self.pairs.show_id(int(parts[0]))
            QTimer.singleShot(0, self, self.pairs.view.setFocus)

    def show_part(self, key: str) -> None:
        """Show suggestions, pairs, or the table, which takes the whole width."""
        self.parts.show_tab(key)
        self._parts.setCurrentIndex((SUGGESTED, PAIRS, TABLE).index(key))
        self._fit()

    def reload(self) -> None:
        """Read people, pairs and mentors anew; what is current stays so."""
        if not self.cohort_id:
            return
        self.suggestions.read()
        waiting = self.desk.read(mentoring.unpaired, self.cohort_id)
        pairs = self.desk.read(mentoring.pairs, self.cohort_id, self.desk.today())
        known = self.desk.read(mentors.mentors)
        self._waiting.fill(waiting)
        self.paired.fill(pairs)
        self.quiet.fill(pairs)
        self._known.fill(sorted(known, key=lambda mentor: mentor.free == 0))
        self._pages.setCurrentIndex(0 if waiting or pairs else 1)
        self.bar.count(len(waiting), pairs, sum(mentor.free for mentor in known))
        self._show_plan()

    def _show_plan(self) -> None:
        """Show what is suggested now, everywhere on the board."""
        plan, waiting = self.suggestions.plan, len(self.waiting.model.rows)
        self.bar.show_plan(plan, waiting)
        self._score.setVisible(plan is not None)
        self._reached.setText("" if plan is None else plan_words(plan))
        self._table.show_plan(plan)
        self.waiting.view.scheduleDelayedItemsLayout()
        self.waiting.view.viewport().update()
        self._show_suggestion()

    def _show_suggestion(self) -> None:
        self.suggested.show_person(self.waiting.current())

    def _show_person(self, person_id: int) -> None:
        self.waiting.show_id(person_id)
        self.show_part(SUGGESTED)
        self.suggested.confirm.setFocus()

    # ---- doing ---------------------------------------------------------------------------------

    def choose_mentor(self) -> None:
        """Ask who mentors the person who waits."""
        if waiting := self.waiting.current():
            self.doing.choose_mentor(self.cohort_id, waiting)

    def edit_mentor(self) -> None:
        """Ask what the current mentor offers."""
        if mentor := self.mentors.current():
            self.doing.edit_mentor(mentor.person_id)

    def _dropped(self, mentee_id: str, mentor_id: int) -> None:
        self.doing.pair(self.cohort_id, int(mentee_id), mentor_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter does what the list is for; Del removes a contact."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for view, act in self._on_enter().items():
                if view is watched:
                    act()
            return True
        if event.key() == Qt.Key.Key_Delete and watched is self.meetings.view:
            self.paired.remove_contact()
            return True
        return False

    def _open_menu(self, place: QPoint) -> None:
        view = self.sender()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self._commands_of(view):
            menu.addAction(command.words).triggered.connect(lambda _=False, act=command.act: act())
        if isinstance(view, QWidget) and menu.actions():
            menu.popup(view.mapToGlobal(place))

    def _commands_of(self, view: QObject | None) -> list[ItemCommand]:
        lists = {
            self.waiting.view: [
                ItemCommand(self.tr("&Choose mentor…"), self.choose_mentor, "Enter"),
                *self.suggested.commands(),
            ],
            self.pairs.view: self.paired.commands(),
            self.meetings.view: [
                ItemCommand(self.tr("&Change contact…"), self.paired.change_contact, "Enter"),
                ItemCommand(self.tr("&Remove contact"), self.paired.remove_contact, "Del"),
            ],
            self.mentors.view: [ItemCommand(self.tr("E&dit mentor…"), self.edit_mentor, "Enter")],
        }
        return next((found for shown, found in lists.items() if shown is view), [])

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N makes a mentor."""
        return {"new": self.doing.add_mentor}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the current thing of the list that has focus."""
        found = self._commands_of(self.focusWidget())
        return (*found, ItemCommand(self.tr("Ne&w mentor…"), self.doing.add_mentor))

    def _fit(self) -> None:
        """Follow the room there is: mentors give way first; the table takes all of it."""
        room, margin = room_of(self), page_margin(self)
        table = self.parts.tabData(self.parts.currentIndex()) == TABLE
        self.bar.fit(room, margin)
        self._table.set_margin(margin)
        share = shares(self.width() / factor())
        self._left.setFixedWidth(px(share.waiting))
        self._right.setFixedWidth(px(share.mentors))
        self._left.setVisible(not table)
        self._right.setVisible(not table and bool(share.mentors))
        for rule, side in zip(self._rules, (self._left, self._right), strict=True):
            rule.setVisible(side.isVisibleTo(self))
        high, low = self.height() >= px(560), self.height() < px(340)
        self.suggested.fit(narrow=not share.roomy, low=low, tight=share.tight)
        self._reached.setVisible(not low)
        suggested = self._parts.currentIndex() == 0
        self.quiet.setVisible(high and suggested and bool(self.quiet.quiet))
        self.quiet.set_margin(margin)
        rows = self.mentors.view.itemDelegate()
        assert isinstance(rows, MentorRows)
        rows.compact = not share.roomy

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)
