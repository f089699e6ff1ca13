"""How a certificate of the log looks: its state as a tag with the reason."""

from __future__ import annotations

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


def about(row: CertificateRow) -> str:
    """Return what stands behind the state: the number that replaced it, when and why revoked."""
    translate = QCoreApplication.translate
    if row.state is CertificateState.REPLACED:
        return translate("certificates", "by {number}").format(number=row.replaced_by)
    parts = []
    if row.state is CertificateState.REVOKED and row.state_on is not None:
        parts.append(dates.short_day(row.state_on))
    if row.replaces:
        words = translate("certificates", "in place of {number}")
        parts.append(words.format(number=row.replaces))
    if row.reason:
        parts.append(row.reason)
    return ", ".join(parts)


def state_words(row: CertificateRow) -> str:
    """Return “Revoked, 3 Nov 2026, wrong name”, for sorting, filter and copying."""
    return ", ".join(part for part in (labels.word(row.state), about(row)) if part)


class CertificateRows(RowDelegate):
    """Paints the state as a tag; what is not live any more is grey."""

    height = 36

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
        right = paint.chip(painter, left, middle, labels.word(row.state), KINDS[row.state])
        room = QRectF(right + px(8), rect.y(), rect.right() - right - px(16), rect.height())
        paint.text(painter, room, about(row), "caption", "muted" if ink == "text" else ink)
