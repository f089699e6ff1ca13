"""Engraved lines: braids, rosettes and a seal of true curves, each drawn once and repeated.

A whole border is some 4 kB, since one period of a wave and one ellipse are placed again and again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

#: A quarter wave of a sine as one cubic: its handles, error below 0.1 %.
_FIRST, _SECOND, _QUARTER = 0.5122866, 1.0023137, math.pi / 2
BAND: Final = 26.0  # the width of the border


@dataclass(frozen=True)
class Wave:
    """Sines of one period and height, evenly shifted against each other."""

    name: str
    period: float
    height: float
    strands: int
    colour: str
    weight: float

    def make(self, canvas: Canvas) -> None:
        """Define one period as a form."""
        unit, high = self.period / (2 * math.pi), self.height
        canvas.beginForm(self.name, -self.period, -high - 2, 2 * self.period, high + 2)
        canvas.setStrokeColor(self.colour)
        canvas.setLineWidth(self.weight)
        path = canvas.beginPath()
        for strand in range(self.strands):
            start = -self.period * strand / self.strands
            path.moveTo(start, 0)
            for half, sign in ((0, 1), (2, -1)):
                at, top = start + half * _QUARTER * unit, sign * high
                middle, end = at + _QUARTER * unit, at + 2 * _QUARTER * unit
                path.curveTo(
                    at + _FIRST * unit, sign * _FIRST * high, at + _SECOND * unit, top, middle, top
                )
                path.curveTo(
                    end - _SECOND * unit, top, end - _FIRST * unit, sign * _FIRST * high, end, 0
                )
        canvas.drawPath(path)
        canvas.endForm()


def braid(
    canvas: Canvas, start: tuple[float, float], turn: int, length: float, waves: tuple[Wave, ...]
) -> None:
    """Draw a side of the border from a corner, turned by so many degrees."""
    canvas.saveState()
    canvas.translate(*start)
    canvas.rotate(turn)
    clip = canvas.beginPath()
    clip.rect(0, -BAND / 2, length, BAND)
    canvas.clipPath(clip, stroke=0, fill=0)
    for wave in waves:
        for number in range(math.ceil(length / wave.period) + 2):
            canvas.saveState()
            canvas.translate(number * wave.period, 0)
            canvas.doForm(wave.name)
            canvas.restoreState()
    canvas.restoreState()


def rosette(
    canvas: Canvas,
    name: str,
    radii: tuple[float, float],
    turns: int,
    colour: str,
    weight: float,
) -> None:
    """Define ellipses turned about one centre, the simplest true guilloche, as a form."""
    wide, high = radii
    size = max(radii) + 2
    canvas.beginForm(f"{name}-ellipse", -wide - 1, -high - 1, wide + 1, high + 1)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.ellipse(-wide, -high, wide, high)
    canvas.endForm()
    canvas.beginForm(name, -size, -size, size, size)
    for number in range(turns):
        canvas.saveState()
        canvas.rotate(180 * number / turns)
        canvas.doForm(f"{name}-ellipse")
        canvas.restoreState()
    canvas.endForm()
