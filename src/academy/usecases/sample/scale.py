"""A big academy for benchmarks: as many cohorts as asked for, 24 people and 10 sessions each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import Any, Final

from academy.domain.attendance import Mark
from academy.domain.base import Entity
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Letter
from academy.usecases.sample.assembly import FACILITATORS, Assembly, Rows
from academy.usecases.sample.cast import (
    COUNCILS,
    MENTORS,
    TOP_TALENT_5,
    TOP_TALENT_6,
    TOP_TALENT_7,
    TOP_TALENT_8,
    WOMEN_3,
    WOMEN_4,
    Somebody,
)
from academy.usecases.sample.days import working_until
from academy.usecases.sample.plan import TITLES, TOP_TALENT

PEOPLE: Final = 24
SESSIONS: Final = 10
BATCH: Final = 50  # cohorts at a time, so that memory stays small
Batch = dict[type[Entity], Rows]
_LETTERS: Final = tuple(Letter(letter) for letter in "PPPPPAPPPLPPPPEPPPP")


def scaled_rows(cohorts: int, today: date) -> Iterable[tuple[type[Entity], Rows]]:
    """Return the rows of an academy with so many cohorts, in batches, parents first."""
    assembly = Assembly(today)
    assembly.house()
    yield from assembly.in_order()
    names = _Names(first=len(MENTORS) + len(FACILITATORS) + 1)
    for first in range(0, cohorts, BATCH):
        batch: Batch = {kind: [] for kind in (Person, Cohort, Place, TrainingSession, Mark)}
        for number in range(first, min(first + BATCH, cohorts)):
            _add_cohort(batch, number, names, today)
        yield from batch.items()


class _Names:
    """Makes names of the given and family names of the sample, without end."""

    def __init__(self, first: int) -> None:
        everybody: tuple[Somebody, ...] = (
            *TOP_TALENT_5, *TOP_TALENT_6, *TOP_TALENT_7, *TOP_TALENT_8, *WOMEN_3, *WOMEN_4,
        )  # fmt: skip
        self._given = [p.full_name.split(" ")[0] for p in everybody]
        self._family = [p.family_name for p in everybody]
        self._numbers: Iterator[int] = iter(range(first, 10_000_000))

    def person(self) -> dict[str, Any]:
        """Return the next person."""
        number = next(self._numbers)
        given = self._given[number % len(self._given)]
        family = self._family[number // len(self._given) % len(self._family)]
        return {
            "id": number,
            "full_name": f"{given} {family}",
            "family_name": family,
            "email": f"person.{number}@scale.example",
            "organisation_id": 1 + number % len(COUNCILS),
        }


def _add_cohort(batch: Batch, number: int, names: _Names, today: date) -> None:
    cohort = number + 1
    began = today - timedelta(days=21 * (number % 120))
    days = [working_until(began + timedelta(days=14 * n)) for n in range(SESSIONS)]
    over = days[-1] < today
    state = CohortState.FINISHED if over else CohortState.RUNNING
    batch[Cohort].append(
        {"id": cohort, "programme_id": TOP_TALENT, "rules_id": TOP_TALENT, "state": state,
         "name": f"Top Talent {cohort}", "apply_by": None}
    )  # fmt: skip
    sessions = range(number * SESSIONS + 1, cohort * SESSIONS + 1)
    batch[TrainingSession] += [
        {"id": session, "cohort_id": cohort, "title": title, "held_on": day,
         "starts": time(9, 30), "ends": time(12, 30), "uid": f"scale-{session}"}
        for session, title, day in zip(sessions, TITLES[TOP_TALENT], days, strict=True)
    ]  # fmt: skip
    held = [session for session, day in zip(sessions, days, strict=True) if day < today]
    for place in range(number * PEOPLE + 1, cohort * PEOPLE + 1):
        person = names.person()
        batch[Person].append(person)
        batch[Place].append(
            {"id": place, "cohort_id": cohort, "person_id": person["id"], "enrolled_on": days[0]}
        )
        batch[Mark] += [
            {"session_id": session, "place_id": place,
             "letter": _LETTERS[(place * 7 + session * 3) % len(_LETTERS)]}
            for session in held
        ]  # fmt: skip
