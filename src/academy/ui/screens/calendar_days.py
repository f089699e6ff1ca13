"""The days of the calendar's month and week, and what stands on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, Qt

from academy.domain import dates
from academy.ui.kit.rows import Index
from academy.ui.screens.calendar_words import spoken_day
from academy.usecases.calendar import CalendarSession

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
DATE = Qt.ItemDataRole.UserRole
SESSIONS = Qt.ItemDataRole.UserRole + 1
HOLIDAY = Qt.ItemDataRole.UserRole + 2


def monday(day: date) -> date:
    """Return the first day of a day's week."""
    return day - DAY * day.weekday()


def weeks_of_month(day: date) -> list[date]:
    """Return the Mondays of the weeks that a day's month touches."""
    first = day.replace(day=1)
    last = next_month(first, 1) - DAY
    count = (monday(last) - monday(first)).days // 7 + 1
    return [monday(first) + WEEK * n for n in range(count)]


def next_month(day: date, step: int) -> date:
    """Return the same day of a month before or after, or the last one it has."""
    months = day.year * 12 + day.month - 1 + step
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        return day
    length = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - DAY).day
    return date(year, month + 1, min(day.day, length))


class Days(QAbstractTableModel):
    """Weeks as rows, weekdays as columns. `month` is the one whose days are not greyed."""

    def __init__(self) -> None:
        super().__init__()
        self.mondays: list[date] = []
        self.month = 0
        self.today = date.min
        self.by_day: dict[date, list[CalendarSession]] = {}
        self.holidays: Mapping[date, str] = {}

    def fill(
        self,
        mondays: Sequence[date],
        sessions: Sequence[CalendarSession],
        holidays: Mapping[date, str],
        today: date,
        month: int = 0,
    ) -> None:
        """Show other weeks, or other sessions in them."""
        self.beginResetModel()
        self.mondays, self.month, self.today = list(mondays), month, today
        self.holidays = holidays
        self.by_day = {}
        for session in sessions:
            self.by_day.setdefault(session.held_on, []).append(session)
        self.endResetModel()

    def day_at(self, index: Index) -> date:
        """Return the day of a cell."""
        return self.mondays[index.row()] + DAY * index.column()

    def place_of(self, day: date) -> tuple[int, int] | None:
        """Return row and column of a day, if it is shown."""
        first = monday(day)
        return (self.mondays.index(first), day.weekday()) if first in self.mondays else None

    def sessions_on(self, day: date) -> list[CalendarSession]:
        """Return the sessions of a day."""
        return self.by_day.get(day, [])

    def joins(self, session: CalendarSession, step: timedelta) -> bool:
        """Tell whether the day before or after belongs to the same residential."""
        near = self.sessions_on(session.held_on + step) if session.residential else []
        return any(other.residential == session.residential for other in near)

    def session(self, session_id: int) -> CalendarSession | None:
        """Return one of the sessions shown."""
        everything = (s for sessions in self.by_day.values() for s in sessions)
        return next((s for s in everything if s.id == session_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many weeks are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.mondays)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the days of a week."""
        return 0 if parent is not None and parent.isValid() else 7

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the weekday over a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return dates.DAYS[section][:3]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a day, its sessions, its holiday, or how it is read aloud."""
        day = self.day_at(index)
        if role == DATE:
            return day
        if role == SESSIONS:
            return self.sessions_on(day)
        if role == HOLIDAY:
            return self.holidays.get(day, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_day(day, self.sessions_on(day), self.holidays)
        return None
