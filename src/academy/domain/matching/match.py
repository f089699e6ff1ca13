"""A whole cohort paired at once: pins first, then the best plan, then why and what else.

The same people give the same pairs, in whatever order they come: they are taken by their ids.
"""

from __future__ import annotations

from collections import Counter
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
    from academy.domain.matching.scores import Scores

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
        made[mentee_id] = _suggestion(scores, 0, 0, pinned=True)
        mentors[mentor_id] = replace(mentor, room=mentor.room - 1)
    return list(made.values()), refused, list(mentors.values())


def _solved(
    waiting: Sequence[Mentee], bench: Sequence[Mentor], rules: Rules
) -> tuple[list[Suggestion], list[Unmatched]]:
    import numpy as np

    from academy.domain.matching.assignment import NOBODY, fairest, values
    from academy.domain.matching.changes import Rings
    from academy.domain.matching.scores import FULL, Scores

    scores = Scores(waiting, bench, rules)
    room = np.array([max(0, mentor.room) for mentor in bench], np.int64)
    may = scores.obstacles == 0
    given = values(scores.points, may, room, FULL * rules.most, rules.aim)
    chosen = fairest(given)
    rows = np.flatnonzero(chosen != NOBODY)
    moves = Rings(given, chosen).without(rows) if len(rows) else []
    found = []
    for row, moved in zip(rows.tolist(), moves, strict=True):
        people, points = given.told(moved.cost)
        other = None if moved.column == NOBODY else bench[moved.column].id
        change = Change(other, people, scores.score(points))
        found.append(replace(_suggestion(scores, row, int(chosen[row])), change=change))
    left = [_unmatched(scores, row) for row in np.flatnonzero(chosen == NOBODY).tolist()]
    return found, left


def _suggestion(scores: Scores, row: int, column: int, *, pinned: bool = False) -> Suggestion:
    return Suggestion(
        scores.mentees[row].id,
        scores.mentors[column].id,
        scores.score(int(scores.points[row, column])),
        scores.shares(row, column),
        pinned=pinned,
    )


def _unmatched(scores: Scores, row: int) -> Unmatched:
    columns = range(len(scores.mentors))
    found = Counter[Obstacle]()
    may = []
    for column in columns:
        obstacle = scores.obstacle(row, column)
        if obstacle is None:
            may.append(column)
        else:
            found[obstacle] += 1
    # a mentor without room stands in the way only by that: one more place would help, too
    may += [c for c in columns if scores.obstacle(row, c) is Obstacle.FULL]
    best = sorted(may, key=lambda column: (-int(scores.points[row, column]), column))
    helpers = tuple(scores.mentors[column].id for column in best[:_WOULD_HELP])
    return Unmatched(scores.mentees[row].id, dict(found), helpers)
