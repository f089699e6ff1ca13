"""The structure of a file: its elements, and the table that finds them from the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from academy.documents.archival import text_bytes
from academy.documents.mould.page import Link, Node
from academy.documents.mould.parts import Objects, box, references


class Structure:
    """Writes the structure tree of one page. `annotations` are the objects of its links."""

    def __init__(
        self, objects: Objects, page: int, marks: int, annotations: Mapping[Link, int]
    ) -> None:
        self.root, self._document, self._table = objects.add(), objects.add(), objects.add()
        self._objects, self._page, self._annotations = objects, page, annotations
        self._owners = [0] * marks  # the element of each marked content
        self._keys: list[int] = []  # the element of each annotation, keyed from 1 on
        self._kids: list[int] = []

    def add(self, nodes: Sequence[Node]) -> None:
        """Add elements to the document."""
        self._kids += [self._element(node, self._document) for node in nodes]

    def add_form(self, widget: int) -> int:
        """Add the element of a form field and return the key its annotation has to name."""
        body = b"<</Type/StructElem/S/Form/P %d 0 R/Pg %d 0 R/K[%b]>>"
        entries = (self._document, self._page, self._object(widget))
        form = self._objects.add(body % entries)
        self._kids.append(form)
        self._keys.append(form)
        return len(self._keys)

    def key(self, link: Link) -> int:
        """Return the key that the annotation of a link has to name."""
        return 1 + [*self._annotations].index(link)

    def finish(self) -> None:
        """Write the root and the table; nothing can be added after it."""
        put = self._objects.put
        kids = references(self._kids)
        put(
            self._document,
            b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (self.root, kids),
        )
        root = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        put(self.root, root % (self._document, self._table, 1 + len(self._keys)))
        keyed = b"".join(b" %d %d 0 R" % pair for pair in enumerate(self._keys, 1))
        put(self._table, b"<</Nums[0[%b]%b]>>" % (references(self._owners), keyed))

    def _element(self, node: Node, parent: int) -> int:
        number = self._objects.add()
        kids = b" ".join([self._kid(kid, number) for kid in node.kids])
        entries = (node.tag.encode(), parent, self._page, _said(node), kids)
        body = b"<</Type/StructElem/S/%b/P %d 0 R/Pg %d 0 R%b/K[%b]>>" % entries
        self._objects.put(number, body)
        return number

    def _kid(self, kid: Node | Link | int, parent: int) -> bytes:
        if isinstance(kid, Node):
            return b"%d 0 R" % self._element(kid, parent)
        if isinstance(kid, Link):
            self._keys.append(parent)
            return self._object(self._annotations[kid])
        self._owners[kid] = parent
        return b"%d" % kid

    def _object(self, number: int) -> bytes:
        return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (number, self._page)


def _said(node: Node) -> bytes:
    """Return what an element says beside its content."""
    said = b"/Alt" + text_bytes(node.alternative) if node.alternative else b""
    if node.whole:
        said += b"/ActualText" + text_bytes(node.whole)
    if node.language:
        said += b"/Lang" + text_bytes(node.language)
    if node.box:
        said += b"/A<</O/Layout/Placement/Block/BBox%b>>" % box(node.box)
    return said
