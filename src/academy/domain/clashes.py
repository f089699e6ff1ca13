"""Clashes of training sessions: one room, one facilitator or one person in two places at once.

A clash is shown with its way out, never forbidden: two groups may well share a hall.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from academy.domain.sessions import instant
from academy.domain.words import SessionFormat


@dataclass(frozen=True)
class Meeting:
    """When and where a session is, and who is needed there, as far as clashes go."""

    session_id: int
    cohort_id: int
    held_on: date
    starts: time
    ends: time
    zone: str
    second_hour: bool | None
    format: SessionFormat
    room: str
    facilitators: frozenset[int]

    @property
    def begins_at(self) -> datetime:
        """The moment it begins, in UTC."""
        return instant(self.held_on, self.starts, self.zone, second_hour=bool(self.second_hour))

    @property
    def ends_at(self) -> datetime:
        """The moment it ends, in UTC."""
        return instant(self.held_on, self.ends, self.zone, second_hour=bool(self.second_hour))

    def overlaps(self, other: Meeting) -> bool:
        """Tell whether both go on at one moment; one may begin as the other ends."""
        return self.begins_at < other.ends_at and other.begins_at < self.ends_at

    def shares_room(self, other: Meeting) -> bool:
        """Tell whether both want the same room; a room is nothing to an online session."""
        if SessionFormat.ONLINE in (self.format, other.format):
            return False
        mine, theirs = room_key(self.room), room_key(other.room)
        return bool(mine) and mine == theirs


def room_key(room: str) -> str:
    """Return a room's name as it is compared: without case and stray spaces."""
    return " ".join(room.casefold().split())
