"""The arithmetic of columns: how a room is shared among those who need more or less of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from academy.ui.kit.theme import px

LEAST: Final = 112
"""A column of long texts never gets narrower, in px of the design."""

FAIR: Final = 160
"""While a column of long texts has less, in px of the design, others yield to it."""

HEADER: Final = 176
"""A header longer than this may be cut where room is short, in px of the design."""

SCROLLED: Final = 260
"""The widest column of a table that has to scroll, in px of the design."""


@dataclass(frozen=True)
class Need:
    """How wide a column would like to be, what cuts nothing, and what it has to have (px).

    `full` is enough for all that was measured, `seen` for the rows on the screen. `names` says
    that the column names the row: it gives way after the others.
    """

    liked: int
    full: int
    seen: int
    least: int
    names: bool = False

    @property
    def fair(self) -> int:
        """What it is to have before another column is left out for it."""
        return max(self.least, min(self.seen, px(FAIR)))

    def beside(self, other: Need) -> Need:
        """Return what is enough for both."""
        return Need(
            max(self.liked, other.liked),
            max(self.full, other.full),
            max(self.seen, other.seen),
            max(self.least, other.least),
            self.names,
        )


def shared(needs: Sequence[Need], room: int) -> list[int]:
    """Return the widths of columns in this room: more than the room only if it has to be so."""
    liked, full = [need.liked for need in needs], [need.full for need in needs]
    seen, least = [need.seen for need in needs], [need.least for need in needs]
    fair = [need.fair for need in needs]
    named = [need.seen if need.names else need.fair for need in needs]
    for widths, floors in pairwise((liked, full, seen, named, fair, least)):
        if sum(floors) <= room:
            return _lowered(widths, floors, room)
    return [max(need.least, min(need.seen, px(SCROLLED))) for need in needs]


def _lowered(widths: Sequence[int], floors: Sequence[int], room: int) -> list[int]:
    """Cap the widths at one level, so that the longest give first and none below its floor."""

    def at(level: int) -> list[int]:
        pairs = zip(widths, floors, strict=True)
        return [max(floor, min(width, level)) for width, floor in pairs]

    low, high = 0, max(widths, default=0)
    while low < high:
        level = (low + high + 1) // 2
        low, high = (level, high) if sum(at(level)) <= room else (low, level - 1)
    return at(low)
