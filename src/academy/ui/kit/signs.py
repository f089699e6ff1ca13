"""Painted signs: attendance marks and their shapes, tags, key caps, squares for places.

Marks are told apart by letter and shape, not by colour alone. Use them through ``paint``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from academy.ui.kit.strokes import CENTRE, LEFT, Ink, as_colour, box, text
from academy.ui.kit.theme import colour, draw_icon, font, metrics, px

MARKS = {"P": "good", "L": "warning", "A": "bad", "E": "info"}
"""The kind of each letter: good, warning, bad, info."""


def _line(ink: QColor, thickness: float) -> QPen:
    return QPen(
        ink,
        thickness,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _full_circle(painter: QPainter, centre: QPointF, ink: QColor, r: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(centre, r, r)


def _half_circle(painter: QPainter, centre: QPointF, ink: QColor, r: float) -> None:
    painter.setPen(QPen(ink, 1.4))
    painter.drawEllipse(centre, r - 0.7, r - 0.7)
    half = QPainterPath(QPointF(centre.x(), centre.y() - r))
    half.arcTo(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r), 90, 180)
    painter.fillPath(half, ink)


def _cross(painter: QPainter, centre: QPointF, ink: QColor, r: float) -> None:
    painter.setPen(_line(ink, max(1.5, r / 2.75)))
    d = r * 0.82
    for sign in (1, -1):
        start = QPointF(centre.x() - d, centre.y() - d * sign)
        painter.drawLine(start, QPointF(centre.x() + d, centre.y() + d * sign))


def _diamond(painter: QPainter, centre: QPointF, ink: QColor, r: float) -> None:
    painter.setPen(_line(ink, max(1.6, r / 2.5)))
    d = r * 1.05
    path = QPainterPath(QPointF(centre.x(), centre.y() - d))
    for dx, dy in ((d, 0.0), (0.0, d), (-d, 0.0)):
        path.lineTo(centre.x() + dx, centre.y() + dy)
    path.closeSubpath()
    painter.drawPath(path)


def _triangle(painter: QPainter, centre: QPointF, ink: QColor, r: float) -> None:
    path = QPainterPath(QPointF(centre.x(), centre.y() - r))
    path.lineTo(centre.x() + r * 1.1, centre.y() + r * 0.85)
    path.lineTo(centre.x() - r * 1.1, centre.y() + r * 0.85)
    path.closeSubpath()
    painter.fillPath(path, ink)


def _empty_circle(painter: QPainter, centre: QPointF, ink: QColor, r: float) -> None:
    painter.setPen(QPen(ink, 1.2))
    painter.drawEllipse(centre, r * 2 / 3, r * 2 / 3)


_SHAPES: dict[str, Callable[[QPainter, QPointF, QColor, float], None]] = {
    "P": _full_circle,
    "●": _full_circle,
    "L": _half_circle,
    "A": _cross,
    "E": _diamond,
    "▲": _triangle,
    ".": _empty_circle,
}


def shape(painter: QPainter, centre: QPointF, letter: str, ink: Ink, size: float = 8.0) -> None:
    """Draw the shape of a mark, ▲ for a warning, or . for a session to come."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[letter](painter, centre, as_colour(ink), size / 2)
    painter.restore()


def mark(
    painter: QPainter,
    rect: QRectF,
    letter: str,
    *,
    quiet: bool = True,
    note: bool = False,
    ink: Ink | None = None,
) -> None:
    """Draw one attendance mark in the middle of `rect`; nothing for a blank.

    Present is quiet (no ground), what differs stands on its ground. `note` adds a pencil.
    """
    if not letter:
        return
    kind = MARKS[letter]
    col = as_colour(kind if ink is None else ink)
    w, h = px(40), px(22)
    x, y = rect.x() + (rect.width() - w) / 2, rect.y() + (rect.height() - h) / 2
    place = QRectF(round(x), round(y), w, h)
    if not (letter == "P" and quiet):
        box(painter, place, px(4), f"{kind}-ground")
    middle, left = place.center().y(), place.x() + px(3 if note else 9)
    shape(painter, QPointF(left + px(5), middle), letter, col, px(8))
    words = QRectF(left + px(13), place.y(), px(14), h)
    text(painter, words, letter, font("table", size=13, weight=600), col, LEFT)
    if note:
        pencil = QRectF(place.right() - px(14), middle - px(6), px(11), px(11))
        draw_icon(painter, "pencil", pencil, col)


def chip_width(words: str, sign: str = "") -> float:
    """Return the width of a tag."""
    return metrics(font("chip")).horizontalAdvance(words) + px(14) + (px(12) if sign else 0)


def chip(
    painter: QPainter, x: float, middle: float, words: str, kind: str = "info", sign: str = ""
) -> float:
    """Draw a tag: words on a pale ground, never clickable. Return its right edge.

    `kind` is good, warning, bad, info or plain; `sign` is the letter of a shape.
    """
    w, h = chip_width(words, sign), px(20)
    place = QRectF(round(x), round(middle - h / 2), w, h)
    ground, ink = ("chart-track", "muted") if kind == "plain" else (f"{kind}-ground", kind)
    box(painter, place, px(4), ground)
    left = place.x() + px(7)
    if sign:
        shape(painter, QPointF(left + px(4), place.center().y()), sign, ink, px(8))
        left += px(12)
    text(painter, QRectF(left, place.y(), w, h), words, "chip", ink)
    return place.right()


def _segments_left(rect: QRectF, letters: str) -> float:
    return round(rect.x() + (rect.width() - px(38) * len(letters)) / 2)


def segments(
    painter: QPainter, rect: QRectF, chosen: str, hover: str = "", letters: str = "PLAE"
) -> None:
    """Draw the P L A E buttons of an open session: one rounded group, the chosen one filled."""
    w, h = px(38), px(24)
    x0, y0 = _segments_left(rect, letters), round(rect.y() + (rect.height() - h) / 2)
    box(painter, QRectF(x0, y0, w * len(letters), h), px(5), "base", "hairline-strong")
    for i, letter in enumerate(letters):
        place = QRectF(x0 + i * w, y0, w, h)
        if letter == chosen:
            _chosen_segment(painter, place, letter)
            continue
        if letter == hover:
            box(painter, place.adjusted(1, 1, -1, -1), px(4), "pressed")
        if i and letters[i - 1] != chosen:
            gap = QRectF(place.x(), place.y() + px(5), 1, h - px(10))
            painter.fillRect(gap, colour("hairline-strong"))
        ink = "text" if letter == hover else "muted"
        text(painter, place, letter, font("table", size=13, weight=500), ink, CENTRE)


def _chosen_segment(painter: QPainter, place: QRectF, letter: str) -> None:
    kind = MARKS[letter]
    box(painter, place, px(5), f"{kind}-ground", kind, 1.5)
    shape(painter, QPointF(place.x() + px(12), place.center().y()), letter, kind, px(8))
    words = QRectF(place.x() + px(20), place.y(), px(14), place.height())
    text(painter, words, letter, font("table", size=13, weight=700), kind, LEFT)


def segment_at(rect: QRectF, x: float, letters: str = "PLAE") -> str:
    """Return the letter of the button under `x`, or nothing; the same arithmetic as painting."""
    i = int((x - _segments_left(rect, letters)) // px(38))
    return letters[i] if 0 <= i < len(letters) else ""


def strip(
    painter: QPainter, x: float, middle: float, marks: str, size: float = 10, gap: float = 3
) -> float:
    """Draw a person's marks as a line of small shapes; "." is to come. Return the right edge."""
    for letter in marks:
        ink = MARKS.get(letter, "control")
        shape(painter, QPointF(x + px(size) / 2, middle), letter, ink, px(size - 1))
        x += px(size + gap)
    return x


def pips(painter: QPainter, x: float, middle: float, used: int, of: int) -> float:
    """Draw capacity as filled and empty squares; words stand beside. Return the right edge."""
    for i in range(of):
        full = i < used
        place = QRectF(x, middle - px(5), px(10), px(10))
        box(painter, place, px(3), "chart" if full else None, "chart" if full else "control", 1.5)
        x += px(14)
    return x


def keycap_width(words: str) -> float:
    """Return the width of a key cap."""
    return max(px(20), metrics(_cap_font()).horizontalAdvance(words) + px(10))


def keycap(
    painter: QPainter,
    right: float,
    middle: float,
    words: str,
    ink: Ink = "muted",
    border: Ink = "hairline-strong",
) -> float:
    """Draw a key as a small cap that ends at `right`. Return its left edge."""
    w = keycap_width(words)
    place = QRectF(round(right - w), round(middle - px(10)), w, px(20))
    box(painter, place, px(4), None, border)
    text(painter, place, words, _cap_font(), ink, CENTRE)
    return place.x()


def _cap_font() -> QFont:
    return font("chip", weight=500)
