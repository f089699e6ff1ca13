"""Programmes and their completion rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from academy.domain.programmes import (
    Accreditation,
    CompletionRules,
    CurriculumItem,
    Programme,
    Requirement,
)
from academy.domain.words import CertificateKind, RuleBroken
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


@dataclass(frozen=True)
class RulesDraft:
    """What completing a programme asks for, as a form holds it."""

    attendance_percent: int | None = 80
    required_sessions: bool = False
    mentoring_meetings: int = 0
    requirements: tuple[str, ...] = ()
    certificate: CertificateKind = CertificateKind.COMPLETION


@dataclass(frozen=True)
class CurriculumLine:
    """A session that every new cohort gets: its title, length, and distance to the one before."""

    title: str
    minutes: int = 180
    weeks_after: int = 4
    required: bool = False


@dataclass(frozen=True)
class AccreditationLine:
    """What a body outside the academy granted: its name, its number for it, its days."""

    body: str
    reference: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class ProgrammeDraft:
    """A programme as a form holds it; id 0 is a new one."""

    id: int = 0
    version: int = 0
    name: str = ""
    short_name: str = ""
    description: str = ""
    late_counts_half: bool = False
    rules: RulesDraft = RulesDraft()
    rules_version: int = 0
    curriculum: tuple[CurriculumLine, ...] = ()
    accreditations: tuple[AccreditationLine, ...] = ()


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme in a list."""

    id: int
    name: str
    short_name: str
    rules_version: int


@allowed(*EVERYBODY)
def programmes(db: Db) -> list[ProgrammeRow]:
    """Return all programmes by name, with the newest version of their rules."""
    found = db.scalars(select(Programme).order_by(Programme.name))
    return [ProgrammeRow(p.id, p.name, p.short_name, p.newest_rules().version) for p in found]


@allowed(*EVERYBODY)
def programme(db: Db, programme_id: int) -> ProgrammeDraft:
    """Return one programme with its newest rules, to be edited."""
    found = db.get_one(Programme, programme_id)
    rules = found.newest_rules()
    return ProgrammeDraft(
        id=found.id,
        version=drafts.version(db, "programmes", found.id),
        name=found.name,
        short_name=found.short_name,
        description=found.description,
        late_counts_half=found.late_counts_half,
        rules=rules_draft(rules),
        rules_version=rules.version,
        curriculum=_curriculum(found),
        accreditations=_accreditations(found),
    )


def _curriculum(programme: Programme) -> tuple[CurriculumLine, ...]:
    return tuple(
        CurriculumLine(item.title, item.minutes, item.weeks_after, item.required)
        for item in programme.curriculum
    )


def _accreditations(programme: Programme) -> tuple[AccreditationLine, ...]:
    return tuple(
        AccreditationLine(one.body, one.reference, one.valid_from, one.valid_to)
        for one in programme.accreditations
    )


def rules_draft(rules: CompletionRules) -> RulesDraft:
    """Return a version of the rules as plain values."""
    return RulesDraft(
        rules.attendance_percent,
        rules.required_sessions,
        rules.mentoring_meetings,
        tuple(requirement.name for requirement in rules.requirements),
        rules.certificate,
    )


@allowed(*ADMINISTRATORS)
def save_programme(db: Db, draft: ProgrammeDraft, today: date) -> int:
    """Add or change a programme; changed rules become a new version for cohorts to come."""
    name = drafts.required(draft.name, "programme_name_missing")
    _require_free_name(db, name, draft.id)
    if draft.id:
        drafts.require_current(db, "programmes", draft.id, draft.version)
        programme = db.get_one(Programme, draft.id)
    else:
        programme = Programme(rules=[], curriculum=[], accreditations=[])
        db.add(programme)
    programme.name = name
    programme.short_name = draft.short_name.strip()
    programme.description = draft.description.strip()
    programme.late_counts_half = draft.late_counts_half
    if not programme.rules or rules_draft(programme.newest_rules()) != draft.rules:
        programme.revise(_rules(draft.rules, today))
    if draft.curriculum != _curriculum(programme):
        _set_curriculum(programme, draft.curriculum)
    if draft.accreditations != _accreditations(programme):
        _set_accreditations(programme, draft.accreditations)
    db.flush()
    return programme.id


def _set_curriculum(programme: Programme, lines: Sequence[CurriculumLine]) -> None:
    """Give new cohorts other sessions; lines that stay in their place keep their row."""
    del programme.curriculum[len(lines) :]
    for position, line in enumerate(lines):
        if position == len(programme.curriculum):
            programme.curriculum.append(CurriculumItem(position=position))
        item = programme.curriculum[position]
        item.title = drafts.required(line.title, "session_title_missing")
        item.minutes, item.weeks_after = line.minutes, line.weeks_after
        item.position, item.required = position, line.required
        item.check()


def _set_accreditations(programme: Programme, lines: Sequence[AccreditationLine]) -> None:
    """Keep other accreditations; lines that stay in their place keep their row."""
    del programme.accreditations[len(lines) :]
    for position, line in enumerate(lines):
        if position == len(programme.accreditations):
            programme.accreditations.append(Accreditation())
        one = programme.accreditations[position]
        one.body = drafts.required(line.body, "accreditation_body_missing")
        one.reference = drafts.optional(line.reference)
        one.valid_from, one.valid_to = line.valid_from, line.valid_to
        one.check()


def _rules(draft: RulesDraft, today: date) -> CompletionRules:
    names = [drafts.required(name, "requirement_name_missing") for name in draft.requirements]
    if len({name.casefold() for name in names}) < len(names):
        raise RuleBroken("requirement_twice")
    return CompletionRules(
        since=today,
        attendance_percent=draft.attendance_percent,
        required_sessions=draft.required_sessions,
        mentoring_meetings=draft.mentoring_meetings,
        certificate=draft.certificate,
        requirements=[Requirement(name=name) for name in names],
    )


def _require_free_name(db: Db, name: str, own_id: int) -> None:
    taken = select(Programme.id).where(Programme.name == name, Programme.id != own_id)
    if db.scalar(taken) is not None:
        raise RuleBroken("programme_name_taken", name=name)
