"""The days that come of a form, beside it: bank holidays, clashes, times the clocks skip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.ui.dialogs.clash_words import clash_words
from academy.ui.kit import labels
from academy.ui.kit.parts import Sized, button, column, holder, label, row
from academy.usecases.series import PlannedDay

SHOWN = 12
"""How many days are listed; those with something to know are listed however late they come."""


class PlannedDays(Sized):
    """A list of days that follows what is typed; only the ways out of clashes can be pressed."""

    start_wished = Signal(object)
    """The time at which what clashes is over."""

    def __init__(self, *, width: float = 256, doors: bool = True) -> None:
        super().__init__(width=width)
        self._doors = doors
        self.heading = label("", "group", wrap=True)
        self._lines = column(gap=6)
        self._more = label("", "muted")
        self.setLayout(column(self.heading, self._lines, self._more, gap=8))
        self.days: list[PlannedDay] = []

    def say(self, words: str) -> None:
        """Show why there is no plan yet, such as a date that cannot be read."""
        self.days = []
        self._lines.empty()
        self._more.hide()
        self.heading.setText(words)

    def show_days(self, days: Sequence[PlannedDay]) -> None:
        """Show what would be added."""
        self.days = list(days)
        kept = [day for day in days if not day.left_out]
        self.heading.setText(self.tr("%n session(s)", "", len(kept)))
        self._lines.empty()
        telling = [day for day in days[SHOWN:] if day.clashes or day.problem or day.left_out]
        shown = [*days[:SHOWN], *telling[:SHOWN]]
        for day in shown:
            self._lines.put(self._line(day))
        more = len(days) - len(shown)
        self._more.setVisible(more > 0)
        self._more.setText(self.tr("and %n more", "", more))

    def show_day(self, day: PlannedDay) -> None:
        """Show what is to be known of one day; nothing where all is well."""
        self.days = [day]
        self._lines.empty()
        self._more.hide()
        notes = self._notes(day)
        self.heading.setText(self.tr("On this day") if notes else "")
        self._lines.put(*notes)

    def words(self) -> list[str]:
        """Return everything that is said, line by line."""
        shown = (part for part in self.findChildren(QLabel) if part.isVisibleTo(self))
        return [part.text() for part in shown if part.text()]

    def _line(self, day: PlannedDay) -> QWidget:
        when = label(_short(day), "muted" if day.left_out else "body")
        title = "" if day.left_out else day.session.title
        first = row(when, label(title, "muted"), None, gap=10)
        return holder(column(first, *self._notes(day), gap=2))

    def _notes(self, day: PlannedDay) -> list[QWidget]:
        made: list[QWidget] = []
        if day.holiday:
            words = self.tr("{name}: left out") if day.left_out else self.tr("{name}, bank holiday")
            made.append(label(words.format(name=day.holiday), "warning", wrap=True))
        if day.problem:
            made.append(label(_problem_words(day), "bad", wrap=True))
        made += [label(clash_words(clash), "warning", wrap=True) for clash in day.clashes]
        free = {clash.free_from for clash in day.clashes}
        if free and self._doors:
            made.append(self._door(max(free)))
        return made

    def _door(self, at: time) -> QWidget:
        door = button(self.tr("Start at {time}").format(time=dates.clock(at)), "link")
        door.clicked.connect(lambda: self.start_wished.emit(at))
        return holder(row(door, None))


def _short(day: PlannedDay) -> str:
    return f"{dates.DAYS[day.day.weekday()][:3]} {dates.short_day(day.day)}"


def _problem_words(day: PlannedDay) -> str:
    session = day.session
    facts = {
        "day": day.day,
        "at": session.starts,
        "starts": session.starts,
        "ends": session.ends,
    }
    return labels.rule(RuleBroken(day.problem, **facts))
