"""A whole cohort paired at once: pins first, then the best plan, then why and what else.

The same people give the same pairs, in whatever order they come: they are taken by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from academy.domain.matching.facts import (
    Change,
    Matching,
    Mentee,
    Mentor,
    RefusedPin,
    Rules,
    Suggestion,
    Unmatched,
)
from academy.domain.words import Obstacle

if TYPE_CHECKING:  # imports numpy
    from academy.domain.matching.scores import Chosen, Scores

_WOULD_HELP = 3


def match(
    mentees: Iterable[Mentee],
    mentors: Iterable[Mentor],
    rules: Rules,
    pins: Sequence[tuple[int, int]] = (),
) -> Matching:
    """Return the best pairs for all mentees at once.

    `pins` are (mentee id, mentor id), pairs that are wanted whatever their score; one that breaks
    a hard rule, or contradicts an earlier one, is refused and told. Ids must differ among mentees
    and among mentors.
    """
    waiting = sorted(mentees, key=lambda mentee: mentee.id)
    bench = sorted(mentors, key=lambda mentor: mentor.id)
    pinned, refused, bench = _pinned(waiting, bench, rules, pins)
    taken = {suggestion.mentee_id for suggestion in pinned}
    found, left = _solved([m for m in waiting if m.id not in taken], bench, rules)
    together = sorted([*pinned, *found], key=lambda suggestion: suggestion.mentee_id)
    return Matching(tuple(together), tuple(left), tuple(refused))


def _pinned(
    waiting: Sequence[Mentee],
    bench: Sequence[Mentor],
    rules: Rules,
    pins: Sequence[tuple[int, int]],
) -> tuple[list[Suggestion], list[RefusedPin], list[Mentor]]:
    """Return the pins that stand, those that do not, and the mentors with the room left then."""
    import numpy as np

    from academy.domain.matching.scores import Scores

    mentees, mentors = {m.id: m for m in waiting}, {m.id: m for m in bench}
    made, refused = dict[int, Suggestion](), list[RefusedPin]()
    for mentee_id, mentor_id in pins:
        mentee, mentor = mentees.get(mentee_id), mentors.get(mentor_id)
        if mentee is None or mentor is None or mentee_id in made:
            refused.append(RefusedPin(mentee_id, mentor_id, None))
            continue
        scores = Scores([mentee], [mentor], rules)
        obstacle = scores.obstacle(0, 0)
        if obstacle is not None:
            refused.append(RefusedPin(mentee_id, mentor_id, obstacle))
            continue
        [made[mentee_id]] = _suggestions(scores, np.array([0]), np.array([0]), [None])
        mentors[mentor_id] = replace(mentor, room=mentor.room - 1)
    return list(made.values()), refused, list(mentors.values())


def _solved(
    waiting: Sequence[Mentee], bench: Sequence[Mentor], rules: Rules
) -> tuple[list[Suggestion], list[Unmatched]]:
    import numpy as np

    from academy.domain.matching.assignment import NOBODY, assigned, values
    from academy.domain.matching.changes import without
    from academy.domain.matching.fairness import fairest
    from academy.domain.matching.prices import priced
    from academy.domain.matching.scores import FULL, Scores

    scores = Scores(waiting, bench, rules)
    room = np.array([max(0, mentor.room) for mentor in bench], np.int64)
    may = scores.obstacles == 0
    given = values(scores.points, may, room, FULL * rules.most, rules.aim)
    best = assigned(given)
    prices = priced(given, best)
    chosen = fairest(given, best, prices)
    rows = np.flatnonzero(chosen != NOBODY)
    changes = []
    for moved in without(given, chosen, prices, rows):
        people, points = given.told(moved.cost)
        other = None if moved.column == NOBODY else bench[moved.column].id
        changes.append(Change(other, people, scores.score(points)))
    found = _suggestions(scores, rows, chosen[rows], changes)
    left = [_unmatched(scores, row) for row in np.flatnonzero(chosen == NOBODY).tolist()]
    return found, left


def _suggestions(
    scores: Scores, rows: Chosen, columns: Chosen, changes: Sequence[Change | None]
) -> list[Suggestion]:
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    told = zip(scores.points[rows, columns].tolist(), scores.shares(rows, columns), strict=True)
    return [
        Suggestion(
            scores.mentees[row].id,
            scores.mentors[column].id,
            scores.score(points),
            shares,
            pinned=change is None,
            change=change,
        )
        for (row, column), (points, shares), change in zip(pairs, told, changes, strict=True)
    ]


def _unmatched(scores: Scores, row: int) -> Unmatched:
    import numpy as np

    from academy.domain.matching.scores import code_of, obstacle_of

    met = scores.obstacles[row]
    counts = np.bincount(met).tolist()
    # a mentor without room stands in the way only by that: one more place would help, too
    may = np.flatnonzero((met == 0) | (met == code_of(Obstacle.FULL)))
    best = may[np.argsort(-scores.points[row, may], kind="stable")][:_WOULD_HELP]
    return Unmatched(
        scores.mentees[row].id,
        {obstacle_of(code): count for code, count in enumerate(counts) if code and count},
        tuple(scores.mentors[column].id for column in best.tolist()),
    )
