"""Who leads training sessions: people of the academy, named as people type them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ScalarSelect, Select, case, func, select

from academy.domain import names
from academy.domain.people import Person
from academy.domain.sessions import SessionFacilitator, TrainingSession
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed
from academy.usecases.search import begins, holds_person


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


Called = Callable[[str], Sequence[Facilitator]]
"""Returns everybody who goes by a name or an e-mail address."""


@allowed(*EVERYBODY)
def facilitators_like(
    db: Db, typed: str, limit: int, left_out: Collection[int] = ()
) -> list[Facilitator]:
    """Return who may lead a session by what was typed, the likeliest first.

    Of those whose name begins so, who has led a session comes first.
    """
    led = select(func.count()).where(SessionFacilitator.person_id == Person.id).scalar_subquery()
    words = names.search_key(typed).split()
    wanted = _wanted().where(*map(holds_person, words), Person.id.not_in(left_out))
    first = [case((begins(Person.found_by, word), 0), else_=1) for word in words]
    ordered = wanted.order_by(*first, led.desc(), Person.full_name, Person.id).limit(limit)
    return [Facilitator(*row) for row in db.execute(ordered)]


@allowed(*EVERYBODY)
def facilitators_called(db: Db, name: str) -> list[Facilitator]:
    """Return everybody of this name, or with this e-mail address."""
    key = names.search_key(name)
    if "@" in name or not key:
        same = func.lower(Person.email) == names.email_key(name)
        return [Facilitator(*row) for row in db.execute(_wanted().where(same))]
    named = Person.found_by.startswith(key, autoescape=True)  # along the index of the search
    found = [Facilitator(*row) for row in db.execute(_wanted().where(named))]
    return [one for one in found if names.folded(one.name) == names.folded(name)]


@allowed(*EVERYBODY)
def facilitators_of_ids(db: Db, ids: Collection[int]) -> list[Facilitator]:
    """Return these people as facilitators."""
    return [Facilitator(*row) for row in db.execute(_wanted().where(Person.id.in_(ids)))]


def _wanted() -> Select[int, str, str]:
    return select(Person.id, Person.full_name, Person.email)


def read_names(text: str, called: Called) -> tuple[Facilitator, ...]:
    """Return who is meant by “Dana Price, idris@kent.example”; unknown names are new people.

    Raises RuleBroken facilitator_ambiguous for a name that several people have.
    """
    found: dict[str, Facilitator] = {}
    for piece in text.replace(";", ",").replace("\n", ",").split(","):
        name = " ".join(piece.split())
        if name:
            meant = _meant(name, called(name))
            found.setdefault(str(meant.person_id or name.casefold()), meant)
    return tuple(found.values())


def _meant(name: str, same: Sequence[Facilitator]) -> Facilitator:
    if "@" in name and not same:
        raise RuleBroken("facilitator_unknown", name=name)
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
