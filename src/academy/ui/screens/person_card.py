"""The details beside a list of people: who it is, how to reach them, where they take part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.ui.kit import labels, paint
from academy.ui.kit.page import page_layout
from academy.ui.kit.parts import (
    Button,
    Painted,
    button,
    chips,
    column,
    holder,
    label,
    row,
    scrolled,
)
from academy.ui.kit.theme import px
from academy.ui.screens.mentoring_rows import initials, natural
from academy.ui.screens.person_words import attended, is_below, marks_of, state_tag
from academy.usecases.person_record import PersonCohort, PersonRecord


class PersonCard(QWidget):
    """One person at a glance. Its links ask for pages; `actions` stand at its foot."""

    asked = Signal(str)

    def __init__(self, *actions: Button) -> None:
        super().__init__()
        self.record: PersonRecord | None = None
        self._lines = column(gap=0, margins=(20, 16, 16, 12))
        self.open = button(self.tr("&Open person"))
        self.open.clicked.connect(self._open)
        self._foot = holder(row(self.open, *actions, None, margins=(20, 10, 16, 14)))
        page = page_layout(scrolled(self._lines), self._foot)
        page.setStretch(0, 1)
        self.setLayout(page)
        self.show_record(None)

    def show_record(self, record: PersonRecord | None) -> None:
        """Show a person, or that nobody is chosen."""
        self.record = record
        self._lines.empty()
        self._foot.setVisible(record is not None)
        if record is None:
            self._lines.put(label(self.tr("Choose a person to see their details."), "muted"))
        else:
            for part in self._parts(record):
                self._lines.put(part)
        self._lines.put(None)

    def _parts(self, record: PersonRecord) -> Sequence[QWidget | int]:
        found: list[QWidget | int] = [self._who(record), 14]
        person = record.person
        told = [
            (self.tr("E-mail"), person.email),
            (self.tr("Phone"), person.phone),
            (self.tr("Known as"), person.known_as),
            (self.tr("Their number"), person.external_id),
        ]
        found += [_fact(words, text) for words, text in told if text]
        if record.cohorts:
            found += [16, label(self.tr("Cohorts"), "group"), 4]
        for place in record.cohorts:
            found += [self._place(place), 8]
        if record.pairs:
            found += [8, label(self.tr("Mentoring"), "group"), 4]
        for pair in record.pairs:
            mentors = pair.mentor_id == person.id
            words = self.tr("Mentors {name}") if mentors else self.tr("Mentor: {name}")
            other = natural(pair.mentee if mentors else pair.mentor)
            found += [label(words.format(name=other), wrap=True), 2]
        if record.certificates:
            found += [14, label(self.tr("Certificates"), "group"), 4]
        for one in record.certificates:
            words = f"{one.number} · {one.programme} · {labels.word(one.state).casefold()}"
            found += [label(words, wrap=True), 2]
        return found

    def _who(self, record: PersonRecord) -> QWidget:
        name = record.person.full_name

        def draw(painter: QPainter, rect: QRectF) -> None:
            paint.disc(painter, QRectF(0, rect.y(), px(44), px(44)), initials(name))

        disc = Painted(draw, width=44, height=44)
        heading = label(name, "section", wrap=True)
        under = " · ".join(p for p in (record.person.job_title, record.organisation) if p)
        words = column(heading, label(under, "caption", wrap=True) if under else None, gap=2)
        made = row(disc, words, gap=12)
        made.setStretch(1, 1)
        made.setAlignment(disc, Qt.AlignmentFlag.AlignTop)
        return holder(made)

    def _place(self, place: PersonCohort) -> QWidget:
        link = button(place.cohort, "link")
        link.clicked.connect(lambda: self.asked.emit(f"cohort/{place.cohort_id}/register"))
        lines = column(row(link, chips(state_tag(place.state)), None, gap=8), gap=2)
        letters = marks_of(place)

        def draw(painter: QPainter, rect: QRectF) -> None:
            paint.strip(painter, px(1), rect.height() / 2, letters)

        if letters:
            told = label(attended(place), "warning" if is_below(place) else "caption")
            told.setText(("▲ " if is_below(place) else "") + attended(place))
            strip = Painted(draw, height=18, width=13 * len(letters) + 2, name=attended(place))
            lines.put(row(strip, told, None, gap=10))
        return holder(lines)

    def _open(self) -> None:
        if self.record is not None:
            self.asked.emit(f"person/{self.record.person.id}")


def _fact(words: str, text: str) -> QWidget:
    """Return a line of two; long addresses break after @ and dots."""
    value = label(re.sub(r"([@._-])", "\\1\u200b", text), wrap=True)
    value.setAccessibleName(f"{words}: {text}")
    return holder(column(label(words, "caption"), value, gap=0, margins=(0, 3, 0, 3)))
