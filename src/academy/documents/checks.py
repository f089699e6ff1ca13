"""What is wrong with a certificate before it is made: letters no face has, text made small.

Heavy: lays the page out with ReportLab's measures. Import it where a plan is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from academy.documents.blocks import Block, Part
from academy.documents.certificate import CertificateFacts
from academy.documents.civic import Civic
from academy.documents.signature import signature_stencil
from academy.documents.texts import Texts
from academy.domain.words import FileProblem


@dataclass(frozen=True)
class Finding:
    """One thing found: a key, where, and what (the letters, the words). Some stop the issue."""

    key: str
    part: Part
    what: str = ""
    blocks: bool = False


class Checker:
    """Looks certificates of one issue over. The faces are read once."""

    def __init__(self, texts: Texts) -> None:
        self._design = Civic()
        self._texts = texts

    def findings(self, facts: CertificateFacts) -> list[Finding]:
        """Return everything worth knowing about a certificate, the grave first."""
        laid = self._design.blocks(facts, self._texts)
        found = [
            *(finding for block in laid for finding in _letters(block)),
            *_signature(facts),
            *(finding for block in laid for finding in _sizes(block)),
            *_claims(facts, self._texts),
        ]
        return list(dict.fromkeys(found))


def _letters(block: Block) -> Iterator[Finding]:
    missing = "".join(dict.fromkeys("".join(line.face.missing(line.text) for line in block.lines)))
    if missing:
        said = "".join(c if c.isprintable() else f" U+{ord(c):04X} " for c in missing)
        yield Finding("letters_missing", block.part, said.strip(), blocks=True)


def _signature(facts: CertificateFacts) -> Iterator[Finding]:
    try:
        if facts.signature:
            signature_stencil(facts.signature)
    except FileProblem as problem:
        yield Finding(problem.rule, Part.SIGNATORY, blocks=True)


def _sizes(block: Block) -> Iterator[Finding]:
    if block.squeezed:
        yield Finding("text_too_small", block.part)
    elif block.smaller and block.part is Part.NAME:
        yield Finding("name_smaller", block.part)


def _claims(facts: CertificateFacts, texts: Texts) -> Iterator[Finding]:
    """Name claims that only a body outside the academy can grant."""
    said = f"{facts.says(texts)} {facts.programme} {facts.strapline}".casefold().split()
    for claim in texts.granted_by_others:
        words = claim.casefold().split()
        runs = (said[n : n + len(words)] for n in range(len(said)))
        if words in ([word.strip(".,;:()") for word in run] for run in runs):
            yield Finding("claim_of_others", Part.PROGRAMME, claim)
