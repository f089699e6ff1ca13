"""The forecast against every possible future, played through one by one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.domain.attendance import BLANK, attendance, best_percent
from academy.domain.forecast import forecast
from academy.domain.words import Chance, Letter

HELD = st.text(BLANK + "".join(Letter), max_size=6)
TO_COME = st.text(BLANK + Letter.EXCUSED, max_size=4)
TARGETS = st.one_of(st.integers(1, 100), st.sampled_from([50, 60, 67, 75, 80, 100]))
HERE, AWAY = Letter.PRESENT, Letter.ABSENT


def met(letters, future, target, half):
    """Tell whether a future, a letter for each open session, meets the target."""
    left = iter(future)
    whole = "".join(next(left) if letter == BLANK else letter for letter in letters)
    percent = attendance(whole, late_counts_half=half).percent
    return percent is not None and percent >= target


def futures(letters, target, half):
    """Return whether each possible future meets the target."""
    every = product((HERE, AWAY), repeat=letters.count(BLANK))
    return {future: met(letters, future, target, half) for future in every}


def settled_by(outcomes, length, letters=(HERE, AWAY)):
    """Tell whether some beginning of this length leaves only one way in which it can end."""
    return any(
        len({end for future, end in outcomes.items() if future[:length] == begun}) == 1
        for begun in product(letters, repeat=length)
    )


@given(HELD, TO_COME, TARGETS, st.booleans())
def test_the_chance_is_what_all_futures_say(held, to_come, target, half):
    letters = held + to_come
    found = forecast(letters, target, held=len(held), late_counts_half=half)
    ends = set(futures(letters, target, half).values())
    if not letters:
        assert found.chance is Chance.NO_TARGET
        return
    expected = {frozenset([True]): Chance.SAFE, frozenset([False]): Chance.LOST}
    assert found.chance is expected.get(frozenset(ends), Chance.OPEN)


@given(HELD, TO_COME, TARGETS, st.booleans())
def test_it_needs_as_many_sessions_as_the_leanest_good_future(held, to_come, target, half):
    letters = held + to_come
    found = forecast(letters, target, held=len(held), late_counts_half=half)
    if found.chance is not Chance.OPEN:
        assert (found.need, found.decides) == (0, None)
        return
    outcomes = futures(letters, target, half)
    assert found.need == min(f.count(HERE) for f, good in outcomes.items() if good)
    assert all(good is (f.count(HERE) >= found.need) for f, good in outcomes.items())
    assert found.need + found.spare == found.open == letters.count(BLANK)


@given(HELD, TO_COME, TARGETS, st.booleans())
def test_the_session_that_decides_is_the_first_after_which_all_ends_are_one(
    held, to_come, target, half
):
    letters = held + to_come
    found = forecast(letters, target, held=len(held), late_counts_half=half)
    if found.chance is not Chance.OPEN:
        return
    outcomes = futures(letters, target, half)
    lengths = range(1, found.open + 1)
    assert found.decides == next(n for n in lengths if settled_by(outcomes, n)) - 1
    assert found.safe_after == next(n for n in lengths if settled_by(outcomes, n, (HERE,))) - 1
    assert found.lost_after == next(n for n in lengths if settled_by(outcomes, n, (AWAY,))) - 1


@given(HELD, TO_COME, TARGETS, st.booleans())
def test_the_rates_are_those_of_the_best_and_of_the_worst_future(held, to_come, target, half):
    letters = held + to_come
    found = forecast(letters, target, held=len(held), late_counts_half=half)
    best = letters.replace(BLANK, HERE)
    worst = letters.replace(BLANK, AWAY)
    assert found.sessions == len(letters)
    assert found.best == attendance(best, late_counts_half=half).percent
    assert found.best == best_percent(found.so_far, found.open, found.excused_to_come)
    assert found.over_all == attendance(worst, late_counts_half=half).percent


@given(HELD, TO_COME, TARGETS, st.booleans())
def test_apologies_taken_back_rescue_what_is_lost_and_fewer_do_not(held, to_come, target, half):
    letters = held + to_come
    found = forecast(letters, target, held=len(held), late_counts_half=half)
    if found.chance is not Chance.LOST:
        assert found.rescue == 0
        return
    saves = [
        n
        for n in range(1, found.excused_to_come + 1)
        if forecast(_back(held, to_come, n), target, held=len(held), late_counts_half=half).chance
        is not Chance.LOST
    ]
    assert found.rescue == min(saves, default=0)


def _back(held, to_come, count):
    """Return the marks with so many apologies to come taken back."""
    return held + to_come.replace(Letter.EXCUSED, BLANK, count)


@pytest.mark.parametrize(
    ("marks", "held", "target", "half", "chance", "need", "decides"),
    [
        ("PPPPP", 5, 80, False, Chance.SAFE, 0, None),
        ("PPPA....", 4, 75, False, Chance.OPEN, 3, 1),
        ("AA......", 2, 75, False, Chance.OPEN, 6, 0),
        ("AAA.....", 3, 75, False, Chance.LOST, 0, None),
        ("PPPPPA..", 6, 75, False, Chance.OPEN, 1, 0),
        ("PPPPPL..", 6, 75, False, Chance.SAFE, 0, None),
        ("PPPPPL..", 6, 75, True, Chance.OPEN, 1, 0),
        ("PP.E", 2, 75, False, Chance.OPEN, 1, 0),
        ("PA.E", 2, 75, False, Chance.LOST, 0, None),
        ("PPA", 3, None, False, Chance.NO_TARGET, 0, None),
    ],
)
def test_forecasts_one_can_count_on_the_fingers(marks, held, target, half, chance, need, decides):
    found = forecast(marks.replace(".", BLANK), target, held=held, late_counts_half=half)
    assert (found.chance, found.need, found.decides) == (chance, need, decides)
