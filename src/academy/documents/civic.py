"""Civic, the sober design: one left edge for everything, a double rule, half the sheet white.

A4 landscape. Text colours reach 7.4 : 1 on white, and nothing depends on colour. Heavy: imports
ReportLab. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from reportlab.lib.pagesizes import A4, landscape

from academy.documents.blocks import (
    Block,
    Code,
    Element,
    Figure,
    Line,
    Part,
    Place,
    Shape,
    Style,
    Tag,
)
from academy.documents.faces import as_set, face
from academy.documents.fitting import Sizes, fit_line, fit_name
from academy.documents.signature import Stencil, signature_stencil
from academy.documents.texts import ENGLISH, Texts
from academy.domain.words import FileProblem

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    # certificate.py imports this module where it prints
    from academy.documents.certificate import CertificateFacts

_INK, _NAVY, _GREY = "#1b2230", "#17305c", "#4c5666"
_ARCH_LIGHT, _WATERMARK = "#8a97ae", "#e3e7ee"
_LEFT, _RIGHT = 68.0, 773.9
_ISSUED, _CHECK = 318.0, 478.0  # where the second and the third column of the foot begin
_CODE = 86.0  # the side of the square at the right of the foot, kept free for a QR code
_GAP = 14.0
_NAME = Sizes(best=46, floor=31, two=32)
_SQUEEZED = 0.62  # of the design's size: below it, type no longer belongs to the page
_BEZIER = 0.5523  # handle of a quarter circle of radius 1


class Civic:
    """Lays out and draws one certificate. Holds the faces, so one object serves a whole issue."""

    key: ClassVar[str] = "civic"
    size: ClassVar[tuple[float, float]] = landscape(A4)

    language: ClassVar[str] = "en-GB"
    background: ClassVar[None] = None

    def __init__(self, texts: Texts = ENGLISH) -> None:
        self.texts = texts
        self.regular = face("EBGaramond-Regular")
        self.italic = face("EBGaramond-Italic")
        self.medium = face("EBGaramond-Medium")
        self.capitals = face("EBGaramondSC-Regular")
        self.faces = (self.regular, self.italic, self.medium, self.capitals)
        self.furniture = Shape("civic", *self.size, _furniture)

    # ---- what it says, in reading order -------------------------------------------------------

    def blocks(self, facts: CertificateFacts, texts: Texts) -> list[Block]:
        """Return every line of the certificate, fitted to its place."""
        return [
            *self._academy(facts),
            *self._statement(facts, texts),
            *self._programme(facts, texts),
            *self._signatory(facts),
            *self._foot(facts, texts),
        ]

    def _academy(self, facts: CertificateFacts) -> list[Block]:
        x, width = _LEFT + 50, _RIGHT - _LEFT - 50
        name = Style(self.medium, 19, _NAVY)
        if not facts.strapline:
            return [_one(Part.ACADEMY, name, (x, 487), facts.academy, width)]
        strapline = Style(self.italic, 13, _GREY)
        return [
            _one(Part.ACADEMY, name, (x, 496), facts.academy, width),
            _one(Part.ACADEMY, strapline, (x, 479.5), facts.strapline, width),
        ]

    def _statement(self, facts: CertificateFacts, texts: Texts) -> list[Block]:
        says, quiet = texts.statements[facts.kind], Style(self.italic, 15.5, _GREY)
        heading, place = Style(self.regular, 29, _NAVY), (_LEFT - 1.5, 403)
        return [
            _one(Part.HEADING, heading, place, facts.says(texts), tag=Tag.HEADING),
            _one(Part.WORDING, quiet, (_LEFT, 366), says.certifies),
            self._name(facts.name),
            _one(Part.WORDING, quiet, (_LEFT, 268), says.did),
        ]

    def _name(self, name: str) -> Block:
        """Two lines straddle the place of one, so that the lines around keep their distance."""
        fit = fit_name(self.medium, as_set(name), _RIGHT - _LEFT, _NAME)
        lead = fit.size * 1.1
        top = 313 + (lead / 2 if len(fit.lines) > 1 else (_NAME.best - fit.size) * 0.3)
        style = Style(self.medium, fit.size, _INK)
        lines = tuple(
            style.line((_LEFT - 2, top - n * lead), text) for n, text in enumerate(fit.lines)
        )
        squeezed = fit.size < _NAME.floor * _SQUEEZED
        return Block(Part.NAME, lines, whole=name, smaller=fit.smaller, squeezed=squeezed)

    def _programme(self, facts: CertificateFacts, texts: Texts) -> list[Block]:
        programme, plain = Style(self.medium, 24, _NAVY), Style(self.regular, 14.5, _INK)
        return _said(
            _one(Part.PROGRAMME, programme, (_LEFT - 1, 238), facts.programme),
            _one(Part.RUN, plain, (_LEFT, 214), facts.run(texts)),
            _one(Part.HOURS, plain, (_LEFT, 194.5), facts.hours_line(texts)),
        )

    def _signatory(self, facts: CertificateFacts) -> list[Block]:
        width = _ISSUED - _GAP - _LEFT
        who, role = Style(self.medium, 13, _INK), Style(self.italic, 12.5, _GREY)
        return _said(
            _one(Part.SIGNATORY, who, (_LEFT, 89.5), facts.signatory, width),
            _one(Part.ROLE, role, (_LEFT, 74), facts.role, width),
        )

    def _foot(self, facts: CertificateFacts, texts: Texts) -> list[Block]:
        width, plain = _CHECK - _GAP - _ISSUED, Style(self.regular, 13.5, _INK)
        return [
            self._caption(Part.ISSUED, (_ISSUED, 127), texts.issued),
            _one(Part.ISSUED, plain, (_ISSUED, 111.5), facts.issued, width),
            self._caption(Part.NUMBER, (_ISSUED, 89.5), texts.number),
            _one(Part.NUMBER, plain, (_ISSUED, 74), facts.number, width),
            self._caption(Part.CHECK, (_CHECK, 127), texts.check),
            self._check(facts, texts),
        ]

    def _check(self, facts: CertificateFacts, texts: Texts) -> Block:
        """Say how to check it, beside the place of a QR code."""
        width, best = _RIGHT - _CODE - _GAP - _CHECK, 12.0
        said = [as_set(line) for line in facts.check_lines(texts)]
        size = min(fit_line(self.regular, line, width, best) for line in said)
        style = Style(self.regular, size, _INK)
        lines = tuple(style.line((_CHECK, 111.5 - 15 * n), line) for n, line in enumerate(said))
        squeezed = size < best * _SQUEEZED
        return Block(
            Part.CHECK, lines, whole=" ".join(said), smaller=size < best, squeezed=squeezed
        )

    def _caption(self, part: Part, place: Place, text: str) -> Block:
        """Return a caption in small capitals, which the face draws in place of small letters."""
        style = Style(self.capitals, 11.5, _GREY, track=0.5)
        return Block(part, (style.line(place, as_set(text).lower()),), whole=text)

    # ---- how it is drawn ----------------------------------------------------------------------

    def elements(self, facts: CertificateFacts) -> list[Element]:
        """Return what a certificate says, in reading order."""
        found: list[Element] = [self._emblem(facts)]
        stencil = _stencil(facts.signature)
        for block in self.blocks(facts, self.texts):
            if stencil and block.part in {Part.SIGNATORY, Part.ROLE, Part.ISSUED}:
                found.append(self._signature(stencil, facts))
                stencil = None
            found.append(block)
        says = f"{self.texts.check} (QR)"
        return [*found, Code(_RIGHT, 74, _CODE, "#000000", says)]

    def title(self, facts: CertificateFacts) -> str:
        """Return the title of the file."""
        return facts.title(self.texts)

    def watermark(self, word: str) -> Line:
        """Return a word for the middle of the canvas."""
        shown, size = as_set(word), 170
        left = -self.medium.width(shown, size) / 2
        return Line(self.medium, size, left, -size / 4, shown, _WATERMARK)

    def _emblem(self, facts: CertificateFacts) -> Figure:
        says = self.texts.emblem.format(academy=facts.academy)
        return Figure(Shape("arches", 40, 40, _arches), _LEFT, 474, 38, 38, says)

    def _signature(self, stencil: Stencil, facts: CertificateFacts) -> Figure:
        """Place the signature on its rule, in a place of 170 by 38 points."""
        height = min(38.0, 170.0 * stencil.height / stencil.width)
        width = height * stencil.width / stencil.height
        says = self.texts.signature.format(signatory=facts.signatory)
        return Figure(stencil, _LEFT + 4, 112, width, height, says, _NAVY)


def _furniture(canvas: Canvas) -> None:
    """Draw the rules, which every certificate shares."""
    canvas.setStrokeColor(_NAVY)
    for weight, y, end in ((2.4, 540, _RIGHT), (0.5, 535.6, _RIGHT), (0.6, 106, 258)):
        canvas.setLineWidth(weight)
        canvas.line(_LEFT, y, end, y)


def _stencil(picture: bytes | None) -> Stencil | None:
    """Return the signature; one that cannot be read is left out, and told by the checks."""
    try:
        return signature_stencil(picture) if picture else None
    except FileProblem:
        return None


def _one(
    part: Part,
    style: Style,
    place: Place,
    text: str,
    width: float = _RIGHT - _LEFT,
    tag: Tag = Tag.PARAGRAPH,
) -> Block:
    """Return a block of one line, in the size of its style or as much smaller as it must be."""
    shown = as_set(text)
    size = fit_line(style.face, shown, width, style.size)
    line = replace(style, size=size).line(place, shown)
    squeezed = size < style.size * _SQUEEZED
    return Block(part, (line,), tag, smaller=size < style.size, squeezed=squeezed)


def _said(*blocks: Block) -> list[Block]:
    """Return the blocks that say something."""
    return [block for block in blocks if block.lines[0].text]


def _arches(canvas: Canvas) -> None:
    """Draw the arches in a box of 40: strokes, so that they survive a poor printer."""
    for radius, weight, colour in ((17.6, 4.2, _NAVY), (10.4, 4.2, _ARCH_LIGHT)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight)
        _arch(canvas, radius, filled=False)
    canvas.setFillColor(_NAVY)
    _arch(canvas, 4.6, filled=True)


def _arch(canvas: Canvas, radius: float, *, filled: bool) -> None:
    middle, spring, handle = 20.0, 20.3, radius * _BEZIER
    left, right, crown = middle - radius, middle + radius, spring + radius
    path = canvas.beginPath()
    path.moveTo(left, 0)
    path.lineTo(left, spring)
    path.curveTo(left, spring + handle, middle - handle, crown, middle, crown)
    path.curveTo(middle + handle, crown, right, spring + handle, right, spring)
    path.lineTo(right, 0)
    canvas.drawPath(path, stroke=not filled, fill=filled)
