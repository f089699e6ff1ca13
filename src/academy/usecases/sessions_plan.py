"""What a list of sessions would do to a cohort: each session beside the one that is here.

A session is known again by its id, or by its day and start. Where the two differ, what is here
stays unless somebody takes the list’s. An empty cell says nothing, so it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, Final

from academy.domain.names import folded
from academy.domain.sessions import doubled, require_clear
from academy.domain.words import FileProblem, RuleBroken, SessionFormat
from academy.exchange.meetings.dateorder import Readings
from academy.exchange.meetings.report import DateOrder
from academy.exchange.session_columns import order_of_dates, session_columns, unused
from academy.exchange.tables.model import Table
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.clashes import Clash
from academy.usecases.facilitators import Facilitator, facilitators_called
from academy.usecases.rights import EVERYBODY, allowed
from academy.usecases.sessions import (
    SessionDraft,
    SessionRow,
    session,
    sessions,
    suggested_session,
)
from academy.usecases.sessions_beside import surroundings
from academy.usecases.sessions_reading import Reading, Said, read_session

MOST: Final = 500
"""How many rows a list of sessions may have; more is no list of sessions."""


class SessionFate(StrEnum):
    """What becomes of one session of a list."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class SessionsRequest:
    """The list, its cohort, the order of day and month if it was said, and whose facts win."""

    table: Table
    cohort_id: int
    today: date
    order: DateOrder | None = None
    taken: frozenset[int] = frozenset()  # ids of sessions that become as the list says


@dataclass(frozen=True)
class Difference:
    """A field in which the list differs from what is here."""

    field: str
    ours: object
    theirs: object


@dataclass(frozen=True)
class PlannedSession:
    """One session of a list as it would be. `problem` says why it is left out."""

    row: int
    session: SessionDraft
    fate: SessionFate = SessionFate.LEFT_OUT
    differences: tuple[Difference, ...] = ()
    takes: bool = False
    holiday: str = ""
    clashes: tuple[Clash, ...] = ()
    said: str | None = None  # of a row that cannot be read: what stands in it
    problem: RuleBroken | None = field(default=None, compare=False)

    @property
    def changes(self) -> bool:
        """Whether applying the plan adds or changes this session."""
        return self.fate is SessionFate.NEW or (self.fate is SessionFate.CONFLICT and self.takes)


@dataclass(frozen=True)
class SessionsPlan:
    """Everything a list would do. `ignored` are columns that say nothing; `problem` bars all.

    `readings` are the two ways to read the first day where nothing decides between them.
    """

    request: SessionsRequest
    rows: tuple[PlannedSession, ...] = ()
    ignored: tuple[str, ...] = ()
    readings: Readings = ()
    problem: RuleBroken | None = field(default=None, compare=False)

    @property
    def applied(self) -> list[PlannedSession]:
        """The sessions that are added or changed."""
        return [row for row in self.rows if row.changes]

    def of(self, fate: SessionFate) -> list[PlannedSession]:
        """Return the sessions with a fate."""
        return [row for row in self.rows if row.fate is fate]


@dataclass(frozen=True)
class _Here:
    """What is here: the cohort’s sessions, and what a new one is like."""

    sessions: list[SessionRow]
    plain: SessionDraft


@allowed(*EVERYBODY)
def plan_sessions(db: Db, request: SessionsRequest) -> SessionsPlan:
    """Return what a list of sessions would do."""
    table, columns = request.table, session_columns(request.table)
    if not columns.dated:
        return SessionsPlan(request, problem=RuleBroken("sessions_without_times"))
    if len(table.rows) > MOST:
        broken = RuleBroken("sessions_too_many", count=len(table.rows), most=MOST)
        return SessionsPlan(request, problem=broken)
    try:
        found, readings = order_of_dates(table, columns)
    except FileProblem as disagreeing:
        if request.order is None:
            broken = RuleBroken("list_dates_disagree", **disagreeing.facts)
            return SessionsPlan(request, problem=broken)
        found, readings = None, ()
    order = request.order or found
    ignored = unused(table, columns)
    if readings and order is None:
        (_, first), (_, second) = readings
        broken = RuleBroken("date_order_open", first=first, second=second)
        return SessionsPlan(request, (), ignored, readings, broken)
    reading = Reading(columns, order, request.today, partial(facilitators_called, db))
    rows = list(_once(_planned(db, request, reading)))
    asked = {id(row): row.session for row in rows if row.changes}
    around = dict(zip(asked, surroundings(db, list(asked.values())), strict=True))
    shown = tuple(
        replace(row, holiday=around[id(row)][0], clashes=around[id(row)][1])
        if id(row) in around
        else row
        for row in rows
    )
    return SessionsPlan(request, shown, ignored)


def _planned(db: Db, request: SessionsRequest, reading: Reading) -> Iterator[PlannedSession]:
    plain = replace(
        suggested_session(db, request.cohort_id), room="", link="", facilitators=(),
        format=SessionFormat.IN_PERSON,
    )  # fmt: skip
    here = _Here(sessions(db, request.cohort_id), plain)
    number, table = len(here.sessions), request.table
    for at, cells in zip(table.row_numbers, table.rows, strict=True):
        try:
            said = read_session(reading, cells)
        except RuleBroken as broken:
            shown = [reading.columns.text(cells, name) for name in ("title", "date")]
            words = ", ".join(text for text in shown if text)
            yield PlannedSession(at, plain, said=words, problem=broken)
            continue
        for day in said.days:
            planned = _session(db, request, here, (at, day, said), number + 1)
            number += planned.fate is SessionFate.NEW
            yield planned


def _session(
    db: Db, request: SessionsRequest, here: _Here, told: tuple[int, date, Said], number: int
) -> PlannedSession:
    at, day, said = told
    known = _known(said, day, here.sessions)
    if known is None:
        made = _new(said, day, here.plain, number)
        return _checked(PlannedSession(at, made, SessionFate.NEW))
    ours = session(db, known.id)
    when: dict[str, Any] = {"held_on": day, "starts": said.starts, "ends": said.ends}
    theirs = {**when, **said.values}
    differences = tuple(
        Difference(name, getattr(ours, name), value)
        for name, value in theirs.items()
        if not _equal(getattr(ours, name), value)
    )
    if not differences:
        return PlannedSession(at, ours, SessionFate.SAME)
    takes = known.id in request.taken
    changes: dict[str, Any] = {one.field: one.theirs for one in differences}
    shown = replace(ours, **changes)
    return _checked(PlannedSession(at, shown, SessionFate.CONFLICT, differences, takes))


def _known(said: Said, day: date, here: Sequence[SessionRow]) -> SessionRow | None:
    """Return the session that is meant. An id is believed if day or title agree with it."""
    title = folded(said.values.get("title", ""))
    for one in here:
        agrees = one.held_on == day or folded(one.title) == title
        if str(one.id) == said.session_id and agrees:
            return one
    same = [one for one in here if (one.held_on, one.starts) == (day, said.starts)]
    titled = [one for one in same if folded(one.title) == title]
    return next(iter(titled or same), None)


def _new(said: Said, day: date, plain: SessionDraft, number: int) -> SessionDraft:
    values = {"title": f"Session {number}", **said.values}
    if "format" not in values and values.get("link"):
        values["format"] = SessionFormat.HYBRID if values.get("room") else SessionFormat.ONLINE
    made = replace(plain, held_on=day, starts=said.starts, ends=said.ends, **values)
    times = (made.starts, made.ends)
    if made.second_hour is not None and not any(doubled(day, at, made.zone) for at in times):
        made = replace(made, second_hour=None)
    return made


def _checked(planned: PlannedSession) -> PlannedSession:
    """Refuse what cannot be saved, such as times that run backwards or that the clocks skip."""
    try:
        _require_savable(planned.session)
    except RuleBroken as broken:
        if broken.rule == "time_doubled":
            broken = RuleBroken("list_time_doubled", **broken.facts)
        return replace(planned, fate=SessionFate.LEFT_OUT, problem=broken)
    return planned


def _require_savable(one: SessionDraft) -> None:
    if one.ends <= one.starts:
        raise RuleBroken("ends_before_start", starts=one.starts, ends=one.ends)
    require_clear(one.held_on, (one.starts, one.ends), one.zone, one.second_hour)
    for text in (one.title, one.room, one.link):
        drafts.optional(text)


def _equal(ours: object, theirs: object) -> bool:
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return _leading(ours) == _leading(theirs)
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours.split() == theirs.split()
    return ours == theirs


def _leading(people: Sequence[Facilitator]) -> set[str]:
    return {str(one.person_id or folded(one.name)) for one in people}


def _once(rows: Iterator[PlannedSession]) -> Iterator[PlannedSession]:
    """Leave out a session that the list gives twice."""
    seen: dict[object, int] = {}
    for row in rows:
        one = row.session
        key = one.id or (one.held_on, one.starts)
        if row.problem is None and key in seen:
            broken = RuleBroken("session_said_twice", row=seen[key])
            yield replace(row, fate=SessionFate.LEFT_OUT, takes=False, problem=broken)
            continue
        if row.problem is None:
            seen[key] = row.row
        yield row
