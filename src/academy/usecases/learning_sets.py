"""Action-learning sets of a cohort: who is in which, who facilitates, why each is as it is.

For administrators alone, as all of mentoring is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from academy.domain.cohorts import Place
from academy.domain.grouping.facts import Trait, mixed, together
from academy.domain.learning_sets import (
    LearningSet,
    LearningSetMark,
    LearningSetMeeting,
    LearningSetMember,
)
from academy.domain.people import Person
from academy.domain.words import Letter, RuleBroken
from academy.store.journal import Db
from academy.usecases.matching_input import reporting_lines
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.set_people import SetPerson, as_member, people_of_cohort
from academy.usecases.set_vetoes import vetoes
from academy.usecases.sets_plan import Near

ABSENT = (Letter.ABSENT, Letter.EXCUSED)


@dataclass(frozen=True)
class MemberRow:
    """A member of a set, and whether they were at its meetings, the earliest first.

    `letters` has None where nothing was marked. `missed`: how many they missed in a row until now.
    """

    person: SetPerson
    letters: tuple[Letter | None, ...] = ()

    @property
    def missed(self) -> int:
        """How many meetings they missed one after the other, the latest included."""
        row = 0
        for letter in reversed(self.letters):
            if letter not in ABSENT:
                break
            row += 1
        return row


@dataclass(frozen=True)
class LearningSetRow:
    """One set. What it mixes and who is near counts those who have not withdrawn.

    `vetoed` are two who are in it although one of them said no, since that was said later.
    """

    id: int
    number: int
    facilitator_id: int | None
    facilitator: str
    members: tuple[MemberRow, ...]
    mixes: tuple[tuple[Trait, int], ...]
    together: tuple[Near, ...]
    vetoed: tuple[tuple[SetPerson, SetPerson], ...]
    met_on: tuple[date, ...]

    @property
    def active(self) -> tuple[MemberRow, ...]:
        """Those who have not withdrawn from the cohort."""
        return tuple(one for one in self.members if one.person.withdrawn_on is None)


@dataclass(frozen=True)
class LearningSets:
    """The sets of a cohort by number, and who is in none; `people`: how many there are."""

    sets: tuple[LearningSetRow, ...]
    without: tuple[SetPerson, ...]
    people: int


@allowed(*ADMINISTRATORS)
def learning_sets(db: Db, cohort_id: int) -> LearningSets:
    """Return the sets of a cohort."""
    everybody, lines = people_of_cohort(db, cohort_id), reporting_lines(db)
    apart = [(one.place_id, one.other_id) for one in vetoes(db, cohort_id)]
    members, meetings, marks = (
        _members(db, cohort_id),
        _meetings(db, cohort_id),
        _marks(db, cohort_id),
    )
    sets = []
    for head in _heads(db, cohort_id):
        held = meetings[head[0]]
        rows = tuple(
            MemberRow(one, tuple(marks.get((meeting, place)) for meeting, _ in held))
            for place, one in everybody.items()
            if members.get(place) == head[0]
        )
        here = {row.person.place_id: row.person for row in rows if not row.person.withdrawn_on}
        why = _why(list(here.values()), lines)
        sets.append(
            LearningSetRow(*head, rows, *why, _vetoed(apart, here), tuple(day for _, day in held))
        )
    active = [one for one in everybody.values() if one.withdrawn_on is None]
    without = tuple(one for one in active if one.place_id not in members)
    return LearningSets(tuple(sets), without, len(active))


def _why(
    people: Sequence[SetPerson], lines: Mapping[int, frozenset[int]]
) -> tuple[tuple[tuple[Trait, int], ...], tuple[Near, ...]]:
    """Return what these people mix, and who of them had better be apart."""
    group = [as_member(one, lines) for one in people]
    who = {one.person_id: one for one in people}
    near = (Near(who[one.first], who[one.second], one.closeness) for one in together(group))
    return mixed(group), tuple(near)


def _heads(db: Db, cohort_id: int) -> list[tuple[int, int, int | None, str]]:
    named = func.coalesce(Person.full_name, "")
    wanted = (
        select(LearningSet.id, LearningSet.number, LearningSet.facilitator_id, named)
        .outerjoin(LearningSet.facilitator)
        .where(LearningSet.cohort_id == cohort_id)
        .order_by(LearningSet.number)
    )
    return [(row[0], row[1], row[2], row[3]) for row in db.execute(wanted)]


def _vetoed(
    apart: Iterable[tuple[int, int]], here: Mapping[int, SetPerson]
) -> tuple[tuple[SetPerson, SetPerson], ...]:
    return tuple((here[a], here[b]) for a, b in apart if a in here and b in here)


def _members(db: Db, cohort_id: int) -> dict[int, int]:
    wanted = (
        select(LearningSetMember.place_id, LearningSetMember.set_id)
        .join(LearningSetMember.learning_set)
        .where(LearningSet.cohort_id == cohort_id)
    )
    return {row[0]: row[1] for row in db.execute(wanted)}


def _meetings(db: Db, cohort_id: int) -> dict[int, list[tuple[int, date]]]:
    wanted = (
        select(LearningSetMeeting.set_id, LearningSetMeeting.id, LearningSetMeeting.held_on)
        .join(LearningSetMeeting.learning_set)
        .where(LearningSet.cohort_id == cohort_id)
        .order_by(LearningSetMeeting.held_on, LearningSetMeeting.id)
    )
    found = defaultdict[int, list[tuple[int, date]]](list)
    for set_id, meeting, day in db.execute(wanted):
        found[set_id].append((meeting, day))
    return found


def _marks(db: Db, cohort_id: int) -> dict[tuple[int, int], Letter]:
    wanted = (
        select(LearningSetMark.meeting_id, LearningSetMark.place_id, LearningSetMark.letter)
        .join(LearningSetMark.meeting)
        .join(LearningSetMeeting.learning_set)
        .where(LearningSet.cohort_id == cohort_id)
    )
    return {(meeting, place): letter for meeting, place, letter in db.execute(wanted)}


@allowed(*ADMINISTRATORS)
def move_member(db: Db, place_id: int, set_id: int | None) -> None:
    """Put somebody of the cohort into a set, or into none; what was marked of them stays."""
    place = db.get_one(Place, place_id)
    held = db.scalar(select(LearningSetMember).where(LearningSetMember.place_id == place_id))
    if set_id is None:
        if held is not None:
            db.delete(held)
        return
    wanted = db.get_one(LearningSet, set_id)
    _require_fit(db, place, wanted)
    if held is None:
        wanted.members.append(LearningSetMember(place_id=place_id))
    else:
        held.set_id = set_id


def _require_fit(db: Db, place: Place, wanted: LearningSet) -> None:
    if place.cohort_id != wanted.cohort_id:
        raise RuleBroken("set_elsewhere")
    if place.withdrawn_on is not None:
        raise RuleBroken("member_withdrawn", name=place.person.full_name)
    if wanted.facilitator_id == place.person_id:
        raise RuleBroken("facilitator_is_member", name=place.person.full_name)
    others = {member.place_id for member in wanted.members}
    for veto in vetoes(db, place.cohort_id):
        other = veto.with_whom(place.id)
        if other is not None and other.place_id in others and not other.withdrawn_on:
            raise RuleBroken("member_vetoed", name=place.person.full_name, other=other.name)


@allowed(*ADMINISTRATORS)
def set_facilitator(db: Db, set_id: int, person_id: int | None) -> None:
    """Say who facilitates a set, or that nobody does."""
    found = db.get_one(LearningSet, set_id)
    for member in found.members:
        if member.place.person_id == person_id:
            raise RuleBroken("facilitator_is_member", name=member.place.person.full_name)
    found.facilitator_id = person_id


@allowed(*ADMINISTRATORS)
def add_set(db: Db, cohort_id: int) -> int:
    """Add a set with nobody in it, to move people into; return its id."""
    numbers: Sequence[int] = db.scalars(
        select(LearningSet.number).where(LearningSet.cohort_id == cohort_id)
    ).all()
    made = LearningSet(cohort_id=cohort_id, number=max(numbers, default=0) + 1)
    db.add(made)
    db.flush()
    return made.id


@allowed(*ADMINISTRATORS)
def remove_set(db: Db, set_id: int) -> None:
    """Take a set away; its members are in none then. Refused once it has met."""
    found = db.get_one(LearningSet, set_id)
    if found.meetings:
        raise RuleBroken("set_has_met", set=found.number, n=len(found.meetings))
    db.delete(found)
