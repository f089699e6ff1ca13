"""The engraved parts of Heritage: its border with corner rosettes, the swelled rule, the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from academy.documents.designs.guilloche import BAND, Wave, braid, rosette
from academy.documents.designs.pictures import arches

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

GOLD: Final = "#a8842c"
_LIGHT: Final = "#2f6b52"
_OUTER: Final = 27.0  # of the border, from the edge of the sheet
_HAIR: Final = 3.2  # from the border to the fine lines around it


def border(canvas: Canvas, size: tuple[float, float], dark: str, paper: str) -> None:
    """Draw braids along the four sides, fine lines around them, a rosette in each corner."""
    width, height = size
    inner = width - 2 * (_OUTER + BAND), height - 2 * (_OUTER + BAND)
    middle = _OUTER + BAND / 2
    across, upright = _waves("across", inner[0], 44), _waves("upright", inner[1], 30)
    for wave in (*across, *upright):
        wave.make(canvas)
    for y in (middle, height - middle):
        braid(canvas, (_OUTER + BAND, y), 0, inner[0], across)
    for x in (middle, width - middle):
        braid(canvas, (x, _OUTER + BAND), 90, inner[1], upright)
    _lines(canvas, size, dark)
    rosette(canvas, "corner", (17, 6.2), 18, _LIGHT, 0.4)
    rosette(canvas, "heart", (8, 3), 12, GOLD, 0.42)
    for x in (middle, width - middle):
        for y in (middle, height - middle):
            _corner(canvas, x, y, dark, paper)


def _waves(name: str, length: float, about: int) -> tuple[Wave, ...]:
    """Return the two braids of a side, in periods that end where the side ends."""
    periods = max(2, round(about * length / (735.0 if name == "across" else 489.0)))
    period = length / periods
    return (
        Wave(f"{name}-braid", period * 2, 9.6, 6, _LIGHT, 0.38),
        Wave(f"{name}-gold", period, 4.6, 3, GOLD, 0.42),
    )


def _lines(canvas: Canvas, size: tuple[float, float], dark: str) -> None:
    inside = _OUTER + BAND
    for colour, weight, edge in (
        (dark, 1.3, _OUTER), (dark, 0.5, inside), (GOLD, 0.5, _OUTER - _HAIR),
        (GOLD, 0.5, inside + _HAIR),
    ):  # fmt: skip
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight)
        canvas.rect(edge, edge, size[0] - 2 * edge, size[1] - 2 * edge)


def _corner(canvas: Canvas, x: float, y: float, dark: str, paper: str) -> None:
    side = BAND + 12
    canvas.setFillColor(paper)
    canvas.setStrokeColor(dark)
    canvas.setLineWidth(0.5)
    canvas.rect(x - side / 2, y - side / 2, side, side, stroke=1, fill=1)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm("corner")
    canvas.doForm("heart")
    canvas.restoreState()


def swelled_rule(canvas: Canvas, middle: float, y: float) -> None:
    """Draw the rule under the name, with a small lozenge in its middle."""
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.6)
    for side in (-1, 1):
        canvas.line(middle + side * 9, y, middle + side * 128, y)
    path = canvas.beginPath()
    path.moveTo(middle - 4, y)
    path.lineTo(middle, y + 2.4)
    path.lineTo(middle + 4, y)
    path.lineTo(middle, y - 2.4)
    path.close()
    canvas.setFillColor(GOLD)
    canvas.drawPath(path, stroke=0, fill=1)


def seal(canvas: Canvas, place: tuple[float, float], dark: str, paper: str) -> None:
    """Draw the seal around the academy's doorway."""
    rosette(canvas, "seal-gold", (40, 25), 30, GOLD, 0.4)
    rosette(canvas, "seal-green", (34, 13), 24, _LIGHT, 0.36)
    canvas.saveState()
    canvas.translate(*place)
    canvas.doForm("seal-gold")
    canvas.doForm("seal-green")
    canvas.setFillColor(paper)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.9)
    canvas.circle(0, 0, 15.5, stroke=1, fill=1)
    canvas.scale(0.46, 0.46)
    canvas.translate(-20, -19)
    arches(canvas, dark, GOLD)
    canvas.restoreState()
