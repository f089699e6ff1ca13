"""The best pairs of a table of values, exactly: each row at most once, each column as it has room.

The assignment problem, solved by scipy (Crouse, 2016, after Jonker and Volgenant). Values are whole
numbers below 2**53, so floating point adds them exactly. Heavy: imports scipy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from academy.domain.matching.scores import Chosen, Table, Yes
from academy.domain.words import Aim

NOBODY: Final = -1
_SCARCE: Final = (8, 3, 1)  # who has no more mentors to choose from goes first, among equals


@dataclass(frozen=True)
class Values:
    """What a pair is worth to the aim: people and points in one number, the more weighty first.

    `table` is `worth` with digits behind it that settle ties; both are 0 where a pair may not be.
    """

    points: Table
    worth: Table
    table: Table
    may: Yes
    room: Table
    each: int  # what one more person paired is worth
    point: int  # what a point is worth

    def told(self, worth: float) -> tuple[int, float]:
        """Return a sum of worths as (people, points)."""
        if self.each > self.point:
            people = round(worth / self.each)
            return people, round((worth - people * self.each) / self.point)
        points = round(worth / self.point)
        return round((worth - points * self.point) / self.each), points


def values(points: Table, may: Yes, room: Table, most_points: int, aim: Aim) -> Values:
    """Return the values by which the aim is reached; `most_points` is the best a pair can have.

    The last digits settle ties: whoever has few mentors to choose from goes before the others.
    """
    people = len(points)
    options = may.sum(axis=1)
    first = sum((options <= few).astype(np.int64) for few in _SCARCE) * np.ones(1, np.int64)
    if aim is Aim.MOST_PEOPLE:
        each, point = most_points * people + 1, 1
    else:
        each, point = 1, people + 1
    worth = each + point * points
    table = worth * (len(_SCARCE) * people + 1) + first[:, None]
    return Values(points, np.where(may, worth, 0), np.where(may, table, 0), may, room, each, point)


def assigned(given: Values, may: Yes | None = None) -> Chosen:
    """Return each row's column, or NOBODY; `may` leaves fewer pairs than may be.

    Leaving a row out is worth 0 and so is a pair that may not be: such a pair is read as nobody.
    """
    from scipy.optimize import linear_sum_assignment

    may = given.may if may is None else may
    places = np.repeat(np.arange(len(given.room)), np.minimum(given.room, len(may)))
    chosen = np.full(len(may), NOBODY, np.int64)
    if not len(places):
        return chosen
    table = np.where(may, given.table, 0).astype(np.float64)[:, places]
    rows, taken = linear_sum_assignment(table, maximize=True)
    columns = places[taken]
    real = may[rows, columns]
    chosen[rows[real]] = columns[real]
    return chosen
