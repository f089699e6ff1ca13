"""What “Go anywhere” finds besides pages and commands (experience 6.10).

The database looks through the folded names (`found_by`) along an index that holds nothing else:
100,000 people in about 5 ms. Nothing is read before somebody types, and nothing is kept that a
change would have to follow. The palette ranks the few candidates that come out of here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Literal, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    SQLColumnExpression,
    and_,
    case,
    func,
    or_,
    select,
    true,
)

from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place
from academy.domain.dates import short_day
from academy.domain.names import listed, search_key
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.sessions import TrainingSession
from academy.store.journal import Db
from academy.usecases.rights import EVERYBODY, allowed

Kind = Literal["person", "cohort", "session", "organisation", "certificate"]
KINDS: Final[tuple[Kind, ...]] = ("cohort", "person", "session", "organisation", "certificate")
CANDIDATES: Final = 60
"""How many of a kind come back at most: twice what the palette shows."""


class Findable(NamedTuple):
    """One thing to go to: its kind, what it is called, what else tells it apart, its address."""

    kind: Kind
    text: str
    more: str
    address: str


@allowed(*EVERYBODY)
def found(db: Db, typed: str, kinds: Sequence[Kind] = KINDS) -> list[Findable]:
    """Return what may be meant by some letters, the likeliest of each kind first.

    Every word must stand somewhere in the name, or in that of the council or cohort. Where there
    is nothing like that, letters in order will do: “ew4” for “Empowering Women 4”. No words: the
    first of the one kind that was asked for.
    """
    words = search_key(typed).split()
    if not words and len(kinds) > 1:
        return []
    found = [one for kind in kinds for one in _found(db, _KINDS[kind], words)]
    letters = "".join(words)
    if found or len(letters) < 2:
        return found
    return [one for kind in kinds for one in _in_order(db, _KINDS[kind], letters)]


@allowed(*EVERYBODY)
def at_addresses(db: Db, addresses: Iterable[str]) -> list[Findable]:
    """Return the things at these addresses that are still there, in the order of the addresses."""
    return [one for address in addresses for one in _at(db, address)]


def _at(db: Db, address: str) -> list[Findable]:
    first, _, number = address.rpartition("/")
    kind = _AT.get("session" if first.endswith("/register") else first)
    if kind is None or not number.isdecimal():
        return []
    of = _KINDS[kind]
    found = [of.shown(row) for row in db.execute(of.wanted().where(of.id == int(number)))]
    return [one for one in found if one.address == address]


class _Kind(NamedTuple):
    """How one kind is read, searched and shown."""

    wanted: Callable[[], Select[*tuple[Any, ...]]]
    id: SQLColumnExpression[int]
    name: SQLColumnExpression[str]  # folded
    order: tuple[SQLColumnExpression[Any], ...]
    shown: Callable[[Row[*tuple[Any, ...]]], Findable]
    matches: Callable[[str], ColumnElement[bool]]


def _found(db: Db, kind: _Kind, words: Sequence[str]) -> list[Findable]:
    likely = [case((begins(kind.name, word), 0), else_=1) for word in words]
    ordered = kind.wanted().order_by(*likely, *kind.order).limit(CANDIDATES)
    rows = db.execute(ordered.where(and_(true(), *map(kind.matches, words))))
    return [kind.shown(row) for row in rows]


def _in_order(db: Db, kind: _Kind, letters: str) -> list[Findable]:
    plain = ["\\" + letter if letter in "%_\\" else letter for letter in letters]
    stands = kind.name.like(f"%{'%'.join(plain)}%", escape="\\")
    rows = db.execute(kind.wanted().where(stands).order_by(*kind.order).limit(CANDIDATES))
    return [kind.shown(row) for row in rows]


def begins(column: SQLColumnExpression[str], word: str) -> ColumnElement[bool]:
    """Return the condition that one of the words in a folded column begins so."""
    inside = column.contains(f" {word}", autoescape=True)
    return or_(column.startswith(word, autoescape=True), inside)


def _holds(column: SQLColumnExpression[str], word: str) -> ColumnElement[bool]:
    return column.contains(word, autoescape=True)


def holds_person(word: str) -> ColumnElement[bool]:
    """Return the condition that a word stands in a person’s names, address or organisation."""
    homes = select(Organisation.id).where(_holds(Organisation.found_by, word))
    return or_(_holds(Person.found_by, word), Person.organisation_id.in_(homes))


def _of_cohorts(word: str) -> ColumnElement[bool]:
    cohorts = select(Cohort.id).where(_holds(Cohort.found_by, word))
    return or_(_holds(TrainingSession.found_by, word), TrainingSession.cohort_id.in_(cohorts))


def _of_people(word: str) -> ColumnElement[bool]:
    people = select(Place.id).join(Place.person).where(_holds(Person.found_by, word))
    return or_(_holds(Certificate.number, word), Certificate.place_id.in_(people))


def _people() -> Select[*tuple[Any, ...]]:
    return select(
        Person.id, Person.full_name, Person.family_name, Person.email,
        func.coalesce(Organisation.name, "").label("home"),
    ).outerjoin(Person.organisation)  # fmt: skip


def _person(row: Row[*tuple[Any, ...]]) -> Findable:
    more = " · ".join(filter(None, (row.home, row.email)))
    return Findable("person", listed(row.full_name, row.family_name), more, f"person/{row.id}")


def _cohorts() -> Select[*tuple[Any, ...]]:
    return select(Cohort.id, Cohort.name, Programme.name.label("of")).join(Cohort.programme)


def _cohort(row: Row[*tuple[Any, ...]]) -> Findable:
    return Findable("cohort", row.name, row.of, f"cohort/{row.id}")


def _sessions() -> Select[*tuple[Any, ...]]:
    session = TrainingSession
    wanted = select(
        session.id, session.cohort_id, session.title, session.held_on, Cohort.name.label("cohort")
    )
    return wanted.join(session.cohort)


def _session(row: Row[*tuple[Any, ...]]) -> Findable:
    more = f"{row.cohort} · {short_day(row.held_on)}"
    return Findable("session", row.title, more, f"cohort/{row.cohort_id}/register/{row.id}")


def _organisations() -> Select[*tuple[Any, ...]]:
    return select(Organisation.id, Organisation.name, Organisation.region)


def _organisation(row: Row[*tuple[Any, ...]]) -> Findable:
    return Findable("organisation", row.name, row.region, f"organisation/{row.id}")


def _certificates() -> Select[*tuple[Any, ...]]:
    wanted = select(Certificate.id, Certificate.number, Person.full_name)
    return wanted.join(Certificate.place).join(Place.person)


def _certificate(row: Row[*tuple[Any, ...]]) -> Findable:
    return Findable("certificate", row.number, row.full_name, f"certificates/{row.id}")


_AT: Final[dict[str, Kind]] = {
    "person": "person", "cohort": "cohort", "session": "session", "organisation": "organisation",
    "certificates": "certificate",
}  # fmt: skip
_KINDS: Final[dict[Kind, _Kind]] = {
    "person": _Kind(
        _people, Person.id, Person.found_by, (Person.sort_name, Person.id), _person,
        holds_person,
    ),
    "cohort": _Kind(
        _cohorts, Cohort.id, Cohort.found_by, (Cohort.id.desc(),), _cohort,
        lambda word: _holds(Cohort.found_by, word),
    ),
    "session": _Kind(
        _sessions, TrainingSession.id, TrainingSession.found_by,
        (TrainingSession.held_on.desc(), TrainingSession.id), _session, _of_cohorts,
    ),
    "organisation": _Kind(
        _organisations, Organisation.id, Organisation.found_by, (Organisation.name,),
        _organisation, lambda word: _holds(Organisation.found_by, word),
    ),
    "certificate": _Kind(
        _certificates, Certificate.id, Certificate.number,
        (Certificate.year.desc(), Certificate.sequence.desc()), _certificate, _of_people,
    ),
}  # fmt: skip
