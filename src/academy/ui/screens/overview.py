"""A cohort at a glance: what comes next, attendance, mentoring, what is left to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from academy.domain import dates
from academy.domain.words import CohortState
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import page_margin, room_of
from academy.ui.kit.parts import (
    button,
    card,
    column,
    holder,
    icon_button,
    label,
    layout_of,
    row,
    scrolled,
)
from academy.ui.kit.screen import ItemCommand
from academy.ui.screens import overview_cards as cards
from academy.ui.screens.cohort_tab import CohortTab
from academy.ui.screens.cohorts import open_cohort_dialog
from academy.ui.screens.history_lines import change_words
from academy.usecases import cohort_overview, cohorts, history, register
from academy.usecases.cohort_overview import CohortOverview
from academy.usecases.history import Change

RECENT = 5


class OverviewTab(CohortTab):
    """Next session first, then cards, then the recent changes."""

    watches = frozenset(
        {
            "cohorts", "places", "people", "marks", "training_sessions", "certificates",
            "mentoring_pairs", "mentoring_meetings", "requirements_met", "completion_rules",
            "academy",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self._rows: list[QWidget] = []
        self._lines = column(gap=12, margins=(24, 12, 24, 16))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(scrolled(self._lines))

    def open_cohort(self, cohort_id: int) -> None:
        """Show another cohort."""
        self.cohort_id = cohort_id
        self.refresh()

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the cohort."""
        return (
            ItemCommand(self.tr("&Edit cohort…"), self.edit, "Alt+Enter"),
            ItemCommand(self.tr("&History of this cohort"), self.show_history),
        )

    def reload(self) -> None:
        """Fill the page anew."""
        if not self.cohort_id:
            return
        seen = self.desk.read(cohort_overview.cohort_overview, self.cohort_id, self.desk.now())
        grid = self.desk.read(register.register, self.cohort_id, self.desk.today())
        last = max((s.held_on for s in grid.sessions if s.counts), default=None)
        strips = {
            row_.place_id: "".join(
                mark.letter or "." for mark, s in zip(row_.marks, grid.sessions, strict=True)
                if s.counts
            )
            for row_ in grid.rows
        }  # fmt: skip
        self._lines.empty()
        whole = sum(s.counts for s in grid.sessions)
        self._rows = [self._figures(seen, whole), self._people(seen, strips, last, whole)]
        self._lines.put(self._next(seen), *self._rows, self._changes(), None)
        self._fit()

    def _door(self, tab: str) -> Callable[[], None]:
        return lambda: self.asked.emit(f"cohort/{self.cohort_id}/{tab}")

    def _figures(self, seen: CohortOverview, whole: int) -> QWidget:
        made: list[tuple[QWidget, int]] = [(cards.attendance(seen, whole), 3)]
        if seen.mentoring is not None:
            made.append((cards.mentoring(seen.mentoring, self._door("mentoring")), 2))
        return cards.side_by_side(*made)

    def _people(
        self, seen: CohortOverview, strips: dict[int, str], last: date | None, whole: int
    ) -> QWidget:
        risk = cards.at_risk(seen, strips, self._door("register"))
        return cards.side_by_side((risk, 3), (cards.to_finish(seen, last, whole), 2))

    # ---- what comes next ----------------------------------------------------------------------

    def _next(self, seen: CohortOverview) -> QWidget:
        session = seen.next_session
        more = icon_button("ellipsis", self.tr("More for this cohort"), menu=self._menu(seen))
        if session is None:
            tile = None
            first, second, act = self._no_session(seen)
        else:
            tile = cards.day_tile(session.held_on)
            number = self.tr("Session {number}").format(number=session.number)
            first = number if session.title == number else f"{number} · {session.title}"
            hours = dates.hours(session.starts, session.ends)
            day = dates.long_day(session.held_on).rsplit(" ", 1)[0]
            facts = [f"{day}, {hours}", session.room, session.facilitator]
            second = " · ".join(fact for fact in facts if fact)
            act = (self.tr("Open register"), f"register/{session.id}")
        go = button(act[0], "primary")
        go.clicked.connect(self._door(act[1]))
        self.setFocusProxy(go)
        told = column(label(first, "strong", wrap=True), label(second, "caption", wrap=True), gap=1)
        parts = [tile] if tile is not None else []
        made = row(*parts, told, go, more, gap=12)
        made.setStretch(len(parts), 1)
        return card(made, 12)

    def _no_session(self, seen: CohortOverview) -> tuple[str, str, tuple[str, str]]:
        if not seen.rates:
            words = self.tr("Plan single sessions or a series; then bring in people.")
            act = (self.tr("Plan sessions"), "register")
            return self.tr("No session is planned yet"), words, act
        issued = self.tr("%n certificate(s) issued", "", seen.issued)
        if seen.due:
            due = self.tr("%n certificate(s) due", "", seen.due)
            act = (self.tr("Review & issue").replace("&", "&&"), "issue")
            return self.tr("All sessions are over"), f"{due} · {issued}", act
        return self.tr("All sessions are over"), issued, (self.tr("Open register"), "register")

    def _menu(self, seen: CohortOverview) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("&Edit cohort…")).triggered.connect(self.edit)
        states = {
            CohortState.PLANNED: (self.tr("&Start cohort"), CohortState.RUNNING),
            CohortState.RECRUITING: (self.tr("&Start cohort"), CohortState.RUNNING),
            CohortState.RUNNING: (self.tr("&Finish cohort"), CohortState.FINISHED),
            CohortState.FINISHED: (self.tr("&Reopen cohort"), CohortState.RUNNING),
        }
        words, state = states[seen.state]
        menu.addAction(words).triggered.connect(lambda: self.change_state(state))
        menu.addAction(self.tr("Hold to the &newest rules")).triggered.connect(self.adopt_rules)
        menu.addAction(self.tr("&History of this cohort")).triggered.connect(self.show_history)
        return menu

    # ---- changes ------------------------------------------------------------------------------

    def _changes(self) -> QWidget:
        found = self.desk.read(history.recent_changes, 50, self.cohort_id)[:RECENT]
        lines = [self._change(change) for change in found]
        if not lines:
            lines.append(label(self.tr("Nothing was changed yet."), "muted"))
        link = cards.door(self.tr("History"), self.show_history)
        heading = row(label(self.tr("Recent changes"), "group"), None, link)
        return holder(column(heading, *lines, gap=0))

    def _change(self, change: Change) -> QWidget:
        local = labels.local(change.at)
        near = local.date() == self.desk.today()
        when = dates.clock(local.time()) if near else dates.tiny_day(local.date())
        lead = label(when, "caption")
        lead.setFixedWidth(70)
        words = change_words(change)
        made = row(lead, label(words), label(change.by, "caption"), None, gap=8)
        if change.why_not is None and not self.desk.store.read_only:
            undo = cards.door(self.tr("Undo"), lambda: self.desk.reverse(*change.entries))
            undo.setAccessibleName(self.tr("Undo: {what}").format(what=words))
            made.put(undo)
        return holder(made)

    # ---- what can be done ---------------------------------------------------------------------

    def edit(self) -> None:
        """Ask for changes to the cohort."""
        open_cohort_dialog(self, self.desk.read(cohorts.cohort, self.cohort_id))

    def change_state(self, state: CohortState) -> None:
        """Start, finish or reopen the cohort."""
        key = "finish_cohort" if state is CohortState.FINISHED else "change_cohort"
        self.desk.do(Gesture(key), cohorts.change_state, self.cohort_id, state)

    def adopt_rules(self) -> None:
        """Hold the cohort to the newest version of its programme's rules."""
        self.desk.do(Gesture("adopt_rules"), cohorts.adopt_newest_rules, self.cohort_id)

    def show_history(self) -> None:
        """Go to the cohort's own history."""
        self.asked.emit(f"history/cohorts/{self.cohort_id}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        margin = page_margin(self)
        self._lines.set_margins((margin, 12, margin, 16))
        ways = QBoxLayout.Direction
        narrow = room_of(self) < 760
        for part in self._rows:
            layout_of(part).setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
