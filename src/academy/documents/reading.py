"""A PDF that says it is a certificate, read: the token it carries, what is printed, its seal.

Whatever a file holds, the answer is what was found in it or one sentence why it cannot be read.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from academy.documents.seal_reading import SealFound, seal_of
from academy.domain.certificates import SIGNED_SHAPE
from academy.domain.words import FileProblem

LARGEST: Final = 20 * 1024 * 1024
PAGES: Final = 20
_TOKEN: Final = re.compile(rb"(?<![A-Za-z0-9_.-])" + SIGNED_SHAPE.encode() + rb"(?![A-Za-z0-9_-])")
#: What the libraries raise on files that are damaged in ways they did not think of.
_DAMAGE: Final = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, RuntimeError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True)
class ReadCertificate:
    """What a PDF holds. `tokens` are all different ones; `text` is what is printed."""

    name: str
    sha256: str
    tokens: tuple[str, ...]
    text: str
    seal: SealFound


def read_certificate(path: Path) -> ReadCertificate:
    """Read a PDF file. Raises FileProblem: file_missing, file_unreadable and those of `reading`."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as problem:
        raise FileProblem("file_missing", name=path.name) from problem
    except OSError as problem:
        raise FileProblem("file_unreadable", name=path.name) from problem
    return reading(data, path.name)


def reading(data: bytes, name: str) -> ReadCertificate:
    """Return what the bytes of a PDF hold.

    Raises FileProblem: not_a_pdf, pdf_too_large, pdf_encrypted, pdf_damaged.
    """
    if b"%PDF-" not in data[:1024]:
        raise FileProblem("not_a_pdf", name=name)
    if len(data) > LARGEST:
        raise _too_large(name)
    structured = _structured_tokens(data, name)
    plain = [found.decode() for found in _TOKEN.findall(data)]
    return ReadCertificate(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        tokens=tuple(dict.fromkeys([*plain, *structured])),
        text=_text(data, name),
        seal=seal_of(data),
    )


def _too_large(name: str) -> FileProblem:
    return FileProblem("pdf_too_large", name=name, limit=LARGEST // 1024**2, pages=PAGES)


def _structured_tokens(data: bytes, name: str) -> list[str]:
    """Return the tokens in the information dictionary and in links, however they are packed."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            if len(pdf.pages) > PAGES:
                raise _too_large(name)
            if pdf.is_encrypted:
                raise FileProblem("pdf_encrypted", name=name)
            said = [pdf.docinfo.get("/AcademyToken")]
            for page in pdf.pages:
                said += [_address(link) for link in page.get("/Annots", ())]
            texts = [bytes(one) for one in said if isinstance(one, pikepdf.String)]
    except pikepdf.PasswordError as problem:
        raise FileProblem("pdf_encrypted", name=name) from problem
    except (pikepdf.PdfError, *_DAMAGE) as problem:
        raise FileProblem("pdf_damaged", name=name) from problem
    return [found.decode() for text in texts for found in _TOKEN.findall(text)]


def _address(link: Any) -> Any:
    action = link.get("/A")
    return None if action is None else action.get("/URI")


def _text(data: bytes, name: str) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return "\n".join(_page_text(document[n]) for n in range(len(document)))
        finally:
            document.close()
    except (pypdfium2.PdfiumError, *_DAMAGE) as problem:
        raise FileProblem("pdf_damaged", name=name) from problem


def _page_text(page: Any) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()
