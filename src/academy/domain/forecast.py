"""What is still possible: whether a person can meet the attendance rule, and what decides it.

Sessions not marked yet may be attended or missed; an apology for a session to come is one missed.
Whoever attends is taken to be present the whole time, so late marks count half only so far.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from academy.domain.attendance import BLANK, Attendance, attendance
from academy.domain.words import Chance, RiskReason


@dataclass(frozen=True)
class Forecast:
    """Attendance so far, what is open, and what follows for the target, in whole per cent.

    Positions count the open sessions in the order of their days, from 0; none: no such session.
    """

    so_far: Attendance
    open: int  # sessions not marked yet
    excused_to_come: int
    target: int | None

    @property
    def sessions(self) -> int:
        """All sessions that count for the person, past and to come."""
        return self.so_far.marked + self.open + self.excused_to_come

    @property
    def over_all(self) -> int | None:
        """The rate over all sessions, those to come counted as not attended yet."""
        return self._percent(0)

    @property
    def best(self) -> int | None:
        """The rate of whoever attends every open session."""
        return self._percent(self.open)

    @property
    def chance(self) -> Chance:
        """Whether the target can still be met."""
        if self.target is None or not self.sessions:
            return Chance.NO_TARGET
        if self._reaches(0):
            return Chance.SAFE
        return Chance.OPEN if self._reaches(self.open) else Chance.LOST

    @property
    def need(self) -> int:
        """How many of the open sessions must be attended; 0 where nothing is to decide."""
        if self.target is None or self.chance is not Chance.OPEN:
            return 0
        return ceil((self.target * self.sessions - 100 * self.so_far.attended) / 100)

    @property
    def spare(self) -> int:
        """How many of the open sessions may be missed."""
        return self.open if self.chance is Chance.SAFE else self.open - self.need

    @property
    def safe_after(self) -> int | None:
        """The open session that makes it safe if every one up to it is attended."""
        return self.need - 1 if self.chance is Chance.OPEN else None

    @property
    def lost_after(self) -> int | None:
        """The open session that puts the target out of reach if every one up to it is missed."""
        return self.spare if self.chance is Chance.OPEN else None

    @property
    def decides(self) -> int | None:
        """The first open session that can settle it, one way or the other."""
        need = self.need
        return min(need - 1, self.open - need) if need else None

    @property
    def rescue(self) -> int:
        """How many apologies to come must be taken back, to save what is lost; 0: none will."""
        if self.chance is not Chance.LOST:
            return 0
        tries = range(1, self.excused_to_come + 1)
        return next((n for n in tries if self._reaches(self.open + n)), 0)

    def _reaches(self, more: int) -> bool:
        target = self.target or 0  # asked only where there is one
        return 100 * (self.so_far.attended + more) >= target * self.sessions

    def _percent(self, more: int) -> int | None:
        return int(100 * (self.so_far.attended + more) / self.sessions) if self.sessions else None


def forecast(
    letters: str,
    target: int | None,
    *,
    held: int,
    late_counts_half: bool = False,
) -> Forecast:
    """Return what a person's marks leave possible.

    `letters` are their marks in the order of the sessions, blanks included, sessions that do not
    count left out; the first `held` of them are of sessions whose day has come.
    """
    so_far = attendance(letters[:held], late_counts_half=late_counts_half)
    blank = letters.count(BLANK)
    return Forecast(so_far, blank, len(letters) - blank - so_far.marked, target)


def risk(found: Forecast, missed: int, *, absences_in_a_row: int) -> RiskReason | None:
    """Return why a person in a running cohort needs a word, or nothing (experience 6.2).

    `missed` is how many of their latest marked sessions they missed.
    """
    so_far, target, best = found.so_far, found.target, found.best
    if target is not None and best is not None and best < target:
        return RiskReason.CANNOT_REACH
    if missed >= absences_in_a_row:
        return RiskReason.ABSENT_IN_A_ROW
    half = so_far.marked * 2 >= found.sessions
    if target is not None and half and so_far.percent is not None and so_far.percent < target:
        return RiskReason.BELOW_AT_HALF
    return None
