"""Mentoring over all cohorts: pairs gone quiet, people who wait, mentors and their load."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import NARROW, PageHead, page_layout, page_margin, room_of
from academy.ui.kit.parts import Tag, button, column, holder, label, line, row, upright
from academy.ui.kit.row_list import ROW, RowList, RowView
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.theme import draw_icon, px
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.ui.screens.mentoring_lists import ListPart, mentor_list, mentor_targets, pair_list
from academy.ui.screens.mentoring_rows import MentorRows, PairRows
from academy.ui.screens.pair_doing import PairDoing
from academy.usecases import mentoring, mentors
from academy.usecases.mentoring_waiting import WaitingCohort, waiting_cohorts


class CohortRows(RowDelegate):
    """Paints a cohort: its name, how many wait and how many are paired."""

    height = 48

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one cohort."""
        found: WaitingCohort = index.data(ROW)
        soft = ink if ink == "on-accent" else "muted"
        sign = QRectF(rect.x() + px(24), rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, "users", sign, soft, 2)
        room = QRectF(sign.right() + px(12), rect.y() + px(5), rect.width() - px(100), px(20))
        paint.text(painter, room, found.cohort, "label", ink)
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).partition(", ")[2]
        paint.text(painter, room.translated(0, px(19)), said, "caption", soft)
        arrow = QRectF(rect.right() - px(36), rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, "chevron-right", arrow, soft, 2)


class MentoringScreen(Screen):
    """Who needs somebody, in all cohorts. Address: mentoring."""

    watches = frozenset(
        {"mentoring_pairs", "mentoring_meetings", "mentors", "places", "people", "cohorts",
         "academy"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.doing, self.more = MentoringDoing(desk, self), PairDoing(desk, self)
        self.add = button(self.tr("&New mentor…"))
        self.bench = button(self.tr("Mentor &bench"), picture="users")
        self.log = button(self.tr("&Log contact…"), "primary", "message-circle")
        self.head = PageHead(self.tr("Mentoring"), actions=(self.bench, self.add, self.log))
        rows = PairRows()
        rows.cohorts = True
        self.quiet = pair_list(self.tr("Gone quiet"), rows)
        model: RowList[WaitingCohort] = RowList(lambda r: r.id, lambda r: r.cohort, self._aloud)
        self.cohorts = RowView(model, CohortRows(), self.tr("Waiting for a mentor"))
        self.mentors = mentor_list(self.tr("Mentors"), mentor_targets())
        self.mentors.view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        quiet, waits, all_ = (
            label(s.name, "group") for s in (self.quiet, self.cohorts, self.mentors)
        )
        days = label(self.tr("the longest first"), "caption")
        none = self.tr("Every pair had contact lately.")
        self._quiet = ListPart(self.quiet, quiet, none, 24, days)
        none = self.tr("Everybody in a running cohort has a mentor.")
        self._waiting = ListPart(self.cohorts, waits, none, 24)
        taken, none = label(self.tr("places taken"), "caption"), self.tr("Nobody mentors yet.")
        self._mentors = ListPart(self.mentors, all_, none, 16, taken)
        left = column(self._quiet, line(), self._waiting, gap=0)
        left.setStretch(0, 3)
        left.setStretch(2, 2)
        board = row(holder(left), upright(), self._mentors, gap=0)
        board.setStretch(0, 1)
        self._pages.addWidget(holder(board))
        words = self.tr("Say who mentors and how many people they can take; then pair them.")
        heading, act = self.tr("No mentor yet"), self.tr("New mentor…")
        self.empty = EmptyState("handshake", heading, words, act)
        self._pages.addWidget(self.empty)
        page = page_layout(self.head, line(), self._pages)
        page.setStretch(2, 1)
        self.setLayout(page)
        self.setFocusProxy(self.quiet.view)

    def _connect(self) -> None:
        self.add.clicked.connect(self.doing.add_mentor)
        self.log.clicked.connect(self.log_contact)
        self.bench.clicked.connect(lambda: self.asked.emit("mentoring/mentors"))
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self.doing.add_mentor)
        for view, act in self._on_enter().items():
            view.installEventFilter(self)
            view.doubleClicked.connect(lambda _index, act=act: act())

    def _on_enter(self) -> dict[QAbstractItemView, Callable[[], object]]:
        return {
            self.quiet.view: self.log_contact,
            self.cohorts.view: self.open_cohort,
            self.mentors.view: self.edit_mentor,
        }

    def _aloud(self, found: WaitingCohort) -> str:
        waiting = self.tr("%n waiting", "", found.waiting)
        return f"{found.cohort}, {waiting}, " + self.tr("{n} paired").format(n=found.paired)

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Mentoring")

    def go(self, parts: Sequence[str]) -> None:  # noqa: ARG002 - there is one page
        """Show the page; begin at what went quiet."""
        self.refresh()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        shown = (self.quiet.view, self.cohorts.view, self.mentors.view)
        next((view for view in shown if view.isVisible()), self.add).setFocus()

    def reload(self) -> None:
        """Read pairs, people who wait and mentors anew."""
        today = self.desk.today()
        quiet = self.desk.read(mentoring.quiet_pairs, today)
        waiting = self.desk.read(waiting_cohorts)
        known = self.desk.read(mentors.mentors)
        self._quiet.fill(quiet)
        self._waiting.fill(waiting)
        self._mentors.fill(sorted(known, key=lambda mentor: mentor.free == 0))
        self._pages.setCurrentIndex(0 if known else 1)
        self.log.setVisible(bool(quiet))
        self._show_tags(len(quiet), sum(found.waiting for found in waiting),
                        sum(mentor.free for mentor in known))  # fmt: skip

    def _show_tags(self, quiet: int, waiting: int, free: int) -> None:
        tags: list[Tag] = []
        if quiet:
            tags.append((self.tr("{n} quiet").format(n=quiet), "warning"))
        if waiting:
            tags.append((self.tr("{n} waiting").format(n=waiting), "info"))
        tags.append((self.tr("%n place(s) free", "", free), "plain"))
        self.head.set_tags(tags)

    # ---- doing ---------------------------------------------------------------------------------

    def log_contact(self) -> None:
        """Ask when the current pair met."""
        if pair := self.quiet.current():
            self.doing.log_contact(pair)

    def end_pair(self) -> None:
        """Ask why the current pair ends."""
        if pair := self.quiet.current():
            self.doing.end_pair(pair)

    def open_cohort(self) -> None:
        """Go to the mentoring of the current cohort."""
        if found := self.cohorts.current():
            self.asked.emit(f"cohort/{found.id}/mentoring")

    def open_pair(self) -> None:
        """Go to the page of the current pair."""
        if pair := self.quiet.current():
            self.doing.open_pair(pair)

    def note_contact(self) -> None:
        """Note that the current pair met today."""
        if pair := self.quiet.current():
            self.doing.note_contact(pair)

    def nudge(self, *, everybody: bool = False) -> None:
        """Draft a nudge to the current pair, or to every quiet one."""
        pairs = self.quiet.model.rows if everybody else [self.quiet.current()]
        self.more.nudge([pair.id for pair in pairs if pair is not None])

    def edit_mentor(self) -> None:
        """Ask what the current mentor offers."""
        if mentor := self.mentors.current():
            self.doing.edit_mentor(mentor.person_id)

    def show_mentor(self) -> None:
        """Go to the current mentor on the bench."""
        if mentor := self.mentors.current():
            self.asked.emit(f"mentor/{mentor.person_id}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter does what the list is for."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Plus and watched is self.quiet.view:
            self.note_contact()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        for view, act in self._on_enter().items():
            if view is watched:
                act()
        return True

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N makes a mentor."""
        return {
            "new": self.doing.add_mentor,
            "import": lambda: self.asked.emit("mentoring/import"),
        }

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the current thing of the list that has focus."""
        if self.mentors.view.hasFocus():
            return (
                ItemCommand(self.tr("E&dit mentor…"), self.edit_mentor, "Enter"),
                ItemCommand(self.tr("&Show on the bench"), self.show_mentor),
            )
        if self.cohorts.view.hasFocus():
            return (ItemCommand(self.tr("&Open cohort"), self.open_cohort, "Enter"),)
        if self.quiet.current() is None:
            return ()
        return (
            ItemCommand(self.tr("&Log contact…"), self.log_contact, "Enter"),
            ItemCommand(self.tr("Note contact &today"), self.note_contact, "+"),
            ItemCommand(self.tr("&Open pair"), self.open_pair),
            ItemCommand(self.tr("&Draft nudge…"), self.nudge),
            ItemCommand(self.tr("Draft nudges to &all…"), lambda: self.nudge(everybody=True)),
            *self.more.putting_off(self.quiet.current()),
            ItemCommand(self.tr("&End pair…"), self.end_pair),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        room = room_of(self)
        self.head.set_margin(page_margin(self))
        self._mentors.setFixedWidth(px(380 if room >= NARROW else 280 if room >= 720 else 220))
        self.head.tags.setVisible(room >= 720)
        self.add.setVisible(room >= 720)
        rows = self.mentors.view.itemDelegate()
        assert isinstance(rows, MentorRows)
        rows.compact = room < 720
        super().resizeEvent(event)
