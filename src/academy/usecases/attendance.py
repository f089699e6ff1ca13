"""The register: marks set, cleared, filled in; what they amount to for each person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Place
from academy.domain.sessions import TrainingSession
from academy.domain.words import Letter, PlaceState, RuleBroken, SessionState
from academy.store.journal import Db
from academy.usecases.locking import locked_sessions
from academy.usecases.rights import STAFF, allowed

Kind = TypeVar("Kind", TrainingSession, Place)


@dataclass(frozen=True)
class MarkDraft:
    """A mark to be set, or cleared where the letter is none."""

    session_id: int
    place_id: int
    letter: Letter | None
    source: str = ""


@allowed(*STAFF)
def mark(db: Db, marks: Sequence[MarkDraft], today: date) -> int:
    """Set or clear marks as one gesture; return how many changed."""
    found = _stored(db, marks)
    sessions = {s.id: s for s in _all(db, TrainingSession, {m.session_id for m in marks})}
    places = {p.id: p for p in _all(db, Place, {m.place_id for m in marks})}
    locked = locked_sessions(db, set(sessions), today)
    changed = 0
    for draft in {(m.session_id, m.place_id): m for m in marks}.values():  # the last one counts
        session, place = sessions.get(draft.session_id), places.get(draft.place_id)
        if session is None or place is None or session.cohort_id != place.cohort_id:
            raise RuleBroken("not_in_cohort")
        _require_open(session, place, draft.letter, today)
        if _set(db, found.get((draft.session_id, draft.place_id)), draft, session, place):
            changed += 1
            if session.id in locked:
                raise RuleBroken("session_locked", session=session.title, n=locked[session.id])
    return changed


def _set(
    db: Db, old: Mark | None, draft: MarkDraft, session: TrainingSession, place: Place
) -> bool:
    if (old.letter if old else None) is draft.letter:
        return False
    if old is None:
        new = Mark(session=session, place=place, letter=draft.letter, source=draft.source)
        db.add(new)
    elif draft.letter is None and not old.note:
        db.delete(old)
    else:
        old.letter, old.source = draft.letter, draft.source
    return True


def _require_open(
    session: TrainingSession, place: Place, letter: Letter | None, today: date
) -> None:
    if session.state is not SessionState.PLANNED:
        raise RuleBroken("session_does_not_count", state=session.state)
    if session.held_on > today and letter not in (None, Letter.EXCUSED):
        raise RuleBroken("future_takes_only_apologies")
    if place.withdrawn_on and session.held_on > place.withdrawn_on:
        raise RuleBroken("place_withdrawn", on=place.withdrawn_on)


@allowed(*STAFF)
def fill_blanks(db: Db, session_id: int, today: date) -> int:
    """Mark everybody present who has no mark in a session yet; return how many."""
    session = db.get_one(TrainingSession, session_id)
    marked = select(Mark.place_id).where(Mark.session_id == session_id, Mark.letter.is_not(None))
    enrolled = select(Place).where(
        Place.cohort_id == session.cohort_id, Place.id.not_in(marked), attending(session.held_on)
    )
    places = [place.id for place in db.scalars(enrolled)]
    return mark(db, [MarkDraft(session_id, place, Letter.PRESENT) for place in places], today)


def attending(on: date) -> ColumnElement[bool]:
    """Return the condition that a place was not withdrawn before a day."""
    return (Place.state != PlaceState.WITHDRAWN) | (Place.withdrawn_on >= on)


@allowed(*STAFF)
def note(db: Db, session_id: int, place_id: int, text: str) -> None:
    """Keep a remark on one person's mark; an empty one takes it away."""
    session, place = db.get_one(TrainingSession, session_id), db.get_one(Place, place_id)
    if session.cohort_id != place.cohort_id:
        raise RuleBroken("not_in_cohort")
    draft = MarkDraft(session_id, place_id, None)
    old = _stored(db, [draft]).get((session_id, place_id))
    if old is None and text.strip():
        db.add(Mark(session=session, place=place, letter=None, note=text.strip()))
    elif old is not None:
        old.note = text.strip()
        if old.letter is None and not old.note:
            db.delete(old)


@allowed(*STAFF)
def mark_person(db: Db, session_id: int, person_id: int, letter: Letter | None, today: date) -> int:
    """Set one person's mark, named by the person's own id."""
    session = db.get(TrainingSession, session_id)
    if session is None:
        raise RuleBroken("session_unknown", session=session_id)
    held = select(Place.id).where(
        Place.cohort_id == session.cohort_id, Place.person_id == person_id
    )
    place_id = db.scalar(held)
    if place_id is None:
        raise RuleBroken("not_in_cohort")
    return mark(db, [MarkDraft(session_id, place_id, letter)], today)


def _stored(db: Db, marks: Iterable[MarkDraft]) -> dict[tuple[int, int], Mark]:
    sessions = {m.session_id for m in marks}
    found = db.scalars(select(Mark).where(Mark.session_id.in_(sessions)))
    return {(m.session_id, m.place_id): m for m in found}


def _all(db: Db, kind: type[Kind], ids: set[int]) -> Sequence[Kind]:
    return db.scalars(select(kind).where(kind.id.in_(ids))).all()
