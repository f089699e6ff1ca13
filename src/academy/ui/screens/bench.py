"""The mentor bench: everybody who mentors, over all programmes and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.list_and_details import ListAndDetails
from academy.ui.kit.page import (
    Crumb,
    PageHead,
    page_layout,
    page_margin,
    room_of,
    toolbar,
)
from academy.ui.kit.parts import button, holder, label, line, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import DataTable, TableModel
from academy.ui.kit.toast import show_toast
from academy.ui.screens.bench_card import BenchCard
from academy.ui.screens.bench_rows import BenchFilters, BenchRows, bench_columns
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.usecases import mentor_bench, mentoring, mentors
from academy.usecases.mentor_bench import BenchRow


class BenchScreen(Screen):
    """Address: mentoring/mentors; mentor/12 chooses somebody."""

    watches = frozenset(
        {"mentors", "mentoring_pairs", "people", "organisations", "places", "certificates"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.doing = MentoringDoing(desk, self)
        self.rows: list[BenchRow] = []
        self.import_ = button(self.tr("I&mport…"), picture="file-spreadsheet")
        self.add = button(self.tr("&New mentor…"), "primary", "user-plus")
        self.head = PageHead(self.tr("Mentors"), actions=(self.import_, self.add))
        self.filters = BenchFilters()
        self.counted = label("", "muted")
        self.model: TableModel[BenchRow] = TableModel(bench_columns(), lambda b: b.mentor.person_id)
        self.table = DataTable(
            "bench",
            self.tr("Mentors"),
            self.model,
            nothing=self.tr("No mentor matches ‘{text}’."),
            delegate=BenchRows(),
            stretch="themes",
        )
        self.card = BenchCard()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._bar = toolbar(self.filters, self.counted, None)
        self._inner = row(self.table, margins=(12, 0, 0, 0))
        self.split = ListAndDetails("bench", holder(self._inner), self.card)
        words = self.tr("Add mentors one by one, or drop a list of them here.")
        heading, act = self.tr("No mentor yet"), self.tr("New mentor…")
        self.empty = EmptyState("handshake", heading, words, act)
        listed = page_layout(holder(self._bar), line(), self.split)
        listed.setStretch(2, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(holder(listed))
        self._pages.addWidget(self.empty)
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.card.asked.connect(self.asked)
        self.card.edit.clicked.connect(self.edit_mentor)
        self.card.pause.clicked.connect(self.pause_mentor)
        self.add.clicked.connect(self.doing.add_mentor)
        self.import_.clicked.connect(self.import_mentors)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self.doing.add_mentor)
        self.filters.changed.connect(self._filter)
        self.table.opened.connect(lambda _id: self.edit_mentor())
        self.table.chosen.connect(lambda _id: self._show_chosen())

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show the bench, and on it a mentor: ("12",)."""
        self.refresh()
        wanted = [int(part) for part in parts if part.isdecimal()]
        if wanted:
            self.filters.clear()
            self.table.view.select_ids(wanted)

    def reload(self) -> None:
        """Read the mentors anew; who is chosen stays chosen."""
        self.rows = self.desk.read(mentor_bench.bench, self.desk.today())
        self.filters.offer(self.rows)
        self.head.set_crumbs([Crumb(self.tr("Mentoring"), "mentoring")])
        self.head.set_tags([(str(len(self.rows)), "plain")] if self.rows else [])
        may = not self.desk.store.read_only
        self.import_.setVisible(may)
        self.add.setVisible(may and bool(self.rows))  # else the one below the words does the same
        self._pages.setCurrentIndex(0 if self.rows else 1)
        self.setFocusProxy(self.table if self.rows else self.empty)
        self._filter()

    def _filter(self) -> None:
        kept = self.filters.kept(self.rows)
        self.model.set_rows(kept)
        words = self.tr("{n} of {all}").format(n=len(kept), all=len(self.rows))
        self.counted.setText(words if self.filters.active else "")
        if kept and self.table.view.current_id() is None:
            self.table.view.select_ids([self.model.id_at(0)])
        self._show_chosen()

    def _show_chosen(self) -> None:
        one = self._current()
        pairs = []
        if one is not None:
            mentor_id, today = one.mentor.person_id, self.desk.today()
            every = self.desk.read(mentoring.pairs_of, mentor_id, today)
            pairs = [pair for pair in every if pair.mentor_id == mentor_id]
        self.card.show_mentor(one, pairs)

    def _current(self) -> BenchRow | None:
        chosen = self.table.view.current_id()
        return next((one for one in self.rows if one.mentor.person_id == chosen), None)

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Mentors")

    # ---- doing ---------------------------------------------------------------------------------

    def edit_mentor(self) -> None:
        """Ask what the chosen mentor offers."""
        if one := self._current():
            self.doing.edit_mentor(one.mentor.person_id)

    def pause_mentor(self) -> None:
        """Pause the chosen mentor, or let them take mentees again."""
        one = self._current()
        if one is None:
            return
        draft = self.desk.read(mentors.mentor, one.mentor.person_id)
        draft = replace(draft, paused=not draft.paused)
        if self.desk.do(Gesture("save_mentor"), mentors.save_mentor, draft).done:
            words = self.tr("Paused: takes no new mentees.") if draft.paused else ""
            told = words or self.tr("Takes mentees again.")
            show_toast(self, told, self.tr("Undo"), self.desk.undo)

    def open_person(self) -> None:
        """Go to the chosen mentor's own page."""
        if one := self._current():
            self.asked.emit(f"person/{one.mentor.person_id}")

    def import_mentors(self) -> None:
        """Go to the import of a list of mentors."""
        self.asked.emit("mentoring/import")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N makes a mentor."""
        here = {"new": self.doing.add_mentor, "import": self.import_mentors}
        return {**here, "filter": self.table.open_filter} if self.rows else here

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen mentor."""
        one = self._current()
        if one is None:
            return ()
        pause = self.tr("Un&pause") if one.mentor.paused else self.tr("&Pause")
        return (
            ItemCommand(self.tr("E&dit mentor…"), self.edit_mentor, "Enter"),
            ItemCommand(pause, self.pause_mentor),
            ItemCommand(self.tr("&Open person"), self.open_person),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pasted list to the import."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.asked.emit("mentoring/import?paste")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._bar.set_margins((margin, 10, margin, 10))
        self._inner.set_margins((margin - 12, 0, 0, 0))
        self.import_.setVisible(not self.desk.store.read_only and room_of(self) >= 640)
        super().resizeEvent(event)
