"""How the palette's lines look: picture, name with its matched letters, kind and keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.palette_model import Found, Group
from academy.ui.kit.rows import Index, RowDelegate, is_selected, view_of
from academy.ui.kit.theme import draw_icon, font, px

FOUND = Qt.ItemDataRole.UserRole + 1
"""The Found of a line, or the Group of a heading."""


def group_words(group: Group) -> str:
    """Return the heading of a group."""
    say = QCoreApplication.translate
    words = {
        Group.PEOPLE: say("palette", "People"),
        Group.ORGANISATIONS: say("palette", "Organisations"),
        Group.COHORTS: say("palette", "Cohorts"),
        Group.SESSIONS: say("palette", "Sessions"),
        Group.APPLICATIONS: say("palette", "Applications"),
        Group.CERTIFICATES: say("palette", "Certificates"),
        Group.PAGES: say("palette", "Pages"),
        Group.COMMANDS: say("palette", "Commands"),
    }
    return words[group]


class FoundRows(RowDelegate):
    """Headings 30 high, lines 40; the chosen line is filled with the accent."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line or a heading."""
        return QSize(px(60), px(40 if isinstance(index.data(FOUND), Found) else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a line."""
        painter.save()
        rect = QRectF(option.rect)
        line = index.data(FOUND)
        if isinstance(line, Found):
            hovered = view_of(option).property("hover-row") == index.row()
            self._line(painter, rect, line, chosen=is_selected(option), hovered=hovered)
        else:
            words = rect.adjusted(px(12), px(6), 0, 0)
            paint.text(painter, words, str(index.data()), "chip", "muted")
        painter.restore()

    def _line(
        self, painter: QPainter, rect: QRectF, line: Found, *, chosen: bool, hovered: bool
    ) -> None:
        if chosen or hovered:
            paint.box(painter, rect, px(6), "accent" if chosen else "hover")
        entry = line.entry
        soft = "on-accent" if chosen else "muted"
        border = "on-accent" if chosen else "hairline-strong"
        ink = "muted" if entry.why_not and not chosen else "on-accent" if chosen else "text"
        middle = rect.center().y()
        place = QRectF(rect.x() + px(12), middle - px(9), px(18), px(18))
        draw_icon(painter, entry.picture, place, soft)
        x = _letters(painter, rect, line, ink, chosen=chosen)
        right = rect.right() - px(10)
        if entry.shortcut:
            right = paint.keycap(painter, right, middle, entry.shortcut, soft, border) - px(10)
        if chosen and not entry.why_not:
            right = paint.keycap(painter, right, middle, "Enter", soft, border) - px(10)
        room = QRectF(x + px(16), rect.y(), right - x - px(16), rect.height())
        detail = entry.why_not or entry.detail
        paint.text(painter, room, detail, "caption", soft, paint.RIGHT)


def _letters(painter: QPainter, rect: QRectF, line: Found, ink: str, *, chosen: bool) -> float:
    """Draw the name, matched letters bold and underlined. Return the right edge."""
    x = rect.x() + px(42)
    for words, matched in _runs(line.entry.words, line.places):
        role = font("body", weight=700 if matched else 400)
        wide = paint.width(words, role)
        if matched:
            under = QRectF(x, rect.center().y() + px(9), wide, px(2))
            painter.fillRect(under, paint.as_colour("on-accent" if chosen else "link"))
        room = QRectF(x, rect.y(), min(wide + 2, rect.right() - x), rect.height())
        paint.text(painter, room, words, role, ink)
        x += wide
    return x


def _runs(words: str, places: tuple[int, ...]) -> list[tuple[str, bool]]:
    """Cut words into runs of matched and other letters."""
    runs: list[tuple[str, bool]] = []
    chosen = set(places)
    for number, letter in enumerate(words):
        matched = number in chosen
        if runs and runs[-1][1] == matched:
            runs[-1] = (runs[-1][0] + letter, matched)
        else:
            runs.append((letter, matched))
    return runs
