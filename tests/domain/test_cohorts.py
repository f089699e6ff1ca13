"""Places in a cohort."""

from datetime import date

import pytest

from academy.domain.cohorts import Cohort
from academy.domain.people import Person
from academy.domain.words import CohortState, PlaceState, RuleBroken

DAY = date(2026, 11, 26)


def a_cohort(capacity=2, state=CohortState.RUNNING):
    return Cohort(name="Top Talent 7", capacity=capacity, state=state, places=[])


def test_a_full_cohort_takes_nobody_until_somebody_leaves():
    cohort = a_cohort(capacity=1)
    place = cohort.enrol(Person(full_name="Ann One"), DAY)
    with pytest.raises(RuleBroken, match="cohort_full"):
        cohort.enrol(Person(full_name="Ben Two"), DAY)
    place.withdraw(DAY)
    assert cohort.enrol(Person(full_name="Ben Two"), DAY).state is PlaceState.ENROLLED


def test_nobody_holds_two_places_in_one_cohort():
    cohort, ann = a_cohort(), Person(full_name="Ann One")
    cohort.enrol(ann, DAY)
    with pytest.raises(RuleBroken, match="already_enrolled"):
        cohort.enrol(ann, DAY)


def test_somebody_who_comes_back_gets_their_place_back():
    cohort, ann = a_cohort(), Person(full_name="Ann One")
    place = cohort.enrol(ann, DAY)
    place.withdraw(DAY)
    with pytest.raises(RuleBroken, match="already_withdrawn"):
        place.withdraw(DAY)
    assert cohort.enrol(ann, DAY) is place
    assert (place.state, place.withdrawn_on) == (PlaceState.ENROLLED, None)


def test_coming_back_needs_a_free_place_too():
    cohort, ann = a_cohort(capacity=1), Person(full_name="Ann One")
    cohort.enrol(ann, DAY).withdraw(DAY)
    cohort.enrol(Person(full_name="Ben Two"), DAY)
    with pytest.raises(RuleBroken, match="cohort_full"):
        cohort.enrol(ann, DAY)


def test_a_finished_cohort_takes_nobody():
    with pytest.raises(RuleBroken, match="cohort_finished"):
        a_cohort(state=CohortState.FINISHED).enrol(Person(full_name="Ann One"), DAY)
