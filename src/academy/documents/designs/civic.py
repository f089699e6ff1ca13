"""Civic, the sober design: one left edge for everything, a double rule, half the sheet white.

Text colours reach 7.4 : 1 on white, and nothing depends on colour. Heavy: imports ReportLab.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from academy.documents.blocks import Shape, Style
from academy.documents.designs.base import Box, Places
from academy.documents.designs.footed import Footed
from academy.documents.designs.parts import (
    BodyRows,
    BodyStyles,
    Columns,
    Foot,
    FootFrame,
    FootStyles,
    body,
    foot_below,
    foot_beside,
)
from academy.documents.designs.pictures import arches
from academy.documents.designs.setting import Slot
from academy.documents.faces import Face, face
from academy.documents.fitting import Sizes
from academy.documents.look import Look

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_ARCH_LIGHT = "#8a97ae"


class Civic(Footed):
    """The sober design, across or upright."""

    inks: ClassVar[Mapping[str, str]] = {
        "accent": "#17305c", "second": _ARCH_LIGHT, "ink": "#1b2230", "quiet": "#4c5666"
    }  # fmt: skip
    name_face: ClassVar[str] = "EBGaramond-Medium"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.regular = face("EBGaramond-Regular")
        self.italic = face("EBGaramond-Italic")
        self.medium = face("EBGaramond-Medium")
        self.capitals = face("EBGaramondSC-Regular")
        self._across = self.size[0] > self.size[1]
        self._left, self._right = (68.0, 773.9) if self._across else (62.0, 533.3)
        #: everything above the foot, moved up on an upright sheet
        self._up = 0.0 if self._across else 190.0
        self._head = 0.0 if self._across else 246.0

    @property
    def faces(self) -> tuple[Face, ...]:
        """Every face it sets type in."""
        return (self.regular, self.italic, self.medium, self.capitals, self.name_type)

    def places(self, tongue: int, extra: int) -> Places:
        """Return the places of a language."""
        x, width = self.columns.of(tongue)
        indent = 0 if tongue else self.emblem_width(38) + 12
        academy = Style(self.medium, 19, self.ink("accent"))
        strapline = Style(self.italic, 13, self.ink("quiet"))
        return {
            "academy": Slot(academy, x + indent, 496 + self._head, width - indent),
            "strapline": Slot(strapline, x + indent, 479.5 + self._head, width - indent),
            **body(self._styles, self._rows, self.columns, tongue, extra),
            **self.foot.places[tongue],
        }

    @property
    def columns(self) -> Columns:
        """Where the languages stand."""
        return Columns(self._left, self._right - self._left, len(self.tongues), gap=30)

    @cached_property
    def _styles(self) -> BodyStyles:
        return BodyStyles(
            Style(self.regular, 29 if len(self.tongues) == 1 else 28, self.ink("accent")),
            Style(self.italic, 15.5, self.ink("quiet")),
            Style(self.medium, 24, self.ink("accent")),
            Style(self.regular, 14.5, self.ink("ink")),
        )

    @cached_property
    def _rows(self) -> BodyRows:
        rows = (403, 366, 268, 238, 214, 194.5)
        return BodyRows(*(row + self._up for row in rows))

    @property
    def name_place(self) -> tuple[Slot, Sizes]:
        """Where the name stands: its first letter hangs a little over the edge."""
        style = Style(self.name_type, 46, self.ink("ink"))
        slot = Slot(style, self._left - 2, 313 + self._up, self._right - self._left)
        return slot, Sizes(best=46, floor=31, two=32)

    @property
    def emblem_box(self) -> Box:
        """Where the emblem or the logo stands."""
        return self._left, 474 + self._head, self.emblem_width(38), 38

    def emblem(self) -> Shape:
        """Return the arches."""
        dark, light = self.ink("accent"), self.ink("second")
        return Shape(f"arches{dark}{light}", 40, 40, lambda canvas: arches(canvas, dark, light))

    @cached_property
    def foot(self) -> Foot:
        """What stands at the bottom."""
        ink, quiet = self.ink("ink"), self.ink("quiet")
        styles = FootStyles(
            Style(self.medium, 13, ink),
            Style(self.italic, 12.5, quiet),
            Style(self.capitals, 11.5, quiet, track=0.5),
            Style(self.regular, 13.5, ink),
            Style(self.capitals, 11.5, quiet, track=0.5),
            Style(self.regular, 12, ink),
            capitals=True,
        )
        frame = FootFrame(self._left, self._right, 74, self.signing, len(self.tongues))
        return foot_beside(styles, frame) if self._across else foot_below(styles, frame, 148)

    @cached_property
    def furniture(self) -> Shape:
        """The double rule at the head and the rules under the signatures."""
        colour, border = self.ink("accent"), self.look.border
        name = f"civic{colour}{border}{self.size}{self.signing}{len(self.tongues)}"
        return Shape(name, *self.size, self._rules)

    def _rules(self, canvas: Canvas) -> None:
        canvas.setFillColor(self.paper)
        if self.paper != "#ffffff" and not self.background:
            canvas.rect(0, 0, *self.size, stroke=0, fill=1)
        canvas.setStrokeColor(self.ink("accent"))
        if self.look.border:
            for weight, y in ((2.4, 540), (0.5, 535.6)):
                canvas.setLineWidth(weight)
                canvas.line(self._left, y + self._head, self._right, y + self._head)
        canvas.setLineWidth(0.6)
        for x, y, width in self.foot.rules:
            canvas.line(x, y, x + width, y)
