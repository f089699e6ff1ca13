"""The dates of a sample that was worked in move with the days, so that today has its session."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from academy.domain.academy import Academy
from academy.domain.cohorts import Cohort
from academy.domain.learning_sets import LearningSet, LearningSetMeeting
from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState
from academy.store.journal import Db
from academy.store.tables import Bar, journal_entries
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed
from academy.usecases.sample.days import working_from

_UNFINISHED: Final = Cohort.state != CohortState.FINISHED


@allowed(*EVERYBODY)
def untouched(db: Db) -> bool:
    """Tell whether nobody has changed anything in a sample since it was made."""
    others = select(journal_entries.c.id).where(
        journal_entries.c.bar.is_distinct_from(Bar.FILLED), journal_entries.c.key != "move_sample"
    )
    return db.execute(others.limit(1)).first() is None


@allowed(*ADMINISTRATORS)
def move_sample(db: Db, today: date) -> int:
    """Move what is not finished up to today; return by how many days, 0 outside a sample.

    Sessions of today stay sessions of today; the others keep their weekday and follow by whole
    weeks. Finished cohorts and issued certificates stay where they are.
    """
    academy = db.scalars(select(Academy)).one()
    was = academy.sample_day
    if was is None or today <= was:
        return 0
    made = _made_on(db, was)
    weeks = timedelta(weeks=(today - made).days // 7 - (was - made).days // 7)
    _move_sessions(db, was, today, weeks)
    _move_contacts(db, today - was)
    for cohort in db.scalars(select(Cohort).where(_UNFINISHED)):
        cohort.apply_by = cohort.apply_by and cohort.apply_by + (today - was)
    academy.sample_day = today
    return (today - was).days


def _made_on(db: Db, otherwise: date) -> date:
    """Return the day the sample was made for; weeks are counted from it, so nothing drifts."""
    facts = db.scalar(select(journal_entries.c.facts).where(journal_entries.c.bar == Bar.FILLED))
    day = (facts or {}).get("day")
    return date.fromisoformat(day) if isinstance(day, str) else otherwise


def _move_sessions(db: Db, was: date, today: date, weeks: timedelta) -> None:
    wanted = select(TrainingSession).join(TrainingSession.cohort)
    for session in db.scalars(wanted.where(_UNFINISHED)):
        day = session.held_on
        if day == was:
            session.held_on = today
        elif weeks:
            session.held_on = working_from(day + weeks)
        first = session.moved_from
        session.moved_from = first and first + (session.held_on - day)


def _move_contacts(db: Db, by: timedelta) -> None:
    wanted = select(MentoringPair).join(MentoringPair.cohort)
    for pair in db.scalars(wanted.where(_UNFINISHED)):
        pair.began_on += by
        pair.ended_on = pair.ended_on and pair.ended_on + by
    met = select(MentoringMeeting).join(MentoringMeeting.pair).join(MentoringPair.cohort)
    for meeting in db.scalars(met.where(_UNFINISHED)):
        meeting.held_on += by
    sets = select(LearningSetMeeting).join(LearningSetMeeting.learning_set).join(LearningSet.cohort)
    for of_set in db.scalars(sets.where(_UNFINISHED)):
        of_set.held_on += by
