"""The pairs found are as good as those of solvers asked directly, which share no code with ours."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from academy.domain.matching.assignment import assigned, values
from academy.domain.matching.facts import Matching
from academy.domain.matching.fairness import fairest
from academy.domain.matching.match import match
from academy.domain.matching.prices import priced
from academy.domain.matching.scores import FULL, Scores
from academy.domain.words import Aim, Criterion
from domain.matching.cases import cohort

CASES = [(seed, 5 + seed % 40, 4 + seed * 7 % 30) for seed in range(200)]


class Case:
    """A cohort with what each pair gives, and a single weight per pair that states the aim."""

    def __init__(self, seed: int, mentees: int, mentors: int) -> None:
        self.aim = Aim.MOST_PEOPLE if seed % 2 else Aim.BEST_SCORES
        waiting, bench, rules = cohort(seed, mentees, mentors, most_room=1 + seed % 4)
        self.mentees, self.mentors, self.rules = waiting, bench, replace(rules, aim=self.aim)
        scores = Scores(waiting, bench, self.rules)
        self.points = scores.points
        self.may = np.array(
            [
                [scores.obstacle(i, j) is None for j in range(mentors)]
                for i in range(mentees)
            ]
        )  # fmt: skip
        self.room = [mentor.room for mentor in bench]
        most = int(self.points.max()) * mentees + 1
        person = (most, 1) if self.aim is Aim.MOST_PEOPLE else (1, mentees + 1)
        self.worth = np.where(self.may, person[0] + person[1] * self.points, 0)

    def told(self, pairs: list[tuple[int, int]]) -> tuple[int, int]:
        """Return people and points of a plan."""
        return len(pairs), sum(int(self.points[pair]) for pair in pairs)

    def solved(self, may) -> tuple[int, int]:
        """Return people and points of the best plan of some pairs, by scipy alone."""
        places = [column for column, room in enumerate(self.room) for _ in range(room)]
        worth = np.where(may, self.worth, 0)[:, places]
        rows, taken = linear_sum_assignment(worth, maximize=True)
        pairs = [(int(i), places[j]) for i, j in zip(rows, taken, strict=True)]
        return self.told([pair for pair in pairs if may[pair]])

    def ours(self) -> Matching:
        return match(self.mentees, self.mentors, self.rules)


def pairs_of(case: Case, found: Matching) -> list[tuple[int, int]]:
    rows = {mentee.id: n for n, mentee in enumerate(case.mentees)}
    columns = {mentor.id: n for n, mentor in enumerate(case.mentors)}
    return [(rows[s.mentee_id], columns[s.mentor_id]) for s in found.suggestions]


@pytest.mark.parametrize("number", CASES)
def test_scipy_asked_directly_finds_no_better_plan(number):
    case = Case(*number)
    best = case.solved(case.may)
    ours = pairs_of(case, case.ours())
    assert case.told(ours) == best
    assert all(case.may[pair] for pair in ours)
    taken_places = np.bincount([column for _, column in ours], minlength=len(case.room))
    assert (taken_places <= case.room).all()


def test_a_solver_of_others_finds_no_better_plan():
    flows = pytest.importorskip(
        "ortools.graph.python.min_cost_flow",
        reason="ortools is not installed: pip install ortools, only to compare",
    )
    for number in CASES:
        case = Case(*number)
        assert case.told(pairs_of(case, case.ours())) == case.told(flow(flows, case)), number


def flow(flows, case: Case) -> list[tuple[int, int]]:
    """Return the best plan as a flow of least cost from the mentees over the mentors."""
    people, mentors = case.may.shape
    source, sink = people + mentors, people + mentors + 1
    network = flows.SimpleMinCostFlow()
    arcs = {}
    for i in range(people):
        network.add_arc_with_capacity_and_unit_cost(source, i, 1, 0)
        network.add_arc_with_capacity_and_unit_cost(i, sink, 1, 0)  # stays without a mentor
        for j in np.flatnonzero(case.may[i]).tolist():
            arc = network.add_arc_with_capacity_and_unit_cost(
                i, people + j, 1, -int(case.worth[i, j])
            )
            arcs[arc] = (i, j)
    for j, room in enumerate(case.room):
        network.add_arc_with_capacity_and_unit_cost(people + j, sink, room, 0)
    network.set_node_supply(source, people)
    network.set_node_supply(sink, -people)
    assert network.solve() == network.OPTIMAL
    return [pair for arc, pair in arcs.items() if network.flow(arc)]


@pytest.mark.parametrize("number", CASES[::4])
def test_a_better_worst_pair_never_costs_a_person_or_a_point(number):
    case = Case(*number)
    room = np.array(case.room, np.int64)
    given = values(case.points, case.may, room, FULL * case.rules.most, case.aim)
    best = assigned(given)
    plain, fair = plan_of(best), plan_of(fairest(given, best, priced(given, best)))
    assert case.told(fair) == case.told(plain)
    if plain:
        assert min(case.points[pair] for pair in fair) >= min(case.points[pair] for pair in plain)


def plan_of(chosen) -> list[tuple[int, int]]:
    return [(row, int(column)) for row, column in enumerate(chosen) if column >= 0]


@pytest.mark.parametrize("number", CASES[1::8])
def test_the_next_best_plan_of_each_pair_is_that_of_a_solve_without_it(number):
    case = Case(*number)
    found = case.ours()
    best = case.told(pairs_of(case, found))
    for pair, suggestion in zip(pairs_of(case, found), found.suggestions, strict=True):
        others = case.may.copy()
        others[pair] = False
        people, points = case.solved(others)
        change = suggestion.change
        assert change is not None
        assert change.people == best[0] - people
        assert round(change.points * 1000) == best[1] - points  # of weights that sum up to 100


@pytest.mark.parametrize("number", CASES[::4])
def test_no_best_plan_has_a_better_worst_pair(number):
    case = Case(*number)
    ours = pairs_of(case, case.ours())
    if ours:
        worst = min(case.points[pair] for pair in ours)
        fairer = case.solved(case.may & (case.points > worst))
        assert fairer != case.told(ours)


@pytest.mark.parametrize("number", CASES[::8])
def test_prices_are_those_of_a_best_plan(number):
    case = Case(*number)
    given = values(case.points, case.may, np.array(case.room), FULL * case.rules.most, case.aim)
    chosen = assigned(given)
    prices = priced(given, chosen)
    assert min(prices.people.min(), prices.places.min(), prices.lacks.min()) >= 0
    assert all(prices.best[pair] for pair in plan_of(chosen))
    assert (chosen[prices.people > 0] >= 0).all()
    taken = np.bincount(chosen[chosen >= 0], minlength=len(case.room))
    assert (taken == case.room)[prices.places > 0].all()


@pytest.mark.parametrize("number", CASES[:40:8])
def test_costs_beyond_32_bits_are_told_as_well(number):
    case = Case(*number)
    light, heavy = (
        match(case.mentees, case.mentors, replace(case.rules, weights=dict.fromkeys(Criterion, by)))
        for by in (1, 10**6)
    )
    assert [s.change for s in light.suggestions] == [s.change for s in heavy.suggestions]
