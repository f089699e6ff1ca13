"""What the register says on paper: plain facts, read once, that the two documents are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from academy.domain import dates
from academy.domain.words import SessionState

#: A cell that takes no mark: the session does not count, or the person had left by then.
OUT: Final = "–"


@dataclass(frozen=True)
class SheetPerson:
    """A line of the sign-in sheet. `number` is the row in the register, `excused` an apology."""

    number: int
    name: str
    excused: bool = False


@dataclass(frozen=True)
class SignInFacts:
    """Everything a sign-in sheet says: one session of one day, and who is expected."""

    academy: str
    programme: str
    cohort: str
    number: int
    title: str
    held_on: date
    starts: time
    ends: time
    room: str
    facilitator: str
    people: tuple[SheetPerson, ...]

    @property
    def when(self) -> str:
        """Return “Thursday 26 November 2026, 9:30am to 12:30pm”."""
        return f"{dates.long_day(self.held_on)}, {dates.hours(self.starts, self.ends)}"

    @property
    def run(self) -> str:
        """Return the cohort, behind its programme unless its name says it already."""
        return run_of(self.programme, self.cohort)


@dataclass(frozen=True)
class RegisterColumn:
    """A session of the filled register. `present` of `whole` people were there; none: not begun."""

    number: int
    title: str
    held_on: date
    state: SessionState
    present: int | None
    whole: int


@dataclass(frozen=True)
class RegisterPerson:
    """A person of the filled register.

    `letters` has P, L, A, E, nothing (not marked) or `OUT` for each session. `rate` is a whole
    per cent, or none while nothing is marked; `below` tells that it is under the target.
    """

    number: int
    name: str
    left_on: date | None
    letters: tuple[str, ...]
    attended: float
    marked: int
    rate: int | None
    below: bool = False


@dataclass(frozen=True)
class FilledFacts:
    """Everything a filled register says, as it stood on `today`."""

    academy: str
    programme: str
    cohort: str
    target: int | None
    late_counts_half: bool
    today: date
    sessions: tuple[RegisterColumn, ...]
    people: tuple[RegisterPerson, ...]
    average: int | None

    @property
    def run(self) -> str:
        """Return the cohort, behind its programme unless its name says it already."""
        return run_of(self.programme, self.cohort)


def run_of(programme: str, cohort: str) -> str:
    """Return “Top Talent 7” or “Top Talent, cohort of spring”."""
    return cohort if programme.casefold() in cohort.casefold() else f"{programme}, {cohort}"
