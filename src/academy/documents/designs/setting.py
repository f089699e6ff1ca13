"""Type set into the places of a design: shrunk to a floor, broken, never cut.

Points, origin bottom left. Heavy: measures with ReportLab's faces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from academy.documents.blocks import Block, Part, Style, Tag
from academy.documents.faces import Face, as_set, face
from academy.documents.fitting import Sizes, fit_name
from academy.documents.wrapping import wrapped

_SQUEEZED = 0.62  # of the design's size: below it, type no longer belongs to the page
_STEP = 0.25
_SCRIPTS = {"GreatVibes-Regular": "EBGaramond-Medium"}  # and what sets capitals instead
#: Texts kept as they were set: most are the same on every certificate of an issue.
_KEPT = 1024


@dataclass(frozen=True)
class Slot:
    """A place for a text. `align`: 0 when x is its left end, 0.5 its middle, 1 its right end.

    `lower`: set in small letters, which small capitals draw as capitals. `rows`: on how many lines
    it may be set, `leading` times the size apart.
    """

    style: Style
    x: float
    y: float
    width: float
    align: float = 0
    lower: bool = False
    rows: int = 1
    leading: float = 1.25

    def moved(self, up: float = 0, right: float = 0) -> Slot:
        """Return the place a little further up or to the right."""
        return replace(self, x=self.x + right, y=self.y + up)


@lru_cache(maxsize=_KEPT)
def fitting_size(slot: Slot, text: str) -> float:
    """Return the largest size, at most the slot's own, at which a text has room."""
    shown, size = _shown(slot, text), slot.style.size
    while size > 1 and len(_rows(slot, shown, size)) > slot.rows:
        size -= _STEP
    return size


@lru_cache(maxsize=_KEPT)
def set_text(
    part: Part,
    slot: Slot,
    text: str,
    size: float = 0,
    tag: Tag = Tag.PARAGRAPH,
    language: str = "",
) -> Block:
    """Return a block with a text in its place; `size` is given where others must be as large."""
    size = size or fitting_size(slot, text)
    style = replace(slot.style, size=size)
    lines = []
    for number, row in enumerate(_rows(slot, _shown(slot, text), size) or ("",)):
        left = slot.x - slot.align * style.face.width(row, size, style.track)
        lines.append(style.line((left, slot.y - number * size * slot.leading), row))
    return Block(
        part,
        tuple(lines),
        tag,
        whole=as_set(text) if slot.lower or len(lines) > 1 else "",
        smaller=size < slot.style.size,
        squeezed=size < slot.style.size * _SQUEEZED,
        language=language,
    )


def set_level(
    part: Part,
    slots: Sequence[Slot],
    texts: Sequence[str],
    languages: Sequence[str],
    tag: Tag = Tag.PARAGRAPH,
) -> list[Block]:
    """Return the same thing in each language, all in one size."""
    size = min(
        (fitting_size(slot, text) for slot, text in zip(slots, texts, strict=True)), default=0
    )
    each = zip(slots, texts, languages, strict=True)
    return [set_text(part, slot, text, size, tag, language) for slot, text, language in each]


def set_level_lines(
    part: Part, slots: Sequence[Slot], said: Sequence[tuple[str, ...]], languages: Sequence[str]
) -> list[Block]:
    """Return lines in each language, all in one size; a place of several rows may break one."""
    each = [
        (slot if len(lines) == 1 else replace(slot, rows=1), lines, language)
        for slot, lines, language in zip(slots, said, languages, strict=True)
    ]
    size = min(fitting_size(slot, line) for slot, lines, _ in each for line in lines)
    return [
        set_text(part, slot, lines[0], size, language=language)
        if slot.rows > 1
        else _lines(part, slot, lines, size, language)
        for slot, lines, language in each
    ]


@lru_cache(maxsize=_KEPT)
def _lines(part: Part, slot: Slot, texts: tuple[str, ...], size: float, language: str) -> Block:
    """Return a block of several lines as they are given."""
    style = replace(slot.style, size=size)
    shown = [as_set(text) for text in texts]
    lines = tuple(
        style.line(
            (
                slot.x - slot.align * style.face.width(text, size),
                slot.y - number * size * slot.leading,
            ),
            text,
        )
        for number, text in enumerate(shown)
    )
    return Block(
        part,
        lines,
        whole=" ".join(shown),
        smaller=size < slot.style.size,
        squeezed=size < slot.style.size * _SQUEEZED,
        language=language,
    )


def set_name(slot: Slot, name: str, sizes: Sizes, lift: float = 0) -> Block:
    """Return the name on one line or two, which straddle the place of one.

    `lift` moves the two lines up, for a face with deep tails. Capitals alone are not set in script.
    """
    if name.isupper() and slot.style.face.name in _SCRIPTS:
        capitals = replace(slot.style, face=face(_SCRIPTS[slot.style.face.name]))
        slot = replace(slot, style=capitals)
    fit = fit_name(slot.style.face, as_set(name), slot.width, sizes)
    lead = fit.size * 1.1
    two = len(fit.lines) > 1
    top = slot.y + (lead / 2 + lift if two else (sizes.best - fit.size) * 0.3)
    style = replace(slot.style, size=fit.size)
    lines = tuple(
        style.line((slot.x - slot.align * style.face.width(text, fit.size), top - n * lead), text)
        for n, text in enumerate(fit.lines)
    )
    squeezed = fit.size < sizes.floor * _SQUEEZED
    return Block(Part.NAME, lines, whole=name, smaller=fit.smaller, squeezed=squeezed)


def _shown(slot: Slot, text: str) -> str:
    shown = as_set(text)
    return shown.lower() if slot.lower else shown


def _rows(slot: Slot, shown: str, size: float) -> tuple[str, ...]:
    type_, track = slot.style.face, slot.style.track
    if type_.width(shown, size, track) <= slot.width:
        return (shown,) if shown else ()
    if slot.rows > 1:
        return _balanced(type_, shown, size, slot.width)
    return (shown, "")  # too wide for its one row


def _balanced(type_: Face, text: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text on as few lines as it needs, none of them much shorter than the others."""
    lines = wrapped(type_, text, size, width)
    while len(lines) > 1:
        width -= size
        narrower = wrapped(type_, text, size, width)
        if len(narrower) > len(lines) or max(type_.width(row, size) for row in narrower) > width:
            return lines
        lines = narrower
    return lines
