"""One page being set: operators as they are written, and the structure that grows beside them.

What is written is tagged as it is written, so the order of calls is the reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from academy.documents.blocks import Block, Code, Element, Figure, Group, Line
from academy.documents.codes import placed
from academy.documents.mould.pictures import Picture, scale
from academy.documents.sheet import ink

Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)  # two equal links are two annotations
class Link:
    """A link on the page: its address, its place, what is said for it."""

    address: str
    box: Box
    says: str


@dataclass(eq=False)  # two equal paragraphs are two elements
class Node:
    """One element of the structure. Kids are nodes, numbers of marked content, and links."""

    tag: str
    alternative: str = ""
    whole: str = ""
    language: str = ""
    box: Box | None = None
    kids: list[Node | Link | int] = field(default_factory=list)


class Page:
    """Sets the elements of one certificate."""

    def __init__(self, shown: Callable[[Line], str], pictures: Sequence[str]) -> None:
        """Take what shows a line of type, and the names of the pictures in use."""
        self.operators: list[str] = []
        self.nodes: list[Node] = []
        self.marks = 0
        self._shown = shown
        self._names = {name: resource(at) for at, name in enumerate(pictures)}

    @property
    def content(self) -> bytes:
        """Return the operators as they stand in the file."""
        return "\n".join(self.operators).encode()

    def artifact(self, picture: Picture, box: Box) -> None:
        """Draw a decoration, which is not read aloud."""
        self.operators += ["/Artifact BMC", self._picture(picture, box), "EMC"]

    def watermark(self, line: Line, middle: tuple[float, float]) -> None:
        """Write a word across the sheet, turned by 24°."""
        turned = f"q .91355 .40674 -.40674 .91355 {middle[0]:.2f} {middle[1]:.2f} cm"
        self.operators += ["/Artifact BMC", turned, self._shown(line), "Q EMC"]

    def element(self, element: Element) -> None:
        """Set one element."""
        if isinstance(element, Block):
            self.nodes.append(self._block(element))
        elif isinstance(element, Group):
            blocks = [self._block(block) for block in element.blocks]
            self.nodes.append(Node(element.tag, kids=[*blocks]))
        elif isinstance(element, Figure):
            self._figure(element)

    def code(self, code: Code, text: str) -> None:
        """Draw a QR code; the address that it says, if it is one, is a link over it as well."""
        drawn = placed(text, code)
        figure = Node("Figure", alternative=code.alternative, box=drawn.box)
        self._marked(figure, [drawn.operators])
        if not text.startswith(("https://", "http://")):
            self.nodes.append(figure)
            return
        link = Link(text, drawn.box, code.alternative)
        self.nodes.append(Node("P", kids=[Node("Link", kids=[figure, link])]))

    def _block(self, block: Block) -> Node:
        shown = [line.text for line in block.lines]
        # readers find letters less exactly under a text said for them: only where it is needed
        whole = "" if shown == [block.whole] else block.whole
        node = Node(block.tag, whole=whole, language=block.language)
        operators = [self._shown(line) for line in block.lines]
        if whole:
            said = "FEFF" + whole.encode("utf-16-be").hex().upper()
            operators = [f"/Span<</ActualText<{said}>>>BDC", *operators, "EMC"]
        self._marked(node, operators)
        return node

    def _figure(self, figure: Figure) -> None:
        box = (figure.x, figure.y, figure.x + figure.width, figure.y + figure.height)
        node = Node("Figure", alternative=figure.alternative, box=box)
        self._marked(node, [self._picture(figure.picture, box, figure.colour)])
        self.nodes.append(node)

    def _picture(self, picture: Picture, box: Box, colour: str = "#000000") -> str:
        width, height = scale(picture, box[2] - box[0], box[3] - box[1])
        place = f"{width:.4f} 0 0 {height:.4f} {box[0]:.2f} {box[1]:.2f} cm"
        return f"q {ink(colour)} rg {place} /{self._names[picture.name]} Do Q"

    def _marked(self, node: Node, operators: Sequence[str]) -> None:
        """Write operators as the content of a node."""
        self.operators += [f"/{node.tag}<</MCID {self.marks}>>BDC", *operators, "EMC"]
        node.kids.append(self.marks)
        self.marks += 1


def resource(at: int) -> str:
    """Return the name under which the page finds a picture, by its place among them."""
    return f"P{at}"


def links_of(nodes: Sequence[Node | Link | int]) -> list[Link]:
    """Return the links below these nodes, in reading order."""
    found: list[Link] = []
    for node in nodes:
        if isinstance(node, Link):
            found.append(node)
        elif isinstance(node, Node):
            found += links_of(node.kids)
    return found
