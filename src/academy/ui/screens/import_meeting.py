"""A meeting report becomes marks: who is who, from when somebody is present, one button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.domain import dates
from academy.domain.words import FileProblem
from academy.exchange.meetings.report import DateOrder
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import (
    Crumb,
    PageHead,
    footer,
    page_layout,
    page_margin,
    room_of,
)
from academy.ui.kit.parts import button, column, holder, label, layout_of, line, scrolled
from academy.ui.kit.screen import Screen
from academy.ui.kit.theme import px
from academy.ui.kit.toast import show_toast
from academy.ui.screens import import_meeting_words as words
from academy.ui.screens.import_columns import step
from academy.ui.screens.import_meeting_columns import MeetingColumns
from academy.ui.screens.import_meeting_kinds import ALL, MeetingKinds, kind_of
from academy.ui.screens.import_meeting_limits import MeetingLimits
from academy.ui.screens.import_meeting_message import MeetingMessage
from academy.ui.screens.import_meeting_names import MeetingNames
from academy.ui.screens.import_meeting_review import MeetingReview
from academy.ui.screens.import_meeting_rows import words_of
from academy.ui.screens.import_meeting_table import MeetingTable

MINUTES = 1180
"""From this width, in px of the design, minutes have room beside the words that say them."""


class ImportMeetingScreen(Screen):
    """Names, limits, marks. Address: session/12/import, a file behind ?file=."""

    watches = frozenset({"marks", "places", "people", "training_sessions", "meeting_names",
                         "reported_stays"})  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.review = MeetingReview(desk)
        self.another = button(self.tr("Another file…"), picture="file-text")
        self.head = PageHead("", actions=[self.another])
        self.message, self.columns = MeetingMessage(), MeetingColumns()
        self.names, self.limits, self.kinds = MeetingNames(), MeetingLimits(), MeetingKinds()
        self.table = MeetingTable(self.tr("The mark of each person"))
        self.left_out = label("", "muted", wrap=True)
        self.cancel = button(self.tr("Cancel"))
        self.apply = button(self.tr("Apply marks"), "primary")
        self.pair_step = step(1, self.tr("Names"), self.tr("whose each name is"))
        self.check_step = step(2, self.tr("Marks"), self.tr("what each person would get"))
        self.empty = EmptyState(
            "file-text",
            self.tr("Drop the attendance report here"),
            self.tr(
                "As Teams, Zoom, Google Meet or Webex give it (.csv). You see each person’s mark "
                "before anything is written."
            ),
            self.tr("Choose file…"),
        )
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    # building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._steps = column(
            self.message, self.columns, self.pair_step, self.names, self.check_step, self.limits,
            self.kinds, self.table, None,
            gap=8, margins=(24, 14, 24, 0),
        )  # fmt: skip
        self._steps.setStretch(7, 1000)
        self.foot = footer(self.left_out, self.cancel, self.apply)
        foot = self.foot.layout()
        assert foot is not None
        foot.setStretch(0, 1)  # type: ignore[attr-defined]
        check = page_layout(scrolled(self._steps), self.foot)
        check.setStretch(0, 1)
        for page in (self.empty, holder(check)):
            self._pages.addWidget(page)
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        review = self.review
        self.head.went.connect(self.asked)
        self.another.clicked.connect(self.choose)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self.choose)
        review.planned.connect(self._show)
        self.message.asked.connect(self.asked)
        self.message.order.connect(self._read_as)
        self.message.columns.connect(self._ask_columns)
        self.columns.chosen.connect(review.name_column)
        self.names.paired.connect(review.pair)
        self.table.parted.connect(lambda name: review.pair(name, None))
        self.kinds.chosen.connect(self._show_kind)
        self.limits.changed.connect(review.limit)
        self.table.ticked.connect(review.tick)
        self.table.lettered.connect(review.letter)
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.cancel.clicked.connect(self._leave)
        self.apply.clicked.connect(self.run)

    # opening ---------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show the import onto a session ("12",), of a file ("12", "?file=/tmp/report.csv")."""
        self.review.open(next((int(part) for part in parts if part.isdecimal()), 0))
        self._show()
        file = next((part for part in parts if part.startswith("?file=")), "")
        if file:
            self.open_file(Path(file.removeprefix("?file=")))

    def choose(self) -> None:
        """Ask for the file."""
        kinds = [pickers.FileKind(self.tr("Attendance reports"), ("csv", "txt", "tsv"))]
        path = pickers.open_file(self, self.tr("Import attendance"), kinds, "import")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a report and show what it would become; say why if it cannot be read."""
        self._read(lambda: self.review.read(path))

    def _ask_columns(self) -> None:
        self._read(self.review.ask_columns)

    def _read_as(self, order: DateOrder) -> None:
        self._read(lambda: self.review.read_as(order))

    def _read(self, read: Callable[[], object]) -> None:
        try:
            read()
        except FileProblem as problem:
            self.review.forget()
            self.desk.refused.emit(labels.rule(problem))
            return
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        """Begin where the person acts first: a name to pair, else the button that applies."""
        if self.columns.isVisibleTo(self) and self.review.report is None:
            self.columns.setFocus()
            return
        first = self.names if self.names.isVisibleTo(self) else self.table
        (self.apply if self.apply.isEnabled() and first is self.table else first).setFocus()

    # showing ---------------------------------------------------------------------------------

    def reload(self) -> None:
        """Make the plan anew after a change elsewhere."""
        self.review.make()

    def _show(self) -> None:
        review = self.review
        self._pages.setCurrentIndex(1 if review.report or review.columns else 0)
        self.columns.show_columns(review.columns)
        plan = self.review.plan if self.review.fits else None
        self.kinds.show_plan(plan)
        self.table.show_plan(plan)
        self.names.show_plan(plan)
        if plan is not None:
            self.limits.show_plan(plan)
        for part in (self.limits, self.kinds, self.table):
            part.setVisible(plan is not None)
        self.left_out.setText(words.foot(plan) if plan else "")
        self.message.show_review(self.review)
        count = len(plan.applied) if plan and not self.review.broken else 0
        marks = self.tr("&Apply %n mark(s)", "", count)
        self.apply.setText(marks if count or not review.ready else self.tr("Keep the &minutes"))
        self.apply.setEnabled(self.review.ready)
        self._name_page()

    def _show_kind(self, kind: str) -> None:
        self.table.model_.show_only(lambda one: kind in (ALL, kind_of(one)))

    def _name_page(self) -> None:
        session, report = self.review.session, self.review.report
        if session is None:
            return
        register = f"cohort/{session.cohort_id}/register"
        crumbs = [Crumb(self.tr("Cohorts"), "cohorts"), Crumb(self.review.cohort, register)]
        self.head.set_crumbs(crumbs)
        self.head.set_title(self.title())
        day = dates.long_day(session.held_on)
        note = f"{day}, {dates.hours(session.starts, session.ends)}"
        if report is not None:
            note = words.about(report, self.review.plan, session.zone)
        self.head.set_note(note)
        self.another.setVisible(self._pages.currentIndex() == 1)
        self._fit()

    def title(self) -> str:
        """Return “Attendance of Leading change”."""
        title = self.review.session.title if self.review.session else ""
        return self.tr("Attendance of {session}").format(session=title)

    # applying --------------------------------------------------------------------------------

    def run(self) -> None:
        """Apply the marks as they are shown, and go back to the register."""
        if not self.review.ready:
            return
        self.apply.setEnabled(False)
        outcome = self.review.apply()
        if not outcome.done:
            self.reload()
            return
        count = outcome.value or 0
        told = self.tr("%n mark(s) applied", "", count) if count else self.tr("Minutes kept")
        self._leave()
        show_toast(self, told, self.tr("Undo"), self.desk.undo)

    def _leave(self) -> None:
        goal = self.review.session
        self.review.forget()
        if goal is not None:
            self.asked.emit(f"cohort/{goal.cohort_id}/register/{goal.id}")

    # the window ------------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"import": self.choose}

    def _tell(self) -> None:
        row = self.table.current()
        if row is not None:
            self.told.emit(words.spoken(row.name, words_of(row, "reason")))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped report."""
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        room, margin = room_of(self), page_margin(self)
        tiny = room < 720
        self.head.set_margin(margin)
        self._steps.set_margins((margin, 14, margin, 0))
        layout_of(self.foot).set_margins((margin, 12, margin, 12))
        self.table.fit(narrow=room < MINUTES, tiny=tiny)
        self.limits.fit(tiny=tiny)
        self.table.setMinimumHeight(px(36 * 6))
        pairs = self.names.isVisibleTo(self)
        self.pair_step.setVisible(pairs and not tiny)
        self.check_step.setVisible(pairs and not tiny)
