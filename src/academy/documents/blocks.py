"""What stands on a page before it is drawn: lines of type in blocks, in reading order.

A design says its blocks once; drawing, the checks before issuing and (later) the tags of the file
all read the same list, so that they cannot disagree. Points, origin bottom left.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from academy.documents.faces import Face

#: The left end of a line on its baseline.
Place = tuple[float, float]


class Part(StrEnum):
    """What a block is; the checks before issuing name it."""

    ACADEMY = "academy"
    HEADING = "heading"
    WORDING = "wording"
    NAME = "name"
    PROGRAMME = "programme"
    RUN = "run"
    HOURS = "hours"
    SIGNATORY = "signatory"
    ROLE = "role"
    ISSUED = "issued"
    NUMBER = "number"
    CHECK = "check"


class Tag(StrEnum):
    """The structure of a block, in the words of PDF. There is one heading on a certificate."""

    HEADING = "H1"
    PARAGRAPH = "P"


@dataclass(frozen=True)
class Line:
    """One line of type: its left end on the baseline, its colour as #rrggbb."""

    face: Face
    size: float
    x: float
    y: float
    text: str
    colour: str
    track: float = 0


@dataclass(frozen=True)
class Style:
    """How lines are set: face, size in points, colour as #rrggbb, points between letters."""

    face: Face
    size: float
    colour: str
    track: float = 0

    def line(self, place: Place, text: str) -> Line:
        """Return a line set so."""
        return Line(self.face, self.size, *place, text, self.colour, self.track)


@dataclass(frozen=True)
class Block:
    """One element of the page. `whole` is what it says, where its lines show it otherwise.

    `smaller`: set below the size of the design. `squeezed`: so small that it no longer reads well.
    """

    part: Part
    lines: tuple[Line, ...]
    tag: Tag = Tag.PARAGRAPH
    whole: str = ""
    smaller: bool = False
    squeezed: bool = False
