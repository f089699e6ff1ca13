"""What stands over and under the register's columns: sessions and days, and totals."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.frozen import FrozenTable
from academy.ui.kit.layout import Sized
from academy.ui.kit.theme import colour, font, metrics, px
from academy.ui.screens.register_model import NAMES, RegisterModel
from academy.ui.screens.register_paint import say
from academy.usecases.register import RegisterSession


class RegisterHeader(QHeaderView):
    """Two lines a column: session and day. The open session has a bar on top and its count."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of one column."""
        model = cast("RegisterModel", self.model())
        place = QRectF(rect)
        painter.save()
        opened = model.is_open(section)
        painter.fillRect(place, colour("open-column" if opened else "base"))
        session = model.session_at(section)
        if session is not None:
            self._session(painter, place, model, session)
            _band(painter, place, section, model)
        elif section == NAMES:
            words = say("%n person(s)", model.rowCount())
            low = place.adjusted(px(40), px(23), 0, -px(7))
            paint.text(painter, low, words, "header", "muted")
        else:
            _two_lines(
                painter, place, *_heads(section, model), left=section <= len(model.sessions) + 1
            )
        paint.hline(painter, place.x(), place.right() + 1, place.bottom() - 1, "hairline-strong")
        painter.restore()

    def _session(
        self, painter: QPainter, rect: QRectF, model: RegisterModel, session: RegisterSession
    ) -> None:
        opened = session.id == model.open_session
        name, day = say("S{n}").format(n=session.number), dates.tiny_day(session.held_on)
        first = f"{name} · {day}" if opened else name
        second = self._below(model, session, rect.width() - px(12)) if opened else day
        top, low = (
            rect.adjusted(px(2), px(6), -px(2), -px(24)),
            rect.adjusted(px(6), px(23), -px(6), -px(7)),
        )
        ink = "text" if session.counts else "muted"
        paint.text(painter, top, first, font("header", weight=600), ink, paint.CENTRE)
        paint.text(painter, low, second, _small(), "muted", paint.CENTRE)
        if opened:
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), px(3)), colour("accent"))
            for x in (rect.x(), rect.right() - 1):
                painter.fillRect(QRectF(x, rect.y(), 1, rect.height()), colour("hairline-strong"))

    def _below(self, model: RegisterModel, session: RegisterSession, room: float) -> str:
        """Return “Leading change · 20 of 24”; a long title gives way, the count does not."""
        column = model.column_of(session.id)
        blank = model.register.blanks(column - 1) if model.register else 0
        whole = sum(row.attends(session) for row in model.rows)
        words = say("{title} · {marked} of {all}")
        count = words.format(title="", marked=whole - blank, all=whole)
        left = round(room) - paint.width(count, _small())
        title = metrics(_small()).elidedText(session.title, Qt.TextElideMode.ElideRight, left)
        return words.format(title=title, marked=whole - blank, all=whole)


def _small() -> QFont:
    return font("header", size=12, weight=400)


def _band(painter: QPainter, rect: QRectF, section: int, model: RegisterModel) -> None:
    """Join the columns of a residential by a line under their heads."""
    session, columns = model.sessions[section - 1], len(model.sessions)
    if not session.residential:
        return
    near = {
        step: 0 <= section - 1 + step < columns
        and model.sessions[section - 1 + step].residential == session.residential
        for step in (-1, 1)
    }
    if any(near.values()):
        left = rect.x() + (0 if near[-1] else px(6))
        right = rect.right() + 1 - (0 if near[1] else px(6))
        painter.fillRect(QRectF(left, rect.bottom() - px(4), right - left, px(2)), colour("info"))


def _heads(section: int, model: RegisterModel) -> tuple[str, str]:
    if section == len(model.sessions) + 1:
        return say("Attended"), say("P and L")
    return say("Missed"), say("in a row")


def _two_lines(painter: QPainter, rect: QRectF, first: str, second: str, *, left: bool) -> None:
    align = paint.LEFT if left else paint.RIGHT
    top, low = (
        rect.adjusted(px(12), px(6), -px(14), -px(24)),
        rect.adjusted(px(12), px(23), -px(14), -px(7)),
    )
    paint.text(painter, top, first, font("header", weight=600), "text", align)
    paint.text(painter, low, second, _small(), "muted", align)


class Totals(Sized):
    """The line under the grid: how many were there; its places come from the header."""

    def __init__(self, table: FrozenTable, model: RegisterModel) -> None:
        super().__init__(height=32)
        self._table, self._model = table, model
        for told in (model.dataChanged, model.modelReset, model.opened):
            told.connect(self.update)
        table.main.horizontalScrollBar().valueChanged.connect(self.update)
        table.main.horizontalHeader().sectionResized.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the totals under their columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("alternate"))
        paint.hline(painter, 0, self.width(), 0, "hairline-strong")
        left = self._table.main.x()
        painter.setClipRect(left, 0, self.width() - left, self.height())
        for column in range(1, self._model.columnCount() - 1):
            self._total(painter, column, left)
        painter.setClipping(False)
        words = QRectF(px(40), 0, left - px(40), self.height())
        paint.text(
            painter, words, say("Present or late"), font("table", size=13, weight=500), "muted"
        )
        painter.end()

    def _total(self, painter: QPainter, column: int, left: int) -> None:
        header = self._table.main.horizontalHeader()
        rect = QRectF(left + header.sectionViewportPosition(column), 0,
                      header.sectionSize(column), self.height())  # fmt: skip
        opened = self._model.is_open(column)
        if opened:
            painter.fillRect(rect.adjusted(0, 1, 0, 0), colour("open-column"))
        words = self._words(column)
        align = paint.CENTRE
        if self._model.session_at(column) is None:
            rect, align = rect.adjusted(px(12), 0, 0, 0), paint.LEFT
        ink = "text" if opened else "muted"
        paint.text(painter, rect, words, font("table", size=13, weight=500), ink, align)

    def _words(self, column: int) -> str:
        register, session = self._model.register, self._model.session_at(column)
        if register is None:
            return ""
        if session is None:
            rates = [row.percent for row in register.rows if row.percent is not None]
            return say("{rate}% on average").format(rate=sum(rates) // len(rates)) if rates else ""
        present, blank = register.present(column - 1), register.blanks(column - 1)
        whole = sum(row.attends(session) for row in register.rows)
        if self._model.is_open(column):
            return say("{present} present or late, {blank} blank").format(
                present=present, blank=blank
            )
        begun = register.begun(column - 1)
        return say("{present} of {all}").format(present=present, all=whole) if begun else ""
