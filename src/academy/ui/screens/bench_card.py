"""The details beside the bench: what a mentor offers, when they can, whom they mentor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import PairState
from academy.ui.kit.page import page_layout
from academy.ui.kit.parts import button, chips, column, holder, label, row, scrolled
from academy.ui.screens.bench_rows import agreed_of, load_of, state_of, used_of
from academy.ui.screens.mentoring_rows import natural
from academy.usecases.mentor_bench import BenchRow
from academy.usecases.mentoring import PairRow


class BenchCard(QWidget):
    """One mentor at a glance; their pairs lead to them."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: BenchRow | None = None
        self._lines = column(gap=0, margins=(20, 16, 16, 12))
        self.edit = button(self.tr("E&dit mentor…"))
        self.pause = button(self.tr("&Pause"))
        self.person = button(self.tr("&Open person"), "link")
        self.person.clicked.connect(self._open)
        foot = row(self.edit, self.pause, self.person, None, margins=(20, 10, 16, 14))
        self._foot = holder(foot)
        page = page_layout(scrolled(self._lines), self._foot)
        page.setStretch(0, 1)
        self.setLayout(page)
        self.show_mentor(None, [])

    def show_mentor(self, one: BenchRow | None, pairs: Sequence[PairRow]) -> None:
        """Show a mentor with their pairs, or that nobody is chosen."""
        self.shown = one
        self._lines.empty()
        self._foot.setVisible(one is not None)
        if one is None:
            self._lines.put(label(self.tr("Choose a mentor to see what they offer."), "muted"))
        else:
            self.pause.setText(self.tr("Un&pause") if one.mentor.paused else self.tr("&Pause"))
            for part in (*self._who(one), *self._facts(one), *self._pairs(pairs)):
                self._lines.put(part)
        self._lines.put(None)

    def _who(self, one: BenchRow) -> Sequence[QWidget | int]:
        heading = label(natural(one.mentor.name), "section", wrap=True)
        found: list[QWidget | int] = [heading, 4, holder(row(chips(state_of(one)), None))]
        if one.mentor.organisation:
            found += [2, label(one.mentor.organisation, "caption", wrap=True)]
        for cohort, number in one.graduate:
            words = self.tr("Graduate of {cohort}").format(cohort=cohort)
            told = f"{words} · {number}" if number else words
            found += [6, label(told, "caption", wrap=True)]
        return [*found, 10]

    def _facts(self, one: BenchRow) -> Sequence[QWidget | int]:
        mentor = one.mentor
        meets = [self.tr("online")] * mentor.online + [self.tr("in person")] * mentor.in_person
        when = ", ".join(mentor.days) or self.tr("any day")
        mentees = self.tr("{load} · %n pair(s) ever", "", mentor.times).format(load=load_of(one))
        told = [
            (self.tr("Mentees"), mentees),
            (self.tr("Last mentored"), used_of(one)),
            (self.tr("Offers"), mentor.offers),
            (self.tr("Themes"), ", ".join(mentor.themes)),
            (self.tr("Tells"), mentor.tells),
            (self.tr("Region"), mentor.region),
            (self.tr("Meets"), f"{self.tr(' and ').join(meets)} · {when}"),
            (self.tr("Rests until"), _day(mentor.rest_until) if one.rests else ""),
            (self.tr("Trained"), _day(mentor.trained_on) or self.tr("Not noted")),
            (self.tr("Agreement"), agreed_of(one)),
        ]
        return [_fact(words, text) for words, text in told if text]

    def _pairs(self, pairs: Sequence[PairRow]) -> Sequence[QWidget | int]:
        found: list[QWidget | int] = []
        if pairs:
            found += [14, label(self.tr("Mentees"), "group"), 4]
        if sum(pair.state is PairState.ACTIVE for pair in pairs) > 1:
            group = button(self.tr("Meet as a group"), "link")
            group.clicked.connect(lambda: self.asked.emit(f"mentor-group/{pairs[0].mentor_id}"))
            found += [holder(row(group, None)), 4]
        for pair in pairs:
            link = button(natural(pair.mentee), "link")
            link.clicked.connect(
                lambda _checked=False, pair=pair: self.asked.emit(f"pair/{pair.id}")
            )
            when = self.tr("since {day}").format(day=dates.short_day(pair.began_on))
            if pair.state is PairState.ENDED and pair.ended_on is not None:
                when = self.tr("until {day}").format(day=dates.short_day(pair.ended_on))
            about = label(f"{pair.cohort} · {when}", "caption", wrap=True)
            found += [holder(column(row(link, None), about, gap=0)), 6]
        return found

    def _open(self) -> None:
        if self.shown is not None:
            self.asked.emit(f"person/{self.shown.mentor.person_id}")


def _day(day: date | None) -> str:
    return dates.short_day(day) if day else ""


def _fact(words: str, text: str) -> QWidget:
    value = label(text, wrap=True)
    value.setAccessibleName(f"{words}: {text}")
    return holder(column(label(words, "caption"), value, gap=0, margins=(0, 3, 0, 3)))
