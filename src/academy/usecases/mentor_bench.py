"""The bench: mentors over all programmes and years, and who of them graduated here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place
from academy.domain.words import CertificateState, PlaceState
from academy.store.journal import Db
from academy.usecases.mentors import MentorRow, mentors
from academy.usecases.rights import ADMINISTRATORS, allowed

AGREED_LONG_AGO: Final = timedelta(days=2 * 365)
"""An agreement older than this is asked for again."""


@dataclass(frozen=True)
class BenchRow:
    """A mentor as the bench shows them today. `graduate` is (cohort, certificate number) each."""

    mentor: MentorRow
    graduate: tuple[tuple[str, str], ...]
    free: int
    rests: bool
    agreement_due: bool


@allowed(*ADMINISTRATORS)
def bench(db: Db, today: date) -> list[BenchRow]:
    """Return all mentors by name, with what they can take today and what they graduated from."""
    graduates = _graduates(db)
    return [_row(one, graduates.get(one.person_id, []), today) for one in mentors(db)]


def _row(mentor: MentorRow, graduate: list[tuple[str, str]], today: date) -> BenchRow:
    rests, agreed = mentor.rests(today), mentor.agreed_on
    due = agreed is None or agreed < today - AGREED_LONG_AGO
    return BenchRow(mentor, tuple(graduate), 0 if rests else mentor.free, rests, due)


def _graduates(db: Db) -> dict[int, list[tuple[str, str]]]:
    """Return the cohorts each person completed, with the number of a certificate that stands."""
    stands = (Certificate.place_id == Place.id) & (Certificate.state == CertificateState.ISSUED)
    wanted = (
        select(Place.person_id, Cohort.name, Certificate.number)
        .join(Place.cohort)
        .outerjoin(Certificate, stands)
        .where((Place.state == PlaceState.COMPLETED) | Certificate.id.is_not(None))
        .order_by(Place.id, Certificate.id)
    )
    found: dict[int, list[tuple[str, str]]] = {}
    for person_id, cohort, number in db.execute(wanted):
        found.setdefault(person_id, []).append((cohort, number or ""))
    return found
