"""What a list of marks would do: each mark beside the one that is here, before anything changes.

Where the two differ, what is here stays unless somebody takes the list's. An empty cell means
that nothing was recorded, never that somebody was absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Place
from academy.domain.people import Person
from academy.domain.words import Letter, RuleBroken, SessionState
from academy.exchange.mark_columns import MarkColumns, mark_columns
from academy.exchange.tables.model import Cell, Table, cell_text
from academy.store.journal import Db
from academy.usecases import marks_matching as matching
from academy.usecases.academy import the_academy
from academy.usecases.marking import letter_of
from academy.usecases.marks_matching import Enrolled
from academy.usecases.rights import STAFF, allowed
from academy.usecases.sessions import SessionRow, sessions

Key = tuple[int, int]
"""A mark's place: the ids of its session and of somebody's place in the cohort."""


class MarkFate(StrEnum):
    """What becomes of one mark of a list."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class MarksRequest:
    """The list, its cohort, the session where the list does not say, and whose marks win."""

    table: Table
    cohort_id: int
    today: date
    session_id: int | None = None
    taken: frozenset[Key] = frozenset()


@dataclass(frozen=True)
class MarkRow:
    """One mark of a list. `problem` says why it is left out."""

    row: int
    name: str
    session: str
    key: Key = (0, 0)
    ours: Letter | None = None
    theirs: Letter | None = None
    fate: MarkFate = MarkFate.LEFT_OUT
    takes: bool = False
    problem: RuleBroken | None = field(default=None, compare=False)

    @property
    def changes(self) -> bool:
        """Whether applying the plan sets this mark."""
        return self.fate is MarkFate.NEW or (self.fate is MarkFate.CONFLICT and self.takes)


@dataclass(frozen=True)
class MarksPlan:
    """Everything a list would do. `ignored` are columns that are no session; `problem` bars all."""

    request: MarksRequest
    rows: tuple[MarkRow, ...] = ()
    ignored: tuple[str, ...] = ()
    problem: RuleBroken | None = field(default=None, compare=False)

    @property
    def applied(self) -> list[MarkRow]:
        """The rows whose marks are set."""
        return [row for row in self.rows if row.changes]

    def of(self, fate: MarkFate) -> list[MarkRow]:
        """Return the rows with a fate."""
        return [row for row in self.rows if row.fate is fate]


@dataclass(frozen=True)
class _Here:
    """What is here: the cohort's people, sessions and marks."""

    people: list[Enrolled]
    sessions: list[SessionRow]
    marks: Mapping[Key, Letter]
    late_after: timedelta


@allowed(*STAFF)
def plan_marks(db: Db, request: MarksRequest) -> MarksPlan:
    """Return what a list of marks would do."""
    here, columns = _here(db, request.cohort_id), mark_columns(request.table)
    if not columns.names_people:
        return MarksPlan(request, problem=RuleBroken("marks_without_people"))
    heads = _heads(request, columns, here)
    doubled = [at for at in heads if list(heads.values()).count(heads[at]) > 1]
    if doubled:
        first, second = (request.table.headers[at] for at in doubled[:2])
        broken = RuleBroken("columns_doubled", first=first, second=second)
        return MarksPlan(request, problem=broken)
    if not columns.long and not heads:
        return MarksPlan(request, problem=RuleBroken("marks_without_sessions"))
    said = _long(request, columns, here) if columns.long else _grid(request, columns, here, heads)
    unused = [at for at in columns.others if at not in heads]
    ignored = tuple(request.table.headers[at] for at in unused if request.table.headers[at])
    return MarksPlan(request, tuple(_once(said)), ignored)


def _heads(request: MarksRequest, columns: MarkColumns, here: _Here) -> dict[int, SessionRow]:
    if columns.long:
        return {}
    headers = request.table.headers
    found = {
        at: matching.session_of_header(headers[at], here.sessions, request.today)
        for at in columns.others
        if headers[at]
    }
    return {at: session for at, session in found.items() if session is not None}


def _grid(
    request: MarksRequest, columns: MarkColumns, here: _Here, heads: Mapping[int, SessionRow]
) -> Iterator[MarkRow]:
    table = request.table
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        marked = [at for at in heads if cell_text(cells[at]).strip()]
        values = _values(columns, cells)
        try:
            person = matching.person(values, here.people)
        except RuleBroken as broken:
            if marked:
                yield MarkRow(number, str(broken.facts["name"]), "", problem=broken)
            continue
        for at in marked:
            yield _row(request, here, number, person, heads[at], cell_text(cells[at]))


def _long(request: MarksRequest, columns: MarkColumns, here: _Here) -> Iterator[MarkRow]:
    table = request.table
    scans = [_scanned(columns, row) for row in table.rows]
    days = {scan.date() for scan in scans if scan is not None}
    common = next(iter(days)) if len(days) == 1 else None
    for number, cells, scanned in zip(table.row_numbers, table.rows, scans, strict=True):
        values = _values(columns, cells)
        name = values.get("full_name") or values.get("user") or values.get("email", "")
        try:
            day = matching.day_of(columns.cell(cells, "date"), request.today)
            day = day or (scanned.date() if scanned else common)
            session = _session(request, values, day, here)
            person = matching.person(values, here.people)
        except RuleBroken as broken:
            yield MarkRow(number, name, values.get("session", ""), problem=broken)
            continue
        said = cell_text(columns.cell(cells, "mark"))
        if not said.strip() and scanned is not None:
            said = _by_scan(scanned, session, here.late_after)
        if said.strip():
            yield _row(request, here, number, person, session, said)


def _session(
    request: MarksRequest, values: Mapping[str, str], day: date | None, here: _Here
) -> SessionRow:
    if request.session_id is not None:
        chosen = [one for one in here.sessions if one.id == request.session_id]
        if not chosen:
            raise RuleBroken("session_unknown", session=request.session_id)
        return chosen[0]
    return matching.session(values, day, here.sessions)


def _scanned(columns: MarkColumns, cells: tuple[Cell, ...]) -> datetime | None:
    try:
        return datetime.fromisoformat(cell_text(columns.cell(cells, "scantime")).strip())
    except ValueError:
        return None


def _by_scan(scanned: datetime, session: SessionRow, late_after: timedelta) -> str:
    """Return the mark of somebody who only scanned in, as mod_attendance would give it."""
    begins = datetime.combine(session.held_on, session.starts)
    return Letter.LATE if scanned.replace(tzinfo=None) > begins + late_after else Letter.PRESENT


def _values(columns: MarkColumns, cells: tuple[Cell, ...]) -> dict[str, str]:
    return {name: cell_text(cells[at]).strip() for name, at in columns.fields.items()}


def _row(
    request: MarksRequest,
    here: _Here,
    number: int,
    person: Enrolled,
    session: SessionRow,
    said: str,
) -> MarkRow:
    key, label = (session.id, person.place_id), f"S{session.number} {session.title}"
    try:
        theirs = _letter(said)
        if theirs is None:  # a dash: nothing recorded
            return MarkRow(number, person.full_name, label, key, fate=MarkFate.SAME)
        ours = here.marks.get(key)
        if theirs is not ours:
            _require_open(session, person, theirs, request.today)
    except RuleBroken as broken:
        return MarkRow(number, person.full_name, label, key, problem=broken)
    fate = MarkFate.NEW if ours is None else MarkFate.CONFLICT
    fate = MarkFate.SAME if ours is theirs else fate
    takes = fate is MarkFate.CONFLICT and key in request.taken
    return MarkRow(number, person.full_name, label, key, ours, theirs, fate, takes)


def _letter(said: str) -> Letter | None:
    try:
        return letter_of(said)
    except KeyError:
        raise RuleBroken("mark_unknown", mark=said.strip()[:20]) from None


def _require_open(session: SessionRow, person: Enrolled, letter: Letter, today: date) -> None:
    if session.state is not SessionState.PLANNED:
        raise RuleBroken("session_does_not_count", state=session.state)
    if session.held_on > today and letter is not Letter.EXCUSED:
        raise RuleBroken("future_takes_only_apologies")
    if person.withdrawn_on and session.held_on > person.withdrawn_on:
        raise RuleBroken("place_withdrawn", on=person.withdrawn_on)


def _once(rows: Iterator[MarkRow]) -> Iterator[MarkRow]:
    """Leave out a mark that the list gives twice, and differently."""
    seen: dict[Key, MarkRow] = {}
    for row in rows:
        if row.problem is not None or row.theirs is None:
            yield row
            continue
        before = seen.setdefault(row.key, row)
        if before is row:
            yield row
        elif before.theirs is not row.theirs:
            broken = RuleBroken("mark_said_twice", row=before.row)
            yield MarkRow(row.row, row.name, row.session, row.key, problem=broken)


def _here(db: Db, cohort_id: int) -> _Here:
    wanted = (
        select(
            Place.id, Person.id, Person.full_name, Person.family_name, Person.email,
            Person.external_id, Place.state, Place.withdrawn_on,
        )
        .join(Place.person)
        .where(Place.cohort_id == cohort_id)
        .order_by(Place.id)
    )  # fmt: skip
    marks = (
        select(Mark.session_id, Mark.place_id, Mark.letter)
        .join(Mark.place)
        .where(Place.cohort_id == cohort_id, Mark.letter.is_not(None))
    )
    return _Here(
        [Enrolled(*row) for row in db.execute(wanted)],
        sessions(db, cohort_id),
        {(row.session_id, row.place_id): row.letter for row in db.execute(marks) if row.letter},
        timedelta(minutes=the_academy(db).late_after_minutes),
    )
