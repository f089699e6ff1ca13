"""What is wrong with a certificate before it is made: letters no face has, text that has no room.

Works on any design, by what it says (`elements`). Heavy: lays the page out with ReportLab's
measures. Import it where a plan is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from academy.documents.blocks import Block, Code, Element, Figure, Group, Line, Part
from academy.documents.certificate import CertificateFacts
from academy.documents.contrast import TEXT, contrast
from academy.documents.design import design_for
from academy.documents.designs.pictures import bitmap, tones
from academy.documents.fields import unknown_fields
from academy.documents.look import Look
from academy.documents.signature import signature_stencil
from academy.documents.texts import ENGLISH, WELSH, Texts
from academy.domain.words import CertificateKind, FileProblem

#: Left, bottom, right, top, in points.
Area = tuple[float, float, float, float]
_LARGE: Final = 18.0  # points; large type reads at less contrast (WCAG 2.2, 1.4.3)
_LARGE_TEXT: Final = 3.0
_MARGIN: Final = 18.0  # no office printer reaches nearer to the edge
_TOUCH: Final = 1.5  # so much may overlap: ascenders and accents are taller than most letters


@dataclass(frozen=True)
class Finding:
    """One thing found: a key, where, and what (the letters, the words). Some stop the issue."""

    key: str
    part: Part
    what: str = ""
    blocks: bool = False


class Checker:
    """Looks certificates of one look over. The faces are read once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._design = design_for(look)

    def findings(self, facts: CertificateFacts) -> list[Finding]:
        """Return everything worth knowing about a certificate, the grave first."""
        elements = self._design.elements(facts)
        laid = list(_blocks(elements))
        found = [
            *(finding for block in laid for finding in _letters(block)),
            *_signatures(facts, self._look),
            *self._of_the_look,
            *_room(elements, self._design.size),
            *(finding for block in laid for finding in _sizes(block)),
            *self._contrasts(laid),
            *_claims(facts, self._look),
            *_kinds(facts, self._look),
        ]
        return sorted(dict.fromkeys(found), key=lambda finding: not finding.blocks)

    @cached_property
    def _of_the_look(self) -> list[Finding]:
        """What is wrong whoever it is for: pictures and fields."""
        found = []
        for picture in (self._look.logo, self._look.background):
            try:
                if picture:
                    bitmap(picture, self._paper)
            except FileProblem as problem:
                found.append(Finding(problem.rule, Part.ACADEMY, blocks=True))
        for words in (self._look.english, self._look.welsh):
            texts = (words.heading, words.certifies, words.did, words.strapline, *words.lines)
            fields = [name for text in texts for name in unknown_fields(text)]
            found += [Finding("field_unknown", Part.LINES, name, blocks=True) for name in fields]
        return found

    @property
    def _paper(self) -> str:
        return self._look.colours.paper or "#ffffff"

    def _contrasts(self, laid: Sequence[Block]) -> Iterator[Finding]:
        grounds: tuple[str, ...] = (self._paper,)
        if self._look.background and self._design.background:
            grounds = tones(self._look.background, self._paper)
        for block in laid:
            for line in block.lines:
                least = min(contrast(line.colour, ground) for ground in grounds)
                if least < (_LARGE_TEXT if line.size >= _LARGE else TEXT):
                    yield Finding("contrast_low", block.part, f"{line.colour} {least:.1f}")


def _blocks(elements: Sequence[Element]) -> Iterator[Block]:
    for element in elements:
        if isinstance(element, Group):
            yield from element.blocks
        elif isinstance(element, Block):
            yield element


def _letters(block: Block) -> Iterator[Finding]:
    missing = "".join(dict.fromkeys("".join(line.face.missing(line.text) for line in block.lines)))
    if missing:
        said = "".join(c if c.isprintable() else f" U+{ord(c):04X} " for c in missing)
        yield Finding("letters_missing", block.part, said.strip(), blocks=True)


def _signatures(facts: CertificateFacts, look: Look) -> Iterator[Finding]:
    for picture in (facts.signature, *(signer.picture for signer in look.signers)):
        try:
            if picture:
                signature_stencil(picture)
        except FileProblem as problem:
            yield Finding(problem.rule, Part.SIGNATORY, blocks=True)


def _sizes(block: Block) -> Iterator[Finding]:
    if block.squeezed:
        yield Finding("text_too_small", block.part)
    elif block.smaller and block.part is Part.NAME:
        yield Finding("name_smaller", block.part)


def _room(elements: Sequence[Element], size: tuple[float, float]) -> Iterator[Finding]:
    """Tell text that lies on something else, or too near to the edge of the sheet."""
    areas = list(_areas(elements))
    for (number, part, area), (later, other, second) in combinations(areas, 2):
        about = other or part
        if number != later and about is not None and _overlap(area, second):
            yield Finding("text_overlaps", about, blocks=True)
    for _, part, (left, bottom, right, top) in areas:
        inside = min(left, bottom, size[0] - right, size[1] - top) >= _MARGIN
        if part is not None and not inside:
            yield Finding("text_over_edge", part, blocks=True)


def _areas(elements: Sequence[Element]) -> Iterator[tuple[int, Part | None, Area]]:
    """Yield what covers the sheet: its element's number, its part (none: no text), where."""
    for number, element in enumerate(elements):
        if isinstance(element, Figure):
            right, top = element.x + element.width, element.y + element.height
            yield number, None, (element.x, element.y, right, top)
        elif isinstance(element, Code):
            left, top = element.right - element.side, element.bottom + element.side
            yield number, None, (left, element.bottom, element.right, top)
        else:
            for block in _blocks([element]):
                for line in block.lines:
                    if line.text:
                        yield number, block.part, _area(line)


def _area(line: Line) -> Area:
    """Return where a line stands: what most of its letters fill, and their tails."""
    width = line.face.width(line.text, line.size, line.track)
    return line.x, line.y - line.size * 0.2, line.x + width, line.y + line.size * 0.65


def _overlap(first: Area, second: Area) -> bool:
    across = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    return across > _TOUCH and high > _TOUCH


def _claims(facts: CertificateFacts, look: Look) -> Iterator[Finding]:
    """Name claims that only a body outside the academy can grant."""
    own = [*_own_words(look, ENGLISH), *_own_words(look, WELSH)]
    said = f"{facts.says(ENGLISH)} {facts.programme} {facts.strapline} {' '.join(own)}"
    heard = [word.strip(".,;:()") for word in said.casefold().split()]
    for claim in (*ENGLISH.granted_by_others, *WELSH.granted_by_others):
        words = claim.casefold().split()
        if words in (heard[n : n + len(words)] for n in range(len(heard))):
            yield Finding("claim_of_others", Part.PROGRAMME, claim)


def _kinds(facts: CertificateFacts, look: Look) -> Iterator[Finding]:
    """Tell an own heading that names another kind than what was reached."""
    others = {kind.value for kind in CertificateKind} - {facts.kind.value}
    heading = f"{look.english.heading} {facts.heading}".casefold()
    for other in sorted(others):
        if other in heading:
            yield Finding("heading_of_other_kind", Part.HEADING, other)


def _own_words(look: Look, texts: Texts) -> tuple[str, ...]:
    words = look.english if texts is ENGLISH else look.welsh
    return words.heading, words.certifies, words.did, words.strapline, *words.lines
