"""Clashes against the plain way: every session compared with every other."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from academy.domain.clashes import Meeting
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import ClashKind, PlaceState, SessionFormat, SessionState
from academy.store.journal import Db, Gesture
from academy.usecases import clashes
from builders import TODAY, an_academy
from usecases.made_up import made_up

FIRST, LAST = TODAY, TODAY + timedelta(days=7)
Found = list[tuple[int, ClashKind, int, tuple[str, ...]]]


def some_cohorts(db: Db, dice: Random) -> None:
    """Make cohorts up whose people, rooms, zones and formats meet now and then."""
    for _ in range(5):
        made_up(db, dice)
    cohorts, people = db.scalars(select(Cohort)).all(), db.scalars(select(Person)).all()
    for session in db.scalars(select(TrainingSession)):
        session.zone = dice.choice(("Europe/London", "Pacific/Auckland", "America/New_York"))
        session.held_on = TODAY + timedelta(days=dice.choice((-1, 0, 0, 1)))
        session.format = dice.choice(tuple(SessionFormat))
        session.room = dice.choice(("", " ", "Hall", "hall ", "Room 2"))
    for cohort in cohorts:
        here = {place.person_id for place in db.scalars(select(Place)) if place.cohort is cohort}
        for person in dice.sample(people, min(3, len(people))):
            if person.id not in here:
                state = dice.choice((*PlaceState, PlaceState.ENROLLED))
                db.add(Place(cohort=cohort, person=person, state=state, enrolled_on=TODAY))


def plainly(db: Db, first: date, last: date) -> Found:
    """Return each clash of each session, in the order of the sessions."""
    order = (TrainingSession.held_on, TrainingSession.starts, TrainingSession.id)
    planned = select(TrainingSession).where(TrainingSession.state == SessionState.PLANNED)
    sessions = list(db.scalars(planned.order_by(*order)))
    return [
        (one.id, *found)
        for one in sessions
        if first <= one.held_on <= last
        for two in sessions
        if one is not two and meeting(one).overlaps(meeting(two))
        for found in between(db, one, two)
    ]


def meeting(one: TrainingSession) -> Meeting:
    led = frozenset(led.person_id for led in one.facilitators)
    return Meeting(one.id, one.cohort_id, one.held_on, one.starts, one.ends, one.zone,
                   one.second_hour, one.format, one.room, led)  # fmt: skip


def between(db: Db, one: TrainingSession, two: TrainingSession):
    mine, theirs = meeting(one), meeting(two)
    if one.cohort_id == two.cohort_id:
        yield ClashKind.COHORT, two.id, ()
    if mine.shares_room(theirs):
        yield ClashKind.ROOM, two.id, (two.room,)
    both = sorted(mine.facilitators & theirs.facilitators)
    if both:
        yield ClashKind.FACILITATOR, two.id, tuple(db.get_one(Person, n).full_name for n in both)
    people = sorted(members(db, one) & members(db, two), key=lambda p: (p.full_name.lower(), p.id))
    if people and one.cohort_id != two.cohort_id:
        yield ClashKind.PERSON, two.id, tuple(person.full_name for person in people)


def members(db: Db, one: TrainingSession) -> set[Person]:
    held = select(Person).join(Place, Place.person_id == Person.id)
    here = held.where(Place.cohort_id == one.cohort_id, Place.state != PlaceState.WITHDRAWN)
    return set(db.scalars(here))


def test_the_same_clashes_as_comparing_every_session_with_every_other():
    kinds = set()
    for number in range(12):
        store = an_academy()
        store.write(Gesture("make_sample"), some_cohorts, Random(number))
        found = store.read(clashes.clashes, FIRST, LAST)
        mine = [
            (one, clash.kind, clash.session_id, clash.names)
            for one, clashing in found.items()
            for clash in clashing
        ]
        expected = store.read(plainly, FIRST, LAST)
        kinds |= {kind for _, kind, _, _ in expected}
        assert mine == expected
    assert kinds == set(ClashKind)
