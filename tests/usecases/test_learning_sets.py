"""Learning sets of a cohort: suggested, made as one entry, changed by hand, marked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.domain.words import Letter, MeetingFormat, RuleBroken
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.usecases import cohorts, learning_sets, set_meetings, set_vetoes, sets_plan
from academy.usecases.set_meetings import SetMeetingDraft
from academy.usecases.sets_plan import SetsRequest
from builders import NAMES, TODAY, WEEK, a_cohort, a_person, an_academy, enrolled


class Twelve:
    """A cohort of twelve people and somebody to facilitate."""

    def __init__(self, n=12):
        self.store = an_academy()
        self.cohort = a_cohort(self.store)
        self.places = enrolled(self.store, self.cohort, NAMES[:n])
        self.dana = a_person(self.store, "Dana Price")

    def plan(self, **wishes):
        request = SetsRequest(self.cohort.id, **wishes)
        return sets_plan.divided_cohort(self.store.read(sets_plan.sets_input, request))

    def make(self, plan=None):
        plan = plan or self.plan()
        return self.store.write(sets_plan.make_gesture(plan), sets_plan.make_sets, plan)

    def do(self, command, *args):
        return self.store.write(Gesture(command.__name__, {"n": 1}), command, *args)

    def rows(self):
        return self.store.read(learning_sets.learning_sets, self.cohort.id)

    def meet(self, set_id, letters, back=0):
        row = next(one for one in self.rows().sets if one.id == set_id)
        marks = tuple(
            (member.person.place_id, Letter(letter))
            for member, letter in zip(row.members, letters, strict=False)
            if letter != " "
        )
        draft = SetMeetingDraft(set_id, TODAY - back * WEEK, 90, MeetingFormat.ONLINE, marks)
        return self.do(set_meetings.log_set_meeting, draft, TODAY)


@pytest.fixture
def twelve():
    return Twelve()


def refusal(command, *args):
    with pytest.raises(RuleBroken) as refused:
        command(*args)
    assert labels.rule(refused.value)
    return refused.value.rule


def test_everybody_is_in_one_set_with_a_facilitator(twelve):
    twelve.make(twelve.plan(facilitators=(twelve.dana,)))
    found = twelve.rows()
    assert [len(one.members) for one in found.sets] == [6, 6]
    assert {one.facilitator for one in found.sets} == {"Dana Price"}
    placed = {member.person.place_id for one in found.sets for member in one.members}
    assert placed == {place.id for place in twelve.places}
    assert found.without == ()


def test_the_same_people_are_always_divided_alike(twelve):
    assert twelve.plan() == twelve.plan()
    assert labels.gap(twelve.plan().gap) == "No better division exists."


def test_sets_that_have_not_met_are_replaced(twelve):
    twelve.make()
    plan = twelve.plan(smallest=3, largest=4)
    assert plan.given.replaces == 2
    twelve.make(plan)
    assert len(twelve.rows().sets) == 3


def test_sets_that_have_met_are_kept(twelve):
    first, _ = twelve.make()
    plan = twelve.plan()
    twelve.meet(first, "PPPPPP")
    assert refusal(twelve.plan) == "sets_have_met"
    assert refusal(twelve.make, plan) == "sets_have_met"


def test_a_plan_of_yesterday_is_refused(twelve):
    plan = twelve.plan()
    twelve.do(cohorts.withdraw, [twelve.places[0].id], TODAY)
    assert refusal(twelve.make, plan) == "changed_since_review"


@pytest.mark.parametrize(
    ("wishes", "rule"),
    [
        ({"smallest": 9, "largest": 5}, "sets_sizes"),
        ({"smallest": 1}, "sets_sizes"),
        ({"smallest": 13, "largest": 20}, "sets_too_few"),
    ],
)
def test_sizes_nobody_can_have_are_refused(twelve, wishes, rule):
    assert refusal(lambda: twelve.plan(**wishes)) == rule


def test_a_veto_is_kept_and_one_that_leaves_nothing_says_so():
    five = Twelve(n=5)
    first, second = five.places[:2]
    veto = five.do(set_vetoes.veto, first.id, second.id)
    assert refusal(five.plan) == "sets_vetoed"
    assert refusal(five.do, set_vetoes.veto, second.id, first.id) == "veto_known"
    assert refusal(five.do, set_vetoes.veto, first.id, first.id) == "veto_of_oneself"
    five.do(set_vetoes.withdraw_veto, veto)
    assert five.plan()


def test_a_veto_keeps_two_apart_by_hand_too(twelve):
    first, second = twelve.make()
    here, there = (one.members[0].person for one in twelve.rows().sets)
    twelve.do(set_vetoes.veto, here.place_id, there.place_id)
    assert refusal(twelve.do, learning_sets.move_member, here.place_id, second) == "member_vetoed"
    together = twelve.rows().sets[0].members
    twelve.do(set_vetoes.veto, together[0].person.place_id, together[1].person.place_id)
    assert twelve.rows().sets[0].vetoed == ((together[0].person, together[1].person),)
    assert first != second


def test_somebody_is_moved_and_taken_out(twelve):
    _, second = twelve.make()
    moved = twelve.rows().sets[0].members[0].person
    twelve.do(learning_sets.move_member, moved.place_id, second)
    assert [len(one.members) for one in twelve.rows().sets] == [5, 7]
    twelve.do(learning_sets.move_member, moved.place_id, None)
    assert twelve.rows().without == (moved,)


def test_a_member_cannot_facilitate(twelve):
    first, _ = twelve.make()
    member = twelve.rows().sets[0].members[0].person.person_id
    assert refusal(twelve.do, learning_sets.set_facilitator, first, member) == (
        "facilitator_is_member"
    )
    assert refusal(lambda: twelve.plan(facilitators=(member,))) == "facilitator_is_member"
    assert refusal(lambda: twelve.plan(facilitators=(999,))) == "set_facilitator_unknown"


def test_who_missed_two_meetings_in_a_row_is_seen(twelve):
    first, _ = twelve.make()
    twelve.meet(first, "PPAEPL", back=4)
    twelve.meet(first, "PLEAAP", back=1)
    missed = [member.missed for member in twelve.rows().sets[0].members]
    assert missed == [0, 0, 2, 2, 1, 0]
    [latest, _] = twelve.store.read(set_meetings.set_meetings, twelve.cohort.id)
    assert (latest.present, len(latest.marks)) == (3, 6)


def test_who_withdraws_stays_in_the_history_of_the_set(twelve):
    first, _ = twelve.make()
    twelve.meet(first, "PPPPPP", back=1)
    gone = twelve.rows().sets[0].members[0].person
    twelve.do(cohorts.withdraw, [gone.place_id], TODAY)
    row = twelve.rows().sets[0]
    assert row.members[0].person == replace(gone, withdrawn_on=TODAY)
    assert len(row.active) == 5
    assert row.members[0].letters == (Letter.PRESENT,)
    assert refusal(twelve.do, learning_sets.move_member, gone.place_id, first) == (
        "member_withdrawn"
    )


def test_a_meeting_is_corrected_and_taken_back(twelve):
    first, second = twelve.make()
    meeting = twelve.meet(first, "PPPP")
    [row] = twelve.store.read(set_meetings.set_meetings, twelve.cohort.id)
    changed = replace(row.draft, marks=row.draft.marks[1:], minutes=60)
    twelve.do(set_meetings.log_set_meeting, changed, TODAY)
    [row] = twelve.store.read(set_meetings.set_meetings, twelve.cohort.id)
    assert (row.minutes, row.present) == (60, 3)
    log = set_meetings.log_set_meeting
    late = replace(changed, id=0, held_on=TODAY + timedelta(days=1))
    assert refusal(twelve.do, log, late, TODAY) == "meeting_in_future"
    assert refusal(twelve.do, log, replace(changed, id=0), TODAY) == "set_met_that_day"
    assert refusal(twelve.do, log, replace(changed, minutes=0), TODAY) == "meeting_minutes"
    other = replace(changed, id=0, set_id=second)
    assert refusal(twelve.do, log, other, TODAY) == "set_mark_of_stranger"
    assert refusal(twelve.do, learning_sets.remove_set, first) == "set_has_met"
    twelve.do(set_meetings.remove_set_meeting, meeting)
    twelve.do(learning_sets.remove_set, first)
    assert len(twelve.rows().without) == 6
