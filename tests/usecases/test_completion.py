"""Completion: how people stand, requirements, finishing a cohort."""

from datetime import datetime, timedelta

import pytest

from academy.domain.words import CohortState, Letter, PlaceState, RuleBroken, SessionState
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.usecases import attendance, cohorts, completion, programmes
from academy.usecases.attendance import MarkDraft
from builders import (
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_pair,
    a_programme,
    a_session,
    an_academy,
    enrolled,
    marks,
    rules,
)


def words(store, cohort, now=NOW):
    rows = store.read(completion.completion, cohort.id, now)
    return {row.name: [labels.outcome(outcome) for outcome in row.outcomes] for row in rows}


def test_a_rule_says_in_words_what_is_met_open_and_lost():
    store = an_academy()
    cohort = a_cohort(store, sessions=8, last=TODAY + WEEK)
    enrolled(store, cohort, ["Ann One", "Ben Two", "Cy Three", "Di Four"])
    marks(store, cohort, "PPPPPPP", "PPPPPAA", "PPAAAPP", "")
    assert words(store, cohort) == {
        "Ann One": ["7 of 7 so far, 100%"],
        "Ben Two": ["5 of 7, cannot reach 80% any more"],
        "Cy Three": ["4 of 7, cannot reach 80% any more"],
        "Di Four": ["nothing marked yet"],
    }


def test_somebody_who_is_behind_can_still_reach_the_target():
    store = an_academy()
    cohort = a_cohort(store, sessions=10, last=TODAY + WEEK * 3)
    enrolled(store, cohort, ["Ann One"])
    marks(store, cohort, "PPPPAA")
    assert words(store, cohort) == {"Ann One": ["4 of 6 so far, can still reach 80%"]}


def test_late_counts_whole_or_half_as_the_programme_says():
    store = an_academy()
    for half, percent in (False, "100%"), (True, "75%"):
        programme = a_programme(store, rules=rules(60), late_counts_half=half)
        cohort = a_cohort(store, programme, sessions=2)
        enrolled(store, cohort, ["Ann One"])
        marks(store, cohort, "PL")
        assert words(store, cohort)["Ann One"][0].endswith(percent)


def test_cancelled_and_not_held_sessions_count_nowhere():
    store = an_academy()
    cohort = a_cohort(store, sessions=2)
    enrolled(store, cohort, ["Ann One"])
    marks(store, cohort, "PA")
    for state in SessionState.CANCELLED, SessionState.NOT_HELD:
        a_session(store, cohort.id, TODAY + WEEK, state=state)
    assert words(store, cohort) == {"Ann One": ["1 of 2, 50% (needs 80%)"]}


def test_all_kinds_of_rule_are_held_against_what_was_done():
    store = an_academy()
    programme = a_programme(store, rules=rules(50, "Project", required=True, meetings=2))
    cohort = a_cohort(store, programme, sessions=2)
    a_session(store, cohort.id, TODAY + WEEK, title="Closing day", required=True)
    ann, _ben = enrolled(store, cohort, ["Ann One", "Ben Two"])
    marks(store, cohort, "PP", "PP")
    a_pair(store, cohort, ann.person_id, met=[TODAY - WEEK])
    assert words(store, cohort)["Ann One"] == [
        "2 of 2 so far, 100%",
        "1 required session to come",
        "1 of 2 mentoring meetings so far",
        "Project: not met yet",
    ]


def test_apologies_for_a_required_session_lose_it():
    store = an_academy()
    cohort = a_cohort(store, a_programme(store, rules=rules(None, required=True)))
    session = a_session(store, cohort.id, TODAY - WEEK, title="Kick-off", required=True)
    place = enrolled(store, cohort, ["Ann One"])[0]
    draft = MarkDraft(session, place.id, Letter.EXCUSED)
    store.write(Gesture("mark"), attendance.mark, [draft], TODAY)
    row = store.read(completion.completion, cohort.id, NOW)[0]
    assert row.lost
    assert not row.due
    assert words(store, cohort) == {"Ann One": ["missed Kick-off"]}


def test_a_requirement_is_met_and_taken_back():
    store = an_academy()
    cohort = a_cohort(store, a_programme(store, rules=rules(None, "Project")))
    ann, ben = enrolled(store, cohort, ["Ann One", "Ben Two"])
    [project] = store.read(completion.requirements, cohort.id)
    both = [ann.id, ben.id]
    meet = completion.meet_requirement
    assert store.write(Gesture("meet_requirement"), meet, both, project.id, TODAY) == 2
    assert store.write(Gesture("meet_requirement"), meet, both, project.id, TODAY) == 0
    assert store.read(completion.requirements, cohort.id)[0].met == 2
    gone = store.write(
        Gesture("unmeet_requirement"), completion.unmeet_requirement, [ann.id], project.id
    )
    assert gone == 1
    assert [r.met for r in store.read(completion.completion, cohort.id, NOW)] == [False, True]


def test_a_requirement_met_stays_met_under_newer_rules():
    store = an_academy()
    programme = a_programme(store, rules=rules(None, "Project"))
    cohort = a_cohort(store, programme)
    place = enrolled(store, cohort)[0]
    [project] = store.read(completion.requirements, cohort.id)
    meet = completion.meet_requirement
    store.write(Gesture("meet_requirement"), meet, [place.id], project.id, TODAY)
    draft = store.read(programmes.programme, programme)
    newer = programmes.ProgrammeDraft(
        programme, draft.version, draft.name, rules=rules(None, "Project", "Essay")
    )
    store.write(Gesture("change_programme"), programmes.save_programme, newer, TODAY)
    store.write(Gesture("adopt_rules"), cohorts.adopt_newest_rules, cohort.id)
    [row] = store.read(completion.completion, cohort.id, NOW)
    assert [outcome.met for outcome in row.outcomes] == [True, False]
    with pytest.raises(RuleBroken, match="requirement_of_other_rules"):
        store.write(Gesture("meet_requirement"), meet, [place.id], project.id, TODAY)
    now_asked = store.read(completion.requirements, cohort.id)[0]
    assert now_asked.id != project.id
    assert now_asked.met == 1
    unmeet = completion.unmeet_requirement
    assert store.write(Gesture("unmeet_requirement"), unmeet, [place.id], now_asked.id) == 1
    assert not store.read(completion.completion, cohort.id, NOW)[0].outcomes[0].met


def test_a_certificate_is_due_once_the_last_session_has_ended_and_not_a_minute_earlier():
    store = an_academy()
    cohort = a_cohort(store, sessions=2, last=TODAY)
    enrolled(store, cohort, ["Ann One", "Ben Two"])
    marks(store, cohort, "PP", "PA")
    end = datetime(2026, 11, 26, 12, 30)
    before = store.read(completion.completion, cohort.id, end - timedelta(minutes=1))
    after = store.read(completion.completion, cohort.id, end)
    assert [row.due for row in before] == [False, False]
    assert [(row.due, row.completed_on) for row in after] == [(True, TODAY), (False, None)]


def test_withdrawn_people_are_no_part_of_completion():
    store = an_academy()
    cohort = a_cohort(store, sessions=1)
    ann, _ = enrolled(store, cohort, ["Ann One", "Ben Two"])
    store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [ann.id], TODAY)
    assert list(words(store, cohort)) == ["Ben Two"]


def test_finishing_a_cohort_completes_those_who_met_its_rules():
    store = an_academy()
    cohort = a_cohort(store, sessions=2)
    enrolled(store, cohort, ["Ann One", "Ben Two"])
    marks(store, cohort, "PP", "PA")
    done = store.write(Gesture("finish_cohort"), completion.finish_cohort, cohort.id, NOW)
    assert done == 1
    rows = store.read(cohorts.places, cohort.id)
    assert [(r.state, r.completed_on) for r in rows] == [
        (PlaceState.COMPLETED, TODAY - WEEK),
        (PlaceState.ENROLLED, None),
    ]
    with pytest.raises(RuleBroken, match="already_finished"):
        store.write(Gesture("finish_cohort"), completion.finish_cohort, cohort.id, NOW)


def test_a_cohort_with_sessions_to_come_is_not_finished():
    store = an_academy()
    cohort = a_cohort(store, sessions=2, last=TODAY + WEEK)
    with pytest.raises(RuleBroken, match="sessions_to_come"):
        store.write(Gesture("finish_cohort"), completion.finish_cohort, cohort.id, NOW)
    assert store.read(cohorts.cohort, cohort.id).state is CohortState.RUNNING


def test_nobody_completes_a_cohort_that_never_met():
    store = an_academy()
    cohort = a_cohort(store, a_programme(store, rules=rules(None)))
    enrolled(store, cohort, 1)
    assert not store.read(completion.completion, cohort.id, NOW)[0].due
    assert store.write(Gesture("finish_cohort"), completion.finish_cohort, cohort.id, NOW) == 0
