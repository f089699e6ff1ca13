"""What a template would print, before anything is issued: for real people and for hard names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from academy.documents.certificate import CertificateFacts
from academy.documents.look import Colours
from academy.domain import dates
from academy.domain.academy import Signatory
from academy.domain.certificates import number_of
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.programmes import Accreditation, Programme
from academy.domain.words import CertificateKind
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.certificate_files import preview_pdf
from academy.usecases.issue_plan import IssueProblem
from academy.usecases.issue_template import with_template
from academy.usecases.rights import ADMINISTRATORS, allowed

if TYPE_CHECKING:
    from academy.documents.checks import Checker
    from academy.documents.look import Look

HARD_NAMES: Final = (
    "Siân Ŵyn-Hughes", "Łukasz Żółć", "Ğülşen Çelik", "Nguyễn Thị Ánh", "Zoë O’Brien",
    "Marguerite Featherstonehaugh-Cholmondeley von Worthington-Smythe", "Sukarno", "李小龍",
)  # fmt: skip
"""Names that every template is looked at with: Welsh, Polish, Turkish, Vietnamese, long, short."""

MOST_PEOPLE: Final = 300


@allowed(*ADMINISTRATORS)
def specimen_names(db: Db) -> list[str]:
    """Return the names of people as certificates print them, who came last first."""
    wanted = (
        select(Person.id, Person.full_name, Person.name_on_certificate)
        .where(Person.id.in_(select(Place.person_id)))
        .order_by(Person.id.desc())
        .limit(MOST_PEOPLE)
    )
    names = (printed or name for _, name, printed in db.execute(wanted))
    return list(dict.fromkeys(names))


@allowed(*ADMINISTRATORS)
def specimen(db: Db, name: str, today: date) -> CertificateFacts:
    """Return what a certificate of today would say, with the academy's own words and signatory."""
    academy = the_academy(db)
    latest = (
        select(Programme.name)
        .join(Cohort, Cohort.programme_id == Programme.id)
        .order_by(Cohort.id.desc())
    )
    signs = select(Signatory).where(~Signatory.retired).order_by(Signatory.id)
    signatory = db.scalars(signs.limit(1)).first()
    first, last = today - timedelta(days=150), today - timedelta(days=7)
    return CertificateFacts(
        number=number_of(academy.certificate_pattern, today.year, 212),
        name=name,
        programme=db.scalars(latest.limit(1)).first() or "Leading change",
        cohort="5",
        kind=CertificateKind.COMPLETION,
        dates=dates.span(first, last),
        issued=dates.plain_day(today),
        issued_on=today,
        academy=academy.issuer,
        hours="18",
        signatory=signatory.name if signatory else "",
        role=signatory.role if signatory else "",
        signature=signatory.picture if signatory else None,
        check_at=academy.check_address,
        starts_on=first,
        ends_on=last,
    )


@allowed(*ADMINISTRATORS)
def may_claim(db: Db, today: date) -> bool:
    """Whether some programme is accredited today, so that a template may say so."""
    return any(one.holds_on(today) for one in db.scalars(select(Accreditation)))


def specimen_pdf(look: Look, facts: CertificateFacts) -> bytes:
    """Return a page of a look, marked as a preview."""
    return preview_pdf(with_template(facts, look), look, signed=True)


def look_problems(
    look: Look, facts: CertificateFacts, *, may_claim: bool = False
) -> list[IssueProblem]:
    """Return what is wrong with a look, for this name and for the longest and hardest ones."""
    checker = _checker(look)
    said = with_template(facts, look)
    found = [
        (finding.key, finding.what, finding.blocks, name)
        for name in dict.fromkeys((facts.name, *HARD_NAMES[:-1]))
        for finding in checker.findings(replace(said, name=name))
        if not (may_claim and finding.key == "claim_of_others")
    ]
    once: dict[tuple[str, str], IssueProblem] = {}
    for key, what, blocks, name in found:
        about = name if key == "name_smaller" else what
        problem = IssueProblem(key, facts=(("what", what), ("name", name)), blocks=blocks)
        once.setdefault((key, about), problem)
    return sorted(once.values(), key=lambda problem: not problem.blocks)


@lru_cache(maxsize=2)
def _checker(look: Look) -> Checker:
    from academy.documents.checks import Checker

    return Checker(look)


@dataclass(frozen=True)
class Inks:
    """The colours of a look that are in force, and how well each reads on the paper (1 to 21)."""

    colours: Colours
    accent: float
    second: float
    ink: float


def inks(look: Look) -> Inks:
    """Return the colours of a look; an empty one is that of its design."""
    from academy.documents.contrast import contrast
    from academy.documents.design import design_for

    design = design_for(look)
    used = Colours(design.ink("accent"), design.ink("second"), design.ink("ink"), design.paper)
    return Inks(
        used,
        accent=contrast(used.accent, used.paper),
        second=contrast(used.second, used.paper),
        ink=contrast(used.ink, used.paper),
    )
