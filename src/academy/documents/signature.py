"""The signatory's signature: from the picture of a scan to a stencil printed in the ink's colour.

One bit per dot: the paper drops out, whatever its shade, and nothing on the page is transparent.
"""

from __future__ import annotations

import hashlib
import warnings
import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from academy.domain.words import FileProblem

if TYPE_CHECKING:
    from PIL import Image

#: Wide enough for 600 dpi in the place of a signature.
_WIDEST = 1200
#: Lighter than this is paper (0 black, 255 white).
_PAPER = 150


@dataclass(frozen=True)
class Stencil:
    """A one-bit picture, deflated; 0 is ink. Its name is the same for the same picture."""

    name: str
    width: int
    height: int
    bits: bytes


@lru_cache(maxsize=8)
def signature_stencil(picture: bytes) -> Stencil:
    """Return the ink of a PNG or JPEG picture, cut to where there is ink.

    Raises FileProblem: "picture_unreadable" when it is no picture (or an absurdly large one),
    "picture_blank" when there is nothing dark on it.
    """
    grey = _read(picture)
    ink = grey.point([255] * _PAPER + [0] * (256 - _PAPER))
    box = ink.getbbox()
    if box is None:
        raise FileProblem("picture_blank")
    cut = grey.crop(box)
    cut.thumbnail((_WIDEST, _WIDEST))
    bits = cut.point([0] * _PAPER + [255] * (256 - _PAPER), "1").tobytes()
    name = "signature" + hashlib.sha256(picture).hexdigest()[:12]
    return Stencil(name, cut.width, cut.height, zlib.compress(bits, 9))


def _read(picture: bytes) -> Image.Image:
    """Return the picture in grey on white paper."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as opened:
                colours = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise FileProblem("picture_unreadable") from problem
    except Image.DecompressionBombWarning as problem:
        raise FileProblem("picture_unreadable") from problem
    paper = Image.new("RGBA", colours.size, "white")
    paper.alpha_composite(colours)
    return paper.convert("L")
