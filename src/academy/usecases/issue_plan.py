"""What issuing certificates would print: each person's facts and number, and what is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select

from academy.documents.certificate import CertificateFacts
from academy.domain import dates
from academy.domain.academy import Academy, Signatory
from academy.domain.attendance import Mark
from academy.domain.certificates import Certificate, counts_by_year, file_name, number_of
from academy.domain.cohorts import Cohort, Place
from academy.domain.keys import SigningKey
from academy.domain.programmes import CompletionRules, Programme
from academy.domain.sessions import TrainingSession, minutes
from academy.domain.words import Letter, RuleBroken
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.completion import completed_on
from academy.usecases.issue_template import (
    IssueTemplate,
    accreditation_on,
    issue_template,
    with_template,
)
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.standing import Standing, counts, standings


@dataclass(frozen=True)
class IssueChoice:
    """What the person chose: who gets a certificate, which day and signature it carries.

    `by_hand` leaves the line for the signature empty. `reasons` are (place id, why), for those
    who get one though it is not due. `replacing` says why the certificates that these people hold
    are replaced by new ones; `names` are (place id, name to print) where that is corrected. `kid`
    names the key that signs them; “” leaves them unsigned. `template_id` 0 is the template used
    last for the programme, else the first that suits.
    """

    cohort_id: int
    place_ids: tuple[int, ...]
    issued_on: date
    signatory_id: int | None
    by_hand: bool = False
    reasons: tuple[tuple[int, str], ...] = ()
    replacing: str = ""
    names: tuple[tuple[int, str], ...] = ()
    kid: str = ""
    template_id: int = 0


@dataclass(frozen=True)
class IssueProblem:
    """Something to mend before issuing, or only to know (`blocks` is false).

    `key` and `facts` make the sentence, as those of a broken rule; `place_id` says whose it is.
    """

    key: str
    place_id: int | None = None
    facts: tuple[tuple[str, int | str], ...] = ()
    blocks: bool = True


@dataclass(frozen=True)
class PlannedCertificate:
    """One certificate as it will be printed, with its number."""

    place_id: int
    person_id: int
    name: str
    due: bool
    reason: str
    completed_on: date | None
    year: int
    sequence: int
    replaces_id: int | None
    facts: CertificateFacts

    @property
    def file_name(self) -> str:
        """The safe name its file will be saved by."""
        return file_name(self.facts.number, self.facts.name)


@dataclass(frozen=True)
class IssuePlan:
    """Everything an issue would write. It is made again when it is run, and must be the same.

    `accredited` says by which body the programme is accredited on the day, if by any.
    """

    choice: IssueChoice
    now: datetime
    certificates: tuple[PlannedCertificate, ...]
    problems: tuple[IssueProblem, ...]
    template: IssueTemplate = field(default_factory=IssueTemplate)
    accredited: str = ""

    @property
    def blocked(self) -> int:
        """How many problems are in the way."""
        return sum(problem.blocks for problem in self.problems)

    @property
    def signed(self) -> bool:
        """Whether anybody will be able to check them without asking the academy."""
        return bool(self.choice.kid)


@allowed(*ADMINISTRATORS)
def certificate_plan(db: Db, choice: IssueChoice, now: datetime) -> IssuePlan:
    """Return what issuing to these people would print, with the next numbers, and what is wrong."""
    people = standings(db, now, Place.cohort_id == choice.cohort_id, Place.id.in_(choice.place_ids))
    signatory = None if choice.signatory_id is None else db.get(Signatory, choice.signatory_id)
    template = issue_template(db, choice.template_id, choice.cohort_id)
    common = with_template(_common(db, choice, signatory), template.look)
    hours = _hours(db, choice)
    reasons, names = dict(choice.reasons), dict(choice.names)
    numbers = _next_numbers(db, the_academy(db), choice.issued_on.year, len(people))
    planned = []
    for person, number in zip(people, numbers, strict=True):
        name = names.get(person.place_id) or person.printed_name
        facts = replace(common, name=name, hours=hours.get(person.place_id))
        planned.append(_planned(person, number, facts, reasons))
    problems = [
        *_signing(choice, signatory, now),
        *_about_people(people, choice),
        *_key_problems(db, choice),
        *_template_problems(template),
    ]
    if not people:
        problems.append(IssueProblem("nobody_chosen"))
    accredited = accreditation_on(db, choice.cohort_id, choice.issued_on)
    return IssuePlan(choice, now, tuple(planned), tuple(problems), template, accredited)


def _common(db: Db, choice: IssueChoice, signatory: Signatory | None) -> CertificateFacts:
    cohort = _cohort(db, choice.cohort_id)
    days = [day for day in (cohort.first, cohort.last) if day is not None]
    return CertificateFacts(
        number="",
        name="",
        programme=cohort.programme,
        cohort=_cohort_words(cohort),
        kind=cohort.certificate,
        dates=dates.span(days[0], days[-1]) if days else "",
        issued=dates.plain_day(choice.issued_on),
        issued_on=choice.issued_on,
        academy=cohort.issuer,
        signatory=signatory.name if signatory else "",
        role=signatory.role if signatory else "",
        signature=None if choice.by_hand or signatory is None else signatory.picture,
        check_at=the_academy(db).check_address if choice.kid else "",
        starts_on=days[0] if days else None,
        ends_on=days[-1] if days else None,
    )


def _cohort(db: Db, cohort_id: int) -> Row[*tuple[Any, ...]]:
    held = TrainingSession.held_on
    days = (TrainingSession.cohort_id == Cohort.id) & counts()
    wanted = (
        select(
            Cohort.name, Programme.name.label("programme"), Programme.short_name,
            CompletionRules.certificate, Academy.issuer,
            func.min(held).label("first"), func.max(held).label("last"),
        )
        .join(Cohort.programme)
        .join(Cohort.rules)
        .join(Academy, Academy.id == Academy.id)
        .outerjoin(TrainingSession, days)
        .where(Cohort.id == cohort_id)
        .group_by(Cohort.id)
    )  # fmt: skip
    found: Row[*tuple[Any, ...]] | None = db.execute(wanted).first()
    if found is None:
        raise RuleBroken("cohort_unknown", cohort=cohort_id)
    return found


def _cohort_words(cohort: Row[*tuple[Any, ...]]) -> str:
    """Return “5” for “Top Talent 5”, since the programme stands beside it; else the whole name."""
    for programme in (cohort.programme, cohort.short_name):
        rest = cohort.name.removeprefix(programme).strip()
        if programme and rest.isdigit():
            return str(rest)
    return str(cohort.name)


def _hours(db: Db, choice: IssueChoice) -> dict[int, str]:
    """Return the hours each person was there, to the quarter below: never more than attended."""
    session, here = TrainingSession, (Letter.PRESENT, Letter.LATE)
    wanted = (
        select(
            Mark.place_id,
            session.held_on,
            session.starts,
            session.ends,
            session.zone,
            session.second_hour,
        )
        .join(Mark.session)
        .where(Mark.place_id.in_(choice.place_ids), Mark.letter.in_(here), counts())
    )
    total: dict[int, int] = defaultdict(int)
    for place_id, day, starts, ends, zone, second in db.execute(wanted):
        total[place_id] += minutes(day, starts, ends, zone, second_hour=second)
    return {place: f"{sum_ // 15 / 4:g}" for place, sum_ in total.items() if sum_ >= 15}


def _next_numbers(db: Db, academy: Academy, year: int, count: int) -> list[tuple[int, int, str]]:
    """Return the next free numbers as (year, sequence, number); a number once used is never free.

    Numbers without the year run on from one year to the next.
    """
    pattern = academy.certificate_pattern
    latest = select(func.max(Certificate.sequence))
    if counts_by_year(pattern):
        latest = latest.where(Certificate.year == year)
    sequence, found = db.scalar(latest) or 0, list[tuple[int, int, str]]()
    while len(found) < count:
        some = {number_of(pattern, year, n): n for n in range(sequence + 1, sequence + count + 1)}
        taken = set(db.scalars(select(Certificate.number).where(Certificate.number.in_(some))))
        found += [(year, n, number) for number, n in some.items() if number not in taken]
        sequence += count
    return found[:count]


def _planned(
    person: Standing,
    number: tuple[int, int, str],
    facts: CertificateFacts,
    reasons: dict[int, str],
) -> PlannedCertificate:
    year, sequence, written = number
    return PlannedCertificate(
        place_id=person.place_id,
        person_id=person.person_id,
        name=person.name,
        due=person.due,
        reason="" if person.due else " ".join(reasons.get(person.place_id, "").split()),
        completed_on=completed_on(person),
        year=year,
        sequence=sequence,
        replaces_id=person.certificate.id if person.certificate else None,
        facts=replace(facts, number=written),
    )


def _signing(choice: IssueChoice, signatory: Signatory | None, now: datetime) -> list[IssueProblem]:
    problems = []
    if choice.issued_on > now.date():
        problems.append(IssueProblem("issued_in_future"))
    if signatory is None:
        problems.append(IssueProblem("signatory_missing"))
    elif not choice.by_hand and signatory.picture is None:
        problems.append(IssueProblem("signature_missing", facts=(("name", signatory.name),)))
    return problems


def _key_problems(db: Db, choice: IssueChoice) -> list[IssueProblem]:
    """Return that the key they are to be signed with does not sign any more."""
    if not choice.kid:
        return []
    wanted = select(SigningKey.id).where(
        SigningKey.kid == choice.kid, SigningKey.retired_on.is_(None)
    )
    return [] if db.scalar(wanted) else [IssueProblem("key_gone")]


def _template_problems(template: IssueTemplate) -> list[IssueProblem]:
    if not template.id:
        return [IssueProblem("template_missing")]
    if template.retired:
        name = template.key.rpartition(" ")[0]
        return [IssueProblem("template_retired", facts=(("name", name),))]
    return []


def _about_people(people: Sequence[Standing], choice: IssueChoice) -> list[IssueProblem]:
    problems, reasons = [], dict(choice.reasons)
    for person in people:
        certificate = person.certificate
        if certificate is not None and certificate.live and choice.replacing:
            continue
        if certificate is not None and certificate.live:
            facts = (("number", certificate.number),)
            problems.append(IssueProblem("has_live_certificate", person.place_id, facts))
        elif not person.due and not reasons.get(person.place_id, "").strip():
            problems.append(IssueProblem("not_due_needs_reason", person.place_id))
    return problems
