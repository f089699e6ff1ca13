"""What “Go anywhere” finds besides pages and commands (experience 6.10)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import func, select

from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place
from academy.domain.dates import short_day
from academy.domain.names import listed
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.sessions import TrainingSession
from academy.store.journal import Db
from academy.usecases.rights import EVERYBODY, allowed


class Findable(NamedTuple):
    """One thing to go to: its kind, what it is called, what else tells it apart, its address."""

    kind: Literal["person", "cohort", "session", "organisation", "certificate"]
    text: str
    more: str
    address: str


@allowed(*EVERYBODY)
def findable(db: Db) -> list[Findable]:
    """Return all people, cohorts, sessions, organisations and certificates there are."""
    return [*_cohorts(db), *_people(db), *_sessions(db), *_organisations(db), *_certificates(db)]


def _people(db: Db) -> list[Findable]:
    wanted = select(
        Person.id, Person.full_name, Person.family_name, Person.email,
        func.coalesce(Organisation.name, "").label("home"),
    ).outerjoin(Person.organisation)  # fmt: skip
    return [
        Findable(
            "person",
            listed(row.full_name, row.family_name),
            " · ".join(filter(None, (row.home, row.email))),
            f"person/{row.id}",
        )
        for row in db.execute(wanted)
    ]


def _cohorts(db: Db) -> list[Findable]:
    wanted = select(Cohort.id, Cohort.name, Programme.name).join(Cohort.programme)
    return [Findable("cohort", name, of, f"cohort/{n}") for n, name, of in db.execute(wanted)]


def _sessions(db: Db) -> list[Findable]:
    session = TrainingSession
    wanted = (
        select(session.id, session.cohort_id, session.title, session.held_on, Cohort.name)
        .join(session.cohort)
        .order_by(session.held_on.desc(), session.id)
    )
    return [
        Findable(
            "session", title, f"{cohort} · {short_day(day)}", f"cohort/{cohort_id}/register/{n}"
        )
        for n, cohort_id, title, day, cohort in db.execute(wanted)
    ]


def _organisations(db: Db) -> list[Findable]:
    wanted = select(Organisation.id, Organisation.name, Organisation.region)
    return [
        Findable("organisation", name, region, f"organisation/{n}")
        for n, name, region in db.execute(wanted)
    ]


def _certificates(db: Db) -> list[Findable]:
    wanted = (
        select(Certificate.id, Certificate.number, Person.full_name)
        .join(Certificate.place)
        .join(Place.person)
        .order_by(Certificate.year.desc(), Certificate.sequence.desc())
    )
    return [
        Findable("certificate", number, name, f"certificates/{n}")
        for n, number, name in db.execute(wanted)
    ]
