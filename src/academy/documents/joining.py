"""Several issued files in one, for the printer.

Each page looks as it was issued and keeps its tags, so that the whole can be read aloud as well.
The seals stay behind: they vouch for the single files, not for this one. What the files share
(fonts, decoration) is kept once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from academy.documents.archival import About, make_archival
from academy.progress import Progress, counted, silent

if TYPE_CHECKING:
    from pikepdf import Pdf

#: What pages name that may be large and the same.
_KINDS = ("/Font", "/XObject")
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")

_Made = tuple[Any, ...]  # the bytes of a font or picture: equal ones are the same
_Shared = dict[_Made, Any]  # fonts and pictures of the whole
_Things = dict[tuple[str, str], _Made]  # those of a page by kind and name


def joined(files: Sequence[bytes], title: str = "", progress: Progress = silent) -> bytes:
    """Return one file with the pages of all, in their order.

    Without a title it has the subject of the first file: the programme.
    """
    import pikepdf

    with pikepdf.Pdf.new() as whole:
        structure = _Structure(whole)
        shared: _Shared = {}
        about = None
        for content in counted(files, progress):
            # what a page has from its parents is asked for here: for all of a file it takes long
            with pikepdf.Pdf.open(BytesIO(content), inherit_page_attributes=False) as part:
                about = about or _about(part, title)
                _append(whole, part, structure, shared)
        structure.finish()
        if about:
            make_archival(whole, about)
        written = BytesIO()
        modes = pikepdf.ObjectStreamMode
        told = {"object_stream_mode": modes.generate, "min_version": "1.7"}
        whole.save(written, deterministic_id=True, **told)
    return written.getvalue()


def _append(whole: Pdf, part: Pdf, structure: _Structure, shared: _Shared) -> None:
    import pikepdf

    pages = list(_pages(part.Root.Pages, {}))
    _leave_seal(part, pages)
    known = [_left_out(page, shared) for page in pages]
    added = [whole.copy_foreign(page) for page in pages]
    for page, things in zip(added, known, strict=True):
        _share(page, things, shared)
        whole.pages.append(pikepdf.Page(page))
    structure.take(part, added)


def _pages(tree: Any, above: dict[str, Any]) -> Iterator[Any]:
    """Yield the pages of a tree, each with what it has from above (ISO 32000-1, 7.7.3).

    `Pdf.pages` does the same, but works on the whole file, which takes longer than all the rest.
    """
    given = above | {entry: tree[entry] for entry in _INHERITED if entry in tree}
    if "/Kids" in tree:
        for kid in tree.Kids:
            yield from _pages(kid, given)
        return
    for entry, value in given.items():
        tree[entry] = value
    del tree.Parent
    yield tree


def _about(part: Pdf, title: str) -> About:
    """Return what the whole says about itself, after its first file."""
    told = part.docinfo
    day = str(told.get("/CreationDate", "D:20000101"))[2:10]
    subject = str(told.get("/Subject", ""))
    return About(
        title=title or subject or str(told.get("/Title", "")),
        author=str(told.get("/Author", "")),
        subject=subject,
        language=str(part.Root.get("/Lang", "en-GB")),
        day=date(int(day[:4]), int(day[4:6]), int(day[6:])),
    )


def _leave_seal(part: Pdf, pages: Sequence[Any]) -> None:
    """Take the field of the signature out of a page and of its structure."""
    from pikepdf import Array

    if "/AcroForm" not in part.Root:
        return
    for page in pages:
        page.Annots = Array([e for e in page.get("/Annots", []) if e.Subtype != "/Widget"])
    if "/StructTreeRoot" in part.Root:
        for document in part.Root.StructTreeRoot.K:
            document.K = Array([kid for kid in document.K if kid.get("/S") != "/Form"])


def _left_out(page: Any, shared: _Shared) -> _Things:
    """Return what makes each font and picture of a page; those of earlier pages stay behind.

    What the whole has already need not be copied into it.
    """
    told: _Things = {}
    for kind in _KINDS:
        named: Any = page.Resources.get(kind, {})
        for name, thing in list(named.items()):
            told[kind, name] = made = _made_of(thing)
            if made in shared:
                del named[name]
    return told


def _share(page: Any, told: _Things, shared: _Shared) -> None:
    """Let a page use the fonts and pictures of earlier ones, and later ones use its own."""
    for (kind, name), made in told.items():
        named = page.Resources[kind]
        named[name] = shared.setdefault(made, named.get(name))


def _made_of(thing: Any) -> _Made:
    """Return what makes a font (its file and what its codes mean) or a picture what it is."""
    import pikepdf

    if not isinstance(thing, pikepdf.Stream):
        return thing.FontDescriptor.FontFile2.read_raw_bytes(), thing.ToUnicode.read_raw_bytes()
    entries = (
        str(thing.get(key)) for key in ("/Width", "/Height", "/ColorSpace", "/BBox", "/Matrix")
    )
    resources: Any = thing.get("/Resources", {})
    parts = (
        (name, _made_of(part))
        for kind in _KINDS
        for name, part in sorted(resources.get(kind, {}).items())
    )
    return (thing.read_raw_bytes(), *entries, *parts)


class _Structure:
    """The structure tree of the whole: one section for each file."""

    def __init__(self, whole: Pdf) -> None:
        self._whole = whole
        self._sections: list[Any] = []
        self._table: list[Any] = []
        self._next = 0

    def take(self, part: Pdf, pages: Sequence[Any]) -> None:
        """Add the elements of a file whose pages are in the whole already."""
        from pikepdf import Dictionary, Name

        if "/StructTreeRoot" not in part.Root:
            return
        # pages that were copied before are referred to, not copied again
        tree = self._whole.copy_foreign(part.Root.StructTreeRoot)
        for document in tree.K:
            document.S = Name.Sect
            self._sections.append(document)
        numbers = list(tree.ParentTree.Nums)
        for key, entry in zip(numbers[::2], numbers[1::2], strict=True):
            if not isinstance(entry, Dictionary) or entry.S != "/Form":
                self._table += [int(key) + self._next, entry]
        for page in pages:
            page.StructParents = int(page.StructParents) + self._next
            for annotation in page.get("/Annots", []):
                annotation.StructParent = int(annotation.StructParent) + self._next
        self._next += int(tree.ParentTreeNextKey)

    def finish(self) -> None:
        """Hang the sections under one document."""
        from pikepdf import Array, Dictionary, Name

        whole = self._whole
        root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        for section in self._sections:
            section.P = document
        document.K = Array(self._sections)
        root.K = Array([document])
        root.ParentTree = whole.make_indirect(Dictionary(Nums=Array(self._table)))
        root.ParentTreeNextKey = self._next
        whole.Root.StructTreeRoot = root
