"""Which template an issue is made with, and what it adds to the facts of each certificate."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select

from academy.documents.certificate import CertificateFacts
from academy.documents.look import Look
from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place
from academy.domain.programmes import Accreditation
from academy.domain.templates import CertificateTemplate, TemplateVersion
from academy.domain.words import Nation
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.templates import version_look


@dataclass(frozen=True)
class IssueTemplate:
    """The version of a template that an issue is made with. Without id there is none."""

    id: int = 0
    version_id: int = 0
    key: str = ""
    retired: bool = False
    look: Look = field(default_factory=Look)


def issue_template(db: Db, template_id: int, cohort_id: int) -> IssueTemplate:
    """Return the present version of a template.

    0 stands for the one used last for the cohort's programme, else the first that suits: one in
    Welsh and English in Wales.
    """
    chosen = template_id or _used_last(db, cohort_id) or _suiting(db)
    found = db.get(CertificateTemplate, chosen) if chosen else None
    if found is None:
        return IssueTemplate()
    version = found.present()
    return IssueTemplate(found.id, version.id, version.key, found.retired, version_look(version))


def _used_last(db: Db, cohort_id: int) -> int | None:
    programme = select(Cohort.programme_id).where(Cohort.id == cohort_id).scalar_subquery()
    wanted = (
        select(CertificateTemplate.id)
        .join(TemplateVersion, TemplateVersion.template_id == CertificateTemplate.id)
        .join(Certificate, Certificate.template_version_id == TemplateVersion.id)
        .join(Place, Certificate.place_id == Place.id)
        .join(Cohort, Place.cohort_id == Cohort.id)
        .where(Cohort.programme_id == programme, ~CertificateTemplate.retired)
        .order_by(Certificate.id.desc())
    )
    return db.scalars(wanted.limit(1)).first()


def _suiting(db: Db) -> int | None:
    offered = (
        select(CertificateTemplate)
        .where(~CertificateTemplate.retired)
        .order_by(CertificateTemplate.id)
    )
    found = db.scalars(offered).all()
    if the_academy(db).nation is Nation.WALES:
        welsh = (one.id for one in found if version_look(one.present()).bilingual)
        return next(welsh, found[0].id if found else None)
    return found[0].id if found else None


def with_template(facts: CertificateFacts, look: Look) -> CertificateFacts:
    """Return what certificates say by their template: until when, and who signs beside."""
    if look.valid_months:
        facts = replace(facts, expires_on=months_later(facts.issued_on, look.valid_months))
    return facts


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or its last: 31 January and 1 give 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def accreditation_on(db: Db, cohort_id: int, day: date) -> str:
    """Return which body accredits a cohort's programme on a day, with its number; or nothing."""
    wanted = (
        select(Accreditation)
        .join(Cohort, Cohort.programme_id == Accreditation.programme_id)
        .where(Cohort.id == cohort_id)
        .order_by(Accreditation.id)
    )
    good = (one for one in db.scalars(wanted) if one.holds_on(day))
    said = (", ".join(filter(None, (one.body, one.reference))) for one in good)
    return next(said, "")
