"""The typefaces of printed documents: loaded once, measured with kerning, asked what they lack.

Heavy: imports ReportLab. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

import unicodedata
from functools import cache, cached_property

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from academy.documents.kerning import Kerning
from academy.paths import resource

#: The widest opening of a pair, in 1/1000 of the size. EB Garamond opens f + i by 0.07 em for
#: setters without ligatures, a hole in ‘Certificate’; small capitals need no opening at all.
#: Great Vibes opens K + y by 0.3 em: from 0.085 em on, readers of the text hear a space there.
_WIDEST = {
    "EBGaramond-Regular": 25,
    "EBGaramond-Medium": 25,
    "EBGaramondSC-Regular": 0,
    "GreatVibes-Regular": 80,
}

#: What is added to a word space, in 1/1000: the swashes of Great Vibes eat it.
_WORD_SPACE = {"GreatVibes-Regular": 110}

#: Letters that have no canonical decomposition but look like a plain letter with a mark.
_PLAIN = str.maketrans("ŁłĐđØøŦŧħĦıŊŋ", "LlDdOoTthHiNn")

#: Signs that the faces lack and that look the same as one they have.
_LOOKALIKES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "})


def as_set(text: str) -> str:
    """Return the text as it is set: composed letters, spaces and hyphens the faces have.

    ‘e’ with a combining mark and ‘ë’ are the same letter (Unicode NFC); only the second has a
    drawing of its own. Nothing that a reader sees changes.
    """
    return unicodedata.normalize("NFC", text).translate(_LOOKALIKES)


class Face:
    """One font file. Lengths are in 1/1000 of the type size unless a size is given (points)."""

    def __init__(self, name: str) -> None:
        self.name = name
        path = resource(f"fonts/{name}.ttf")
        # asciiReadable=0: embed the letters used, not all of ASCII (a third of the file's bytes)
        self.font = TTFont(name, str(path), asciiReadable=0)
        pdfmetrics.registerFont(self.font)
        self._glyphs: dict[int, int] = self.font.face.charToGlyph
        self._widths: dict[int, float] = self.font.face.charWidths
        self._kerns: dict[str, int] = {}

    @cached_property
    def _kerning(self) -> tuple[Kerning, float]:
        font = resource(f"fonts/{self.name}.ttf").read_bytes()
        return Kerning(font), 1000 / self.font.face.unitsPerEm

    def width(self, text: str, size: float = 1000, track: float = 0) -> float:
        """Return the width of a line in points; `track` is added between letters, in points."""
        box: float = self.font.face.defaultWidth  # of the box drawn for a missing letter
        letters = sum(self._widths.get(ord(letter), box) for letter in text)
        kerns = sum(self.kern(text[n : n + 2]) for n in range(len(text) - 1))
        return (letters + kerns) * size / 1000 + track * max(0, len(text) - 1)

    def kern(self, pair: str) -> int:
        """Return what two letters are moved apart; negative is closer.

        The bundled files are merged from parts and have no pairs across them, so a pair without
        a value is set like its plain letters: Ŵy like Wy.
        """
        value = self._kerns.get(pair)
        if value is None:
            value = self._pair(pair) or self._pair(_plain(pair))
            value = min(value, _WIDEST.get(self.name, 1000))
            value += _WORD_SPACE.get(self.name, 0) if pair.endswith(" ") else 0
            self._kerns[pair] = value
        return value

    def _pair(self, pair: str) -> int:
        kerning, scale = self._kerning
        left, right = (self._glyphs.get(ord(letter), 0) for letter in pair)
        return round(kerning.between(left, right) * scale)

    def runs(self, text: str) -> list[tuple[str, int]]:
        """Return the text in parts between which nothing moves, each with the kern after it."""
        parts, start = [], 0
        for n in range(len(text) - 1):
            kern = self.kern(text[n : n + 2])
            if kern:
                parts.append((text[start : n + 1], kern))
                start = n + 1
        return [*parts, (text[start:], 0)]

    def missing(self, text: str) -> str:
        """Return the letters this face cannot show, each once, in their order."""
        return "".join(dict.fromkeys(c for c in as_set(text) if ord(c) not in self._glyphs))


@cache
def _plain(pair: str) -> str:
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in pair).translate(_PLAIN)


@cache
def face(name: str) -> Face:
    """Return the face of that file name in `resources/fonts`, loaded once in a program's life."""
    return Face(name)
