"""Certificates: which are due, which were issued, their files, and taking one back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from academy.domain.certificates import Certificate, CertificateFile, file_name
from academy.domain.cohorts import Cohort, Place
from academy.domain.names import listed, sort_key
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.words import CertificateKind, CertificateState
from academy.store import history
from academy.store.journal import Db
from academy.usecases.completion import completed_on
from academy.usecases.due import may_be_due
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed
from academy.usecases.standing import standings

EXPIRING_DAYS: Final = 60
"""How long before the day a certificate counts as about to expire."""


@dataclass(frozen=True)
class DueRow:
    """Somebody whose certificate is due."""

    place_id: int
    person_id: int
    name: str
    sort: str
    cohort_id: int
    completed_on: date | None


@dataclass(frozen=True)
class CertificateRow:
    """A certificate in the log. `printed_name` is what stands on it, whatever came later."""

    id: int
    number: str
    place_id: int
    person_id: int
    name: str
    sort: str
    printed_name: str
    cohort_id: int
    cohort: str
    programme: str
    kind: CertificateKind
    issued_on: date
    state: CertificateState
    state_on: date | None
    reason: str
    replaces: str
    replaced_by: str
    sha256: str
    expires_on: date | None
    template: str
    key: str

    @property
    def live(self) -> bool:
        """Whether it was neither revoked nor replaced; it may have expired."""
        return self.state is CertificateState.ISSUED

    def expired(self, today: date) -> bool:
        """Whether its last day is past and nothing else became of it."""
        return self.live and self.expires_on is not None and self.expires_on < today


@dataclass(frozen=True)
class CertificateRecord:
    """Everything kept of one certificate: what it prints, who issued it and when (UTC)."""

    row: CertificateRow
    facts: Mapping[str, str]
    issued_by: str
    issued_at: datetime | None
    replaces_id: int | None
    replaced_by_id: int | None
    erased: bool


@dataclass(frozen=True)
class IssuedFile:
    """The file of an issued certificate, under the safe name it is saved by."""

    certificate_id: int
    name: str
    content: bytes


@allowed(*ADMINISTRATORS)
def due(db: Db, cohort_id: int | None, now: datetime) -> list[DueRow]:
    """Return whose certificates are due in one or all cohorts, by name."""
    where = [*may_be_due(now)]
    if cohort_id is not None:
        where.append(Place.cohort_id == cohort_id)
    return [
        DueRow(s.place_id, s.person_id, s.name, s.sort, s.cohort_id, completed_on(s))
        for s in standings(db, now, *where)
        if s.due
    ]


@allowed(*EVERYBODY)
def certificates(db: Db, cohort_id: int | None = None) -> list[CertificateRow]:
    """Return the log of one or all cohorts, the newest number first."""
    return log_rows(db, None if cohort_id is None else Place.cohort_id == cohort_id)


@allowed(*EVERYBODY)
def certificates_of(db: Db, person_id: int) -> list[CertificateRow]:
    """Return the certificates of a person, the newest number first."""
    return log_rows(db, Place.person_id == person_id)


@allowed(*EVERYBODY)
def certificate_record(db: Db, certificate_id: int) -> CertificateRecord:
    """Return one certificate with every fact it prints; who issued it tells the journal."""
    found = db.get_one(Certificate, certificate_id)
    [row] = log_rows(db, Certificate.id == certificate_id)
    newer = select(Certificate.id).where(Certificate.replaces_id == certificate_id)
    edits = history.history(db, Certificate.__tablename__, certificate_id)
    entry = edits[0].entry if edits else None
    return CertificateRecord(
        row=row,
        facts={name: str(value) for name, value in found.facts.items()},
        issued_by=entry.by if entry else "",
        issued_at=entry.at if entry else None,
        replaces_id=found.replaces_id,
        replaced_by_id=db.scalar(newer),
        erased=found.file.content is None,
    )


@allowed(*ADMINISTRATORS)
def expiring(db: Db, today: date) -> list[CertificateRow]:
    """Return the live certificates that expire within `EXPIRING_DAYS`, the soonest first."""
    until = Certificate.expires_on.between(today, today + timedelta(EXPIRING_DAYS))
    found = log_rows(db, until & (Certificate.state == CertificateState.ISSUED))
    return sorted(found, key=lambda row: (row.expires_on or today, row.sort, row.id))


def log_rows(db: Db, where: ColumnElement[bool] | None) -> list[CertificateRow]:
    """Return rows of the log, the newest number first; for other use cases."""
    old, new = aliased(Certificate), aliased(Certificate)
    wanted = (
        select(
            Certificate.id, Certificate.number, Certificate.place_id, Place.person_id,
            Person.full_name, Person.family_name, Certificate.facts, Place.cohort_id,
            Cohort.name.label("cohort"), Programme.name.label("programme"), Certificate.kind,
            Certificate.issued_on, Certificate.state, Certificate.state_on, Certificate.reason,
            old.number.label("replaces"), new.number.label("replaced_by"), Certificate.sha256,
            Certificate.expires_on, Certificate.template, Certificate.key,
        )
        .join(Certificate.place)
        .join(Place.person)
        .join(Place.cohort)
        .join(Cohort.programme)
        .outerjoin(old, old.id == Certificate.replaces_id)
        .outerjoin(new, new.replaces_id == Certificate.id)
        .order_by(Certificate.year.desc(), Certificate.sequence.desc())
    )  # fmt: skip
    if where is not None:
        wanted = wanted.where(where)
    return [
        CertificateRow(
            row.id, row.number, row.place_id, row.person_id,
            listed(row.full_name, row.family_name), sort_key(row.full_name, row.family_name),
            str(row.facts.get("name", "")), row.cohort_id, row.cohort, row.programme, row.kind,
            row.issued_on, row.state, row.state_on, row.reason, row.replaces or "",
            row.replaced_by or "", row.sha256, row.expires_on, row.template, row.key,
        )
        for row in db.execute(wanted)
    ]  # fmt: skip


@allowed(*EVERYBODY)
def certificate_bytes(db: Db, certificate_id: int) -> bytes:
    """Return the file of a certificate, byte for byte as it was issued."""
    [found] = certificate_files(db, [certificate_id])
    return found.content


@allowed(*EVERYBODY)
def certificate_files(db: Db, certificate_ids: Sequence[int]) -> list[IssuedFile]:
    """Return the files of certificates in the order of their numbers; an erased one is left out."""
    wanted = (
        select(Certificate.id, Certificate.number, Certificate.facts, CertificateFile.content)
        .join(CertificateFile, CertificateFile.certificate_id == Certificate.id)
        .where(Certificate.id.in_(certificate_ids))
        .order_by(Certificate.year, Certificate.sequence)
    )
    return [
        IssuedFile(row.id, file_name(row.number, str(row.facts.get("name", ""))), row.content)
        for row in db.execute(wanted)
        if row.content is not None
    ]


@allowed(*ADMINISTRATORS)
def revoke(db: Db, certificate_id: int, on: date, reason: str) -> None:
    """Take a certificate back, with a reason; number and file are kept."""
    db.get_one(Certificate, certificate_id).revoke(on, " ".join(reason.split()))


@allowed(*ADMINISTRATORS)
def revoke_several(db: Db, certificate_ids: Sequence[int], on: date, reason: str) -> None:
    """Take several certificates back for one reason, all of them or none."""
    for one in certificate_ids:
        revoke(db, one, on, reason)
