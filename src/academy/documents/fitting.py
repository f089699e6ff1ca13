"""Making text fit its place without ever cutting it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Measured(Protocol):
    """What fitting needs of a typeface."""

    def width(self, text: str, size: float = 1000, track: float = 0) -> float:
        """Return the width of a line of that size, in points."""
        ...


@dataclass(frozen=True)
class Sizes:
    """The sizes a name may have, in points: on one line from best to floor, on two at most two."""

    best: float
    floor: float
    two: float


@dataclass(frozen=True)
class Fit:
    """How a text was made to fit: its lines, their size, and whether that is below the design's."""

    lines: tuple[str, ...]
    size: float
    smaller: bool


def fit_name(face: Measured, name: str, width: float, sizes: Sizes) -> Fit:
    """Shrink from best to floor, then set two lines where that gives larger letters.

    Never cuts: a word too long for both lines goes on shrinking. A line ends at a space, at a
    hyphen only where no space serves or the letters become clearly larger.
    """
    size = _largest(face, (name,), width, sizes.best)
    if size >= sizes.floor:
        return Fit((name,), _quarter(size), size < sizes.best)
    lines: tuple[str, ...] = (name,)
    for sign, gain in ((" ", 1.02), ("-", 1.25)):
        broken = _balanced(face, name, sign)
        fitting = _largest(face, broken, width, sizes.two)
        if fitting > size * (gain if len(lines) > 1 else 1.02):
            lines, size = broken, fitting
    return Fit(lines, _quarter(size), smaller=True)


def fit_line(face: Measured, text: str, width: float, best: float) -> float:
    """Return the size, at most best, at which a text fits on one line."""
    return min(best, _quarter(_largest(face, (text,), width, best)))


def _largest(face: Measured, lines: tuple[str, ...], width: float, at_most: float) -> float:
    widest = max(face.width(line, 1) for line in lines)
    return min(at_most, width / widest) if widest else at_most


def _balanced(face: Measured, name: str, sign: str) -> tuple[str, ...]:
    """Return the name in the two lines, ending at a sign, of which the longer is shortest."""
    ends = [n + 1 for n, letter in enumerate(name) if letter == sign and 0 < n < len(name) - 1]
    ways = [(name[:end].rstrip(), name[end:].lstrip()) for end in ends]
    return min(ways, key=lambda way: max(map(face.width, way)), default=(name,))


def _quarter(size: float) -> float:
    """Round down to a quarter of a point; tiny sizes stay as they are, so that none becomes 0."""
    return int(size * 4) / 4 if size >= 1 else size
