"""Mentoring of a cohort: who waits, the pairs with their contacts, the mentors and their load."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget

from academy.domain.words import PairState
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import NARROW, page_layout, page_margin, room_of, toolbar
from academy.ui.kit.parts import (
    Button,
    Tag,
    button,
    chips,
    column,
    holder,
    label,
    line,
    row,
    upright,
)
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.theme import px
from academy.ui.screens.cohort_tab import CohortTab
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.ui.screens.mentoring_lists import (
    ListPart,
    meeting_list,
    mentor_list,
    mentor_targets,
    pair_list,
    waiting_list,
)
from academy.ui.screens.mentoring_rows import MentorRows, natural
from academy.usecases import mentoring, mentors
from academy.usecases.mentoring import PairRow


class MentoringTab(CohortTab):
    """A board of three lists. Enter on somebody who waits chooses a mentor; so do menu and drag."""

    watches = frozenset(
        {"mentoring_pairs", "mentoring_meetings", "mentors", "places", "people", "academy"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self.doing = MentoringDoing(desk, self)
        self.waiting = waiting_list(self.tr("Waiting for a mentor"))
        self.pairs = pair_list(self.tr("Pairs"))
        self.meetings = meeting_list(self.tr("Contacts of the pair"))
        offered = mentor_targets()
        self.mentors = mentor_list(self.tr("Mentors"), offered)
        offered.dropped.connect(self._dropped)
        self.tags = chips()
        self.add = button(self.tr("&New mentor…"))
        self.log = button(self.tr("&Log contact…"))
        self.choose = button(self.tr("C&hoose mentor…"), "primary", "handshake")
        self._tags: list[Tag] = []
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    # ---- how it is built -----------------------------------------------------------------------

    def _build(self) -> None:
        self._bar = toolbar(self.tags, None, self.add, self.log, self.choose)
        heading, none = label(self.waiting.name, "group"), self.tr("Everybody here has a mentor.")
        self._left = ListPart(self.waiting, heading, none, 24)
        words = self.tr("Nobody mentors yet. Say who does, and how many people they can take.")
        taken = label(self.tr("places taken"), "caption")
        self._right = ListPart(self.mentors, label(self.mentors.name, "group"), words, 16, taken)
        board = row(self._left, upright(), self._middle(), upright(), self._right, gap=0)
        board.setStretch(2, 1)
        page = page_layout(holder(self._bar), line(), holder(board))
        page.setStretch(2, 1)
        self._pages.addWidget(holder(page))
        words = self.tr("Bring people in; each of them can then get a mentor.")
        name, act = self.tr("Nobody in this cohort yet"), self.tr("Open people")
        self.empty = EmptyState("handshake", name, words, act)
        self._pages.addWidget(self.empty)
        self.setLayout(page_layout(self._pages))
        self.setFocusProxy(self.waiting.view)

    def _middle(self) -> QWidget:
        order = label(self.tr("quiet ones first"), "caption")
        none = self.tr("Nobody is paired yet.")
        self._pairs = ListPart(self.pairs, label(self.pairs.name, "group"), none, 24, order)
        self.end = button(self.tr("&End pair…"), "quiet", small=True)
        self.remove = button(self.tr("Re&move contact"), "quiet", small=True)
        none, ways = self.tr("No contact logged yet."), (self.remove, self.end)
        self._log = ListPart(self.meetings, label("", "group"), none, 24, *ways)
        lines = column(self._pairs, line(), self._log, gap=0)
        lines.setStretch(0, 3)
        lines.setStretch(2, 2)
        return holder(lines)

    def _connect(self) -> None:
        acts: list[tuple[Button, Callable[[], object]]] = [
            (self.add, self.doing.add_mentor),
            (self.log, self.log_contact),
            (self.choose, self.choose_mentor),
            (self.end, self.end_pair),
            (self.remove, self.remove_contact),
        ]
        for press, act in acts:
            press.clicked.connect(act)
        for view, act in self._on_enter().items():
            view.installEventFilter(self)
            view.doubleClicked.connect(lambda _index, act=act: act())
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._open_menu)
        self.pairs.view.selectionModel().currentChanged.connect(self._show_meetings)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self._open_people)

    def _on_enter(self) -> dict[QAbstractItemView, Callable[[], object]]:
        return {
            self.waiting.view: self.choose_mentor,
            self.pairs.view: self.log_contact,
            self.meetings.view: self.change_contact,
            self.mentors.view: self.edit_mentor,
        }

    def _open_people(self) -> None:
        self.asked.emit(f"cohort/{self.cohort_id}/people")

    # ---- showing -------------------------------------------------------------------------------

    def open_cohort(self, cohort_id: int) -> None:
        """Show another cohort."""
        if cohort_id != self.cohort_id:
            self.cohort_id = cohort_id
            self.refresh()

    def go(self, parts: Sequence[str]) -> None:
        """Show a pair: ("12",)."""
        self.refresh()
        if parts and parts[0].isdecimal():
            self.pairs.show_id(int(parts[0]))
            QTimer.singleShot(0, self, self.pairs.view.setFocus)

    def reload(self) -> None:
        """Read people, pairs and mentors anew; what is current stays so."""
        if not self.cohort_id:
            return
        waiting = self.desk.read(mentoring.unpaired, self.cohort_id)
        pairs = self.desk.read(mentoring.pairs, self.cohort_id, self.desk.today())
        known = self.desk.read(mentors.mentors)
        self._left.fill(waiting)
        self._pairs.fill(pairs)
        self._right.fill(sorted(known, key=lambda mentor: mentor.free == 0))
        self._pages.setCurrentIndex(0 if waiting or pairs else 1)
        self._count(len(waiting), pairs, sum(mentor.free for mentor in known))
        self.choose.setVisible(bool(waiting))
        self._show_meetings()

    def _count(self, waiting: int, pairs: Sequence[PairRow], free: int) -> None:
        active = [pair for pair in pairs if pair.state is PairState.ACTIVE]
        quiet = sum(pair.quiet for pair in active)
        self._tags = [(self.tr("{n} paired").format(n=len(active)), "good")]
        if waiting:
            self._tags.append((self.tr("{n} waiting").format(n=waiting), "info"))
        if quiet:
            self._tags.append((self.tr("{n} quiet").format(n=quiet), "warning"))
        self._tags.append((self.tr("%n place(s) free", "", free), "plain"))
        self._show_tags()

    def _show_tags(self) -> None:
        wide = room_of(self) >= NARROW
        self.tags.set_tags(self._tags if wide else self._tags[:-1])

    def _show_meetings(self) -> None:
        pair = self.pairs.current()
        self._log.setVisible(pair is not None)
        if pair is None:
            return
        found = self.desk.read(mentoring.meetings, pair.id)
        self._log.fill(found)
        self.remove.setVisible(bool(found))
        self.end.setVisible(pair.state is PairState.ACTIVE)
        words = self.tr("Contacts of {mentee} and {mentor}")
        names = {"mentee": natural(pair.mentee), "mentor": natural(pair.mentor)}
        self._log.heading.setText(words.format(**names))

    # ---- doing ---------------------------------------------------------------------------------

    def choose_mentor(self) -> None:
        """Ask who mentors the person who waits."""
        if waiting := self.waiting.current():
            self.doing.choose_mentor(self.cohort_id, waiting)

    def log_contact(self) -> None:
        """Ask when the current pair met."""
        if pair := self.pairs.current():
            self.doing.log_contact(pair)

    def change_contact(self) -> None:
        """Ask what shall change in the current contact."""
        pair, draft = self.pairs.current(), self.meetings.current()
        if pair and draft:
            self.doing.log_contact(pair, draft)

    def remove_contact(self) -> None:
        """Take back the current contact."""
        if draft := self.meetings.current():
            self.doing.remove_contact(draft.id)

    def end_pair(self) -> None:
        """Ask why the current pair ends."""
        if pair := self.pairs.current():
            self.doing.end_pair(pair)

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
            self.remove_contact()
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
                ItemCommand(self.tr("&Choose mentor…"), self.choose_mentor, "Enter")
            ],
            self.pairs.view: [
                ItemCommand(self.tr("&Log contact…"), self.log_contact, "Enter"),
                ItemCommand(self.tr("&End pair…"), self.end_pair),
            ],
            self.meetings.view: [
                ItemCommand(self.tr("&Change contact…"), self.change_contact, "Enter"),
                ItemCommand(self.tr("&Remove contact"), self.remove_contact, "Del"),
            ],
            self.mentors.view: [ItemCommand(self.tr("&Edit mentor…"), self.edit_mentor, "Enter")],
        }
        return next((found for shown, found in lists.items() if shown is view), [])

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N makes a mentor."""
        return {"new": self.doing.add_mentor}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the current thing of the list that has focus."""
        found = self._commands_of(self.focusWidget())
        return (*found, ItemCommand(self.tr("Ne&w mentor…"), self.doing.add_mentor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is: mentors give way first."""
        room, margin = room_of(self), page_margin(self)
        self._bar.set_margins((margin, 10, margin, 10))
        self._left.setFixedWidth(px(300 if room >= NARROW else 204))
        self._right.setFixedWidth(px(300 if room >= NARROW else 204))
        self._right.setVisible(room >= 720)
        rows = self.mentors.view.itemDelegate()
        assert isinstance(rows, MentorRows)
        rows.compact = room < NARROW
        self.tags.setVisible(room >= 720)
        self._show_tags()
        super().resizeEvent(event)
