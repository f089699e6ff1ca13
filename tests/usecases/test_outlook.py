"""Forecasts of real registers: what counts, what does not, and every page saying the same."""

from dataclasses import replace

import pytest

from academy.domain.words import CohortState, Letter, SessionState
from academy.store.journal import Gesture
from academy.usecases import attendance, cohorts, completion, home, needs, register, sessions
from academy.usecases.attendance import MarkDraft
from asked import asked
from builders import (
    NAMES,
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_programme,
    an_academy,
    enrolled,
    marks,
    rules,
)


def an_office(*rows, to_come=4, half=False, percent=75):
    """Return a cohort of eight weekly sessions, so many of them to come, with these marks."""
    store = an_academy()
    programme = a_programme(store, rules=rules(percent), late_counts_half=half)
    cohort = a_cohort(store, programme, sessions=8, last=TODAY + to_come * WEEK)
    enrolled(store, cohort, list(NAMES[: len(rows)]))
    marks(store, cohort, *rows)
    return store, cohort


def outlooks(store, cohort, today=TODAY):
    rows = store.read(register.register, cohort.id, today).rows
    by_place = sorted(rows, key=lambda row: row.place_id)
    return [row.outlook for row in by_place]


def only(store, cohort):
    [found] = outlooks(store, cohort)
    return found


def test_it_names_the_sessions_it_speaks_of():
    store, cohort = an_office("PPPA")
    found = only(store, cohort)
    forecast = found.forecast
    assert (forecast.need, forecast.open, forecast.over_all, forecast.best) == (3, 4, 37, 87)
    assert (found.decides, found.decides_on, found.to_come) == (6, TODAY + 2 * WEEK, True)


def test_late_counts_half_where_the_programme_says_so():
    assert only(*an_office("LLPP")).forecast.need == 2
    assert only(*an_office("LLPP", half=True)).forecast.need == 3


def test_sessions_called_off_or_not_held_are_out_but_keep_their_number():
    store, cohort = an_office("PPPA")
    states = ((3, SessionState.NOT_HELD), (4, SessionState.CANCELLED))
    for number, state in states:
        change = (cohort.sessions[number], state)
        store.write(Gesture("change_session"), sessions.change_session_state, *change)
    found = only(store, cohort)
    assert (found.forecast.sessions, found.forecast.open, found.forecast.need) == (6, 3, 2)
    assert found.decides == 7


def test_apologies_to_come_are_sessions_missed():
    store, cohort = an_office("PPPA")
    place = store.read(register.register, cohort.id, TODAY).rows[0].place_id
    excused = [MarkDraft(cohort.sessions[7], place, Letter.EXCUSED)]
    store.write(Gesture("mark_several", {"n": 1}), attendance.mark, excused, TODAY)
    found = only(store, cohort).forecast
    assert (found.open, found.need, found.spare) == (3, 3, 0)


def test_whoever_withdrew_is_judged_by_what_was_theirs():
    store, cohort = an_office("PPPA")
    place = store.read(register.register, cohort.id, TODAY).rows[0].place_id
    store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [place], TODAY)
    found = only(store, cohort).forecast
    assert (found.sessions, found.open) == (4, 0)


def test_a_past_session_nobody_marked_is_open_but_not_to_come():
    found = only(*an_office("PP A"))
    assert (found.forecast.open, found.to_come) == (5, False)


@pytest.mark.parametrize(
    "query", [register.register, completion.completion, needs.at_risk], ids=lambda q: q.__name__
)
def test_forecasts_of_many_take_as_many_statements_as_of_one(query):
    few, many = an_office("AAPP"), an_office(*["AAPP"] * 10)

    def count(store, cohort):
        args = {
            "register": (cohort.id, TODAY),
            "completion": (cohort.id, NOW),
            "at_risk": (TODAY, cohort.id),
        }
        return len(asked(store, query, *args[query.__name__]))

    assert count(*few) == count(*many)


def test_every_page_says_the_same_of_a_person():
    store, cohort = an_office("AAPP", "PPAA", "PAAA", "LPEP", percent=60)
    store.write(
        Gesture("change_session"), sessions.change_session_state, cohort.sessions[5],
        SessionState.CANCELLED,
    )  # fmt: skip
    rows = {r.place_id: r for r in store.read(register.register, cohort.id, TODAY).rows}
    lines = store.read(home.home, NOW).lines
    risky = [row for line in lines if line.need == "at_risk" for row in line.rows]
    assert risky
    assert [row.outlook for row in risky] == [rows[row.place_id].outlook for row in risky]
    done = store.read(completion.completion, cohort.id, NOW)
    assert {row.place_id: row.outlook for row in done} == {i: r.outlook for i, r in rows.items()}
    for row in done:
        facts = dict(row.outcomes[0].facts)
        forecast = row.outlook.forecast
        assert (facts["best"], facts["blank"]) == (forecast.best, forecast.open)
        assert row.outcomes[0].lost is (forecast.chance == "lost")


def test_a_cohort_to_come_has_everything_before_it():
    store, cohort = an_office("", to_come=12)
    draft = replace(store.read(cohorts.cohort, cohort.id), state=CohortState.PLANNED)
    store.write(Gesture("change_cohort"), cohorts.save_cohort, draft)
    found = only(store, cohort)
    assert (found.forecast.so_far.percent, found.forecast.need, found.decides) == (None, 6, 3)
