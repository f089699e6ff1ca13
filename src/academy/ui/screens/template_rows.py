"""The list of templates: a small page, the name, and what it has been used for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain import dates
from academy.ui.kit import labels, paint
from academy.ui.kit.line_breaks import Paragraph, TallRows, draw, height_of
from academy.ui.kit.row_list import ROW
from academy.ui.kit.rows import Index
from academy.ui.kit.theme import px
from academy.usecases.templates import TemplateRow


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("templates", words, None, n)


def used_words(row: TemplateRow) -> str:
    """Return “18 issued, the last on 3 June 2026”, and whether it is retired."""
    words = _tr("not used yet")
    if row.issued and row.last_issued:
        day = dates.plain_day(row.last_issued)
        words = _tr("%n issued, the last on {day}", row.issued).format(day=day)
    return ", ".join((_tr("retired"), words)) if row.retired else words


def look_words(row: TemplateRow) -> str:
    """Return “Welsh and English, A4 landscape, version 2”."""
    version = _tr("version {n}").format(n=row.number)
    return ", ".join((labels.word(row.look.language), labels.word(row.look.paper), version))


def aloud(row: TemplateRow) -> str:
    """Return what is read of a row."""
    return ", ".join((row.name, look_words(row), used_words(row)))


class TemplateRows(TallRows):
    """Paints the small page, and beside it the name, how it looks and what it was used for."""

    height, around = 84, 10

    def __init__(self, picture: Callable[[TemplateRow], QImage | None]) -> None:
        super().__init__()
        self._picture = picture

    def paragraphs(self, index: Index, wide: float, ink: str) -> list[Paragraph]:
        """Return what stands beside the small page."""
        row: TemplateRow = index.data(ROW)
        room, soft = wide - px(120 + 12), ink if ink == "on-accent" else "muted"
        return [
            Paragraph(row.name, "label", room, soft if row.retired else ink),
            Paragraph(look_words(row), "caption", room, soft),
            Paragraph(used_words(row), "caption", room, soft),
        ]

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one row."""
        row: TemplateRow = index.data(ROW)
        page = QRectF(rect.x() + px(16), rect.center().y() - px(32), px(90), px(64))
        image = self._picture(row)
        size = (842, 595) if image is None else (image.width(), image.height())
        scale = min(page.width() / size[0], page.height() / size[1])
        place = QRectF(0, 0, size[0] * scale, size[1] * scale)
        place.moveCenter(page.center())
        paint.box(painter, place, 0, QColor("#ffffff"), "hairline-strong")
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place.adjusted(1, 1, -1, -1), image)
        shown = self.paragraphs(index, rect.width(), ink)
        draw(painter, page.right() + px(14), rect.center().y() - height_of(shown) / 2, shown)
