"""The plan of an import of people: what each column and each row of a list will become.

One immutable plan drives the preview, the import, the dry run and the result. Nothing is written
before it is run, and a plan that no longer fits what is here is refused.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from sqlalchemy import select

from academy.domain.cohorts import Cohort, Place
from academy.domain.names import folded
from academy.domain.remembered import ColumnChoice
from academy.domain.words import FileProblem, PlaceState, RuleBroken
from academy.exchange.collector import collector_resting
from academy.exchange.people_columns import LEAVE_OUT, check_mapping, guess, headers_key
from academy.exchange.people_rows import RawPerson, person, read_person_rows
from academy.exchange.tables import Table
from academy.store.journal import Db
from academy.usecases.people_matching import Candidate, Known, Match, Matcher
from academy.usecases.people_organisations import OrganisationPlan, organisations_of
from academy.usecases.rights import ADMINISTRATORS, allowed

__all__ = [
    "LEAVE_OUT",
    "NEW",
    "TAKEN",
    "Answer",
    "Fate",
    "PeoplePlan",
    "PeopleRequest",
    "PlanColumn",
    "PlanRow",
    "plan_people",
]

Fate = Literal["added", "updated", "identical", "skipped", "left_out"]
NEW: Final = "new"
Answer = int | str
"""To “same person?”: the id of the person meant, NEW, or LEAVE_OUT."""

TAKEN: Final = (
    "email", "phone", "organisation", "job_title", "external_id", "known_as", "name_on_certificate",
)  # fmt: skip
"""Fields that a list may change on somebody who is here; a name is never changed by a list."""


@dataclass(frozen=True)
class PeopleRequest:
    """What the person chose: the list, the cohort, and answers by header, row and typed name."""

    table: Table
    cohort_id: int | None = None
    fields: Mapping[str, str] = field(default_factory=dict)  # header -> field or leave_out
    answers: Mapping[int, Answer] = field(default_factory=dict)  # row -> who it is
    edits: Mapping[tuple[int, str], str] = field(default_factory=dict)  # (row, field) -> text
    councils: Mapping[str, str] = field(default_factory=dict)  # typed -> council code, "" as typed


@dataclass(frozen=True)
class PlanColumn:
    """What a column becomes, and why."""

    header: str
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What a row becomes. `changes` are (field, before, after); `problem` says how to mend it."""

    row: int
    fate: Fate
    values: Mapping[str, str]
    person_id: int | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    enrols: bool = False
    problem: RuleBroken | None = field(default=None, compare=False)
    candidates: tuple[Candidate, ...] = ()
    same_as: int | None = None  # the earlier row that this one repeats

    @property
    def fields(self) -> dict[str, str]:
        """What is known of the person, by field; a copy that may be changed."""
        return dict(self.values)

    @property
    def asks(self) -> bool:
        """Whether an answer would let this row in."""
        return self.fate == "left_out" and bool(self.candidates)


@dataclass(frozen=True)
class PeoplePlan:
    """Everything an import would do. `problem` is in the way of all of it."""

    request: PeopleRequest
    columns: tuple[PlanColumn, ...]
    rows: tuple[PlanRow, ...]
    organisations: tuple[OrganisationPlan, ...]
    problem: RuleBroken | None = field(default=None, compare=False)

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows meet which fate."""
        found = Counter(row.fate for row in self.rows)
        fates: tuple[Fate, ...] = ("added", "updated", "identical", "skipped", "left_out")
        return {fate: found.get(fate, 0) for fate in fates}

    @property
    def writes(self) -> int:
        """How many rows would change something."""
        return self.counts["added"] + self.counts["updated"]


@allowed(*ADMINISTRATORS)
def plan_people(db: Db, request: PeopleRequest) -> PeoplePlan:
    """Return what importing a list would do."""
    with collector_resting():
        return _plan(db, request)


def _plan(db: Db, request: PeopleRequest) -> PeoplePlan:
    columns = _columns(db, request)
    try:
        mapping = _mapping(columns)
        check_mapping(mapping, request.table.headers)
        raw = _edited(read_person_rows(request.table, mapping), request.edits)
    except FileProblem as problem:
        return PeoplePlan(request, columns, (), (), problem)
    typed = [one.values.get("organisation", "") for one in raw]
    organisations = organisations_of(db, typed, request.councils)
    planner = _Planner(db, request, organisations)
    rows = planner.rows(raw)
    return PeoplePlan(request, columns, rows, tuple(organisations.values()), planner.no_room(rows))


def _columns(db: Db, request: PeopleRequest) -> tuple[PlanColumn, ...]:
    key = headers_key(request.table.headers)
    kept = db.scalar(select(ColumnChoice.fields).where(ColumnChoice.headers == key)) or {}
    found = []
    for one in guess(request.table, {**kept, **request.fields}):
        chosen = request.fields.get(one.header)
        why = "chosen" if chosen == one.field and one.why == "remembered" else one.why
        found.append(PlanColumn(one.header, one.field, why))
    return tuple(found)


def _mapping(columns: Sequence[PlanColumn]) -> dict[int, str]:
    return {at: one.field for at, one in enumerate(columns) if one.field != LEAVE_OUT}


def _edited(rows: list[RawPerson], edits: Mapping[tuple[int, str], str]) -> list[RawPerson]:
    """Return rows with what was typed into their cells by hand."""
    by_row: dict[int, dict[str, str]] = defaultdict(dict)
    for (row, name), text in edits.items():
        by_row[row][name] = text
    return [
        person(one.row_number, {**one.values, **by_row[one.row_number]})
        if one.row_number in by_row
        else one
        for one in rows
    ]


class _Planner:
    """Decides row after row, and remembers who was met in the list already."""

    def __init__(
        self, db: Db, request: PeopleRequest, organisations: Mapping[str, OrganisationPlan]
    ) -> None:
        self._request = request
        self._organisations = organisations
        self._matcher = Matcher(db)
        self._means: dict[int, Match] = {}
        self._cohort = None if request.cohort_id is None else db.get(Cohort, request.cohort_id)
        if request.cohort_id is not None and self._cohort is None:
            raise RuleBroken("cohort_unknown", cohort=request.cohort_id)
        self._enrolled = _enrolled(db, request.cohort_id)
        self._met_addresses: dict[str, int] = {}
        self._met_names: dict[tuple[str, str], int] = {}

    def rows(self, raw: Sequence[RawPerson]) -> tuple[PlanRow, ...]:
        """Return the fate of each row."""
        read = [one for one in raw if one.problem is None]
        means = self._matcher.matches([(one.values, self._place(one)) for one in read])
        self._means = {one.row_number: match for one, match in zip(read, means, strict=True)}
        return tuple(self._row(one) for one in raw)

    def _place(self, raw: RawPerson) -> int | None:
        typed = raw.values.get("organisation", "")
        return self._organisations[typed].organisation_id if typed else None

    def _row(self, raw: RawPerson) -> PlanRow:
        if raw.problem is not None:
            return _left_out(raw)
        if earlier := self._repeats(raw):
            return replace(_left_out(raw), fate="skipped", same_as=earlier)
        return self._decided(raw)

    def _decided(self, raw: RawPerson) -> PlanRow:
        typed = raw.values.get("organisation", "")
        organisation = self._organisations[typed] if typed else None
        found = self._means[raw.row_number]
        answer = self._request.answers.get(raw.row_number)
        if answer == LEAVE_OUT:
            return replace(_left_out(raw), candidates=found.candidates)
        if answer == NEW:
            return self._added(raw)
        person_id = answer if isinstance(answer, int) else found.person_id
        if person_id is not None and (here := self._matcher.known(person_id)) is not None:
            return self._known(_left_out(raw), here, organisation)
        if found.candidates:
            return replace(_left_out(raw), candidates=found.candidates)
        return self._added(raw)

    def _added(self, raw: RawPerson) -> PlanRow:
        enrols = self._cohort is not None
        return PlanRow(raw.row_number, "added", raw.values, enrols=enrols)

    def _known(self, plain: PlanRow, here: Known, organisation: OrganisationPlan | None) -> PlanRow:
        person_id, values = here.id, plain.fields
        if organisation is not None:
            values["organisation"] = organisation.name
        changes = tuple(
            (name, before, values[name])
            for name in TAKEN
            if values.get(name)
            and folded(values[name]) != folded(before := str(getattr(here, name)))
        )
        if values.get("family_name") and not here.family_name:
            changes += (("family_name", "", values["family_name"]),)
        enrols = self._cohort is not None and person_id not in self._enrolled
        fate: Fate = "updated" if changes or enrols else "identical"
        return replace(plain, fate=fate, person_id=person_id, changes=changes, enrols=enrols)

    def _repeats(self, raw: RawPerson) -> int | None:
        """Return the earlier row that means the same person, and remember this one."""
        typed, email = raw.values.get("organisation", ""), raw.values.get("email", "").casefold()
        place = folded(self._organisations[typed].name) if typed else ""
        name = folded(raw.values["full_name"]), place
        earlier = self._met_addresses.get(email) if email else self._met_names.get(name)
        self._met_names.setdefault(name, raw.row_number)
        if email:
            self._met_addresses.setdefault(email, raw.row_number)
        return earlier

    def no_room(self, rows: Sequence[PlanRow]) -> RuleBroken | None:
        """Return why the cohort cannot take everybody, if it cannot."""
        cohort, coming = self._cohort, sum(row.enrols for row in rows)
        if cohort is None or len(self._enrolled) + coming <= cohort.capacity:
            return None
        left = max(0, cohort.capacity - len(self._enrolled))
        facts = {"cohort": cohort.name, "left": left, "n": coming}
        return RuleBroken("cohort_too_small", **facts)


def _left_out(raw: RawPerson) -> PlanRow:
    return PlanRow(raw.row_number, "left_out", raw.values, problem=raw.problem)


def _enrolled(db: Db, cohort_id: int | None) -> set[int]:
    here = select(Place.person_id).where(
        Place.cohort_id == cohort_id, Place.state != PlaceState.WITHDRAWN
    )
    return set(db.scalars(here)) if cohort_id is not None else set()
