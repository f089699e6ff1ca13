"""The plain strokes of all painting: text, boxes, rings, lines. Use them through ``paint``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from academy.ui.kit.theme import colour, font, metrics, px

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

Ink = str | QColor
"""A colour: the name of a token, or a colour worked out by the caller."""


def as_colour(ink: Ink) -> QColor:
    """Return the colour of a token name, or the colour itself."""
    return ink if isinstance(ink, QColor) else colour(ink)


_watching: list[list[str]] = []


@contextmanager
def watching() -> Iterator[list[str]]:
    """Collect the whole words of what is elided while this lasts: tool tips say them."""
    found: list[str] = []
    _watching.append(found)
    try:
        yield found
    finally:
        _watching.pop()


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    role: str | QFont = "body",
    ink: Ink = "text",
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Draw one line, elided at its end only if it does not fit. Return the width it took."""
    chosen = role if isinstance(role, QFont) else font(role)
    measure = metrics(chosen)
    place = QRect(round(rect.x()), round(rect.y()), round(rect.width()), round(rect.height()))
    used = measure.horizontalAdvance(words)
    if used > place.width():
        for found in _watching:
            found.append(words)
        words = measure.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        used = measure.horizontalAdvance(words)
    painter.setFont(chosen)
    painter.setPen(as_colour(ink))
    painter.drawText(place, align | Qt.TextFlag.TextSingleLine, words)
    return used


def wrapped(
    painter: QPainter, rect: QRectF, words: str, role: str | QFont = "body", ink: Ink = "text"
) -> int:
    """Draw words on as many lines as they need from the top of `rect`. Return the height used."""
    chosen = role if isinstance(role, QFont) else font(role)
    painter.setFont(chosen)
    painter.setPen(as_colour(ink))
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    place = rect.toRect()
    painter.drawText(place, flags, words)
    return metrics(chosen).boundingRect(place, flags, words).height()


def width(words: str, role: str | QFont = "body") -> int:
    """Return how wide the words are in this role."""
    return metrics(role if isinstance(role, QFont) else font(role)).horizontalAdvance(words)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float = 0.0,
    fill: Ink | None = None,
    border: Ink | None = None,
    line: float = 1.0,
) -> None:
    """Draw a rounded box whose border lies inside `rect`, so that it stays sharp."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    if border is not None:
        place.adjust(line / 2, line / 2, -line / 2, -line / 2)
        painter.setPen(QPen(as_colour(border), line))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else as_colour(fill))
    painter.drawRoundedRect(place, radius, radius)
    painter.restore()


def ring(painter: QPainter, rect: QRectF, radius: float | None = None, ink: Ink = "focus") -> None:
    """Draw the 2 px focus ring inside `rect`."""
    box(painter, rect, px(4) if radius is None else radius, None, ink, float(px(2)))


def hline(painter: QPainter, left: float, right: float, y: float, ink: Ink = "hairline") -> None:
    """Draw a hairline of 1 px from `left` to `right`."""
    painter.fillRect(QRectF(left, y, right - left, 1), as_colour(ink))


def shadow(painter: QPainter, rect: QRectF, radius: float, dark: bool) -> None:  # noqa: FBT001 - two looks
    """Draw a soft shadow as many faint boxes: an effect would blur text and be slow."""
    for i in range(24, 0, -2):
        veil = QColor(0, 0, 0, 9 if dark else 4)
        box(painter, rect.adjusted(-i, -i + 10, i, i + 10), radius + i, veil)


def bar(
    painter: QPainter, rect: QRectF, share: float, ink: Ink = "chart", track: Ink = "chart-track"
) -> None:
    """Draw a share of 0 to 1 as a thin bar; its number always stands beside it."""
    half = rect.height() / 2
    box(painter, rect, half, track)
    if share > 0:
        wide = max(rect.height(), rect.width() * min(1.0, share))
        box(painter, QRectF(rect.x(), rect.y(), wide, rect.height()), half, ink)


def disc(
    painter: QPainter, rect: QRectF, initials: str, kind: str = "info", ground: Ink | None = None
) -> None:
    """Draw the initials of a person on a pale ground, in place of a photo."""
    pale, ink = ("chart-track", "muted") if kind == "plain" else (f"{kind}-ground", kind)
    box(painter, rect, rect.width() / 2, pale if ground is None else ground)
    size = 12 if rect.width() <= px(32) else 14
    text(painter, rect, initials, font("chip", size=size), ink, CENTRE)
