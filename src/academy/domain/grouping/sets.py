"""Dividing a cohort into sets of 5 to 8, as mixed as can be: a small integer program.

What is avoided costs: two of one reporting line most, two of one organisation next, an uneven
spread of regions and roles least. A veto is never broken. Solved by HiGHS through scipy, exactly,
or, where that takes too many steps, with the gap it proves. Heavy: imports scipy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from academy.domain.grouping.facts import (
    Closeness,
    Division,
    LearningSetPlan,
    Member,
    Trait,
    Wishes,
    close,
    mixed,
    together,
)
from academy.domain.words import RuleBroken

_IN_LINE, _AT_HOME, _UNEVEN = 40, 10, 2
_STEPS: Final = 4000  # nodes searched: the same on every computer, unlike a time limit


def divided(members: Iterable[Member], wishes: Wishes) -> Division:
    """Return the best sets; the same members give the same sets, in whatever order they come.

    Raises RuleBroken: "sets_sizes" (sizes that no cohort can have), "sets_too_few" (nobody to
    divide, or too few for sets that small), "sets_vetoed" (the vetoes leave no division).
    """
    people = sorted(members, key=lambda member: member.id)
    count = number_of_sets(len(people), wishes)
    program = _Program(people, wishes, count)
    placed, gap = program.solved()
    groups = [[p for p, s in zip(people, placed, strict=True) if s == n] for n in range(count)]
    return Division(tuple(_told(groups, wishes)), gap)


def number_of_sets(people: int, wishes: Wishes) -> int:
    """Return how many sets there will be: as few as the largest size allows.

    Fewer sets are larger, so that one person away does not leave a set too small to work.
    """
    if not 2 <= wishes.smallest <= wishes.largest:
        raise RuleBroken("sets_sizes", smallest=wishes.smallest, largest=wishes.largest)
    count = -(-people // wishes.largest)
    if not count or people < count * wishes.smallest:
        raise RuleBroken("sets_too_few", n=people, smallest=wishes.smallest)
    return count


class _Program:
    """The integer program: who is in which set, and what that costs.

    Variables: first people × sets (1: is in it), then one for each cost that may be paid.
    """

    def __init__(self, people: Sequence[Member], wishes: Wishes, count: int) -> None:
        self._people, self._wishes, self._count = people, wishes, count
        self._rows: list[dict[int, float]] = []
        self._bounds: list[tuple[float, float]] = []
        self._costs = [0.0] * (len(people) * count)
        self._places()
        self._apart()
        self._spread()

    def _at(self, person: int, set_: int) -> int:
        return person * self._count + set_

    def _row(self, terms: dict[int, float], low: float, high: float) -> None:
        self._rows.append(terms)
        self._bounds.append((low, high))

    def _paid(self, persons: Sequence[int], set_: int, at_most: int, cost: float) -> None:
        """Let each of these persons in a set beyond so many cost something."""
        self._costs.append(cost)
        terms = {self._at(person, set_): 1.0 for person in persons}
        self._row({**terms, len(self._costs) - 1: -1.0}, -np.inf, at_most)

    def _places(self) -> None:
        """Everybody in one set; sets of nearly the same size."""
        persons, sets = range(len(self._people)), range(self._count)
        for person in persons:
            self._row({self._at(person, set_): 1.0 for set_ in sets}, 1, 1)
        low, high = len(persons) // self._count, -(-len(persons) // self._count)
        for set_ in sets:
            self._row({self._at(person, set_): 1.0 for person in persons}, low, high)

    def _apart(self) -> None:
        """Keep the vetoes; let two close people in one set cost something."""
        vetoes = self._wishes.vetoes
        for (i, first), (j, second) in combinations(enumerate(self._people), 2):
            veto = frozenset((first.id, second.id)) in vetoes
            for set_ in range(self._count):
                if veto:
                    self._row({self._at(i, set_): 1.0, self._at(j, set_): 1.0}, 0, 1)
                elif close(first, second) is Closeness.REPORTING_LINE:
                    self._paid((i, j), set_, 1, _IN_LINE)
        for persons in self._alike(Trait.ORGANISATION):
            for set_ in range(self._count):
                self._paid(persons, set_, 1, _AT_HOME)

    def _spread(self) -> None:
        """Spread each region and role, and each large organisation, evenly over the sets."""
        for trait in Trait:
            for persons in self._alike(trait):
                even = -(-len(persons) // self._count)
                for set_ in range(self._count):
                    self._paid(persons, set_, even, _UNEVEN)

    def _alike(self, trait: Trait) -> list[list[int]]:
        """Return the groups of people with the same known value of a trait, of two and more."""
        values = defaultdict[str, list[int]](list)
        for person, member in enumerate(self._people):
            values[member.trait(trait)].append(person)
        return [persons for value, persons in values.items() if value and len(persons) > 1]

    def solved(self) -> tuple[list[int], float]:
        """Return the set of each person, and the gap."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        low, high = zip(*self._bounds, strict=True)
        whole = np.zeros(len(self._costs))
        whole[: len(self._people) * self._count] = 1
        found = milp(
            np.array(self._costs),
            integrality=whole,
            bounds=Bounds(0, self._most()),
            constraints=LinearConstraint(self._matrix(), np.array(low), np.array(high)),
            options={"node_limit": _STEPS, "mip_rel_gap": 0.0},
        )
        if found.x is None:
            raise RuleBroken("sets_vetoed", n=len(self._wishes.vetoes))
        shape = (len(self._people), self._count)
        where: NDArray[np.float64] = found.x[: shape[0] * shape[1]].reshape(shape)
        return where.argmax(axis=1).tolist(), max(0.0, float(found.mip_gap or 0.0))

    def _most(self) -> NDArray[np.float64]:
        """Return the largest value of each variable.

        Sets have no names yet, so the first person is in the first, the second in one of the first
        two: otherwise each division would be searched many times over.
        """
        most = np.full(len(self._costs), np.inf)
        for person in range(len(self._people)):
            for set_ in range(self._count):
                most[self._at(person, set_)] = 1.0 if set_ <= person else 0.0
        return most

    def _matrix(self) -> Any:
        from scipy.sparse import csr_array

        cells = [(n, k, value) for n, row in enumerate(self._rows) for k, value in row.items()]
        rows, columns, data = zip(*cells, strict=True)
        return csr_array((data, (rows, columns)), shape=(len(self._rows), len(self._costs)))


def _told(groups: Sequence[Sequence[Member]], wishes: Wishes) -> list[LearningSetPlan]:
    facilitators = _facilitators(groups, wishes)
    return [
        LearningSetPlan(
            tuple(member.id for member in group), facilitator, mixed(group), together(group)
        )
        for group, facilitator in zip(groups, facilitators, strict=True)
    ]


def _facilitators(groups: Sequence[Sequence[Member]], wishes: Wishes) -> list[int | None]:
    """Return a facilitator for each set: in nobody's reporting line where it can be helped."""
    from scipy.optimize import linear_sum_assignment

    some = wishes.facilitators
    if not some:
        return [None] * len(groups)
    turns = -(-len(groups) // len(some))
    cost = np.array(
        [[_in_line(group, *who) for _ in range(turns) for who in some] for group in groups], float
    )
    # who has a set already comes after those who have none
    cost = cost * 100 + np.repeat(np.arange(turns), len(some))[None, :]
    _, taken = linear_sum_assignment(cost)
    return [some[column % len(some)][0] for column in taken.tolist()]


def _in_line(group: Sequence[Member], facilitator: int, line: frozenset[int]) -> int:
    return sum(member.id in line or facilitator in member.line for member in group)
