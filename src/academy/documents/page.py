"""What all lists on paper share: A4, margins, type, head and foot, “Page 1 of 2”.

Dark on white and safe in black and white. Points, origin bottom left. Heavy: imports ReportLab.
Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape

from academy.documents.archival import About
from academy.documents.blocks import Style, Tag
from academy.documents.faces import as_set, face
from academy.documents.sheet import Repeated, Sheet
from academy.documents.tagging import Node
from academy.documents.wrapping import wrapped

PORTRAIT: tuple[float, float] = A4
LANDSCAPE: tuple[float, float] = landscape(A4)
MARGIN = 42.0  # no office printer cuts there, and a hole punch finds room
INK, NAVY, GREY, LINE = "#1b2230", "#17305c", "#4c5666", "#8a93a3"
_REGULAR, _STRONG = "AcademyInterface-Regular", "AcademyInterface-Semibold"
_LEADING = 1.32
_FOOT = 8.5
_DOT = " · "


@cache
def body(size: float, colour: str = INK) -> Style:
    """Return plain type."""
    return Style(face(_REGULAR), size, colour)


@cache
def strong(size: float, colour: str = INK) -> Style:
    """Return bolder type."""
    return Style(face(_STRONG), size, colour)


@dataclass(frozen=True)
class Paragraph:
    """Lines of one style under each other, and what they need in height.

    `text` is what they say as one.
    """

    style: Style
    lines: tuple[str, ...]
    tag: Tag = Tag.PARAGRAPH
    text: str = ""

    @property
    def whole(self) -> str:
        """Return what must be said for the lines: nothing where there is one."""
        return self.text if len(self.lines) > 1 else ""

    @property
    def leading(self) -> float:
        """Return the distance of two lines."""
        return self.style.size * _LEADING

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return self.leading * len(self.lines)

    @property
    def width(self) -> float:
        """Return the width of the widest line."""
        return max((self.style.face.width(line, self.style.size) for line in self.lines), default=0)


def paragraph(text: str, style: Style, width: float, tag: Tag = Tag.PARAGRAPH) -> Paragraph:
    """Return a text set in a column."""
    return Paragraph(style, wrapped(style.face, as_set(text), style.size, width), tag, text)


def listed(items: Sequence[str], style: Style, width: float) -> Paragraph:
    """Return items with dots between them; a line ends behind an item where it can."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{_DOT}{item}" if lines else item
        fits = style.face.width(as_set(longer), style.size) <= width
        if lines and fits:
            lines[-1] = longer
        else:
            lines += paragraph(item, style, width).lines
    shown = tuple(as_set(line) for line in lines)
    return Paragraph(style, shown, text=_DOT.join(items))


class Pages:
    """A document of several pages. How many there will be is known before the first is drawn."""

    def __init__(
        self, size: tuple[float, float], about: About, count: int, page_words: str, foot: Foot
    ) -> None:
        self.sheet = Sheet(size, _REGULAR, about)
        self.width, self.height = size
        self._count, self._page_words, self._foot = count, page_words, foot
        self._number = 0

    def begin(self) -> None:
        """Begin the next page; the one before gets its foot."""
        if self._number:
            self._end()
            self.sheet.showPage()
        self._number += 1

    def pdf(self) -> bytes:
        """Finish the last page and return the file."""
        self._end()
        return self.sheet.pdf()

    def _end(self) -> None:
        words = self._page_words.format(page=self._number, pages=self._count)
        self._foot.draw(self, words, read=self._number == 1)

    # ---- drawing: each call stands in a block of the sheet -------------------------------------

    def write(self, text: str, style: Style, x: float, y: float) -> None:
        """Set a line that begins at x."""
        self.sheet.line_of_type(style.line((x, y), as_set(text)))

    def write_right(self, text: str, style: Style, right: float, y: float) -> None:
        """Set a line that ends at `right`."""
        self.write(text, style, right - style.face.width(as_set(text), style.size), y)

    def write_centred(self, text: str, style: Style, centre: float, y: float) -> None:
        """Set a line around a centre."""
        self.write(text, style, centre - style.face.width(as_set(text), style.size) / 2, y)

    def lines(self, set_text: Paragraph, x: float, top: float) -> float:
        """Set lines below `top`; return where they end."""
        for number, line in enumerate(set_text.lines):
            drop = set_text.style.size + (set_text.leading - set_text.style.size) / 2
            baseline = top - number * set_text.leading - drop + set_text.style.size * 0.14
            self.write(line, set_text.style, x, baseline)
        return top - set_text.height

    def block(self, set_text: Paragraph, x: float, top: float) -> float:
        """Set lines as one element of the text; return where they end."""
        with self.sheet.tagged(set_text.tag, set_text.whole):
            return self.lines(set_text, x, top)

    def head(self, set_text: Paragraph, top: float, *, again: bool) -> float:
        """Set lines at the head of a page; what stands there again is not read again."""
        if not again:
            return self.block(set_text, MARGIN, top)
        with self.sheet.artifact(Repeated.HEAD):
            return self.lines(set_text, MARGIN, top)

    def legend_here(self) -> None:
        """Let the legend, which stands in the foot, be read next."""
        for node in self._foot.nodes:
            self.sheet.reserve(node)

    def rule(self, left: float, right: float, y: float, weight: float = 0.6) -> None:
        """Draw a line across."""
        self.sheet.setStrokeColor(HexColor(LINE if weight < 1 else INK))
        self.sheet.setLineWidth(weight)
        self.sheet.line(left, y, right, y)


class Foot:
    """The foot of every page: what it belongs to, which page it is, and a line of explanation.

    The explanation is read aloud once, the rest is for the eye.
    """

    def __init__(self, width: float, words: str, legend: Sequence[Sequence[str]] = ()) -> None:
        self._width = width
        room = width - 2 * MARGIN
        self._legend = [listed(items, body(_FOOT), room) for items in legend if items]
        self._words = paragraph(words, body(_FOOT, GREY), room - 90)
        self.nodes = [Node(text.tag, whole=text.whole) for text in self._legend]

    @property
    def top(self) -> float:
        """Return how far up it reaches; a list ends above."""
        told = sum(text.height for text in self._legend)
        return MARGIN + self._words.height + (told + 8 if told else 0) + 6

    def draw(self, pages: Pages, page_words: str, *, read: bool) -> None:
        """Draw it on a page; `read` is its legend on one of them."""
        y, sheet = self.top - 6, pages.sheet
        for text, node in zip(self._legend, self.nodes, strict=True):
            with sheet.element(node) if read else sheet.artifact(Repeated.FOOT):
                y = pages.lines(text, MARGIN, y)
        top = MARGIN + self._words.height
        right = self._width - MARGIN
        line = paragraph(page_words, body(_FOOT, GREY), 90)
        with sheet.artifact(Repeated.FOOT):
            pages.lines(self._words, MARGIN, top)
            pages.lines(line, right - line.width, top)
