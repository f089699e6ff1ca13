"""Register packs: made for a session, marked elsewhere, looked at, and taken over in one gesture.

Where the pack and the academy differ, what is here stays unless somebody says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Row, select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Place
from academy.domain.names import sort_key
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import FileProblem, Letter, RuleBroken, SessionState
from academy.exchange.packs import PackPerson, RegisterPack
from academy.store.journal import Db, Gesture
from academy.usecases.academy import identity, the_academy
from academy.usecases.attendance import MarkDraft, attending, mark
from academy.usecases.rights import STAFF, allowed
from academy.usecases.sessions import sessions


class PackFate(StrEnum):
    """What becomes of one person's mark in a pack."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    UNMARKED = "unmarked"  # the pack says nothing
    GONE = "gone"  # has no place here any more, or none on the day


@dataclass(frozen=True)
class PackRow:
    """One person of a pack: the mark here, the mark there, and what is to happen."""

    person_id: int
    place_id: int
    name: str
    ours: Letter | None
    theirs: Letter | None
    fate: PackFate
    takes: bool = False

    @property
    def changes(self) -> bool:
        """Whether applying the plan sets this mark."""
        return self.fate is PackFate.NEW or (self.fate is PackFate.CONFLICT and self.takes)


@dataclass(frozen=True)
class PackPlan:
    """What a pack would do to its session. `added` are people who came after it was made."""

    pack: RegisterPack
    session_id: int
    cohort_id: int
    taken: frozenset[int]
    rows: tuple[PackRow, ...]
    added: tuple[str, ...]

    @property
    def applied(self) -> list[PackRow]:
        """The rows whose marks are set."""
        return [row for row in self.rows if row.changes]

    def of(self, fate: PackFate) -> list[PackRow]:
        """Return the rows with a fate."""
        return [row for row in self.rows if row.fate is fate]


@allowed(*STAFF)
def make_pack(db: Db, session_id: int) -> RegisterPack:
    """Return a session's pack: ids and names of who is expected, and no marks.

    Raises RuleBroken: session_unknown, session_does_not_count, session_without_people.
    """
    session = _session(db, session_id)
    people = sorted(
        _expected(db, session), key=lambda p: (sort_key(p.full_name, p.family_name), p.person_id)
    )
    if not people:
        raise RuleBroken("session_without_people", cohort=session.cohort.name)
    [row] = [row for row in sessions(db, session.cohort_id) if row.id == session_id]
    return RegisterPack(
        academy=identity(db),
        academy_name=the_academy(db).name,
        session=session.uid,
        cohort=session.cohort.name,
        number=row.number,
        title=session.title,
        held_on=session.held_on,
        starts=session.starts,
        ends=session.ends,
        facilitator=row.facilitator or db.who.name,
        people=tuple(PackPerson(p.person_id, p.full_name) for p in people),
    )


def made_gesture() -> Gesture:
    """Return the gesture of a pack having been written: what left cannot be taken back."""
    return Gesture("make_pack", undoable=False)


@allowed(*STAFF)
def note_pack_made(db: Db, session_id: int) -> None:
    """Let History know that a pack of a session was written."""
    db.speak_of(TrainingSession, session_id)


@allowed(*STAFF)
def plan_pack(db: Db, pack: RegisterPack, taken: frozenset[int] = frozenset()) -> PackPlan:
    """Return what a pack would do. `taken` are the ids of people whose mark in it wins.

    Raises FileProblem: pack_of_other_academy, pack_session_gone, pack_outdated; RuleBroken
    session_does_not_count.
    """
    if pack.academy != identity(db):
        raise FileProblem("pack_of_other_academy", academy=pack.academy_name)
    found = db.scalar(select(TrainingSession.id).where(TrainingSession.uid == pack.session))
    if found is None:
        raise FileProblem("pack_session_gone", title=pack.title)
    session = _session(db, found)
    if session.held_on != pack.held_on:
        raise FileProblem("pack_outdated", then=pack.held_on, now=session.held_on)
    here = {row.person_id: row for row in _expected(db, session)}
    marks = select(Mark.place_id, Mark.letter).where(Mark.session_id == session.id)
    letters: dict[int, Letter | None] = {row.place_id: row.letter for row in db.execute(marks)}
    rows = tuple(_row(pack, one, here.get(one.id), letters, taken) for one in pack.people)
    known = {person.id for person in pack.people}
    added = sorted(row.full_name for row in here.values() if row.person_id not in known)
    return PackPlan(pack, session.id, session.cohort_id, taken, rows, tuple(added))


def pack_gesture(plan: PackPlan) -> Gesture:
    """Return the gesture of applying a pack: it is the facilitator's, and says where from."""
    who = f"{plan.pack.facilitator} (register pack)"
    return Gesture("apply_pack", {"n": len(plan.applied)}, by=who)


@allowed(*STAFF)
def apply_pack(db: Db, plan: PackPlan, today: date) -> int:
    """Apply a plan and return how many marks changed; a second time it changes nothing.

    Raises RuleBroken register_changed_meanwhile, and what `attendance.mark` refuses.
    """
    if plan_pack(db, plan.pack, plan.taken) != plan:
        raise RuleBroken("register_changed_meanwhile")
    drafts = [MarkDraft(plan.session_id, row.place_id, row.theirs, "pack") for row in plan.applied]
    return mark(db, drafts, today)


def _row(
    pack: RegisterPack,
    person: PackPerson,
    place: Row[int, int, str, str] | None,
    letters: Mapping[int, Letter | None],
    taken: frozenset[int],
) -> PackRow:
    theirs = pack.marks.get(person.id)
    if place is None:
        return PackRow(person.id, 0, person.name, None, theirs, PackFate.GONE)
    ours = letters.get(place.id)
    fate = _fate(ours, theirs)
    takes = fate is PackFate.CONFLICT and person.id in taken
    return PackRow(person.id, place.id, place.full_name, ours, theirs, fate, takes)


def _fate(ours: Letter | None, theirs: Letter | None) -> PackFate:
    if theirs is None:
        return PackFate.UNMARKED
    if ours is None:
        return PackFate.NEW
    return PackFate.SAME if ours is theirs else PackFate.CONFLICT


def _session(db: Db, session_id: int) -> TrainingSession:
    session = db.get(TrainingSession, session_id)
    if session is None:
        raise RuleBroken("session_unknown", session=session_id)
    if session.state is not SessionState.PLANNED:
        raise RuleBroken("session_does_not_count", state=session.state)
    return session


def _expected(db: Db, session: TrainingSession) -> list[Row[int, int, str, str]]:
    wanted = (
        select(Place.id, Place.person_id, Person.full_name, Person.family_name)
        .join(Place.person)
        .where(Place.cohort_id == session.cohort_id, attending(session.held_on))
    )
    return list(db.execute(wanted).all())
