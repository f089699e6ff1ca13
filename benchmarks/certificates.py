"""Making 300 certificates: milliseconds and bytes each, against ReportLab as usually written.

    python benchmarks/certificates.py [how many]

The floor draws the same frame, texts, signature and code on a new canvas for each certificate,
with the fonts registered once; its pages have no tags and no archive metadata, ours have both.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from academy.documents.certificate import CertificateFacts, CertificatePrinter
from academy.documents.texts import ENGLISH
from academy.domain.words import CertificateKind
from academy.paths import resource

TODAY = date(2026, 11, 26)
WIDTH, HEIGHT = landscape(A4)


def signature() -> bytes:
    """Return a scan of a stroke."""
    scan = Image.new("L", (600, 200), 235)
    ImageDraw.Draw(scan).line((100, 150, 300, 40, 500, 150), fill=30, width=12)
    written = BytesIO()
    scan.save(written, "PNG")
    return written.getvalue()


SIGNATURE = signature()


def facts(number: int) -> CertificateFacts:
    """Return what the certificate of a number says."""
    return CertificateFacts(
        number=f"LA-2026-{number:04}",
        name=f"Siân Ŵyn-Hughes {number}",
        programme="Top Talent",
        cohort="5",
        kind=CertificateKind.COMPLETION,
        dates="14 January to 24 June 2026",
        issued="26 November 2026",
        issued_on=TODAY,
        academy="Leadership Academy",
        strapline="for local government",
        hours="42",
        signatory="Dana Price",
        role="Director of the Academy",
        signature=SIGNATURE,
    )


def usual(font: str, said: CertificateFacts) -> bytes:
    """Draw one page on a canvas of its own."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=(WIDTH, HEIGHT))
    canvas.rect(24, 24, WIDTH - 48, HEIGHT - 48)
    lines = (
        (said.academy, 16), ("Certificate of completion", 30), ("This is to certify that", 12),
        (said.name, 34), ("has completed the programme", 12), (said.programme, 22),
        (f"Cohort {said.cohort}, {said.dates}", 12), (f"{said.hours} hours", 12),
        (said.signatory, 12), (said.role, 10), (said.issued, 10), (said.number, 10),
    )  # fmt: skip
    for at, (words, size) in enumerate(lines):
        canvas.setFont(font, size)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 80 - 36 * at, words)
    canvas.drawImage(ImageReader(BytesIO(SIGNATURE)), 70, 110, 190, 44)
    code = Drawing(90, 90)
    code.add(QrCodeWidget(said.number, barWidth=90, barHeight=90))
    renderPDF.draw(code, canvas, WIDTH - 160, 70)
    canvas.save()
    return written.getvalue()


def made(ways: dict[str, Callable[[CertificateFacts], bytes]], count: int) -> None:
    """Make so many each way, in turn, and print what one took."""
    took, size = dict.fromkeys(ways, 0.0), dict.fromkeys(ways, 0)
    for number in range(count + 5):
        for way, make in ways.items():
            start = time.process_time()
            content = make(facts(number))
            if number >= 5:  # the first ones warm up
                took[way] += (time.process_time() - start) * 1000 / count
                size[way] += len(content) // count
    floor = next(iter(took.values()))
    print(f"{count} certificates, each in a file of its own")
    for way, one in took.items():
        print(f"  {way:28} {one:6.2f} ms CPU, {size[way]:7,} bytes each, {one / floor:.2f} ×")


def main(count: int) -> None:
    """Compare the printer of an issue with ReportLab drawing each page anew."""
    font = next(iter(sorted(resource("fonts").glob("*.ttf"))))
    pdfmetrics.registerFont(TTFont("Benchmark", str(font)))
    printer = CertificatePrinter(ENGLISH)
    made({"ReportLab, each anew": lambda f: usual("Benchmark", f), "Academy": printer.pdf}, count)
    print("  goal: 6 ms, tagged and archivable")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
