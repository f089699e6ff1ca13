"""Matching a whole cohort with every reason told, against the bare solve of a ready table.

    python benchmarks/matching.py

The floor is `linear_sum_assignment` on a table of random values, which it solves at its ease. The
second line is the same solver on the values of these very people, whose ties and forbidden pairs
take it longer. Then ours: scores, pairs, the fairest of equal plans, the next best plan of every
pair, and the reasons for it. One job has a goal of its own: 500 people with 200 mentors of three
places each in 150 ms. The last cohort is the synthetic set of 500 of a Civil Service network (see
tests/data/mentoring), by organisation, grade and profession; no identity column is read.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from in_turn import milliseconds, tell
from scipy.optimize import linear_sum_assignment

from academy.domain.bench import THEMES, WEEKDAYS, grade_of
from academy.domain.matching.assignment import values
from academy.domain.matching.facts import Matching, Mentee, Mentor, Rules
from academy.domain.matching.match import match
from academy.domain.matching.scores import FULL, Scores
from academy.usecases.matching_reasons import reasons

SETS = Path(__file__).parents[1] / "tests" / "data" / "mentoring"
SIZES = ((24, 18, 2), (200, 120, 2), (500, 200, 3), (500, 500, 1))
OURS, OWN_TABLE = "matched and explained", "the bare solve of our values"
Cohort = tuple[list[Mentee], list[Mentor], Rules]


def made_up(people: int, mentors: int, room: int) -> Cohort:
    """Return people who have said a few things, some of whom may not be paired."""
    chance = Random(people)
    regions = ("Wales", "London", "North West", "South East", "")

    def some(words: Sequence[str], most: int) -> frozenset[str]:
        return frozenset(chance.sample(words, chance.randrange(most + 1)))

    waiting = [
        Mentee(
            n, wants=some(THEMES, 3), themes=some(THEMES, 2), region=chance.choice(regions),
            online=chance.random() < 0.7, days=some(WEEKDAYS, 3), organisation=chance.randrange(40),
            grade=chance.randrange(1, 6),
        )
        for n in range(people)
    ]  # fmt: skip
    bench = [
        Mentor(
            10_000 + n, room, offers=some(THEMES, 3), themes=some(THEMES, 2),
            region=chance.choice(regions), online=chance.random() < 0.7, days=some(WEEKDAYS, 3),
            organisation=chance.randrange(40), grade=chance.randrange(3, 9),
            paused=chance.random() < 0.03,
        )
        for n in range(mentors)
    ]  # fmt: skip
    return waiting, bench, Rules()


def civil_service() -> Cohort:
    """Return the 500 and 500 of the network: their profession is what they want and offer."""
    homes: dict[str, int] = {}

    def rows(name: str) -> list[dict[str, str]]:
        with (SETS / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def home(row: dict[str, str]) -> int:
        return homes.setdefault(row["organisation"], len(homes))

    waiting = [
        Mentee(n, wants=frozenset({row["profession"]}), organisation=home(row),
               grade=grade_of(row["grade"]))
        for n, row in enumerate(rows("large-mentees.csv"))
    ]  # fmt: skip
    bench = [
        Mentor(10_000 + n, 1, offers=frozenset({row["profession"]}), organisation=home(row),
               grade=grade_of(row["grade"]))
        for n, row in enumerate(rows("large-mentors.csv"))
    ]  # fmt: skip
    return waiting, bench, Rules()


def explained(cohort: Cohort) -> Matching:
    """Match a cohort and say why of every pair, as the page of pairs shows it."""
    waiting, bench, rules = cohort
    found = match(waiting, bench, rules)
    mentees, mentors = {m.id: m for m in waiting}, {m.id: m for m in bench}
    for pair in found.suggestions:
        reasons(mentees[pair.mentee_id], mentors[pair.mentor_id], pair.shares, 1)
    return found


def measured(job: str, cohort: Cohort, rounds: int) -> None:
    """Solve, and match with everything told, in turn."""
    waiting, bench, rules = cohort
    scores = Scores(waiting, bench, rules)
    room = np.array([mentor.room for mentor in bench], np.int64)
    given = values(scores.points, scores.obstacles == 0, room, FULL * rules.most, rules.aim)
    table = given.table[:, np.repeat(np.arange(len(bench)), room)].astype(np.float64)
    easy = np.random.default_rng(1).random(table.shape)
    ways = {
        "linear_sum_assignment, random table": lambda: linear_sum_assignment(easy, maximize=True),
        OWN_TABLE: lambda: linear_sum_assignment(table, maximize=True),
        OURS: lambda: explained(cohort),
    }
    took = milliseconds(ways, rounds)
    tell(job, took, {OURS: 3})
    found = explained(cohort)
    told = f"{len(found.suggestions)} paired, {len(found.unmatched)} left over"
    print(f"  {told}; {took[OURS] / took[OWN_TABLE]:.2f} × the bare solve of our values\n")


def main() -> None:
    """Measure all sizes."""
    for people, mentors, room in SIZES:
        name = f"{people} people, {mentors} mentors with {room} place(s)"
        measured(name, made_up(people, mentors, room), 3 if people > 300 else 9)
    measured("The Civil Service set, 500 × 500", civil_service(), 3)


if __name__ == "__main__":
    main()
