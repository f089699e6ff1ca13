"""`academy show`: what is there, with the ids that other commands take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.store.store import Store
from academy.usecases.attendance import marks
from academy.usecases.certificates import certificates
from academy.usecases.cohorts import cohorts
from academy.usecases.mentoring import pairs
from academy.usecases.people import people
from academy.usecases.programmes import programmes
from academy.usecases.sessions import sessions

Found = list[dict[str, Any]]


@answering
def show(asked: Asked) -> Answer:
    """List programmes, cohorts, people, sessions, marks, pairs or certificates."""
    with academy(asked.file) as store:
        found = _SHOWN[asked.what](store, asked.cohort)
    return Answer(found, _columns(found))


def _programmes(store: Store, _cohort: int | None) -> Found:
    names = ("id", "name", "rules_version")
    return [_picked(row, names) for row in store.read(programmes)]


def _cohorts(store: Store, cohort: int | None) -> Found:
    found = [row for row in store.read(cohorts) if cohort in (None, row.id)]
    return [_picked(row, ("id", "programme", "name", "state")) for row in found]


def _people(store: Store, cohort: int | None) -> Found:
    return [
        {"id": p.id, "name": p.full_name, "email": p.email, "organisation": p.organisation}
        for p in store.read(people, cohort)
    ]


def _sessions(store: Store, cohort: int | None) -> Found:
    return [
        {"id": s.id, "cohort_id": s.cohort_id, "title": s.title,
         "starts": datetime.combine(s.held_on, s.starts)}
        for s in store.read(sessions, cohort)
    ]  # fmt: skip


def _marks(store: Store, cohort: int | None) -> Found:
    return [
        {"session_id": m.session_id, "person_id": m.person_id, "mark": m.letter}
        for m in store.read(marks, cohort)
    ]


def _pairs(store: Store, cohort: int | None) -> Found:
    today = date.today()  # noqa: DTZ011 - the day on the wall
    names = ("id", "cohort_id", "mentee_id", "mentor_id", "state", "meetings")
    return [_picked(row, names) for row in store.read(pairs, cohort, today)]


def _certificates(store: Store, cohort: int | None) -> Found:
    names = ("id", "number", "person_id", "cohort_id", "issued_on", "state", "sha256")
    return [_picked(row, names) for row in store.read(certificates, cohort)]


_SHOWN = {
    "programmes": _programmes,
    "cohorts": _cohorts,
    "people": _people,
    "sessions": _sessions,
    "marks": _marks,
    "pairs": _pairs,
    "certificates": _certificates,
}


def _picked(row: object, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _columns(found: Found) -> list[str]:
    """Return the rows as aligned columns under their names."""
    if not found:
        return []
    lines = [list(found[0]), *([_cell(value) for value in row.values()] for row in found)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    return ["  ".join(_padded(line, widths)).rstrip() for line in lines]


def _padded(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value)
