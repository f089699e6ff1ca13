"""Open Badges for issued certificates: the same facts, signed with the academy's key, in a PNG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from academy.domain.certificates import Certificate, CertificateFile, file_name
from academy.domain.cohorts import Place
from academy.domain.people import Person
from academy.domain.words import CertificateKind, CertificateState
from academy.exchange.badges import BadgeFacts, baked, signed_badge
from academy.progress import Progress, counted, silent
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.certificates import IssuedFile
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.templates import version_look

if TYPE_CHECKING:
    from academy.documents.texts import Texts
    from academy.exchange.signing import UnlockedKey


@allowed(*ADMINISTRATORS)
def badge_facts(db: Db, certificate_ids: Sequence[int]) -> list[BadgeFacts]:
    """Return what badges of these certificates say, by number.

    Only those in force: one that was revoked, replaced or erased gets no badge.
    """
    from academy.documents.texts import ENGLISH

    address = the_academy(db).check_address
    wanted = (
        select(Certificate, Person.email)
        .join(CertificateFile, CertificateFile.certificate_id == Certificate.id)
        .join(Certificate.place)
        .join(Place.person)
        .where(Certificate.id.in_(certificate_ids))
        .where(Certificate.state == CertificateState.ISSUED, CertificateFile.content.is_not(None))
        .order_by(Certificate.year, Certificate.sequence)
    )
    return [
        _facts(certificate, email, address, ENGLISH) for certificate, email in db.execute(wanted)
    ]


def _facts(certificate: Certificate, email: str, address: str, texts: Texts) -> BadgeFacts:
    said: Mapping[str, str] = certificate.facts
    statement = texts.statements[CertificateKind(certificate.kind)]
    programme = said.get("programme", "")
    hours = said.get("hours", "")
    counted_as = texts.hour if hours == "1" else texts.hours
    return BadgeFacts(
        number=certificate.number,
        name=said.get("name", ""),
        email=email,
        programme=programme,
        kind=certificate.kind.value,
        heading=statement.heading,
        criteria=f"{statement.certifies} the holder {statement.did} {programme}.",
        hours=counted_as.format(hours=hours) if hours else "",
        issued_on=certificate.issued_on,
        starts_on=_day(said, "starts_on"),
        ends_on=_day(said, "ends_on"),
        expires_on=certificate.expires_on,
        issuer=said.get("academy", ""),
        check_address=address,
        accent=_accent(certificate),
    )


def _accent(certificate: Certificate) -> str:
    """Return the colour that leads on the certificate: its template's own, else its design's."""
    from academy.documents.design import design_for

    version = certificate.template_version
    return design_for(version_look(version)).ink("accent") if version is not None else ""


def _day(said: Mapping[str, str], name: str) -> date | None:
    return date.fromisoformat(said[name]) if said.get(name) else None


def make_badges(
    facts: Sequence[BadgeFacts], key: UnlockedKey, progress: Progress = silent
) -> list[IssuedFile]:
    """Return a PNG with its badge for each, named like the certificate's PDF."""
    from academy.documents.badge_picture import ACCENT, badge_picture

    pictures: dict[tuple[str, str, str, str], bytes] = {}
    files = []
    for one in counted(facts, progress, _name):
        look = one.programme, one.heading, one.issuer, one.accent or ACCENT
        if look not in pictures:
            pictures[look] = badge_picture(*look)
        name = f"{Path(file_name(one.number, one.name)).stem} badge.png"
        files.append(IssuedFile(0, name, baked(pictures[look], signed_badge(one, key))))
    return files


def _name(facts: BadgeFacts) -> str:
    return facts.name
