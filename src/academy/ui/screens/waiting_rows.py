"""How somebody who waits for a mentor looks in the list: what they wish, and whom they get."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.row_list import ROW
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import draw_icon, px
from academy.ui.screens.mentoring_rows import initials, natural
from academy.ui.screens.suggestion_words import wishes_of
from academy.ui.screens.suggestions import Suggestions
from academy.usecases.matching import LeftOver, SuggestedPair
from academy.usecases.mentoring import UnpairedRow

translate = QCoreApplication.translate


class WaitingRows(RowDelegate):
    """Paints somebody who waits: name, what they wish, and once asked for, whom they get."""

    height = 52
    left = 24
    suggestions: Suggestions | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a third line to whom they get."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), px(70)) if self._planned else size

    @property
    def _planned(self) -> bool:
        return self.suggestions is not None and self.suggestions.plan is not None

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one person."""
        row: UnpairedRow = index.data(ROW)
        left = rect.x() + px(self.left)
        if rect.width() > px(240):
            disc = QRectF(left, rect.center().y() - px(16), px(32), px(32))
            paint.disc(painter, disc, initials(row.name))
            left = disc.right() + px(12)
        room = QRectF(left, rect.y() + px(7), rect.right() - left - px(14), px(20))
        soft = ink if ink == "on-accent" else "muted"
        found = None if self.suggestions is None else self.suggestions.of(row.person_id)
        if isinstance(found, SuggestedPair):
            paint.text(painter, room, str(found.score), "strong", ink, paint.RIGHT)
        paint.text(painter, room.adjusted(0, 0, -px(32), 0), row.name, "strong", ink)
        given = None if self.suggestions is None else self.suggestions.given
        about = wishes_of(given, row.person_id) or row.organisation
        paint.text(painter, room.translated(0, px(20)), about, "caption", soft)
        if self._planned:
            self._gets(painter, room.translated(0, px(38)), found, ink)

    def _gets(
        self, painter: QPainter, room: QRectF, found: SuggestedPair | LeftOver | None, ink: str
    ) -> None:
        paired = isinstance(found, SuggestedPair)
        kind = ink if ink == "on-accent" or paired else "warning"
        sign = QRectF(room.x(), room.center().y() - px(7), px(14), px(14))
        draw_icon(painter, "arrow-right" if paired else "minus", sign, kind, 2)
        words = (
            natural(found.mentor.name)
            if isinstance(found, SuggestedPair)
            else translate("suggestions", "no mentor")
        )
        paint.text(painter, room.adjusted(px(20), 0, 0, 0), words, "caption", kind)


def waiting_aloud(row: UnpairedRow, suggestions: Suggestions) -> str:
    """Return how somebody is read aloud: name, organisation, whom they get."""
    parts = [row.name, row.organisation]
    found = suggestions.of(row.person_id)
    if isinstance(found, SuggestedPair):
        words = translate("suggestions", "suggested: {name}, score {score}")
        parts.append(words.format(name=natural(found.mentor.name), score=found.score))
    elif found is not None:
        parts.append(translate("suggestions", "no mentor"))
    return ", ".join(part for part in parts if part)
