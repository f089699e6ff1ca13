"""What makes a PDF archival (PDF/A-2a) and accessible (PDF/UA-1) beside its tags.

Metadata packet, info dictionary, colour profile, language and shown title, all from one `About`.
For files taken apart by pikepdf there is `make_archival`; for files written as bytes the functions
named `…_bytes`. Both say the same, and nothing depends on the clock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pikepdf import Pdf

TOOL = "Academy"
#: What the colours are measured by, in the words of the output intent.
CONDITION, CONDITION_INFO = "sRGB", "sRGB IEC61966-2.1"


@dataclass(frozen=True)
class About:
    """What a file says about itself. The day fixes its dates: nothing depends on the clock."""

    title: str
    author: str
    subject: str
    language: str
    day: date

    @property
    def when(self) -> datetime:
        """Return the moment of the file: its day’s first, in UTC."""
        return datetime.combine(self.day, time(), UTC)

    @property
    def stamp(self) -> str:
        """Return that moment as PDF writes it; it must agree with the metadata (PDF/A-2, 6.6.2)."""
        return self.when.strftime("D:%Y%m%d%H%M%SZ")


def info(about: About, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the entries of the info dictionary, names without their slash."""
    return {
        "Title": _plain(about.title),
        "Author": _plain(about.author),
        "Subject": _plain(about.subject),
        "Creator": TOOL,
        "Producer": TOOL,
        "CreationDate": about.stamp,
        "ModDate": about.stamp,
        **(more or {}),
    }


def metadata(about: About) -> bytes:
    """Return the metadata packet (XMP).

    PDF/A-2 takes the mark of PDF/UA only together with the description of its schema.
    """
    facts = {
        "title": about.title,
        "author": about.author,
        "subject": about.subject,
        "language": about.language,
        "when": about.when.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
        "tool": TOOL,
    }
    told = {key: escape(_plain(text)) for key, text in facts.items()}
    return _PACKET.format(**told).encode()


@cache
def srgb_profile() -> bytes:
    """Return the colour profile, its date fixed: it is made with the time of day."""
    from PIL import ImageCms

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[:24] + bytes.fromhex("07ea00010001000000000000") + made[36:]


# ---- for files written as bytes -----------------------------------------------------------------


def text_bytes(text: str) -> bytes:
    """Return a text string as PDF writes it, in its brackets."""
    if all(" " <= letter <= "~" for letter in text):
        return b"(" + re.sub(r"([\\()])", r"\\\1", text).encode() + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def info_bytes(about: About, more: Mapping[str, str] | None = None) -> bytes:
    """Return the info dictionary; `more` are entries of our own, plain in the file."""
    entries = (b"/%b%b" % (key.encode(), text_bytes(s)) for key, s in info(about, more).items())
    return b"<<" + b"".join(entries) + b">>"


def metadata_bytes(about: About) -> bytes:
    """Return the metadata as a stream, open to readers that know no PDF."""
    return stream_bytes(b"/Type/Metadata/Subtype/XML", metadata(about))


def profile_bytes() -> bytes:
    """Return the colour profile as a stream."""
    return stream_bytes(b"/N 3", srgb_profile())


def catalogue_bytes(about: About, metadata_number: int, profile_number: int) -> bytes:
    """Return what the catalogue says beside pages and structure, for objects of these numbers."""
    intent = b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%b)/Info(%b)" % (
        CONDITION.encode(),
        CONDITION_INFO.encode(),
    )
    return (
        b"/Lang%b/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
        b"/Metadata %d 0 R/OutputIntents[%b/DestOutputProfile %d 0 R>>]"
    ) % (text_bytes(about.language), metadata_number, intent, profile_number)


def stream_bytes(entries: bytes, data: bytes) -> bytes:
    """Return a stream with these entries; its length is added."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


# ---- for files taken apart by pikepdf -----------------------------------------------------------


def make_archival(pdf: Pdf, about: About) -> None:
    """Let a file say what it is and what its colours are measured by."""
    from pikepdf import Array, Dictionary, Name, String

    root = pdf.Root
    root.Lang = String(about.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = pdf.make_stream(metadata(about), Type=Name.Metadata, Subtype=Name.XML)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(CONDITION),
        Info=String(CONDITION_INFO),
        DestOutputProfile=pdf.make_stream(srgb_profile(), N=3),
    )
    root.OutputIntents = Array([intent])
    entries = {f"/{key}": String(text) for key, text in info(about).items()}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(entries))


_FORBIDDEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _plain(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _FORBIDDEN.sub(" ", text)


_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>'
    "</dc:description>"
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    "<xmp:CreatorTool>{tool}</xmp:CreatorTool>"
    "<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>"
    "<pdf:Producer>{tool}</pdf:Producer>"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    "<pdfuaid:part>1</pdfuaid:part>"
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA</pdfaSchema:schema><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
