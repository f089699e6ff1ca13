"""Reading a PDF as a screen reader does: along its structure, not along the page."""

import ctypes
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from pypdfium2 import raw


def read_aloud(pdf: bytes) -> list[str]:
    """Return what is read: each element that holds text, with its tag; rows of tables as one."""
    shown = _shown(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: n for n, page in enumerate(opened.pages)}
        (document,) = opened.Root.StructTreeRoot.K
        return list(_lines(document, shown, numbers))


def _lines(element: pikepdf.Object, shown: dict, numbers: dict) -> Iterator[str]:
    for kid in element.K:
        tag = str(kid.S)[1:]
        if tag == "Table":
            for row in kid.K:
                yield " | ".join(_said(cell, shown, numbers) for cell in row.K)
        else:
            yield f"{tag}: {_said(kid, shown, numbers)}"


def _said(element: pikepdf.Object, shown: dict, numbers: dict) -> str:
    told = element.get("/ActualText", element.get("/Alt"))
    if told is not None:
        return str(told)
    pieces = []
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            pieces.append(shown.get((numbers[element.Pg.objgen], kid), ""))
        elif str(kid.get("/Type", "")) == "/OBJR":
            continue  # the annotation itself: a link or a field
        elif "/MCID" in kid:
            pieces.append(shown.get((numbers[kid.Pg.objgen], int(kid.MCID)), ""))
        else:
            pieces.append(_said(kid, shown, numbers))
    return " ".join(piece.strip() for piece in pieces)


def _shown(pdf: bytes) -> dict[tuple[int, int], str]:
    """Return the text of each marked stretch: by page from 0, and number."""
    texts: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text_page = page.get_textpage()
            for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                place = number, raw.FPDFPageObj_GetMarkedContentID(thing.raw)
                texts[place] = texts.get(place, "") + _text(thing.raw, text_page.raw)
            text_page.close()
    return texts


def _text(thing: object, text_page: object) -> str:
    size = raw.FPDFTextObj_GetText(thing, text_page, None, 0)
    room = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(
        thing, text_page, ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), size
    )
    return room.raw[: size - 2].decode("utf-16-le")
