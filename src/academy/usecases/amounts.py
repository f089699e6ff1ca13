"""What people's marks amount to: rate, absences in a row, risk and outlook, for a whole cohort.

It reads nothing itself, so that a register and Home say the same of a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import NamedTuple, Protocol

from academy.domain.attendance import missed_in_a_row
from academy.domain.forecast import Forecast, forecast, risk
from academy.domain.words import RiskReason
from academy.usecases.outlook import Numbered, Outlook, outlook


class Countable(Numbered, Protocol):
    """A session as far as its marks are counted."""

    @property
    def counts(self) -> bool:
        """Whether its marks count."""


class Amounts(NamedTuple):
    """What a person's marks amount to so far, and what is still possible."""

    attended: float
    marked: int
    percent: int | None
    missed: int
    risk: RiskReason | None
    outlook: Outlook


@dataclass(frozen=True)
class Counting:
    """How marks are counted in a cohort."""

    today: date
    target: int | None
    late_counts_half: bool
    absences_in_a_row: int
    running: bool  # nobody is at risk elsewhere


class _Theirs(NamedTuple):
    """The sessions that count for somebody: which of all, these, and how many were held."""

    of_all: tuple[bool, ...]
    sessions: Sequence[Countable]
    held: int


class _Marks(NamedTuple):
    """The letters and sessions that count for somebody, and what follows of them."""

    letters: str
    sessions: Sequence[Countable]
    forecast: Forecast
    missed: int


class Counted:
    """What marks amount to in one cohort, worked out once for all people with the same marks.

    While few sessions were held, most people were there each time or missed the same ones.
    """

    def __init__(self, sessions: Sequence[Countable], counting: Counting) -> None:
        self._sessions, self._counting = sessions, counting
        self._theirs: dict[date | None, _Theirs] = {}
        self._known: dict[tuple[str, date | None, bool], Amounts] = {}

    def amounts(self, letters: str, gone: date | None = None, *, enrolled: bool) -> Amounts:
        """Return what marks amount to: a letter for each session, in their order.

        Sessions after the day on which somebody had `gone` are not theirs. Only who is `enrolled`
        is at risk.
        """
        key = letters, gone, enrolled
        if key not in self._known:
            marks = self._marks(letters, gone)
            self._known[key] = self._told(marks, self._risk(marks) if enrolled else None)
        return self._known[key]

    def at_risk(self, letters: str) -> Amounts | None:
        """Return what the marks of somebody enrolled amount to, or none if they are at no risk.

        Most are at none, and are spared the outlook.
        """
        marks = self._marks(letters, None)
        reason = self._risk(marks)
        return None if reason is None else self._told(marks, reason)

    def _marks(self, letters: str, gone: date | None) -> _Marks:
        if gone not in self._theirs:
            self._theirs[gone] = self._sessions_of(gone)
        theirs, how = self._theirs[gone], self._counting
        own, held = "".join(compress(letters, theirs.of_all)), theirs.held
        found = forecast(own, how.target, held=held, late_counts_half=how.late_counts_half)
        return _Marks(own, theirs.sessions, found, missed_in_a_row(own[:held]))

    def _sessions_of(self, gone: date | None) -> _Theirs:
        of_all = tuple([s.counts and (gone is None or s.held_on <= gone) for s in self._sessions])
        sessions = list(compress(self._sessions, of_all))
        held = sum(session.held_on <= self._counting.today for session in sessions)
        return _Theirs(of_all, sessions, held)

    def _risk(self, marks: _Marks) -> RiskReason | None:
        if not self._counting.running:
            return None
        in_a_row = self._counting.absences_in_a_row
        return risk(marks.forecast, marks.missed, absences_in_a_row=in_a_row)

    def _told(self, marks: _Marks, reason: RiskReason | None) -> Amounts:
        letters, sessions, found, missed = marks
        so_far, chances = found.so_far, outlook(found, letters, sessions, self._counting.today)
        return Amounts(so_far.attended, so_far.marked, so_far.percent, missed, reason, chances)
