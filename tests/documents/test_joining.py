"""Several certificates in one file for the printer."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2

from academy.documents.certificate import CertificatePrinter
from academy.documents.design import design_for
from academy.documents.joining import joined
from academy.documents.look import Look
from academy.documents.seal import Seal
from academy.exchange.signing import new_key
from documents.certificates import CODE, certificate, facts, text_of

NAMES = ["Siân Ŵyn-Hughes", "Łukasz Żółć", "Nguyễn Thị Ánh"]


def test_every_certificate_is_a_page_in_the_order_given():
    printer = CertificatePrinter(design_for(Look()))

    whole = joined([printer.pdf(facts(name=name)) for name in NAMES], "Top Talent 5")

    assert len(pypdfium2.PdfDocument(whole)) == 3
    assert [line for line in text_of(whole).split("\n") if line in NAMES] == NAMES


def test_joining_again_gives_the_same_file():
    files = [CertificatePrinter(design_for(Look())).pdf(facts(name=name)) for name in NAMES]

    assert joined(files) == joined(files)


def test_each_page_keeps_its_tags_and_what_pages_share_is_there_once():
    printer = CertificatePrinter(design_for(Look()))
    files = [printer.pdf(facts(name=name, code=CODE)) for name in ("Jo Lee", "Ann Lee", "Al Lee")]

    whole = joined(files)

    with pikepdf.open(BytesIO(whole)) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        headings = [[str(kid.S) for kid in section.K].count("/H1") for section in document.K]
        pages = [section.K[1].Pg.objgen for section in document.K]
        table = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        ways_back = dict(zip(map(int, table[::2]), table[1::2], strict=True))
        owners = [ways_back[int(page.obj.StructParents)][1] for page in pdf.pages]
        links = [ways_back[int(page.obj.Annots[0].StructParent)] for page in pdf.pages]
        assert [owner.Pg.objgen for owner in owners] == pages
        assert [(str(link.S), link.Pg.objgen) for link in links] == [("/Link", p) for p in pages]
        assert headings == [1, 1, 1]
        assert pages == [page.obj.objgen for page in pdf.pages]
        assert pdf.docinfo["/Title"] == "Top Talent"
    assert len(whole) < len(files[0]) * 1.5


def test_seals_stay_behind_and_the_files_stay_as_they_were():
    key = new_key("Leadership Academy", date(2026, 11, 20))
    sealed = certificate(facts(), seal=Seal(key.private, key.certificate))

    with pikepdf.open(BytesIO(joined([sealed, certificate(facts())]))) as pdf:
        fields = [len(page.obj.get("/Annots", [])) for page in pdf.pages]
        assert "/AcroForm" not in pdf.Root

    assert fields == [0, 0]
    assert b"/ByteRange" in sealed


def test_names_with_letters_of_their_own_share_the_alphabet():
    printer = CertificatePrinter(design_for(Look()))

    whole = joined([printer.pdf(facts(name=name)) for name in (*NAMES, "Jo Lee")])

    with pikepdf.open(BytesIO(whole)) as pdf:
        fonts = [page.obj.Resources.Font for page in pdf.pages]
        alphabets = {fonts_of_page["/EBGaramond-Medium.0"].objgen for fonts_of_page in fonts}
        others = {fonts_of_page["/EBGaramond-Medium.1"].objgen for fonts_of_page in fonts[:3]}
        assert len(alphabets) == 1
        assert len(others) == 3
        assert "/EBGaramond-Medium.1" not in fonts[3]


def test_what_a_page_has_from_above_stays_with_it():
    given = BytesIO(certificate(facts()))
    with pikepdf.open(given, inherit_page_attributes=False) as pdf:
        pdf.Root.Pages.Rotate = 90
        pdf.Root.Pages.MediaBox = [0, 0, 700, 500]
        written = BytesIO()
        pdf.save(written)

    with pypdfium2.PdfDocument(joined([certificate(facts()), written.getvalue()])) as whole:
        sizes = [page.get_size() for page in whole]
        assert [page.get_rotation() for page in whole] == [0, 90]

    assert sizes[1] == (500, 700)
    assert sizes[0] != sizes[1]
