"""The hours of each day of a residential: a line a day, left empty where they stay the same."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.entry import Entry, Problem
from academy.ui.kit.parts import Field, column, field, holder, label, row

MOST = 14
Hours = tuple[time, time]


class _Line(QWidget):
    """One day: its name, when it starts, when it ends."""

    changed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.day: QLabel = label("", "muted")
        n = {"n": number}
        self.starts = field(self.tr("Day {n} starts").format(**n), width=88)
        self.ends = field(self.tr("Day {n} ends").format(**n), width=88)
        for one in (self.starts, self.ends):
            one.textChanged.connect(self.changed)
        parts = (self.starts, label(self.tr("to"), "muted"), self.ends, self.day, None)
        self.setLayout(row(*parts, gap=8))

    def show_default(self, hours: Hours) -> None:
        """Show in empty fields what leaving them empty means."""
        self.starts.setPlaceholderText(dates.clock(hours[0]))
        self.ends.setPlaceholderText(dates.clock(hours[1]))


class DayHoursEntry(Entry):
    """Reads as the hours of each day, as many as ``show_days`` was told."""

    def __init__(self, words: str, first: Hours, hint: str) -> None:
        self.lines = [_Line(number) for number in range(1, MOST + 1)]
        super().__init__(words, holder(column(*self.lines, gap=6)), hint=hint)
        self.label.setBuddy(self.lines[0].starts)
        self._first, self._shown = first, 0
        self.lines[0].starts.setText(dates.clock(first[0]))
        self.lines[0].ends.setText(dates.clock(first[1]))
        for line in self.lines:
            line.changed.connect(self.changed)
        self.show_days(None, 1)

    def show_days(self, first: date | None, count: int) -> None:
        """Offer a line for each of so many days, from a day on."""
        self._shown = max(1, min(count, MOST))
        hours = self._first
        for number, line in enumerate(self.lines):
            line.setVisible(number < self._shown)
            line.show_default(hours)
            hours = self._typed(line, hours)
            day = first + timedelta(days=number) if first is not None else None
            words = f"{dates.DAYS[day.weekday()][:3]} {dates.short_day(day)}" if day else ""
            line.day.setText(words)

    def read(self) -> tuple[Hours, ...]:
        """Return the hours of each day; raise Problem for what is no time."""
        found: list[Hours] = []
        before = self._first
        for line in self.lines[: self._shown]:
            before = (_time(line.starts, before[0]), _time(line.ends, before[1]))
            found.append(before)
        return tuple(found)

    def _typed(self, line: _Line, before: Hours) -> Hours:
        try:
            return _time(line.starts, before[0]), _time(line.ends, before[1])
        except Problem:
            return before


def _time(typed: Field, otherwise: time) -> time:
    if not typed.text().strip():
        return otherwise
    try:
        return dates.parse_time(typed.text())
    except RuleBroken as broken:
        raise Problem(labels.rule(broken)) from broken
