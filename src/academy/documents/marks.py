"""The shapes of the marks on paper: they differ without colour, as on the screen.

Heavy: imports ReportLab. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from academy.documents.page import INK
from academy.documents.sheet import Sheet
from academy.domain.words import Letter


def draw_mark(sheet: Sheet, letter: Letter, x: float, y: float, size: float) -> None:
    """Draw the shape of a mark: full disc, half disc, cross or diamond around x, y."""
    sheet.setFillColor(HexColor(INK))
    sheet.setStrokeColor(HexColor(INK))
    sheet.setLineWidth(size * 0.16)
    radius = size / 2
    if letter is Letter.PRESENT:
        sheet.circle(x, y, radius, stroke=0, fill=1)
    elif letter is Letter.LATE:
        inner = radius - size * 0.08
        sheet.circle(x, y, inner, stroke=1, fill=0)
        sheet.wedge(x - inner, y - inner, x + inner, y + inner, 90, 180, stroke=0, fill=1)
    elif letter is Letter.ABSENT:
        draw_cross(sheet, x, y, radius * 0.85)
    else:
        _polygon(sheet, [(x, y + radius), (x + radius, y), (x, y - radius), (x - radius, y)])


def draw_cross(sheet: Sheet, x: float, y: float, reach: float) -> None:
    """Draw a cross around x, y with the line weight that is set."""
    sheet.line(x - reach, y - reach, x + reach, y + reach)
    sheet.line(x - reach, y + reach, x + reach, y - reach)


def draw_triangle(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw the sign of a rate below the target, its foot's middle at x, y."""
    sheet.setFillColor(HexColor(INK))
    half = size / 2
    _polygon(sheet, [(x - half, y), (x + half, y), (x, y + size * 0.9)], filled=True)


def _polygon(sheet: Sheet, points: list[tuple[float, float]], *, filled: bool = False) -> None:
    path = sheet.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    sheet.drawPath(path, stroke=int(not filled), fill=int(filled))
