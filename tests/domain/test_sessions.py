"""Training sessions: clocks that change, series, times that run backwards."""

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.domain.sessions import TrainingSession, exists, minutes, series
from academy.domain.words import RuleBroken

LONDON = "Europe/London"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def a_session(day, starts, ends):
    return TrainingSession(title="Talk", held_on=day, starts=starts, ends=ends, zone=LONDON)


@pytest.mark.parametrize(
    ("day", "starts", "ends", "length"),
    [
        (date(2026, 11, 26), time(9, 30), time(12, 30), 180),
        (SPRING, time(0, 30), time(3, 30), 120),
        (AUTUMN, time(0, 30), time(3, 30), 240),
    ],
)
def test_a_session_lasts_as_long_as_people_sit_there(day, starts, ends, length):
    assert minutes(day, starts, ends, LONDON) == length


@pytest.mark.parametrize(("starts", "ends"), [(time(9), time(9)), (time(12), time(9))])
def test_a_session_ends_after_it_starts(starts, ends):
    with pytest.raises(RuleBroken, match="ends_before_start"):
        a_session(date(2026, 11, 26), starts, ends).check()


def test_a_time_that_the_clocks_skip_is_refused():
    with pytest.raises(RuleBroken, match="time_skipped"):
        a_session(SPRING, time(1, 30), time(3)).check()
    assert not exists(SPRING, time(1, 30), LONDON)


def test_a_time_that_the_clocks_show_twice_is_asked():
    twice = a_session(AUTUMN, time(1, 30), time(3))
    with pytest.raises(RuleBroken, match="time_doubled"):
        twice.check()
    for second, length in (False, 150), (True, 90):
        twice.second_hour = second
        twice.check()
        assert minutes(AUTUMN, time(1, 30), time(3), LONDON, second_hour=second) == length


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 52), st.integers(1, 100))
def test_a_series_keeps_its_weekday_and_its_step(first, weeks, count):
    days = series(first, weeks, count)
    assert len(days) == count
    assert days[0] == first
    assert {day.weekday() for day in days} == {first.weekday()}
    steps = {(later - day).days for day, later in pairwise(days)}
    assert steps <= {7 * weeks}


@pytest.mark.parametrize(("weeks", "count"), [(0, 5), (53, 5), (1, 0), (1, 101)])
def test_an_endless_series_is_refused(weeks, count):
    with pytest.raises(RuleBroken, match="series_"):
        series(date(2026, 1, 1), weeks, count)
