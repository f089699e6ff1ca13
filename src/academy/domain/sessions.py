"""Training sessions: dated meetings of a cohort, by wall clock and zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.cohorts import Cohort
from academy.domain.words import RuleBroken, SessionState


class TrainingSession(Entity):
    """A meeting of a cohort. Start and end are what the clock on the wall shows in its zone."""

    __tablename__ = "training_sessions"
    __table_args__ = (Index(None, "held_on"), Entity.__table_args__)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    title: Mapped[str]
    held_on: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    zone: Mapped[str] = mapped_column(default="Europe/London")
    room: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    facilitator: Mapped[str] = mapped_column(default="")
    staff_notes: Mapped[str] = mapped_column(default="")
    required: Mapped[bool] = mapped_column(default=False)
    state: Mapped[SessionState] = mapped_column(stored(SessionState), default=SessionState.PLANNED)
    cohort: Mapped[Cohort] = relationship()

    def check(self) -> None:
        """Refuse times that run backwards or that the zone's clocks skip."""
        if self.ends <= self.starts:
            raise RuleBroken("ends_before_start", starts=self.starts, ends=self.ends)
        require_zone(self.zone)
        for at in self.starts, self.ends:
            if not exists(self.held_on, at, self.zone):
                raise RuleBroken("time_skipped", day=self.held_on, at=at)


def instant(day: date, at: time, zone: str) -> datetime:
    """Return the moment in UTC at which the clocks of a zone show a time."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def require_zone(zone: str) -> None:
    """Refuse the name of a zone that nobody keeps clocks for."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise RuleBroken("zone_unknown", zone=zone) from unknown


def exists(day: date, at: time, zone: str) -> bool:
    """Tell whether the clocks of a zone show this time at all on that day (they jump in spring)."""
    back = instant(day, at, zone).astimezone(ZoneInfo(zone))
    return back.replace(tzinfo=None) == datetime.combine(day, at)


def minutes(day: date, starts: time, ends: time, zone: str) -> int:
    """Return how long a session lasts, by UTC: wall times mislead when clocks change."""
    return (instant(day, ends, zone) - instant(day, starts, zone)) // timedelta(minutes=1)


def series(first: date, weeks: int, count: int) -> list[date]:
    """Return the days of a series: the same weekday every so many weeks, by the calendar."""
    if not 1 <= count <= 100:
        raise RuleBroken("series_length", count=count)
    if not 1 <= weeks <= 52:
        raise RuleBroken("series_weeks", weeks=weeks)
    return [first + timedelta(weeks=weeks * n) for n in range(count)]
