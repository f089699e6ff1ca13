"""The table twin of the board: everybody who waits, with what is suggested and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from academy.ui.kit.columns import Column
from academy.ui.kit.data_view import DataView
from academy.ui.kit.parts import column, holder, label, row
from academy.ui.kit.table_model import TableModel
from academy.ui.screens.suggestion_words import cause_lines, cost_words, help_words, reason_words
from academy.usecases.matching import MatchingPlan
from academy.usecases.matching_reasons import Reason


@dataclass(frozen=True)
class SuggestionRow:
    """One who waits: whom they get, or why nobody."""

    person_id: int
    mentee: str
    mentee_sort: str
    organisation: str
    mentor: str
    mentor_home: str
    score: int | None
    good: str
    against: str
    runner_up: str
    cost: str


def suggestion_rows(plan: MatchingPlan) -> list[SuggestionRow]:
    """Return the rows of a plan; whoever is left over has the cause among the reasons against."""
    rows = [
        SuggestionRow(
            one.mentee.id, one.mentee.name, one.mentee.sort, one.mentee.organisation,
            one.mentor.name, one.mentor.organisation, one.score,
            _reasons(one.reasons, good=True), _reasons(one.reasons, good=False),
            one.runner_up.name if one.runner_up else "", cost_words(one),
        )
        for one in plan.pairs
    ]  # fmt: skip
    rows += [
        SuggestionRow(
            one.mentee.id, one.mentee.name, one.mentee.sort, one.mentee.organisation,
            "", "", None, "", "; ".join(cause_lines(one)), "", help_words(one),
        )
        for one in plan.left_over
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.mentee_sort, row.person_id))


def _reasons(reasons: tuple[Reason, ...], *, good: bool) -> str:
    return "; ".join(reason_words(one) for one in reasons if one.good is good)


def _tr(words: str) -> str:
    return QCoreApplication.translate("suggestions", words)


class TablePart(QWidget):
    """The table; without suggestions, a sentence stands in its place."""

    def __init__(self) -> None:
        super().__init__()
        model: TableModel[SuggestionRow] = TableModel(_columns(), lambda row: row.person_id)
        self.view = DataView("suggestions", _tr("Suggested pairs"), model, stretch="good")
        none = _tr("Nothing is suggested yet. Ask for suggestions; they can be read here too.")
        self._none = holder(row(label(none, "muted", wrap=True), margins=(24, 12, 24, 12)))
        self._inner = row(self.view, margins=(12, 0, 0, 0))
        self._shown = holder(self._inner)
        lines = column(self._none, self._shown, None, gap=0)
        lines.setStretch(1, 1000)
        self.setLayout(lines)

    def set_margin(self, margin: int) -> None:
        """Follow the page's margin, so that words stand under those of the heading."""
        self._inner.set_margins((margin - 12, 0, 0, 0))

    def show_plan(self, plan: MatchingPlan | None) -> None:
        """Show what is suggested, a row for everybody who waits."""
        self.view.rows.set_rows([] if plan is None else suggestion_rows(plan))
        self._shown.setVisible(plan is not None)
        self._none.setVisible(plan is None)


def _columns() -> list[Column[SuggestionRow]]:
    by_name: Callable[[SuggestionRow], str] = lambda row: row.mentee_sort  # noqa: E731 - a key
    return [
        Column("mentee", _tr("Waiting"), lambda r: r.mentee, by_name, width=160, names=True),
        Column("mentor", _tr("Suggested"), lambda r: r.mentor or _tr("nobody"), width=150),
        Column("score", _tr("Score"), _score, lambda r: r.score, right=True, width=64),
        Column("good", _tr("For"), lambda r: r.good, width=260, tip=lambda r: r.good),
        Column(
            "against", _tr("Against"), lambda r: r.against, yields=True, tip=lambda r: r.against
        ),
        Column("runner_up", _tr("Next best"), lambda r: r.runner_up, width=140, yields=True),
        Column("cost", _tr("Changing costs"), lambda r: r.cost, width=136, tip=lambda r: r.cost),
        Column(
            "organisation", _tr("Organisation"), lambda r: r.organisation, width=170, shown=False
        ),
        Column("home", _tr("Mentor’s organisation"), lambda r: r.mentor_home, shown=False),
    ]


def _score(row: SuggestionRow) -> str:
    return "" if row.score is None else str(row.score)
