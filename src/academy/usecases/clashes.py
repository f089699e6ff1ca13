"""Which sessions are in each other's way, what both need, and when it is free again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from academy.domain.clashes import Meeting, room_key
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.sessions import SessionFacilitator, TrainingSession
from academy.domain.words import ClashKind, PlaceState, SessionFormat, SessionState
from academy.store.journal import Db
from academy.usecases.rights import EVERYBODY, allowed

_DAY = timedelta(days=1)
People = Mapping[frozenset[int], tuple[str, ...]]
"""Who has places in two cohorts."""
Need = tuple[date, ClashKind, int | str]
Needed = Mapping[Need, Sequence[int]]
"""Where the sessions that need something on a day stand among all."""


@dataclass(frozen=True)
class Clash:
    """Another session at the same time, and what both need: the room, or people by name.

    `free_from` is when the other one ends, on the clocks of the session that asks.
    """

    kind: ClashKind
    session_id: int
    cohort: str
    title: str
    held_on: date
    starts: time
    ends: time
    free_from: time
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Other:
    meeting: Meeting
    cohort: str
    title: str


@allowed(*EVERYBODY)
def clashes(db: Db, first: date, last: date) -> dict[int, tuple[Clash, ...]]:
    """Return the clashes of all sessions of some days, by the session's id."""
    others = _sessions(db, first - _DAY, last + _DAY)
    mine = [other.meeting for other in others if first <= other.meeting.held_on <= last]
    return dict(zip((m.session_id for m in mine), _among(db, mine, others), strict=True))


@allowed(*EVERYBODY)
def clashes_of(db: Db, meetings: Sequence[Meeting]) -> list[tuple[Clash, ...]]:
    """Return the clashes of sessions as they would be, each with what is planned already."""
    if not meetings:
        return []
    days = [meeting.held_on for meeting in meetings]
    others = _sessions(db, min(days) - _DAY, max(days) + _DAY)
    return _among(db, meetings, others)


@allowed(*EVERYBODY)
def clashes_of_session(db: Db, session_id: int) -> tuple[Clash, ...]:
    """Return the clashes of one session; a cancelled one is in nobody's way."""
    day = db.get_one(TrainingSession, session_id).held_on
    return clashes(db, day, day).get(session_id, ())


def _among(
    db: Db, meetings: Sequence[Meeting], others: Sequence[_Other]
) -> list[tuple[Clash, ...]]:
    shared = _shared_people(db, {one.cohort_id for one in _all_of(meetings, others)})
    beside: dict[int, list[int]] = {}
    for one, two in map(tuple, shared):
        beside.setdefault(one, []).append(two)
        beside.setdefault(two, []).append(one)
    needed = _by_need(others)
    pairs = [
        (one, _at_once(one, others, needed, beside.get(one.cohort_id, ()))) for one in meetings
    ]
    names = _names(db, pairs)
    return [
        tuple(clash for other in found for clash in _between(meeting, other, shared, names))
        for meeting, found in pairs
    ]


def _all_of(meetings: Sequence[Meeting], others: Sequence[_Other]) -> Iterable[Meeting]:
    return chain(meetings, (other.meeting for other in others))


def _needs(meeting: Meeting) -> Iterable[tuple[ClashKind, int | str]]:
    """Return what a session needs for itself: its cohort, who leads it, its room."""
    yield ClashKind.COHORT, meeting.cohort_id
    for person in meeting.facilitators:
        yield ClashKind.FACILITATOR, person
    if meeting.room and meeting.format is not SessionFormat.ONLINE:
        yield ClashKind.ROOM, room_key(meeting.room)


def _by_need(others: Sequence[_Other]) -> Needed:
    """Return where the sessions of a day stand by what they need.

    On a Friday of a large academy each of a hundred sessions would be compared with each; only
    those that need the same are.
    """
    found: dict[Need, list[int]] = {}
    for number, other in enumerate(others):
        for need in _needs(other.meeting):
            found.setdefault((other.meeting.held_on, *need), []).append(number)
    return found


def _at_once(
    meeting: Meeting, others: Sequence[_Other], needed: Needed, beside: Iterable[int]
) -> list[_Other]:
    """Return the sessions at the same time that need the same, in their own order."""
    needs = [*_needs(meeting), *((ClashKind.COHORT, cohort) for cohort in beside)]
    near = (meeting.held_on + n * _DAY for n in (-1, 0, 1))
    numbers = {number for day in near for need in needs for number in needed.get((day, *need), ())}
    found = (others[number] for number in sorted(numbers))
    return [
        other
        for other in found
        if other.meeting.session_id != meeting.session_id and meeting.overlaps(other.meeting)
    ]


def _between(
    meeting: Meeting, other: _Other, shared: People, names: Mapping[int, str]
) -> Iterable[Clash]:
    them = other.meeting
    free = them.ends_at.astimezone(ZoneInfo(meeting.zone)).time()
    plain = Clash(
        ClashKind.COHORT, them.session_id, other.cohort, other.title, them.held_on,
        them.starts, them.ends, free,
    )  # fmt: skip
    if them.cohort_id == meeting.cohort_id:
        yield plain
    if meeting.shares_room(them):
        yield replace(plain, kind=ClashKind.ROOM, names=(them.room,))
    both = sorted(meeting.facilitators & them.facilitators)
    if both:
        leading = tuple(names[person] for person in both)
        yield replace(plain, kind=ClashKind.FACILITATOR, names=leading)
    people = shared.get(frozenset((meeting.cohort_id, them.cohort_id)), ())
    if people and them.cohort_id != meeting.cohort_id:
        yield replace(plain, kind=ClashKind.PERSON, names=people)


def _sessions(db: Db, first: date, last: date) -> list[_Other]:
    session = TrainingSession
    wanted = (
        select(
            session.id, session.cohort_id, session.held_on, session.starts, session.ends,
            session.zone, session.second_hour, session.format, session.room, Cohort.name,
            session.title,
        )
        .join(session.cohort)
        .where(session.held_on.between(first, last), session.state == SessionState.PLANNED)
        .order_by(session.held_on, session.starts, session.id)
    )  # fmt: skip
    led = _led(db, session.held_on.between(first, last))
    return [
        _Other(Meeting(*row[:9], frozenset(led.get(row.id, ()))), row.name, row.title)
        for row in db.execute(wanted)
    ]


def _led(db: Db, days: ColumnElement[bool]) -> dict[int, list[int]]:
    led = SessionFacilitator
    wanted = select(led.session_id, led.person_id).join(led.session).where(days)
    found: dict[int, list[int]] = {}
    for session_id, person_id in db.execute(wanted):
        found.setdefault(session_id, []).append(person_id)
    return found


def _shared_people(db: Db, cohorts: Collection[int]) -> People:
    """Return who has places in two of some cohorts, by the pair of cohorts."""
    held = Place.cohort_id.in_(cohorts), Place.state != PlaceState.WITHDRAWN
    twice = select(Place.person_id).where(*held).group_by(Place.person_id)
    people = db.scalars(twice.having(func.count() > 1)).all()  # few; only their places are compared
    if not people:
        return {}
    one, two = aliased(Place), aliased(Place)
    gone = PlaceState.WITHDRAWN
    rows = db.execute(
        select(one.cohort_id, two.cohort_id, Person.full_name)
        .join(two, two.person_id == one.person_id)
        .join(Person, Person.id == one.person_id)
        .where(
            Person.id.in_(people), one.cohort_id < two.cohort_id,
            one.state != gone, two.state != gone,
        )
        .order_by(func.lower(Person.full_name), Person.id)
    )  # fmt: skip
    found: dict[frozenset[int], tuple[str, ...]] = {}
    for first, second, name in rows:
        pair = frozenset((first, second))
        found[pair] = (*found.get(pair, ()), name)
    return found


def _names(db: Db, pairs: Iterable[tuple[Meeting, list[_Other]]]) -> dict[int, str]:
    leading = {person for meeting, found in pairs if found for person in meeting.facilitators}
    if not leading:
        return {}
    wanted = select(Person.id, Person.full_name).where(Person.id.in_(leading))
    return {row.id: row.full_name for row in db.execute(wanted)}
