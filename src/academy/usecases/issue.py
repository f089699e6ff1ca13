"""Issuing certificates in two steps (experience 6.7): a plan to look at, then one transaction.

    plan = store.read(certificate_plan, choice, now)      what would be printed, and what is wrong
    made = certificate_files.make_files(plan, progress)   the files, outside the store, in a task
    store.write(issue_gesture(plan), issue, plan, made)   numbers, facts, hashes, files: all or none

Until the third step nothing has happened, not even a number is used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from academy.documents.certificate import CertificateFacts
from academy.domain.certificates import Certificate, CertificateFile
from academy.domain.cohorts import Place
from academy.domain.words import RuleBroken
from academy.exchange.public_keys import by_kid
from academy.exchange.tokens import read
from academy.store.journal import Db, Gesture
from academy.usecases.certificate_signing import require_token
from academy.usecases.issue_plan import IssuePlan, PlannedCertificate, certificate_plan
from academy.usecases.issue_template import IssueTemplate
from academy.usecases.keys import public_keys
from academy.usecases.reissue import replace_old
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class MadeCertificate:
    """The file made for a planned certificate, and the token in it, if it is signed."""

    number: str
    content: bytes
    sha256: str
    token: str = ""


def issue_gesture(plan: IssuePlan) -> Gesture:
    """Return the gesture of issuing: it cannot be undone, and a doubled click does it once."""
    key = "reissue_certificates" if plan.choice.replacing else "issue_certificates"
    said = ",".join(f"{c.facts.number}:{c.place_id}" for c in plan.certificates)
    once = f"issue {hashlib.sha256(said.encode()).hexdigest()}"
    facts = {"n": len(plan.certificates)}
    return Gesture(key, facts, undoable=False, once=once)


@allowed(*ADMINISTRATORS)
def issue(db: Db, plan: IssuePlan, made: Sequence[MadeCertificate]) -> list[int]:
    """Issue what was planned, all of it or nothing; return the certificates' ids.

    Refused when a number was taken, somebody got a certificate, or a fact changed meanwhile.
    """
    _require_unchanged(db, plan)
    wanted = [planned.facts.number for planned in plan.certificates]
    if [file.number for file in made] != wanted or not all(map(_intact, made)):
        raise RuleBroken("files_do_not_match")
    _require_tokens(db, plan, made)
    pairs = zip(plan.certificates, made, strict=True)
    kept = [_kept(planned, file, plan.template) for planned, file in pairs]
    db.add_all(kept)
    replace_old(db, plan)
    db.speak_of(Place, *(planned.place_id for planned in plan.certificates))
    db.flush()
    return [certificate.id for certificate in kept]


def _require_unchanged(db: Db, plan: IssuePlan) -> None:
    now = certificate_plan(db, plan.choice, plan.now)
    for problem in now.problems:
        if problem.key == "has_live_certificate":
            raise RuleBroken(problem.key, **dict(problem.facts))
    for old, new in zip(plan.certificates, now.certificates, strict=False):
        if old.facts.number != new.facts.number:
            raise RuleBroken("numbers_taken", number=old.facts.number)
    if now.blocked:
        raise RuleBroken("plan_has_problems", n=now.blocked)
    if now != plan:
        raise RuleBroken("changed_since_review")


def _require_tokens(db: Db, plan: IssuePlan, made: Sequence[MadeCertificate]) -> None:
    """Refuse files that the planned key did not sign, and signed ones where none was planned."""
    if not plan.choice.kid:
        if any(file.token for file in made):
            raise RuleBroken("files_do_not_match")
        return
    keys = by_kid(public_keys(db))
    current = {plan.choice.kid: keys[plan.choice.kid]}
    for planned, file in zip(plan.certificates, made, strict=True):
        require_token(file.token, planned.facts, current)


def _intact(file: MadeCertificate) -> bool:
    return hashlib.sha256(file.content).hexdigest() == file.sha256


def _kept(
    planned: PlannedCertificate, file: MadeCertificate, template: IssueTemplate
) -> Certificate:
    return Certificate(
        place_id=planned.place_id,
        number=planned.facts.number,
        year=planned.year,
        sequence=planned.sequence,
        kind=planned.facts.kind,
        issued_on=planned.facts.issued_on,
        reason=planned.reason,
        replaces_id=planned.replaces_id,
        template=template.key,
        template_version_id=template.version_id,
        facts=frozen(planned.facts),
        sha256=file.sha256,
        expires_on=planned.facts.expires_on,
        key=read(file.token).kid if file.token else "",
        token=file.token,
        file=CertificateFile(content=file.content),
    )


def frozen(facts: CertificateFacts) -> dict[str, str]:
    """Return what a certificate says as plain text by field, to be kept beside its file."""
    plain = asdict(replace(facts, code=""))
    said = {name: value for name, value in plain.items() if not isinstance(value, bytes)}
    return {name: str(value) for name, value in said.items() if value}
