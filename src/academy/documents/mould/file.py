"""A file as bytes: the head that certificates share, then the objects of one certificate."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from struct import Struct
from typing import TYPE_CHECKING, Final

from academy.documents.archival import (
    About,
    catalogue_bytes,
    info_bytes,
    metadata_bytes,
    srgb_profile,
    text_bytes,
)
from academy.documents.mould.fonts import Subset
from academy.documents.mould.page import Link, Page, links_of, resource
from academy.documents.mould.parts import Objects, Part, box, packed_stream, references
from academy.documents.mould.structure import Structure

if TYPE_CHECKING:
    from academy.documents.seal import Seal

#: Bytes above 127 tell programs that carry files that this one is binary.
_FIRST = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
#: The name of the field that holds the signature, and what is read aloud for it.
FIELD, FIELD_SAYS = "AcademySignature", "Digital signature of the academy"
#: An entry of the table: 1, where the object is, 0; or 2, what holds it, its place in there.
_ENTRY: Final = Struct(">BIH")
_FREE: Final = _ENTRY.pack(0, 0, 65535)
_DEFLATE = 6  # the highest level takes twice as long for two bytes in a hundred


@dataclass(frozen=True, eq=False)
class Head:
    """The first objects of a file, finished: fonts, pictures, the colour profile, resources."""

    content: bytes
    entries: bytes  # of the table of references
    count: int
    resources: int
    profile: int


@dataclass(frozen=True)
class Leaf:
    """What a file is made of beside its head: what it says of itself, its page, its token."""

    about: About
    page: Page
    size: tuple[float, float]
    token: str


def head_of(subsets: Sequence[Subset], pictures: Sequence[Part]) -> Head:
    """Return the head with these fonts and pictures, in this order."""
    objects = Objects()
    profile = objects.add(packed_stream(b"/N 3", srgb_profile()))
    fonts = b"".join(
        b"/%b %d 0 R" % (name.encode(), objects.take(part))
        for subset in subsets
        for name, part in subset.fonts.items()
    )
    drawings = b"".join(
        b"/%b %d 0 R" % (resource(at).encode(), objects.take(part))
        for at, part in enumerate(pictures)
    )
    resources = objects.add(b"<</Font<<%b>>/XObject<<%b>>>>" % (fonts, drawings))
    content = bytearray(_FIRST)
    entries = _appended(content, objects)
    return Head(bytes(content), entries, len(objects.bodies) + 1, resources, profile)


def file_of(head: Head, leaf: Leaf, seal: Seal | None = None) -> bytes:
    """Return a file of one page; a seal signs it at once."""
    objects = Objects(head.count + 1)
    catalogue, pages, page = objects.add(), objects.add(), objects.add()
    annotations = {link: objects.add_by_itself() for link in links_of(leaf.page.nodes)}
    structure = Structure(objects, page, leaf.page.marks, annotations)
    structure.add(leaf.page.nodes)
    _put_links(objects, structure, annotations, page)
    on_page, form, signature = [*annotations.values()], b"", 0
    if seal:
        signature = objects.add_by_itself(seal.dictionary())  # it says where its bytes are
        on_page.append(_put_field(objects, structure, page, signature))
        form = b"/AcroForm<</Fields[%d 0 R]/SigFlags 3>>/Perms<</DocMDP %d 0 R>>"
        form %= (on_page[-1], signature)
    structure.finish()
    objects.put(page, _page(objects, head, leaf, (pages, references(on_page))))
    tree = b"<</Type/Pages/Count 1/MediaBox%b/Kids[%d 0 R]>>"
    objects.put(pages, tree % (box((0, 0, *leaf.size)), page))
    described = catalogue_bytes(leaf.about, objects.add(metadata_bytes(leaf.about)), head.profile)
    root = b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R%b%b>>"
    objects.put(catalogue, root % (pages, structure.root, described, form))
    more = {"AcademyToken": leaf.token} if leaf.token else {}
    info = objects.add_by_itself(info_bytes(leaf.about, more))
    written = _finished(head, objects, b"/Root %d 0 R/Info %d 0 R" % (catalogue, info))
    if seal:
        seal.fill(written, written.index(b"\n%d 0 obj\n" % signature, len(head.content) - 1))
    return bytes(written)


def _page(objects: Objects, head: Head, leaf: Leaf, place: tuple[int, bytes]) -> bytes:
    content = objects.add(packed_stream(b"", leaf.page.content, _DEFLATE))
    pages, annotations = place
    # resources that a page inherits are not PDF/A (ISO 19005-2, 6.2.2)
    entries = (pages, content, head.resources, annotations)
    return (
        b"<</Type/Page/Parent %d 0 R/Contents %d 0 R/Resources %d 0 R"
        b"/StructParents 0/Tabs/S/Annots[%b]>>"
    ) % entries


def _put_links(
    objects: Objects, structure: Structure, annotations: dict[Link, int], page: int
) -> None:
    """Write the annotations of links: F 4 prints them (PDF/A), Contents is read aloud (PDF/UA)."""
    for link, number in annotations.items():
        body = (
            b"<</Type/Annot/Subtype/Link/Rect%b/Border[0 0 0]/F 4/Contents%b/P %d 0 R"
            b"/A<</S/URI/URI%b>>/StructParent %d>>"
        )
        address, says = text_bytes(link.address), text_bytes(link.says)
        entries = (box(link.box), says, page, address, structure.key(link))
        objects.put(number, body % entries)


def _put_field(objects: Objects, structure: Structure, page: int, signature: int) -> int:
    """Write the field of the signature: no stamp is seen, and F 132 prints and locks it."""
    widget = objects.add()
    body = (
        b"<</Type/Annot/Subtype/Widget/FT/Sig/T%b/TU%b/Rect[0 0 0 0]/F 132/P %d 0 R"
        b"/V %d 0 R/StructParent %d>>"
    )
    key = structure.add_form(widget)
    entries = (text_bytes(FIELD), text_bytes(FIELD_SAYS), page, signature, key)
    objects.put(widget, body % entries)
    return widget


def _appended(content: bytearray, objects: Objects) -> bytes:
    """Write objects and return where each is, as the table of references says it.

    Streams, and what is to be read as it stands, are written by themselves. All others are packed
    together in one stream (ISO 32000-1, 7.5.7): a tenth of the file, and sooner read.
    """
    holder, entries = objects.first + len(objects.bodies), list[bytes]()
    packed, inside = list[bytes](), list[int]()
    for number, body in enumerate(objects.bodies, objects.first):
        if number in objects.by_themselves or body.endswith(b"endstream"):
            entries.append(_ENTRY.pack(1, len(content), 0))
            content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        else:
            entries.append(_ENTRY.pack(2, holder, len(packed)))
            packed.append(body)
            inside.append(number)
    entries.append(_ENTRY.pack(1, len(content), 0))
    starts = accumulate((len(body) + 1 for body in packed), initial=0)
    where = b" ".join(b"%d %d" % pair for pair in zip(inside, starts, strict=False)) + b"\n"
    kind = b"/Type/ObjStm/N %d/First %d" % (len(packed), len(where))
    held = packed_stream(kind, where + b"\n".join(packed), _DEFLATE)
    content += b"%d 0 obj\n%b\nendobj\n" % (holder, held)
    return b"".join(entries)


def _finished(head: Head, objects: Objects, named: bytes) -> bytearray:
    content = bytearray(head.content)
    entries = _appended(content, objects)
    start, number = len(content), objects.first + len(objects.bodies) + 1
    # the name of this content, not a seal on it
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest().encode()
    kind = b"/Type/XRef/Size %d/W[1 4 2]%b/ID[<%b><%b>]" % (number + 1, named, digest, digest)
    entries = _FREE + head.entries + entries + _ENTRY.pack(1, start, 0)
    table = packed_stream(kind, entries, _DEFLATE)
    content += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, table, start)
    return content
