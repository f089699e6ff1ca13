"""Mentoring: pairs, their meetings, and who has gone quiet.

For administrators alone: nobody else sees anything of mentoring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from academy.domain.academy import Academy, Snooze
from academy.domain.cohorts import Cohort, Place
from academy.domain.mentoring import MentoringMeeting, MentoringPair, days_quiet, require_fit
from academy.domain.names import listed, sort_key
from academy.domain.organisations import Organisation
from academy.domain.people import Mentor, Person
from academy.domain.words import MeetingFormat, PairState, PlaceState, RuleBroken
from academy.store.journal import Db
from academy.usecases.mentors import load
from academy.usecases.rights import ADMINISTRATORS, allowed

QUIET_PAIR = "quiet_pair"
"""The kind of line under which a quiet pair is put off, as Home’s lines are."""


@dataclass(frozen=True)
class PairRow:
    """A mentor and a mentee.

    `quiet`: active, no contact for longer than the academy allows, and not put off.
    """

    id: int
    cohort_id: int
    cohort: str
    mentee_id: int
    mentee: str
    mentor_id: int
    mentor: str
    state: PairState
    began_on: date
    ended_on: date | None
    end_reason: str
    meetings: int
    last_met: date | None
    days_quiet: int
    quiet: bool
    next_on: date | None = None  # agreed for the next meeting; they have not met since


@dataclass(frozen=True)
class UnpairedRow:
    """Somebody in a cohort who has no mentor there."""

    place_id: int
    person_id: int
    name: str
    sort: str
    organisation: str
    since: date = date.min  # waiting from that day: enrolled, or parted from a mentor there


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting of a pair as a form holds it; id 0 is a new one. What was said is not kept."""

    held_on: date
    minutes: int | None = None
    format: MeetingFormat = MeetingFormat.ONLINE
    id: int = 0
    next_on: date | None = None  # the day agreed for the next one


@allowed(*ADMINISTRATORS)
def pairs(db: Db, cohort_id: int | None, today: date) -> list[PairRow]:
    """Return the pairs of one or all cohorts: active ones first, the quietest of them on top."""
    days = db.scalars(select(Academy.quiet_days)).one()
    wanted = _pairs()
    if cohort_id is not None:
        wanted = wanted.where(MentoringPair.cohort_id == cohort_id)
    found = [_pair(row, today, days) for row in db.execute(wanted)]
    return sorted(found, key=lambda p: (p.state is PairState.ENDED, -p.days_quiet, p.id))


@allowed(*ADMINISTRATORS)
def pairs_of(db: Db, person_id: int, today: date) -> list[PairRow]:
    """Return the pairs a person is or was in, as mentee or mentor, the newest first."""
    days = db.scalars(select(Academy.quiet_days)).one()
    here = (MentoringPair.mentee_id == person_id) | (MentoringPair.mentor_id == person_id)
    wanted = _pairs().where(here).order_by(MentoringPair.began_on.desc(), MentoringPair.id.desc())
    return [_pair(row, today, days) for row in db.execute(wanted)]


@allowed(*ADMINISTRATORS)
def quiet_pairs(db: Db, today: date, cohort_id: int | None = None) -> list[PairRow]:
    """Return the active pairs without contact for longer than the academy allows, quietest first.

    A new pair counts from the day it began.
    """
    days = db.scalars(select(Academy.quiet_days)).one()
    contact = func.coalesce(func.max(MentoringMeeting.held_on), MentoringPair.began_on)
    wanted = _pairs().where(MentoringPair.state == PairState.ACTIVE)
    wanted = wanted.having(contact < today - timedelta(days=days))
    if cohort_id is not None:
        wanted = wanted.where(MentoringPair.cohort_id == cohort_id)
    found = [pair for row in db.execute(wanted) if (pair := _pair(row, today, days)).quiet]
    return sorted(found, key=lambda p: (-p.days_quiet, p.id))


def _pairs() -> Select[*tuple[Any, ...]]:
    mentee, mentor, met = aliased(Person), aliased(Person), MentoringMeeting
    wanted: Select[*tuple[Any, ...]] = (
        select(
            MentoringPair.id, MentoringPair.cohort_id, Cohort.name.label("cohort"),
            MentoringPair.mentee_id, mentee.full_name.label("mentee_name"),
            mentee.family_name.label("mentee_family"), MentoringPair.mentor_id,
            mentor.full_name.label("mentor_name"), mentor.family_name.label("mentor_family"),
            MentoringPair.state, MentoringPair.began_on, MentoringPair.ended_on,
            MentoringPair.end_reason, func.count(met.id).label("meetings"),
            func.max(met.held_on).label("last_met"), func.max(met.next_on).label("next_on"),
            func.max(Snooze.until).label("put_off"),
        )
        .join(MentoringPair.cohort)
        .join(mentee, mentee.id == MentoringPair.mentee_id)
        .join(mentor, mentor.id == MentoringPair.mentor_id)
        .outerjoin(met, met.pair_id == MentoringPair.id)
        .outerjoin(Snooze, (Snooze.line == QUIET_PAIR) & (Snooze.subject_id == MentoringPair.id))
        .group_by(MentoringPair.id)
    )  # fmt: skip
    return wanted


def _pair(row: Row[*tuple[Any, ...]], today: date, allowed_days: int) -> PairRow:
    quiet = days_quiet(row.began_on, row.last_met, today)
    active = row.state is PairState.ACTIVE
    put_off = row.put_off is not None and row.put_off > today
    to_come = active and row.next_on is not None and row.next_on > row.last_met
    is_quiet = active and quiet > allowed_days and not put_off
    return PairRow(
        row.id, row.cohort_id, row.cohort,
        row.mentee_id, listed(row.mentee_name, row.mentee_family),
        row.mentor_id, listed(row.mentor_name, row.mentor_family),
        row.state, row.began_on, row.ended_on, row.end_reason, row.meetings, row.last_met,
        quiet, quiet=is_quiet, next_on=row.next_on if to_come else None,
    )  # fmt: skip


@allowed(*ADMINISTRATORS)
def unpaired(db: Db, cohort_id: int) -> list[UnpairedRow]:
    """Return who is in a cohort and has no mentor there: who waited longest first, then by name."""
    has_mentor = _active(cohort_id, Place.person_id).exists()
    parted = (
        select(func.max(MentoringPair.ended_on))
        .where(
            MentoringPair.cohort_id == Place.cohort_id, MentoringPair.mentee_id == Place.person_id
        )
        .scalar_subquery()
    )
    wanted = (
        select(
            Place.id, Place.person_id, Person.full_name, Person.family_name,
            func.coalesce(Organisation.name, ""), Place.enrolled_on, parted.label("parted"),
        )
        .join(Place.person)
        .outerjoin(Person.organisation)
        .where(Place.cohort_id == cohort_id, Place.state == PlaceState.ENROLLED, ~has_mentor)
    )  # fmt: skip
    found = [
        UnpairedRow(
            place_id, person_id, listed(full, family), sort_key(full, family), home,
            max(enrolled, parted or enrolled),
        )
        for place_id, person_id, full, family, home, enrolled, parted in db.execute(wanted)
    ]  # fmt: skip
    return sorted(found, key=lambda row: (row.since, row.sort, row.person_id))


def _active(cohort_id: int, mentee_id: int | InstrumentedAttribute[int]) -> Select[int]:
    return select(MentoringPair.id).where(
        MentoringPair.cohort_id == cohort_id,
        MentoringPair.mentee_id == mentee_id,
        MentoringPair.state == PairState.ACTIVE,
    )


@allowed(*ADMINISTRATORS)
def pair(
    db: Db,
    cohort_id: int,
    mentee_id: int,
    mentor_id: int,
    today: date,
    score: int | None = None,
    why: Sequence[Any] = (),
) -> int:
    """Pair a mentee of a cohort with a mentor; return the pair's id.

    `score` and `why` are those of the suggestion it came from, if it came from one.
    """
    mentor = db.scalar(select(Mentor).where(Mentor.person_id == mentor_id))
    if mentor is None:
        raise RuleBroken("not_a_mentor")
    if mentor.paused:
        raise RuleBroken("mentor_paused")
    place = select(Place).where(
        Place.cohort_id == cohort_id,
        Place.person_id == mentee_id,
        Place.state != PlaceState.WITHDRAWN,
    )
    held = db.scalar(place)
    if held is None:
        raise RuleBroken("mentee_not_in_cohort")
    if db.scalar(_active(cohort_id, mentee_id)) is not None:
        raise RuleBroken("already_paired")
    taken = db.scalar(select(load()).where(Person.id == mentor_id)) or 0
    require_fit(mentor.person, held.person, load=taken, capacity=mentor.capacity)
    made = MentoringPair(
        cohort=held.cohort,
        mentee=held.person,
        mentor=mentor.person,
        began_on=today,
        score=score,
        why=list(why),
    )
    db.add(made)
    db.flush()
    return made.id


@allowed(*ADMINISTRATORS)
def end_pair(db: Db, pair_id: int, reason: str, today: date) -> None:
    """Part a mentor and a mentee; their meetings stay and still count."""
    db.get_one(MentoringPair, pair_id).end(today, " ".join(reason.split()))


@allowed(*ADMINISTRATORS)
def log_meeting(db: Db, pair_id: int, draft: MeetingDraft, today: date) -> int:
    """Note that a pair met, or correct a meeting noted before; return its id."""
    if draft.held_on > today:
        raise RuleBroken("meeting_in_future", on=draft.held_on)
    found = db.get_one(MentoringMeeting, draft.id) if draft.id else MentoringMeeting()
    if draft.next_on is not None and draft.next_on <= draft.held_on:
        raise RuleBroken("next_meeting_before", on=draft.held_on)
    found.held_on, found.minutes, found.format = draft.held_on, draft.minutes, draft.format
    found.next_on = draft.next_on
    if draft.id:
        found.check()
    else:
        db.get_one(MentoringPair, pair_id).meet(found)
    db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def meetings(db: Db, pair_id: int) -> list[MeetingDraft]:
    """Return the meetings of a pair, the latest first."""
    wanted = (
        select(
            MentoringMeeting.held_on, MentoringMeeting.minutes, MentoringMeeting.format,
            MentoringMeeting.id, MentoringMeeting.next_on,
        )
        .where(MentoringMeeting.pair_id == pair_id)
        .order_by(MentoringMeeting.held_on.desc(), MentoringMeeting.id.desc())
    )  # fmt: skip
    return [MeetingDraft(*row) for row in db.execute(wanted)]


@allowed(*ADMINISTRATORS)
def remove_meeting(db: Db, meeting_id: int) -> None:
    """Take back that a pair met."""
    db.delete(db.get_one(MentoringMeeting, meeting_id))
