"""The sign-in sheet of a session: numbered names, room to sign, a box for each letter.

The numbers are those of the register’s rows, so that what is on paper can be typed in as
“3a 9l 17e”. Heavy: imports ReportLab. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from academy.documents.archival import About
from academy.documents.blocks import Tag
from academy.documents.page import (
    GREY,
    INK,
    LINE,
    MARGIN,
    NAVY,
    PORTRAIT,
    Foot,
    Pages,
    Paragraph,
    body,
    paragraph,
    strong,
)
from academy.documents.register_facts import SheetPerson, SignInFacts
from academy.documents.register_texts import RegisterTexts
from academy.documents.tagging import Node, Scope
from academy.domain import dates
from academy.domain.words import Letter

VISITORS = 2
_ROOM = PORTRAIT[0] - 2 * MARGIN
_RIGHT = PORTRAIT[0] - MARGIN
_GAP = 10.0
_WHITE = "#ffffff"
_AIR = 4.0  # below the heading


@dataclass(frozen=True)
class _Sizes:
    """Type and rows, in points; a row grows from `low` to `high` where a page has room."""

    name: float
    number: float
    number_width: float
    box: float
    box_step: float
    low: int
    high: int
    title: float
    facts: float
    name_share: float

    @property
    def name_left(self) -> float:
        return MARGIN + self.number_width + 8

    @property
    def boxes_left(self) -> float:
        return _RIGHT - 4 * self.box_step + (self.box_step - self.box)

    @property
    def name_width(self) -> float:
        return (self.boxes_left - _GAP - self.name_left) * self.name_share


_NORMAL = _Sizes(11, 10, 20, 16, 22, 22, 31, 21, 11, 0.5)
_LARGE = _Sizes(18, 18, 30, 24, 30, 38, 46, 28, 17, 0.58)


@dataclass(frozen=True)
class _Row:
    """A line of the list: a person, or a visitor without a number."""

    person: SheetPerson | None
    name: Paragraph

    def height(self, low: float) -> float:
        return max(low, self.name.height + 6)


class _SignInSheet:
    """Plans the rows on pages, then draws them."""

    def __init__(self, facts: SignInFacts, texts: RegisterTexts, *, large: bool) -> None:
        self._facts, self._texts = facts, texts
        self._sizes = _LARGE if large else _NORMAL
        self._title = texts.session_of(facts.number, facts.title)
        self._foot = Foot(PORTRAIT[0], self._belongs(), [self._legend()])
        self._head = self._whole_head()
        self._short_head = (paragraph(self._title, strong(self._sizes.facts), _ROOM),)
        self._rows = [self._row(person) for person in facts.people]
        self._rows += [self._row(None)] * VISITORS
        self._low = self._roomy()
        self._table, self._columns = Node(Tag.TABLE), Node(Tag.ROW)  # one, on all pages
        self._nobody = Node(Tag.PARAGRAPH)

    def pdf(self) -> bytes:
        """Return the file."""
        plan = self._planned(self._low)
        pages = Pages(PORTRAIT, self._about(), len(plan), self._texts.page, self._foot)
        for number, rows in enumerate(plan):
            pages.begin()
            y = self._draw_head(pages, again=number > 0)
            if not self._facts.people:
                y = self._draw_nobody(pages, y - 8) - 8
            for row in rows:
                y = self._draw_row(pages, row, y)
        return pages.pdf()

    # ---- words ---------------------------------------------------------------------------------

    def _about(self) -> About:
        facts = self._facts
        title = f"{self._texts.sheet} – {facts.cohort} – {self._title}"
        return About(title, facts.academy, facts.run, self._texts.language, facts.held_on)

    def _belongs(self) -> str:
        facts = self._facts
        session = self._texts.session.format(number=facts.number)
        parts = (facts.academy, facts.run, session, dates.plain_day(facts.held_on))
        return " · ".join(part for part in parts if part)

    def _legend(self) -> list[str]:
        return [f"{letter} {word}" for letter, word in self._texts.letters.items()]

    def _whole_head(self) -> tuple[Paragraph, ...]:
        facts, sizes, texts = self._facts, self._sizes, self._texts
        led = texts.with_facilitator.format(facilitator=facts.facilitator)
        where = [facts.run, facts.room, led if facts.facilitator else ""]
        return (
            paragraph(texts.sheet, strong(sizes.facts, GREY), _ROOM),
            paragraph(self._title, strong(sizes.title, NAVY), _ROOM, Tag.HEADING),
            paragraph(facts.when, strong(sizes.facts), _ROOM),
            paragraph(" · ".join(part for part in where if part), body(sizes.facts), _ROOM),
        )

    # ---- rows on pages -------------------------------------------------------------------------

    def _row(self, person: SheetPerson | None) -> _Row:
        sizes = self._sizes
        if person is None:
            small = body(sizes.name * 0.75, GREY)
            return _Row(None, paragraph(self._texts.visitor, small, sizes.name_width))
        return _Row(person, paragraph(person.name, body(sizes.name), sizes.name_width))

    def _planned(self, low: float) -> list[list[_Row]]:
        """Return the rows of each page; visitors never stand alone if somebody can join them."""
        plan: list[list[_Row]] = [[]]
        room = self._room(self._head)
        for row in self._rows:
            high = row.height(low)
            if high > room and plan[-1]:
                plan.append([])
                room = self._room(self._short_head)
            plan[-1].append(row)
            room -= high
        if len(plan) > 1 and len(plan[-1]) <= VISITORS and len(plan[-2]) > VISITORS:
            plan[-1][:0] = [plan[-2].pop()]
        return plan

    def _room(self, head: Sequence[Paragraph]) -> float:
        return PORTRAIT[1] - MARGIN - self._head_height(head) - self._foot.top

    def _head_height(self, head: Sequence[Paragraph]) -> float:
        air = _AIR * sum(text.tag is Tag.HEADING for text in head)
        return sum(text.height for text in head) + air + 12 + self._sizes.name + 10

    def _roomy(self) -> float:
        """Return the largest height of a row that needs no page more than the smallest."""
        fewest = len(self._planned(self._sizes.low))
        heights = range(self._sizes.high, self._sizes.low, -1)
        return next((h for h in heights if len(self._planned(h)) == fewest), self._sizes.low)

    # ---- drawing -------------------------------------------------------------------------------

    def _draw_head(self, pages: Pages, *, again: bool) -> float:
        y = PORTRAIT[1] - MARGIN
        for text in self._short_head if again else self._head:
            y = pages.head(text, y, again=again)
            y -= _AIR if text.tag is Tag.HEADING else 0
        if not again:
            pages.legend_here()
        if not self._facts.people:
            pages.sheet.reserve(self._nobody)  # it stands in the table, and is read before it
        y -= 12 + self._sizes.name
        with pages.sheet.inside(self._table), pages.sheet.inside(self._columns):
            self._draw_columns(pages, y, again=again)
        y -= 10
        with pages.sheet.artifact():
            pages.rule(MARGIN, _RIGHT, y, 1.2)
        return y

    def _draw_columns(self, pages: Pages, y: float, *, again: bool) -> None:
        sizes, texts, sheet = self._sizes, self._texts, pages.sheet
        style = strong(sizes.name * 0.82, GREY)
        with sheet.cell(heads=Scope.COLUMN, again=again):
            pages.write_right(texts.number, style, MARGIN + sizes.number_width, y)
        with sheet.cell(heads=Scope.COLUMN, again=again):
            pages.write(texts.name, style, sizes.name_left, y)
        with sheet.cell(heads=Scope.COLUMN, again=again):
            pages.write(texts.signature, style, self._signature_left, y)
        with sheet.cell(heads=Scope.COLUMN, again=again):
            pages.write_right(texts.mark, style, _RIGHT, y)

    @property
    def _signature_left(self) -> float:
        return self._sizes.name_left + self._sizes.name_width + _GAP

    def _draw_row(self, pages: Pages, row: _Row, top: float) -> float:
        bottom = top - row.height(self._low)
        with pages.sheet.inside(self._table), pages.sheet.inside(Node(Tag.ROW)):
            if row.person is None:
                self._draw_visitor(pages, row.name, top)
            else:
                self._draw_person(pages, row.person, row.name, (top + bottom) / 2)
        with pages.sheet.artifact():
            pages.rule(MARGIN, _RIGHT, bottom)
        return bottom

    def _draw_nobody(self, pages: Pages, top: float) -> float:
        with pages.sheet.element(self._nobody):
            return pages.lines(paragraph(self._texts.nobody, body(11), _ROOM), MARGIN, top)

    def _draw_visitor(self, pages: Pages, words: Paragraph, top: float) -> None:
        pages.sheet.reserve(Node(Tag.CELL))
        with pages.sheet.cell(heads=Scope.ROW):
            pages.lines(words, self._sizes.name_left, top - 3)
        pages.sheet.reserve(Node(Tag.CELL))
        pages.sheet.reserve(Node(Tag.CELL))

    def _draw_person(
        self, pages: Pages, person: SheetPerson, name: Paragraph, middle: float
    ) -> None:
        sizes, sheet = self._sizes, pages.sheet
        with sheet.cell():
            baseline, style = middle - sizes.number * 0.36, strong(sizes.number)
            pages.write_right(str(person.number), style, MARGIN + sizes.number_width, baseline)
        with sheet.cell(name.whole, Scope.ROW):
            pages.lines(name, sizes.name_left, middle + name.height / 2)
        with sheet.cell():
            if person.excused:
                words = paragraph(self._texts.excused, body(sizes.name * 0.82, GREY), 200)
                pages.lines(words, self._signature_left, middle + words.height / 2)
        with sheet.cell(" ".join(Letter)):
            self._draw_boxes(pages, middle, excused=person.excused)

    def _draw_boxes(self, pages: Pages, middle: float, *, excused: bool) -> None:
        sizes, sheet = self._sizes, pages.sheet
        for number, letter in enumerate(Letter):
            left = sizes.boxes_left + number * sizes.box_step
            chosen = excused and letter is Letter.EXCUSED
            sheet.setStrokeColor(HexColor(INK if chosen else LINE))
            sheet.setFillColor(HexColor(INK))
            sheet.setLineWidth(0.8)
            bottom = middle - sizes.box / 2
            sheet.roundRect(left, bottom, sizes.box, sizes.box, 2, fill=int(chosen))
            size = sizes.box * 0.56
            style = strong(size, _WHITE) if chosen else body(size, GREY)
            centre = left + sizes.box / 2
            pages.write_centred(letter.value, style, centre, middle - sizes.box * 0.2)


def sign_in_sheet_pdf(facts: SignInFacts, texts: RegisterTexts, *, large: bool = False) -> bytes:
    """Return the sheet as a file; `large` is type of 18 points. The same facts, the same bytes."""
    return _SignInSheet(facts, texts, large=large).pdf()
