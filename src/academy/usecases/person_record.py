"""Everything about one person on one page: details, cohorts with marks, mentoring, certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from academy.domain.cohorts import Cohort, Place
from academy.domain.names import listed
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.words import CohortState, PlaceState, Role
from academy.store.journal import Db
from academy.usecases.certificates import CertificateRow, certificates_of
from academy.usecases.mentoring import PairRow, pairs_of
from academy.usecases.mentors import MentorDraft, mentor
from academy.usecases.people import PersonDraft, person
from academy.usecases.register import RegisterRow, RegisterSession, register
from academy.usecases.rights import EVERYBODY, STAFF, allowed


@dataclass(frozen=True)
class PersonCohort:
    """A cohort a person is or was in. `marks` is their row of its register, for staff."""

    place_id: int
    cohort_id: int
    cohort: str
    cohort_state: CohortState
    state: PlaceState
    enrolled_on: date
    withdrawn_on: date | None
    completed_on: date | None
    target: int | None
    sessions: tuple[RegisterSession, ...]
    marks: RegisterRow | None


@dataclass(frozen=True)
class PersonRecord:
    """A person's page. What the reader may not see is empty."""

    person: PersonDraft
    name: str
    organisation: str
    cohorts: tuple[PersonCohort, ...]
    mentor: MentorDraft | None
    pairs: tuple[PairRow, ...]
    certificates: tuple[CertificateRow, ...]


@allowed(*EVERYBODY)
def person_record(db: Db, person_id: int, today: date) -> PersonRecord:
    """Return everything about a person that the reader may see, the latest cohort first."""
    draft = person(db, person_id)
    home = select(Organisation.name).join(Person).where(Person.id == person_id)
    administrator = db.who.role is Role.ADMINISTRATOR
    offers = mentor(db, person_id) if administrator else None
    return PersonRecord(
        person=draft,
        name=listed(draft.full_name, draft.family_name),
        organisation=db.scalar(home) or "",
        cohorts=tuple(_cohorts(db, person_id, today)),
        mentor=offers if offers and offers.here else None,
        pairs=tuple(pairs_of(db, person_id, today)) if administrator else (),
        certificates=tuple(certificates_of(db, person_id)),
    )


def _cohorts(db: Db, person_id: int, today: date) -> list[PersonCohort]:
    wanted = (
        select(
            Place.id, Place.cohort_id, Cohort.name, Cohort.state, Place.state, Place.enrolled_on,
            Place.withdrawn_on, Place.completed_on,
        )
        .join(Place.cohort)
        .where(Place.person_id == person_id)
        .order_by(Place.enrolled_on.desc(), Place.id.desc())
    )  # fmt: skip
    return [
        PersonCohort(*row, *_marks(db, cohort_id=row[1], place_id=row[0], today=today))
        for row in db.execute(wanted)
    ]


def _marks(
    db: Db, cohort_id: int, place_id: int, today: date
) -> tuple[int | None, tuple[RegisterSession, ...], RegisterRow | None]:
    if db.who.role not in STAFF:
        return None, (), None
    found = register(db, cohort_id, today)
    row = next(row for row in found.rows if row.place_id == place_id)
    return found.target, found.sessions, row
