"""The fairest of all best plans: the one whose worst pair is as good as can be.

Best plans are made of few pairs (see `prices`), so the worst one is sought among these alone, by
halving: can people be paired without any pair below so many points? That is a question of yes and
no (a matching in a graph), far quicker than to find a best plan anew.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from academy.domain.matching.assignment import NOBODY, Values, assigned
from academy.domain.matching.prices import Prices
from academy.domain.matching.scores import Chosen, Table, Yes


def fairest(given: Values, chosen: Chosen, prices: Prices) -> Chosen:
    """Return a plan as good as the best plan `chosen`, but fairer if one is."""
    rows = np.flatnonzero(chosen != NOBODY)
    if not len(rows):
        return chosen
    worst = int(given.points[rows, chosen[rows]].min())
    best = prices.best
    pairs = _Pairs.of(given, prices, best)
    steps = np.unique(pairs.points[pairs.points >= worst])
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if pairs.suffice(int(steps[middle])):
            low = middle
        else:
            high = middle - 1
    return assigned(given, best & (given.points >= steps[low])) if low else chosen


@dataclass(frozen=True)
class _Pairs:
    """The pairs of all best plans, once for each place of the mentor, and who needs one."""

    rows: Table
    places: Table
    points: Table
    people: Yes  # who has a mentor in every best plan
    needed: Yes  # which places are taken in every best plan

    @classmethod
    def of(cls, given: Values, prices: Prices, best: Yes) -> _Pairs:
        """Return the pairs of some tables."""
        room = np.minimum(given.room, len(best))
        rows, columns = np.nonzero(best & (room > 0))
        which = np.repeat(np.arange(len(rows)), room[columns])
        first = np.cumsum(room[columns]) - room[columns]  # where the places of each pair begin
        place = (np.cumsum(room) - room)[columns][which] + np.arange(len(which)) - first[which]
        return cls(
            rows[which],
            place,
            given.points[rows, columns][which],
            prices.people > 0,
            np.repeat(prices.places > 0, room),
        )

    def suffice(self, at_least: int) -> bool:
        """Tell whether pairs of so many points are enough for a best plan.

        Everybody who needs a mentor must find one, and every place that must be taken its mentee.
        If both can be, each alone, then both can be at once (Mendelsohn and Dulmage, 1958).
        """
        enough = self.points >= at_least
        rows, places = self.rows[enough], self.places[enough]
        return _all_matched(rows, places, self.people, len(self.needed)) and _all_matched(
            places, rows, self.needed, len(self.people)
        )


def _all_matched(these: Table, those: Table, need: Yes, size: int) -> bool:
    """Tell whether each of these that needs one can have one of those for itself."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    asked = need[these]
    edges = np.ones(int(asked.sum())), (these[asked], those[asked])
    graph = csr_array(edges, shape=(len(need), size))
    found = maximum_bipartite_matching(graph, perm_type="column")
    return int((found >= 0).sum()) == int(need.sum())
