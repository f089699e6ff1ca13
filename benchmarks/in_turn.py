"""What the benchmarks share: ways of doing one job, run in turn, and their ratio to the floor.

The first way is the floor: the least work that does the job. Ways are run in turn, so that a slow
moment of the machine meets all of them; medians count, of CPU time unless told otherwise.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

Ways = Mapping[str, Callable[[], object]]


@dataclass(frozen=True)
class Result:
    """What a job took each way, the floor first, and the goals as ratios to it."""

    job: str
    unit: str
    took: Mapping[str, float]
    goals: Mapping[str, float] = field(default_factory=dict)


def keep(results: Sequence[Result]) -> list[Result]:
    """Add results to the JSON file of this run, if `run.py` named one."""
    name = os.environ.get("BENCHMARKS_JSON")
    if name:
        path = Path(name)
        known = json.loads(path.read_text()) if path.exists() else []
        path.write_text(json.dumps([*known, *map(asdict, results)], indent=1, ensure_ascii=False))
    return list(results)


def milliseconds(
    ways: Ways, rounds: int, clock: Callable[[], float] = time.process_time
) -> dict[str, float]:
    """Return the median of each way in ms; one round before them warms up."""
    took: dict[str, list[float]] = {way: [] for way in ways}
    for turn in range(rounds + 1):
        for way, act in ways.items():
            start = clock()
            act()
            if turn:
                took[way].append((clock() - start) * 1000)
    return {way: median(times) for way, times in took.items()}


def tell(job: str, took: Mapping[str, float], goals: Mapping[str, float], unit: str = "ms") -> None:
    """Print a job: the floor as it is, everything else as its ratio to the floor."""
    keep([Result(job, unit, dict(took), dict(goals))])
    (name, floor), *others = took.items()
    print(f"{job}\n  {name:34} {floor:9.2f} {unit}, the floor")
    for way, middle in others:
        goal = f" (goal: {goals[way]})" if way in goals else ""
        print(f"  {way:34} {middle:9.2f} {unit}, {middle / floor:.2f} ×{goal}")
