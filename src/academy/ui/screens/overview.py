"""A cohort at a glance: what comes next, attendance, mentoring, what is left to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from academy.domain import dates
from academy.domain.words import CohortState
from academy.store.journal import Gesture
from academy.ui.kit import labels, paint
from academy.ui.kit.desk import Desk
from academy.ui.kit.layout import Painted
from academy.ui.kit.page import page_margin, room_of
from academy.ui.kit.parts import (
    button,
    card,
    column,
    holder,
    icon_button,
    label,
    restyle,
    row,
    scrolled,
)
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.theme import draw_icon, font, px
from academy.ui.screens.cohort_tab import CohortTab
from academy.ui.screens.cohorts import open_cohort_dialog
from academy.ui.screens.history import change_words
from academy.ui.screens.home_words import reason, spoken
from academy.ui.screens.rates_chart import RatesChart
from academy.usecases import cohort_overview, cohorts, history
from academy.usecases.cohort_overview import CohortOverview

RECENT = 5


class OverviewTab(CohortTab):
    """Next session first, then figures side by side, the chart, and recent changes."""

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
        self._lines = column(gap=12, margins=(24, 16, 24, 16))
        self._cards = row(gap=12)
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
        self._lines.empty()
        self._lines.put(self._next(seen))
        self._cards = row(*self._figures(seen), gap=12)
        for number in range(self._cards.count()):
            self._cards.setStretch(number, 1)
        self._lines.put(holder(self._cards))
        self._both = row(gap=12)
        for part in (self._chart(seen), self._risks(seen)):
            if part is not None:
                self._both.put(part)
                self._both.setStretch(self._both.count() - 1, 1)
        self._lines.put(holder(self._both), self._changes(), None)
        self._fit()

    # ---- what comes next ----------------------------------------------------------------------

    def _next(self, seen: CohortOverview) -> QWidget:
        session = seen.next_session
        menu = icon_button("ellipsis", self.tr("More for this cohort"), menu=self._menu(seen))
        if session is None:
            over = seen.state is CohortState.FINISHED or bool(seen.rates)
            first = self.tr("All sessions are over") if over else self.tr("No session planned yet")
            second = self._left_to_do(seen)
            go = self._door(
                self.tr("Review & issue") if seen.due else self.tr("Open register"),
                f"cohort/{self.cohort_id}/{'issue' if seen.due else 'register'}",
            )
        else:
            number = self.tr("Session {number}").format(number=session.number)
            same = session.title == number
            first = number if same else f"{number} · {session.title}"
            hours = dates.hours(session.starts, session.ends)
            facts = [dates.long_day(session.held_on), hours, session.room, session.facilitator]
            second = " · ".join(fact for fact in facts if fact)
            go = self._door(
                self.tr("Open register"), f"cohort/{self.cohort_id}/register/{session.id}"
            )
        restyle(go, "kind", "primary")
        head = self.tr("Next session") if session is not None else self.tr("Sessions")
        told = column(
            label(head, "group"), label(first, "section", wrap=True),
            label(second, "muted", wrap=True), gap=2,
        )  # fmt: skip
        made = row(told, go, menu, gap=8)
        made.setStretch(0, 1)
        return card(made)

    def _door(self, words: str, address: str) -> QWidget:
        made = button(words, "primary")
        made.clicked.connect(lambda: self.asked.emit(address))
        return made

    def _left_to_do(self, seen: CohortOverview) -> str:
        parts = [self.tr("%n certificate(s) issued", "", seen.issued)]
        if seen.due:
            parts.insert(0, self.tr("%n certificate(s) due", "", seen.due))
        return " · ".join(parts) if seen.rates else self.tr("Plan them in the register.")

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
        menu.addAction(self.tr("&History of this cohort")).triggered.connect(self.show_history)
        return menu

    # ---- figures ------------------------------------------------------------------------------

    def _figures(self, seen: CohortOverview) -> list[QWidget]:
        percent = "–" if seen.percent is None else f"{seen.percent}%"
        target = "" if seen.target is None else self.tr("target {n}%").format(n=seen.target)
        risk = self.tr("%n at risk", "", len(seen.at_risk))
        made = [
            _figure(self.tr("Attendance"), percent, target),
            _figure(self.tr("On track"), str(seen.on_track), risk),
        ]
        if seen.mentoring is not None:
            count = seen.mentoring
            paired = self.tr("{paired} of {people}").format(
                paired=count.paired, people=count.people
            )
            quiet = self.tr("paired, %n quiet", "", count.quiet)
            made.append(_figure(self.tr("Mentoring"), paired, quiet))
        to_come = self.tr("sessions to come")
        below = self.tr("%n below the target", "", seen.below)
        issued = self.tr("%n certificate(s) issued", "", seen.issued)
        second = " · ".join([below, issued]) if seen.rates else to_come
        made.append(_figure(self.tr("To finish"), str(seen.to_come), f"{to_come} · {second}"
                            if seen.rates else to_come))  # fmt: skip
        return made

    def _chart(self, seen: CohortOverview) -> QWidget | None:
        if not seen.rates:
            return None
        return card(column(RatesChart(seen.rates, seen.target), gap=0))

    def _risks(self, seen: CohortOverview) -> QWidget | None:
        if not seen.at_risk:
            return None
        lines = [label(self.tr("At risk"), "strong")]
        shown = seen.at_risk[:RECENT]
        parts: list[QWidget] = [_risk(spoken(r.name), reason(r)) for r in shown]
        for part, risk in zip(parts, shown, strict=True):
            part.setAccessibleName(f"{spoken(risk.name)}: {reason(risk)}")
        if len(seen.at_risk) > RECENT:
            more = button(self.tr("See all {n}").format(n=len(seen.at_risk)), "link")
            more.clicked.connect(lambda: self.asked.emit(f"cohort/{self.cohort_id}/register"))
            parts.append(holder(row(more, None)))
        return card(column(*lines, 4, *parts, None, gap=2))

    # ---- changes ------------------------------------------------------------------------------

    def _changes(self) -> QWidget:
        found = self.desk.read(history.recent_changes, 50, self.cohort_id)[:RECENT]
        lines: list[QWidget] = []
        for change in found:
            at = dates.moment(labels.local(change.at), self.desk.today())
            words = label(change_words(change), "body", wrap=True)
            parts = [words, label(f"{at}, {change.by}", "caption")]
            line = row(*parts, gap=12)
            line.setStretch(0, 1)
            if change.why_not is None and not self.desk.store.read_only:
                undo = button(self.tr("Undo"), "link")
                undo.setAccessibleName(self.tr("Undo: {what}").format(what=change_words(change)))
                undo.clicked.connect(
                    lambda _=False, entries=change.entries: self.desk.reverse(*entries)
                )
                line.put(undo)
            lines.append(holder(line))
        if not lines:
            lines.append(label(self.tr("Nothing was changed yet."), "muted"))
        return holder(column(label(self.tr("Recent changes"), "group"), *lines, gap=2,
                             margins=(4, 8, 4, 0)))  # fmt: skip

    # ---- what can be done ---------------------------------------------------------------------

    def edit(self) -> None:
        """Ask for changes to the cohort."""
        open_cohort_dialog(self, self.desk.read(cohorts.cohort, self.cohort_id))

    def change_state(self, state: CohortState) -> None:
        """Start, finish or reopen the cohort."""
        key = "finish_cohort" if state is CohortState.FINISHED else "change_cohort"
        self.desk.do(Gesture(key), cohorts.change_state, self.cohort_id, state)

    def show_history(self) -> None:
        """Go to the cohort's own history."""
        self.asked.emit(f"history/cohorts/{self.cohort_id}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        margin = page_margin(self)
        self._lines.set_margins((margin, 16, margin, 16))
        ways = QBoxLayout.Direction
        narrow = room_of(self) < 760
        for box in (self._cards, getattr(self, "_both", None)):
            if box is not None:
                box.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)


def _figure(words: str, figure: str, under: str) -> QWidget:
    made = card(
        column(
            label(words, "strong"), label(figure, "figure"), label(under, "caption", wrap=True),
            None, gap=2,
        )
    )  # fmt: skip
    made.setAccessibleName(f"{words}: {figure}, {under}")
    return made


def _risk(name: str, why: str) -> QWidget:
    def draw(painter: QPainter, rect: QRectF) -> None:
        place = QRectF(0, rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, "triangle-alert", place, "warning", 2)
        left = px(26)
        used = paint.text(
            painter, QRectF(left, 0, rect.width() - left, rect.height()), name,
            font("body", weight=500),
        )  # fmt: skip
        left += used + px(10)
        room = QRectF(left, 0, rect.width() - left, rect.height())
        paint.text(painter, room, why, "caption", "muted")

    return Painted(draw, height=28)
