"""How people stand to the completion rules of their cohorts, for one cohort or for all of them.

A fixed number of statements, whatever the number of people: marks are counted by the database.
Other use cases are made of this; it has no rights of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select

from academy.domain.attendance import Attendance, Mark
from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place, RequirementMet
from academy.domain.completion import Assessment, Record, Rules, assess
from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.names import listed, sort_key
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme, Requirement
from academy.domain.sessions import TrainingSession
from academy.domain.words import CertificateState, Letter, PlaceState, SessionState
from academy.store.journal import Db

Found = Row[*tuple[Any, ...]]
_FEW: Final = 5_000


@dataclass(frozen=True)
class LatestCertificate:
    """The certificate of a place that says where it stands: the live one, else the newest."""

    id: int
    number: str
    state: CertificateState
    issued_on: date

    @property
    def live(self) -> bool:
        """Whether it was neither revoked nor replaced."""
        return self.state is CertificateState.ISSUED


@dataclass(frozen=True)
class Standing:
    """How one person stands to the rules of one cohort."""

    place_id: int
    person_id: int
    cohort_id: int
    full_name: str
    family_name: str
    printed_name: str
    state: PlaceState
    completed_on: date | None
    last_day: date | None
    over: bool
    assessment: Assessment
    certificate: LatestCertificate | None

    @property
    def due(self) -> bool:
        """Whether a certificate is due (experience 6.2): all is over and met, none is live."""
        live = self.certificate is not None and self.certificate.live
        return self.over and self.assessment.met and not live

    @property
    def name(self) -> str:
        """The name as lists show it."""
        return listed(self.full_name, self.family_name)

    @property
    def sort(self) -> str:
        """What lists sort by."""
        return sort_key(self.full_name, self.family_name)


def counts() -> ColumnElement[bool]:
    """Return the condition that a session counts: it is neither cancelled nor “not held”."""
    return TrainingSession.state == SessionState.PLANNED


def ended(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a session has ended, by the clock on the wall."""
    day, clock = TrainingSession.held_on, TrainingSession.ends
    return or_(day < now.date(), and_(day == now.date(), clock <= now.time()))


def standings(db: Db, now: datetime, *where: ColumnElement[bool]) -> list[Standing]:
    """Return how the people with these places stand, by name. Withdrawn places are left out."""
    chosen = _settled(db, select(Place.id).where(Place.state != PlaceState.WITHDRAWN, *where))
    if chosen is None:
        return []
    cohorts = _cohorts(db, chosen, now)
    doings = _Doings(db, chosen)
    found = [_standing(row, cohorts[row.cohort_id], doings) for row in _tallies(db, chosen, now)]
    return sorted(found, key=lambda s: (s.sort, s.person_id, s.place_id))


def _settled(db: Db, chosen: Select[int]) -> Select[int] | None:
    """Look a choice up once, unless it is so large that its ids would not fit a statement."""
    ids = db.scalars(chosen.limit(_FEW + 1)).all()
    if not ids:
        return None
    return chosen if len(ids) > _FEW else select(Place.id).where(Place.id.in_(ids))


@dataclass(frozen=True)
class _CohortRules:
    rules: Rules
    sessions: int
    required: int
    last_day: date | None
    over: bool


def _cohorts(db: Db, chosen: Select[int], now: datetime) -> dict[int, _CohortRules]:
    session, mine = TrainingSession, select(Place.cohort_id).where(Place.id.in_(chosen))
    wanted = (
        select(
            Cohort.id, Cohort.rules_id, CompletionRules.attendance_percent,
            CompletionRules.required_sessions, CompletionRules.mentoring_meetings,
            func.count(session.id).label("sessions"),
            func.count(case((session.required, 1))).label("required"),
            func.max(session.held_on).label("last_day"),
            func.count(case((~ended(now), 1))).label("to_come"),
        )
        .join(Cohort.rules)
        .outerjoin(session, and_(session.cohort_id == Cohort.id, counts()))
        .where(Cohort.id.in_(mine))
        .group_by(Cohort.id)
    )  # fmt: skip
    rows = db.execute(wanted).all()
    names: dict[int, list[str]] = defaultdict(list)
    asked = select(Requirement.rules_id, Requirement.name).order_by(Requirement.id)
    for rules_id, name in db.execute(asked):
        names[rules_id].append(name)
    return {
        row.id: _CohortRules(
            Rules(*row[2:5], tuple(names[row.rules_id])), row.sessions, row.required,
            row.last_day, over=row.sessions > 0 and not row.to_come,
        )
        for row in rows
    }  # fmt: skip


def _tallies(db: Db, chosen: Select[int], now: datetime) -> Sequence[Found]:
    late = case((Programme.late_counts_half, 0.5), else_=1.0)
    worth = case((Mark.letter == Letter.PRESENT, 1.0), (Mark.letter == Letter.LATE, late))
    session = and_(TrainingSession.id == Mark.session_id, counts())
    so_far, to_come = TrainingSession.held_on <= now.date(), TrainingSession.held_on > now.date()
    wanted = (
        select(
            Place.id, Place.person_id, Place.cohort_id, Person.full_name, Person.family_name,
            Person.name_on_certificate, Place.state, Place.completed_on,
            func.coalesce(func.sum(worth).filter(so_far), 0.0).label("attended"),
            func.count(Mark.letter).filter(so_far).label("marked"),
            func.count(Mark.letter).filter(to_come).label("excused_to_come"),
            func.count(Mark.letter).filter(TrainingSession.required).label("marked_required"),
        )
        .join(Place.person)
        .join(Place.cohort)
        .join(Cohort.programme)
        .outerjoin(Mark, Mark.place_id == Place.id)
        .outerjoin(TrainingSession, session)
        .where(Place.id.in_(chosen))
        .group_by(Place.id)
    )  # fmt: skip
    return db.execute(wanted).all()


class _Doings:
    """What else people did, by place: meetings, requirements, required sessions, certificates."""

    def __init__(self, db: Db, chosen: Select[int]) -> None:
        self.meetings: Mapping[tuple[int, int], int] = _meetings(db, chosen)
        self.missed = _grouped(db, _missed(chosen))
        self.met = _grouped(db, _requirements_met(chosen))
        self.certificates = _certificates(db, chosen)


def _grouped(db: Db, pairs: Select[int, str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for place_id, name in db.execute(pairs):
        found[place_id].append(name)
    return found


def _meetings(db: Db, chosen: Select[int]) -> dict[tuple[int, int], int]:
    mine = select(Place.cohort_id).where(Place.id.in_(chosen))
    wanted = (
        select(MentoringPair.cohort_id, MentoringPair.mentee_id, func.count())
        .join(MentoringMeeting, MentoringMeeting.pair_id == MentoringPair.id)
        .where(MentoringPair.cohort_id.in_(mine))
        .group_by(MentoringPair.cohort_id, MentoringPair.mentee_id)
    )
    return {(cohort, mentee): count for cohort, mentee, count in db.execute(wanted)}


def _missed(chosen: Select[int]) -> Select[int, str]:
    away = Mark.letter.in_((Letter.ABSENT, Letter.EXCUSED))
    return (
        select(Mark.place_id, TrainingSession.title)
        .join(Mark.session)
        .where(Mark.place_id.in_(chosen), away, TrainingSession.required, counts())
        .order_by(TrainingSession.held_on, TrainingSession.starts)
    )


def _requirements_met(chosen: Select[int]) -> Select[int, str]:
    met = select(RequirementMet.place_id, Requirement.name).join(RequirementMet.requirement)
    return met.where(RequirementMet.place_id.in_(chosen))


def _certificates(db: Db, chosen: Select[int]) -> dict[int, LatestCertificate]:
    wanted = select(
        Certificate.place_id, Certificate.id, Certificate.number, Certificate.state,
        Certificate.issued_on,
    ).where(Certificate.place_id.in_(chosen)).order_by(Certificate.id)  # fmt: skip
    found: dict[int, LatestCertificate] = {}
    for row in db.execute(wanted):
        if row.place_id not in found or not found[row.place_id].live:
            certificate = LatestCertificate(row.id, row.number, row.state, row.issued_on)
            found[row.place_id] = certificate
    return found


def _standing(row: Found, cohort: _CohortRules, doings: _Doings) -> Standing:
    record = Record(
        attendance=Attendance(row.attended, row.marked),
        blank=cohort.sessions - row.marked - row.excused_to_come,
        missed_required=tuple(doings.missed.get(row.id, ())),
        required_to_come=cohort.required - row.marked_required,
        meetings=doings.meetings.get((row.cohort_id, row.person_id), 0),
        requirements_met=frozenset(doings.met.get(row.id, ())),
        excused_to_come=row.excused_to_come,
    )
    return Standing(
        row.id, row.person_id, row.cohort_id, row.full_name, row.family_name,
        row.name_on_certificate or row.full_name, row.state, row.completed_on, cohort.last_day,
        cohort.over, assess(cohort.rules, record), doings.certificates.get(row.id),
    )  # fmt: skip
