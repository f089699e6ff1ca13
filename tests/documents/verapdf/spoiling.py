"""Spoils what makes a PDF accessible and archival, one thing at a time."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from documents.verapdf.engine import ARCHIVE, UA


def saved_again(pdf: bytes, change: Callable[[Pdf], None] = lambda _: None) -> bytes:
    """Return the file after a change, or saved in the same way without one."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        written = BytesIO()
        opened.save(written)
    return written.getvalue()


def _objects(pdf: Pdf) -> list[Object]:
    return [each for each in pdf.objects if isinstance(each, Dictionary)]


def _elements(pdf: Pdf, tag: str) -> list[Object]:
    kinds = [e for e in _objects(pdf) if e.get("/Type") == "/StructElem"]
    return [element for element in kinds if f"/{tag}" == element.S]


def _no_alternative(pdf: Pdf) -> None:
    del _elements(pdf, "Figure")[0].Alt


def _text_outside(pdf: Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    line = content[content.index(b"BT ") : content.index(b" ET") + 3]
    pdf.pages[0].Contents = pdf.make_stream(content + b"\n" + line)


def _font_left_out(pdf: Pdf) -> None:
    del next(each for each in _objects(pdf) if "/FontFile2" in each).FontFile2


def _no_marks_in_metadata(pdf: Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    for mark in (b"<pdfuaid:part>1</pdfuaid:part>", b"<pdfaid:part>2</pdfaid:part>"):
        assert mark in packet
        packet = packet.replace(mark, b"")
    pdf.Root.Metadata.write(packet)


def _no_structure(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _no_colour_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _title_hidden(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _headings_without_scope(pdf: Pdf) -> None:
    for heading in _elements(pdf, "TH"):
        del heading.A


def _a_cell_too_few(pdf: Pdf) -> None:
    row = _elements(pdf, "TR")[3]
    row.K = Array(list(row.K)[:-1])


#: Each way: which document it is done to, by what, and which profiles forbid it.
SPOILED: dict[str, tuple[str, Callable[[Pdf], None], tuple[str, ...]]] = {
    "figure without alternative text": ("certificate", _no_alternative, (UA,)),
    "text outside the tags": ("certificate", _text_outside, (UA,)),
    "font not embedded": ("certificate", _font_left_out, (UA, ARCHIVE)),
    "no marks in the metadata": ("certificate", _no_marks_in_metadata, (UA, ARCHIVE)),
    "no structure tree": ("certificate", _no_structure, (UA, ARCHIVE)),
    "no language": ("certificate", _no_language, (UA,)),
    "no colour profile": ("certificate", _no_colour_profile, (ARCHIVE,)),
    "title not shown": ("certificate", _title_hidden, (UA,)),
    "headings without scope": ("filled register", _headings_without_scope, (UA,)),
    "row with a cell too few": ("filled register", _a_cell_too_few, (UA,)),
}
