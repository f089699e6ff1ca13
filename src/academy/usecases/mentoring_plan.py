"""The plan of an import of mentors or mentees: who they are, and what they offer or wish for.

Who is who is decided as in every list of people (`people_plan`); this adds what the list says of
mentoring. One immutable plan drives the preview, the import, the dry run and the result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import func, select

from academy.domain import bench
from academy.domain.cohorts import Place
from academy.domain.mentoring import MenteeProfile, MentoringPair
from academy.domain.names import check_characters
from academy.domain.people import Mentor
from academy.domain.remembered import ColumnChoice
from academy.domain.words import PairState, PlaceState, RuleBroken
from academy.exchange.mentoring_columns import (
    FIELDS,
    THEME,
    Side,
    guess_mentoring,
    is_yes,
    parts_of,
    role_of,
)
from academy.exchange.people_columns import LEAVE_OUT, headers_key
from academy.exchange.tables import cell_text
from academy.store.journal import Db
from academy.usecases.people_plan import (
    PeoplePlan,
    PeopleRequest,
    PlanColumn,
    PlanRow,
    plan_people,
)
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.themes import as_here, themes

__all__ = [
    "CARRIED",
    "SHOWN_FIELDS",
    "MentoringPlan",
    "MentoringRequest",
    "Side",
    "Told",
    "memory_key",
    "plan_mentoring",
]

SHOWN_FIELDS: Final[Mapping[Side, tuple[str, ...]]] = FIELDS
"""What a column of such a list can become, beyond the fields of a person."""

LISTED: Final = ("offers", "wants", "wishes", "tells")


@dataclass(frozen=True)
class MentoringRequest(PeopleRequest):
    """What the person chose, and which side of mentoring the list is of."""

    side: Side = "mentors"


@dataclass(frozen=True)
class Told:
    """What a row says of mentoring, by field; `unread` are (header, text) nobody understood."""

    values: tuple[tuple[str, Any], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class MentoringPlan(PeoplePlan):
    """Everything an import would do. `people` is its part for who they are."""

    people: PeoplePlan | None = None
    told: Mapping[int, Told] = field(default_factory=dict)  # row -> what it says of mentoring

    @property
    def never_taken(self) -> tuple[str, ...]:
        """The columns that hold equality or health answers, which no list brings in here."""
        return tuple(one.header for one in self.columns if one.why in ("equality", "health"))

    @property
    def both(self) -> int:
        """How many people of the list are mentors and mentees."""
        values = [dict(told.values) for told in self.told.values()]
        return sum(is_yes(one.get("both", "")) or len(role_of(one.get("role", "mentor"))) > 1
                   for one in values)  # fmt: skip

    @property
    def unread(self) -> tuple[tuple[int, str, str], ...]:
        """What was not understood and is left out: row, header, text."""
        return tuple((n, *one) for n, told in self.told.items() for one in told.unread)


@allowed(*ADMINISTRATORS)
def plan_mentoring(db: Db, request: MentoringRequest) -> MentoringPlan:
    """Return what importing a list of mentors or mentees would do."""
    columns = _columns(db, request)
    fields = {
        one.header: one.field if one.field not in FIELDS[request.side] else LEAVE_OUT
        for one in columns
    }
    cohort_id = request.cohort_id if request.side == "mentees" else None
    asked = PeopleRequest(
        request.table, cohort_id, fields, request.answers, request.edits, request.councils
    )
    people = plan_people(db, asked)
    told = _told(request, columns, themes(db))
    finish = _Rows(db, request, told)
    rows = tuple(finish.row(row) for row in people.rows)
    people = replace(
        people, rows=tuple(_kept(p, r) for p, r in zip(people.rows, rows, strict=True))
    )
    problem = people.problem
    if problem is None and request.side == "mentees" and request.cohort_id is None:
        problem = RuleBroken("cohort_needed")
    return MentoringPlan(
        request, columns, rows, people.organisations, problem, people=people, told=told
    )


def memory_key(request: MentoringRequest) -> str:
    """Return under what the columns of such a list are remembered."""
    return f"{request.side}\n{headers_key(request.table.headers)}"


def _columns(db: Db, request: MentoringRequest) -> tuple[PlanColumn, ...]:
    key = memory_key(request)
    kept = db.scalar(select(ColumnChoice.fields).where(ColumnChoice.headers == key)) or {}
    found = []
    for one in guess_mentoring(request.table, request.side, {**kept, **request.fields}):
        chosen = request.fields.get(one.header) == one.field and one.why == "remembered"
        found.append(PlanColumn(one.header, one.field, "chosen" if chosen else one.why))
    return tuple(found)


def _kept(person: PlanRow, row: PlanRow) -> PlanRow:
    """Return the person's part of a row; where mentoring leaves the row out, it writes nobody."""
    return replace(person, fate="left_out") if row.fate == "left_out" else person


def _told(
    request: MentoringRequest, columns: Sequence[PlanColumn], known: Sequence[str]
) -> dict[int, Told]:
    table = request.table
    used = [(at, one) for at, one in enumerate(columns) if one.field in FIELDS[request.side]]
    found = {}
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        reading = _Reading(known)
        for at, one in used:
            if text := cell_text(cells[at]).strip():
                reading.take(one.field, one.header, text)
        found[number] = reading.told()
    return found


class _Reading:
    """Reads the cells of one row into what they mean."""

    def __init__(self, known: Sequence[str]) -> None:
        self._known = known
        self._values: dict[str, Any] = {}
        self._unread: list[tuple[str, str]] = []

    def take(self, name: str, header: str, text: str) -> None:
        """Take one cell."""
        if name in LISTED:
            self._values[name] = ", ".join(p for p in (self._values.get(name), text) if p)
        elif name in (THEME, "themes"):
            more = [header] if name == THEME and is_yes(text) else []
            more = parts_of(text) if name == "themes" else more
            self._values["themes"] = [*self._values.get("themes", ()), *more]
        elif name in ("role", "both", "region"):
            self._values[name] = text
        else:
            self._read(name, header, text)

    def _read(self, name: str, header: str, text: str) -> None:
        meaning = _MEANING[name](text)
        if meaning is None:
            self._unread.append((header, text))
        else:
            self._values[name] = meaning

    def told(self) -> Told:
        """Return what the row says."""
        values = dict(self._values)
        if "formats" in values:
            values["online"], values["in_person"] = values.pop("formats")
        if "themes" in values:
            values["themes"] = tuple(as_here(values["themes"], self._known))
        return Told(tuple(values.items()), tuple(self._unread))


def _number(text: str) -> int | None:
    plain = text.removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 4 else None


_MEANING: Final = {
    "grade": bench.grade_of,
    "days": bench.days_of,
    "formats": bench.formats_of,
    "capacity": _number,
}
CARRIED: Final[Mapping[Side, tuple[str, ...]]] = {
    "mentors": ("capacity", "offers", "themes", "tells", "region", "online", "in_person", "days",
                "grade"),
    "mentees": ("wants", "themes", "wishes", "region", "online", "in_person", "days", "grade"),
}  # fmt: skip
"""What a list changes on a mentor or a mentee; anything it does not say stays."""


class _Rows:
    """Adds to each row what becomes of the mentor or the mentee."""

    def __init__(self, db: Db, request: MentoringRequest, told: Mapping[int, Told]) -> None:
        self._request, self._told = request, told
        self._here = _mentors(db) if request.side == "mentors" else _mentees(db, request.cohort_id)
        active = MentoringPair.state == PairState.ACTIVE
        counted = select(MentoringPair.mentor_id, func.count()).where(active)
        self._load = dict(db.execute(counted.group_by(MentoringPair.mentor_id)).all())

    def row(self, row: PlanRow) -> PlanRow:
        """Return a row with what it does to mentoring."""
        if row.fate in ("left_out", "skipped"):
            return row
        values = dict(self._told[row.row].values)
        side = self._request.side
        if side not in _sides(values, side):
            problem = RuleBroken("row_no_mentor" if side == "mentors" else "row_no_mentee")
            return replace(row, fate="left_out", enrols=False, problem=problem)
        here = self._here.get(row.person_id) if row.person_id else None
        try:
            self._check(row, values, here)
        except RuleBroken as problem:
            return replace(row, fate="left_out", enrols=False, problem=problem)
        return self._changed(row, values, here)

    def _check(self, row: PlanRow, values: Mapping[str, Any], here: Any) -> None:
        for name in LISTED:
            bench.said(values.get(name, ""))
        check_characters(values.get("region", ""))
        capacity = values.get("capacity")
        if capacity is not None and capacity > 50:
            raise RuleBroken("mentor_capacity")
        taken = self._load.get(row.person_id or 0, 0)
        if capacity is not None and here is not None and capacity < min(taken, here.capacity):
            raise RuleBroken("mentor_below_load", n=taken)

    def _changed(self, row: PlanRow, values: Mapping[str, Any], here: Any) -> PlanRow:
        fresh = (("mentor" if self._request.side == "mentors" else "mentee", "", "yes"),)
        changes: tuple[tuple[str, str, str], ...] = () if here is not None else fresh
        for name in CARRIED[self._request.side]:
            after = values.get(name)
            before = None if here is None else getattr(here, name)
            if after is not None and _shown(after) != _shown(before):
                changes += ((name, _shown(before), _shown(after)),)
        if not changes:
            return row
        fate = "updated" if row.fate == "identical" else row.fate
        return replace(row, fate=fate, changes=(*row.changes, *changes))


def _sides(values: Mapping[str, Any], side: Side) -> frozenset[Side]:
    return role_of(values["role"]) if "role" in values else frozenset({side})


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _mentors(db: Db) -> dict[int, Any]:
    return {one.person_id: one for one in db.scalars(select(Mentor))}


def _mentees(db: Db, cohort_id: int | None) -> dict[int, Any]:
    here = (
        select(Place.person_id, MenteeProfile)
        .join(MenteeProfile.place)
        .where(Place.cohort_id == cohort_id, Place.state != PlaceState.WITHDRAWN)
    )
    return dict(db.execute(here).all())
