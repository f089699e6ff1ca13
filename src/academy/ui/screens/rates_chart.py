"""Attendance by session as bars with their numbers, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.layout import Painted
from academy.ui.kit.parts import button, column
from academy.ui.kit.theme import colour, font, px
from academy.usecases.cohort_overview import SessionRate

WIDEST = 56


class RatesChart(QWidget):
    """The chart, its twin as a table, and the switch between them."""

    def __init__(self, rates: Sequence[SessionRate], target: int | None, to_come: int) -> None:
        super().__init__()
        self._rates, self._target, self._to_come = rates, target, to_come
        self.chart = Painted(self._draw, height=116, name=self._sentence())
        self.table = Painted(self._draw_table, height=28 * (len(rates) + 1), name=self._aloud())
        self.table.hide()
        self.switch = button(self.tr("Show as table"), "link")
        self.switch.clicked.connect(self.turn)
        self.setLayout(column(self.chart, self.table, None, gap=0))

    def turn(self) -> None:
        """Show the table in place of the chart, or the chart again."""
        as_table = self.table.isHidden()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        words = self.tr("Show as chart") if as_table else self.tr("Show as table")
        self.switch.setText(words)

    def _sentence(self) -> str:
        known = [rate.percent for rate in self._rates if rate.percent is not None]
        if not known:
            return self.tr("Attendance by session: nobody is marked yet.")
        return self.tr("Attendance by session: from {low}% to {high}%, last {last}%.").format(
            low=min(known), high=max(known), last=known[-1]
        )

    def _aloud(self) -> str:
        return ". ".join(", ".join(cells) for cells in self._cells())

    def _cells(self) -> list[tuple[str, str, str]]:
        return [
            (
                f"{rate.number}  {rate.title}",
                dates.short_day(rate.held_on),
                "–"
                if rate.percent is None
                else f"{rate.present} of {rate.marked}, {rate.percent}%",
            )
            for rate in self._rates
        ]

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        top, bottom = px(20), rect.height() - px(22)
        high, right = bottom - top, rect.width() - px(72 if self._target is not None else 0)
        whole = len(self._rates) + self._to_come
        step = right / max(whole, 4)
        wide = min(step * 0.6, px(WIDEST))
        for number in range(whole):
            place = QRectF(step * number, top, step, high)
            if number < len(self._rates):
                self._draw_bar(painter, place, wide, self._rates[number])
            else:
                self._draw_to_come(painter, place, wide, number + 1)
        paint.hline(painter, 0, right, bottom, "hairline-strong")
        if self._target is not None:
            self._draw_target(painter, right, bottom - high * self._target / 100)

    def _draw_bar(self, painter: QPainter, place: QRectF, wide: float, rate: SessionRate) -> None:
        high = place.height() * (rate.percent or 0) / 100
        bar = QRectF(place.center().x() - wide / 2, place.bottom() - high, wide, high)
        if high:
            paint.box(painter, bar, px(3), "chart")
        words = "–" if rate.percent is None else f"{rate.percent}%"
        above = QRectF(place.x(), bar.y() - px(19), place.width(), px(18))
        role = font("chip", weight=600, features=("tnum",))
        paint.text(painter, above, words, role, "text", paint.CENTRE)
        _name(painter, place, rate.number, "text")

    def _draw_to_come(self, painter: QPainter, place: QRectF, wide: float, number: int) -> None:
        high = place.height() * 0.6
        outline = QRectF(place.center().x() - wide / 2, place.bottom() - high, wide, high)
        painter.setPen(QPen(colour("hairline-strong"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(outline)
        _name(painter, place, number, "muted")

    def _draw_target(self, painter: QPainter, right: float, y: float) -> None:
        painter.setPen(QPen(colour("warning"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(right, y))
        words = self.tr("target {target}%").format(target=self._target)
        place = QRectF(right + px(4), y - px(9), px(70), px(18))
        paint.text(painter, place, words, "chip", "warning")

    def _draw_table(self, painter: QPainter, rect: QRectF) -> None:
        headers = (self.tr("Session"), self.tr("Day"), self.tr("Present or late"))
        lefts = (0.0, rect.width() * 0.5, rect.width() * 0.72)
        ends = (*lefts[1:], rect.width())
        for line, cells in enumerate([headers, *self._cells()]):
            y = px(28) * line
            for left, end, words in zip(lefts, ends, cells, strict=True):
                room = QRectF(left, y, end - left - px(8), px(28))
                role, ink = ("header", "muted") if line == 0 else ("table", "text")
                paint.text(painter, room, words, role, ink)
            paint.hline(painter, 0, rect.width(), y + px(27))


def _name(painter: QPainter, place: QRectF, number: int, ink: str) -> None:
    below = QRectF(place.x(), place.bottom() + px(3), place.width(), px(18))
    paint.text(painter, below, f"S{number}", "caption", ink, paint.CENTRE)
