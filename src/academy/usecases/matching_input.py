"""What matching a cohort starts from: who waits, who could take them, by which rules.

Read once; everything after is arithmetic (`usecases.matching`), so that a task can do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, select

from academy.domain.academy import Academy
from academy.domain.cohorts import Place
from academy.domain.matching.facts import Mentee, Mentor, Rules
from academy.domain.mentoring import MenteeProfile, MentoringConflict, MentoringPair
from academy.domain.names import listed, sort_key
from academy.domain.organisations import Organisation
from academy.domain.people import Mentor as MentorRecord
from academy.domain.people import Person
from academy.domain.words import Aim, Criterion, PairState, PlaceState
from academy.store.journal import Db
from academy.usecases.mentors import load
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class MatchingRequest:
    """What is asked: a cohort, pairs that are wanted (mentee id, mentor id), and what-ifs.

    `capacities` are (mentor id, how many mentees over all programmes), instead of what is kept;
    `weights` and `aim` likewise. `declined` are pairs (mentee id, mentor id) instead of which
    others are asked for.
    """

    cohort_id: int
    pins: tuple[tuple[int, int], ...] = ()
    capacities: tuple[tuple[int, int], ...] = ()
    weights: tuple[tuple[Criterion, int], ...] = ()
    aim: Aim | None = None
    declined: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Known:
    """Somebody as a suggestion names them. `pairs`: how many pairs a mentor has had, ever."""

    id: int
    name: str
    sort: str
    organisation: str
    region: str
    load: int = 0
    capacity: int = 0
    pairs: int = 0


@dataclass(frozen=True)
class MatchingInput:
    """Everything a matching depends on; the same input gives the same plan."""

    request: MatchingRequest
    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    rules: Rules
    people: Mapping[int, Known]


@allowed(*ADMINISTRATORS)
def matching_input(db: Db, request: MatchingRequest, today: date) -> MatchingInput:
    """Return who waits in a cohort and every mentor there is, with what is known of them."""
    lines = reporting_lines(db)
    waiting, bench = _waiting(db, request.cohort_id), _bench(db)
    capacities = dict(request.capacities)
    mentees = tuple(_mentee(row, lines) for row in waiting)
    mentors = tuple(_mentor(row, lines, capacities, today) for row in bench)
    people = {row.id: _known(row, row.taken, capacities.get(row.id, row.capacity), row.pairs)
              for row in bench}  # fmt: skip
    for row in waiting:
        people.setdefault(row.id, _known(row))
    return MatchingInput(request, mentees, mentors, _rules(db, request, mentees), people)


def rules_kept(kept: Mapping[str, Any]) -> Rules:
    """Return the rules an academy settled on, as `Academy.matching` keeps them."""
    rules = Rules(same_organisation=bool(kept.get("same_organisation", False)))
    weights = dict(rules.weights) | {
        Criterion(k): int(v) for k, v in kept.get("weights", {}).items()
    }
    return replace(rules, weights=weights, aim=Aim(kept.get("aim", rules.aim)))


def _rules(db: Db, request: MatchingRequest, mentees: Iterable[Mentee]) -> Rules:
    rules = rules_kept(db.scalars(select(Academy.matching)).one())
    waiting = [mentee.id for mentee in mentees]
    met = select(MentoringPair.mentee_id, MentoringPair.mentor_id)
    apart = select(MentoringConflict.mentee_id, MentoringConflict.mentor_id)
    return replace(
        rules,
        aim=request.aim or rules.aim,
        weights={**rules.weights, **dict(request.weights)},
        former=_of(db, met.where(MentoringPair.mentee_id.in_(waiting))),
        conflicts=_of(db, apart.where(MentoringConflict.mentee_id.in_(waiting))),
        declined=frozenset(request.declined),
    )


def _of(db: Db, pairs: Select[int, int]) -> frozenset[tuple[int, int]]:
    return frozenset((mentee, mentor) for mentee, mentor in db.execute(pairs))


def reporting_lines(db: Db) -> dict[int, frozenset[int]]:
    """Return everybody above each person, at any depth; a ring of managers ends where it began."""
    managed = select(Person.id, Person.manager_id).where(Person.manager_id.is_not(None))
    above = {person: manager for person, manager in db.execute(managed) if manager}
    lines = {}
    for person in above:
        line, boss = set[int](), above.get(person)
        while boss is not None and boss not in line:
            line.add(boss)
            boss = above.get(boss)
        lines[person] = frozenset(line - {person})
    return lines


def _waiting(db: Db, cohort_id: int) -> list[Row[*tuple[Any, ...]]]:
    profile = MenteeProfile
    has_mentor = select(MentoringPair.id).where(
        MentoringPair.cohort_id == Place.cohort_id,
        MentoringPair.mentee_id == Place.person_id,
        MentoringPair.state == PairState.ACTIVE,
    )
    wanted = (
        select(
            Person.id, Person.full_name, Person.family_name, Person.organisation_id,
            func.coalesce(Organisation.name, "").label("organisation"),
            func.coalesce(func.nullif(profile.region, ""), Organisation.region, "").label("region"),
            profile.wants, profile.themes, profile.wishes, profile.online, profile.in_person,
            profile.days, profile.grade,
        )
        .select_from(Place)
        .join(Place.person)
        .outerjoin(Person.organisation)
        .outerjoin(profile, profile.place_id == Place.id)
        .where(
            Place.cohort_id == cohort_id,
            Place.state == PlaceState.ENROLLED,
            ~has_mentor.exists(),
        )
        .order_by(Person.id)
    )  # fmt: skip
    return list(db.execute(wanted))


def _bench(db: Db) -> list[Row[*tuple[Any, ...]]]:
    mentor = MentorRecord
    ever = select(func.count()).where(MentoringPair.mentor_id == Person.id).correlate(Person)
    wanted = (
        select(
            Person.id, Person.full_name, Person.family_name, Person.organisation_id,
            func.coalesce(Organisation.name, "").label("organisation"),
            func.coalesce(func.nullif(mentor.region, ""), Organisation.region, "").label("region"),
            mentor.capacity, mentor.offers, mentor.themes, mentor.tells, mentor.online,
            mentor.in_person, mentor.days, mentor.grade, mentor.paused, mentor.rest_until,
            load().label("taken"), ever.scalar_subquery().label("pairs"),
        )
        .select_from(mentor)
        .join(mentor.person)
        .outerjoin(Person.organisation)
        .order_by(Person.id)
    )  # fmt: skip
    return list(db.execute(wanted))


def _mentee(row: Row[*tuple[Any, ...]], lines: Mapping[int, frozenset[int]]) -> Mentee:
    return Mentee(
        id=row.id,
        wants=words_of(row.wants),
        themes=frozenset(row.themes or ()),
        wishes=words_of(row.wishes),
        region=row.region,
        online=row.online is not False,  # without a profile: both
        in_person=row.in_person is not False,
        days=frozenset(row.days or ()),
        organisation=row.organisation_id,
        grade=row.grade,
        line=lines.get(row.id, frozenset()),
    )


def _mentor(
    row: Row[*tuple[Any, ...]],
    lines: Mapping[int, frozenset[int]],
    capacities: Mapping[int, int],
    today: date,
) -> Mentor:
    return Mentor(
        id=row.id,
        room=capacities.get(row.id, row.capacity) - row.taken,
        offers=words_of(row.offers),
        themes=frozenset(row.themes),
        tells=words_of(row.tells),
        region=row.region,
        online=row.online,
        in_person=row.in_person,
        days=frozenset(row.days),
        organisation=row.organisation_id,
        grade=row.grade,
        line=lines.get(row.id, frozenset()),
        paused=row.paused,
        resting=row.rest_until is not None and row.rest_until > today,
    )


def words_of(text: str | None) -> frozenset[str]:
    """Return the words of a list with commas or semicolons between."""
    parts = (text or "").replace(";", ",").split(",")
    return frozenset(" ".join(part.split()) for part in parts if part.strip())


def _known(row: Row[*tuple[Any, ...]], taken: int = 0, capacity: int = 0, pairs: int = 0) -> Known:
    name = listed(row.full_name, row.family_name)
    sort = sort_key(row.full_name, row.family_name)
    return Known(row.id, name, sort, row.organisation, row.region, taken, capacity, pairs)
