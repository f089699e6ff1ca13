"""The mould of a design: keeps what its certificates share, and makes one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from academy.documents.archival import About
from academy.documents.blocks import Block, Code, Element, Figure, Group, Part
from academy.documents.faces import Face
from academy.documents.mould.file import Head, Leaf, file_of, head_of
from academy.documents.mould.fonts import Subset, subset
from academy.documents.mould.page import Page
from academy.documents.mould.pictures import Picture, Pictures

if TYPE_CHECKING:
    from academy.documents.certificate import CertificateFacts
    from academy.documents.design import Design
    from academy.documents.seal import Seal

#: Heads kept: one for each set of letters that no other name of the issue has.
_KEPT = 64
#: Where a word across the sheet stands, below its middle, in points.
_BELOW = 30


class Mould:
    """Makes certificates of one design; `watermark` is a word across each, under its text."""

    def __init__(self, design: Design, watermark: str = "") -> None:
        self._design = design
        self._watermark = design.watermark(watermark) if watermark else None
        self._pictures = Pictures(design.faces[0])
        self._under: list[Picture] = [design.furniture]
        if design.background:
            self._under.insert(0, design.background)
        self._heads: dict[tuple[object, ...], Head] = {}

    def pdf(self, facts: CertificateFacts, seal: Seal | None = None) -> bytes:
        """Return one certificate as a file of one page, sealed if there is a seal."""
        design = self._design
        elements = design.elements(facts)
        subsets = self._subsets(elements)
        figures = [element.picture for element in elements if isinstance(element, Figure)]
        pictures = list({picture.name: picture for picture in [*self._under, *figures]}.values())
        page = Page(lambda line: subsets[line.face].shown(line), [p.name for p in pictures])
        self._set(page, elements, facts.code)
        about = About(
            title=design.title(facts),
            author=facts.academy,
            subject=facts.programme,
            language=design.language,
            day=facts.issued_on,
        )
        token = facts.code.rpartition("#")[2]
        head = self._head([*subsets.values()], pictures)
        return file_of(head, Leaf(about, page, design.size, token), seal)

    def _set(self, page: Page, elements: Sequence[Element], code: str) -> None:
        width, height = self._design.size
        for picture in self._under:
            page.artifact(picture, (0, 0, width, height))
        if self._watermark:
            page.watermark(self._watermark, (width / 2, height / 2 - _BELOW))
        for element in elements:
            if not isinstance(element, Code):
                page.element(element)
            elif code:
                page.code(element, code)

    def _subsets(self, elements: Sequence[Element]) -> dict[Face, Subset]:
        """Return a subset of every face in use, with the letters of these elements alone."""
        letters: dict[Face, set[str]] = {}
        names: set[Face] = set()
        for block in _blocks(elements):
            for line in block.lines:
                letters.setdefault(line.face, set()).update(line.text)
                if block.part is Part.NAME:
                    names.add(line.face)
        if self._watermark:
            letters.setdefault(self._watermark.face, set()).update(self._watermark.text)
        return {face: subset(face, used, names=face in names) for face, used in letters.items()}

    def _head(self, subsets: list[Subset], pictures: list[Picture]) -> Head:
        parts = [self._pictures.part(picture) for picture in pictures]
        key = (*subsets, *parts)
        head = self._heads.get(key)
        if head is None:
            if len(self._heads) >= _KEPT:
                self._heads.clear()
            head = self._heads[key] = head_of(subsets, parts)
        return head


def _blocks(elements: Sequence[Element]) -> Iterator[Block]:
    for element in elements:
        if isinstance(element, Block):
            yield element
        elif isinstance(element, Group):
            yield from element.blocks
