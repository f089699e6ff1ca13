"""Tags: the structure of a document beside its looks, as a screen reader walks through it.

A `Sheet` collects `Node`s while it draws; `finish` writes them into the file and makes it archival.
Not to be followed by any other program that writes PDFs anew: most of them drop the tags. Heavy:
imports pikepdf. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from academy.documents.archival import About, make_archival
from academy.documents.blocks import Tag

#: Left, bottom, right, top in points.
Box = tuple[float, float, float, float]


class Scope(StrEnum):
    """What the heading of a table belongs to, in the words of PDF."""

    COLUMN = "Column"
    ROW = "Row"


class Marked(NamedTuple):
    """A stretch of a page’s content: the page from 0, and its number there."""

    page: int
    number: int


@dataclass(eq=False)  # two equal paragraphs are two elements
class Node:
    """One element of the structure, in reading order, and what it holds.

    `alternative` is read for a picture; `whole` is what an element says where its pieces on the
    page show it otherwise. `language` is named where it is not the document’s own. One element may
    be drawn in pieces, on several pages too.
    """

    tag: Tag
    alternative: str = ""
    whole: str = ""
    language: str = ""
    scope: Scope | None = None
    box: Box | None = None
    kids: list[Node | Marked] = field(default_factory=list)


def finish(raw: bytes, tree: Node, about: About) -> bytes:
    """Return the file with its tags and all that an archive asks for.

    The same input gives the same bytes.
    """
    with pikepdf.open(BytesIO(raw)) as pdf:
        _Structure(pdf).write(tree)
        make_archival(pdf, about)
        written = BytesIO()
        pdf.save(written, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return written.getvalue()


class _Structure:
    """Writes a tree into a file: its elements, and the way back from content to element."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages: list[Page] = list(pdf.pages)
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]

    def write(self, tree: Node) -> None:
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(tree, top)])
        numbers = [entry for n, page in enumerate(self._pages) for entry in self._way_back(n, page)]
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self._pages)
        self._pdf.Root.StructTreeRoot = top

    def _element(self, node: Node, above: Object) -> Object:
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=above)
        )
        for key, text in _said(node):
            element[key] = String(text)
        if node.scope is not None:
            element.A = Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
        if node.box is not None:
            corners = Array([round(corner, 2) for corner in node.box])
            element.A = Dictionary(O=Name.Layout, BBox=corners, Placement=Name.Block)
        if node.kids:
            element.K = Array([self._kid(kid, element) for kid in node.kids])
        return element

    def _kid(self, kid: Node | Marked, above: Object) -> Object:
        if isinstance(kid, Node):
            return self._element(kid, above)
        self._owners[kid.page][kid.number] = above
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page].obj, MCID=kid.number)

    def _way_back(self, number: int, page: Page) -> tuple[int, Object]:
        owners = self._owners[number]
        page.obj.StructParents, page.obj.Tabs = number, Name.S
        return number, self._pdf.make_indirect(Array([owners[n] for n in range(len(owners))]))


def _said(node: Node) -> Iterator[tuple[str, str]]:
    texts = (("/Alt", node.alternative), ("/ActualText", node.whole), ("/Lang", node.language))
    return ((key, text) for key, text in texts if text)
