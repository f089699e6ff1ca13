"""The mentoring agreement of a pair: what both agree on at the beginning, and where they sign.

It says how they work together and never what about in detail: aims, not confidences. Headings and
paragraphs are elements of the file, so that it can be heard. Heavy: imports ReportLab. Import it
where a document is made, not at start-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from academy.documents.agreement_texts import ENGLISH, AgreementFacts, AgreementTexts
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
from academy.domain import dates

_ROOM = PORTRAIT[0] - 2 * MARGIN
_HALF = (_ROOM - 28) / 2
_TOP = PORTRAIT[1] - MARGIN
_SIGNING = 92.0  # the height of the two lines to sign on, kept together


@dataclass(frozen=True)
class _Piece:
    """A paragraph, the air above it, and whether a line to write on follows to the margin."""

    words: Paragraph
    air: float = 4.0
    blank: bool = False

    @property
    def height(self) -> float:
        """Return the room it takes on its page."""
        return self.air + self.words.height


class _Agreement:
    def __init__(self, facts: AgreementFacts, texts: AgreementTexts, *, large: bool) -> None:
        self._facts, self._texts = facts, texts
        self._scale = 1.5 if large else 1.0
        parts = (facts.academy, facts.programme, facts.cohort)
        self._foot = Foot(PORTRAIT[0], " · ".join((texts.foot, *filter(None, parts))))

    def pdf(self) -> bytes:
        """Return the file."""
        plan = self._planned(list(self._pieces()))
        facts, texts = self._facts, self._texts
        title = f"{texts.title} – {facts.mentor}, {facts.mentee}"
        about = About(title, facts.academy, facts.programme, texts.language, facts.began_on)
        pages = Pages(PORTRAIT, about, len(plan), texts.page, self._foot)
        y = _TOP
        for pieces in plan:
            pages.begin()
            y = _TOP
            for piece in pieces:
                y = self._draw(pages, piece, y)
        self._draw_signing(pages, y)
        return pages.pdf()

    # ---- words ---------------------------------------------------------------------------------

    def _body(self, words: str, *, blank: bool = False) -> _Piece:
        air = (4 if not blank else 14 if words else 28) * self._scale
        return _Piece(paragraph(words, body(11.5 * self._scale), _ROOM), air, blank)

    def _heading(self, words: str) -> _Piece:
        style = strong(13 * self._scale, NAVY)
        return _Piece(paragraph(words, style, _ROOM, Tag.SECTION), 18 * self._scale)

    def _pieces(self) -> Iterator[_Piece]:
        yield from self._head()
        yield self._heading(self._texts.aims)
        yield from self._aims()
        yield self._heading(self._texts.meetings)
        yield from self._meetings()
        yield self._heading(self._texts.confidence)
        yield from (self._body(words) for words in self._texts.confidence_words)
        yield self._heading(self._texts.review)
        yield self._reviews()
        yield self._heading(self._texts.ending)
        yield self._body(self._texts.ending_words)

    def _head(self) -> Iterator[_Piece]:
        facts, texts, scale = self._facts, self._texts, self._scale
        title = paragraph(texts.title, strong(22 * scale, NAVY), _ROOM, Tag.HEADING)
        yield _Piece(title, 0)
        names = {
            "mentor": self._of(facts.mentor, facts.mentor_home),
            "mentee": self._of(facts.mentee, facts.mentee_home),
        }
        between = texts.between.format(**names)
        yield _Piece(paragraph(between, strong(12 * scale), _ROOM), 4)
        since = texts.since.format(day=dates.plain_day(facts.began_on))
        where = [facts.academy, facts.programme, facts.cohort, since]
        words = " · ".join(part for part in where if part)
        yield _Piece(paragraph(words, body(11 * scale, GREY), _ROOM), 2)

    def _of(self, name: str, home: str) -> str:
        return self._texts.of.format(name=name, home=home) if home else name

    def _aims(self) -> Iterator[_Piece]:
        for number, goal in enumerate(self._facts.goals, 1):
            yield self._body(f"{number}. {goal}")
        if not self._facts.goals:
            yield self._body(self._texts.aims_blank, blank=True)
            yield self._body("", blank=True)

    def _meetings(self) -> Iterator[_Piece]:
        facts, texts = self._facts, self._texts
        often = texts.each_week if facts.weeks == 1 else texts.how_often.format(weeks=facts.weeks)
        long = texts.how_long.format(minutes=facts.minutes)
        how = texts.how[facts.format] if facts.format else ""
        agreed = [
            (often, facts.weeks is not None, texts.how_often_blank),
            (how, facts.format is not None, texts.how_blank),
            (long, facts.minutes is not None, texts.how_long_blank),
        ]
        known = " ".join(words for words, is_known, _ in agreed if is_known)
        if known:
            yield self._body(known)
        yield from (self._body(words, blank=True) for _, is_known, words in agreed if not is_known)
        yield self._body(texts.noted)

    def _reviews(self) -> _Piece:
        if not self._facts.reviews:
            return self._body(self._texts.review_blank, blank=True)
        *first, last = map(dates.plain_day, self._facts.reviews)
        days = self._texts.days.format(days=", ".join(first), last=last) if first else last
        return self._body(self._texts.review_on.format(days=days))

    # ---- pages ---------------------------------------------------------------------------------

    def _planned(self, pieces: Sequence[_Piece]) -> list[list[_Piece]]:
        """Return the pieces of each page; a heading stays with what follows, so do the lines."""
        room = _TOP - self._foot.top
        plan: list[list[_Piece]] = [[]]
        left = room
        for number, piece in enumerate(pieces):
            needed = piece.height + self._kept_with(pieces, number)
            if needed > left and plan[-1]:
                plan.append([])
                left = room
            plan[-1].append(piece)
            left -= piece.height
        return plan

    def _kept_with(self, pieces: Sequence[_Piece], number: int) -> float:
        """Return the height of what may not be parted from a piece."""
        if number == len(pieces) - 1:
            return _SIGNING * self._scale
        is_heading = pieces[number].words.tag is not Tag.PARAGRAPH
        return pieces[number + 1].height + self._kept_with(pieces, number + 1) if is_heading else 0

    def _draw(self, pages: Pages, piece: _Piece, top: float) -> float:
        words, top = piece.words, top - piece.air
        bottom = top - words.height
        if words.text:
            pages.block(words, MARGIN, top)
        if piece.blank:
            with pages.sheet.artifact():
                pages.rule(MARGIN + words.width + 4, PORTRAIT[0] - MARGIN, bottom + 2)
        return bottom

    def _draw_signing(self, pages: Pages, top: float) -> None:
        facts, texts = self._facts, self._texts
        y = top - 46 * self._scale
        people = ((texts.mentor, facts.mentor), (texts.mentee, facts.mentee))
        for number, (role, name) in enumerate(people):
            left = MARGIN + number * (_HALF + 28)
            with pages.sheet.artifact():
                pages.rule(left, left + _HALF, y, 1.0)
            words = f"{role}: {name}"
            told = paragraph(words, strong(10 * self._scale), _HALF)
            below = pages.block(told, left, y - 3)
            style = body(9 * self._scale, GREY)
            pages.block(paragraph(texts.signature, style, _HALF), left, below)


def agreement_pdf(
    facts: AgreementFacts, texts: AgreementTexts = ENGLISH, *, large: bool = False
) -> bytes:
    """Return the agreement as a file; `large` is bigger type. The same facts, the same bytes."""
    return _Agreement(facts, texts, large=large).pdf()
