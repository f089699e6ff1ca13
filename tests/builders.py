"""What tests need to exist first, each made by the real commands, with defaults.

store = an_academy()
cohort = a_cohort(store, sessions=4)
people = enrolled(store, cohort, 3)
marks(store, cohort, "PPLA", "P A ", "EEEE")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select

from academy.domain.certificates import Certificate
from academy.domain.cohorts import Place
from academy.domain.words import CertificateKind, CohortState, Letter, Role, SessionState, Who
from academy.store import engine
from academy.store.engine import Driver
from academy.store.file import in_memory, open_academy
from academy.store.journal import Db, Gesture
from academy.store.schema import SCHEMA
from academy.store.store import Store
from academy.usecases import (
    academy,
    attendance,
    certificate_files,
    cohorts,
    issue,
    issue_plan,
    mentoring,
    mentors,
    people,
    programmes,
    sessions,
)
from academy.usecases.attendance import MarkDraft
from academy.usecases.cohorts import CohortDraft
from academy.usecases.mentoring import MeetingDraft
from academy.usecases.mentors import MentorDraft
from academy.usecases.people import PersonDraft
from academy.usecases.programmes import ProgrammeDraft, RulesDraft
from academy.usecases.sessions import SessionDraft

DANA = Who("Dana Price", Role.ADMINISTRATOR)
TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 12, 41)
WEEK = timedelta(weeks=1)
NAMES = (
    "Noor Ahmed", "Aoife Byrne", "Ğülşen Çelik", "Siân Hughes", "Tola Adeyemi", "Petra Novak",
    "Sam Oyelaran", "Imran Shah", "Carys Pugh", "Joy Adeyemi", "Jo Frost", "Lee Brand",
)  # fmt: skip
# the smallest PNG there is: one black point
SIGNATURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef924"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
_numbers = count(1)
T = TypeVar("T")


def an_academy(name: str = "Kent & Medway Leadership", who: Who = DANA) -> Store:
    """Return an academy in memory that has its name and nothing else."""
    store = in_memory(who)
    store.write(Gesture("name_academy"), academy.name_academy, name)
    return store


_made: dict[Callable[[Store], Any], tuple[Driver, Any]] = {}


def made_once(make: Callable[[Store], T], path: Path | None = None) -> tuple[Store, T]:
    """Return an academy on which commands were run, and what they told: ids, for instance.

    They are run once; each test gets a copy of the rows, in memory or in a file of its own, and
    changes nothing for the others.
    """
    if make not in _made:
        first = an_academy()
        _made[make] = first._reading.raw_connection().driver_connection, make(first)
    rows, told = _made[make]
    if path is None:
        copy = engine.open_engine(None)
        rows.backup(copy.raw_connection().driver_connection)
        return Store(copy, SCHEMA, DANA), told
    goal = engine.connect(path, "rwc")
    rows.backup(goal)
    goal.close()
    return open_academy(path, DANA), told


def as_role(store: Store, role: Role) -> None:
    """Go on as somebody of another role."""
    store.who = Who(f"A {role.value}", role)


def a_programme(
    store: Store,
    name: str = "",
    rules: RulesDraft | None = None,
    *,
    late_counts_half: bool = False,
) -> int:
    """Return a programme: 80 per cent attendance, unless other rules are given."""
    draft = ProgrammeDraft(
        name=name or f"Programme {next(_numbers)}",
        rules=rules or RulesDraft(),
        late_counts_half=late_counts_half,
    )
    return store.write(Gesture("add_programme"), programmes.save_programme, draft, TODAY)


def rules(
    percent: int | None = 80,
    *requirements: str,
    required: bool = False,
    meetings: int = 0,
    kind: CertificateKind = CertificateKind.COMPLETION,
) -> RulesDraft:
    """Return completion rules."""
    return RulesDraft(percent, required, meetings, requirements, kind)


@dataclass(frozen=True)
class ACohort:
    """A cohort made for a test, with its sessions in their order."""

    id: int
    programme_id: int
    sessions: tuple[int, ...]


def a_cohort(
    store: Store,
    programme_id: int | None = None,
    *,
    name: str = "",
    state: CohortState = CohortState.RUNNING,
    sessions: int = 0,
    last: date = TODAY - WEEK,
    capacity: int = 24,
    apply_by: date | None = None,
) -> ACohort:
    """Return a cohort with so many weekly sessions, the last on the given day."""
    programme_id = programme_id or a_programme(store)
    draft = CohortDraft(
        programme_id=programme_id,
        name=name or f"Cohort {next(_numbers)}",
        state=state,
        capacity=capacity,
        apply_by=apply_by,
    )
    cohort_id = store.write(Gesture("add_cohort"), cohorts.save_cohort, draft)
    days = [last - WEEK * n for n in reversed(range(sessions))]
    made = tuple(
        a_session(store, cohort_id, day, title=f"Session {n}") for n, day in enumerate(days, 1)
    )
    return ACohort(cohort_id, programme_id, made)


def a_session(
    store: Store,
    cohort_id: int,
    day: date = TODAY,
    *,
    title: str = "Leading change",
    starts: time = time(9, 30),
    ends: time = time(12, 30),
    required: bool = False,
    state: SessionState = SessionState.PLANNED,
) -> int:
    """Return a session of a cohort."""
    draft = SessionDraft(
        cohort_id=cohort_id,
        title=title,
        held_on=day,
        starts=starts,
        ends=ends,
        required=required,
        state=state,
    )
    return store.write(Gesture("add_session"), sessions.save_session, draft)


def a_person(store: Store, full_name: str = "Noor Ahmed", **fields: str) -> int:
    """Return a person."""
    draft = PersonDraft(full_name=full_name, **fields)  # type: ignore[arg-type]
    return store.write(Gesture("add_person"), people.save_person, draft)


@dataclass(frozen=True)
class APlace:
    """Somebody with a place in a cohort."""

    id: int
    person_id: int


def enrolled(store: Store, cohort: ACohort | int, who: int | Sequence[str] = 1) -> list[APlace]:
    """Return so many people, or these, with places in a cohort."""
    names = [NAMES[n % len(NAMES)] for n in range(who)] if isinstance(who, int) else who
    ids = [a_person(store, name) for name in names]
    cohort_id = cohort if isinstance(cohort, int) else cohort.id
    places = store.write(
        Gesture("enrol", {"n": len(ids)}), cohorts.enrol, cohort_id, ids, TODAY - 20 * WEEK
    )
    return [APlace(*pair) for pair in zip(places, ids, strict=True)]


def marks(store: Store, cohort: ACohort, *rows: str) -> int:
    """Mark the cohort's people in the order of their enrolment: one text each, “PLAE ”."""
    places = store.read(_places, cohort.id)
    drafts = [
        MarkDraft(session_id, place_id, None if letter == " " else Letter(letter))
        for place_id, row in zip(places, rows, strict=False)
        for session_id, letter in zip(cohort.sessions, row, strict=False)
    ]
    gesture = Gesture("mark_several", {"n": len(drafts)})
    return store.write(gesture, attendance.mark, drafts, TODAY)


def _places(db: Db, cohort_id: int) -> list[int]:
    wanted = select(Place.id).where(Place.cohort_id == cohort_id).order_by(Place.id)
    return list(db.scalars(wanted))


def a_mentor(store: Store, full_name: str = "Pat Ellis", capacity: int = 2) -> int:
    """Return the person id of a mentor."""
    person_id = a_person(store, full_name)
    draft = MentorDraft(person_id=person_id, capacity=capacity)
    store.write(Gesture("save_mentor"), mentors.save_mentor, draft)
    return person_id


def a_pair(
    store: Store,
    cohort: ACohort | int,
    mentee_id: int,
    mentor_id: int | None = None,
    *,
    began_on: date = TODAY - 20 * WEEK,
    met: Sequence[date] = (),
) -> int:
    """Return a mentoring pair that met on these days."""
    cohort_id = cohort if isinstance(cohort, int) else cohort.id
    mentor_id = mentor_id or a_mentor(store)
    pair_id = store.write(
        Gesture("pair"), mentoring.pair, cohort_id, mentee_id, mentor_id, began_on
    )
    for day in met:
        draft = MeetingDraft(held_on=day)
        store.write(Gesture("log_meeting"), mentoring.log_meeting, pair_id, draft, TODAY)
    return pair_id


def a_signatory(store: Store, name: str = "Dana Price", picture: bytes | None = SIGNATURE) -> int:
    """Return somebody who signs certificates."""
    draft = academy.SignatoryDraft(name=name, role="Head of the academy", picture=picture)
    return store.write(Gesture("save_signatory"), academy.save_signatory, draft)


def certified(
    store: Store, cohort: ACohort, who: Sequence[APlace], *, expires_on: date | None = None
) -> list[int]:
    """Return the certificates issued to these people today, due or not, in their lists' order."""
    signing = [one.id for one in store.read(academy.signatories)] or [a_signatory(store)]
    ids = tuple(place.id for place in who)
    why = tuple((one, "A trial") for one in ids)
    choice = issue_plan.IssueChoice(cohort.id, ids, TODAY, signing[0], reasons=why)
    plan = store.read(issue_plan.certificate_plan, choice, NOW)
    made = certificate_files.make_files(plan)
    issued = store.write(issue.issue_gesture(plan), issue.issue, plan, made)
    if expires_on is not None:
        store.write(Gesture("issue_certificates"), _expire, issued, expires_on)
    return issued


def _expire(db: Db, certificate_ids: Sequence[int], day: date) -> None:
    for one in certificate_ids:
        db.get_one(Certificate, one).expires_on = day
