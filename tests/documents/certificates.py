"""Facts of certificates for tests, and ways to read what was made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from academy.documents.certificate import CertificateFacts, CertificatePrinter
from academy.documents.design import design_for
from academy.documents.look import Look
from academy.domain.words import CertificateKind

LONG_NAME = "Wilhelmina-Konstantina Featherstonehaugh-Cholmondeley-Winterbottom"

#: A token of the size that they have, and the address that carries it.
TOKEN = "eyJhbGciOiJFUzI1NiIsImtpZCI6IlYzZmQ4XzJhIn0." + "WzEsIkxB" * 26 + "." + "k7" * 43
CODE = f"https://academy.example.gov.uk/check#{TOKEN}"


def signature_picture(kind: str = "PNG", paper: int = 235) -> bytes:
    """Return a scan of a stroke on greyish paper."""
    scan = Image.new("L", (600, 200), paper)
    ImageDraw.Draw(scan).line((100, 150, 300, 40, 500, 150), fill=30, width=12)
    written = BytesIO()
    scan.save(written, kind)
    return written.getvalue()


def facts(**changed: Any) -> CertificateFacts:
    """Return the facts of a certificate, with some of them changed."""
    usual = CertificateFacts(
        number="LA-2026-0212",
        name="Siân Ŵyn-Hughes",
        programme="Top Talent",
        cohort="5",
        kind=CertificateKind.COMPLETION,
        dates="14 January to 24 June 2026",
        issued="20 November 2026",
        issued_on=date(2026, 11, 20),
        academy="Leadership Academy",
        strapline="for local government",
        hours="42",
        signatory="Dana Price",
        role="Director of the Academy",
        signature=signature_picture(),
    )
    return replace(usual, **changed)


def certificate(said: CertificateFacts, **how: Any) -> bytes:
    """Return one certificate in the sober design; `how`: seal, preview."""
    return CertificatePrinter(design_for(Look()), **how).pdf(said)


def text_of(pdf: bytes) -> str:
    """Return the text of all pages as a reader copies it, one line break a line."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(pages).replace("\r\n", "\n")


def picture_of(pdf: bytes) -> Image.Image:
    """Return the first page in grey, one dot a point."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=1).to_pil().convert("L")


def ink_in(picture: Image.Image, left: float, low: float, right: float, high: float) -> int:
    """Return how many dots of a part of the page are dark; in points from the lower left."""
    part = picture.crop((int(left), int(595 - high), int(right), int(595 - low)))
    return sum(part.histogram()[:128])
