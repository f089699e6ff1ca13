"""The seven cohorts of the sample academy, each in another state (experience 6.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from academy.domain.words import CohortState
from academy.usecases.sample import cast
from academy.usecases.sample.cast import Somebody
from academy.usecases.sample.days import around, end_of_last_week, working_from, working_until

TOP_TALENT: Final = 1  # ids of the programmes
WOMEN: Final = 2
TITLES: Final = {
    TOP_TALENT: (
        "Welcome and purpose", "Knowing yourself", "Working across councils", "Leading change",
        "Digital transformation", "Skills and capacity", "Cyber security for leaders",
        "Data and trust", "Challenge project review", "Presenting to the board",
    ),
    WOMEN: (
        "Welcome", "Finding your voice", "Networks and sponsors", "Leading with data",
        "Negotiating", "Looking ahead",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class PairPlan:
    """Who of the mentors goes with a participant, from when, and the days on which they met."""

    mentee: int
    mentor: int
    began_on: date
    met: tuple[date, ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True)
class CohortPlan:
    """One cohort: its days, its people, and per person a letter for each session (- is blank)."""

    programme: int
    name: str
    state: CohortState
    starts: time
    people: tuple[Somebody, ...] = ()
    days: tuple[date, ...] = ()
    marks: tuple[str, ...] = ()
    pairs: tuple[PairPlan, ...] = ()
    apply_by: date | None = None
    withdrawn: int | None = None  # who left the cohort after the fourth session
    met_requirement: bool = False
    certified: bool = False


def plans(today: date) -> list[CohortPlan]:
    """Return the cohorts in the order of their ids."""
    return [
        _finished_last_week(today),
        _near_its_end(today),
        _running(today),
        _recruiting(today),
        _finished_last_term(today),
        _starting(today),
        CohortPlan(WOMEN, "Empowering Women 5", CohortState.PLANNED, time(14)),
    ]


def _finished_last_week(today: date) -> CohortPlan:
    """Make eighteen people due their certificate, one below the target, one who left."""
    last = end_of_last_week(today)
    days = _every(21, 10, last)
    marks = _lively(len(cast.TOP_TALENT_5), 10)
    marks[3] = "PPAPPAPEPP"  # Petra Novak: 70 of the 80 per cent asked for
    marks[19] = "PPPA------"
    pairs = [
        PairPlan(person, person, days[0], _meetings(days[0], 34 + person % 3, 4), last)
        for person in range(19)
    ]
    return CohortPlan(
        TOP_TALENT, "Top Talent 5", CohortState.FINISHED, time(9, 30), cast.TOP_TALENT_5,
        days, tuple(marks), tuple(pairs), withdrawn=19, met_requirement=True,
    )  # fmt: skip


def _near_its_end(today: date) -> CohortPlan:
    """Leave two registers unmarked, and one person who cannot reach the target any more."""
    days = around(today, (-119, -98, -77, -63, -49, -35, -21, -14, -7, 14))
    marks = _lively(len(cast.TOP_TALENT_6), 7)
    marks[8] = "PAPAPAP"
    pairs = [
        PairPlan(person, person, days[1], _back(today, 6 + person, 27, 3 + person % 2))
        for person in range(20)
    ]
    return CohortPlan(
        TOP_TALENT, "Top Talent 6", CohortState.RUNNING, time(9, 30), cast.TOP_TALENT_6,
        days, tuple(row + "---" for row in marks), tuple(pairs),
    )  # fmt: skip


def _running(today: date) -> CohortPlan:
    """Hold session 4 today, with three people at risk and four quiet pairs."""
    days = around(today, (-63, -42, -21, 0, 7, 28, 49, 70, 91, 112))
    marks = [row + "-------" for row in _lively(len(cast.TOP_TALENT_7), 3)]
    marks[1], marks[2], marks[3] = "LAA-------", "AEA-------", "PAA-------"
    marks[9] = "PPP--E----"  # apologies for a session to come
    return CohortPlan(
        TOP_TALENT, "Top Talent 7", CohortState.RUNNING, time(9, 30), cast.TOP_TALENT_7,
        days, tuple(marks), _running_pairs(today),
    )  # fmt: skip


def _running_pairs(today: date) -> tuple[PairPlan, ...]:
    """Pair twenty of twenty-four; four of the pairs had no contact for over 42 days."""
    quiet = {4: (), 8: (50,), 13: (47,), 17: ()}
    pairs = []
    for person in range(20):
        began = working_until(today - timedelta(days=56 + person % 5))
        met = _back(today, 3 + person, 19, 1 + person % 2)
        if person in quiet:
            met = tuple(today - timedelta(days=ago) for ago in quiet[person])
        pairs.append(PairPlan(person, (person + 20) % len(cast.MENTORS), began, met))
    return tuple(pairs)


def _recruiting(today: date) -> CohortPlan:
    """Leave five of twenty-four places, to be asked for until next week."""
    days = around(today, range(56, 56 + 10 * 21, 21))
    people = cast.TOP_TALENT_8
    return CohortPlan(
        TOP_TALENT, "Top Talent 8", CohortState.RECRUITING, time(9, 30), people, days,
        ("-" * 10,) * len(people), apply_by=today + timedelta(days=8),
    )  # fmt: skip


def _finished_last_term(today: date) -> CohortPlan:
    """Issue certificates to all who stayed; one of them was taken back since."""
    last = working_until(today - timedelta(days=120))
    days = _every(14, 6, last)
    marks = _lively(len(cast.WOMEN_3), 6)
    marks[4] = "PAPPAP"  # the marks were put right after issuing: 66 of 75 per cent
    marks[17] = "PPPA--"
    pairs = [
        PairPlan(person, (person + 7) % len(cast.MENTORS), days[0], _meetings(days[0], 24, 2), last)
        for person in range(17)
    ]
    return CohortPlan(
        WOMEN, "Empowering Women 3", CohortState.FINISHED, time(14), cast.WOMEN_3, days,
        tuple(marks), tuple(pairs), withdrawn=17, met_requirement=True, certified=True,
    )  # fmt: skip


def _starting(today: date) -> CohortPlan:
    """Hold the first session this afternoon; nobody is paired yet."""
    days = around(today, (0, 14, 28, 42, 56, 70))
    people = cast.WOMEN_4
    return CohortPlan(
        WOMEN, "Empowering Women 4", CohortState.RUNNING, time(14), people, days,
        ("-" * 6,) * len(people),
    )  # fmt: skip


def _every(days: int, count: int, last: date) -> tuple[date, ...]:
    """Return the days of a series that ends on its last day."""
    spans = [days * n for n in reversed(range(count))]
    return tuple(working_until(last - timedelta(days=span)) for span in spans)


def _lively(people: int, sessions: int) -> list[str]:
    """Return marks as they come about: mostly present, some late, at most one absence each."""
    rows = []
    for person in range(people):
        letters = ["P"] * sessions
        if person % 4 == 1:
            letters[person * 3 % sessions] = "L"
        if person % 5 == 2:
            letters[(person * 7 + 1) % sessions] = "A"
        elif person % 7 == 3:
            letters[(person * 5 + 2) % sessions] = "E"
        rows.append("".join(letters))
    return rows


def _meetings(began: date, apart: int, count: int) -> tuple[date, ...]:
    return tuple(working_from(began + timedelta(days=apart * n)) for n in range(1, count + 1))


def _back(today: date, ago: int, apart: int, count: int) -> tuple[date, ...]:
    """Return days of meetings, the last of them so many days ago."""
    spans = [ago + apart * n for n in reversed(range(count))]
    return tuple(working_until(today - timedelta(days=span)) for span in spans)
