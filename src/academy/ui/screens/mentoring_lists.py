"""The lists of mentoring: people who wait can be dragged onto a mentor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from academy.ui.kit.parts import column, holder, label, row
from academy.ui.kit.row_drag import Draggable, DropTargets, drag_view, drop_view
from academy.ui.kit.row_list import RowList, RowView
from academy.ui.screens.mentoring_rows import (
    MeetingRows,
    MentorRows,
    PairRows,
    meeting_words,
    mentee_aloud,
    mentor_aloud,
    pair_aloud,
)
from academy.ui.screens.suggestions import Suggestions
from academy.ui.screens.waiting_rows import WaitingRows, waiting_aloud
from academy.usecases.mentoring import MeetingDraft, PairRow, UnpairedRow
from academy.usecases.mentors import MentorRow


def waiting_list(name: str, suggestions: Suggestions) -> RowView[UnpairedRow]:
    """Return the list of those who wait; each can be dragged onto a mentor."""
    model: Draggable[UnpairedRow] = Draggable(
        lambda row: row.person_id,
        lambda row: row.name,
        lambda row: waiting_aloud(row, suggestions),
    )
    rows = WaitingRows()
    rows.suggestions = suggestions
    return drag_view(model, rows, name)


def mentor_targets() -> DropTargets[MentorRow]:
    """Return the model of mentors; a person dropped on one is to be paired with them."""
    return DropTargets(lambda row: row.person_id, lambda row: row.name, mentor_aloud)


def mentor_list(
    name: str, model: DropTargets[MentorRow], *, fitted: bool = False
) -> RowView[MentorRow]:
    """Return the list of mentors, onto which people can be dropped."""
    return drop_view(model, MentorRows(), name, fitted=fitted)


class ListPart(QWidget):
    """A list under its heading; without rows, a sentence stands in its place."""

    def __init__(
        self, shown: RowView[Any], heading: QLabel, none: str, margin: int, *beside: QWidget
    ) -> None:
        super().__init__()
        self.shown, self.heading = shown, heading
        self._none = holder(row(label(none, "muted", wrap=True), margins=(margin, 0, 16, 12)))
        heading.setWordWrap(True)
        head = row(heading, *beside, margins=(margin, 12, 16, 8))
        head.setStretch(0, 1)
        lines = column(holder(head), shown.view, self._none, gap=0)
        lines.put(None)
        lines.setStretch(1, 1000)
        self.setLayout(lines)

    def fill(self, rows: Sequence[Any]) -> None:
        """Show other rows, or that there are none."""
        self.shown.fill(rows)
        self.shown.view.setVisible(bool(rows))
        self._none.setVisible(not rows)


def pair_list(name: str, rows: PairRows | None = None, *, fitted: bool = False) -> RowView[PairRow]:
    """Return a list of pairs."""
    rows = rows or PairRows()
    aloud = mentee_aloud if rows.mentees_only else pair_aloud
    model: RowList[PairRow] = RowList(lambda row: row.id, lambda row: row.mentee, aloud)
    return RowView(model, rows, name, fitted=fitted)


def meeting_list(name: str) -> RowView[MeetingDraft]:
    """Return a list of meetings."""
    model: RowList[MeetingDraft] = RowList(lambda row: row.id, meeting_words, meeting_words)
    return RowView(model, MeetingRows(), name)
