"""What a certificate says in each language: an academy's own words where it has some, else ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from academy.documents.fields import filled
from academy.documents.look import Look, OwnWords
from academy.documents.texts import ENGLISH, Texts

if TYPE_CHECKING:  # certificate.py is printed through designs
    from academy.documents.certificate import CertificateFacts


class Wording:
    """The words of a look, in its languages."""

    def __init__(
        self, look: Look, tongues: Sequence[Texts], usual_heading: Callable[[str], str]
    ) -> None:
        self._look, self._tongues, self._usual_heading = look, tongues, usual_heading

    def own(self, texts: Texts) -> OwnWords:
        """Return what the academy says in its own words in a language."""
        return self._look.english if texts is ENGLISH else self._look.welsh

    def names(self, facts: CertificateFacts, texts: Texts) -> tuple[str, str]:
        """Return the academy's name and strapline; empty where it has none in a language."""
        words, english = self.own(texts), texts is ENGLISH
        name = words.academy or (facts.academy if english else "")
        strapline = words.strapline or (facts.strapline if english else "")
        return filled(name, facts, texts), filled(strapline, facts, texts)

    def heading(self, facts: CertificateFacts, texts: Texts) -> str:
        """Return the heading."""
        own = self.own(texts).heading or (facts.heading if texts is ENGLISH else "")
        usual = self._usual_heading(texts.statements[facts.kind].heading)
        return filled(own, facts, texts) or usual

    def own_lines(self, facts: CertificateFacts, texts: Texts) -> list[str]:
        """Return the academy's own lines, then until when it is valid."""
        own = [filled(line, facts, texts) for line in self.own(texts).lines]
        return [line for line in (*own, facts.valid(texts)) if line.strip()]

    def statement(self, facts: CertificateFacts) -> tuple[list[str], list[str]]:
        """Return how each language leads to the name, and how it leads on."""
        certifies, did = [], []
        for texts in self._tongues:
            own, usual = self.own(texts), texts.statements[facts.kind]
            certifies.append(filled(own.certifies or usual.certifies, facts, texts))
            did.append(filled(own.did or usual.did, facts, texts))
        return certifies, did
