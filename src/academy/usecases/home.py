"""Home: today's sessions, what needs somebody, what is coming up (experience 6.2).

Each line is counted from the very list it opens. A fixed number of statements; of marks only
those of running cohorts are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final, TypeVar

from sqlalchemy import Select, exists, func, or_, select

from academy.domain.academy import Snooze
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Need, PlaceState, Role
from academy.store.journal import Db
from academy.usecases.certificates import CertificateRow, DueRow, due, expiring
from academy.usecases.mentoring import PairRow, quiet_pairs
from academy.usecases.mentors import mentors_full
from academy.usecases.needs import (
    AtRiskRow,
    MissingRegister,
    PlacesLeft,
    at_risk,
    blanks,
    number_of_session,
    places_left,
    registers_missing,
)
from academy.usecases.pair_details import coming_meetings
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, STAFF, allowed
from academy.usecases.standing import counts

Found = TypeVar("Found", MissingRegister, AtRiskRow, DueRow, CertificateRow, PairRow, PlacesLeft)
_AHEAD: Final = 50  # a day has fewer sessions


@dataclass(frozen=True)
class HomeSession:
    """A session of today or one to come; `blank` people are not marked in it."""

    session_id: int
    cohort_id: int
    cohort: str
    number: int
    title: str
    held_on: date
    starts: time
    ends: time
    room: str
    people: int
    blank: int


@dataclass(frozen=True)
class HomeLine:
    """One line of “Needs you”: how many of what, in which cohort, the list, and its address.

    `rows` is the list itself, in the order it is opened; the facts of the sentence are in it.
    """

    need: Need
    cohort_id: int
    cohort: str
    count: int
    address: str
    rows: tuple[MissingRegister | AtRiskRow | DueRow | CertificateRow | PairRow | PlacesLeft, ...]


@dataclass(frozen=True)
class HomePage:
    """Everything Home shows.

    `coming` are the next sessions after today, `closing` applications, `meetings` the mentoring
    pairs whose agreed day comes next.
    """

    today: tuple[HomeSession, ...]
    lines: tuple[HomeLine, ...]
    coming: tuple[HomeSession, ...]
    closing: tuple[PlacesLeft, ...]
    mentors_full: int
    snoozed: int
    meetings: tuple[PairRow, ...] = ()
    programmes: bool = field(default=False)
    cohorts: bool = field(default=False)
    people: bool = field(default=False)


@allowed(*EVERYBODY)
def home(db: Db, now: datetime) -> HomePage:
    """Return Home for whoever looks: each sees what their role may see."""
    today = now.date()
    open_places = places_left(db, today)
    lines, away = _lines(db, now, open_places), _snoozed(db, today)
    shown = tuple(line for line in lines if (line.need, line.cohort_id) not in away)
    administrator = db.who.role is Role.ADMINISTRATOR
    sessions = _sessions(db, today)
    return HomePage(
        today=tuple(session for session in sessions if session.held_on == today),
        lines=shown,
        coming=tuple(session for session in sessions if session.held_on > today)[:3],
        closing=tuple(row for row in open_places if row.apply_by is not None),
        mentors_full=mentors_full(db) if administrator else 0,
        snoozed=len(lines) - len(shown),
        meetings=tuple(coming_meetings(db, today)[:3]) if administrator else (),
        **_beginnings(db),
    )


def _lines(db: Db, now: datetime, open_places: Sequence[PlacesLeft]) -> list[HomeLine]:
    role, lines = db.who.role, list[HomeLine]()
    if role in STAFF:
        missing = registers_missing(db, now)
        lines += _by_cohort(db, Need.REGISTERS_MISSING, missing, _oldest)
    if role in ADMINISTRATORS:
        lines += _by_cohort(db, Need.CERTIFICATES_DUE, due(db, None, now), _tab("completion"))
        soon = expiring(db, now.date())
        lines += _by_cohort(db, Need.CERTIFICATES_EXPIRING, soon, _expiring)
    if role in STAFF:
        lines += _by_cohort(db, Need.AT_RISK, at_risk(db, now.date()), _tab("register"))
    if role in ADMINISTRATORS:
        quiet = quiet_pairs(db, now.date())
        lines += _by_cohort(db, Need.QUIET_PAIRS, quiet, _tab("mentoring"))
    lines += [
        HomeLine(Need.PLACES_LEFT, row.cohort_id, row.cohort, row.left, _tab("people")(row), (row,))
        for row in open_places
    ]
    return lines


def _tab(name: str) -> Callable[[Found], str]:
    return lambda row: f"cohort/{row.cohort_id}/{name}"


def _oldest(row: MissingRegister) -> str:
    return f"cohort/{row.cohort_id}/register/{row.session_id}"


def _expiring(row: CertificateRow) -> str:
    return f"certificates/expiring/{row.cohort_id}"


def _by_cohort(
    db: Db, need: Need, rows: Iterable[Found], address: Callable[[Found], str]
) -> list[HomeLine]:
    """Return a line for each cohort, in the order in which the cohorts first appear."""
    grouped: dict[int, list[Found]] = {}
    for row in rows:
        grouped.setdefault(row.cohort_id, []).append(row)
    if not grouped:
        return []
    named = select(Cohort.id, Cohort.name).where(Cohort.id.in_(grouped))
    names = {row.id: row.name for row in db.execute(named)}
    return [
        HomeLine(need, cohort_id, names[cohort_id], len(own), address(own[0]), tuple(own))
        for cohort_id, own in grouped.items()
    ]


def _sessions(db: Db, today: date) -> list[HomeSession]:
    """Return the sessions of today and enough of those to come, the next one first."""
    session = TrainingSession
    people = select(func.count()).where(
        Place.cohort_id == session.cohort_id, Place.state != PlaceState.WITHDRAWN
    )
    wanted = (
        select(
            session.id, session.cohort_id, Cohort.name, number_of_session(), session.title,
            session.held_on, session.starts, session.ends, session.room,
            people.correlate(session).scalar_subquery(), blanks(),
        )
        .join(session.cohort)
        .where(counts(), Cohort.state != CohortState.FINISHED, session.held_on >= today)
        .order_by(session.held_on, session.starts, session.id)
        .limit(_AHEAD)
    )  # fmt: skip
    return [HomeSession(*row) for row in db.execute(wanted)]


def _beginnings(db: Db) -> dict[str, bool]:
    """Return what there is already: the checklist of a new academy ticks itself."""
    kinds = {"programmes": Programme, "cohorts": Cohort, "people": Person}
    wanted = select(*(exists(select(kind.id)) for kind in kinds.values()))
    return dict(zip(kinds, db.execute(wanted).one(), strict=True))


def _snoozed(db: Db, today: date) -> set[tuple[str, int]]:
    wanted = select(Snooze.line, Snooze.subject_id).where(
        or_(Snooze.until.is_(None), Snooze.until > today)
    )
    return {(line, cohort_id) for line, cohort_id in db.execute(wanted)}


@allowed(*STAFF)
def snooze(db: Db, need: Need, cohort_id: int, until: date | None) -> None:
    """Put a line of Home off until a day, or for good."""
    found = db.scalar(_snooze(need, cohort_id))
    if found is None:
        found = Snooze(line=need.value, subject_id=cohort_id)
        db.add(found)
    found.until = until


@allowed(*STAFF)
def unsnooze(db: Db) -> int:
    """Show every line of Home again; return how many had been put off."""
    found = db.scalars(select(Snooze)).all()
    for line in found:
        db.delete(line)
    return len(found)


def _snooze(need: Need, cohort_id: int) -> Select[Snooze]:
    return select(Snooze).where(Snooze.line == need.value, Snooze.subject_id == cohort_id)
