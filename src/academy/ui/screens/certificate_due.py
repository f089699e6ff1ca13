"""Which certificates are due, a line for each cohort with its button."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.parts import Box, Painted, button, column, holder, label, line, row
from academy.ui.kit.theme import draw_icon, px
from academy.usecases.certificates import DueRow

SHOWN: Final = 6
"""How many cohorts have a line; the log below them needs the room."""


@dataclass(frozen=True)
class DueCohort:
    """A cohort in which certificates are due."""

    id: int
    name: str
    due: int
    finished: date | None


def due_by_cohort(
    due: Sequence[DueRow], known: Sequence[tuple[int, str, date | None]]
) -> list[DueCohort]:
    """Return the cohorts in which certificates are due, in the order in which they are known."""
    counts = Counter(row.cohort_id for row in due)
    return [DueCohort(id_, name, counts[id_], last) for id_, name, last in known]


class DueCohorts(QWidget):
    """The lines; hidden while nothing is due. The first button is the page's primary one."""

    wished = Signal(int)
    """The cohort whose certificates are to be reviewed and issued."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Box = column(gap=4, margins=(24, 0, 24, 8))
        whole = column(self._lines, line(), gap=0)
        self.setLayout(whole)
        self.hide()

    def fill(self, found: Sequence[DueCohort]) -> None:
        """Show other cohorts."""
        self._lines.empty()
        self._lines.put(label(self.tr("Due"), "group"))
        for number, cohort in enumerate(found[:SHOWN]):
            self._lines.put(self._line(cohort, first=number == 0))
        if (more := len(found) - SHOWN) > 0:
            words = self.tr("%n more cohort(s) to come when these are issued.", "", more)
            self._lines.put(label(words, "muted"))
        self.setVisible(bool(found))

    def set_margin(self, margin: int) -> None:
        """Follow the page's margin."""
        self._lines.set_margins((margin, 0, margin, 8))

    def _line(self, cohort: DueCohort, *, first: bool) -> QWidget:
        words = self.tr("%n certificate(s)", "", cohort.due)
        where = cohort.name
        if cohort.finished is not None:
            day = dates.plain_day(cohort.finished)
            where = self.tr("{cohort}, finished {day}").format(cohort=cohort.name, day=day)

        def draw(painter: QPainter, rect: QRectF) -> None:
            sign = QRectF(0, rect.center().y() - px(8), px(16), px(16))
            draw_icon(painter, "award", sign, "info", 2)
            room = rect.adjusted(px(28), 0, 0, 0)
            used = paint.text(painter, room, words, "label")
            after = room.adjusted(used + px(14), 0, 0, 0)
            paint.text(painter, after, where, "caption", "muted")

        told = Painted(draw, height=36, name=f"{words}, {where}")
        review = button(self.tr("&Review && issue") if first else self.tr("Review && issue"),
                        "primary" if first else "normal")  # fmt: skip
        name = self.tr("Review and issue {n} in {cohort}")
        review.setAccessibleName(name.format(n=cohort.due, cohort=cohort.name))
        review.clicked.connect(lambda _=False, id_=cohort.id: self.wished.emit(id_))
        made = row(told, review)
        made.setStretch(0, 1)
        return holder(made)
