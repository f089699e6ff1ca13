"""A page being drawn: ReportLab's canvas with kerned lines and marked blocks.

Every drawing call stands in a block (`artifact`, `tagged`, `figure`, `element`), which marks it in
the file; a validator finds what does not.
Heavy: imports ReportLab. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from academy.documents.archival import About
from academy.documents.blocks import Line, Tag
from academy.documents.tagging import Box, Marked, Node, Scope, finish

rl_config.useA85 = 0  # binary streams: a quarter smaller


class Repeated(StrEnum):
    """Where on its page something stands that every page repeats, in the words of PDF."""

    HEAD = "Header"
    FOOT = "Footer"


class Sheet(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """One document of one page size, drawn in memory; the same calls give the same bytes."""

    def __init__(self, size: tuple[float, float], first_face: str, about: About) -> None:
        self._out = BytesIO()
        self._about = about
        self.tree = Node(Tag.DOCUMENT)
        self._open = [self.tree]
        self._marks: Counter[int] = Counter()  # how many stretches each page has
        super().__init__(
            self._out,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            initialFontName=first_face,  # else a Helvetica that is not embedded
        )

    def pdf(self) -> bytes:
        """Finish the page and return the file, tagged."""
        self.showPage()
        self.save()
        return finish(self._out.getvalue(), self.tree, self._about)

    # ---- blocks: what tags are hung on ---------------------------------------------------------

    @contextmanager
    def artifact(self, repeated: Repeated | None = None) -> Iterator[None]:
        """Draw decoration, or what every page repeats: neither is read aloud."""
        kind = f"<</Type/Pagination/Subtype/{repeated}>>BDC" if repeated else "BMC"
        self._code.append(f"/Artifact {kind}")
        yield
        self._code.append("EMC")

    @contextmanager
    def tagged(self, tag: Tag, whole: str = "") -> Iterator[None]:
        """Draw one element of the text; `whole` is what it says when its lines are joined."""
        with self.element(Node(tag, whole=whole)):
            yield

    @contextmanager
    def figure(self, alternative: str, box: Box | None = None) -> Iterator[None]:
        """Draw a picture that says something: its alternative text, and where it stands."""
        with self.element(Node(Tag.FIGURE, alternative=alternative, box=box)):
            yield

    @contextmanager
    def element(self, node: Node) -> Iterator[None]:
        """Draw an element, or a piece of one: it stands where its first piece was drawn."""
        page = self.getPageNumber() - 1
        number = self._marks[page]
        self._marks[page] += 1
        said = f"/ActualText<{_utf16(node.whole)}>" if node.whole else ""
        with self.inside(node):
            node.kids.append(Marked(page, number))
            self._code.append(f"/{node.tag}<</MCID {number}{said}>>BDC")
            yield
            self._code.append("EMC")

    @contextmanager
    def inside(self, node: Node) -> Iterator[None]:
        """Draw elements that belong to another: the cells of a row, the rows of a table."""
        self.reserve(node)
        self._open.append(node)
        yield
        self._open.pop()

    @contextmanager
    def cell(
        self, whole: str = "", heads: Scope | None = None, *, again: bool = False
    ) -> Iterator[None]:
        """Draw a cell of a table inside its row.

        `heads` makes it the heading of its column or row; one that stands there `again`, on a later
        page, is not read again.
        """
        tag = Tag.CELL if heads is None else Tag.HEAD
        read = self.element(Node(tag, whole=whole, scope=heads))
        with self.artifact(Repeated.HEAD) if again else read:
            yield

    def reserve(self, node: Node) -> None:
        """Give an element its place in the reading order; it may be drawn later."""
        if node not in self._open[-1].kids:
            self._open[-1].kids.append(node)

    # ---- drawing ------------------------------------------------------------------------------

    def line_of_type(self, line: Line) -> None:
        """Set one line with its kerning."""
        code = [f"BT {ink(line.colour)} rg {line.x:.2f} {line.y:.2f} Td"]
        code.append(f"{line.track:g} Tc" if line.track else "")
        code.append(self._glyphs(line))
        code.append("0 Tc ET" if line.track else "ET")
        self._code.append(" ".join(part for part in code if part))

    def _glyphs(self, line: Line) -> str:
        """Return the operators that show a line's glyphs, changing subsets where one ends."""
        font, shown, opened = line.face.font, [], ""
        for run, kern in line.face.runs(line.text):
            for subset, codes in font.splitString(run, self._doc):
                name = font.getSubsetInternalName(subset, self._doc)
                if name != opened:
                    shown.append(f"{']TJ ' if opened else ''}{name} {line.size:g} Tf [")
                    opened = name
                shown.append(f"<{codes.hex()}>")
            if kern:
                shown.append(str(-kern))
        return "".join(shown) + "]TJ" if opened else ""


@cache
def ink(colour: str) -> str:
    """Return a colour as the three numbers of PDF: '#ff0000' is '1 0 0'."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


def _utf16(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()
