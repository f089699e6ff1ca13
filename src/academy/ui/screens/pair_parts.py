"""The cards of a pair's page: who they are, why they were paired, what they work towards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QWidget

from academy.ui.kit.parts import (
    Painted,
    Thing,
    button,
    card,
    chips,
    column,
    holder,
    label,
    row,
)
from academy.ui.kit.row_list import RowList, RowView, TwoLines
from academy.ui.kit.theme import draw_icon
from academy.ui.screens.mentoring_lists import pair_list
from academy.ui.screens.mentoring_rows import MeetingRows, PairRows, meeting_words
from academy.ui.screens.pair_words import facts_of, goal_aloud, goal_state, reasons_of
from academy.usecases.mentoring import MeetingDraft, PairRow
from academy.usecases.pair_details import PairDetails
from academy.usecases.pair_goals import GoalDraft


def _tr(words: str) -> str:
    return QCoreApplication.translate("pair", words)


class ListCard(QFrame):
    """A list under its heading with what can be done; without rows a sentence in its place."""

    def __init__(self, heading: str, shown: RowView, none: str, *ways: QWidget) -> None:  # type: ignore[type-arg]  # of any rows
        super().__init__()
        self.setProperty("role", "card")
        self.shown = shown
        none_yet = label(none, "muted", wrap=True)
        head = row(label(heading, "strong"), None, *ways, gap=6, margins=(16, 0, 16, 0))
        self._nothing = holder(row(none_yet, margins=(16, 0, 16, 0)))
        self.setLayout(column(head, shown.view, self._nothing, gap=8, margins=(1, 12, 1, 12)))

    def fill(self, rows: Sequence[object]) -> None:
        """Show other rows, or that there are none."""
        self.shown.fill(rows)
        self.shown.view.setVisible(bool(rows))
        self._nothing.setVisible(not rows)


def goal_list(name: str) -> RowView[GoalDraft]:
    """Return a list of goals, each with what became of it."""
    model: RowList[GoalDraft] = RowList(lambda goal: goal.id, lambda goal: goal.text, goal_aloud)
    return RowView(model, _GoalRows(), name, fitted=True)


class _GoalRows(TwoLines):
    inset = 16

    def __init__(self) -> None:
        super().__init__(goal_state)


def contact_list(name: str) -> RowView[MeetingDraft]:
    """Return a list of meetings as high as they are."""
    model: RowList[MeetingDraft] = RowList(lambda one: one.id, meeting_words, meeting_words)
    rows = MeetingRows()
    rows.left = 16
    return RowView(model, rows, name, fitted=True)


def other_pairs(name: str, *, mentees_only: bool = False) -> RowView[PairRow]:
    """Return a list of the other pairs of the two, or of the pairs of one mentor."""
    rows = PairRows()
    rows.left, rows.cohorts, rows.mentees_only = 16, True, mentees_only
    return pair_list(name, rows, fitted=True)


def facts_card(details: PairDetails, *links: Thing) -> QWidget:
    """Return who the two are, where and since when, and the ways to their pages."""
    lines = [_fact(words, text) for words, text in facts_of(details)]
    ways = column(*links, gap=2)
    return card(column(label(_tr("The pair"), "strong"), *lines, ways, gap=8))


def why_card(details: PairDetails) -> QWidget:
    """Return why the two were suggested, or that somebody chose them by hand."""
    if details.score is None:
        words = _tr("Chosen by hand, without a suggestion.")
        return card(column(label(_tr("Why these two"), "strong"), label(words, "muted", wrap=True)))
    score = _tr("score {score}").format(score=details.score)
    head = row(label(_tr("Why these two"), "strong"), chips((score, "info")), None)
    lines = [_reason(speaks_for, words) for speaks_for, words in reasons_of(details)]
    return card(column(head, *lines, gap=6))


def _reason(speaks_for: bool, words: str) -> QWidget:  # noqa: FBT001 - one of two signs
    def draw(painter: QPainter, rect: QRectF) -> None:
        name, ink = ("plus", "good") if speaks_for else ("minus", "muted")
        draw_icon(painter, name, rect, ink, 2)

    told = label(words, wrap=True)
    side = _tr("For: {reason}") if speaks_for else _tr("Against: {reason}")
    told.setAccessibleName(side.format(reason=words))
    made = row(Painted(draw, width=16, height=16), told, gap=8)
    made.setStretch(1, 1)
    return holder(made)


def _fact(words: str, text: str) -> QWidget:
    value = label(text, wrap=True)
    value.setAccessibleName(f"{words}: {text}")
    return holder(column(label(words, "caption"), value, gap=0))


def link(words: str, act: Callable[[], object]) -> QWidget:
    """Return a link that does something."""
    made = button(words, "link")
    made.clicked.connect(lambda _checked=False: act())
    return holder(row(made, None))
