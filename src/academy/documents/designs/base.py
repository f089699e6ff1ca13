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
from academy.documents.designs.pictures import bitmap, placed_in, stencil_of
from academy.documents.designs.setting import Slot, fitting_size, set_lines, set_name, set_text
from academy.documents.designs.wording import Wording
from academy.documents.faces import Face, as_set, face
from academy.documents.fields import filled
from academy.documents.fitting import Sizes
from academy.documents.look import Look, NameFace, Paper
from academy.documents.signature import Stencil
from academy.documents.texts import ENGLISH, WELSH, Texts
from academy.domain.words import FileProblem

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
        try:
            return bitmap(self.look.background, self.paper) if self.look.background else None
        except FileProblem:
            return None

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
        if self.look.logo:
            try:
                picture = bitmap(self.look.logo, self.paper)
            except FileProblem:
                picture = None  # the checks tell it
            if picture:
                return Figure(picture, *placed_in(self.emblem_box, picture), says)
        return Figure(self.emblem(), *self.emblem_box, says)

    def _names(self, facts: CertificateFacts, places: list[Places]) -> Iterator[Element]:
        """Say whose it is; without a Welsh name the English one stands beside the emblem."""
        said = [self._words.names(facts, texts) for texts in self.tongues]
        named = [
            (texts, *names) for texts, names in zip(self.tongues, said, strict=True) if names[0]
        ]
        alone = " alone" if len(named) == 1 and "academy alone" in places[0] else ""
        for place, (texts, name, strapline) in zip(places, named, strict=False):
            slot = place[f"academy{alone}"].moved(up=0.0 if strapline else -8.0)
            yield self._block(Part.ACADEMY, slot, filled(name, facts, texts), texts)
            if strapline:
                shown = filled(strapline, facts, texts)
                yield self._block(Part.ACADEMY, place[f"strapline{alone}"], shown, texts)

    def _statement(self, facts: CertificateFacts, places: list[Places]) -> Iterator[Element]:
        said = [self._words.heading(facts, texts) for texts in self.tongues]
        tag = Tag.HEADING if len(said) == 1 else Tag.SPAN
        headings = self._level(Part.HEADING, "heading", places, said, tag)
        yield headings[0] if len(said) == 1 else Group(Tag.HEADING, tuple(headings))
        usual = [texts.statements[facts.kind] for texts in self.tongues]
        own = [self._words.own(texts) for texts in self.tongues]
        certifies = [o.certifies or u.certifies for o, u in zip(own, usual, strict=True)]
        did = [o.did or u.did for o, u in zip(own, usual, strict=True)]
        yield from self._level(
            Part.WORDING, "certifies", places, self._words.filled(certifies, facts)
        )
        slot, sizes = self.name_place
        lift = self.columns.lift(
            max(len(self._words.own_lines(facts, texts)) for texts in self.tongues)
        )
        yield set_name(slot.moved(up=lift), facts.name, sizes, self.name_lift)
        yield from self._level(Part.WORDING, "did", places, self._words.filled(did, facts))

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
        for texts, place in zip(self.tongues, places, strict=True):
            yield self._block(Part.CHECK, place["check caption"], texts.check, texts)
            lines = facts.check_lines(texts)
            if facts.check_at and texts is not self.tongues[-1]:
                lines = lines[:1]  # the address is said once
            size = min(fitting_size(place["check"], line) for line in lines)
            language = "" if texts is ENGLISH else texts.language
            yield set_lines(Part.CHECK, place["check"], lines, size, language)
        if facts.code:
            yield self.code(f"{ENGLISH.check} (QR)")

    # ---- setting ------------------------------------------------------------------------------

    def _block(self, part: Part, slot: Slot, text: str, texts: Texts) -> Block:
        return set_text(part, slot, text, language="" if texts is ENGLISH else texts.language)

    def _level(
        self, part: Part, key: str, places: list[Places], said: list[str], tag: Tag = Tag.PARAGRAPH
    ) -> list[Block]:
        """Return the same thing in each language, all in the same size."""
        some = [
            (place[key], text, "" if texts is ENGLISH else texts.language)
            for place, text, texts in zip(places, said, self.tongues, strict=True)
            if text
        ]
        size = min((fitting_size(slot, text) for slot, text, _ in some), default=0)
        return [set_text(part, slot, text, size, tag, language) for slot, text, language in some]
