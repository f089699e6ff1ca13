"""The sample academy: two programmes, seven cohorts, made-up people at real councils.

Nothing but the day decides what it holds, so that it is the same for everybody on that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from academy.domain.base import Entity
from academy.domain.words import Who
from academy.store.file import create
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases.sample.assembly import Assembly, Rows
from academy.usecases.sample.issued import issue
from academy.usecases.sample.moving import move_sample, untouched
from academy.usecases.sample.plan import plans
from academy.usecases.sample.practice import practice_files
from academy.usecases.sample.scale import scaled_rows
from academy.usecases.sample.sets import IN_SETS, divide

__all__ = [
    "MAKE_SAMPLE", "make_sample", "move_sample", "practice_files", "rows", "scaled_rows",
    "untouched",
]  # fmt: skip
MAKE_SAMPLE: Final = "make_sample"


def rows(today: date) -> Iterable[tuple[type[Entity], Rows]]:
    """Return the rows of the sample academy as it is on a day, for `Store.fill`."""
    assembly = Assembly(today)
    assembly.house()
    for plan in plans(today):
        places = assembly.cohort(plan)
        if plan.certified:
            issue(assembly, plan, places)
        if plan.name == IN_SETS:
            divide(assembly, places)
    assembly.mentors()
    return assembly.in_order()


def make_sample(path: Path, who: Who, today: date, *, scale: int = 0) -> Store:
    """Write a sample academy into a new file and open it; `scale` cohorts where that is said."""
    store = create(path, who)
    store.fill(
        Gesture(MAKE_SAMPLE, {"day": today.isoformat()}),
        scaled_rows(scale, today) if scale else rows(today),
    )
    return store
