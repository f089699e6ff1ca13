"""How somebody who waits for a mentor looks in the list: what they wish, and whom they get."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.line_breaks import Paragraph, TallRows, draw, height_of
from academy.ui.kit.row_list import ROW
from academy.ui.kit.rows import Index
from academy.ui.kit.theme import draw_icon, px
from academy.ui.screens.mentoring_rows import initials, natural
from academy.ui.screens.suggestion_words import wishes_of
from academy.ui.screens.suggestions import Suggestions
from academy.usecases.matching import LeftOver, SuggestedPair
from academy.usecases.mentoring import UnpairedRow

translate = QCoreApplication.translate


class WaitingRows(TallRows):
    """Paints somebody who waits: name, what they wish, and once asked for, whom they get."""

    height = 52
    left = 24
    suggestions: Suggestions | None = None

    @property
    def _planned(self) -> bool:
        return self.suggestions is not None and self.suggestions.plan is not None

    def _found(self, row: UnpairedRow) -> SuggestedPair | LeftOver | None:
        return None if self.suggestions is None else self.suggestions.of(row.person_id)

    def _begin(self, wide: float) -> int:
        """Return where the words begin, in pixels: behind the disc if there is room for one."""
        return px(self.left + 44 if wide > px(240) else self.left)

    def paragraphs(self, index: Index, wide: float, ink: str) -> list[Paragraph]:
        """Return name, wishes, and whom they get."""
        row: UnpairedRow = index.data(ROW)
        room, active = wide - self._begin(wide) - px(14), ink == "on-accent"
        given = None if self.suggestions is None else self.suggestions.given
        about = wishes_of(given, row.person_id) or row.organisation
        score = px(32) if self._planned else 0
        shown = [
            Paragraph(row.name, "strong", room - score, ink, most=3),
            Paragraph(about, "caption", room, ink if active else "muted", most=4),
        ]
        if self._planned:
            found = self._found(row)
            paired = isinstance(found, SuggestedPair)
            words = translate("suggestions", "no mentor")
            if isinstance(found, SuggestedPair):
                words = natural(found.mentor.name)
            kind = ink if active or paired else "warning"
            shown.append(Paragraph(words, "caption", room, kind, indent=px(20)))
        return shown

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one person."""
        row: UnpairedRow = index.data(ROW)
        shown = self.paragraphs(index, rect.width(), ink)
        top, begin = rect.center().y() - height_of(shown) / 2, self._begin(rect.width())
        if begin > px(self.left):
            size = px(32)
            disc = QRectF(rect.x() + px(self.left), rect.center().y() - size / 2, size, size)
            paint.disc(painter, disc, initials(row.name))
        left = rect.x() + begin
        places = draw(painter, left, top, shown)
        found = self._found(row)
        if isinstance(found, SuggestedPair):
            room = QRectF(left, top, rect.right() - left - px(14), px(20))
            paint.text(painter, room, str(found.score), "strong", ink, paint.RIGHT)
        if self._planned:
            middle = places[-1].center().y()
            sign = QRectF(left, middle - px(7), px(14), px(14))
            name = "arrow-right" if isinstance(found, SuggestedPair) else "minus"
            draw_icon(painter, name, sign, shown[-1].ink, 2)


def waiting_aloud(row: UnpairedRow, suggestions: Suggestions) -> str:
    """Return how somebody is read aloud: name, organisation, whom they get."""
    parts = [row.name, row.organisation, wishes_of(suggestions.given, row.person_id)]
    found = suggestions.of(row.person_id)
    if isinstance(found, SuggestedPair):
        words = translate("suggestions", "suggested: {name}, score {score}")
        parts.append(words.format(name=natural(found.mentor.name), score=found.score))
    elif found is not None:
        parts.append(translate("suggestions", "no mentor"))
    return ", ".join(part for part in parts if part)
