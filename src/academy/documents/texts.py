"""The words that documents say themselves. Everything else on a page comes from its facts."""

from __future__ import annotations

from dataclasses import dataclass, field

from academy.domain.words import CertificateKind


@dataclass(frozen=True)
class Statement:
    """What a kind of certificate says: its heading, and how the person's name leads on."""

    heading: str
    certifies: str
    did: str


@dataclass(frozen=True)
class Texts:
    """The words of one language. Braces name the facts that are put in."""

    language: str
    statements: dict[CertificateKind, Statement]
    cohort: str
    run: str
    hour: str
    hours: str
    issued: str
    number: str
    check: str
    check_by_number: tuple[str, ...]
    check_at: str
    title: str
    emblem: str
    signature: str
    preview: str
    #: Claims that only a body outside the academy can grant; who makes them is told.
    granted_by_others: tuple[str, ...] = field(default=())


ENGLISH = Texts(
    language="en-GB",
    statements={
        CertificateKind.ATTENDANCE: Statement(
            "Certificate of attendance", "This is to certify that", "has attended the programme"
        ),
        CertificateKind.COMPLETION: Statement(
            "Certificate of completion", "This is to certify that", "has completed the programme"
        ),
        CertificateKind.ACHIEVEMENT: Statement(
            "Certificate of achievement",
            "This is to certify that",
            "has met the standard of the programme",
        ),
    },
    cohort="Cohort {cohort}",
    run="{cohort}, {dates}",
    hour="This activity counts for {hours} hour of continuing professional development.",
    hours="This activity counts for {hours} hours of continuing professional development.",
    issued="Issued",
    number="Number",
    check="Check this certificate",
    check_by_number=("Give the number {number}", "to the academy that issued it."),
    check_at="Enter the number {number} at",
    title="{heading} – {name}",
    emblem="Emblem of the {academy}",
    signature="Signature of {signatory}",
    preview="Preview",
    granted_by_others=("accredited", "qualification", "ILM", "CMI", "City & Guilds", "Ofqual"),
)
