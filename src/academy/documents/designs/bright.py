"""Bright, the modern design: one panel of quarter discs and leaves beside Academy Sans.

The panel stays 24 points inside the sheet, so that no office printer cuts it. Upright, it lies
across the top. Heavy: imports ReportLab.
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
)
from academy.documents.designs.pictures import arches
from academy.documents.designs.setting import Slot
from academy.documents.designs.tiles import SIDE, panel
from academy.documents.faces import Face, face
from academy.documents.fitting import Sizes
from academy.documents.look import Look

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_EDGE = 24.0
_RED, _YELLOW, _PALE = "#d3265e", "#ffc53d", "#e9e4f6"
_RAISED = 36.0  # the statement, where the foot speaks two languages


class Bright(Footed):
    """The modern design, across or upright."""

    inks: ClassVar[Mapping[str, str]] = {
        "accent": "#25206b", "second": "#b5154b", "ink": "#23232f", "quiet": "#555566"
    }  # fmt: skip
    name_face: ClassVar[str] = "AcademySans-Bold"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.regular = face("AcademySans-Regular")
        self.semi = face("AcademySans-Semibold")
        self.bold = face("AcademySans-Bold")
        self._across = self.size[0] > self.size[1]
        self._left, self._right = (262.0, 785.9) if self._across else (62.0, 533.3)
        self._head, self._body, self._low = (
            (496.0, 408.0, 72.0) if self._across else (548.0, 440.0, 72.0)
        )
        if self._across and len(self.tongues) > 1:
            self._body += _RAISED
            if self.signing > 1:
                self._head, self._body, self._low = self._head + 6, self._body + 8, self._low - 12
        elif not self._across and len(self.tongues) + self.signing > 2:
            self._head, self._body = self._head + 12, self._body + 52
        self._sizes = Sizes(42, 28, 30) if self._across else Sizes(40, 27, 29)

    @property
    def faces(self) -> tuple[Face, ...]:
        """Every face it sets type in."""
        return (self.regular, self.semi, self.bold, self.name_type)

    def places(self, tongue: int, extra: int) -> Places:
        """Return the places of a language."""
        x, width = self.columns.of(tongue)
        indent = 0 if tongue else self.emblem_width(36) + 11
        academy = Style(self.bold, 17.5, self.ink("accent"))
        strapline = Style(self.regular, 12.5, self.ink("quiet"))
        return {
            "academy": Slot(academy, x + indent, self._head + 19, width - indent),
            "strapline": Slot(strapline, x + indent, self._head + 3, width - indent),
            **body(self._styles, self._rows, self.columns, tongue, extra),
            **self.foot.places[tongue],
        }

    @property
    def columns(self) -> Columns:
        """Where the languages stand."""
        return Columns(
            self._left, self._right - self._left, len(self.tongues), gap=20, most_lift=20
        )

    @cached_property
    def _styles(self) -> BodyStyles:
        return BodyStyles(
            Style(self.semi, 25, self.ink("second")),
            Style(self.regular, 14.5, self.ink("quiet")),
            Style(self.semi, 22, self.ink("accent")),
            Style(self.regular, 13.5, self.ink("ink")),
        )

    @cached_property
    def _rows(self) -> BodyRows:
        return BodyRows(*(self._body - down for down in (0, 35, 125, 153, 177, 196)))

    @property
    def name_place(self) -> tuple[Slot, Sizes]:
        """Where the name stands."""
        style = Style(self.name_type, self._sizes.best, self.ink("accent"))
        width = self._right - self._left
        slot = Slot(style, self._left - 2, self._body - 84, width)
        return slot, self._sizes

    @property
    def emblem_box(self) -> Box:
        """Where the emblem or the logo stands."""
        return self._left, self._head, self.emblem_width(36), 36

    def emblem(self) -> Shape:
        """Return the arches."""
        dark, light = self.ink("accent"), self._inks["r"]
        return Shape(f"arches{dark}{light}", 40, 40, lambda canvas: arches(canvas, dark, light))

    @cached_property
    def foot(self) -> Foot:
        """What stands at the bottom."""
        ink, quiet = self.ink("ink"), self.ink("quiet")
        styles = FootStyles(
            Style(self.semi, 12.5, ink),
            Style(self.regular, 11.5, quiet),
            Style(self.regular, 10.5, quiet),
            Style(self.semi, 12.5, ink),
            Style(self.semi, 11.5, ink),
            Style(self.regular, 11, quiet),
        )
        frame = FootFrame(self._left, self._right, self._low, self.signing, len(self.tongues))
        return foot_below(styles, frame, 148)

    @property
    def _inks(self) -> dict[str, str]:
        second = self.look.colours.second or _RED
        return {"n": self.ink("accent"), "r": second, "y": _YELLOW, "p": _PALE}

    @cached_property
    def furniture(self) -> Shape:
        """The panel, and the rules under the signatures."""
        inks, look = self._inks, self.look
        name = f"bright{inks}{look.border}{self.size}{self.signing}{self.tongues[0].language}"
        return Shape(name, *self.size, self._drawn)

    def _drawn(self, canvas: Canvas) -> None:
        if self.paper != "#ffffff" and not self.background:
            canvas.setFillColor(self.paper)
            canvas.rect(0, 0, *self.size, stroke=0, fill=1)
        if self.look.border:
            panel(canvas, self._tiles, self._inks)
        canvas.setStrokeColor(self.ink("accent"))
        canvas.setLineWidth(0.8)
        for x, y, width in self.foot.rules:
            canvas.line(x, y, x + width, y)

    @property
    def _tiles(self) -> list[tuple[float, float]]:
        """Two columns down the left, or two rows across the top."""
        if self._across:
            return [(_EDGE + n % 2 * SIDE, _EDGE + (5 - n // 2) * SIDE) for n in range(12)]
        top = self.size[1] - _EDGE
        return [(_EDGE + n // 2 * SIDE, top - (2 - n % 2) * SIDE) for n in range(12)]
