"""Several sessions at once: every so many weeks, on given days, in one go, by a curriculum.

The plan is what the form shows beside its fields; adding follows the very same plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import uuid4

from sqlalchemy import func, select

from academy.domain import sessions as rules
from academy.domain.bank_holidays import bank_holidays
from academy.domain.clashes import Meeting
from academy.domain.cohorts import Cohort
from academy.domain.programmes import CurriculumItem
from academy.domain.sessions import TrainingSession
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.clashes import Clash, clashes_of
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed
from academy.usecases.sessions import SessionDraft, save_session

WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True)
class SeriesDraft:
    """Sessions to be added: what they share, and which days.

    `given` days, where there are any, count instead of weeks and count. `in_a_row` days make a
    residential of each, whose days keep together; `hours` are those of its days, as far as they
    differ from the first's. With `curriculum` titles, lengths and weeks are the programme's.
    """

    first: SessionDraft
    weeks: int = 4
    count: int = 6
    given: tuple[date, ...] = ()
    in_a_row: int = 1
    hours: tuple[tuple[time, time], ...] = ()
    skip_holidays: bool = True
    curriculum: bool = False


@dataclass(frozen=True)
class PlannedDay:
    """A session as it would be, or a day that is left out for a bank holiday.

    `problem` is the rule its times break on that day, such as "time_skipped".
    """

    session: SessionDraft
    holiday: str = ""
    left_out: bool = False
    problem: str = ""
    clashes: tuple[Clash, ...] = ()

    @property
    def day(self) -> date:
        """The day it is about."""
        return self.session.held_on


@dataclass(frozen=True)
class _Item:
    title: str
    minutes: int
    weeks_after: int
    required: bool


@allowed(*EVERYBODY)
def curriculum_of_cohort(db: Db, cohort_id: int) -> int:
    """Return how many sessions the programme of a cohort has in its curriculum."""
    return len(_curriculum(db, cohort_id))


@allowed(*EVERYBODY)
def series_plan(db: Db, draft: SeriesDraft) -> list[PlannedDay]:
    """Return every session that would be added, in order, and the days left out."""
    days = _days(db, draft)
    kept = [day for day in days if not day.left_out]
    found = iter(clashes_of(db, [meeting_of(day.session) for day in kept if not day.problem]))
    shown = [
        day if day.left_out or day.problem else replace(day, clashes=next(found)) for day in days
    ]
    return _with_one_another(shown)


@allowed(*ADMINISTRATORS)
def add_series(db: Db, draft: SeriesDraft) -> list[int]:
    """Add the sessions of a plan; return their ids."""
    planned = [day.session for day in _days(db, draft) if not day.left_out]
    if len(planned) > rules.LONGEST_SERIES:
        raise RuleBroken("series_length", count=len(planned))
    return [save_session(db, session) for session in planned]


def _days(db: Db, draft: SeriesDraft) -> list[PlannedDay]:
    before = db.scalar(
        select(func.count()).where(TrainingSession.cohort_id == draft.first.cohort_id)
    )
    items = _curriculum(db, draft.first.cohort_id) if draft.curriculum else []
    holidays = _holidays(db, draft)
    starts = _curriculum_days(draft, items, holidays) if items else _series(draft, holidays)
    numbered: list[PlannedDay] = []
    number = before or 0
    for day in starts:
        whole = rules.row_of_days(day, draft.in_a_row)
        free = [name for name in map(holidays.get, whole) if name]
        if free and draft.skip_holidays and not draft.given:
            left = replace(draft.first, id=0, held_on=day, title="")
            numbered.append(PlannedDay(left, free[0], left_out=True))
            continue
        item = items[number - (before or 0)] if items else None
        number += 1
        numbered += _sessions(draft, whole, item, number, holidays)
    return numbered


def _sessions(
    draft: SeriesDraft,
    days: Sequence[date],
    item: _Item | None,
    number: int,
    holidays: Mapping[date, str],
) -> Iterable[PlannedDay]:
    """Return the sessions of one step of the series: a residential has several."""
    session = replace(draft.first, id=0, version=0, residential="")
    title = item.title if item else session.title.strip() or f"Session {number}"
    if item:
        ends = _later(session.starts, item.minutes)
        session = replace(session, ends=ends, required=item.required)
    together = uuid4().hex if len(days) > 1 else ""
    for count, day in enumerate(days, 1):
        named = f"{title} ({count} of {len(days)})" if len(days) > 1 else title
        known = count <= len(draft.hours)
        starts, ends = draft.hours[count - 1] if known else (session.starts, session.ends)
        made = replace(
            session, held_on=day, title=named, starts=starts, ends=ends, residential=together
        )
        yield PlannedDay(made, holidays.get(day, ""), problem=_problem(made))


def _problem(session: SessionDraft) -> str:
    times = (session.starts, session.ends)
    try:
        rules.require_clear(session.held_on, times, session.zone, session.second_hour)
    except RuleBroken as broken:
        return broken.rule
    return "ends_before_start" if session.ends <= session.starts else ""


def _series(draft: SeriesDraft, holidays: Mapping[date, str]) -> list[date]:
    """Return the days, those that will be left out for a holiday among them."""
    if draft.given:
        if len(draft.given) > rules.LONGEST_SERIES:
            raise RuleBroken("series_length", count=len(draft.given))
        return sorted(set(draft.given))
    without = _blocked(draft, holidays)
    kept = rules.series(draft.first.held_on, draft.weeks, draft.count, without)
    step = timedelta(weeks=draft.weeks)
    passed = (kept[-1] - draft.first.held_on) // step + 1
    return [draft.first.held_on + n * step for n in range(passed)]


def _blocked(draft: SeriesDraft, holidays: Mapping[date, str]) -> set[date]:
    """Return the days on which nothing can begin because a bank holiday is in the way."""
    if not draft.skip_holidays:
        return set()
    return {day - timedelta(days=n) for day in holidays for n in range(draft.in_a_row)}


def _curriculum_days(
    draft: SeriesDraft, items: Sequence[_Item], holidays: Mapping[date, str]
) -> list[date]:
    blocked = _blocked(draft, holidays)
    days, day = [], draft.first.held_on
    for number, item in enumerate(items):
        day += item.weeks_after * WEEK if number else timedelta()
        while day in blocked:
            days.append(day)
            day += WEEK
        days.append(day)
    return days


def _curriculum(db: Db, cohort_id: int) -> list[_Item]:
    item = CurriculumItem
    wanted = (
        select(item.title, item.minutes, item.weeks_after, item.required)
        .join(Cohort, Cohort.programme_id == item.programme_id)
        .where(Cohort.id == cohort_id)
        .order_by(item.position)
    )
    return [_Item(*row) for row in db.execute(wanted)]


def _holidays(db: Db, draft: SeriesDraft) -> Mapping[date, str]:
    """Return the bank holidays of all years that a series could reach, but not for ever."""
    days = draft.given or (draft.first.held_on,)
    far = 2 + draft.weeks * draft.count // 52 if not draft.given else 1
    years = range(min(days).year, min(max(days).year + min(far, 110), 2200))
    return bank_holidays(the_academy(db).nation, years)


def _later(at: time, minutes: int) -> time:
    """Return the time so many minutes later; midnight is the end of a day."""
    moment = datetime.combine(date(2000, 1, 1), at) + timedelta(minutes=minutes)
    return moment.time() if moment.date() == date(2000, 1, 1) else time(23, 59)


def meeting_of(session: SessionDraft) -> Meeting:
    """Return when and where a session would be, as far as clashes go."""
    return Meeting(
        session.id, session.cohort_id, session.held_on, session.starts, session.ends,
        session.zone, session.second_hour, session.format, session.room,
        frozenset(one.person_id for one in session.facilitators if one.person_id),
    )  # fmt: skip


def _with_one_another(days: list[PlannedDay]) -> list[PlannedDay]:
    """Mark days that stand twice in the plan: one cohort would be in two sessions at once."""
    seen: set[date] = set()
    shown = []
    for day in days:
        again = day.day in seen and not day.left_out and not day.problem
        shown.append(replace(day, problem="day_twice") if again else day)
        if not day.left_out:
            seen.add(day.day)
    return shown


@allowed(*EVERYBODY)
def plan_of_session(db: Db, draft: SessionDraft) -> PlannedDay:
    """Return how one session would stand: the bank holiday of its day, its clashes."""
    known = bank_holidays(the_academy(db).nation, (draft.held_on.year,))
    problem = _problem(draft)
    found = () if problem else clashes_of(db, [meeting_of(draft)])[0]
    return PlannedDay(draft, known.get(draft.held_on, ""), problem=problem, clashes=found)
