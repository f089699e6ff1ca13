"""What is there, with ids, as `academy show` prints it: rows of plain values, ready for JSON.

`SHOWN` names them all. With a cohort only what belongs to it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select

from academy.domain.attendance import Mark
from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place
from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme
from academy.domain.sessions import TrainingSession
from academy.store.journal import Db
from academy.usecases.rates import cohort_rates
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, STAFF, allowed

Rows = list[dict[str, Any]]


def _rows(db: Db, wanted: Select[*tuple[Any, ...]], *names: str) -> Rows:
    return [dict(zip(names, map(_plain, row), strict=True)) for row in db.execute(wanted)]


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return getattr(value, "value", value)


def _of(cohort_id: int | None, column: Any) -> ColumnElement[bool]:
    """Return the condition that a row belongs to the cohort, or to any."""
    found: ColumnElement[bool] = column.is_not(None) if cohort_id is None else column == cohort_id
    return found


@allowed(*EVERYBODY)
def shown_programmes(db: Db, cohort_id: int | None = None) -> Rows:
    """Return the programmes with the newest version of their rules."""
    version = select(func.max(CompletionRules.version)).where(
        CompletionRules.programme_id == Programme.id
    )
    wanted: Select[*tuple[Any, ...]] = select(
        Programme.id, Programme.name, version.scalar_subquery()
    ).order_by(Programme.id)
    if cohort_id is not None:
        own = select(Cohort.programme_id).where(Cohort.id == cohort_id)
        wanted = wanted.where(Programme.id.in_(own))
    return _rows(db, wanted, "id", "name", "rules_version")


@allowed(*EVERYBODY)
def shown_cohorts(db: Db, cohort_id: int | None = None) -> Rows:
    """Return the cohorts with the name of their programme."""
    wanted = (
        select(Cohort.id, Programme.name, Cohort.name, Cohort.state)
        .join(Cohort.programme)
        .where(_of(cohort_id, Cohort.id))
        .order_by(Cohort.id)
    )
    return _rows(db, wanted, "id", "programme", "name", "state")


@allowed(*EVERYBODY)
def shown_people(db: Db, cohort_id: int | None = None) -> Rows:
    """Return everybody, or who has or had a place in the cohort."""
    wanted = (
        select(Person.id, Person.full_name, Person.email, func.coalesce(Organisation.name, ""))
        .outerjoin(Person.organisation)
        .order_by(Person.id)
    )
    if cohort_id is not None:
        here = select(Place.person_id).where(Place.cohort_id == cohort_id)
        wanted = wanted.where(Person.id.in_(here))
    return _rows(db, wanted, "id", "name", "email", "organisation")


@allowed(*EVERYBODY)
def shown_sessions(db: Db, cohort_id: int | None = None) -> Rows:
    """Return the sessions; `starts` is what the clock on the wall shows then."""
    session = TrainingSession
    wanted = (
        select(session.id, session.cohort_id, session.title, session.held_on, session.starts)
        .where(_of(cohort_id, session.cohort_id))
        .order_by(session.held_on, session.starts, session.id)
    )
    return [
        {
            "id": row.id,
            "cohort_id": row.cohort_id,
            "title": row.title,
            "starts": datetime.combine(row.held_on, row.starts).isoformat(),
        }
        for row in db.execute(wanted)
    ]


@allowed(*STAFF)
def shown_marks(db: Db, cohort_id: int | None = None) -> Rows:
    """Return every mark that is set."""
    wanted = (
        select(Mark.session_id, Place.person_id, Mark.letter)
        .join(Mark.place)
        .where(Mark.letter.is_not(None), _of(cohort_id, Place.cohort_id))
        .order_by(Mark.session_id, Place.person_id)
    )
    return _rows(db, wanted, "session_id", "person_id", "mark")


@allowed(*ADMINISTRATORS)
def shown_pairs(db: Db, cohort_id: int | None = None) -> Rows:
    """Return the mentoring pairs, with how often they met."""
    met = select(func.count()).where(MentoringMeeting.pair_id == MentoringPair.id)
    pair = MentoringPair
    wanted = (
        select(
            pair.id, pair.cohort_id, pair.mentee_id, pair.mentor_id, pair.state,
            met.scalar_subquery(),
        )
        .where(_of(cohort_id, pair.cohort_id))
        .order_by(pair.id)
    )  # fmt: skip
    names = ("id", "cohort_id", "mentee_id", "mentor_id", "state", "meetings")
    return _rows(db, wanted, *names)


@allowed(*EVERYBODY)
def shown_certificates(db: Db, cohort_id: int | None = None) -> Rows:
    """Return the certificates, revoked and replaced ones too."""
    wanted = (
        select(
            Certificate.id, Certificate.number, Place.person_id, Place.cohort_id,
            Certificate.issued_on, Certificate.state, Certificate.sha256,
        )
        .join(Certificate.place)
        .where(_of(cohort_id, Place.cohort_id))
        .order_by(Certificate.id)
    )  # fmt: skip
    names = ("id", "number", "person_id", "cohort_id", "issued_on", "state", "sha256")
    return _rows(db, wanted, *names)


@allowed(*STAFF)
def shown_rates(db: Db, cohort_id: int | None = None) -> Rows:
    """Return how cohorts attended so far, in whole per cent."""
    today = datetime.now().date()  # noqa: DTZ005 - the wall calendar
    return [
        {"id": rate.cohort_id, "cohort": rate.cohort, "attended": rate.attendance.attended,
         "marked": rate.attendance.marked, "percent": rate.attendance.percent}
        for rate in cohort_rates(db, today, cohort_id)
    ]  # fmt: skip


SHOWN: Final[Mapping[str, Callable[[Db, int | None], Rows]]] = MappingProxyType(
    {
        "programmes": shown_programmes,
        "cohorts": shown_cohorts,
        "people": shown_people,
        "sessions": shown_sessions,
        "marks": shown_marks,
        "rates": shown_rates,
        "pairs": shown_pairs,
        "certificates": shown_certificates,
    }
)
