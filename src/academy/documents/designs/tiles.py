"""The panel of Bright: quarter discs, leaves, a disc and a doorway on a grid of squares.

Four inks that differ in lightness, so that the panel holds in grey. Edges overlap by a quarter of
a point, or viewers would show hairlines between the tiles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from academy.documents.designs.pictures import arch

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SIDE: Final = 91.21
#: Ground, shape, the shape's ink. q0 to q3: a quarter disc about a corner, from the lower left
#: anticlockwise; l0, l1: a leaf along a diagonal; o: a disc; a: arches.
TILES: Final = (
    ("n", "q0", "y"), ("y", "l1", "r"), ("r", "q3", "n"), ("n", "o", "p"),
    ("p", "l0", "n"), ("r", "q1", "y"), ("n", "q2", "r"), ("y", "q3", "n"),
    ("y", "a", "n"), ("n", "q1", "p"), ("r", "q2", "y"), ("p", "q0", "r"),
)  # fmt: skip
_HANDLE: Final = 0.5523 * SIDE
_OVER: Final = 0.25
_CORNERS: Final = ((0, 0), (1, 0), (1, 1), (0, 1))
#: The straight sides of a quarter disc need no ground under them: left, low, right, high.
_BARE: Final = {"q0": (1, 1, 0, 0), "q1": (0, 1, 1, 0), "q2": (0, 0, 1, 1), "q3": (1, 0, 0, 1)}

Inks = Mapping[str, str]


def panel(canvas: Canvas, places: Sequence[tuple[float, float]], inks: Inks) -> None:
    """Draw the twelve tiles with their lower left corners at these places."""
    for (x, y), (ground, shape, _) in zip(places, TILES, strict=True):
        left, low, right, high = (0.5 * bare for bare in _BARE.get(shape, (0, 0, 0, 0)))
        canvas.setFillColor(inks[ground])
        size = SIDE - left - right, SIDE - low - high
        canvas.rect(x + left, y + low, *size, stroke=0, fill=1)
    for (x, y), (ground, shape, ink) in zip(places, TILES, strict=True):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.setFillColor(inks[ink])
        if shape == "a":
            _arches(canvas, inks[ink], inks[ground])
        elif shape == "o":
            canvas.circle(SIDE / 2, SIDE / 2, SIDE * 0.28, stroke=0, fill=1)
        else:
            _curved(canvas, shape)
        canvas.restoreState()


def _curved(canvas: Canvas, shape: str) -> None:
    """Draw a quarter disc or a leaf, as seen from the corner it begins in."""
    right, high = _CORNERS[int(shape[1])]

    def at(u: float, v: float) -> tuple[float, float]:
        return right * SIDE + (1 - 2 * right) * u, high * SIDE + (1 - 2 * high) * v

    path, t, k = canvas.beginPath(), SIDE, _HANDLE
    if shape[0] == "q":
        path.moveTo(*at(-_OVER, -_OVER))
        path.lineTo(*at(t, -_OVER))
        path.lineTo(*at(t, 0))
        path.curveTo(*at(t, k), *at(k, t), *at(0, t))
        path.lineTo(*at(-_OVER, t))
    else:
        path.moveTo(*at(0, 0))
        path.curveTo(*at(k, 0), *at(t, t - k), *at(t, t))
        path.curveTo(*at(t - k, t), *at(0, k), *at(0, 0))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _arches(canvas: Canvas, ink: str, ground: str) -> None:
    for part, colour in ((0.4, ink), (0.26, ground), (0.12, ink)):
        canvas.setFillColor(colour)
        arch(canvas, (SIDE / 2, SIDE * 0.4), SIDE * part, filled=True)
