"""Issuing certificates anew: a new number, the old one “replaced by” it, a name put right.

It takes the same two steps as issuing: `reissue_choice` says what to plan, `certificate_plan`,
`make_files` and `issue` do the rest, and `issue` calls `replace_old` in its transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import exists, select

from academy.domain.academy import Signatory
from academy.domain.certificates import Certificate
from academy.domain.cohorts import Place
from academy.domain.words import CertificateState, PlaceState, RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.issue_plan import IssueChoice, IssuePlan
from academy.usecases.rights import ADMINISTRATORS, allowed


@allowed(*ADMINISTRATORS)
def reissue_choice(
    db: Db,
    certificate_ids: Sequence[int],
    today: date,
    reason: str,
    name: str = "",
    template_id: int = 0,
) -> IssueChoice:
    """Return the choice of issuing these anew, with signatory and template of the first of them.

    `template_id` names another template. `name` is what the new one prints; it is for a single
    certificate, and becomes the person's name on certificates. All must be the newest of their
    people, in one cohort; RuleBroken says what is in the way.
    """
    why = drafts.required(reason, "reason_missing")
    found = [db.get_one(Certificate, one) for one in certificate_ids]
    for certificate in found:
        _require_replaceable(db, certificate)
    cohorts = {certificate.place.cohort_id for certificate in found}
    if len(cohorts) != 1:
        raise RuleBroken("reissue_one_cohort")
    printed = _names(found, name)
    signatory_id, by_hand = _signing(db, found[0].facts)
    return IssueChoice(
        cohort_id=cohorts.pop(),
        place_ids=tuple(certificate.place_id for certificate in found),
        issued_on=today,
        signatory_id=signatory_id,
        by_hand=by_hand,
        reasons=tuple((one.place_id, _though_not_due(one, why)) for one in found),
        replacing=why,
        names=printed,
        template_id=template_id or _template(found[0]),
    )


def _require_replaceable(db: Db, certificate: Certificate) -> None:
    newer = exists().where(
        Certificate.place_id == certificate.place_id,
        Certificate.id != certificate.id,
        (Certificate.state == CertificateState.ISSUED)
        | (Certificate.replaces_id == certificate.id),
    )
    if db.scalar(select(newer)):
        raise RuleBroken("certificate_has_newer", number=certificate.number)
    if certificate.place.state is PlaceState.WITHDRAWN:
        raise RuleBroken("certificate_of_withdrawn", number=certificate.number)


def _though_not_due(certificate: Certificate, why: str) -> str:
    """Return why somebody who is not due gets it: as before, or for what was revoked, anew."""
    return certificate.reason if certificate.state is CertificateState.ISSUED else why


def _names(found: Sequence[Certificate], name: str) -> tuple[tuple[int, str], ...]:
    if not name.strip():
        return ()
    [certificate] = found
    return ((certificate.place_id, drafts.required(name, "full_name_missing")),)


def _signing(db: Db, facts: Mapping[str, object]) -> tuple[int | None, bool]:
    """Return who signs, and whether by hand: who signed before, else the first there is."""
    known = db.scalars(select(Signatory).where(~Signatory.retired).order_by(Signatory.id)).all()
    before = (one for one in known if one.name == facts.get("signatory"))
    signatory = next(before, None) or next(iter(known), None)
    if signatory is None:
        return None, False
    return signatory.id, signatory.picture is None


@allowed(*ADMINISTRATORS)
def reissue_template(db: Db, certificate_id: int) -> int:
    """Return the template that a certificate is issued anew with, unless another is chosen."""
    return _template(db.get_one(Certificate, certificate_id))


def _template(certificate: Certificate) -> int:
    """Return the template of a certificate, in its newest version; 0 where it is offered no more.

    Certificates of the first days have none.
    """
    version = certificate.template_version
    if version is None or version.template.retired:
        return 0
    return version.template_id


def replace_old(db: Db, plan: IssuePlan) -> None:
    """Mark what the plan's certificates replace, and keep the names that were put right.

    Part of `issue`; without `replacing` in the choice there is nothing to do.
    """
    choice = plan.choice
    if not choice.replacing:
        return
    for planned in plan.certificates:
        old = db.get(Certificate, planned.replaces_id) if planned.replaces_id else None
        if old is not None and old.state is CertificateState.ISSUED:
            old.replace(choice.issued_on, choice.replacing)
    for place_id, name in choice.names:
        person = db.get_one(Place, place_id).person
        if name != person.printed_name:
            person.name_on_certificate = "" if name == person.full_name else name
