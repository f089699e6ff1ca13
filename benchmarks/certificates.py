"""Making certificates, each in a file of its own: milliseconds of CPU and bytes each.

    python benchmarks/certificates.py [how many]

Every certificate carries a code of 331 characters. The floor writes finished bytes to a file. Raw
ReportLab draws the same page on a new canvas for each certificate, with its fonts registered once
and the same code as rectangles; its pages have no tags and no archive metadata, ours have both.
Ways take turns, so that a slow moment hits all alike. Also the two costly parts alone: the code
against segno's, module for module the same, and the seal against the bare P-256 signature in it.
"""

from __future__ import annotations

import gc
import random
import statistics
import string
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import segno
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from in_turn import Result, keep, milliseconds, tell
from PIL import Image, ImageDraw
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from academy.documents.blocks import Block
from academy.documents.certificate import CertificateFacts, CertificatePrinter
from academy.documents.codes import symbol
from academy.documents.design import Design, design_for
from academy.documents.joining import joined
from academy.documents.look import Look
from academy.documents.seal import Seal
from academy.domain.words import CertificateKind
from academy.exchange.signing import new_key
from academy.usecases.certificate_signing import with_token

TODAY = date(2026, 11, 26)
ADDRESS = "https://academy.example.gov.uk/check#"
FIRST = ("Siân", "Łukasz", "Ğülşen", "Ánh", "Zoë", "Tola", "Priya", "Owain", "Ffion", "Chloë")
LAST = (
    "Hughes", "Żółć", "Çelik", "Nguyễn", "O’Brien",
    "Adeyemi", "Patel", "Rees", "Ŵyn-Jones", "Worthington",
)  # fmt: skip
TURNS = 5
FEW = 100


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
    chosen = random.Random(number)
    token = "".join(chosen.choices(string.ascii_letters + string.digits, k=331 - len(ADDRESS)))
    return CertificateFacts(
        number=f"LA-2026-{number:04}",
        name=f"{FIRST[number % 10]} {LAST[number // 10 % 10]}",
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
        code=ADDRESS + token,
    )


def raw(design: Design, said: CertificateFacts, *, widget: bool = False) -> bytes:
    """Draw the page on a canvas of its own, line by line; `widget` lets ReportLab make the code."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=design.size)
    design.furniture.draw(canvas)
    for block in design.elements(said):
        for line in block.lines if isinstance(block, Block) else ():
            canvas.setFont(line.face.name, line.size)
            canvas.setFillColor(line.colour)
            canvas.drawString(line.x, line.y, line.text)
    canvas.drawImage(ImageReader(BytesIO(SIGNATURE)), 72, 112, 129, 38)
    canvas.setFillColor("#000000")
    if widget:
        code = Drawing(86, 86)
        code.add(QrCodeWidget(said.code, barWidth=86, barHeight=86))
        renderPDF.draw(code, canvas, 688, 74)
    else:
        modules(canvas, said.code)
    canvas.save()
    return written.getvalue()


def modules(canvas: Canvas, text: str) -> None:
    """Draw a code as a path of squares."""
    made = symbol(text)
    side, path = 86 / made.side, canvas.beginPath()
    for row, modules_of_row in enumerate(made.rows):
        for column, dark in enumerate(modules_of_row):
            if dark == "1":
                path.rect(688 + column * side, 160 - (row + 1) * side, side, side)
    canvas.drawPath(path, stroke=0, fill=1)


Way = Callable[[CertificateFacts], bytes]


def timed(ways: dict[str, tuple[Way, int]]) -> dict[str, list[float]]:
    """Return the milliseconds that each certificate took, each way; the first two warm up."""
    took: dict[str, list[float]] = {way: [] for way in ways}
    for make, _ in ways.values():
        make(facts(0)), make(facts(1))
    gc.collect()
    gc.freeze()
    for turn in range(TURNS):
        for way, (make, count) in ways.items():
            gc.collect()  # nobody pays for another's litter
            for said in map(facts, range(turn, count, TURNS)):
                start = time.process_time()
                make(said)
                took[way].append((time.process_time() - start) * 1000)
    return took


def compare(count: int, folder: Path) -> None:
    """Print what a certificate takes each way, and how that stands to ours."""
    design, key = design_for(Look()), new_key("Leadership Academy", TODAY)
    plain = CertificatePrinter(design)
    sealed = CertificatePrinter(design, seal=Seal(key.private, key.certificate))
    finished = plain.pdf(facts(0))

    def signed(said: CertificateFacts) -> bytes:
        """Sign the facts, put the token into the code, seal the file: what an issue does."""
        return sealed.pdf(with_token(replace(said, check_at=ADDRESS[:-1]), key)[0])

    def written(said: CertificateFacts) -> bytes:
        (folder / f"{said.number}.pdf").write_bytes(finished)
        return finished

    ways: dict[str, tuple[Way, int]] = {
        "floor: writing the bytes": (written, count),
        "Academy, tagged, archival": (plain.pdf, count),
        "Academy, sealed as well": (sealed.pdf, count),
        "Academy, token and seal": (signed, count),
        "raw ReportLab, our code": (partial(raw, design), min(count, 100)),
        "raw ReportLab, its own code": (partial(raw, design, widget=True), min(count, 20)),
    }
    took = timed(ways)
    ours = statistics.mean(took["Academy, tagged, archival"])
    job = f"{count} certificates, each in a file of its own"
    keep([Result(job, "ms", {way: statistics.mean(each) for way, each in took.items()})])
    print(job)
    for way, each in took.items():
        mean, middle = statistics.mean(each), statistics.median(each)
        size, ratio = len(ways[way][0](facts(2))), mean / ours
        print(
            f"  {way:28} {mean:7.2f} ms CPU, median {middle:6.2f}, {size:7,} bytes, {ratio:6.2f} ×"
        )
    print("  goal: 6 ms; reached before: 1.5 ms")


def one_file(count: int) -> None:
    """Print what a page takes in the file for the printer, joined from so many finished files."""
    sealed = CertificatePrinter(design_for(Look()))
    files = [sealed.pdf(said) for said in map(facts, range(count))]
    start = time.process_time()
    whole = joined(files)
    took = (time.process_time() - start) * 1000
    told = f"{took / count:.2f} ms CPU, {len(whole) // count:,} bytes a page"
    job = f"one file of {count} pages for the printer"
    keep([Result(job, "ms a page", {"Academy": took / count})])
    print(f"{job}: {told}")
    print("  goal: 1 ms and 6,000 bytes")


def parts() -> None:
    """Compare what draws the code and what signs the file with the least that does it."""
    code = facts(1).code
    ways = {
        "segno, its best mask": lambda: list(
            segno.make(code, error="m", boost_error=False, micro=False).matrix
        ),
        "Academy": lambda: symbol(code),
    }
    tell("a code of 331 characters", milliseconds(ways, 20), {})
    key = new_key("Leadership Academy", TODAY)
    algorithm, data = ec.ECDSA(hashes.SHA256()), facts(1).code.encode()
    sealed, plain = (
        CertificatePrinter(design_for(Look()), seal=seal)
        for seal in (Seal(key.private, key.certificate), None)
    )
    took = milliseconds(
        {
            "P-256 alone": lambda: key.private.sign(data, algorithm),
            "a page, not sealed": lambda: plain.pdf(facts(1)),
            "a page, sealed": lambda: sealed.pdf(facts(1)),
        },
        100,
    )
    seal = took["a page, sealed"] - took["a page, not sealed"]
    told = {"P-256 alone": took["P-256 alone"], "Academy, beside the page": seal}
    tell("the seal of a file", told, {})


def main(count: int) -> None:
    """Measure files of their own, then joined in one for the printer."""
    parts()
    with TemporaryDirectory() as folder:
        compare(count, Path(folder))
    one_file(count)
    if count > FEW:  # fonts weigh more where pages are few
        one_file(FEW)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
