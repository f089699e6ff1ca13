"""What all designs share: what a certificate says, in which order, in one language or in two.

A design gives places (`Slot`) and drawings; this reads the facts and the look and fills them.
Welsh stands first, in the same size and weight; name, programme and number are said once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from reportlab.lib.pagesizes import A4, landscape

from academy.documents.blocks import (
    Bitmap,
    Block,
    Code,
    Element,
    Figure,
    Group,
    Line,
    Part,
    Shape,
    Tag,
)
from academy.documents.designs.parts import Columns
from academy.documents.designs.pictures import bitmap_of, placed_in, stencil_of
from academy.documents.designs.setting import Slot, set_level, set_level_lines, set_name, set_text
from academy.documents.designs.wording import Wording
from academy.documents.faces import Face, as_set, face
from academy.documents.fitting import Sizes
from academy.documents.look import Look, NameFace, Paper
from academy.documents.signature import Stencil
from academy.documents.texts import ENGLISH, WELSH, Texts

if TYPE_CHECKING:  # certificate.py is printed through designs
    from academy.documents.certificate import CertificateFacts

#: The places of one language by what stands there.
Places = Mapping[str, Slot]
#: x, y, width, height.
Box = tuple[float, float, float, float]
_NAME_FACES = {
    NameFace.SERIF: "EBGaramond-Medium",
    NameFace.SANS: "AcademySans-Bold",
    NameFace.SCRIPT: "GreatVibes-Regular",
}
_WATERMARK = "#e3e7ee"


class Layout(ABC):
    """A design made from a look. It holds its faces, so one object serves a whole issue."""

    inks: ClassVar[Mapping[str, str]]  # accent, second, ink, quiet: the colours of type
    name_face: ClassVar[str]
    name_lift: ClassVar[float] = 0
    #: Whether the academy's name and strapline stand on one line, where one language says them.
    joined: ClassVar[bool] = False

    def __init__(self, look: Look) -> None:
        self.look = look
        across = look.paper is Paper.LANDSCAPE
        self.size: tuple[float, float] = landscape(A4) if across else A4
        self.tongues: tuple[Texts, ...] = (WELSH, ENGLISH) if look.bilingual else (ENGLISH,)
        self._words = Wording(look, self.tongues, self.usual_heading)
        self.name_type = face(_NAME_FACES.get(look.name_face, self.name_face))

    # ---- what a design says -------------------------------------------------------------------

    @property
    @abstractmethod
    def faces(self) -> tuple[Face, ...]:
        """Every face it sets type in; the first one opens the file."""

    @abstractmethod
    def places(self, tongue: int, extra: int) -> Places:
        """Return the places of a language; `extra` lines stand below the hours."""

    @property
    @abstractmethod
    def columns(self) -> Columns:
        """Where the languages stand."""

    @property
    @abstractmethod
    def name_place(self) -> tuple[Slot, Sizes]:
        """Where the name stands without lines of the academy's own, and how large it may be."""

    @property
    @abstractmethod
    def emblem_box(self) -> Box:
        """Where the emblem or the logo stands."""

    @abstractmethod
    def emblem(self) -> Shape:
        """Return the academy's sign, for academies without a logo."""

    @property
    @abstractmethod
    def signature_boxes(self) -> tuple[Box, ...]:
        """Where signatures stand, as many as sign."""

    @abstractmethod
    def code(self, alternative: str) -> Code:
        """Return where the QR code stands."""

    @property
    @abstractmethod
    def furniture(self) -> Shape:
        """The decoration under it all."""

    def usual_heading(self, heading: str) -> str:
        """Return the heading of a kind as this design writes it."""
        return heading

    def emblem_width(self, side: float) -> float:
        """Return how wide the emblem or the logo is, `side` points high; a wide logo has room."""
        logo = bitmap_of(self.look.logo, self.paper)
        most = 0.34 * self.columns.of(0)[1]
        return min(most, side * logo.width / logo.height) if logo else side

    # ---- what follows -------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """The language of the document."""
        return ENGLISH.language

    @property
    def paper(self) -> str:
        """The colour of the sheet."""
        return self.look.colours.paper or "#ffffff"

    @property
    def signing(self) -> int:
        """How many sign."""
        return 1 + len(self.look.signers)

    def ink(self, role: str) -> str:
        """Return the colour of type in a role: the look's, else the design's own."""
        own = {"accent": "accent", "second": "second", "ink": "ink"}.get(role)
        chosen: str = getattr(self.look.colours, own) if own else ""
        return chosen or self.inks[role]

    @cached_property
    def background(self) -> Bitmap | None:
        """The picture over the whole sheet; one that cannot be read is told by the checks."""
        return bitmap_of(self.look.background, self.paper)

    def title(self, facts: CertificateFacts) -> str:
        """Return the title of the file."""
        return ENGLISH.title.format(heading=self._words.heading(facts, ENGLISH), name=facts.name)

    def watermark(self, word: str) -> Line:
        """Return a word for the middle of the sheet, set around 0, 0."""
        shown, type_ = as_set(word), self.faces[0]
        size = 170 * self.size[0] / 842
        return Line(type_, size, -type_.width(shown, size) / 2, -size / 4, shown, _WATERMARK)

    def elements(self, facts: CertificateFacts) -> list[Element]:
        """Return what a certificate says, in reading order."""
        extra = [self._words.own_lines(facts, texts) for texts in self.tongues]
        places = [self.places(n, len(extra[n])) for n in range(len(self.tongues))]
        return [
            self._sign(facts),
            *self._names(facts, places),
            *self._statement(facts, places),
            *self._programme(facts, places, extra),
            *self._signatories(facts, places),
            *self._foot(facts, places),
            *self._check(facts, places),
        ]

    # ---- from top to bottom -------------------------------------------------------------------

    def _sign(self, facts: CertificateFacts) -> Figure:
        says = ENGLISH.emblem.format(academy=facts.academy)
        logo = bitmap_of(self.look.logo, self.paper)
        if logo:
            x, y, width, height = placed_in(self.emblem_box, logo)
            return Figure(logo, x, y + (self.emblem_box[3] - height) / 2, width, height, says)
        return Figure(self.emblem(), *self.emblem_box, says)

    def _names(self, facts: CertificateFacts, places: list[Places]) -> Iterator[Element]:
        """Say whose it is; without a Welsh name the English one stands beside the emblem."""
        said = [(t, *self._words.names(facts, t)) for t in self.tongues]
        named = [one for one in said if one[1]]
        alone = " alone" if len(named) == 1 and "academy alone" in places[0] else ""
        if alone and self.joined:
            named = [(t, f"{name} {strapline}".strip(), "") for t, name, strapline in named]
        slots = [place[f"academy{alone}"] for place in places[: len(named)]]
        down = 0.0 if alone else -8.0
        lowered = [
            slot if one[2] else slot.moved(up=down) for slot, one in zip(slots, named, strict=True)
        ]
        under = [place[f"strapline{alone}"] for place in places[: len(named)]]
        codes = [_code(one[0]) for one in named]
        names = set_level(Part.ACADEMY, lowered, [one[1] for one in named], codes)
        lines = set_level(Part.ACADEMY, under, [one[2] for one in named], codes)
        for name, line in zip(names, lines, strict=True):
            yield from (block for block in (name, line) if block.lines[0].text)

    def _statement(self, facts: CertificateFacts, places: list[Places]) -> Iterator[Element]:
        said = [self._words.heading(facts, texts) for texts in self.tongues]
        tag = Tag.HEADING if len(said) == 1 else Tag.SPAN
        headings = self._level(Part.HEADING, "heading", places, said, tag)
        yield headings[0] if len(said) == 1 else Group(Tag.HEADING, tuple(headings))
        certifies, did = self._words.statement(facts)
        yield from self._level(Part.WORDING, "certifies", places, certifies)
        slot, sizes = self.name_place
        lines = max(len(self._words.own_lines(facts, texts)) for texts in self.tongues)
        lift = self.columns.lift(lines)
        yield set_name(slot.moved(up=lift), facts.name, sizes, self.name_lift)
        yield from self._level(Part.WORDING, "did", places, did)

    def _programme(
        self, facts: CertificateFacts, places: list[Places], extra: list[list[str]]
    ) -> Iterator[Element]:
        yield set_text(Part.PROGRAMME, places[0]["programme"], facts.programme)
        runs = [facts.run(texts) for texts in self.tongues]
        yield from self._level(Part.RUN, "run", places, runs)
        hours = [facts.hours_line(texts) for texts in self.tongues]
        yield from self._level(Part.HOURS, "hours", places, hours)
        for number in range(max(map(len, extra))):
            lines = [lines[number] if number < len(lines) else "" for lines in extra]
            yield from self._level(Part.LINES, f"line {number}", places, lines)

    def _signatories(self, facts: CertificateFacts, places: list[Places]) -> Iterator[Element]:
        signers = [(facts.signatory, facts.role, "", facts.signature)]
        signers += [(s.name, s.role, s.welsh_role, s.picture) for s in self.look.signers]
        for number, (name, role, welsh, picture) in enumerate(signers[: self.signing]):
            stencil = stencil_of(picture)
            if stencil:
                yield self._signature(stencil, number, name)
            if name:
                yield set_text(Part.SIGNATORY, places[-1][f"signatory {number}"], name)
            roles = [welsh, role] if welsh and len(self.tongues) > 1 else [role]
            tongues = self.tongues if len(roles) > 1 else (ENGLISH,)
            for row, (said, texts) in enumerate(zip(roles, tongues, strict=True)):
                if said:
                    slot = places[-1][f"role {number}"]
                    down = row * slot.style.size * slot.leading
                    yield self._block(Part.ROLE, slot.moved(up=-down), said, texts)

    def _signature(self, stencil: Stencil, number: int, name: str) -> Figure:
        says = ENGLISH.signature.format(signatory=name)
        box = placed_in(self.signature_boxes[number], stencil)
        return Figure(stencil, *box, says, self.ink("accent"))

    def _foot(self, facts: CertificateFacts, places: list[Places]) -> Iterator[Element]:
        for texts, place in zip(self.tongues, places, strict=True):
            day = facts.issued if texts is ENGLISH else texts.day(facts.issued_on)
            if "issued caption" in place:
                yield self._block(Part.ISSUED, place["issued caption"], texts.issued, texts)
                yield self._block(Part.ISSUED, place["issued"], day, texts)
            else:
                yield self._block(Part.ISSUED, place["issued"], f"{texts.issued} {day}", texts)
        caption = " / ".join(texts.number for texts in self.tongues)
        first = places[0]
        if "number caption" in first:
            yield set_text(Part.NUMBER, first["number caption"], caption)
            yield set_text(Part.NUMBER, first["number"], facts.number)
        else:
            yield set_text(Part.NUMBER, first["number"], f"{caption} {facts.number}")

    def _check(self, facts: CertificateFacts, places: list[Places]) -> Iterator[Element]:
        said = [facts.check_lines(texts, short=self.look.bilingual) for texts in self.tongues]
        if facts.check_at:  # the address is said once
            said = [*(lines[:1] for lines in said[:-1]), said[-1]]
        codes = [_code(texts) for texts in self.tongues]
        slots = [place["check"] for place in places]
        captions = self._level(
            Part.CHECK, "check caption", places, [texts.check for texts in self.tongues]
        )
        for caption, block in zip(
            captions, set_level_lines(Part.CHECK, slots, said, codes), strict=True
        ):
            yield from (caption, block)
        if facts.code:
            yield self.code(f"{ENGLISH.check} (QR)")

    # ---- setting ------------------------------------------------------------------------------

    def _block(self, part: Part, slot: Slot, text: str, texts: Texts) -> Block:
        return set_text(part, slot, text, language=_code(texts))

    def _level(
        self, part: Part, key: str, places: list[Places], said: list[str], tag: Tag = Tag.PARAGRAPH
    ) -> list[Block]:
        """Return the same thing in each language, all in the same size."""
        some = [one for one in zip(places, said, self.tongues, strict=True) if one[1]]
        slots, codes = [place[key] for place, *_ in some], [_code(texts) for *_, texts in some]
        return set_level(part, slots, [text for _, text, _ in some], codes, tag)


def _code(texts: Texts) -> str:
    """Return the language that a block names: none where it is the document's own."""
    return "" if texts is ENGLISH else texts.language
