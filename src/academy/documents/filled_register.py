"""The filled register: every mark of a cohort on paper, split where a page is not wide enough.

A4 landscape. Sessions that need more than one page are spread evenly, with the names on each;
totals and rates stand on the last. Heavy: imports ReportLab. Import it where a document is made,
not at start-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from academy.documents.archival import About
from academy.documents.blocks import Tag
from academy.documents.marks import draw_mark, draw_triangle
from academy.documents.page import (
    GREY,
    INK,
    LANDSCAPE,
    MARGIN,
    NAVY,
    Foot,
    Pages,
    Paragraph,
    body,
    paragraph,
    strong,
)
from academy.documents.register_facts import (
    OUT,
    FilledFacts,
    RegisterColumn,
    RegisterPerson,
)
from academy.documents.register_spread import NAME, NAME_LEFT, NUMBER, Spread, spread_over_pages
from academy.documents.register_texts import RegisterTexts
from academy.documents.tagging import Node, Scope
from academy.domain import dates
from academy.domain.words import Letter, SessionState

_WIDE, _HIGH = LANDSCAPE
_ROOM = _WIDE - 2 * MARGIN
_LOW, _HIGHEST = 29, 40  # half points of a row’s height; it grows where a page has room
_TYPE, _SMALL = 9.5, 8.5
_TOTALS_HIGH = 18.0
_AIR = 6.0


@dataclass(frozen=True)
class _Row:
    """A person’s line and what it needs in height."""

    person: RegisterPerson
    name: Paragraph
    left: Paragraph
    node: Node = field(default_factory=lambda: Node(Tag.ROW))  # one, however many pages it takes

    @property
    def whole(self) -> str:
        """Return what is said for the name’s lines."""
        lines = len(self.name.lines) + len(self.left.lines)
        return f"{self.name.text} {self.left.text}".strip() if lines > 1 else ""

    def height(self, low: float) -> float:
        return max(low, self.name.height + self.left.height + 2)


class _FilledRegister:
    """Plans people down and sessions across, then draws the pages."""

    def __init__(self, facts: FilledFacts, texts: RegisterTexts) -> None:
        self._facts, self._texts = facts, texts
        self._parts = spread_over_pages(len(facts.sessions))
        self._foot = Foot(_WIDE, self._belongs(), self._legend())
        self._head = self._whole_head()
        short = f"{texts.register}: {facts.run}"
        self._short_head = (paragraph(short, strong(11), _ROOM),)
        self._rows = [self._row(person) for person in facts.people]
        self._low = self._roomy()
        self._table, self._columns, self._totals = Node(Tag.TABLE), Node(Tag.ROW), Node(Tag.ROW)

    def pdf(self) -> bytes:
        """Return the file: for each group of people the pages of their sessions, left to right."""
        groups = self._groups(self._low)
        facts, texts = self._facts, self._texts
        title = f"{texts.register} – {facts.run}"
        about = About(title, facts.academy, facts.run, texts.language, facts.today)
        pages = Pages(LANDSCAPE, about, len(groups) * len(self._parts), texts.page, self._foot)
        for number, rows in enumerate(groups):
            for part in self._parts:
                pages.begin()
                y = self._draw_head(pages, part, again=number > 0)
                for row in rows:
                    y = self._draw_row(pages, part, row, y)
                if number == len(groups) - 1:
                    self._draw_totals(pages, part, y)
        return pages.pdf()

    # ---- words ---------------------------------------------------------------------------------

    def _belongs(self) -> str:
        facts = self._facts
        stood = self._texts.as_of.format(day=dates.plain_day(facts.today))
        parts = (facts.academy, f"{self._texts.register}: {facts.run}", stood)
        return " · ".join(part for part in parts if part)

    def _legend(self) -> list[list[str]]:
        """Return the letters, what else needs explaining, and the sessions by their titles."""
        facts, texts = self._facts, self._texts
        told = [f"{letter} {word}" for letter, word in texts.letters.items()]
        told.append(f"{OUT} {texts.out}")
        if facts.target is not None:
            told.append(f"▲ {texts.below.format(target=facts.target)}")
        if facts.late_counts_half:
            told.append(texts.late_half)
        titled = [
            f"{texts.column.format(number=s.number)} {s.title}"
            for s in facts.sessions
            if s.title not in ("", texts.session.format(number=s.number))
        ]
        return [told, titled]

    def _whole_head(self) -> tuple[Paragraph, ...]:
        facts, texts = self._facts, self._texts
        title = paragraph(f"{texts.register}: {facts.run}", strong(20, NAVY), _ROOM, Tag.HEADING)
        days = [session.held_on for session in facts.sessions]
        when = dates.span(min(days), max(days)) if days else texts.no_sessions
        stood = texts.as_of.format(day=dates.plain_day(facts.today))
        parts = (facts.academy, when, stood)
        return title, paragraph(" · ".join(p for p in parts if p), body(10.5), _ROOM)

    def _row(self, person: RegisterPerson) -> _Row:
        left = ""
        if person.left_on is not None:
            left = self._texts.left.format(day=dates.short_day(person.left_on))
        name = paragraph(person.name, body(_TYPE), NAME)
        return _Row(person, name, paragraph(left, body(_SMALL, GREY), NAME))

    # ---- people on pages -----------------------------------------------------------------------

    def _roomy(self) -> float:
        """Return the largest height of a row that needs no page more than the smallest."""
        fewest = len(self._groups(_LOW / 2))
        heights = (half / 2 for half in range(_HIGHEST, _LOW, -1))
        return next((h for h in heights if len(self._groups(h)) == fewest), _LOW / 2)

    def _groups(self, low: float) -> list[list[_Row]]:
        """Return the people of each page; the totals need a line below the last of them."""
        groups: list[list[_Row]] = [[]]
        room = self._body_room(self._head)
        for number, row in enumerate(self._rows):
            high = row.height(low)
            needed = high + (_TOTALS_HIGH if number == len(self._rows) - 1 else 0)
            if needed > room and groups[-1]:
                groups.append([])
                room = self._body_room(self._short_head)
            groups[-1].append(row)
            room -= high
        return groups

    def _body_room(self, head: Sequence[Paragraph]) -> float:
        heading = sum(text.height for text in head) + _AIR + self._columns_height + 8
        return _HIGH - MARGIN - heading - self._foot.top

    @property
    def _columns_height(self) -> float:
        return 2 * _SMALL * 1.4 + (_SMALL * 1.3 if self._has_uncounted else 0)

    @property
    def _has_uncounted(self) -> bool:
        return any(s.state is not SessionState.PLANNED for s in self._facts.sessions)

    # ---- drawing -------------------------------------------------------------------------------

    def _draw_head(self, pages: Pages, part: Spread, *, again: bool) -> float:
        """Draw head and columns; `again` where the people above had the same columns."""
        y, first = _HIGH - MARGIN, part.first and not again
        for text in self._head if first else self._short_head:
            y = pages.head(text, y, again=not first)
        if first:
            pages.legend_here()
        top = y - _AIR
        y = top - self._columns_height
        with pages.sheet.inside(self._table), pages.sheet.inside(self._columns):
            self._draw_columns(pages, part, (top, y), again=again)
        y -= 8
        with pages.sheet.artifact():
            pages.rule(MARGIN, part.right, y, 1.2)
        return y

    def _draw_columns(
        self, pages: Pages, part: Spread, lines: tuple[float, float], *, again: bool
    ) -> None:
        texts, sheet, style = self._texts, pages.sheet, strong(_SMALL, GREY)
        top, y = lines
        with sheet.cell(heads=Scope.COLUMN, again=again or not part.first):
            pages.write_right(texts.number, style, MARGIN + NUMBER, y)
        with sheet.cell(heads=Scope.COLUMN, again=again or not part.first):
            pages.write(texts.name, style, NAME_LEFT, y)
        for column in part.columns:
            session = self._facts.sessions[column]
            self._draw_session(pages, session, (part.centre(column), top), again=again)
        if part.last:
            with sheet.cell(heads=Scope.COLUMN, again=again):
                pages.write_right(texts.attended, style, part.right - 58, y)
            with sheet.cell(heads=Scope.COLUMN, again=again):
                pages.write_right(texts.rate, style, part.right - 12, y)

    def _draw_session(
        self, pages: Pages, session: RegisterColumn, place: tuple[float, float], *, again: bool
    ) -> None:
        texts = self._texts
        step = _SMALL * 1.4
        uncounted = {
            SessionState.CANCELLED: texts.cancelled,
            SessionState.NOT_HELD: texts.not_held,
        }.get(session.state, "")
        name, day = texts.column.format(number=session.number), dates.tiny_day(session.held_on)
        centre, y = place[0], place[1] - step
        with pages.sheet.cell(f"{name} {day} {uncounted}".strip(), Scope.COLUMN, again=again):
            pages.write_centred(name, strong(_TYPE), centre, y)
            pages.write_centred(day, body(_SMALL, GREY), centre, y - step)
            pages.write_centred(uncounted, body(7.5, GREY), centre, y - step * 1.95)

    def _draw_row(self, pages: Pages, part: Spread, row: _Row, top: float) -> float:
        bottom = top - row.height(self._low)
        middle = (top + bottom) / 2
        person, baseline, sheet = row.person, middle - _TYPE * 0.35, pages.sheet
        with sheet.inside(self._table), sheet.inside(row.node):
            with sheet.cell(again=not part.first):
                pages.write_right(str(person.number), body(_TYPE, GREY), MARGIN + NUMBER, baseline)
            with sheet.cell(row.whole, Scope.ROW, again=not part.first):
                start = middle + (row.name.height + row.left.height) / 2
                pages.lines(row.left, NAME_LEFT, pages.lines(row.name, NAME_LEFT, start))
            for column in part.columns:
                with sheet.cell():
                    self._draw_mark(pages, person.letters[column], part.centre(column), middle)
            if part.last:
                self._draw_rate(pages, part, person, baseline)
        with sheet.artifact():
            pages.rule(MARGIN, part.right, bottom)
        return bottom

    def _draw_mark(self, pages: Pages, letter: str, centre: float, middle: float) -> None:
        baseline = middle - _TYPE * 0.35
        if letter in ("", OUT):
            pages.write_centred(letter, body(_TYPE, GREY), centre, baseline)
            return
        draw_mark(pages.sheet, Letter(letter), centre - 6, middle, 6)
        style = body(_TYPE) if letter == Letter.PRESENT else strong(_TYPE)
        pages.write(letter, style, centre + 1, baseline)

    def _draw_rate(
        self, pages: Pages, part: Spread, person: RegisterPerson, baseline: float
    ) -> None:
        style = strong(_TYPE) if person.below else body(_TYPE)
        count = f"{person.attended:g}/{person.marked}"
        with pages.sheet.cell():
            pages.write_right(count, body(_TYPE), part.right - 58, baseline)
        rate = OUT if person.rate is None else f"{person.rate}%"
        below = self._texts.below.format(target=self._facts.target)
        with pages.sheet.cell(f"{rate} {below}" if person.below else ""):
            pages.write_right(rate, style, part.right - 12, baseline)
            if person.below:
                draw_triangle(pages.sheet, part.right - 5, baseline, 6)

    def _draw_totals(self, pages: Pages, part: Spread, top: float) -> None:
        y, style, sheet = top - _TOTALS_HIGH + 5, strong(_SMALL, INK), pages.sheet
        with sheet.inside(self._table), sheet.inside(self._totals):
            if part.first:
                sheet.reserve(Node(Tag.CELL))
            with sheet.cell(heads=Scope.ROW, again=not part.first):
                pages.write(self._texts.present, style, NAME_LEFT, y)
            for column in part.columns:
                session = self._facts.sessions[column]
                with sheet.cell():
                    if session.present is not None:
                        words = f"{session.present}/{session.whole}"
                        pages.write_centred(words, style, part.centre(column), y)
            if part.last:
                sheet.reserve(Node(Tag.CELL))
                self._draw_average(pages, part, y)

    def _draw_average(self, pages: Pages, part: Spread, y: float) -> None:
        average = self._facts.average
        with pages.sheet.cell():
            if average is not None:
                words = self._texts.average.format(rate=average)
                pages.write_right(words, strong(_SMALL, INK), part.right - 12, y)


def filled_register_pdf(facts: FilledFacts, texts: RegisterTexts) -> bytes:
    """Return the register as a file. The same facts give the same bytes."""
    return _FilledRegister(facts, texts).pdf()
