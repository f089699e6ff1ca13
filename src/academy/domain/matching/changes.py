"""What comes next best: for every pair, the best plan in which these two are not together.

Taking a pair apart moves its mentee to another mentor, whose mentee may have to move in turn, and
so on in a ring, until somebody comes to the place just left. Places that stay empty, and having no
mentor, are one more station of such rings. The cheapest ring is a shortest path; a plan that is
best has no ring of negative cost, so it is found exactly (cycle cancelling; Johnson's potentials,
1977). Heavy: imports scipy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from academy.domain.matching.assignment import NOBODY, Values

Costs = NDArray[np.float64]


@dataclass(frozen=True)
class Moved:
    """The cheapest way to take a pair apart: where its mentee goes (or NOBODY), what it costs."""

    column: int
    cost: float


class Rings:
    """The rings of moves that start from a best plan. The last station is that of empty places."""

    def __init__(self, given: Values, chosen: NDArray[np.int64]) -> None:
        rows = np.arange(len(chosen))
        paired = chosen != NOBODY
        own = np.where(paired, given.table[rows, chosen], 0).astype(np.float64)
        self._chosen = chosen
        #: what moving a row to a column costs
        self._move = np.where(given.may, own[:, None] - given.table, np.inf)
        self._move[rows[paired], chosen[paired]] = np.inf
        free = np.bincount(chosen[paired], minlength=len(given.room)) < given.room
        self._out, self._out_to = self._ways_out(own, free)
        #: what taking the place of another row costs; that of a row with none is to have none
        self._takes = np.repeat(own[:, None], len(rows), axis=1)
        self._takes[:, paired] = self._move[:, chosen[paired]]
        np.fill_diagonal(self._takes, np.inf)
        self._reduced = self._with_potentials()

    def _ways_out(self, own: Costs, free: NDArray[np.bool_]) -> tuple[Costs, NDArray[np.int64]]:
        """Return what a free place, or having no mentor, costs each row, and which it is."""
        places = np.where(free[None, :], self._move, np.inf)
        column = places.argmin(axis=1)
        best = places[np.arange(len(own)), column]
        return np.minimum(own, best), np.where(best <= own, column, NOBODY)

    def _with_potentials(self) -> Costs:
        """Return what each step of a ring costs, moved so that none is negative.

        The potential of a row is the cheapest way from it to an empty place; rings stay as long.
        """
        far = self._out
        for _ in range(len(far)):
            nearer = np.minimum(far, (self._takes + far[None, :]).min(axis=1))
            if (nearer >= far).all():
                break
            far = nearer
        size = len(far) + 1
        reduced = np.full((size, size), np.inf)
        reduced[:-1, :-1] = self._takes + far[None, :] - far[:, None]
        reduced[:-1, -1] = self._out - far
        reduced[-1, :-1] = far
        return reduced

    def without(self, rows: NDArray[np.int64]) -> list[Moved]:
        """Return the cheapest way to take the pair of each of these rows apart."""
        twos = self._reduced + self._reduced.T  # rings of two: an exchange, or a way out and back
        partner = twos.argmin(axis=1)
        bound = twos[np.arange(len(partner)), partner]
        graph = self._near(float(bound[rows].max()))
        return [self._cheapest(row, partner[row], bound[row], graph) for row in rows.tolist()]

    def _near(self, limit: float) -> Any:
        """Return the steps that a ring no longer than the limit can hold, for scipy's graphs."""
        from scipy.sparse import csr_array

        rows, columns = np.nonzero(self._reduced <= limit)
        costs = self._reduced[rows, columns]
        return csr_array((costs, (rows, columns)), shape=self._reduced.shape)

    def _cheapest(self, row: int, partner: int, bound: float, graph: Any) -> Moved:
        """Return the shortest ring through a row: the ring of two, unless a longer one is less."""
        from scipy.sparse.csgraph import dijkstra

        far, before = dijkstra(graph, indices=row, limit=bound, return_predecessors=True)
        ring = far + self._reduced[:, row]
        ring[row] = np.inf
        station, cost = int(ring.argmin()), float(ring.min())
        if cost >= bound:
            return Moved(self._column(row, partner), float(bound))
        while before[station] != row:
            station = int(before[station])
        return Moved(self._column(row, station), cost)

    def _column(self, row: int, station: int) -> int:
        """Return the column a row comes to when it goes to a station."""
        if station == len(self._chosen):
            return int(self._out_to[row])
        return int(self._chosen[station])
