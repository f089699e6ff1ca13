"""Paints a day of the calendar: its number, its holiday, its sessions as chips."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from academy.domain import dates
from academy.domain.words import SessionState
from academy.ui.kit import paint
from academy.ui.kit.rows import Index, has_focus, view_of
from academy.ui.kit.theme import colour, font, px
from academy.ui.screens.calendar_days import DATE, DAY, HOLIDAY, SESSIONS, Days
from academy.ui.screens.calendar_words import answer_words, numbered, state_words
from academy.usecases.calendar import CalendarSession

HEAD = 26
"""The height of a day's number, in px of the design."""

LOW, HIGH = 22, 122
"""The height of a chip in a month and in a week."""

TIGHT = 104
"""In a cell narrower than this a chip has room for the time alone."""


def chip_height(*, week: bool) -> float:
    """Return the height of a session's chip with the gap below it, in px of the design."""
    return (HIGH if week else LOW) + 3


def chip_rects(cell: QRectF, count: int, *, week: bool) -> list[QRectF]:
    """Return where the chips of a day stand; the last place is left for “2 more” if need be."""
    high = px(chip_height(week=week))
    top = cell.y() + px(HEAD)
    room = int((cell.bottom() - px(2) - top) // high)
    shown = count if count <= room else max(0, room - 1)
    inner = cell.adjusted(px(4), 0, -px(4), 0)
    return [QRectF(inner.x(), top + n * high, inner.width(), high - px(3)) for n in range(shown)]


def _joined(place: QRectF, cell: QRectF, session: CalendarSession, index: Index) -> QRectF:
    """Return a chip's place; the days of a residential reach out to one another."""
    model = index.model()
    assert isinstance(model, Days)
    before, after = (model.joins(session, step) for step in (-DAY, DAY))
    left = cell.left() - px(4) if before and index.column() else place.left()
    right = cell.right() + px(4) if after and index.column() < 6 else place.right()
    return QRectF(left, place.y(), right - left, place.height())


class DayDelegate(QStyledItemDelegate):
    """Paints days. The view says which session is current, dragged, and over which day."""

    def __init__(self) -> None:
        super().__init__()
        self.week = False
        self.current = 0
        self.target: date | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height a day needs so that a week shows everything."""
        count = len(index.data(SESSIONS))
        return QSize(px(40), px(HEAD + 6 + count * chip_height(week=self.week)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one day."""
        painter.save()
        cell, day = QRectF(option.rect), index.data(DATE)
        self._ground(painter, cell, index, day)
        self._number(painter, cell, index, day)
        sessions: list[CalendarSession] = index.data(SESSIONS)
        places = chip_rects(cell, len(sessions), week=self.week)
        view = view_of(option)
        here = has_focus(view) and view.currentIndex() == index
        for session, place in zip(sessions, places, strict=False):
            self._chip(painter, _joined(place, cell, session, index), session)
            if here and session.id == self.current:
                paint.ring(painter, place.adjusted(-2, -2, 2, 2), px(5))
        more = len(sessions) - len(places)
        if more:
            words = self.tr("%n more", "", more)
            low = places[-1].bottom() + px(2) if places else cell.y() + px(HEAD)
            room = QRectF(cell.x() + px(8), low, cell.width() - px(12), px(18))
            paint.text(painter, room, words, "caption", "link")
        if here:
            lone = not any(session.id == self.current for session in sessions[: len(places)])
            if lone:
                paint.ring(painter, cell.adjusted(2, 2, -3, -3), px(6))
        painter.restore()

    def _ground(self, painter: QPainter, cell: QRectF, index: Index, day: date) -> None:
        model = index.model()
        assert isinstance(model, Days)
        other = bool(model.month) and day.month != model.month
        if day == self.target:
            painter.fillRect(cell, colour("selected-quiet"))
        elif other or day.weekday() > 4:
            painter.fillRect(cell, colour("alternate"))
        paint.hline(painter, cell.x(), cell.right(), cell.bottom() - 1)
        if index.column() < 6:
            side = QRectF(cell.right() - 1, cell.y(), 1, cell.height())
            painter.fillRect(side, colour("hairline"))

    def _number(self, painter: QPainter, cell: QRectF, index: Index, day: date) -> None:
        model = index.model()
        assert isinstance(model, Days)
        place = QRectF(cell.x() + px(6), cell.y() + px(3), px(24), px(20))
        other = bool(model.month) and day.month != model.month
        words, role = str(day.day), font("caption", weight=600 if day == model.today else 500)
        if day == model.today:
            paint.box(painter, place, px(10), "accent")
            paint.text(painter, place, words, role, "on-accent", paint.CENTRE)
        else:
            paint.text(painter, place, words, role, "muted" if other else "text", paint.CENTRE)
        holiday = index.data(HOLIDAY)
        if holiday:
            room = QRectF(place.right() + px(4), place.y(), cell.right() - place.right() - px(8),
                          place.height())  # fmt: skip
            paint.text(painter, room, holiday, font("chip", weight=500), "warning")

    def _chip(self, painter: QPainter, place: QRectF, session: CalendarSession) -> None:
        off = session.state is not SessionState.PLANNED
        kind = "warning" if session.clashes and not off else "info"
        ground, ink = ("chart-track", "muted") if off else (f"{kind}-ground", kind)
        paint.box(painter, place, px(4), ground)
        left = place.x() + px(6)
        if session.clashes and not off:
            paint.shape(painter, QPointF(left + px(4), place.y() + px(11)), "▲", ink, px(8))
            left += px(12)
        line = QRectF(left, place.y(), place.right() - left - px(4), px(LOW))
        role = font("chip", weight=600)
        if off:
            role = _struck(role)
        time_words = f"{session.starts:%H:%M}"
        if self.week:
            paint.text(painter, line, dates.hours(session.starts, session.ends), role, ink)
            self._details(painter, place, session)
        elif place.width() < px(TIGHT):
            paint.text(painter, line, time_words, role, ink)
        else:
            used = paint.text(painter, line, time_words, role, ink)
            rest = line.adjusted(used + px(6), 0, 0, 0)
            plain = font("chip", weight=500)
            paint.text(painter, rest, session.cohort, _struck(plain) if off else plain,
                       "muted" if off else "text")  # fmt: skip

    def _details(self, painter: QPainter, place: QRectF, session: CalendarSession) -> None:
        left, wide, y = place.x() + px(6), place.width() - px(10), place.y() + px(LOW - 2)
        strong, plain = font("chip", weight=600), font("chip", weight=400)
        paint.text(painter, QRectF(left, y, wide, px(18)), session.cohort, strong)
        title = QRectF(left, y + px(20), wide, px(34))
        painter.save()
        painter.setClipRect(title)
        used = paint.wrapped(painter, title, numbered(session), plain)
        painter.restore()
        y = title.y() + min(used, px(34)) + px(2)
        unusual = state_words(session) or answer_words(session.answers)
        for words in (session.room or session.facilitator, unusual):
            if words:
                paint.text(painter, QRectF(left, y, wide, px(18)), words, plain, "muted")
                y += px(18)


def _struck(role: QFont) -> QFont:
    made = QFont(role)
    made.setStrikeOut(True)
    return made
