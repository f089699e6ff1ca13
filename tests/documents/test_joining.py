"""Several certificates in one file for the printer."""

from __future__ import annotations

import pypdfium2

from academy.documents.certificate import CertificatePrinter
from academy.documents.civic import Civic
from academy.documents.joining import joined
from documents.certificates import facts, text_of

NAMES = ["Siân Ŵyn-Hughes", "Łukasz Żółć", "Nguyễn Thị Ánh"]


def test_every_certificate_is_a_page_in_the_order_given():
    printer = CertificatePrinter(Civic())

    whole = joined([printer.pdf(facts(name=name)) for name in NAMES], "Top Talent 5")

    assert len(pypdfium2.PdfDocument(whole)) == 3
    assert [line for line in text_of(whole).split("\n") if line in NAMES] == NAMES


def test_joining_again_gives_the_same_file():
    files = [CertificatePrinter(Civic()).pdf(facts(name=name)) for name in NAMES]

    assert joined(files) == joined(files)
