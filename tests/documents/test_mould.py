"""Certificates as files: tags, the token in plain bytes, letters of their own alone."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from academy.documents.certificate import CertificatePrinter
from academy.documents.design import design_for
from academy.documents.look import Look
from documents.certificates import CODE, LONG_NAME, TOKEN, certificate, facts, text_of


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the elements of the structure in reading order."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop(0)
        found.append(element)
        kids = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary)]
        waiting = [kid for kid in kids if kid.get("/Type") == "/StructElem"] + waiting
    return found


def test_the_structure_is_read_in_the_order_of_the_page():
    with pikepdf.open(BytesIO(certificate(facts(code=CODE)))) as pdf:
        tags = [str(element.S) for element in elements(pdf)]

    assert tags[:2] == ["/Document", "/Figure"]
    assert tags.count("/H1") == 1
    assert tags[-3:] == ["/P", "/Link", "/Figure"]


def test_a_name_in_two_lines_is_said_whole():
    with pikepdf.open(BytesIO(certificate(facts(name=LONG_NAME)))) as pdf:
        said = [str(element.get("/ActualText", "")) for element in elements(pdf)]

    assert LONG_NAME in said


@pytest.mark.parametrize("dots", [300, 100])
def test_a_scanner_reads_the_code_from_a_grey_page(dots):
    with pypdfium2.PdfDocument(certificate(facts(code=CODE))) as pdf:
        page = pdf[0].render(scale=dots / 72, grayscale=True).to_pil()

    assert [found.text for found in zxingcpp.read_barcodes(page)] == [CODE]


def test_the_token_stands_in_plain_bytes_in_the_link_and_in_the_file_information():
    pdf = certificate(facts(code=CODE))

    assert f"/URI({CODE})".encode() in pdf
    assert f"/AcademyToken({TOKEN})".encode() in pdf


def test_a_token_without_an_address_is_no_link_but_stands_in_the_file():
    pdf = certificate(facts(code=TOKEN))

    assert f"/AcademyToken({TOKEN})".encode() in pdf
    assert b"/URI" not in pdf
    assert b"/AcademyToken" not in certificate(facts())


def test_letters_of_a_file_are_those_of_its_own_name_and_the_alphabet():
    printer = CertificatePrinter(design_for(Look()))
    alone = certificate(facts(name="Jo Lee"))

    printer.pdf(facts(name="Ğülşen Çelik"))

    assert printer.pdf(facts(name="Jo Lee")) == alone


def test_a_name_of_more_letters_than_a_font_has_codes_is_still_read_back():
    name = "".join(chr(n) for n in range(0xC0, 0x24F) if n not in (0xD7, 0xF7))
    shown = "".join(c for c in name if not design_for(Look()).faces[0].missing(c))[:300]

    assert shown[-20:] in text_of(certificate(facts(name=shown))).replace("\n", "")
