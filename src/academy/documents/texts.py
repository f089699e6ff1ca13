"""The words that documents say themselves. Everything else on a page comes from its facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from academy.domain.words import CertificateKind

_ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
)
_WELSH_MONTHS = (
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
)


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
    #: The same in one line, where two languages stand over each other.
    check_short: str
    scan: tuple[str, ...]
    scan_short: str
    scan_at: str
    valid: str
    months: tuple[str, ...]
    until: str
    title: str
    emblem: str
    signature: str
    preview: str
    #: Claims that only a body outside the academy can grant; who makes them is told.
    granted_by_others: tuple[str, ...] = field(default=())

    def day(self, day: date) -> str:
        """Return a day: 24 June 2026."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def span(self, first: date, last: date) -> str:
        """Return two days, the year once where it is the same: 14 January to 24 June 2026."""
        if first == last:
            return self.day(first)
        begins = f"{first.day} {self.months[first.month - 1]}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"{begins}{year} {self.until} {self.day(last)}"


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
    check_short="Give the number {number} to the academy.",
    scan=("Scan the code: it holds these facts,", "signed by the academy."),
    scan_short="Scan the code.",
    scan_at="Scan the code, or drop this file at",
    valid="Valid until {day}.",
    months=tuple(_ENGLISH_MONTHS.split()),
    until="to",
    title="{heading} – {name}",
    emblem="Emblem of the {academy}",
    signature="Signature of {signatory}",
    preview="Preview",
    granted_by_others=("accredited", "qualification", "ILM", "CMI", "City & Guilds", "Ofqual"),
)

#: To be looked over by a translator before the first bilingual certificate is issued.
WELSH = Texts(
    language="cy",
    statements={
        CertificateKind.ATTENDANCE: Statement(
            "Tystysgrif Bresenoldeb", "Mae hyn i dystio bod", "wedi mynychu’r rhaglen"
        ),
        CertificateKind.COMPLETION: Statement(
            "Tystysgrif Gwblhau", "Mae hyn i dystio bod", "wedi cwblhau’r rhaglen"
        ),
        CertificateKind.ACHIEVEMENT: Statement(
            "Tystysgrif Cyflawniad", "Mae hyn i dystio bod", "wedi cyrraedd safon y rhaglen"
        ),
    },
    cohort="Carfan {cohort}",
    run="{cohort}, {dates}",
    hour="Mae’r gweithgaredd hwn yn cyfrif am {hours} awr o ddatblygiad proffesiynol parhaus.",
    hours="Mae’r gweithgaredd hwn yn cyfrif am {hours} awr o ddatblygiad proffesiynol parhaus.",
    issued="Cyhoeddwyd",
    number="Rhif",
    check="Gwiriwch y dystysgrif hon",
    check_by_number=("Rhowch y rhif {number}", "i’r academi a’i cyhoeddodd."),
    check_at="Rhowch y rhif {number} yn",
    check_short="Rhowch y rhif {number} i’r academi.",
    scan=("Sganiwch y cod: mae’n dal y ffeithiau", "hyn, wedi’u llofnodi gan yr academi."),
    scan_short="Sganiwch y cod.",
    scan_at="Sganiwch y cod, neu gollyngwch y ffeil yn",
    valid="Yn ddilys tan {day}.",
    months=tuple(_WELSH_MONTHS.split()),
    until="i",
    title="{heading} – {name}",
    emblem="Arwyddlun {academy}",
    signature="Llofnod {signatory}",
    preview="Rhagolwg",
    granted_by_others=("achrededig", "cymhwyster"),
)
