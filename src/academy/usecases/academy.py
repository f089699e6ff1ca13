"""The academy's own settings: its name, thresholds and signatories."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from academy.domain import names
from academy.domain.academy import Academy, Signatory
from academy.domain.certificates import number_of
from academy.domain.sessions import require_zone
from academy.domain.templates import SHIPPED, CertificateTemplate, TemplateVersion
from academy.domain.words import Nation, RuleBroken
from academy.store import history
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed

_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~/%-]*)?")
LONGEST_ADDRESS: Final = 200


@dataclass(frozen=True)
class AcademyDraft:
    """The academy's settings as a form holds them."""

    name: str
    issuer: str
    zone: str
    certificate_pattern: str
    quiet_days: int
    absences_in_a_row: int
    meeting_percent: int
    late_after_minutes: int
    lock_days: int = 0
    email: str = ""
    nation: Nation = Nation.ENGLAND
    check_address: str = ""
    sample: bool = False


@dataclass(frozen=True)
class SignatoryDraft:
    """Somebody who signs certificates; id 0 is a new one."""

    id: int = 0
    name: str = ""
    role: str = ""
    picture: bytes | None = None
    retired: bool = False


def the_academy(db: Db) -> Academy:
    """Return the one row of settings; the file is made with it."""
    return db.scalars(select(Academy).order_by(Academy.id)).one()


def identity(db: Db) -> str:
    """Return what tells this academy from every other: the moment its journal began, digested."""
    return hashlib.sha256(str(history.began(db)).encode()).hexdigest()[:16]


@allowed(*EVERYBODY)
def academy(db: Db) -> AcademyDraft:
    """Return the academy's settings."""
    found = the_academy(db)
    fields = [name for name in AcademyDraft.__dataclass_fields__ if name != "sample"]
    values = {name: getattr(found, name) for name in fields}
    return AcademyDraft(**values, sample=found.sample_day is not None)


@allowed(*EVERYBODY)
def sample_day(db: Db) -> date | None:
    """Return the day a sample academy was made for; none in a real one."""
    return the_academy(db).sample_day


@allowed(*ADMINISTRATORS)
def save_academy(db: Db, draft: AcademyDraft) -> None:
    """Change the academy's settings."""
    number_of(draft.certificate_pattern, 2026, 1)
    if not 1 <= draft.meeting_percent <= 100:
        raise RuleBroken("percent_out_of_range", percent=draft.meeting_percent)
    if (
        min(draft.quiet_days, draft.absences_in_a_row) < 1
        or min(draft.late_after_minutes, draft.lock_days) < 0
    ):
        raise RuleBroken("setting_below_one")
    days = (draft.quiet_days, draft.absences_in_a_row, draft.late_after_minutes, draft.lock_days)
    if max(days) > 3650:
        raise RuleBroken("setting_too_large", limit=3650)
    require_zone(draft.zone)
    found = the_academy(db)
    for name in AcademyDraft.__dataclass_fields__:
        if name != "sample":
            setattr(found, name, getattr(draft, name))
    found.name = drafts.required(draft.name, "academy_name_missing")
    found.issuer = draft.issuer.strip() or found.name
    found.email = names.check_email(draft.email) if draft.email.strip() else ""
    found.check_address = _address(draft.check_address)


def _address(typed: str) -> str:
    """Return the address of the verification page as a code carries it, without what follows #."""
    address = typed.strip().split("#")[0].removesuffix("?")
    if address and (not _ADDRESS.fullmatch(address) or len(address) > LONGEST_ADDRESS):
        raise RuleBroken("check_address", address=typed.strip())
    return address


@allowed(*ADMINISTRATORS)
def name_academy(db: Db, name: str) -> int:
    """Give a new academy its name, with the settings that suit most."""
    name = drafts.required(name, "academy_name_missing")
    made = Academy(name=name, issuer=name)
    db.add(made)
    for shipped, look in SHIPPED:
        first = TemplateVersion(version=1, look=dict(look))
        db.add(CertificateTemplate(name=shipped, versions=[first]))
    db.flush()
    return made.id


@allowed(*EVERYBODY)
def signatories(db: Db) -> list[SignatoryDraft]:
    """Return who signs certificates, the retired ones last."""
    found = db.scalars(select(Signatory).order_by(Signatory.retired, Signatory.id))
    return [SignatoryDraft(s.id, s.name, s.role, s.picture, s.retired) for s in found]


@allowed(*ADMINISTRATORS)
def save_signatory(db: Db, draft: SignatoryDraft) -> int:
    """Add or change a signatory; certificates already issued keep what they show."""
    found = db.get_one(Signatory, draft.id) if draft.id else Signatory()
    db.add(found)
    found.name = drafts.required(draft.name, "signatory_name_missing")
    found.role = draft.role.strip()
    found.picture, found.retired = draft.picture, draft.retired
    db.flush()
    return found.id
