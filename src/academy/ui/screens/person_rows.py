"""How a person's cohorts and certificates look in the lists of their page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain import dates
from academy.domain.words import CertificateState, PlaceState
from academy.ui.kit import labels, paint
from academy.ui.kit.row_list import ROW
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import draw_icon, px
from academy.ui.screens.person_words import attended, is_below, marks_of, prospects, state_tag
from academy.usecases.certificates import CertificateRow
from academy.usecases.person_record import PersonCohort


def _tr(words: str) -> str:
    return QCoreApplication.translate("person", words)


def since_words(place: PersonCohort) -> str:
    """Return since when, and until when, somebody holds a place."""
    if place.state is PlaceState.WITHDRAWN and place.withdrawn_on is not None:
        return _tr("withdrew {day}").format(day=dates.plain_day(place.withdrawn_on))
    if place.completed_on is not None:
        return _tr("completed {day}").format(day=dates.plain_day(place.completed_on))
    return _tr("since {day}").format(day=dates.plain_day(place.enrolled_on))


def certificate_words(one: CertificateRow) -> str:
    """Return “issued 14 July 2026”, to which day it holds if to any, or what became of it."""
    if one.state is CertificateState.ISSUED or one.state_on is None:
        issued = _tr("issued {day}").format(day=dates.plain_day(one.issued_on))
        if one.expires_on is None:
            return issued
        holds = _tr("in force to {day}").format(day=dates.plain_day(one.expires_on))
        return f"{issued}, {holds}"
    words = f"{labels.word(one.state).casefold()} {dates.plain_day(one.state_on)}"
    return f"{words}: {one.reason}" if one.reason else words


class CohortRows(RowDelegate):
    """Paints a cohort of a person: name and state, marks as a strip, the rate."""

    height = 82
    inset = 24

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one cohort."""
        place: PersonCohort = index.data(ROW)
        active = ink == "on-accent"
        soft = ink if active else "muted"
        left = rect.x() + px(self.inset)
        room = QRectF(left, rect.y() + px(10), rect.width() * 0.5, px(20))
        used = paint.text(painter, room, place.cohort, "strong", ink)
        words, kind = state_tag(place.state)[:2]
        paint.chip(painter, left + used + px(10), room.center().y(), words, kind)
        paint.text(painter, room.translated(0, px(22)), since_words(place), "caption", soft)
        self._marks(painter, QRectF(rect.x(), rect.y(), rect.width(), px(62)), place, ink)
        told = room.translated(0, px(42))
        told.setRight(rect.right() - px(56))
        paint.text(painter, told, prospects(place), "caption", soft)
        arrow = QRectF(rect.right() - px(36), rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, "chevron-right", arrow, soft, 2)

    def _marks(self, painter: QPainter, rect: QRectF, place: PersonCohort, ink: str) -> None:
        active = ink == "on-accent"
        right = rect.right() - px(56)
        told = attended(place)
        width = max(px(150), paint.width(told, "body"))
        room = QRectF(right - width, rect.y(), width, rect.height())
        below = is_below(place)
        tone = ink if active else "warning" if below else "muted"
        paint.text(painter, room, ("▲ " if below else "") + told, "label", tone, paint.RIGHT)
        letters = marks_of(place)
        start = max(room.x() - px(13 * len(letters) + 16), rect.x() + rect.width() * 0.42)
        if active:
            ground = QRectF(
                start - px(6), rect.center().y() - px(12), px(13 * len(letters) + 9), px(24)
            )
            paint.box(painter, ground, px(6), "base")
        paint.strip(painter, start, rect.center().y(), letters)


class CertificateRows(RowDelegate):
    """Paints a certificate: number, programme and what it states, its state."""

    height = 62
    inset = 24

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one certificate."""
        one: CertificateRow = index.data(ROW)
        soft = ink if ink == "on-accent" else "muted"
        sign = QRectF(rect.x() + px(self.inset), rect.y() + px(12), px(16), px(16))
        draw_icon(painter, "award", sign, soft, 2)
        left = sign.right() + px(12)
        room = QRectF(left, rect.y() + px(10), rect.right() - left - px(140), px(20))
        paint.text(painter, room, f"{labels.word(one.kind)}, {one.programme}", "strong", ink)
        told = f"{one.number} · {one.cohort} · {certificate_words(one)}"
        paint.text(painter, room.translated(0, px(22)), told, "caption", soft)
        kind = "good" if one.state is CertificateState.ISSUED else "plain"
        words = labels.word(one.state)
        x = rect.right() - px(24) - paint.chip_width(words)
        paint.chip(painter, x, rect.center().y(), words, kind)
