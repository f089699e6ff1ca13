"""Every possible pair rated: what each criterion gives it, and what stands in its way.

All pairs at once, as tables of whole numbers (mentees down, mentors across); a fraction of 1 is
1,000, so that sums are exact and ties are real ties. Heavy: imports numpy and scipy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from academy.domain.matching.facts import Mentee, Mentor, Rules, Share
from academy.domain.names import folded
from academy.domain.words import Criterion, Obstacle

Table: TypeAlias = NDArray[np.int64]
Yes: TypeAlias = NDArray[np.bool_]
Chosen: TypeAlias = NDArray[np.int64]  # rows, or the column of each row

FULL: Final = 1000  # a fraction of 1
UNKNOWN: Final = 500  # nothing known: neither for nor against
ONLINE: Final = 800  # another region, but both meet online
#: What a mentor this many grades above the mentee is worth; below 0 nothing, above 3 as 3.
GRADES_ABOVE: Final = (400, 1000, 1000, 700)
_IN_THE_WAY: Final = tuple(Obstacle)


class Scores:
    """The ratings of all pairs of some mentees and mentors, in their order."""

    def __init__(self, mentees: Sequence[Mentee], mentors: Sequence[Mentor], rules: Rules) -> None:
        self.mentees, self.mentors, self.rules = mentees, mentors, rules
        self._shape = (len(mentees), len(mentors))

    @cached_property
    def fractions(self) -> dict[Criterion, Table]:
        """What each criterion gives each pair, of 1,000."""
        return {
            Criterion.WANTS: self._shared(lambda m: m.wants, lambda m: m.offers),
            Criterion.THEMES: self._shared(lambda m: m.themes, lambda m: m.themes),
            Criterion.MEETING: self._meeting(),
            Criterion.DAYS: self._days(),
            Criterion.ORGANISATION: self._organisation(),
            Criterion.SENIORITY: self._seniority(),
            Criterion.WISHES: self._shared(lambda m: m.wishes, lambda m: m.tells),
        }

    @cached_property
    def points(self) -> Table:
        """The weighted sum of each pair; at most 1,000 times the sum of the weights."""
        total = np.zeros(self._shape, np.int64)
        for criterion, fraction in self.fractions.items():
            total += self.rules.weight(criterion) * fraction
        return total

    @cached_property
    def obstacles(self) -> Table:
        """What stands in the way of each pair: 0 nothing, else 1 + the place in `Obstacle`."""
        found = np.zeros(self._shape, np.int64)
        for code, (obstacle, where) in reversed(list(enumerate(self._in_the_way().items(), 1))):
            assert obstacle is _IN_THE_WAY[code - 1]
            found[where] = code
        return found

    def obstacle(self, row: int, column: int) -> Obstacle | None:
        """Return what stands in the way of one pair."""
        code = int(self.obstacles[row, column])
        return obstacle_of(code) if code else None

    def shares(self, rows: Chosen, columns: Chosen) -> list[tuple[Share, ...]]:
        """Return what each criterion gives each of these pairs."""
        given = []
        for criterion, fraction in self.fractions.items():
            if weight := self.rules.weight(criterion):
                points = (weight * fraction[rows, columns]).tolist()
                given.append([Share(criterion, some, weight * FULL) for some in points])
        return list(zip(*given, strict=True)) if given else [()] * len(rows)

    def score(self, points: float) -> float:
        """Return points as a score of at most 100."""
        return float(points) * 100 / self._most

    @cached_property
    def _most(self) -> int:
        return FULL * self.rules.most

    # ---- criteria -----------------------------------------------------------------------------

    def _shared(
        self,
        wanted: Callable[[Mentee], frozenset[str]],
        given: Callable[[Mentor], frozenset[str]],
    ) -> Table:
        """Return which part of the words a mentee names the mentor names too; none named: all."""
        asked = [frozenset(map(folded, wanted(mentee))) for mentee in self.mentees]
        said = [frozenset(map(folded, given(mentor))) for mentor in self.mentors]
        count = np.array([len(some) for some in asked], np.int64)[:, None]
        return np.where(count > 0, FULL * _common(asked, said) // np.maximum(count, 1), FULL)

    def _meeting(self) -> Table:
        regions = [folded(m.region) for m in self.mentees], [folded(m.region) for m in self.mentors]
        near, known = _same(*regions), _known(*regions)
        online = _both([m.online for m in self.mentees], [m.online for m in self.mentors])
        in_person = _both([m.in_person for m in self.mentees], [m.in_person for m in self.mentors])
        best = np.where(online, ONLINE, np.where(in_person & ~known, UNKNOWN, 0))
        return np.where(near & known & (online | in_person), FULL, best)

    def _days(self) -> Table:
        first = [frozenset(map(folded, m.days)) for m in self.mentees]
        second = [frozenset(map(folded, m.days)) for m in self.mentors]
        known = _both([bool(some) for some in first], [bool(some) for some in second])
        return np.where(known, np.where(_common(first, second) > 0, FULL, 0), UNKNOWN)

    def _organisation(self) -> Table:
        return np.where(self._known_homes, np.where(self._one_home, 0, FULL), UNKNOWN)

    @cached_property
    def _one_home(self) -> Yes:
        homes = [m.organisation for m in self.mentees], [m.organisation for m in self.mentors]
        return _same(*homes) & self._known_homes

    @cached_property
    def _known_homes(self) -> Yes:
        return _known(
            [m.organisation for m in self.mentees], [m.organisation for m in self.mentors]
        )

    def _seniority(self) -> Table:
        grades = [m.grade for m in self.mentees], [m.grade for m in self.mentors]
        low, high = (np.array([grade or 0 for grade in some], np.int64) for some in grades)
        above = np.clip(high[None, :] - low[:, None], -1, len(GRADES_ABOVE) - 1)
        worth = np.array([*GRADES_ABOVE, 0], np.int64)[above]  # -1 is the last: below the mentee
        known = _both([g is not None for g in grades[0]], [g is not None for g in grades[1]])
        return np.where(known, worth, UNKNOWN)

    # ---- what stands in the way ---------------------------------------------------------------

    def _in_the_way(self) -> dict[Obstacle, Yes]:
        people = [m.id for m in self.mentees], [m.id for m in self.mentors]
        everybody = np.ones(self._shape, np.bool_)
        same_home = np.zeros(self._shape, np.bool_)
        return {
            Obstacle.ONESELF: _same(*people),
            Obstacle.PAUSED: everybody & np.array([m.paused for m in self.mentors], np.bool_),
            Obstacle.RESTING: everybody & np.array([m.resting for m in self.mentors], np.bool_),
            Obstacle.REPORTING_LINE: self._marked(self._line()),
            Obstacle.CONFLICT: self._marked(self.rules.conflicts),
            Obstacle.FORMER_PAIR: self._marked(self.rules.former),
            Obstacle.DECLINED: self._marked(self.rules.declined),
            Obstacle.SAME_ORGANISATION: same_home
            if self.rules.same_organisation
            else self._one_home,
            Obstacle.FULL: everybody & np.array([m.room < 1 for m in self.mentors], np.bool_),
        }

    def _line(self) -> frozenset[tuple[int, int]]:
        """Return the pairs of whom one is in the reporting line of the other."""
        mentees, mentors = {m.id for m in self.mentees}, {m.id for m in self.mentors}
        above = {(m.id, boss) for m in self.mentees for boss in m.line & mentors}
        below = {(boss, m.id) for m in self.mentors for boss in m.line & mentees}
        return frozenset(above | below)

    def _marked(self, pairs: frozenset[tuple[int, int]]) -> Yes:
        marked = np.zeros(self._shape, np.bool_)
        rows = {mentee.id: n for n, mentee in enumerate(self.mentees)}
        columns = {mentor.id: n for n, mentor in enumerate(self.mentors)}
        for mentee, mentor in pairs:
            if mentee in rows and mentor in columns:
                marked[rows[mentee], columns[mentor]] = True
        return marked


def code_of(obstacle: Obstacle) -> int:
    """Return how `Scores.obstacles` says an obstacle."""
    return _IN_THE_WAY.index(obstacle) + 1


def obstacle_of(code: int) -> Obstacle:
    """Return the obstacle of a code above 0."""
    return _IN_THE_WAY[code - 1]


def _common(some: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> Table:
    """Return how many words each of some has in common with each of the others.

    A product of sparse tables: of the many words there are, each person names a few.
    """
    words = {word: n for n, word in enumerate(sorted(frozenset[str]().union(*some)))}
    common: Table = (_held(some, words) @ _held(others, words).T).toarray()
    return common


def _held(some: Sequence[frozenset[str]], words: dict[str, int]) -> Any:
    """Return who holds which word, a row a person, as a sparse table."""
    from scipy.sparse import csr_array

    held = [[words[word] for word in mine if word in words] for mine in some]
    columns = np.array([word for mine in held for word in mine], np.int64)
    ends = np.cumsum([0, *map(len, held)])
    ones = np.ones(len(columns), np.int64)
    return csr_array((ones, columns, ends), shape=(len(some), len(words)))


def _same(first: Sequence[object], second: Sequence[object]) -> Yes:
    codes = {value: n for n, value in enumerate(dict.fromkeys([*first, *second]))}
    down, across = (np.array([codes[v] for v in some], np.int64) for some in (first, second))
    return np.equal(down[:, None], across[None, :])


def _known(first: Sequence[object], second: Sequence[object]) -> Yes:
    unknown = (None, "")
    return _both([v not in unknown for v in first], [v not in unknown for v in second])


def _both(first: Sequence[bool], second: Sequence[bool]) -> Yes:
    down, across = (np.array(some, np.bool_) for some in (first, second))
    return np.logical_and(down[:, None], across[None, :])
