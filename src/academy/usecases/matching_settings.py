"""How an academy matches: the aim, what each criterion weighs, whether colleagues may be paired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from academy.domain.words import Aim, Criterion, RuleBroken
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.matching_input import rules_kept
from academy.usecases.rights import ADMINISTRATORS, allowed

HEAVIEST: Final = 100


@dataclass(frozen=True)
class MatchingSettings:
    """What every matching starts from; weights are whole numbers from 0 to 100."""

    aim: Aim
    weights: Mapping[Criterion, int]
    same_organisation: bool = False


@allowed(*ADMINISTRATORS)
def matching_settings(db: Db) -> MatchingSettings:
    """Return how the academy matches; where nothing was settled, what suits most."""
    rules = rules_kept(the_academy(db).matching)
    weights = {criterion: rules.weight(criterion) for criterion in Criterion}
    return MatchingSettings(rules.aim, weights, rules.same_organisation)


@allowed(*ADMINISTRATORS)
def save_matching_settings(db: Db, settings: MatchingSettings) -> None:
    """Settle how the academy matches from now on; pairs that exist stay."""
    weights = {criterion: settings.weights.get(criterion, 0) for criterion in Criterion}
    if not all(0 <= weight <= HEAVIEST for weight in weights.values()):
        raise RuleBroken("matching_weight")
    if not any(weights.values()):
        raise RuleBroken("matching_weighs_nothing")
    the_academy(db).matching = {
        "aim": settings.aim.value,
        "weights": {criterion.value: weight for criterion, weight in weights.items()},
        "same_organisation": settings.same_organisation,
    }
