"""One mentoring pair: who they are, why, their goals, meetings and private notes, its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu

from academy.domain.words import GoalState, PairState, RuleBroken
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import Crumb, PageHead, page_layout, page_margin, room_of
from academy.ui.kit.parts import button, column, icon_button, line, row, scrolled
from academy.ui.kit.rows import List
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.ui.screens.pair_doing import PairDoing
from academy.ui.screens.pair_notes import NotesCard
from academy.ui.screens.pair_parts import (
    ListCard,
    contact_list,
    facts_card,
    goal_list,
    link,
    other_pairs,
    why_card,
)
from academy.ui.screens.pair_words import names_of, tags_of
from academy.usecases import pair_details
from academy.usecases.pair_details import PairDetails

WIDE = 900
"""From this width on the cards stand in two columns."""


class PairScreen(Screen):
    """Address: pair/12."""

    watches = frozenset(
        {"mentoring_pairs", "mentoring_meetings", "mentoring_goals", "private_notes", "note_keys",
         "people", "organisations", "cohorts", "academy", "snoozes"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pair_id = 0
        self.details: PairDetails | None = None
        self.doing, self.more = MentoringDoing(desk, self), PairDoing(desk, self)
        self.log = button(self.tr("&Log contact…"), "primary", "message-circle")
        self.note = button(self.tr("Note &contact today"))
        self.menu = QMenu(self)
        self.others_button = icon_button(
            "ellipsis", self.tr("More for this pair"), "normal", menu=self.menu
        )
        actions = (self.note, self.log, self.others_button)
        self.head = PageHead("", actions=actions)
        self.head.went.connect(self.asked)
        self.goals = goal_list(self.tr("Goals"))
        self.meetings = contact_list(self.tr("Meetings"))
        self.pairs = other_pairs(self.tr("Other pairs of the two"))
        self.notes = NotesCard(desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.add_goal = button(self.tr("New go&al…"), small=True)
        none = self.tr("None yet. A goal says what they work towards; it stands in the agreement.")
        self._goals = ListCard(self.tr("Goals"), self.goals, none, self.add_goal)
        none = self.tr("They have not met yet, as far as you know.")
        self._meetings = ListCard(self.tr("Meetings"), self.meetings, none)
        none = self.tr("Neither was in another pair.")
        self._pairs = ListCard(self.tr("Other and former pairs"), self.pairs, none)
        self._facts = column(gap=12)
        left = column(self._goals, self._meetings, self.notes, None, gap=12)
        right = column(self._facts, self._pairs, None, gap=12)
        self._across = row(left, right, gap=12, margins=(24, 12, 24, 16))
        self._across.setStretch(0, 3)
        self._across.setStretch(1, 2)
        page = page_layout(self.head, line(), scrolled(column(self._across, None, gap=0)))
        page.setStretch(2, 1)
        self.setLayout(page)
        self.setFocusProxy(self.log)

    def _connect(self) -> None:
        self.log.clicked.connect(self.log_contact)
        self.note.clicked.connect(self.note_contact)
        self.add_goal.clicked.connect(lambda: self.more.edit_goal(self.pair_id))
        for view, act in self._on_enter().items():
            view.installEventFilter(self)
            view.doubleClicked.connect(lambda _index, act=act: act())
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._open_menu, view))
        self.menu.aboutToShow.connect(self._fill_menu)

    def _on_enter(self) -> dict[List, Callable[[], object]]:
        return {
            self.goals.view: self.edit_goal,
            self.meetings.view: self.change_contact,
            self.pairs.view: self.open_other,
        }

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show a pair: ("12",)."""
        self.pair_id = int(parts[0]) if parts and parts[0].isdecimal() else 0
        self.refresh()
        QTimer.singleShot(0, self, self.setFocus)

    def reload(self) -> None:
        """Read the pair anew; one that is not there leads to all of them."""
        try:
            found = self.desk.read(pair_details.pair_details, self.pair_id, self.desk.today())
        except RuleBroken:
            self.asked.emit("mentoring")
            return
        self.details = found
        self._name_page(found)
        self._goals.fill(found.goals)
        self._meetings.fill(found.meetings)
        self._pairs.fill(found.others)
        self._show_facts(found)
        self.notes.show_pair(self.pair_id, names_of(found))
        active = found.row.state is PairState.ACTIVE
        for shown in (self.log, self.note, self.add_goal):
            shown.setVisible(active)
        self.setFocusProxy(self.log if active else self.others_button)
        self._fit()

    def _name_page(self, found: PairDetails) -> None:
        tab = f"cohort/{found.row.cohort_id}/mentoring"
        crumbs = [Crumb(self.tr("Mentoring"), "mentoring"), Crumb(found.row.cohort, tab)]
        self.head.set_crumbs(crumbs)

    def _show_facts(self, found: PairDetails) -> None:
        self._facts.empty()
        mentee = self.tr("Open {name}").format(name=found.mentee.name)
        mentor = self.tr("All mentees of {name}").format(name=found.mentor.name)
        links = (
            link(mentee, self._door(f"person/{found.mentee.id}/mentoring")),
            link(mentor, self._door(f"mentor-group/{found.mentor.id}")),
            link(self.tr("History of the pair"), self.show_history),
        )
        self._facts.put(facts_card(found, *links), why_card(found))

    def _door(self, address: str) -> Callable[[], None]:
        return lambda: self.asked.emit(address)

    def title(self) -> str:
        """Return “Noor Ahmed – Pat Ellis”; never a word of a note."""
        return "" if self.details is None else names_of(self.details)

    # ---- doing ---------------------------------------------------------------------------------

    def log_contact(self) -> None:
        """Ask when they met."""
        if self.details is not None:
            self.doing.log_contact(self.details.row)

    def note_contact(self) -> None:
        """Note that they met today, without asking."""
        if self.details is not None:
            self.doing.note_contact(self.details.row)

    def change_contact(self) -> None:
        """Ask what shall change in the current meeting."""
        draft = self.meetings.current()
        if self.details is not None and draft is not None:
            self.doing.log_contact(self.details.row, draft)

    def remove_current(self) -> None:
        """Remove the current meeting or goal, whichever list has the focus."""
        meeting, goal = self.meetings.current(), self.goals.current()
        if self.meetings.view.hasFocus() and meeting is not None:
            self.doing.remove_contact(meeting.id)
        elif self.goals.view.hasFocus() and goal is not None:
            self.more.remove_goal(goal)

    def edit_goal(self) -> None:
        """Ask what shall change in the current goal."""
        if (goal := self.goals.current()) is not None:
            self.more.edit_goal(self.pair_id, goal)

    def open_other(self) -> None:
        """Go to another pair of the two."""
        if (pair := self.pairs.current()) is not None:
            self.asked.emit(f"pair/{pair.id}")

    def show_history(self) -> None:
        """Show who changed the pair, and when."""
        self.asked.emit(f"history/mentoring_pairs/{self.pair_id}")

    def _set_goal(self, state: GoalState) -> None:
        if (goal := self.goals.current()) is not None:
            self.more.set_goal(goal, state)

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the pair, its goals and meetings."""
        found = self.details
        if found is None:
            return ()
        made = [*self._pair_commands(found), *self._goal_commands()]
        made.append(ItemCommand(self.tr("&History of the pair"), self.show_history))
        return made

    def _pair_commands(self, found: PairDetails) -> list[ItemCommand]:
        agreement = ItemCommand(self.tr("&Agreement…"), lambda: self.more.agreement(found))
        if found.row.state is PairState.ENDED:
            return [agreement]
        return [
            ItemCommand(self.tr("&Log contact…"), self.log_contact),
            ItemCommand(self.tr("Note contact &today"), self.note_contact, "+"),
            ItemCommand(self.tr("&Draft nudge…"), lambda: self.more.nudge([found.row.id])),
            *self.more.putting_off(found.row),
            agreement,
            ItemCommand(self.tr("&End pair…"), lambda: self.doing.end_pair(found.row)),
        ]

    def _goal_commands(self) -> list[ItemCommand]:
        goal = self.goals.current()
        if goal is None:
            return []
        states = {
            GoalState.REACHED: self.tr("Goal &reached"),
            GoalState.DROPPED: self.tr("Goal dr&opped"),
            GoalState.OPEN: self.tr("Goal o&pen again"),
        }
        return [
            ItemCommand(words, partial(self._set_goal, state))
            for state, words in states.items()
            if state is not goal.state
        ]

    def _open_menu(self, view: List, place: QPoint) -> None:
        self.menu.popup(view.mapToGlobal(place))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for command in self.item_commands():
            act = self.menu.addAction(command.words)
            act.triggered.connect(lambda _=False, act=command.act: act())

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N sets a goal, Ctrl+P prints the agreement."""
        found = self.details
        if found is None:
            return {}
        return {
            "new": lambda: self.more.edit_goal(self.pair_id),
            "print": lambda: self.more.agreement(found),
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter does what a list is for; Del removes."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for view, act in self._on_enter().items():
                if view is watched:
                    act()
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.remove_current()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note at + that they met today."""
        if event.key() == Qt.Key.Key_Plus and self.log.isVisible():
            self.note_contact()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is: one column where there is little."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        room, margin = room_of(self), page_margin(self)
        sideways = QBoxLayout.Direction.LeftToRight
        self._across.setDirection(sideways if room >= WIDE else QBoxLayout.Direction.TopToBottom)
        self._across.set_margins((margin, 12, margin, 16))
        self.head.set_margin(margin)
        self.note.setVisible(self.log.isVisibleTo(self) and room >= WIDE)
        if self.details is not None:
            self._fit_title(self.details, room)

    def _fit_title(self, found: PairDetails, room: float) -> None:
        both = room >= 720
        self.head.set_title(names_of(found) if both else found.mentee.name)
        mentor = self.tr("with {name}").format(name=found.mentor.name)
        self.head.set_note("" if both else mentor)
        self.head.set_tags(tags_of(found.row) if room >= WIDE else [])
