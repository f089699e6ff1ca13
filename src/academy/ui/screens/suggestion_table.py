"""The table twin of the board: everybody who waits, with what is suggested and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from academy.ui.kit.columns import Column
from academy.ui.kit.data_view import DataView
from academy.ui.kit.table_model import TableModel
from academy.ui.screens.suggestion_words import cause_lines, cost_words, help_words, reason_words
from academy.usecases.matching import MatchingPlan, Reason


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


def suggestion_table() -> DataView:
    """Return the table; Enter on a row shows that person on the board."""
    model: TableModel[SuggestionRow] = TableModel(_columns(), lambda row: row.person_id)
    return DataView("suggestions", _tr("Suggested pairs"), model, stretch="good")


def _columns() -> list[Column[SuggestionRow]]:
    by_name: Callable[[SuggestionRow], str] = lambda row: row.mentee_sort  # noqa: E731 - a key
    return [
        Column("mentee", _tr("Waiting"), lambda r: r.mentee, by_name, width=160),
        Column("mentor", _tr("Suggested"), lambda r: r.mentor or _tr("nobody"), width=150),
        Column("score", _tr("Score"), _score, lambda r: r.score, right=True, width=64),
        Column("good", _tr("For"), lambda r: r.good, width=260, tip=lambda r: r.good),
        Column("against", _tr("Against"), lambda r: r.against, width=150, tip=lambda r: r.against),
        Column("runner_up", _tr("Next best"), lambda r: r.runner_up, width=140),
        Column("cost", _tr("Changing costs"), lambda r: r.cost, width=120, tip=lambda r: r.cost),
        Column(
            "organisation", _tr("Organisation"), lambda r: r.organisation, width=170, shown=False
        ),
        Column("home", _tr("Mentor’s organisation"), lambda r: r.mentor_home, shown=False),
    ]


def _score(row: SuggestionRow) -> str:
    return "" if row.score is None else str(row.score)
