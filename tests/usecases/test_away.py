"""Away from one day to another: apologies between, and nothing else is touched."""

import pytest

from academy.domain.words import CohortState, Letter, RuleBroken, SessionState
from academy.store.journal import Gesture
from academy.usecases import away, cohorts, register, sessions
from builders import TODAY, WEEK, a_cohort, an_academy, enrolled, marks


@pytest.fixture
def office():
    store = an_academy()
    cohort = a_cohort(store, sessions=6, last=TODAY + 3 * WEEK)
    [ann, ben] = enrolled(store, cohort, ["Ann One", "Ben Two"])
    marks(store, cohort, "PP")
    return store, cohort, ann, ben


def set_away(store, place, first, last):
    gesture = Gesture("set_away", {"n": 1})
    return store.write(gesture, away.set_away, place.person_id, first, last, TODAY)


def letters(store, cohort):
    rows = store.read(register.register, cohort.id, TODAY).rows
    return ["".join(mark.letter or "." for mark in row.marks) for row in rows]


def test_apologies_stand_in_every_session_between_both_days_included(office):
    store, cohort, ann, _ben = office
    assert set_away(store, ann, TODAY, TODAY + 2 * WEEK) == 3
    assert letters(store, cohort) == ["PPEEE.", "......"]
    assert store.undo().key == "set_away"
    assert letters(store, cohort) == ["PP....", "......"]


def test_marks_that_are_there_stay(office):
    store, cohort, ann, _ben = office
    assert set_away(store, ann, TODAY - 2 * WEEK, TODAY) == 1
    assert letters(store, cohort)[0] == "PPE..."


def test_all_cohorts_of_the_person_that_go_on_are_meant(office):
    store, cohort, ann, _ben = office
    other, over = a_cohort(store, sessions=2, last=TODAY), a_cohort(store, sessions=2, last=TODAY)
    for one in other, over:
        store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, one.id, [ann.person_id], TODAY)
    finished = (over.id, CohortState.FINISHED)
    store.write(Gesture("change_cohort"), cohorts.change_state, *finished)
    change = Gesture("change_session")
    called_off = (cohort.sessions[4], SessionState.CANCELLED)
    store.write(change, sessions.change_session_state, *called_off)
    assert set_away(store, ann, TODAY, TODAY + 2 * WEEK) == 3
    assert letters(store, other) == [".E"]
    assert letters(store, over) == [".."]
    assert letters(store, cohort)[0] == "PPE.E."[:2] + "EE.."


def test_the_sessions_expected_are_the_ones_it_marks(office):
    store, _cohort, ann, _ben = office
    found = store.read(away.expected_sessions, ann.person_id)
    assert [(s.number, s.letter) for s in found] == [
        (1, Letter.PRESENT), (2, Letter.PRESENT), (3, None), (4, None), (5, None), (6, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "rule"),
    [(0, -1, "away_backwards"), (-14, -8, "away_nothing"), (100, 200, "away_nothing")],
)
def test_days_that_mean_nothing_are_refused_and_change_nothing(office, first, last, rule):
    from datetime import timedelta

    store, cohort, ann, _ben = office
    days = TODAY + timedelta(days=first), TODAY + timedelta(days=last)
    with pytest.raises(RuleBroken, match=rule):
        set_away(store, ann, *days)
    assert letters(store, cohort) == ["PP....", "......"]
