"""Civic, the sober design: one left edge for everything, a double rule, half the sheet white.

A4 landscape. Text colours reach 7.4 : 1 on white, and nothing depends on colour. Heavy: imports
ReportLab. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from typing import ClassVar

from reportlab.lib.pagesizes import A4, landscape

from academy.documents.blocks import Block, Line, Part, Tag
from academy.documents.certificate import CertificateFacts
from academy.documents.faces import Face, as_set, face
from academy.documents.fitting import Fit, Sizes, fit_line, fit_name
from academy.documents.sheet import Sheet
from academy.documents.signature import Stencil
from academy.documents.texts import Texts

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

    def __init__(self) -> None:
        self.regular = face("EBGaramond-Regular")
        self.italic = face("EBGaramond-Italic")
        self.medium = face("EBGaramond-Medium")
        self.capitals = face("EBGaramondSC-Regular")

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
        if not facts.strapline:
            return [self._one(Part.ACADEMY, self.medium, 19, x, 487, facts.academy, _NAVY, width)]
        return [
            self._one(Part.ACADEMY, self.medium, 19, x, 496, facts.academy, _NAVY, width),
            self._one(Part.ACADEMY, self.italic, 13, x, 479.5, facts.strapline, _GREY, width),
        ]

    def _statement(self, facts: CertificateFacts, texts: Texts) -> list[Block]:
        says, grey, word = texts.statements[facts.kind], _GREY, Part.WORDING
        heading = self._one(
            Part.HEADING, self.regular, 29, _LEFT - 1.5, 403, facts.says(texts), _NAVY,
            tag=Tag.HEADING,
        )  # fmt: skip
        return [
            heading,
            self._one(word, self.italic, 15.5, _LEFT, 366, says.certifies, grey),
            self._name(facts.name),
            self._one(word, self.italic, 15.5, _LEFT, 268, says.did, grey),
        ]

    def _name(self, name: str) -> Block:
        """Two lines straddle the place of one, so that the lines around keep their distance."""
        fit = fit_name(self.medium, as_set(name), _RIGHT - _LEFT, _NAME)
        lead = fit.size * 1.1
        top = 313 + (lead / 2 if len(fit.lines) > 1 else (_NAME.best - fit.size) * 0.3)
        lines = tuple(
            Line(self.medium, fit.size, _LEFT - 2, top - n * lead, text, _INK)
            for n, text in enumerate(fit.lines)
        )
        return Block(
            Part.NAME, lines, whole=name, smaller=fit.smaller, squeezed=_name_squeezed(fit)
        )

    def _programme(self, facts: CertificateFacts, texts: Texts) -> list[Block]:
        plain = self.regular
        blocks = [
            self._one(Part.PROGRAMME, self.medium, 24, _LEFT - 1, 238, facts.programme, _NAVY),
            self._one(Part.RUN, plain, 14.5, _LEFT, 214, facts.run(texts), _INK),
        ]
        if facts.hours:
            line = facts.hours_line(texts)
            blocks.append(self._one(Part.HOURS, plain, 14.5, _LEFT, 194.5, line, _INK))
        return blocks

    def _signatory(self, facts: CertificateFacts) -> list[Block]:
        width, blocks = _ISSUED - _GAP - _LEFT, []
        if facts.signatory:
            who = facts.signatory
            blocks.append(
                self._one(Part.SIGNATORY, self.medium, 13, _LEFT, 89.5, who, _INK, width)
            )
        if facts.role:
            blocks.append(
                self._one(Part.ROLE, self.italic, 12.5, _LEFT, 74, facts.role, _GREY, width)
            )
        return blocks

    def _foot(self, facts: CertificateFacts, texts: Texts) -> list[Block]:
        width, plain = _CHECK - _GAP - _ISSUED, self.regular
        return [
            self._label(Part.ISSUED, _ISSUED, 127, texts.issued),
            self._one(Part.ISSUED, plain, 13.5, _ISSUED, 111.5, facts.issued, _INK, width),
            self._label(Part.NUMBER, _ISSUED, 89.5, texts.number),
            self._one(Part.NUMBER, plain, 13.5, _ISSUED, 74, facts.number, _INK, width),
            self._label(Part.CHECK, _CHECK, 127, texts.check),
            self._check(facts, texts),
        ]

    def _check(self, facts: CertificateFacts, texts: Texts) -> Block:
        width, said = _RIGHT - _CODE - _GAP - _CHECK, facts.check_lines(texts)
        size = min(fit_line(self.regular, as_set(line), width, 12) for line in said)
        lines = tuple(
            Line(self.regular, size, _CHECK, 111.5 - 15 * n, as_set(line), _INK)
            for n, line in enumerate(said)
        )
        return Block(
            Part.CHECK, lines, whole=" ".join(said), smaller=size < 12, squeezed=size < 12 * 0.75
        )

    def _label(self, part: Part, x: float, y: float, text: str) -> Block:
        """Return a caption in small capitals, which the face draws in place of small letters."""
        line = Line(self.capitals, 11.5, x, y, as_set(text).lower(), _GREY, track=0.5)
        return Block(part, (line,), whole=text)

    def _one(  # noqa: PLR0913 - the measures of one line, as in the design
        self, part: Part, of: Face, best: float, x: float, y: float, text: str, colour: str,
        width: float = _RIGHT - _LEFT, tag: Tag = Tag.PARAGRAPH,
    ) -> Block:  # fmt: skip
        shown = as_set(text)
        size = fit_line(of, shown, width, best)
        line = Line(of, size, x, y, shown, colour)
        return Block(part, (line,), tag, smaller=size < best, squeezed=size < best * _SQUEEZED)

    # ---- how it is drawn ----------------------------------------------------------------------

    def furniture(self, sheet: Sheet) -> None:
        """Draw the rules, which every certificate shares."""
        with sheet.artifact():
            sheet.setStrokeColor(_NAVY)
            for weight, y, end in ((2.4, 540, _RIGHT), (0.5, 535.6, _RIGHT), (0.6, 106, 258)):
                sheet.setLineWidth(weight)
                sheet.line(_LEFT, y, end, y)

    def emblem(self, sheet: Sheet, alternative: str) -> None:
        """Draw the academy's sign: three nested arches, a doorway."""
        with sheet.figure(alternative):
            sheet.saveState()
            sheet.translate(_LEFT, 474)
            sheet.scale(38 / 40, 38 / 40)
            _arches(sheet)
            sheet.restoreState()

    def signature(self, sheet: Sheet, stencil: Stencil, alternative: str) -> None:
        """Draw the signature on its rule, in a place of 176 by 44 points."""
        height = min(44.0, 176.0 * stencil.height / stencil.width)
        with sheet.figure(alternative):
            sheet.stencil(stencil, _LEFT + 4, 110, height, _NAVY)

    def watermark(self, sheet: Sheet, word: str) -> None:
        """Write a word across the sheet, under everything else."""
        shown, size = as_set(word), 170
        left = -self.medium.width(shown, size) / 2
        with sheet.artifact():
            sheet.saveState()
            sheet.translate(self.size[0] / 2, self.size[1] / 2 - 30)
            sheet.rotate(24)
            sheet.line_of_type(Line(self.medium, size, left, -size / 4, shown, _WATERMARK))
            sheet.restoreState()


def _name_squeezed(fit: Fit) -> bool:
    return fit.size < _NAME.floor * _SQUEEZED


def _arches(sheet: Sheet) -> None:
    """Draw the arches in a box of 40: strokes, so that they survive a poor printer."""
    for radius, weight, colour in ((17.6, 4.2, _NAVY), (10.4, 4.2, _ARCH_LIGHT)):
        sheet.setStrokeColor(colour)
        sheet.setLineWidth(weight)
        _arch(sheet, radius, filled=False)
    sheet.setFillColor(_NAVY)
    _arch(sheet, 4.6, filled=True)


def _arch(sheet: Sheet, radius: float, *, filled: bool) -> None:
    middle, spring, handle = 20.0, 20.3, radius * _BEZIER
    left, right, crown = middle - radius, middle + radius, spring + radius
    path = sheet.beginPath()
    path.moveTo(left, 0)
    path.lineTo(left, spring)
    path.curveTo(left, spring + handle, middle - handle, crown, middle, crown)
    path.curveTo(middle + handle, crown, right, spring + handle, right, spring)
    path.lineTo(right, 0)
    sheet.drawPath(path, stroke=not filled, fill=filled)
