"""How the lists of the mentoring board share its width; all sizes are px of the design."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shares:
    """The widths of who waits and of the mentors, who are not shown at 0.

    `roomy`: there is enough for everything; `tight`: three buttons have no room in the middle.
    """

    waiting: int
    mentors: int
    roomy: bool = False
    tight: bool = False


def shares(width: float) -> Shares:
    """Share the width of a board; the mentors give way first."""
    if width >= 960:
        return Shares(300, 280, roomy=True)
    if width >= 760:
        return Shares(236, 220, tight=True)
    return Shares(236 if width >= 700 else 204, 0)
