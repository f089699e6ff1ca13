"""The lines of the Cohorts page: a cohort with its state, its places, its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain import dates
from academy.domain.words import CohortState
from academy.ui.kit import labels, paint
from academy.ui.kit.row_list import ROW, RowList, RowView
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import px
from academy.usecases.cohorts import CohortRow

KINDS = {
    CohortState.RUNNING: ("good", "●"),
    CohortState.RECRUITING: ("info", ""),
    CohortState.PLANNED: ("plain", ""),
    CohortState.FINISHED: ("plain", ""),
}
"""The ground and the sign of each state's tag, in the order of the lists."""


def days_of(row: CohortRow) -> str:
    """Return “10 September 2026 to 14 January 2027”, or nothing while there is no session."""
    if row.first_day is None or row.last_day is None:
        return ""
    return dates.span(row.first_day, row.last_day)


def cohort_view(name: str) -> RowView[CohortRow]:
    """Return the list of one programme’s cohorts."""
    model: RowList[CohortRow] = RowList(lambda row: row.id, lambda row: row.name, _aloud)
    return RowView(model, CohortRows(), name, fitted=True)


def _aloud(row: CohortRow) -> str:
    return ", ".join([row.name, labels.word(row.state), facts(row)])


def facts(row: CohortRow) -> str:
    """Return “6 sessions · 10 September 2026 to 14 January 2027”."""
    if not row.sessions:
        return QCoreApplication.translate("CohortList", "no sessions yet")
    sessions = QCoreApplication.translate("CohortList", "%n session(s)", "", row.sessions)
    return f"{sessions} · {days_of(row)}"


class CohortRows(RowDelegate):
    """Paints a cohort: name and tag, sessions and days below, places as a bar at the right."""

    height, radius = 56, 8

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - of the base class
    ) -> None:
        """Paint one cohort."""
        row: CohortRow = index.data(ROW)
        soft = "muted" if ink == "text" else ink
        left, top = rect.x() + px(12), rect.center().y() - px(20)
        room = rect.width() - px(12 + 160)
        kind, sign = KINDS[row.state]
        words = labels.word(row.state)
        beside = room - paint.chip_width(words, sign) - px(10)
        used = paint.text(painter, QRectF(left, top, beside, px(20)), row.name, "strong", ink)
        paint.chip(painter, left + used + px(10), top + px(10), words, kind, sign)
        below = QRectF(left, top + px(21), room, px(18))
        paint.text(painter, below, facts(row), "caption", soft)
        self._places(painter, rect, row, ink)

    def _places(self, painter: QPainter, rect: QRectF, row: CohortRow, ink: str) -> None:
        right = rect.right() - px(12)
        words = self.tr("{people} of {capacity} places").format(
            people=row.people, capacity=row.capacity
        )
        place = QRectF(right - px(130), rect.center().y() - px(19), px(130), px(18))
        paint.text(painter, place, words, "caption", ink, paint.RIGHT)
        share = row.people / row.capacity if row.capacity else 0
        line = QRectF(right - px(96), rect.center().y() + px(7), px(96), px(4))
        if ink == "on-accent":
            frame = line.adjusted(-px(1), -px(1), px(1), px(1))
            paint.box(painter, frame, frame.height() / 2, None, ink)
            paint.bar(painter, line, share, ink, "accent")
        else:
            paint.bar(painter, line, share)


def newest_first(rows: Sequence[CohortRow]) -> list[CohortRow]:
    """Return running cohorts first, then recruiting, planned and finished; newest first in each."""
    order = {state: number for number, state in enumerate(KINDS)}
    far = date.max

    def key(row: CohortRow) -> tuple[int, int]:
        return order[row.state], -(row.last_day or far).toordinal()

    return sorted(rows, key=key)
