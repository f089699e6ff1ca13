"""Reading a PDF back as a person would: what stands on each page, and where."""

import re

import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_tidy(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def _tidy(words: str) -> str:
    hyphens = re.sub(r"[\x02\ufffe]\s*", "-", words)  # what pdfium makes of one at a line's end
    return re.sub(r"\s+", " ", hyphens)


def sizes_of(pdf: bytes) -> set[tuple[int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return {tuple(map(round, page.get_size())) for page in document}
    finally:
        document.close()


def reach(pdf: bytes, margin: float) -> list[str]:
    """Return every letter that stands nearer than `margin` points to the edge of its page."""
    outside = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        wide, high = page.get_size()
        text = page.get_textpage()
        for number in range(text.count_chars()):
            letter = text.get_text_range(number, 1)
            left, bottom, right, top = text.get_charbox(number)
            inside = left >= margin and bottom >= margin - 3 and right <= wide - margin
            if letter.strip() and not (inside and top <= high - margin):
                outside.append(letter)
    document.close()
    return outside


def grey_of(pdf: bytes) -> bytes:
    """Return the first page as a picture without colour."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return bytes(document[0].render(scale=2, grayscale=True).buffer)
    finally:
        document.close()
