"""Visitors of a session: noted by name, linked to a person once it is known who they are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ScalarSelect, func, select

from academy.domain import names
from academy.domain.cohorts import Place
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.visitors import SessionVisitor
from academy.domain.words import RuleBroken, SessionState
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.attendance import attending
from academy.usecases.rights import STAFF, allowed


@dataclass(frozen=True)
class Visitor:
    """Somebody who visited a session; `person` is who that is, empty while nobody knows."""

    id: int
    name: str
    person_id: int | None
    person: str


def number_of_visitors() -> ScalarSelect[int]:
    """Return how many people visited a selected session."""
    mine = SessionVisitor.session_id == TrainingSession.id
    return select(func.count()).where(mine).correlate(TrainingSession).scalar_subquery()


@allowed(*STAFF)
def visitors(db: Db, session_id: int) -> list[Visitor]:
    """Return who visited a session, in the order they were noted."""
    wanted = (
        select(
            SessionVisitor.id, SessionVisitor.name, SessionVisitor.person_id,
            func.coalesce(Person.full_name, ""),
        )
        .outerjoin(SessionVisitor.person)
        .where(SessionVisitor.session_id == session_id)
        .order_by(SessionVisitor.id)
    )  # fmt: skip
    return [Visitor(*row) for row in db.execute(wanted)]


@allowed(*STAFF)
def add_visitor(db: Db, session_id: int, name: str) -> int:
    """Note a visitor of a session that takes place."""
    session = db.get_one(TrainingSession, session_id)
    if session.state is not SessionState.PLANNED:
        raise RuleBroken("session_does_not_count", state=session.state)
    name = drafts.required(names.check_characters(name), "visitor_name_missing")
    here = {names.folded(visitor.name) for visitor in visitors(db, session_id)}
    if names.folded(name) in here:
        raise RuleBroken("visitor_there", name=name)
    made = SessionVisitor(session=session, name=name)
    db.add(made)
    db.flush()
    return made.id


@allowed(*STAFF)
def link_visitor(db: Db, visitor_id: int, person_id: int | None) -> None:
    """Say which person a visitor is, or that it is not known after all."""
    visitor = db.get_one(SessionVisitor, visitor_id)
    if person_id is None:
        visitor.person = None
        return
    person, session = db.get_one(Person, person_id), visitor.session
    expected = select(Place.id).where(
        Place.cohort_id == session.cohort_id, Place.person_id == person_id,
        attending(session.held_on),
    )  # fmt: skip
    if db.scalar(expected) is not None:
        raise RuleBroken("visitor_on_register", name=person.full_name)
    others = select(SessionVisitor.id).where(
        SessionVisitor.session_id == session.id, SessionVisitor.person_id == person_id,
        SessionVisitor.id != visitor_id,
    )  # fmt: skip
    if db.scalar(others) is not None:
        raise RuleBroken("visitor_there", name=person.full_name)
    visitor.person = person


@allowed(*STAFF)
def remove_visitor(db: Db, visitor_id: int) -> None:
    """Take a visitor off a session."""
    db.delete(db.get_one(SessionVisitor, visitor_id))
