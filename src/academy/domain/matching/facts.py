"""What matching knows of mentees and mentors, what it weighs, and what comes out of it.

Themes, wants, offers and days are plain words as people gave them; they are compared folded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from academy.domain.words import Aim, Criterion, Obstacle


@dataclass(frozen=True)
class Mentee:
    """Somebody who waits for a mentor. `line`: everybody in their reporting line, at any depth."""

    id: int
    wants: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    region: str = ""
    online: bool = True
    in_person: bool = True
    days: frozenset[str] = frozenset()
    organisation: int | None = None
    grade: int | None = None
    line: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Mentor:
    """Somebody who takes mentees; `room` is how many more, over all programmes.

    `tells` is what they say of themselves for this purpose, which wishes are compared with.
    """

    id: int
    room: int = 1
    offers: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    region: str = ""
    online: bool = True
    in_person: bool = True
    days: frozenset[str] = frozenset()
    organisation: int | None = None
    grade: int | None = None
    line: frozenset[int] = frozenset()
    paused: bool = False
    resting: bool = False


_WEIGHTS: Final = {
    Criterion.WANTS: 30, Criterion.THEMES: 25, Criterion.MEETING: 15, Criterion.DAYS: 10,
    Criterion.ORGANISATION: 5, Criterion.SENIORITY: 5, Criterion.WISHES: 10,
}  # fmt: skip


@dataclass(frozen=True)
class Rules:
    """How pairs are found. Weights are whole numbers, 0 to 100; only their ratios matter.

    `former`, `conflicts` and `declined` are (mentee id, mentor id).
    """

    aim: Aim = Aim.MOST_PEOPLE
    weights: Mapping[Criterion, int] = field(default_factory=lambda: MappingProxyType(_WEIGHTS))
    same_organisation: bool = False  # whether it may be
    former: frozenset[tuple[int, int]] = frozenset()
    conflicts: frozenset[tuple[int, int]] = frozenset()
    declined: frozenset[tuple[int, int]] = frozenset()

    def weight(self, criterion: Criterion) -> int:
        """Return the weight of a criterion; one not named weighs nothing."""
        return self.weights.get(criterion, 0)

    @property
    def most(self) -> int:
        """The sum of all weights, or 1 where nothing weighs anything."""
        return sum(self.weight(criterion) for criterion in Criterion) or 1


@dataclass(frozen=True)
class Share:
    """What one criterion gives a pair: points of at most `of`; 1,000 are a weight of 1."""

    criterion: Criterion
    points: int
    of: int

    @property
    def speaks_for(self) -> bool:
        """Whether it is a reason for the pair."""
        return self.of > 0 and 4 * self.points >= 3 * self.of


@dataclass(frozen=True)
class Change:
    """The best plan without a pair: whom the mentee gets then, and what all lose by it.

    `people`: how many more stay without a mentor; it is negative where more would be paired, which
    only an aim for best scores leaves possible. `points`: of the score, over all pairs.
    """

    mentor_id: int | None
    people: int
    points: float


@dataclass(frozen=True)
class Suggestion:
    """A pair with its score, 0 to 100, what each criterion gave, and the next best plan."""

    mentee_id: int
    mentor_id: int
    score: float
    shares: tuple[Share, ...]
    pinned: bool = False
    change: Change | None = None  # none for a pin: it stands


@dataclass(frozen=True)
class Unmatched:
    """Somebody for whom there is no mentor, and why.

    `obstacles` counts the mentors who may not be theirs. `would_help` are mentors who may, best
    first: one more place with any of them gives this person a mentor.
    """

    mentee_id: int
    obstacles: Mapping[Obstacle, int]
    would_help: tuple[int, ...] = ()


@dataclass(frozen=True)
class RefusedPin:
    """A pin that cannot stand. No obstacle: the mentee or mentor is pinned or taken already."""

    mentee_id: int
    mentor_id: int
    obstacle: Obstacle | None


@dataclass(frozen=True)
class Matching:
    """The pairs found for a cohort, by mentee, and everybody who is left over."""

    suggestions: tuple[Suggestion, ...]
    unmatched: tuple[Unmatched, ...]
    refused_pins: tuple[RefusedPin, ...] = ()

    @property
    def total(self) -> float:
        """The sum of all scores."""
        return sum(suggestion.score for suggestion in self.suggestions)

    @property
    def worst(self) -> float | None:
        """The lowest score of a pair."""
        return min((suggestion.score for suggestion in self.suggestions), default=None)
