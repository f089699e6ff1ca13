"""How people, pairs, mentors and meetings look in the lists of mentoring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain import dates
from academy.domain.words import PairState
from academy.ui.kit import labels, paint
from academy.ui.kit.line_breaks import Paragraph, TallRows, draw, height_of
from academy.ui.kit.row_list import ROW
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import draw_icon, px
from academy.usecases.mentoring import MeetingDraft, PairRow
from academy.usecases.mentors import MentorChoice, MentorRow

translate = QCoreApplication.translate


def _tr(words: str) -> str:
    return translate("mentoring", words)


def natural(name: str) -> str:
    """Return “Aoife Byrne” for “Byrne, Aoife”, as names stand in sentences."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def initials(name: str) -> str:
    """Return the first letters of the first and the last name."""
    words = natural(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def last_contact(pair: PairRow) -> str:
    """Return “last contact 6 October 2026 · 2 meetings”, or since when there was none."""
    if pair.state is PairState.ENDED and pair.ended_on is not None:
        words = _tr("ended {day}").format(day=dates.short_day(pair.ended_on))
        return f"{words}: {pair.end_reason}" if pair.end_reason else words
    if pair.next_on is not None:
        return _tr("{met} · next {day}").format(met=_met(pair), day=dates.short_day(pair.next_on))
    return _met(pair)


def _met(pair: PairRow) -> str:
    if pair.last_met is None:
        return _tr("no contact yet, paired {day}").format(day=dates.short_day(pair.began_on))
    met = _tr("last contact {day}").format(day=dates.short_day(pair.last_met))
    return f"{met} · " + translate("mentoring", "%n meeting(s)", "", pair.meetings)


def pair_names(pair: PairRow) -> str:
    """Return “Noor Ahmed – Pat Ellis”."""
    return f"{natural(pair.mentee)} – {natural(pair.mentor)}"


def quiet_words(pair: PairRow) -> str:
    """Return “51 days”: for how long a pair had no contact."""
    return translate("mentoring", "%n day(s)", "", pair.days_quiet)


def load_words(mentor: MentorRow) -> str:
    """Return “1 of 2”, “full” or “paused”."""
    if mentor.paused:
        return _tr("paused")
    if mentor.load >= mentor.capacity:
        return _tr("full")
    return _tr("{load} of {capacity}").format(load=mentor.load, capacity=mentor.capacity)


def pair_aloud(pair: PairRow) -> str:
    """Return a pair as it is read aloud."""
    return _aloud(pair, _tr("mentored by {name}").format(name=pair.mentor))


def mentee_aloud(pair: PairRow) -> str:
    """Return a pair among those of one mentor as it is read aloud."""
    return _aloud(pair)


def _aloud(pair: PairRow, mentor: str = "") -> str:
    quiet = translate("mentoring", "quiet for %n day(s)", "", pair.days_quiet) if pair.quiet else ""
    parts = (pair.mentee, mentor, quiet)
    return ", ".join([*(part for part in parts if part), last_contact(pair)])


def mentor_aloud(mentor: MentorRow) -> str:
    """Return a mentor as they are read aloud."""
    taken = _tr("{load} of {capacity} places taken")
    words = taken.format(load=mentor.load, capacity=mentor.capacity)
    full = load_words(mentor) if not mentor.free else ""
    return ", ".join(filter(None, (mentor.name, words, full, mentor.offers)))


def meeting_words(meeting: MeetingDraft) -> str:
    """Return “6 October 2026, online, 45 minutes”, and the next day if they agreed on one."""
    minutes = translate("mentoring", "%n minute(s)", "", meeting.minutes) if meeting.minutes else ""
    shape = labels.word(meeting.format).casefold()
    coming = meeting.next_on and _tr("next {day}").format(day=dates.short_day(meeting.next_on))
    parts = (dates.plain_day(meeting.held_on), shape, minutes, coming)
    return ", ".join(part for part in parts if part)


class PairRows(TallRows):
    """Paints a pair: both names, last contact, how long it has been quiet. Ended ones are grey."""

    height, around = 52, 8
    left = 24
    cohorts = False
    """Whether the cohort is said too."""

    mentees_only = False
    """Whether all are of one mentor, who need not be named in each."""

    def paragraphs(self, index: Index, wide: float, ink: str) -> list[Paragraph]:
        """Return the names, and below them what was last."""
        row: PairRow = index.data(ROW)
        active, ended = ink == "on-accent", row.state is PairState.ENDED
        names = natural(row.mentee) if self.mentees_only else pair_names(row)
        told = last_contact(row)
        words = f"{row.cohort} · {told}" if self.cohorts else told
        room = wide - px(self.left + 28 + 12)
        top = Paragraph(names, "label", room, "muted" if ended and not active else ink)
        indent = 0.0
        if row.quiet and not self._tag_fits(top, quiet_words(row)):
            indent = paint.chip_width(quiet_words(row)) + px(8)
        soft = ink if active else "muted"
        return [top, Paragraph(words, "caption", room, soft, most=3, indent=indent)]

    @staticmethod
    def _tag_fits(names: Paragraph, tag: str) -> bool:
        used = paint.width(names.words, names.role)
        return used + px(10) + paint.chip_width(tag) <= names.room

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one pair."""
        row: PairRow = index.data(ROW)
        sign = "message-circle" if row.quiet else "handshake"
        kind = "warning" if row.quiet else "muted"
        shown = self.paragraphs(index, rect.width(), ink)
        top = rect.center().y() - height_of(shown) / 2
        place = QRectF(rect.x() + px(self.left), top + px(3), px(16), px(16))
        draw_icon(painter, sign, place, ink if ink == "on-accent" else kind, 2)
        left = place.right() + px(12)
        names, below = draw(painter, left, top, shown)
        if row.quiet and shown[1].indent:  # no room beside the names
            paint.chip(painter, left, below.center().y(), quiet_words(row), "warning")
        elif row.quiet:
            beside = names.right() + px(10)
            paint.chip(painter, beside, names.center().y(), quiet_words(row), "warning")


class MentorRows(TallRows):
    """Paints a mentor with the load as squares and words; who is full is grey, not hidden."""

    height, around = 48, 5
    left, right = 16, 14
    compact = False
    """Whether there is room for names only, without the discs."""

    def paragraphs(self, index: Index, wide: float, ink: str) -> list[Paragraph]:
        """Return the name, and below it what is offered; beside them stands the load."""
        found = index.data(ROW)
        chosen = found if isinstance(found, MentorChoice) else None
        mentor: MentorRow = chosen.mentor if chosen is not None else found
        about = mentor.offers if chosen is None else _about(chosen)
        room = wide - px(self.left + self.right + (0 if self.compact else 40))
        active = ink == "on-accent"
        beside = paint.width(load_words(mentor), "caption") + px(8)
        shown = [
            Paragraph(
                mentor.name, "body", room - px(14) * _pips(mentor) - px(6),
                ink if active or mentor.free else "muted",
            ),
            Paragraph(
                about, "caption", room, ink if active else "muted", most=3, beside=beside
            ),
        ]  # fmt: skip
        return shown if about else shown[:1]

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one mentor."""
        found = index.data(ROW)
        mentor: MentorRow = found.mentor if isinstance(found, MentorChoice) else found
        active, middle = ink == "on-accent", rect.center().y()
        shown = self.paragraphs(index, rect.width(), ink)
        top = middle - height_of(shown) / 2
        left = rect.x() + px(self.left)
        if not self.compact:
            kind = "plain" if mentor.free == 0 else "good"
            place = QRectF(left, min(top + px(5), middle - px(14)), px(28), px(28))
            paint.disc(painter, place, initials(mentor.name), kind)
            left = place.right() + px(12)
        draw(painter, left, top, shown)
        end, load = rect.right() - px(self.right), min(top, middle - px(19))
        pips = _pips(mentor)
        used = round(mentor.load * pips / max(1, mentor.capacity))
        words = QRectF(left, load + px(20), end - left, px(18))
        soft = ink if active else "muted"
        paint.text(painter, words, load_words(mentor), "caption", soft, paint.RIGHT)
        if not active:
            paint.pips(painter, end - px(14) * pips + px(4), load + px(10), used, pips)


def _pips(mentor: MentorRow) -> int:
    return min(mentor.capacity, 4)


def _about(choice: MentorChoice) -> str:
    mentor = choice.mentor
    parts = (
        mentor.organisation,
        mentor.offers,
        _tr("same organisation") if choice.same_organisation else "",
        _tr("mentor before") if choice.former else "",
    )
    return " · ".join(part for part in parts if part)


class MeetingRows(RowDelegate):
    """Paints a meeting: day, how, how long."""

    height = 32
    left = 24

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one meeting."""
        row: MeetingDraft = index.data(ROW)
        centre = QPointF(rect.x() + px(self.left + 8), rect.center().y())
        paint.shape(painter, centre, "●", ink if ink == "on-accent" else "good", px(8))
        room = rect.adjusted(px(self.left + 28), 0, -px(12), 0)
        paint.text(painter, room, meeting_words(row), "body", ink)
