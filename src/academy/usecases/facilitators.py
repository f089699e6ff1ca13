"""Who leads training sessions: people of the academy, named as people type them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ScalarSelect, func, select

from academy.domain import names
from academy.domain.people import Person
from academy.domain.sessions import SessionFacilitator, TrainingSession
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


@dataclass(frozen=True)
class Facilitator:
    """Somebody who leads a session; person 0 is new and is added to People."""

    person_id: int
    name: str
    email: str = ""


def facilitators_of() -> ScalarSelect[str]:
    """Return the names of a session's facilitators as one text, for a select of sessions."""
    led = SessionFacilitator
    named = (
        select(Person.full_name)
        .join(led, led.person_id == Person.id)
        .where(led.session_id == TrainingSession.id)
        .correlate(TrainingSession)
        .order_by(led.id)
        .subquery()
    )
    return select(func.coalesce(func.group_concat(named.c.full_name, ", "), "")).scalar_subquery()


@allowed(*EVERYBODY)
def facilitators(db: Db) -> list[Facilitator]:
    """Return everybody who could lead a session: those who have led one before come first."""
    led = select(func.count()).where(SessionFacilitator.person_id == Person.id).scalar_subquery()
    wanted = select(Person.id, Person.full_name, Person.email).order_by(
        led.desc(), Person.full_name, Person.id
    )
    return [Facilitator(*row) for row in db.execute(wanted)]


def read_names(text: str, known: Iterable[Facilitator]) -> tuple[Facilitator, ...]:
    """Return who is meant by “Dana Price, idris@kent.example”; unknown names are new people.

    Raises RuleBroken facilitator_ambiguous for a name that several people have.
    """
    people = list(known)
    found: dict[str, Facilitator] = {}
    for piece in text.replace(";", ",").replace("\n", ",").split(","):
        name = " ".join(piece.split())
        if name:
            meant = _meant(name, people)
            found.setdefault(str(meant.person_id or name.casefold()), meant)
    return tuple(found.values())


def _meant(name: str, people: Sequence[Facilitator]) -> Facilitator:
    if "@" in name:
        same = [p for p in people if p.email and p.email.casefold() == name.casefold()]
        if not same:
            raise RuleBroken("facilitator_unknown", name=name)
    else:
        key = names.folded(name)
        same = [p for p in people if names.folded(p.name) == key]
    if len(same) > 1:
        raise RuleBroken("facilitator_ambiguous", n=len(same), name=name)
    return same[0] if same else Facilitator(0, name)


@allowed(*ADMINISTRATORS)
def set_facilitators(db: Db, session: TrainingSession, wanted: Sequence[Facilitator]) -> None:
    """Let these people lead a session; new ones are added to People."""
    ids = [one.person_id or _added(db, one.name) for one in wanted]
    kept = {led.person_id: led for led in session.facilitators}
    for person_id, led in kept.items():
        if person_id not in ids:
            session.facilitators.remove(led)
    for person_id in dict.fromkeys(ids):
        if person_id not in kept:
            person = db.get_one(Person, person_id)
            session.facilitators.append(SessionFacilitator(person=person))


def _added(db: Db, name: str) -> int:
    full_name = names.check_characters(name)
    known = db.scalar(select(Person.id).where(Person.full_name == full_name).limit(1))
    if known is not None:  # the same new name in each session of a series is one person
        return known
    made = Person(full_name=full_name)
    db.add(made)
    db.flush()
    return made.id
