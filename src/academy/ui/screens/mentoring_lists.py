"""The lists of mentoring: people who wait can be dragged onto a mentor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from academy.ui.kit.parts import column, holder, label, row
from academy.ui.kit.row_list import RowList, RowView
from academy.ui.kit.rows import Index
from academy.ui.screens.mentoring_rows import (
    MeetingRows,
    MentorRows,
    PairRows,
    WaitingRows,
    meeting_words,
    mentor_aloud,
    pair_aloud,
)
from academy.usecases.mentoring import MeetingDraft, PairRow, UnpairedRow
from academy.usecases.mentors import MentorRow

MIME = "application/x-academy-person"


class WaitingList(RowList[UnpairedRow]):
    """Those who wait for a mentor; each can be dragged."""

    def __init__(self) -> None:
        super().__init__(lambda row: row.person_id, lambda row: row.name, _waiting_aloud)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let people be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a drag carries."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged person."""
        carried = QMimeData()
        carried.setData(MIME, str(self.rows[indexes[0].row()].person_id).encode())
        return carried


class MentorList(RowList[MentorRow]):
    """The mentors; a person dropped on one is to be paired with them."""

    dropped = Signal(int, int)
    """Mentee and mentor, by their ids."""

    def __init__(self) -> None:
        super().__init__(lambda row: row.person_id, lambda row: row.name, mentor_aloud)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let people be dropped on a mentor, not between two."""
        drop = Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drop if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        return [MIME]

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell who was dropped on whom."""
        if not parent.isValid() or not data.hasFormat(MIME):
            return False
        mentee = int(bytes(data.data(MIME).data()))
        self.dropped.emit(mentee, self.rows[parent.row()].person_id)
        return False  # nothing moves: the lists are read anew


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


def waiting_list(name: str) -> RowView[UnpairedRow]:
    """Return the list of those who wait."""
    made = RowView(WaitingList(), WaitingRows(), name)
    made.view.setDragEnabled(True)
    made.view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    return made


def mentor_list(name: str, model: MentorList, *, fitted: bool = False) -> RowView[MentorRow]:
    """Return the list of mentors, onto which people can be dropped."""
    made = RowView(model, MentorRows(), name, fitted=fitted)
    made.view.setAcceptDrops(True)
    made.view.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
    return made


def pair_list(name: str, rows: PairRows | None = None, *, fitted: bool = False) -> RowView[PairRow]:
    """Return a list of pairs."""
    model: RowList[PairRow] = RowList(lambda row: row.id, lambda row: row.mentee, pair_aloud)
    return RowView(model, rows or PairRows(), name, fitted=fitted)


def meeting_list(name: str) -> RowView[MeetingDraft]:
    """Return a list of meetings."""
    model: RowList[MeetingDraft] = RowList(lambda row: row.id, meeting_words, meeting_words)
    return RowView(model, MeetingRows(), name)


def _waiting_aloud(row: UnpairedRow) -> str:
    return f"{row.name}, {row.organisation}" if row.organisation else row.name
