"""Cohorts in lists: counted as their places and sessions are, alone as among all."""

from datetime import date

from academy.domain.words import CohortState, SessionState
from academy.store.journal import Gesture
from academy.usecases import cohorts, sessions
from asked import asked
from builders import TODAY, WEEK, a_cohort, a_programme, an_academy, enrolled


def a_few_cohorts():
    store = an_academy()
    first, second = a_programme(store), a_programme(store)
    made = [
        a_cohort(store, first, sessions=3, last=TODAY),
        a_cohort(store, second, sessions=1, last=TODAY + WEEK),
        a_cohort(store, first, sessions=0),
    ]
    places = enrolled(store, made[0], 3)
    store.write(Gesture("withdraw"), cohorts.withdraw, [places[0].id], TODAY)
    cancel = (made[0].sessions[0], SessionState.CANCELLED)
    store.write(Gesture("change_session"), sessions.change_session_state, *cancel)
    return store, made


def test_a_cohort_is_told_with_its_people_and_days():
    store, [one, _, none] = a_few_cohorts()
    rows = {row.id: row for row in store.read(cohorts.cohorts)}
    assert (rows[one.id].people, rows[one.id].sessions) == (2, 3)
    assert (rows[one.id].first_day, rows[one.id].last_day) == (TODAY - 2 * WEEK, TODAY)
    assert type(rows[one.id].first_day) is date
    assert type(rows[one.id].state) is CohortState
    assert (rows[none.id].people, rows[none.id].sessions, rows[none.id].first_day) == (0, 0, None)


def test_one_cohort_and_those_of_a_programme_are_told_as_among_all():
    store, made = a_few_cohorts()
    rows = store.read(cohorts.cohorts)
    assert sorted(row.id for row in rows) == sorted(cohort.id for cohort in made)
    for row in rows:
        assert store.read(cohorts.cohort_row, row.id) == row
        same = [other for other in rows if other.programme_id == row.programme_id]
        assert store.read(cohorts.cohorts, row.programme_id) == same
    assert store.read(cohorts.cohort_row, 4711) is None
    assert len(asked(store, cohorts.cohort_row, rows[0].id)) == 1
