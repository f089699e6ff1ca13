"""What dividing a cohort into sets knows of its members, and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations


class Trait(StrEnum):
    """What a set should be mixed in."""

    ORGANISATION = "organisation"
    REGION = "region"
    ROLE = "role"


class Closeness(StrEnum):
    """Why two people had better not be in one set."""

    REPORTING_LINE = "reporting_line"
    ORGANISATION = "organisation"


@dataclass(frozen=True)
class Member:
    """Somebody to be placed in a set. Traits are compared as they stand; "" is not known.

    `line`: everybody in their reporting line, at any depth, by id.
    """

    id: int
    organisation: str = ""
    region: str = ""
    role: str = ""
    line: frozenset[int] = frozenset()

    def trait(self, trait: Trait) -> str:
        """Return one of the three traits."""
        return {
            Trait.ORGANISATION: self.organisation, Trait.REGION: self.region, Trait.ROLE: self.role
        }[trait]  # fmt: skip


@dataclass(frozen=True)
class Wishes:
    """How a cohort is to be divided: sizes, and pairs of members who must not be together.

    `facilitators` are ids with the ids in their reporting lines.
    """

    smallest: int = 5
    largest: int = 8
    vetoes: frozenset[frozenset[int]] = frozenset()
    facilitators: tuple[tuple[int, frozenset[int]], ...] = ()


@dataclass(frozen=True)
class Together:
    """Two people who are in one set though they are close: it could not be helped."""

    first: int
    second: int
    closeness: Closeness


@dataclass(frozen=True)
class LearningSetPlan:
    """One set: its members, its facilitator if any, how many each trait's values it mixes."""

    members: tuple[int, ...]
    facilitator: int | None
    mixed: tuple[tuple[Trait, int], ...]  # how many different known values there are in it
    together: tuple[Together, ...]


@dataclass(frozen=True)
class Division:
    """A cohort divided. `gap` is 0 where no better division exists, else how far it may be away.

    It is a fraction of the cost, as the solver proves it (0.02: at most 2 % could be gained).
    """

    sets: tuple[LearningSetPlan, ...]
    gap: float

    @property
    def together(self) -> tuple[Together, ...]:
        """Everybody who is together with somebody close to them."""
        return tuple(pair for one in self.sets for pair in one.together)


def close(first: Member, second: Member) -> Closeness | None:
    """Return why two people had better be apart."""
    if first.id in second.line or second.id in first.line:
        return Closeness.REPORTING_LINE
    if first.organisation and first.organisation == second.organisation:
        return Closeness.ORGANISATION
    return None


def mixed(group: Sequence[Member]) -> tuple[tuple[Trait, int], ...]:
    """Return how many different known values of each trait there are in a set."""
    return tuple((trait, len({one.trait(trait) for one in group} - {""})) for trait in Trait)


def together(group: Sequence[Member]) -> tuple[Together, ...]:
    """Return every two of a set who had better be apart."""
    return tuple(
        Together(first.id, second.id, closeness)
        for first, second in combinations(group, 2)
        if (closeness := close(first, second))
    )
