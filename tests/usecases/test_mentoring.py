"""Mentoring: who mentors whom, capacity over all programmes, meetings, quiet pairs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.domain.words import MeetingFormat, PairState, RuleBroken
from academy.store.journal import Gesture
from academy.usecases import cohorts, mentoring, mentors
from academy.usecases.mentoring import MeetingDraft
from academy.usecases.mentors import MentorDraft
from builders import (
    TODAY,
    WEEK,
    a_cohort,
    a_mentor,
    a_pair,
    a_person,
    an_academy,
    enrolled,
)


def log(store, pair_id, draft):
    return store.write(Gesture("log_meeting"), mentoring.log_meeting, pair_id, draft, TODAY)


def test_a_mentors_load_counts_active_pairs_of_every_programme():
    store = an_academy()
    pat = a_mentor(store, capacity=2)
    one, two = a_cohort(store), a_cohort(store)
    ended = a_pair(store, one, enrolled(store, one)[0].person_id, pat)
    a_pair(store, two, enrolled(store, two)[0].person_id, pat)
    [row] = store.read(mentors.mentors)
    assert (row.load, row.capacity, row.free) == (2, 2, 0)
    store.write(Gesture("end_pair"), mentoring.end_pair, ended, "Moved away", TODAY)
    [row] = store.read(mentors.mentors)
    assert (row.load, row.free) == (1, 1)


def test_a_full_mentor_takes_nobody_from_another_programme():
    store = an_academy()
    pat = a_mentor(store, capacity=1)
    one, two = a_cohort(store), a_cohort(store)
    a_pair(store, one, enrolled(store, one)[0].person_id, pat)
    with pytest.raises(RuleBroken, match="mentor_full"):
        a_pair(store, two, enrolled(store, two)[0].person_id, pat)


def test_a_mentee_has_one_active_mentor_in_a_cohort_and_the_former_may_come_back():
    store = an_academy()
    pat, jo = a_mentor(store, "Pat Ellis"), a_mentor(store, "Jo Frost")
    cohort, other = a_cohort(store), a_cohort(store)
    [ann] = enrolled(store, cohort, ["Ann One"])
    pair = a_pair(store, cohort, ann.person_id, pat)
    with pytest.raises(RuleBroken, match="already_paired"):
        a_pair(store, cohort, ann.person_id, jo)
    store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, other.id, [ann.person_id], TODAY)
    a_pair(store, other, ann.person_id, jo)
    store.write(Gesture("end_pair"), mentoring.end_pair, pair, "A change of role", TODAY)
    choices = store.read(mentors.mentor_choices, ann.person_id)
    assert [(c.mentor.name, c.former) for c in choices] == [("Jo Frost", True), ("Pat Ellis", True)]
    a_pair(store, cohort, ann.person_id, pat)


def test_who_cannot_be_paired_is_told_why():
    store = an_academy()
    cohort = a_cohort(store)
    ann, ben = enrolled(store, cohort, ["Ann One", "Ben Two"])
    stranger, pat = a_person(store, "Some Body"), a_mentor(store)
    save, pair = mentors.save_mentor, mentoring.pair
    store.write(Gesture("save_mentor"), save, MentorDraft(person_id=ann.person_id))
    paused = MentorDraft(person_id=ben.person_id, paused=True)
    store.write(Gesture("save_mentor"), save, paused)
    for mentee, mentor, rule in (
        (ann.person_id, stranger, "not_a_mentor"),
        (ann.person_id, ben.person_id, "mentor_paused"),
        (stranger, pat, "mentee_not_in_cohort"),
        (ann.person_id, ann.person_id, "mentor_is_mentee"),
    ):
        with pytest.raises(RuleBroken, match=rule):
            store.write(Gesture("pair"), pair, cohort.id, mentee, mentor, TODAY)
    assert store.read(mentoring.pairs, cohort.id, TODAY) == []


def test_waiting_for_a_mentor_are_the_enrolled_without_an_active_pair():
    store = an_academy()
    cohort = a_cohort(store)
    ann, _ben, cy = enrolled(store, cohort, ["Ann One", "Ben Two", "Cy Three"])
    pair = a_pair(store, cohort, ann.person_id)
    store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [cy.id], TODAY)
    waiting = [row.name for row in store.read(mentoring.unpaired, cohort.id)]
    assert waiting == ["Ben Two"]
    store.write(Gesture("end_pair"), mentoring.end_pair, pair, "", TODAY)
    waiting = [row.name for row in store.read(mentoring.unpaired, cohort.id)]
    assert waiting == ["Ben Two", "Ann One"]  # he waits since he came, she since today


def test_meetings_are_logged_corrected_and_removed():
    store = an_academy()
    cohort = a_cohort(store)
    pair = a_pair(store, cohort, enrolled(store, cohort)[0].person_id)
    log(store, pair, MeetingDraft(TODAY - WEEK, 45, MeetingFormat.IN_PERSON))
    second = log(store, pair, MeetingDraft(TODAY))
    [row] = store.read(mentoring.pairs, cohort.id, TODAY)
    assert (row.meetings, row.last_met, row.days_quiet) == (2, TODAY, 0)
    late, early = store.read(mentoring.meetings, pair)
    assert (early.minutes, early.format) == (45, MeetingFormat.IN_PERSON)
    log(store, pair, replace(late, minutes=30))
    assert store.read(mentoring.meetings, pair)[0].minutes == 30
    store.write(Gesture("remove_meeting"), mentoring.remove_meeting, second)
    [row] = store.read(mentoring.pairs, cohort.id, TODAY)
    assert (row.meetings, row.days_quiet) == (1, 7)


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_meeting_lasts_a_minute_to_a_day(minutes):
    store = an_academy()
    cohort = a_cohort(store)
    pair = a_pair(store, cohort, enrolled(store, cohort)[0].person_id, met=[TODAY])
    [kept] = store.read(mentoring.meetings, pair)
    for draft in MeetingDraft(TODAY, minutes), replace(kept, minutes=minutes):
        with pytest.raises(RuleBroken, match="meeting_minutes"):
            log(store, pair, draft)
    assert store.read(mentoring.meetings, pair) == [kept]


def test_no_meeting_is_logged_for_a_day_to_come_or_for_an_ended_pair():
    store = an_academy()
    cohort = a_cohort(store)
    pair = a_pair(store, cohort, enrolled(store, cohort)[0].person_id)
    with pytest.raises(RuleBroken, match="meeting_in_future"):
        log(store, pair, MeetingDraft(TODAY + timedelta(days=1)))
    store.write(Gesture("end_pair"), mentoring.end_pair, pair, "Moved away", TODAY)
    with pytest.raises(RuleBroken, match="pair_ended"):
        log(store, pair, MeetingDraft(TODAY))
    with pytest.raises(RuleBroken, match="pair_ended"):
        store.write(Gesture("end_pair"), mentoring.end_pair, pair, "Again", TODAY)


def test_pairs_of_a_person_tell_both_sides():
    store = an_academy()
    cohort = a_cohort(store)
    [ann] = enrolled(store, cohort, ["Ann One"])
    pat = a_mentor(store)
    pair = a_pair(store, cohort, ann.person_id, pat)
    for person in ann.person_id, pat:
        [row] = store.read(mentoring.pairs_of, person, TODAY)
        assert (row.id, row.mentee, row.mentor, row.state) == (
            pair, "Ann One", "Pat Ellis", PairState.ACTIVE,
        )  # fmt: skip


def test_what_a_mentor_offers_is_changed_unless_somebody_changed_it_meanwhile():
    store = an_academy()
    pat = a_mentor(store)
    draft = store.read(mentors.mentor, pat)
    save = mentors.save_mentor
    store.write(Gesture("save_mentor"), save, replace(draft, offers="finance,  housing"))
    assert store.read(mentors.mentor, pat).offers == "finance, housing"
    with pytest.raises(RuleBroken, match="changed_meanwhile"):
        store.write(Gesture("save_mentor"), save, replace(draft, capacity=5))
    for capacity in -1, 51:
        with pytest.raises(RuleBroken, match="mentor_capacity"):
            store.write(Gesture("save_mentor"), save, replace(draft, capacity=capacity))
