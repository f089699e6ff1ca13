"""Training sessions: single ones, and what becomes of them. Several at once are in `series`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final

from sqlalchemy import ColumnElement, func, select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Cohort
from academy.domain.invitations import Invitation
from academy.domain.locking import SessionReopening
from academy.domain.people import Person
from academy.domain.sessions import SessionFacilitator, TrainingSession, doubled
from academy.domain.visitors import SessionVisitor
from academy.domain.words import RuleBroken, SessionFormat, SessionState
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.facilitators import Facilitator, facilitators_of, set_facilitators
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, STAFF, allowed

_OWN: Final = ("id", "version", "cohort_id", "cohort", "title", "held_on", "facilitators")
"""What of a draft is not copied as it is."""


@dataclass(frozen=True)
class SessionDraft:
    """A training session as a form holds it; id 0 is a new one."""

    id: int = 0
    version: int = 0
    cohort_id: int = 0
    cohort: str = ""  # its name, to be shown
    title: str = ""
    held_on: date = date(2000, 1, 1)
    starts: time = time(9, 30)
    ends: time = time(12, 30)
    zone: str = "Europe/London"
    second_hour: bool | None = None
    format: SessionFormat = SessionFormat.IN_PERSON
    room: str = ""
    link: str = ""
    facilitators: tuple[Facilitator, ...] = ()
    staff_notes: str = ""
    required: bool = False
    state: SessionState = SessionState.PLANNED
    residential: str = ""  # shared by the days of one


@dataclass(frozen=True)
class SessionRow:
    """A training session in a list; its number counts the cohort's sessions by date."""

    id: int
    cohort_id: int
    number: int
    title: str
    held_on: date
    starts: time
    ends: time
    room: str
    facilitator: str
    required: bool
    state: SessionState


@allowed(*EVERYBODY)
def sessions(db: Db, cohort_id: int | None = None) -> list[SessionRow]:
    """Return the sessions of one or all cohorts in the order of their days."""
    number = func.row_number().over(
        partition_by=TrainingSession.cohort_id,
        order_by=(TrainingSession.held_on, TrainingSession.starts, TrainingSession.id),
    )
    rows = select(
        TrainingSession.id, TrainingSession.cohort_id, number, TrainingSession.title,
        TrainingSession.held_on, TrainingSession.starts, TrainingSession.ends,
        TrainingSession.room, facilitators_of(), TrainingSession.required,
        TrainingSession.state,
    ).order_by(TrainingSession.held_on, TrainingSession.starts, TrainingSession.id)  # fmt: skip
    if cohort_id is not None:
        rows = rows.where(TrainingSession.cohort_id == cohort_id)
    return [SessionRow(*row) for row in db.execute(rows)]


@allowed(*EVERYBODY)
def session(db: Db, session_id: int) -> SessionDraft:
    """Return one session, to be edited."""
    found = db.get_one(TrainingSession, session_id)
    own = ("version", "cohort", "facilitators")
    names = [name for name in SessionDraft.__dataclass_fields__ if name not in own]
    return SessionDraft(
        version=drafts.version(db, "training_sessions", session_id),
        cohort=found.cohort.name,
        facilitators=_facilitators(db, session_id),
        **{name: getattr(found, name) for name in names},
    )


def _facilitators(db: Db, session_id: int) -> tuple[Facilitator, ...]:
    led = SessionFacilitator
    wanted = (
        select(Person.id, Person.full_name, Person.email)
        .join(led, led.person_id == Person.id)
        .where(led.session_id == session_id)
        .order_by(led.id)
    )
    return tuple(Facilitator(*row) for row in db.execute(wanted))


@allowed(*EVERYBODY)
def suggested_session(db: Db, cohort_id: int) -> SessionDraft:
    """Return a draft like the cohort's last session, on its day; without one, a plain draft.

    Title and state are those of a new session, and nobody is asked twice about doubled times.
    """
    cohort = db.get_one(Cohort, cohort_id)
    last = db.scalar(
        select(TrainingSession.id)
        .where(TrainingSession.cohort_id == cohort_id)
        .order_by(TrainingSession.held_on.desc(), TrainingSession.starts.desc())
        .limit(1)
    )
    if last is None:
        return SessionDraft(cohort_id=cohort_id, cohort=cohort.name)
    found = session(db, last)
    return replace(
        found, id=0, version=0, title="", staff_notes="", required=False, second_hour=None,
        state=SessionState.PLANNED, residential="",
    )  # fmt: skip


@allowed(*ADMINISTRATORS)
def save_session(db: Db, draft: SessionDraft) -> int:
    """Add or change a session."""
    if draft.id:
        drafts.require_current(db, "training_sessions", draft.id, draft.version)
        found = db.get_one(TrainingSession, draft.id)
        found.move(draft.held_on)
    else:
        found = TrainingSession(
            cohort=db.get_one(Cohort, draft.cohort_id), held_on=draft.held_on, facilitators=[]
        )
        db.add(found)
    for name in SessionDraft.__dataclass_fields__:
        if name not in _OWN:
            setattr(found, name, getattr(draft, name))
    found.title = drafts.required(draft.title, "session_title_missing")
    found.room, found.link = drafts.optional(draft.room), drafts.optional(draft.link)
    _check(found)
    set_facilitators(db, found, draft.facilitators)
    db.flush()
    return found.id


def _check(session: TrainingSession) -> None:
    session.check()
    times = (session.starts, session.ends)
    if not any(doubled(session.held_on, at, session.zone) for at in times):
        session.second_hour = None


@allowed(*ADMINISTRATORS)
def move_session(db: Db, session_id: int, day: date, *, second_hour: bool | None = None) -> None:
    """Let a session take place on another day, at the same wall-clock times."""
    found = db.get_one(TrainingSession, session_id)
    found.move(day)
    found.second_hour = second_hour
    _check(found)


@allowed(*STAFF)
def change_session_state(db: Db, session_id: int, state: SessionState) -> None:
    """Say that a session was cancelled, not held, or takes place after all."""
    db.get_one(TrainingSession, session_id).state = state


@allowed(*STAFF)
def note_session(db: Db, session_id: int, staff_notes: str) -> None:
    """Keep what staff want to remember of a session; participants never see it."""
    db.get_one(TrainingSession, session_id).staff_notes = staff_notes.strip()


@allowed(*ADMINISTRATORS)
def remove_session(db: Db, session_id: int) -> None:
    """Remove a session that nobody is marked in and nobody was invited to."""
    marked = db.scalar(select(func.count()).where(Mark.session_id == session_id)) or 0
    if marked:
        raise RuleBroken("session_has_marks", marks=marked)
    found = db.get_one(TrainingSession, session_id)
    told = select(Invitation.id).join(Invitation.session).where(_is_invited_with(found))
    if db.scalar(told) is not None:
        raise RuleBroken("session_has_invitations")
    came = select(SessionVisitor.id).where(SessionVisitor.session_id == session_id)
    if db.scalar(came) is not None:
        raise RuleBroken("session_has_visitors")
    for opened in db.scalars(
        select(SessionReopening).where(SessionReopening.session_id == session_id)
    ):
        db.delete(opened)
    db.delete(found)


def _is_invited_with(session: TrainingSession) -> ColumnElement[bool]:
    """Say which session's invitation is about this one: its own, or that of its residential."""
    if session.residential:
        return TrainingSession.residential == session.residential
    return TrainingSession.id == session.id
