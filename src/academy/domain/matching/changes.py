"""What comes next best: for every pair, the best plan in which these two are not together.

Taking a pair apart moves its mentee to another mentor, whose mentee may have to move in turn, and
so on in a ring, until somebody comes to the place just left. A plan that is best has no ring that
gains anything, so the cheapest ring gives the next best plan, exactly (cycle cancelling). The
prices make no step of a ring negative (Johnson, 1977), and the ways between all mentors are found
at once (Floyd and Warshall, 1962), not anew for each pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from academy.domain.matching.assignment import NOBODY, Values
from academy.domain.matching.prices import Costs, Prices, stations
from academy.domain.matching.scores import Chosen

Ways: TypeAlias = NDArray[np.int32] | NDArray[np.int64]

_HALF: Final = 2**30  # two numbers below it are added within 32 bits


@dataclass(frozen=True)
class Moved:
    """The cheapest way to take a pair apart: where its mentee goes (or NOBODY), what it costs."""

    column: int
    cost: float


def without(given: Values, chosen: Chosen, prices: Prices, rows: Chosen) -> list[Moved]:
    """Return the cheapest way to take the pair of each of these rows apart."""
    homes = chosen[rows]
    moves = np.column_stack((prices.lacks, prices.people))  # the last: to have no mentor
    moves[np.flatnonzero(chosen != NOBODY), chosen[chosen != NOBODY]] = np.inf
    steps = stations(given, chosen, moves[:, :-1], prices.people, prices.places)
    leave = moves[rows]
    twos = leave + steps[:, homes].T  # rings of two: an exchange, or a way out and back
    station = twos.argmin(axis=1)
    cost = twos.min(axis=1)
    longer = leave + _ways(steps, float(cost.max(initial=0)))[:, homes].T
    less = longer.min(axis=1) < cost  # of rings that cost the same, the one that moves fewest
    station[less] = longer.argmin(axis=1)[less]
    cost[less] = longer.min(axis=1)[less]
    nobody = len(given.room)
    return [
        Moved(NOBODY if column == nobody else column, spent)
        for column, spent in zip(station.tolist(), cost.tolist(), strict=True)
    ]


def _ways(steps: Costs, limit: float) -> Ways:
    """Return what the cheapest way between any two stations costs; above the limit, more than that.

    Costs up to the limit fit into 32 bits unless people are thousands: half the time.
    """
    most = limit + 1
    capped = np.minimum(steps, most)
    ways: Ways = capped.astype(np.int32) if most < _HALF else capped.astype(np.int64)
    over = np.empty_like(ways)
    for station in range(len(ways)):
        np.add(ways[:, station, None], ways[station], out=over)
        np.minimum(ways, over, out=ways)
    return ways
