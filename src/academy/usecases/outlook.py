"""A person's forecast with the sessions it speaks of: made by other use cases from what they read.

It reads nothing itself, so that a register, Home and a person's page say the same of a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from academy.domain.attendance import BLANK
from academy.domain.forecast import Forecast


class Numbered(Protocol):
    """A session as far as a forecast names it."""

    @property
    def number(self) -> int:
        """Its number in the cohort."""

    @property
    def held_on(self) -> date:
        """Its day."""


@dataclass(frozen=True)
class Outlook:
    """What is still possible for a person, and the session that decides (none: none does).

    `to_come`: none of the open sessions has passed unmarked.
    """

    forecast: Forecast
    decides: int | None = None  # its number
    decides_on: date | None = None
    to_come: bool = True


def outlook(found: Forecast, letters: str, sessions: Sequence[Numbered], today: date) -> Outlook:
    """Return a person's forecast with the sessions it speaks of.

    Letters (one text, see `academy.domain.attendance`) and sessions are those that count for
    them, by day.
    """
    if not found.open:
        return Outlook(found)
    pairs = zip(letters, sessions, strict=True)
    open_ = [session for letter, session in pairs if letter == BLANK]
    to_come = all(session.held_on >= today for session in open_)
    if found.decides is None:
        return Outlook(found, to_come=to_come)
    decisive = open_[found.decides]
    return Outlook(found, decisive.number, decisive.held_on, to_come)
