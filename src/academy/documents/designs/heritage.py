"""Heritage, the classic design: an engraved border, small capitals, the name in script, a seal.

Everything stands on one middle line. Text colours reach 6.5 : 1. Heavy: imports ReportLab.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from academy.documents.blocks import Code, Shape, Style
from academy.documents.designs import heritage_border
from academy.documents.designs.base import Box, Layout, Places
from academy.documents.designs.parts import BodyRows, BodyStyles, Columns, body
from academy.documents.designs.pictures import arches
from academy.documents.designs.setting import Slot
from academy.documents.faces import Face, face
from academy.documents.fitting import Sizes
from academy.documents.look import Look

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_CODE = 84.0
_STACKED = 33.0  # from one heading down to the other, on a narrow sheet


class Heritage(Layout):
    """The classic design, across or upright."""

    inks: ClassVar[Mapping[str, str]] = {
        "accent": "#1d4a38", "second": "#77590f", "ink": "#23261f", "quiet": "#4d5148"
    }  # fmt: skip
    name_face: ClassVar[str] = "GreatVibes-Regular"
    name_lift: ClassVar[float] = 5
    joined: ClassVar[bool] = True

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.regular = face("EBGaramond-Regular")
        self.italic = face("EBGaramond-Italic")
        self.medium = face("EBGaramond-Medium")
        self.capitals = face("EBGaramondSC-Regular")
        self._across = self.size[0] > self.size[1]
        self._middle = self.size[0] / 2
        self._edge = 106.0 if self._across else 72.0
        #: the head and the statement, moved up on an upright sheet
        self._head = 0.0 if self._across else 244.0 if look.bilingual else 236.0
        self._stacked = look.bilingual and not self._across
        self._up = 0.0 if self._across else 196.0 if self._stacked else 206.0
        #: on a narrow sheet the seal stands over the foot
        self._seal = 159.0 if self._across else 342.0

    @property
    def faces(self) -> tuple[Face, ...]:
        """Every face it sets type in."""
        return (self.regular, self.italic, self.medium, self.capitals, self.name_type)

    def places(self, tongue: int, extra: int) -> Places:
        """Return the places of a language."""
        x, width = self.columns.of(tongue)
        academy = Style(self.capitals, 16.5, self.ink("second"), track=1.2)
        strapline = Style(self.italic, 13, self.ink("quiet"))
        wide = self.columns.width - 40
        statement = body(self._styles, self._rows, self.columns, tongue, extra)
        if self._stacked:
            heading = statement["heading"]
            down = 0 if tongue else _STACKED
            statement["heading"] = replace(heading, x=self._middle, y=heading.y + down, width=wide)
        return {
            "academy": Slot(academy, x, 472 + self._head, width, 0.5),
            "strapline": Slot(strapline, x, 456 + self._head, width, 0.5),
            "academy alone": Slot(academy, self._middle, 468 + self._head, wide, 0.5),
            "strapline alone": Slot(strapline, self._middle, 452 + self._head, wide, 0.5),
            **statement,
            **self._foot_places(tongue),
        }

    @property
    def columns(self) -> Columns:
        """Where the languages stand."""
        edge = 90 if self._across else 72
        return Columns(edge, self.size[0] - 2 * edge, len(self.tongues), 0.5, gap=30, most_lift=8)

    @cached_property
    def _styles(self) -> BodyStyles:
        size, track = 33.0 if self._across else 29.0, 1.6
        return BodyStyles(
            Style(self.capitals, size, self.ink("accent"), track),
            Style(self.italic, 15.5, self.ink("quiet")),
            Style(self.medium, 23, self.ink("accent")),
            Style(self.regular, 14, self.ink("ink")),
        )

    @cached_property
    def _rows(self) -> BodyRows:
        two = self._across and self.look.bilingual
        head = (418, 392) if two else (424, 394)
        return BodyRows(*(row + self._up for row in (*head, 287, 259, 237, 219)))

    @property
    def name_place(self) -> tuple[Slot, Sizes]:
        """Where the name stands."""
        width = 640.0 if self._across else self.size[0] - 2 * 76
        style = Style(self.name_type, 50, self.ink("ink"))
        slot = Slot(style, self._middle, 338 + self._up, width, 0.5)
        return slot, Sizes(50, 36 if self._across else 30, 30 if self._across else 27)

    @property
    def emblem_box(self) -> Box:
        """Where the emblem or the logo stands."""
        wide = self.emblem_width(32)
        return self._middle - wide / 2, 491 + self._head, wide, 32

    def emblem(self) -> Shape:
        """Return the arches."""
        dark, light = self.ink("accent"), heritage_border.GOLD
        return Shape(f"arches{dark}{light}", 40, 40, lambda canvas: arches(canvas, dark, light))

    # ---- the foot -----------------------------------------------------------------------------

    @property
    def _rules(self) -> list[tuple[float, float, float]]:
        """Return the rules for signatures: x, y, width."""
        if self._across:
            wide = 172.0 if self.signing == 1 else 152.0
            return [(self._edge + n * (wide + 16), 126, wide) for n in range(self.signing)]
        return [(self._edge, 126 + 84 * (self.signing - 1 - n), 150) for n in range(self.signing)]

    @property
    def signature_boxes(self) -> tuple[Box, ...]:
        """Where signatures stand."""
        return tuple((x + 20, y + 4, width - 40, 44.0) for x, y, width in self._rules)

    def _foot_places(self, tongue: int) -> Places:
        ink, quiet = self.ink("ink"), self.ink("quiet")
        who, role = Style(self.medium, 13, ink), Style(self.italic, 12.5, quiet)
        found = self._in_the_middle(tongue) if self._across else self._upright(tongue)
        if self._across and self.signing > 1:
            found = self._at_the_right(tongue)
        for n, (x, y, wide) in enumerate(self._rules):
            found[f"signatory {n}"] = Slot(who, x + wide / 2, y - 15.5, wide, 0.5)
            found[f"role {n}"] = Slot(role, x + wide / 2, y - 30.5, wide, 0.5)
        return found

    def _in_the_middle(self, tongue: int) -> dict[str, Slot]:
        """Day and number under the seal, how to check it beside the code."""
        two = len(self.tongues) > 1
        plain = Style(self.regular, 12.0 if two else 12.5, self.ink("ink"))
        left = self.size[0] - self._edge - _CODE - 9
        check = left - self._middle - (94 if two else 88)
        return {
            "issued": Slot(plain, self._middle, (113.5 if two else 98.5) - 15 * tongue, 170, 0.5),
            "number": Slot(plain, self._middle, 83.5, 170, 0.5),
            **self._checked(left, (172 - 50 * tongue) if two else 141, check, 2 if two else 1),
        }

    def _at_the_right(self, tongue: int) -> dict[str, Slot]:
        """Day, number and how to check it, all beside the code: two signatures need the rest."""
        plain = Style(self.regular, 12.5, self.ink("ink"))
        left = self.size[0] - self._edge - _CODE - 9
        two, wide = len(self.tongues) > 1, left - self._edge - 330
        top, step = (184, 14) if two else (168, 15)
        return {
            "issued": Slot(plain, left, top - step * tongue, wide, 1),
            "number": Slot(plain, left, top - step * len(self.tongues), wide, 1),
            **self._checked(left, (138 if two else 129) - 34 * tongue, wide),
        }

    def _upright(self, tongue: int) -> dict[str, Slot]:
        """Day and number under the seal, how to check it over the code."""
        plain, right = Style(self.regular, 12.5, self.ink("ink")), self.size[0] - self._edge
        two = len(self.tongues) > 1
        return {
            "issued": Slot(plain, self._middle, self._seal - 58 - 15 * tongue, 220, 0.5),
            "number": Slot(plain, self._middle, self._seal - (88 if two else 73), 220, 0.5),
            **self._checked(right, (236 if two else 202) - 34 * tongue, 210),
        }

    def _checked(self, x: float, y: float, width: float, rows: int = 1) -> dict[str, Slot]:
        caption = Style(self.capitals, 11.5, self.ink("quiet"), track=0.4)
        small = Style(self.regular, 11.5, self.ink("ink"))
        return {
            "check caption": Slot(caption, x, y, width, 1, lower=True),
            "check": Slot(small, x, y - 14.5, width, 1, leading=1.18, rows=rows),
        }

    def usual_heading(self, heading: str) -> str:
        """Return a heading with capitals, which small capitals want."""
        return " ".join(w if w == "of" else w[:1].upper() + w[1:] for w in heading.split())

    def code(self, alternative: str) -> Code:
        """Return where the QR code stands."""
        return Code(self.size[0] - self._edge, 76 if not self._across else 84, _CODE, "#000000",
                    alternative)  # fmt: skip

    @cached_property
    def furniture(self) -> Shape:
        """The border, the swelled rule under the name, the seal and the rules for signatures."""
        colours, border = self.ink("accent"), self.look.border
        name = (
            f"heritage{colours}{border}{self.size}{self.signing}{self.look.bilingual}{self._lines}"
        )
        return Shape(name, *self.size, self._drawn)

    def _drawn(self, canvas: Canvas) -> None:
        if self.paper != "#ffffff" and not self.background:
            canvas.setFillColor(self.paper)
            canvas.rect(0, 0, *self.size, stroke=0, fill=1)
        green = self.ink("accent")
        if self.look.border:
            heritage_border.border(canvas, self.size, green, self.paper)
        heritage_border.swelled_rule(
            canvas, self._middle, 313 + self._up + self.columns.lift(self._lines)
        )
        if self._seal_fits:
            heritage_border.seal(canvas, (self._middle, self._seal), green, self.paper)
        canvas.setStrokeColor(self.ink("quiet"))
        canvas.setLineWidth(0.6)
        for x, y, width in self._rules:
            canvas.line(x, y, x + width, y)

    @property
    def _lines(self) -> int:
        """Return how many lines of its own the look has; validity adds one."""
        words = [self.look.english.lines, self.look.welsh.lines if self.look.bilingual else ()]
        own = max(len([line for line in lines if line.strip()]) for lines in words)
        return own + bool(self.look.valid_months)

    @property
    def _seal_fits(self) -> bool:
        """Whether the statement and the signatures leave room for the seal."""
        if self._across:
            return not self._lines and not self.look.bilingual and self.signing == 1
        return self._lines <= (0 if self.look.bilingual else 1)
