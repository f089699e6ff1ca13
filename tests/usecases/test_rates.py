"""Rates of cohorts are those of their people: what counts for a person counts here."""

from academy.usecases.rates import cohort_rates, together
from academy.usecases.register import register
from builders import TODAY, WEEK, a_cohort, a_programme, a_session, an_academy, enrolled, marks


def test_a_cohort_attended_as_much_as_its_people_together():
    store = an_academy()
    cohort = a_cohort(store, sessions=3, last=TODAY - WEEK)
    a_session(store, cohort.id, TODAY + WEEK)
    enrolled(store, cohort, 3)
    marks(store, cohort, "PPLE", "P A ", "EEE ")
    rows = store.read(register, cohort.id, TODAY).rows
    (rate,) = store.read(cohort_rates, TODAY, cohort.id)
    assert rate.attendance.marked == sum(row.marked for row in rows) == 8
    assert rate.attendance.attended == sum(row.attended for row in rows) == 4
    assert rate.attendance.percent == 50


def test_late_counts_half_where_the_programme_says_so_and_cohorts_count_by_their_marks():
    store = an_academy()
    strict = a_programme(store, late_counts_half=True)
    half, whole = a_cohort(store, strict, sessions=2), a_cohort(store, sessions=2)
    enrolled(store, half, 1)
    enrolled(store, whole, ["Pat Zed", "Kim Zed"])
    marks(store, half, "LL")
    marks(store, whole, "LL", "PA")
    rates = store.read(cohort_rates, TODAY)
    assert [rate.attendance.percent for rate in rates] == [50, 75]
    assert together(rates).percent == 66
    assert a_cohort(store, sessions=1).id not in {rate.cohort_id for rate in rates}
