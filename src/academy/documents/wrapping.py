"""Text on as many lines as its column needs. Nothing is ever cut."""

from __future__ import annotations

import re

from academy.documents.fitting import Measured


def wrapped(face: Measured, text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of a text in a column, `width` points wide.

    Lines end at spaces; a word wider than the column is parted behind a hyphen, and where there
    is none, between two letters. An empty text has no lines.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if face.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(face, word, size, width)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _pieces(face: Measured, word: str, size: float, width: float) -> list[str]:
    """Part one word: as many syllables that end in a hyphen on a line as there is room for."""
    pieces = [""]
    for part in re.findall(r"[^-\u2010]*[-\u2010]|[^-\u2010]+", word):
        if face.width(pieces[-1] + part, size) <= width:
            pieces[-1] += part
        elif face.width(part, size) <= width:
            pieces.append(part)
        else:
            pieces.append("")
            for letter in part:
                if face.width(pieces[-1] + letter, size) > width and pieces[-1]:
                    pieces.append("")
                pieces[-1] += letter
    return [piece for piece in pieces if piece]
