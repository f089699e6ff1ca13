"""Training sessions: dated meetings of a cohort, by wall clock and zone."""

from __future__ import annotations

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from academy.domain.base import Entity, following, stored
from academy.domain.cohorts import Cohort
from academy.domain.names import search_key
from academy.domain.people import Person
from academy.domain.words import RuleBroken, SessionFormat, SessionState

LONGEST_SERIES: Final = 100


def _new_uid() -> str:
    return uuid4().hex


class TrainingSession(Entity):
    """A meeting of a cohort. Start and end are what the clock on the wall shows in its zone.

    `second_hour` says which of the two is meant where the clocks show a time twice; none
    elsewhere. `moved_from` is the day it was first planned for. `uid` names it in calendars.
    The days of one residential share the key `residential`; other sessions have none.
    """

    __tablename__ = "training_sessions"
    __table_args__ = (
        Index(None, "held_on", "starts"),  # the calendar's order
        Index(None, "found_by", "cohort_id", "held_on"),  # searched along it alone
        Entity.__table_args__,
    )
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    title: Mapped[str]
    held_on: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    zone: Mapped[str] = mapped_column(default="Europe/London")
    second_hour: Mapped[bool | None]
    moved_from: Mapped[date | None]
    format: Mapped[SessionFormat] = mapped_column(
        stored(SessionFormat), default=SessionFormat.IN_PERSON
    )
    room: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    staff_notes: Mapped[str] = mapped_column(default="")
    required: Mapped[bool] = mapped_column(default=False)
    state: Mapped[SessionState] = mapped_column(stored(SessionState), default=SessionState.PLANNED)
    uid: Mapped[str] = mapped_column(default=_new_uid, unique=True)
    residential: Mapped[str] = mapped_column(default="", index=True)
    found_by: Mapped[str] = following(lambda row: search_key(row["title"]))
    cohort: Mapped[Cohort] = relationship()
    facilitators: Mapped[list[SessionFacilitator]] = relationship(
        back_populates="session", cascade="all, delete-orphan", order_by="SessionFacilitator.id"
    )

    @validates("title")
    def _follow(self, _field: str, title: str) -> str:
        self.found_by = search_key(title)
        return title

    def check(self) -> None:
        """Refuse times that run backwards or that the zone's clocks skip; ask which is meant."""
        if self.ends <= self.starts:
            raise RuleBroken("ends_before_start", starts=self.starts, ends=self.ends)
        require_zone(self.zone)
        require_clear(self.held_on, (self.starts, self.ends), self.zone, self.second_hour)

    def move(self, day: date) -> None:
        """Take place on another day; the first one it was planned for is remembered."""
        if day != self.held_on:
            first = self.moved_from or self.held_on
            self.moved_from = None if day == first else first
            self.held_on = day


class SessionFacilitator(Entity):
    """Somebody of the academy's people who leads a session."""

    __tablename__ = "session_facilitators"
    __table_args__ = (UniqueConstraint("session_id", "person_id"), Entity.__table_args__)
    session_id: Mapped[int] = mapped_column(ForeignKey("training_sessions.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    session: Mapped[TrainingSession] = relationship(back_populates="facilitators")
    person: Mapped[Person] = relationship()


def instant(day: date, at: time, zone: str, *, second_hour: bool = False) -> datetime:
    """Return the moment in UTC at which the clocks of a zone show a time."""
    local = datetime.combine(day, at, ZoneInfo(zone)).replace(fold=int(second_hour))
    return local.astimezone(UTC)


def require_zone(zone: str) -> None:
    """Refuse the name of a zone that nobody keeps clocks for."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise RuleBroken("zone_unknown", zone=zone) from unknown


def require_clear(
    day: date,
    times: tuple[time, ...],
    zone: str,
    second_hour: bool | None,  # noqa: FBT001 - a column's value
) -> None:
    """Refuse times the clocks skip on a day; a time they show twice needs `second_hour`."""
    for at in times:
        if not exists(day, at, zone):
            raise RuleBroken("time_skipped", day=day, at=at)
        if second_hour is None and doubled(day, at, zone):
            raise RuleBroken("time_doubled", day=day, at=at)


def exists(day: date, at: time, zone: str) -> bool:
    """Tell whether the clocks of a zone show this time at all on that day (they jump in spring)."""
    back = instant(day, at, zone).astimezone(ZoneInfo(zone))
    return back.replace(tzinfo=None) == datetime.combine(day, at)


def doubled(day: date, at: time, zone: str) -> bool:
    """Tell whether the clocks of a zone show this time twice on that day (they go back)."""
    first, second = instant(day, at, zone), instant(day, at, zone, second_hour=True)
    return second > first and exists(day, at, zone)


def minutes(
    day: date, starts: time, ends: time, zone: str, *, second_hour: bool | None = None
) -> int:
    """Return how long a session lasts, by UTC: wall times mislead when clocks change."""
    second = bool(second_hour)
    began = instant(day, starts, zone, second_hour=second)
    return (instant(day, ends, zone, second_hour=second) - began) // timedelta(minutes=1)


def series(first: date, weeks: int, count: int, without: Container[date] = ()) -> list[date]:
    """Return the days of a series: the same weekday every so many weeks, by the calendar.

    Days in `without` are left out, and the series goes on for as many longer.
    """
    if not 1 <= count <= LONGEST_SERIES:
        raise RuleBroken("series_length", count=count)
    if not 1 <= weeks <= 52:
        raise RuleBroken("series_weeks", weeks=weeks)
    days: list[date] = []
    day = first
    try:
        while len(days) < count:
            if day not in without:
                days.append(day)
            day += timedelta(weeks=weeks)
    except OverflowError as too_far:
        raise RuleBroken("series_length", count=count) from too_far
    return days


def row_of_days(first: date, length: int) -> list[date]:
    """Return the days of a residential: so many in one go."""
    if not 1 <= length <= 14:
        raise RuleBroken("residential_length", days=length)
    return [first + timedelta(days=n) for n in range(length)]
