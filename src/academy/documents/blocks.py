"""What stands on a page before it is drawn: lines of type in blocks, in reading order.

A design says its elements once; drawing, the checks before issuing and the tags of the file all
read the same list, so that they cannot disagree. Points, origin bottom left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from academy.documents.faces import Face

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from academy.documents.signature import Stencil

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
    LINES = "lines"  # the academy’s own
    SIGNATORY = "signatory"
    ROLE = "role"
    ISSUED = "issued"
    NUMBER = "number"
    CHECK = "check"


class Tag(StrEnum):
    """What an element of a document is, in the words of PDF. There is one heading on a certificate.

    A heading in two languages is one heading of two spans.
    """

    DOCUMENT = "Document"
    HEADING = "H1"
    SECTION = "H2"
    PARAGRAPH = "P"
    SPAN = "Span"
    FIGURE = "Figure"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"


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
    `language` is named where it is not the document's own.
    """

    part: Part
    lines: tuple[Line, ...]
    tag: Tag = Tag.PARAGRAPH
    whole: str = ""
    smaller: bool = False
    squeezed: bool = False
    language: str = ""


@dataclass(frozen=True)
class Group:
    """Several blocks that are one element: a heading said in two languages."""

    tag: Tag
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Shape:
    """A drawing of lines and areas in a box of its own, made once and placed where it is wanted.

    `name` is the same for the same drawing. `draw` uses the canvas's own drawing calls alone.
    """

    name: str
    width: float
    height: float
    draw: Callable[[Canvas], None]


@dataclass(frozen=True)
class Bitmap:
    """A picture in colour without transparency: eight bits each of red, green and blue, deflated.

    `width` and `height` count dots. `name` is the same for the same picture.
    """

    name: str
    width: int
    height: int
    bits: bytes


@dataclass(frozen=True)
class Figure:
    """A picture that says something: what it is, where it stands, what is read aloud for it.

    `colour` inks a stencil.
    """

    picture: Shape | Bitmap | Stencil
    x: float
    y: float
    width: float
    height: float
    alternative: str
    colour: str = "#000000"


@dataclass(frozen=True)
class Code:
    """Where the QR code stands: the lower right corner and the side of its ink, in points."""

    right: float
    bottom: float
    side: float
    colour: str
    alternative: str


#: What stands on a certificate, in the order it is read.
Element = Block | Group | Figure | Code
