"""Attendance by session as bars with their numbers, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.layout import Painted
from academy.ui.kit.parts import button, column, label, row
from academy.ui.kit.theme import colour, font, px
from academy.usecases.cohort_overview import SessionRate

WIDEST = 56


class RatesChart(QWidget):
    """The chart, its twin as a table, and the switch between them."""

    def __init__(self, rates: Sequence[SessionRate], target: int | None) -> None:
        super().__init__()
        self._rates, self._target = rates, target
        self.chart = Painted(self._draw, height=180, name=self._sentence())
        self.table = Painted(self._draw_table, height=28 * (len(rates) + 1), name=self._aloud())
        self.table.hide()
        self.switch = button(self.tr("Show as table"), "link")
        self.switch.clicked.connect(self.turn)
        heading = label(self.tr("Attendance by session"), "strong")
        self.setLayout(column(row(heading, None, self.switch), self.chart, self.table, None, gap=4))

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
        top, bottom = px(22), rect.height() - px(24)
        high, left = bottom - top, px(4)
        step = (rect.width() - left * 2) / len(self._rates)
        wide = min(step * 0.6, px(WIDEST))
        for number, rate in enumerate(self._rates):
            middle = left + step * (number + 0.5)
            share = (rate.percent or 0) / 100
            bar = QRectF(middle - wide / 2, bottom - high * share, wide, high * share)
            below = self._target is not None and (rate.percent or 0) < self._target
            paint.box(painter, bar, px(3), "warning" if below else "chart")
            words = "–" if rate.percent is None else f"{rate.percent}%"
            above = QRectF(middle - step / 2, bar.y() - px(20), step, px(18))
            role = font("chip", weight=600, features=("tnum",))
            paint.text(painter, above, words, role, "text", paint.CENTRE)
            name = QRectF(middle - step / 2, bottom + px(4), step, px(18))
            paint.text(painter, name, f"S{rate.number}", "caption", "muted", paint.CENTRE)
        paint.hline(painter, 0, rect.width(), bottom, "hairline-strong")
        if self._target is not None:
            self._draw_target(painter, rect, bottom - high * self._target / 100)

    def _draw_target(self, painter: QPainter, rect: QRectF, y: float) -> None:
        painter.setPen(QPen(colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(rect.width(), y))
        words = self.tr("target {target}%").format(target=self._target)
        wide = paint.width(words, "chip") + px(8)
        ground = QRectF(rect.width() - wide, y - px(9), wide, px(18))
        paint.box(painter, ground, 0, "base")
        paint.text(painter, ground, words, "chip", "muted", paint.RIGHT)

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
