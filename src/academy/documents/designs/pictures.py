"""Logos and backgrounds: PNG or JPEG files as pictures without transparency; the doorway emblem."""

from __future__ import annotations

import hashlib
import warnings
import zlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from academy.documents.blocks import Bitmap
from academy.documents.signature import Stencil, signature_stencil
from academy.domain.words import FileProblem

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

#: Enough for 300 dpi over a sheet of A4.
_WIDEST = 2480
_SMALL = 128  # dots of a side that are enough to know its tones
_BEZIER = 0.5523  # handle of a quarter circle of radius 1


class Sized(Protocol):
    """Something with a width and a height in dots."""

    @property
    def width(self) -> int:
        """How many dots it is wide."""

    @property
    def height(self) -> int:
        """How many dots it is high."""


@lru_cache(maxsize=8)
def bitmap(content: bytes, paper: str) -> Bitmap:
    """Return a picture laid on paper of a colour, at most 2,480 dots wide or high.

    Raises FileProblem "picture_unreadable": no PNG or JPEG, or an absurdly large one.
    """
    laid = _laid(content, paper)
    name = hashlib.sha256(content + paper.encode()).hexdigest()[:16]
    return Bitmap(f"picture{name}", laid.width, laid.height, zlib.compress(laid.tobytes(), 9))


@lru_cache(maxsize=1024)
def tones(content: bytes, paper: str, part: tuple[float, ...] = (0, 0, 1, 1)) -> tuple[str, str]:
    """Return the darkest and the lightest colour in more than a few places of a part of a picture.

    The part is its left, top, right and lower side, from 0 to 1.
    """
    small = _small(content, paper)
    left, top = int(part[0] * (_SMALL - 1)), int(part[1] * (_SMALL - 1))
    right, low = max(left + 1, round(part[2] * _SMALL)), max(top + 1, round(part[3] * _SMALL))
    bits = small.crop((left, top, right, low)).tobytes()
    every = [bits[at : at + 3] for at in range(0, len(bits), 3)]
    dots = sorted(every, key=lambda dot: 299 * dot[0] + 587 * dot[1] + 114 * dot[2])
    few = len(dots) // 50
    dark, light = dots[few], dots[-1 - few]
    return f"#{dark.hex()}", f"#{light.hex()}"


@lru_cache(maxsize=4)
def _small(content: bytes, paper: str) -> Image:
    return _laid(content, paper).resize((_SMALL, _SMALL))


def _laid(content: bytes, paper: str) -> Image:
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
                colours = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise FileProblem("picture_unreadable") from problem
    except Image.DecompressionBombWarning as problem:
        raise FileProblem("picture_unreadable") from problem
    colours.thumbnail((_WIDEST, _WIDEST))
    sheet = Image.new("RGBA", colours.size, paper)
    sheet.alpha_composite(colours)
    return sheet.convert("RGB")


def placed_in(
    box: tuple[float, float, float, float], picture: Sized
) -> tuple[float, float, float, float]:
    """Return where a picture stands in a box, as large as fits, at its lower left."""
    x, y, width, height = box
    scale = min(width / picture.width, height / picture.height)
    return x, y, picture.width * scale, picture.height * scale


def arches(canvas: Canvas, dark: str, light: str) -> None:
    """Draw a doorway in a box of 40: strokes, so that it survives a poor printer."""
    for radius, weight, colour in ((17.6, 4.2, dark), (10.4, 4.2, light)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight)
        arch(canvas, (20, 20.3), radius, filled=False)
    canvas.setFillColor(dark)
    arch(canvas, (20, 20.3), 4.6, filled=True)


def arch(
    canvas: Canvas, spring: tuple[float, float], radius: float, *, filled: bool, foot: float = 0
) -> None:
    """Draw one arch: straight up from its foot to where it springs, and a half circle."""
    middle, height = spring
    handle, left, right = radius * _BEZIER, middle - radius, middle + radius
    crown = height + radius
    path = canvas.beginPath()
    path.moveTo(left, foot)
    path.lineTo(left, height)
    path.curveTo(left, height + handle, middle - handle, crown, middle, crown)
    path.curveTo(middle + handle, crown, right, height + handle, right, height)
    path.lineTo(right, foot)
    canvas.drawPath(path, stroke=not filled, fill=filled)


def stencil_of(picture: bytes | None) -> Stencil | None:
    """Return the signature; one that cannot be read is left out, and told by the checks."""
    try:
        return signature_stencil(picture) if picture else None
    except FileProblem:
        return None


def bitmap_of(picture: bytes | None, paper: str) -> Bitmap | None:
    """Return a logo or background; one that cannot be read is left out, and told by the checks."""
    try:
        return bitmap(picture, paper) if picture else None
    except FileProblem:
        return None
