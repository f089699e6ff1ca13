"""The best pairs of a table of values, exactly: each row at most once, each column as it has room.

The assignment problem, solved by scipy (Crouse, 2016, after Jonker and Volgenant). Values are whole
numbers below 2**53, so floating point adds them exactly. Heavy: imports scipy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from academy.domain.matching.scores import Table, Yes
from academy.domain.words import Aim

NOBODY: Final = -1
_SCARCE: Final = (8, 3, 1)  # who has no more mentors to choose from goes first, among equals


@dataclass(frozen=True)
class Values:
    """What a pair is worth to the aim: people and points in one number, the more weighty first."""

    table: Table  # 0 where a pair may not be
    may: Yes
    room: Table
    each: int  # what one more person paired is worth
    point: int  # what a point is worth

    def told(self, value: float) -> tuple[int, float]:
        """Return a sum of values as (people, points)."""
        if self.each > self.point:
            people = round(value / self.each)
            return people, round((value - people * self.each) / self.point)
        points = round(value / self.point)
        return round((value - points * self.point) / self.each), points


def values(points: Table, may: Yes, room: Table, most_points: int, aim: Aim) -> Values:
    """Return the values by which the aim is reached; `most_points` is the best a pair can have.

    The last digits settle ties: whoever has few mentors to choose from goes before the others.
    """
    people = len(points)
    options = may.sum(axis=1)
    first = sum((options <= few).astype(np.int64) for few in _SCARCE) * np.ones(1, np.int64)
    smallest = len(_SCARCE) * people + 1
    if aim is Aim.MOST_PEOPLE:
        point = smallest
        each = point * (most_points * people + 1)
    else:
        each = smallest
        point = each * (people + 1)
    worth = each + point * points + first[:, None]
    return Values(np.where(may, worth, 0), may, room, each, point)


def assigned(given: Values, at_least: int = 0) -> NDArray[np.int64]:
    """Return each row's column, or NOBODY; pairs of fewer points than `at_least` may not be.

    Leaving a row out is worth 0 and so is a pair that may not be: such a pair is read as nobody.
    """
    from scipy.optimize import linear_sum_assignment

    may = given.may if not at_least else given.may & (_points(given) >= at_least)
    places = np.repeat(np.arange(len(given.room)), np.minimum(given.room, len(may)))
    chosen = np.full(len(may), NOBODY, np.int64)
    if not len(places):
        return chosen
    table = np.where(may, given.table, 0)[:, places].astype(np.float64)
    rows, taken = linear_sum_assignment(table, maximize=True)
    columns = places[taken]
    real = may[rows, columns]
    chosen[rows[real]] = columns[real]
    return chosen


def fairest(given: Values) -> NDArray[np.int64]:
    """Return the best pairs of which the worst is as good as can be.

    Among all plans of as many people and as many points; found by asking for ever better worst
    pairs, halving the points there are.
    """
    chosen = assigned(given)
    goal = _told(given, chosen)
    if not goal[0]:
        return chosen
    points = _points(given)
    steps = np.unique(points[given.may])
    low = int(np.searchsorted(steps, _worst(given, chosen)))
    high = int(np.searchsorted(steps, _bound(given, points, goal[0])))
    while low < high:
        middle = (low + high + 1) // 2
        other = assigned(given, int(steps[middle]))
        if _told(given, other) == goal:
            chosen, low = other, int(np.searchsorted(steps, _worst(given, other)))
        else:
            high = middle - 1
    return chosen


def _bound(given: Values, points: Table, people: int) -> int:
    """Return what the worst of so many pairs cannot exceed: everybody at their very best."""
    own = np.where(given.may, points, -1)
    rows = np.sort(own.max(axis=1))[-people:]
    columns = np.sort(np.repeat(own.max(axis=0), np.minimum(given.room, people)))[-people:]
    return int(min(rows[0], columns[0]))


def _points(given: Values) -> Table:
    return (given.table - given.each) // given.point


def _pairs(chosen: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows = np.flatnonzero(chosen != NOBODY)
    return rows, chosen[rows]


def _told(given: Values, chosen: NDArray[np.int64]) -> tuple[int, int]:
    """Return people and points of a plan."""
    pairs = _pairs(chosen)
    return len(pairs[0]), int(_points(given)[pairs].sum())


def _worst(given: Values, chosen: NDArray[np.int64]) -> int:
    return int(_points(given)[_pairs(chosen)].min())
