"""The picture of a badge: a ring in the academy's colour, the programme and the issuer in it.

Heavy: imports Pillow. Import it where badges are made, not at start-up.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from academy.documents.faces import as_set
from academy.paths import resource

SIZE: Final = 600
ACCENT: Final = "#17305c"
PAPER: Final = "#ffffff"
INK: Final = "#1b2230"
_FINE: Final = 3  # drawn so much larger, then made smaller: smooth edges
_LARGEST, _SMALLEST = 58, 24
_WIDEST: Final = 400
_LINES: Final = 3


def badge_picture(programme: str, heading: str, issuer: str, accent: str = ACCENT) -> bytes:
    """Return a PNG, 600 dots square, on a ground that shows through. The same in, the same out."""
    side = SIZE * _FINE
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for inset, colour in ((0, accent), (26, PAPER), (34, accent), (38, PAPER)):
        room = inset * _FINE
        draw.ellipse((room, room, side - 1 - room, side - 1 - room), fill=colour)
    _write(draw, heading.upper(), 150, 22, accent, "AcademyInterface-Semibold", 300)
    size, lines = _fitted(programme)
    top = SIZE / 2 - (len(lines) - 1) * size * 0.58
    for number, line in enumerate(lines):
        _write(draw, line, top + number * size * 1.16, size, INK, "EBGaramond-Medium")
    _write(draw, issuer, 452, 22, INK, "AcademyInterface-Regular", 330)
    written = BytesIO()
    image.resize((SIZE, SIZE), Image.Resampling.LANCZOS).save(written, "PNG", optimize=True)
    return written.getvalue()


def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resource(f"fonts/{name}.ttf")), round(size * _FINE))


def _fitted(words: str) -> tuple[int, list[str]]:
    """Return the largest size at which the words take few enough lines, and these lines."""
    for size in range(_LARGEST, _SMALLEST, -2):
        lines = _broken(words, size)
        if len(lines) <= _LINES:
            return size, lines
    return _SMALLEST, _broken(words, _SMALLEST)


def _broken(words: str, size: int) -> list[str]:
    font, lines = _font("EBGaramond-Medium", size), [""]
    for word in as_set(words).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > _WIDEST * _FINE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _write(
    draw: ImageDraw.ImageDraw,
    words: str,
    middle: float,
    size: float,
    ink: str,
    face: str,
    widest: float = _WIDEST,
) -> None:
    """Write one line in the middle, smaller where it is too long."""
    said = as_set(words)
    font = _font(face, size)
    if (length := font.getlength(said)) > widest * _FINE:
        font = _font(face, size * widest * _FINE / length)
    place = (SIZE * _FINE / 2, middle * _FINE)
    draw.text(place, said, font=font, fill=ink, anchor="mm")
