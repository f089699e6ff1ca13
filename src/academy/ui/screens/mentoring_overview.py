"""Mentoring in all cohorts: who met, who has gone quiet, and how much room mentors have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from academy.domain import dates
from academy.domain.words import PairState
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import PageHead, Tabs, page_layout, page_margin
from academy.ui.kit.parts import Tag, holder, line, row
from academy.ui.kit.screen import Screen
from academy.ui.kit.table import Column, DataTable, TableModel
from academy.usecases import mentoring, mentors
from academy.usecases.mentoring import PairRow
from academy.usecases.mentors import MentorRow


class MentoringScreen(Screen):
    """Two tables: the pairs, the quietest first, and the mentors with their load."""

    watches = frozenset({"mentoring_pairs", "mentoring_meetings", "mentors", "people", "academy"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head = PageHead(self.tr("Mentoring"))
        tabs = [(self.tr("Pairs"), "pairs"), (self.tr("Mentors"), "mentors")]
        self.tabs = Tabs(tabs, self.tr("Parts of mentoring"))
        self.pairs: TableModel[PairRow] = TableModel(self._pair_columns(), lambda pair: pair.id)
        self.mentors: TableModel[MentorRow] = TableModel(
            self._mentor_columns(), lambda mentor: mentor.person_id
        )
        self.tables = {"pairs": self._pair_table(), "mentors": self._mentor_table()}
        self._stack = QStackedWidget()
        for table in self.tables.values():
            self._stack.addWidget(table)
        self.tabs.chosen.connect(self._turn)
        self._tab_row = row(self.tabs, None, margins=(24, 0, 24, 0))
        self._inner = row(self._stack, margins=(24, 0, 24, 12))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(page_layout(self.head, holder(self._tab_row), line()))
        lines.addWidget(holder(self._inner), 1)
        self.setFocusProxy(self.tables["pairs"])

    def _pair_table(self) -> DataTable:
        nothing = self.tr("No pairs match ‘{text}’.")
        made = DataTable("pairs", self.tr("Pairs"), self.pairs, nothing=nothing, stretch="mentee")
        made.opened.connect(self._open_pair)
        words = self.tr("Pairs are made in a cohort, on its tab Mentoring.")
        made.show_when_empty(EmptyState("handshake", self.tr("No pairs yet"), words))
        return made

    def _mentor_table(self) -> DataTable:
        nothing = self.tr("No mentors match ‘{text}’.")
        made = DataTable(
            "mentors", self.tr("Mentors"), self.mentors, nothing=nothing, stretch="name"
        )
        made.opened.connect(lambda person: self.asked.emit(f"person/{person}"))
        words = self.tr("A person becomes a mentor on their own page.")
        made.show_when_empty(EmptyState("handshake", self.tr("No mentors yet"), words))
        return made

    def _pair_columns(self) -> list[Column[PairRow]]:
        return [
            Column("mentee", self.tr("Mentee"), lambda pair: pair.mentee, width=180),
            Column("mentor", self.tr("Mentor"), lambda pair: pair.mentor, width=180),
            Column("cohort", self.tr("Cohort"), lambda pair: pair.cohort, width=160),
            Column("last", self.tr("Last met"), _last, lambda pair: pair.last_met, width=120),
            Column(
                "meetings",
                self.tr("Meetings"),
                lambda pair: str(pair.meetings),
                lambda pair: pair.meetings,
                right=True,
                width=90,
            ),
            Column("state", self.tr("State"), self._state, _rank, width=150),
        ]

    def _mentor_columns(self) -> list[Column[MentorRow]]:
        return [
            Column("name", self.tr("Name"), lambda mentor: mentor.name, width=220),
            Column(
                "load",
                self.tr("Mentees"),
                lambda mentor: f"{mentor.load} / {mentor.capacity}",
                lambda mentor: mentor.load,
                right=True,
                width=100,
            ),
            Column("room", self.tr("Room"), self._room, width=180),
        ]

    def _state(self, pair: PairRow) -> str:
        if pair.quiet:
            return self.tr("Quiet, %n day(s)", "", pair.days_quiet)
        return labels.word(pair.state)

    def _room(self, mentor: MentorRow) -> str:
        if mentor.paused:
            return self.tr("Pausing")
        free = mentor.capacity - mentor.load
        return self.tr("%n free", "", free) if free > 0 else self.tr("Full")

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Mentoring")

    def go(self, parts: Sequence[str]) -> None:
        """Show the page, or its tab: ("mentors",)."""
        if parts and parts[0] in self.tables:
            self.tabs.show_tab(parts[0])
        self.refresh()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here."""
        return {"filter": self._shown().open_filter}

    def turn(self, _step: int) -> None:
        """Show the other tab."""
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def reload(self) -> None:
        """Fill both tables."""
        pairs = self.desk.read(mentoring.pairs, None, self.desk.today())
        self.pairs.set_rows(pairs)
        self.mentors.set_rows(self.desk.read(mentors.mentors))
        active = sum(pair.state is PairState.ACTIVE for pair in pairs)
        quiet = sum(pair.quiet for pair in pairs)
        tags: list[Tag] = [(self.tr("%n active", "", active), "plain")]
        if quiet:
            tags.append((self.tr("%n quiet", "", quiet), "warning"))
        self.head.set_tags(tags)
        for table in self.tables.values():
            if table.view.current_id() is None and table.model.rowCount():
                table.view.select_ids([table.model.id_at(0)])

    def _shown(self) -> DataTable:
        return self.tables[str(self.tabs.tabData(self.tabs.currentIndex()))]

    def _turn(self, key: str) -> None:
        self._stack.setCurrentWidget(self.tables[key])
        self.setFocusProxy(self.tables[key])

    def _open_pair(self, pair_id: int) -> None:
        pair = self.pairs.row_at(self.pairs.number_of(pair_id))
        self.asked.emit(f"cohort/{pair.cohort_id}/mentoring/{pair.id}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_bottom(0, margin)
        self._tab_row.set_margins((margin, 0, margin, 0))
        self._inner.set_margins((margin, 0, margin, 12))
        super().resizeEvent(event)


def _last(pair: PairRow) -> str:
    return dates.short_day(pair.last_met) if pair.last_met is not None else "–"


def _rank(pair: PairRow) -> tuple[bool, int]:
    return pair.state is PairState.ENDED, -pair.days_quiet
