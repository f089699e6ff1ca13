"""What a best plan makes people and places worth, and so what every other pair would cost.

People who have a mentor, and mentors who have no place left, have a price: what all would lose
without them. No pair is worth more than the prices of its two (linear programming calls them
duals), so what a pair lacks of them is what taking it costs at least, and the pairs that lack
nothing are those of all best plans, of which there may be many.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from academy.domain.matching.assignment import NOBODY, Values
from academy.domain.matching.scores import Chosen, Yes

#: Whole numbers below 2**53, and infinity for what may not be.
Costs: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Prices:
    """The prices of one best plan; they are those of every other best plan, too.

    `people` and `places` are 0 or more. Whoever is above 0 has a mentor, or no place left, in
    every best plan. `lacks`: what the worth of each pair lacks of both prices, 0 or more.
    """

    people: Costs
    places: Costs
    lacks: Costs

    @property
    def best(self) -> Yes:
        """The pairs of all best plans."""
        return np.equal(self.lacks, 0)


def priced(given: Values, chosen: Chosen) -> Prices:
    """Return the prices that go with a best plan.

    A place costs what its loss costs: its mentee moves to another place, whose mentee moves in
    turn, and so on until a place is empty or somebody has none. That is a shortest path (Bellman
    and Ford's); no ring of moves gains anything, or the plan would not be the best.
    """
    own = worth_of(given, chosen)
    moves = np.where(given.may, own[:, None] - given.worth, np.inf)
    steps = stations(given, chosen, moves, own, np.zeros(len(given.room)))
    lost = steps[:, -1]
    lost[-1] = 0
    while True:
        less = np.minimum(lost, (steps + lost).min(axis=1))
        if np.array_equal(less, lost):
            break
        lost = less
    people, places = own - lost[chosen], lost[:-1]  # NOBODY is the last of all stations
    lacks = np.where(given.may, people[:, None] + places - given.worth, np.inf)
    return Prices(people, places, lacks)


def worth_of(given: Values, chosen: Chosen) -> Costs:
    """Return what each row is worth in a plan."""
    own = given.worth[np.arange(len(chosen)), chosen] if given.room.size else np.zeros(len(chosen))
    return np.where(chosen == NOBODY, 0, own).astype(np.float64)


def stations(given: Values, chosen: Chosen, moves: Costs, leaving: Costs, freed: Costs) -> Costs:
    """Return what it costs, at least, that somebody goes from one station to another.

    Stations are the columns, and one more for empty places and for having no mentor. `moves` is
    what a row pays for a column, `leaving` for having none; `freed` what it costs to give up a
    place of each column. Rings of such steps are all the ways to change a plan.
    """
    columns = len(given.room)
    order = np.argsort(chosen, kind="stable")  # rows of one column, side by side
    homes, starts = np.unique(chosen[order], return_index=True)
    steps = np.full((columns + 1, columns + 1), np.inf)
    if len(order):
        paid = np.column_stack((moves, leaving))[order]
        steps[homes] = np.minimum.reduceat(paid, starts)  # NOBODY is the last of all stations
    taken = np.bincount(chosen[chosen != NOBODY], minlength=columns)
    steps[:-1, -1][taken < given.room] = 0
    used = taken > 0
    steps[-1, :-1][used] = np.minimum(freed, steps[-1, :-1])[used]
    np.fill_diagonal(steps, 0)
    return steps
