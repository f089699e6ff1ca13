"""Certificates: frozen facts in, one PDF out. The same facts give the same bytes, always."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from academy.documents.texts import ENGLISH, Texts
from academy.domain.words import CertificateKind

if TYPE_CHECKING:
    from academy.documents.design import Design
    from academy.documents.seal import Seal


@dataclass(frozen=True)
class CertificateFacts:
    """Everything one certificate says, as it is frozen when it is issued.

    `name` is printed exactly as it stands here. `dates` and `issued` are finished texts
    (‘14 January to 24 June 2026’); `issued_on` is the day the file itself carries. `hours` is a
    number as text, or None. A `cohort` of digits alone is printed as ‘Cohort 5’, any other as it
    stands. `heading` replaces the heading of the kind. `check_at` is where the number can be
    checked, if anywhere. `starts_on`, `ends_on` and `expires_on` are the days behind the texts.
    `code` is what the QR code says: the address of the check with the signed token, or the token
    alone; without it no code is drawn.
    """

    number: str
    name: str
    programme: str
    cohort: str
    kind: CertificateKind
    dates: str
    issued: str
    issued_on: date
    academy: str
    strapline: str = ""
    hours: str | None = None
    heading: str = ""
    signatory: str = ""
    role: str = ""
    signature: bytes | None = None
    check_at: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    expires_on: date | None = None
    code: str = ""

    def says(self, texts: Texts) -> str:
        """Return the heading."""
        return self.heading or texts.statements[self.kind].heading

    def run(self, texts: Texts) -> str:
        """Return the line of cohort and dates; either may be empty."""
        cohort = texts.cohort.format(cohort=self.cohort) if self.cohort.isdigit() else self.cohort
        dates = self.dates_in(texts)
        if cohort and dates:
            return texts.run.format(cohort=cohort, dates=dates)
        return cohort or dates

    def dates_in(self, texts: Texts) -> str:
        """Return the days of the programme; without days behind the text, the text as it is."""
        if self.starts_on is None or self.ends_on is None or not self.dates:
            return self.dates
        return texts.span(self.starts_on, self.ends_on)

    def valid(self, texts: Texts) -> str:
        """Return until when it is valid; empty where it is for good."""
        return texts.valid.format(day=texts.day(self.expires_on)) if self.expires_on else ""

    def hours_line(self, texts: Texts) -> str:
        """Return the line on professional development, empty without hours."""
        if not self.hours:
            return ""
        return (texts.hour if self.hours == "1" else texts.hours).format(hours=self.hours)

    def check_lines(self, texts: Texts, *, short: bool = False) -> tuple[str, ...]:
        """Return how the certificate can be checked; `short`: in one line and the address."""
        if self.code and self.check_at:
            return texts.scan_at, self.check_at
        if self.code:
            return (texts.scan_short,) if short else texts.scan
        if self.check_at:
            return texts.check_at.format(number=self.number), self.check_at
        lines = (texts.check_short,) if short else texts.check_by_number
        return tuple(line.format(number=self.number) for line in lines)

    def title(self, texts: Texts) -> str:
        """Return the title of the file."""
        return texts.title.format(heading=self.says(texts), name=self.name)


class CertificatePrinter:
    """Makes the certificates of one issue in one design. What they share is made once.

    The bytes of a file depend on its own facts alone, but for the seal, which is never the same.
    A preview says so across the sheet and is never sealed.
    """

    def __init__(self, design: Design, *, seal: Seal | None = None, preview: bool = False) -> None:
        from academy.documents.mould.mould import Mould

        self._mould = Mould(design, ENGLISH.preview if preview else "")
        self._seal = None if preview else seal

    def pdf(self, facts: CertificateFacts) -> bytes:
        """Return one certificate as a file of one page: tagged, archival, sealed with a seal.

        A signature that cannot be read is left out here; `checks` lists it before anything is
        issued.
        """
        return self._mould.pdf(facts, self._seal)
