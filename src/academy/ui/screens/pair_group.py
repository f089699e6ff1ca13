"""A mentor's view of their group: all mentees now and before, and meetings of several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent

from academy.domain.words import RuleBroken
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import Crumb, PageHead, page_layout, page_margin, room_of
from academy.ui.kit.parts import button, column, line, scrolled
from academy.ui.kit.row_list import RowView
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.ui.screens.pair_doing import PairDoing
from academy.ui.screens.pair_parts import ListCard, other_pairs
from academy.usecases import mentoring_groups
from academy.usecases.mentoring import PairRow
from academy.usecases.mentoring_groups import MentorGroup


class MentorGroupScreen(Screen):
    """Address: mentor-group/12, by the mentor's person id."""

    watches = frozenset(
        {"mentoring_pairs", "mentoring_meetings", "mentors", "people", "cohorts", "academy",
         "snoozes"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.mentor_id = 0
        self.group: MentorGroup | None = None
        self.doing, self.more = MentoringDoing(desk, self), PairDoing(desk, self)
        self.person = button(self.tr("&Open person"))
        self.log = button(self.tr("&Log group meeting…"), "primary", "users")
        self.head = PageHead("", actions=(self.person, self.log))
        self.head.went.connect(self.asked)
        self.pairs = other_pairs(self.tr("Mentees now"), mentees_only=True)
        self.former = other_pairs(self.tr("Mentees before"), mentees_only=True)
        none = self.tr("They mentor nobody at the moment.")
        self._now = ListCard(self.tr("Mentees now"), self.pairs, none)
        none = self.tr("They mentored nobody before.")
        self._before = ListCard(self.tr("Mentees before"), self.former, none)
        self._cards = column(self._now, self._before, None, gap=12, margins=(24, 12, 24, 16))
        page = page_layout(self.head, line(), scrolled(self._cards))
        page.setStretch(2, 1)
        self.setLayout(page)
        self.setFocusProxy(self.log)
        self._connect()

    def _connect(self) -> None:
        self.log.clicked.connect(self.log_group)
        self.person.clicked.connect(self.open_person)
        for shown in self._lists():
            shown.view.installEventFilter(self)
            shown.view.doubleClicked.connect(lambda _index, shown=shown: self.open_pair(shown))

    def _lists(self) -> tuple[RowView[PairRow], RowView[PairRow]]:
        return self.pairs, self.former

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show a mentor's group: ("12",)."""
        self.mentor_id = int(parts[0]) if parts and parts[0].isdecimal() else 0
        self.refresh()
        QTimer.singleShot(0, self, self.setFocus)

    def reload(self) -> None:
        """Read the group anew; somebody who mentors nobody leads to all of mentoring."""
        try:
            found = self.desk.read(
                mentoring_groups.mentor_group, self.mentor_id, self.desk.today()
            )  # fmt: skip
        except RuleBroken:
            self.asked.emit("mentoring")
            return
        self.group = found
        self.head.set_crumbs([Crumb(self.tr("Mentoring"), "mentoring")])
        self._now.fill(found.pairs)
        self._before.fill(found.former)
        self.log.setVisible(bool(found.pairs))
        self.setFocusProxy(self.log if found.pairs else self.former.view)
        self._fit()

    def title(self) -> str:
        """Return “Mentees of Pat Ellis”."""
        if self.group is None:
            return ""
        return self.tr("Mentees of {name}").format(name=self.group.name)

    # ---- doing ---------------------------------------------------------------------------------

    def log_group(self) -> None:
        """Ask when they met and who was there."""
        if self.group is not None and self.group.pairs:
            self.more.log_group(self.group)

    def open_person(self) -> None:
        """Go to the mentor's own page."""
        self.asked.emit(f"person/{self.mentor_id}/mentoring")

    def open_pair(self, shown: RowView[PairRow]) -> None:
        """Go to the current pair of a list."""
        if (pair := shown.current()) is not None:
            self.asked.emit(f"pair/{pair.id}")

    def note_contact(self) -> None:
        """Note that the current pair met today."""
        if (pair := self.pairs.current()) is not None:
            self.doing.note_contact(pair)

    def nudge_quiet(self) -> None:
        """Draft a nudge to each quiet pair of the group."""
        quiet = [pair.id for pair in self.group.pairs if pair.quiet] if self.group else []
        if quiet:
            self.more.nudge(quiet)

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the group and the current pair."""
        shown = self.former if self.former.view.hasFocus() else self.pairs
        made = [
            ItemCommand(self.tr("&Log group meeting…"), self.log_group),
            ItemCommand(self.tr("&Open person"), self.open_person),
        ]
        if shown.current() is not None:
            made.append(
                ItemCommand(self.tr("Open &pair"), lambda: self.open_pair(shown), "Enter")
            )  # fmt: skip
        if self.pairs.current() is not None:
            made.append(ItemCommand(self.tr("Note contact &today"), self.note_contact, "+"))
            made.append(ItemCommand(self.tr("&Draft nudges to quiet pairs…"), self.nudge_quiet))
            made.extend(self.more.putting_off(self.pairs.current()))
        return made

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N logs a group meeting."""
        return {"new": self.log_group}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens a pair; + notes that it met today."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_pair(self.former if watched is self.former.view else self.pairs)
            return True
        if event.key() == Qt.Key.Key_Plus and watched is self.pairs.view:
            self.note_contact()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        margin = page_margin(self)
        self._cards.set_margins((margin, 12, margin, 16))
        self.head.set_margin(margin)
        wide = room_of(self) >= 900
        self.person.setVisible(wide)
        if self.group is not None:
            load = self.tr("{load} of {capacity} places taken")
            words = load.format(load=len(self.group.pairs), capacity=self.group.capacity)
            self.head.set_title(self.group.name, self.tr("and their mentees") if wide else "")
            self.head.set_tags([(words, "plain")] if room_of(self) >= 1000 else [])
