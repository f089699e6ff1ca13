"""What the register knows of a certificate by its number or its file, for whoever checks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from academy.domain.certificates import Certificate, CertificateFile
from academy.domain.words import CertificateState
from academy.exchange import tokens
from academy.exchange.tokens import CanonicalFacts
from academy.exchange.withdrawn import Withdrawn
from academy.store.journal import Db
from academy.usecases.rights import EVERYBODY, allowed


@dataclass(frozen=True)
class Record:
    """A certificate in the register. Of an erased person the name in its facts is empty."""

    facts: CanonicalFacts
    token: str
    state: CertificateState
    state_on: date | None
    replaced_by: str
    content: bytes | None

    @property
    def erased(self) -> bool:
        """Whether the person was erased: file and name are gone, the number stays."""
        return self.content is None or not self.facts.name


def record_of_number(db: Db, number: str) -> Record | None:
    """Return what is known of a number."""
    return _record(db, Certificate.number == number)


def record_of_file(db: Db, sha256: str) -> Record | None:
    """Return what is known of the file with this hash."""
    return _record(db, Certificate.sha256 == sha256)


@allowed(*EVERYBODY)
def withdrawn_numbers(db: Db) -> list[Withdrawn]:
    """Return every number that was revoked or replaced, for the signed list."""
    newer = aliased(Certificate)
    wanted = (
        select(Certificate.number, Certificate.state, Certificate.state_on, newer.number)
        .outerjoin(newer, newer.replaces_id == Certificate.id)
        .where(Certificate.state != CertificateState.ISSUED)
        .order_by(Certificate.year, Certificate.sequence)
    )
    return [
        Withdrawn(number, state, on, by or "") for number, state, on, by in db.execute(wanted) if on
    ]


def _record(db: Db, where: ColumnElement[bool]) -> Record | None:
    newer = aliased(Certificate)
    wanted = (
        select(
            Certificate.facts, Certificate.token, Certificate.state, Certificate.state_on,
            newer.number.label("replaced_by"), CertificateFile.content,
        )
        .outerjoin(newer, newer.replaces_id == Certificate.id)
        .outerjoin(CertificateFile, CertificateFile.certificate_id == Certificate.id)
        .where(where)
    )  # fmt: skip
    row = db.execute(wanted).first()
    if row is None:
        return None
    return Record(
        _facts(row.facts), row.token, row.state, row.state_on, row.replaced_by or "", row.content
    )


def _facts(kept: Mapping[str, Any]) -> CanonicalFacts:
    """Return frozen facts as a token says them."""

    def day(name: str) -> date | None:
        return date.fromisoformat(kept[name]) if kept.get(name) else None

    issued = day("issued_on")
    assert issued is not None
    texts = {name: tokens.tidy(str(kept.get(name, ""))) for name in _TEXTS}
    return CanonicalFacts(
        number=texts["number"],
        name=texts["name"],
        programme=texts["programme"],
        cohort=texts["cohort"],
        award=texts["kind"],
        hours=texts["hours"],
        starts_on=day("starts_on"),
        ends_on=day("ends_on"),
        issued_on=issued,
        expires_on=day("expires_on"),
        issuer=texts["academy"],
    )


_TEXTS = ("number", "name", "programme", "cohort", "kind", "hours", "academy")
