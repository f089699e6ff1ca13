"""What needs somebody, against the plain way: Home's lists hold what other pages say of each.

Home asks the database for few rows of very many; here every cohort is gone through, on made-up
academies.
"""

from random import Random

import pytest
from sqlalchemy import select

from academy.domain.cohorts import Cohort
from academy.domain.people import Mentor, Person
from academy.domain.words import CohortState, PairState, PlaceState
from academy.store.journal import Gesture
from academy.usecases import certificates, cohorts, mentoring, mentors, needs
from academy.usecases.mentoring_waiting import WaitingCohort, waiting_cohorts
from academy.usecases.register import register
from academy.usecases.standing import standings
from builders import NOW, TODAY, WEEK, a_cohort, a_programme, an_academy, enrolled, marks, rules
from usecases.made_up import made_up


def an_odd_academy(seed):
    store, dice = an_academy(), Random(seed)
    for _ in range(12):
        store.write(Gesture("change_cohort"), made_up, dice)
    return store


@pytest.mark.parametrize("seed", range(6))
def test_certificates_are_due_exactly_where_each_standing_says_so(seed):
    store = an_odd_academy(seed)
    every = [one for one in store.read(standings, NOW) if one.due]
    found = store.read(certificates.due, None, NOW)
    assert [row.place_id for row in found] == [one.place_id for one in every]
    for cohort_id in {one.cohort_id for one in every}:
        own = [one.place_id for one in every if one.cohort_id == cohort_id]
        assert [row.place_id for row in store.read(certificates.due, cohort_id, NOW)] == own


@pytest.mark.parametrize("seed", range(6))
def test_whoever_a_register_calls_at_risk_is_on_the_list_in_the_same_words(seed):
    store = an_odd_academy(seed)
    listed = {row.place_id: row for row in store.read(needs.at_risk, TODAY)}
    risky = {}
    for cohort in store.read(lambda db: db.scalars(select(Cohort.id)).all()):
        rows = [row for row in store.read(register, cohort, TODAY).rows if row.risk is not None]
        risky |= {row.place_id: row for row in rows}
        alone = {row.place_id for row in store.read(needs.at_risk, TODAY, cohort)}
        assert alone == {row.place_id for row in rows}
    assert listed.keys() == risky.keys()
    for place, row in risky.items():
        told = listed[place]
        assert (told.reason, told.missed, told.percent, told.outlook, told.name) == (
            row.risk, row.missed, row.percent, row.outlook, row.name,
        )  # fmt: skip
    order = [(row.sort, row.place_id) for row in store.read(needs.at_risk, TODAY)]
    assert order == sorted(order)


@pytest.mark.parametrize(("half", "risky"), [(True, 1), (False, 0)])
def test_whoever_was_only_ever_late_is_at_risk_where_late_counts_half(half, risky):
    store = an_academy()
    programme = a_programme(store, rules=rules(80), late_counts_half=half)
    cohort = a_cohort(store, programme, sessions=2, last=TODAY - WEEK)
    enrolled(store, cohort, 1)
    marks(store, cohort, "LL")
    assert len(store.read(needs.at_risk, TODAY)) == risky


@pytest.mark.parametrize("seed", range(6))
def test_registers_are_missing_where_somebody_enrolled_is_blank(seed):
    store = an_odd_academy(seed)
    expected = {}
    for cohort in store.read(lambda db: db.scalars(select(Cohort.id)).all()):
        found = store.read(register, cohort, TODAY)
        for column, session in enumerate(found.sessions):
            over = (session.held_on, session.ends) <= (TODAY, NOW.time())
            here = [row for row in found.rows if row.state is PlaceState.ENROLLED]
            blank = sum(row.marks[column].letter is None for row in here)
            running = found.state is CohortState.RUNNING
            if running and session.counts and over and blank:
                expected[session.id] = (session.number, blank)
    missing = store.read(needs.registers_missing, NOW)
    assert {row.session_id: (row.number, row.blank) for row in missing} == expected


@pytest.mark.parametrize("seed", range(6))
def test_cohorts_wait_for_mentors_exactly_where_somebody_of_them_does(seed):
    store = an_odd_academy(seed)
    pairs = [p for p in store.read(mentoring.pairs, None, TODAY) if p.state is PairState.ACTIVE]
    plain = [
        WaitingCohort(row.id, row.name, waiting, sum(p.cohort_id == row.id for p in pairs))
        for row in store.read(cohorts.cohorts)
        if row.state is CohortState.RUNNING
        and (waiting := len(store.read(mentoring.unpaired, row.id)))
    ]
    assert plain
    assert store.read(waiting_cohorts) == plain


def some_mentors(db, dice):
    """Make some of the people mentors of few or many, paused or not."""
    for person in db.scalars(select(Person)):
        if dice.random() < 0.5:
            db.add(Mentor(person=person, capacity=dice.randrange(3), paused=dice.random() < 0.3))


@pytest.mark.parametrize("seed", range(4))
def test_full_are_as_many_mentors_as_the_list_of_mentors_shows(seed):
    store = an_odd_academy(seed)
    store.write(Gesture("change_cohort"), some_mentors, Random(seed))
    plain = [
        row
        for row in store.read(mentors.mentors)
        if row.load >= row.capacity > 0 and not row.paused
    ]
    assert plain
    assert store.read(mentors.mentors_full) == len(plain)
