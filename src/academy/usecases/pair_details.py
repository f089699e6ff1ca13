"""Everything about one pair on one page, and which meetings are agreed for the days to come.

For administrators alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.words import PairState, RuleBroken
from academy.store.journal import Db
from academy.usecases.mentoring import MeetingDraft, PairRow, meetings, pairs, pairs_of
from academy.usecases.pair_goals import GoalDraft, goals
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class PairPerson:
    """One of the two, as they are written to."""

    id: int
    name: str
    email: str
    organisation: str


@dataclass(frozen=True)
class PairDetails:
    """A pair's page.

    `score` is none where the two were chosen by hand; `why` are the reasons of the suggestion,
    each a key and its facts. `others` are the other pairs these two are or were in, the newest
    first: former pairs are not made again.
    """

    row: PairRow
    programme: str
    mentee: PairPerson
    mentor: PairPerson
    score: int | None
    why: tuple[tuple[str, dict[str, Any]], ...]
    goals: tuple[GoalDraft, ...]
    meetings: tuple[MeetingDraft, ...]
    others: tuple[PairRow, ...]


@allowed(*ADMINISTRATORS)
def pair_details(db: Db, pair_id: int, today: date) -> PairDetails:
    """Return everything about a pair but its private notes. Raises RuleBroken pair_unknown."""
    found = db.get(MentoringPair, pair_id)
    if found is None:
        raise RuleBroken("pair_unknown", pair=pair_id)
    own = pairs_of(db, found.mentee_id, today)
    theirs = [one for one in pairs_of(db, found.mentor_id, today) if one not in own]
    programme = select(Programme.name).where(Programme.id == found.cohort.programme_id)
    return PairDetails(
        row=next(one for one in own if one.id == pair_id),
        programme=db.scalar(programme) or "",
        mentee=_person(db, found.mentee),
        mentor=_person(db, found.mentor),
        score=found.score,
        why=tuple((key, dict(facts)) for key, facts in found.why),
        goals=tuple(goals(db, pair_id)),
        meetings=tuple(meetings(db, pair_id)),
        others=tuple(one for one in (*own, *theirs) if one.id != pair_id),
    )


def _person(db: Db, person: Person) -> PairPerson:
    home = select(Organisation.name).where(Organisation.id == person.organisation_id)
    return PairPerson(person.id, person.full_name, person.email, db.scalar(home) or "")


@allowed(*ADMINISTRATORS)
def coming_meetings(db: Db, today: date) -> list[PairRow]:
    """Return the active pairs that agreed on a day for their next meeting, the next one first."""
    agreed = select(MentoringMeeting.id).where(MentoringMeeting.next_on >= today)
    if db.scalar(agreed.limit(1)) is None:  # as in most academies: nothing more is read
        return []
    found = [
        pair
        for pair in pairs(db, None, today)
        if pair.state is PairState.ACTIVE and pair.next_on is not None and pair.next_on >= today
    ]
    return sorted(found, key=lambda pair: (pair.next_on or today, pair.id))
