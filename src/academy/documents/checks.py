"""What is wrong with a certificate before it is made: letters no face has, text that has no room.

Works on any design, by what it says (`elements`). Heavy: lays the page out with ReportLab's
measures. Import it where a plan is looked at.
"""

from __future__ import annotations

import re
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
from academy.documents.look import Look, OwnWords
from academy.documents.signature import signature_stencil
from academy.documents.texts import ENGLISH, WELSH
from academy.domain.words import CertificateKind, FileProblem

#: Left, bottom, right, top, in points.
Area = tuple[float, float, float, float]
_LARGE: Final = 18.0  # points; large type reads at less contrast (WCAG 2.2, 1.4.3)
_LARGE_TEXT: Final = 3.0
_MARGIN: Final = 18.0  # no office printer reaches nearer to the edge
#: Levels of qualifications are granted by Ofqual and Qualifications Wales.
_LEVEL: Final = re.compile(r"\b(?:level|lefel) [1-8]\b", re.IGNORECASE)
#: The words, English and Welsh, that name a kind of certificate.
_SAYS: Final = {
    CertificateKind.ATTENDANCE: re.compile(r"attend\w*|[pb]resenoldeb|mynychu", re.IGNORECASE),
    CertificateKind.COMPLETION: re.compile(r"complet\w*|[cg]wblhau", re.IGNORECASE),
    CertificateKind.ACHIEVEMENT: re.compile(
        r"achiev\w*|met the standard|[cg]yflawniad|cyrraedd safon", re.IGNORECASE
    ),
}
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
            *self._contrasts(elements),
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
            fields = [name for text in _own_words(words) for name in unknown_fields(text)]
            found += [Finding("field_unknown", Part.LINES, name, blocks=True) for name in fields]
        return found

    @property
    def _paper(self) -> str:
        return self._look.colours.paper or "#ffffff"

    def _contrasts(self, elements: Sequence[Element]) -> Iterator[Finding]:
        """Hold each colour against what lies under it: the paper, or its part of a picture."""
        for line, part in _lines(elements):
            least = self._least(line.colour, _area(line))
            if least < (_LARGE_TEXT if line.size >= _LARGE else TEXT):
                yield Finding("contrast_low", part, f"{line.colour} {least:.1f}")

    def _least(self, colour: str, area: Area) -> float:
        grounds: tuple[str, ...] = (self._paper,)
        if self._look.background and self._design.background:
            width, height = self._design.size
            left, bottom, right, top = area
            sides = left / width, 1 - top / height, right / width, 1 - bottom / height
            part = tuple(round(min(1.0, max(0.0, side)), 2) for side in sides)
            grounds = tones(self._look.background, self._paper, part)
        return min(contrast(colour, ground) for ground in grounds)


def _blocks(elements: Sequence[Element]) -> Iterator[Block]:
    for element in elements:
        if isinstance(element, Group):
            yield from element.blocks
        elif isinstance(element, Block):
            yield element


def _lines(elements: Sequence[Element]) -> Iterator[tuple[Line, Part]]:
    for block in _blocks(elements):
        yield from ((line, block.part) for line in block.lines if line.text)


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
    own = [*_own_words(look.english), *_own_words(look.welsh)]
    said = f"{facts.says(ENGLISH)} {facts.programme} {facts.strapline} {' '.join(own)}"
    heard = [word.strip(".,;:()") for word in said.casefold().split()]
    for claim in (*ENGLISH.granted_by_others, *WELSH.granted_by_others):
        words = claim.casefold().split()
        if words in (heard[n : n + len(words)] for n in range(len(heard))):
            yield Finding("claim_of_others", Part.PROGRAMME, claim)
    for level in _LEVEL.findall(said):
        yield Finding("claim_of_others", Part.PROGRAMME, level)


def _kinds(facts: CertificateFacts, look: Look) -> Iterator[Finding]:
    """Tell own words that name another kind than what was reached."""
    for part, said in (
        (Part.HEADING, f"{look.english.heading} {look.welsh.heading} {facts.heading}"),
        (Part.WORDING, f"{look.english.did} {look.welsh.did}"),
    ):
        for kind, words in _SAYS.items():
            found = words.search(said)
            if found and kind is not facts.kind and not _SAYS[facts.kind].search(said):
                yield Finding("heading_of_other_kind", part, found[0])


def _own_words(words: OwnWords) -> tuple[str, ...]:
    """Return everything that an academy says in one language in its own words."""
    about = (words.academy, words.strapline, words.heading, words.certifies, words.did)
    return *about, *words.lines
