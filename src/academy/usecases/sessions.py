"""Training sessions: single ones, series, changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy import func, select

from academy.domain import sessions as rules
from academy.domain.attendance import Mark
from academy.domain.cohorts import Cohort
from academy.domain.sessions import TrainingSession
from academy.domain.words import RuleBroken, SessionState
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, STAFF, allowed


@dataclass(frozen=True)
class SessionDraft:
    """A training session as a form holds it; id 0 is a new one."""

    id: int = 0
    version: int = 0
    cohort_id: int = 0
    title: str = ""
    held_on: date = date(2000, 1, 1)
    starts: time = time(9, 30)
    ends: time = time(12, 30)
    zone: str = "Europe/London"
    room: str = ""
    link: str = ""
    facilitator: str = ""
    staff_notes: str = ""
    required: bool = False
    state: SessionState = SessionState.PLANNED


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
        TrainingSession.room, TrainingSession.facilitator, TrainingSession.required,
        TrainingSession.state,
    ).order_by(TrainingSession.held_on, TrainingSession.starts, TrainingSession.id)  # fmt: skip
    if cohort_id is not None:
        rows = rows.where(TrainingSession.cohort_id == cohort_id)
    return [SessionRow(*row) for row in db.execute(rows)]


@allowed(*EVERYBODY)
def session(db: Db, session_id: int) -> SessionDraft:
    """Return one session, to be edited."""
    found = db.get_one(TrainingSession, session_id)
    names = [name for name in SessionDraft.__dataclass_fields__ if name != "version"]
    values = {name: getattr(found, name) for name in names}
    return SessionDraft(version=drafts.version(db, "training_sessions", session_id), **values)


@allowed(*ADMINISTRATORS)
def save_session(db: Db, draft: SessionDraft) -> int:
    """Add or change a session."""
    if draft.id:
        drafts.require_current(db, "training_sessions", draft.id, draft.version)
        found = db.get_one(TrainingSession, draft.id)
    else:
        found = TrainingSession(cohort=db.get_one(Cohort, draft.cohort_id))
        db.add(found)
    for name in SessionDraft.__dataclass_fields__:
        if name not in ("id", "version", "cohort_id", "title"):
            setattr(found, name, getattr(draft, name))
    found.title = drafts.required(draft.title, "session_title_missing")
    found.check()
    db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def add_series(db: Db, first: SessionDraft, weeks: int, count: int) -> list[int]:
    """Add a session every so many weeks, alike but for the date; return their ids."""
    days = rules.series(first.held_on, weeks, count)
    before = db.scalar(select(func.count()).where(TrainingSession.cohort_id == first.cohort_id))
    made = []
    for number, day in enumerate(days, 1 + (before or 0)):
        title = first.title.strip() or f"Session {number}"
        made.append(save_session(db, replace(first, id=0, title=title, held_on=day)))
    return made


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
    """Remove a session that nobody is marked in."""
    marked = db.scalar(select(func.count()).where(Mark.session_id == session_id)) or 0
    if marked:
        raise RuleBroken("session_has_marks", marks=marked)
    db.delete(db.get_one(TrainingSession, session_id))
