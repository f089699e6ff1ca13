"""The log of all certificates in the order of a table, read a page at a time.

Filter and order are the database's; along an index of `Certificate` that leaves out what is long.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    String,
    and_,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place
from academy.domain.names import search_key
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CertificateKind, CertificateState
from academy.store.ids import ids_of
from academy.store.journal import Db
from academy.usecases.certificates import EXPIRING_DAYS, CertificateRow, log_rows
from academy.usecases.directory import Order
from academy.usecases.found_days import day_holds
from academy.usecases.rights import EVERYBODY, allowed
from academy.usecases.standing import counts

Validity = Literal["live", "expiring", "expired", "revoked", "replaced"]
Facet = Literal["programme", "cohort", "kind", "year"]
Words = Mapping[str, str]
"""What the states are called, folded: by the values of `CertificateState`, and “expired”."""


@dataclass(frozen=True)
class LogFilter:
    """Which certificates are wanted. None is any."""

    state: Validity | None = None
    programme: str | None = None
    cohort: int | None = None
    kind: CertificateKind | None = None
    year: int | None = None


EVERY: Final = LogFilter()


@allowed(*EVERYBODY)
def number_of_certificates(db: Db, chosen: LogFilter, today: date) -> int:
    """Return how many certificates pass a filter."""
    wanted = _passing(select(func.count(Certificate.id)), chosen, today)
    return db.scalar(wanted) or 0


@allowed(*EVERYBODY)
def ids_in_order(
    db: Db, chosen: LogFilter, typed: str, order: Order, words: Words, today: date
) -> array[int]:
    """Return the ids of those that pass and hold each typed word; the newest number first."""
    said = _state(words, today)
    wanted = _passing(select(Certificate.id), chosen, today)
    columns = {key for key, _ in order}
    if columns & {"name", "cohort", "programme"}:
        wanted = wanted.join(Certificate.place).join(Place.person)
        wanted = wanted.join(Place.cohort).join(Cohort.programme)
    for word in search_key(typed).split():
        wanted = wanted.where(_holds(db, word, said))
    for key, down in order:
        for one in _ORDER.get(key, (said, *_STATE_DAYS)):
            wanted = wanted.order_by((one.desc() if down else one.asc()).nulls_last())
    return ids_of(db, wanted.order_by(Certificate.year.desc(), Certificate.sequence.desc()))


@allowed(*EVERYBODY)
def certificates_of_page(db: Db, ids: Sequence[int]) -> list[CertificateRow]:
    """Return these certificates in the order of their ids; none is ever deleted."""
    found = {row.id: row for row in log_rows(db, Certificate.id.in_(ids))}
    return [found[one] for one in ids]


@allowed(*EVERYBODY)
def last_days(db: Db, cohort_ids: Collection[int]) -> list[tuple[int, str, date | None]]:
    """Return the id and name of cohorts and their last day, the longest finished first."""
    last = func.max(TrainingSession.held_on)
    wanted = (
        select(Cohort.id, Cohort.name, last)
        .outerjoin(TrainingSession, and_(TrainingSession.cohort_id == Cohort.id, counts()))
        .where(Cohort.id.in_(cohort_ids))
        .group_by(Cohort.id)
        .order_by(last.nulls_last(), Cohort.id)
    )
    return [(row[0], row[1], row[2]) for row in db.execute(wanted)]


@allowed(*EVERYBODY)
def choices(db: Db, facet: Facet) -> list[tuple[Any, str]]:
    """Return what certificates differ in: keys and names; kinds and years name themselves."""
    if facet == "kind":
        return [(kind, "") for kind in sorted(db.scalars(select(Certificate.kind).distinct()))]
    if facet == "year":
        years = db.scalars(select(_year()).distinct().order_by(_year().desc()))
        return [(int(year), year) for year in years]
    issued = select(Certificate.id).join(Certificate.place)
    if facet == "cohort":
        mine = issued.where(Place.cohort_id == Cohort.id).correlate(Cohort).exists()
        cohorts = select(Cohort.id, Cohort.name).where(mine).order_by(Cohort.name, Cohort.id)
        return [(row.id, row.name) for row in db.execute(cohorts)]
    of = issued.join(Place.cohort).where(Cohort.programme_id == Programme.id)
    named = select(Programme.name).where(of.correlate(Programme).exists()).distinct()
    return [(name, name) for name in db.scalars(named.order_by(Programme.name))]


def _year() -> SQLColumnExpression[str]:
    return func.substr(Certificate.issued_on, 1, 4, type_=String)


def _passing(wanted: Select[int], chosen: LogFilter, today: date) -> Select[int]:
    if chosen.state is not None:
        wanted = wanted.where(_valid(chosen.state, today))
    if chosen.kind is not None:
        wanted = wanted.where(Certificate.kind == chosen.kind)
    if chosen.year is not None:
        wanted = wanted.where(_year() == f"{chosen.year:04}")
    if chosen.cohort is not None:
        here = select(Place.id).where(Place.cohort_id == chosen.cohort)
        wanted = wanted.where(Certificate.place_id.in_(here))
    if chosen.programme is not None:
        places = select(Place.id).join(Place.cohort).join(Cohort.programme)
        wanted = wanted.where(
            Certificate.place_id.in_(places.where(Programme.name == chosen.programme))
        )
    return wanted


def _valid(state: Validity, today: date) -> ColumnElement[bool]:
    live, until = Certificate.state == CertificateState.ISSUED, Certificate.expires_on
    if state == "live":
        return live & (until.is_(None) | (until >= today))
    if state == "expired":
        return live & (until < today)
    if state == "expiring":
        return live & until.between(today, today + timedelta(EXPIRING_DAYS))
    return Certificate.state == CertificateState(state)


def _state(words: Words, today: date) -> ColumnElement[str]:
    """Return what the state of a row is called."""
    expired = (_valid("expired", today), words["expired"])
    return case(expired, *((Certificate.state == s, words[s.value]) for s in CertificateState))


def _holds(db: Db, word: str, said: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a word stands in what the table shows of a row."""

    def inside(column: SQLColumnExpression[str]) -> ColumnElement[bool]:
        return column.contains(word, autoescape=True)

    people = select(Place.id).join(Place.person).where(inside(Person.found_by))
    named = db.execute(select(Programme.id, Programme.name))
    programmes = [row.id for row in named if word in search_key(row.name)]
    of = or_(inside(Cohort.found_by), Cohort.programme_id.in_(programmes))
    of_cohort = select(Place.id).join(Place.cohort).where(of)
    days = (Certificate.issued_on, Certificate.expires_on, Certificate.state_on)
    found = [
        inside(Certificate.found_by), Certificate.place_id.in_(people),
        Certificate.place_id.in_(of_cohort), inside(said), *(day_holds(day, word) for day in days),
    ]  # fmt: skip
    if any(letter.isdigit() for letter in word):  # “by LA-2026-0012”, “replaces LA-2026-0011”
        old, new = aliased(Certificate), aliased(Certificate)
        older = select(new.replaces_id).where(inside(new.number), new.replaces_id.is_not(None))
        found.append(Certificate.id.in_(older))
        after = Certificate.replaces_id.in_(select(old.id).where(inside(old.number)))
        found.append(Certificate.id.in_(select(Certificate.id).where(after)))
    return or_(*found)


_STATE_DAYS: Final = (func.coalesce(Certificate.state_on, Certificate.expires_on),)
_ORDER: Final[Mapping[str, tuple[SQLColumnExpression[Any], ...]]] = {
    "number": (Certificate.number,),
    "name": (Person.sort_name,),
    "issued": (Certificate.issued_on,),
    "programme": (func.lower(Programme.name),),
    "cohort": (Cohort.found_by,),
    "expires": (Certificate.expires_on,),
    "printed": (func.lower(Certificate.facts["name"].as_string()),),
}
