"""How a certificate of the log looks: its state as a tag with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain import dates
from academy.domain.words import CertificateState
from academy.ui.kit import labels, paint
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.table import ROW, TableModel
from academy.ui.kit.theme import px
from academy.usecases.certificates import CertificateRow

KINDS: Final = {
    CertificateState.ISSUED: "good",
    CertificateState.REPLACED: "plain",
    CertificateState.REVOKED: "bad",
}


def expired_words() -> str:
    """Return what an expired certificate is called."""
    return QCoreApplication.translate("certificates", "Expired")


def state_tag(row: CertificateRow, today: date) -> tuple[str, str]:
    """Return the state as a tag: its words and their colour; an expired one says so."""
    if row.expired(today):
        return expired_words(), "warning"
    return labels.word(row.state), KINDS[row.state]


def _validity(row: CertificateRow, today: date) -> str:
    """Return until when a live certificate holds: “on 3 Nov 2026” when that day is past."""
    if not row.live or row.expires_on is None:
        return ""
    day = dates.short_day(row.expires_on)
    if row.expired(today):
        return QCoreApplication.translate("certificates", "on {day}").format(day=day)
    return QCoreApplication.translate("certificates", "expires {day}").format(day=day)


def about(row: CertificateRow, today: date) -> str:
    """Return what stands behind the state: the number that replaced it, when and why revoked."""
    translate = QCoreApplication.translate
    if row.state is CertificateState.REPLACED:
        return translate("certificates", "by {number}").format(number=row.replaced_by)
    words = translate("certificates", "replaces {number}")
    replaced = words.format(number=row.replaces) if row.replaces else ""
    parts = (_validity(row, today), _ended(row), replaced, row.reason)
    return ", ".join(part for part in parts if part)


def why(row: CertificateRow, today: date) -> str:
    """Return when and why it is as it is, without the numbers of others: “Expires 3 Nov 2026”."""
    found = ", ".join(part for part in (_validity(row, today), _ended(row), row.reason) if part)
    return found[:1].upper() + found[1:]


def _ended(row: CertificateRow) -> str:
    """Return the day on which it was revoked or replaced."""
    return dates.short_day(row.state_on) if not row.live and row.state_on is not None else ""


def state_words(row: CertificateRow, today: date) -> str:
    """Return “Revoked, 3 Nov 2026, wrong name”, for sorting, filter and copying."""
    words, more = state_tag(row, today)[0], about(row, today)
    joint = " " if row.expired(today) else ", "
    return joint.join(part for part in (words, more) if part)


class CertificateRows(RowDelegate):
    """Paints the state as a tag; what is not live any more is grey."""

    height = 36

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem
    ) -> None:
        """Paint one cell."""
        model, row = index.model(), index.data(ROW)
        assert isinstance(model, TableModel)
        soft = "muted" if ink == "text" and not row.live else ink
        if model.columns[index.column()].key != "state":
            super().content(painter, rect, index, soft, option)
            return
        left, middle = rect.x() + px(12), rect.center().y()
        right = paint.chip(painter, left, middle, *state_tag(row, self._today()))
        room = QRectF(right + px(8), rect.y(), rect.right() - right - px(16), rect.height())
        paint.text(
            painter, room, about(row, self._today()), "caption", "muted" if ink == "text" else ink
        )

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        model, row = index.model(), index.data(ROW)
        assert isinstance(model, TableModel)
        if model.columns[index.column()].key != "state":
            return super().cell_width(index)
        more = about(row, self._today())
        beside = paint.width(more, "caption") + px(8) if more else 0
        return self.tag_width(state_tag(row, self._today())[0]) + beside
