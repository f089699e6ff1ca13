"""The learning sets of a cohort on paper: each with its facilitator and a table of its members.

Headings and tables are elements of the file, so that it can be heard. Heavy: imports ReportLab.
Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from academy.documents.archival import About
from academy.documents.blocks import Tag
from academy.documents.page import (
    GREY,
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
from academy.documents.set_list_texts import ENGLISH, SetListFacts, SetListTexts, SetOnPaper
from academy.documents.tagging import Node, Scope
from academy.domain import dates

_ROOM = PORTRAIT[0] - 2 * MARGIN
_TOP = PORTRAIT[1] - MARGIN
_SHARES = (0.36, 0.36, 0.28)  # of the columns
_GAP = 10.0


@dataclass(frozen=True)
class _Row:
    """A line of a table: a text for each column."""

    cells: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        return max(cell.height for cell in self.cells) + 7


@dataclass(frozen=True)
class _Set:
    """A set as it is drawn; it is kept on one page."""

    heading: Paragraph
    led: Paragraph
    heads: _Row
    rows: tuple[_Row, ...]

    @property
    def height(self) -> float:
        lines = sum(row.height for row in (self.heads, *self.rows))
        return 18 + self.heading.height + 2 + self.led.height + 6 + lines


class _SetList:
    def __init__(self, facts: SetListFacts, texts: SetListTexts, *, large: bool) -> None:
        self._facts, self._texts = facts, texts
        self._scale = 1.5 if large else 1.0
        parts = (texts.title, facts.academy, facts.programme, facts.cohort)
        self._foot = Foot(PORTRAIT[0], " · ".join(part for part in parts if part))
        self._head = self._heads()
        self._sets = [part for one in facts.sets for part in self._parted(self._set(one))]

    def pdf(self) -> bytes:
        """Return the file."""
        facts, texts = self._facts, self._texts
        plan = self._planned()
        title = f"{texts.title} – {facts.cohort}"
        about = About(title, facts.academy, facts.programme, texts.language, facts.as_of)
        pages = Pages(PORTRAIT, about, len(plan), texts.page, self._foot)
        for number, sets in enumerate(plan):
            pages.begin()
            y = _TOP
            for words in self._head if not number else ():
                y = pages.block(words, MARGIN, y) - 2
            for one in sets:
                y = self._draw(pages, one, y)
        return pages.pdf()

    # ---- words ---------------------------------------------------------------------------------

    def _heads(self) -> tuple[Paragraph, ...]:
        facts, scale = self._facts, self._scale
        day = self._texts.as_of.format(day=dates.plain_day(facts.as_of))
        parts = (facts.academy, facts.programme, facts.cohort, day)
        where = " · ".join(part for part in parts if part)
        return (
            paragraph(self._texts.title, strong(22 * scale, NAVY), _ROOM, Tag.HEADING),
            paragraph(where, body(11 * scale, GREY), _ROOM),
        )

    def _set(self, one: SetOnPaper) -> _Set:
        texts, scale = self._texts, self._scale
        led = texts.led.format(name=one.facilitator) if one.facilitator else texts.not_led
        if not one.members:
            led = f"{led}. {texts.nobody}"
        heading = texts.set.format(number=one.number)
        titles = (texts.name, texts.organisation, texts.role)
        rows = ((m.name, m.organisation, m.role) for m in one.members)
        return _Set(
            paragraph(heading, strong(14 * scale, NAVY), _ROOM, Tag.SECTION),
            paragraph(led, body(11 * scale), _ROOM),
            self._row(titles, bold=True),
            tuple(self._row(cells) for cells in rows),
        )

    def _parted(self, whole: _Set) -> list[_Set]:
        """Return a set as it is, or in parts where it is longer than a page."""
        room = _TOP - self._foot.top
        parts = [replace(whole, rows=())]
        for row in whole.rows:
            if parts[-1].height + row.height > room:
                parts.append(replace(whole, rows=()))
            parts[-1] = replace(parts[-1], rows=(*parts[-1].rows, row))
        return parts

    def _row(self, cells: Sequence[str], *, bold: bool = False) -> _Row:
        style = strong(9.5 * self._scale, GREY) if bold else body(11 * self._scale)
        wide = zip(cells, _SHARES, strict=True)
        return _Row(tuple(paragraph(text, style, share * _ROOM - _GAP) for text, share in wide))

    # ---- pages ---------------------------------------------------------------------------------

    def _planned(self) -> list[list[_Set]]:
        """Return the sets of each page."""
        room = _TOP - self._foot.top
        plan: list[list[_Set]] = [[]]
        left = room - sum(words.height + 2 for words in self._head)
        for one in self._sets:
            if one.height > left and plan[-1]:
                plan.append([])
                left = room
            plan[-1].append(one)
            left -= one.height
        return plan

    def _draw(self, pages: Pages, one: _Set, top: float) -> float:
        y = pages.block(one.heading, MARGIN, top - 18)
        y = pages.block(one.led, MARGIN, y - 2) - 6
        if not one.rows:
            return y
        with pages.sheet.inside(Node(Tag.TABLE)):
            y = self._line(pages, one.heads, y, 1.0, heads=True)
            for row in one.rows:
                y = self._line(pages, row, y, 0.6)
        return y

    def _line(
        self, pages: Pages, row: _Row, top: float, weight: float, *, heads: bool = False
    ) -> float:
        left = MARGIN
        with pages.sheet.inside(Node(Tag.ROW)):
            for number, (cell, share) in enumerate(zip(row.cells, _SHARES, strict=True)):
                scope = Scope.COLUMN if heads else Scope.ROW if not number else None
                with pages.sheet.cell(cell.whole, scope):
                    pages.lines(cell, left, top - 3)
                left += share * _ROOM
        bottom = top - row.height
        with pages.sheet.artifact():
            pages.rule(MARGIN, PORTRAIT[0] - MARGIN, bottom, weight)
        return bottom


def set_list_pdf(
    facts: SetListFacts, texts: SetListTexts = ENGLISH, *, large: bool = False
) -> bytes:
    """Return the list as a file; `large` is bigger type. The same facts, the same bytes."""
    return _SetList(facts, texts, large=large).pdf()
