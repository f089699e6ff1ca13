"""Making text fit its place without ever cutting it."""

from __future__ import annotations

from collections.abc import Iterator
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
    whole = _largest(face, (name,), width, sizes.best)
    if whole >= sizes.floor:
        return Fit((name,), _quarter(whole), whole < sizes.best)
    lines: tuple[str, ...] = (name,)
    size = whole
    for candidate, at_space in _broken(name):
        fitting = _largest(face, candidate, width, sizes.two)
        if fitting > size * (1.02 if at_space or len(lines) == 1 else 1.25):
            lines, size = candidate, fitting
    return Fit(lines, _quarter(size), smaller=True)


def fit_line(face: Measured, text: str, width: float, best: float) -> float:
    """Return the size, at most best, at which a text fits on one line."""
    return min(best, _quarter(_largest(face, (text,), width, best)))


def _largest(face: Measured, lines: tuple[str, ...], width: float, at_most: float) -> float:
    widest = max(face.width(line, 1) for line in lines)
    return min(at_most, width / widest) if widest else at_most


def _broken(name: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield each way to set a name in two lines, ends at spaces first, and whether it is one."""
    for signs in (" ", "-\u2010"):
        for n, sign in enumerate(name):
            if sign in signs and 0 < n < len(name) - 1:
                yield (name[: n + 1].rstrip(), name[n + 1 :]), signs == " "


def _quarter(size: float) -> float:
    """Round down to a quarter of a point; tiny sizes stay what they are, so that nothing is lost."""
    return int(size * 4) / 4 if size >= 1 else size
