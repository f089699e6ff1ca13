"""A pair over its life: next meetings, goals, groups, who is quiet and put off, nudges."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from academy.domain.words import GoalState, MeetingFormat, RuleBroken
from academy.store.journal import Gesture
from academy.ui.screens.pair_words import nudge_letter
from academy.usecases import (
    cohorts,
    completion,
    home,
    mentoring,
    mentoring_groups,
    mentors,
    nudges,
    pair_details,
    pair_goals,
)
from academy.usecases.mentoring import MeetingDraft
from academy.usecases.mentors import MentorDraft
from academy.usecases.pair_goals import GoalDraft
from builders import (
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_mentor,
    a_pair,
    a_person,
    a_programme,
    an_academy,
    enrolled,
    rules,
)

DAY = timedelta(days=1)


class Group:
    """Pat mentors three of a cohort."""

    def __init__(self, meetings=0):
        self.store = an_academy()
        programme = a_programme(self.store, rules=rules(None, meetings=meetings))
        self.cohort = a_cohort(self.store, programme)
        self.places = enrolled(self.store, self.cohort, 3)
        self.mentor = a_mentor(self.store, capacity=3)
        self.pairs = [
            a_pair(self.store, self.cohort, place.person_id, self.mentor) for place in self.places
        ]

    def do(self, key, command, *args):
        return self.store.write(Gesture(key), command, *args)

    def log(self, pair, day, **fields):
        return self.do(
            "log_meeting", mentoring.log_meeting, pair, MeetingDraft(day, **fields), TODAY
        )

    def goal(self, text, **fields):
        return self.do(
            "save_goal", pair_goals.save_goal, self.pairs[0], GoalDraft(text, **fields), TODAY
        )

    def details(self, number=0):
        return self.store.read(pair_details.pair_details, self.pairs[number], TODAY)


def test_the_day_agreed_for_the_next_meeting_is_shown_until_they_met_again():
    group = Group()
    first, second, _ = group.pairs
    group.log(first, TODAY - 2 * WEEK, next_on=TODAY + 2 * WEEK)
    group.log(second, TODAY - WEEK, next_on=TODAY + DAY)
    coming = group.store.read(pair_details.coming_meetings, TODAY)
    assert [(pair.id, pair.next_on) for pair in coming] == [
        (second, TODAY + DAY), (first, TODAY + 2 * WEEK),
    ]  # fmt: skip
    group.log(second, TODAY, next_on=None)
    assert group.details(1).row.next_on == TODAY + DAY  # earlier than agreed: the day stands
    group.store.write(Gesture("end_pair"), mentoring.end_pair, first, "Goals reached", TODAY)
    coming = group.store.read(pair_details.coming_meetings, TODAY)
    assert [pair.id for pair in coming] == [second]


def test_the_next_meeting_must_be_after_this_one():
    group = Group()
    with pytest.raises(RuleBroken, match="next_meeting_before"):
        group.log(group.pairs[0], TODAY, next_on=TODAY)
    assert group.details().meetings == ()


def test_goals_are_set_reached_dropped_and_opened_again():
    group = Group()
    talk, shadow = group.goal("  Speak in  public "), group.goal("Shadow a chief executive")
    group.do("set_goal", pair_goals.set_goal, talk, GoalState.REACHED, TODAY)
    group.goal("Shadow a leader", id=shadow, state=GoalState.DROPPED, on=TODAY - WEEK)
    assert group.details().goals == (
        GoalDraft("Speak in public", GoalState.REACHED, TODAY, talk),
        GoalDraft("Shadow a leader", GoalState.DROPPED, TODAY - WEEK, shadow),
    )
    group.do("set_goal", pair_goals.set_goal, talk, GoalState.OPEN, TODAY)
    assert group.details().goals[0] == GoalDraft("Speak in public", GoalState.OPEN, None, talk)


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        (GoalDraft(" "), "goal_missing"),
        (GoalDraft("x" * 301), "goal_too_long"),
        (GoalDraft("x", GoalState.REACHED, TODAY + DAY), "goal_in_future"),
    ],
)
def test_a_goal_that_cannot_be_is_refused(draft, rule):
    group = Group()
    with pytest.raises(RuleBroken, match=rule):
        group.do("save_goal", pair_goals.save_goal, group.pairs[0], draft, TODAY)
    assert group.details().goals == ()


def test_correcting_the_words_of_a_goal_keeps_the_day_it_was_reached():
    group = Group()
    goal = group.goal("Talk", state=GoalState.REACHED, on=TODAY - WEEK)
    [kept] = group.details().goals
    group.goal("Speak", id=goal, state=kept.state, on=kept.on)
    assert group.details().goals[0].on == TODAY - WEEK


def test_one_meeting_is_logged_for_all_or_some_of_a_group_and_counts_for_each():
    group = Group(meetings=1)
    there = group.pairs[:2]
    gesture = mentoring_groups.group_meeting_gesture(there)
    draft = MeetingDraft(TODAY, 90, MeetingFormat.IN_PERSON, next_on=TODAY + 4 * WEEK)
    group.store.write(gesture, mentoring_groups.log_group_meeting, there, draft, TODAY)
    assert [len(group.details(n).meetings) for n in range(3)] == [1, 1, 0]
    met = group.store.read(completion.completion, group.cohort.id, NOW)
    assert sum(row.met for row in met) == 2
    group.store.undo()
    assert [len(group.details(n).meetings) for n in range(3)] == [0, 0, 0]


def test_meetings_of_an_ended_pair_count_for_completion_with_those_of_the_next():
    group = Group(meetings=2)
    group.log(group.pairs[0], TODAY - WEEK)
    group.do("end_pair", mentoring.end_pair, group.pairs[0], "", TODAY)
    lee = a_mentor(group.store, "Lee Brand")
    again = a_pair(group.store, group.cohort, group.places[0].person_id, lee, began_on=TODAY - WEEK)
    group.log(again, TODAY)
    met = group.store.read(completion.completion, group.cohort.id, NOW)
    assert [row.person_id for row in met if row.met] == [group.places[0].person_id]


def test_a_group_meeting_is_of_somebody_and_of_one_mentor():
    group = Group()
    other = a_mentor(group.store, "Lee Brand")
    somebody = enrolled(group.store, group.cohort, ["Sam Oyelaran"])[0].person_id
    pair = a_pair(group.store, group.cohort, somebody, other)
    log, draft = mentoring_groups.log_group_meeting, MeetingDraft(TODAY)
    for ids, rule in (
        ([], "group_of_nobody"),
        ([group.pairs[0], pair], "group_of_several_mentors"),
    ):
        with pytest.raises(RuleBroken, match=rule):
            group.do("log_group_meeting", log, ids, draft, TODAY)


def test_a_mentor_sees_mentees_now_and_before():
    group = Group()
    group.do("end_pair", mentoring.end_pair, group.pairs[0], "Programme over", TODAY)
    seen = group.store.read(mentoring_groups.mentor_group, group.mentor, TODAY)
    assert (seen.name, seen.capacity) == ("Pat Ellis", 3)
    assert [pair.id for pair in seen.pairs] == [group.pairs[1], group.pairs[2]]
    assert [pair.end_reason for pair in seen.former] == ["Programme over"]
    with pytest.raises(RuleBroken, match="not_a_mentor"):
        group.store.read(mentoring_groups.mentor_group, group.places[0].person_id, TODAY)


def test_former_pairs_of_both_are_known():
    group = Group()
    group.do("end_pair", mentoring.end_pair, group.pairs[0], "", TODAY)
    lee = a_mentor(group.store, "Lee Brand")
    again = a_pair(group.store, group.cohort, group.places[0].person_id, lee)
    found = group.store.read(pair_details.pair_details, again, TODAY)
    assert group.pairs[0] in [pair.id for pair in found.others]


def test_who_waited_longest_stands_first():
    group = Group()
    for number, days in (1, 3), (0, 2):
        day = TODAY - days * DAY
        group.do("end_pair", mentoring.end_pair, group.pairs[number], "", day)
    waiting = group.store.read(mentoring.unpaired, group.cohort.id)
    assert [row.person_id for row in waiting] == [
        group.places[1].person_id, group.places[0].person_id,
    ]  # fmt: skip


def test_a_quiet_pair_is_put_off_and_comes_back():
    group = Group()
    quiet = [pair.id for pair in group.store.read(mentoring.quiet_pairs, TODAY)]
    assert quiet == group.pairs
    group.do("put_off_pair", nudges.put_off, group.pairs[0], TODAY + WEEK)
    left = [pair.id for pair in group.store.read(mentoring.quiet_pairs, TODAY)]
    assert left == group.pairs[1:]
    later = group.store.read(mentoring.quiet_pairs, TODAY + WEEK)
    assert [pair.id for pair in later] == group.pairs
    group.do("unsnooze", home.unsnooze)
    assert len(group.store.read(mentoring.quiet_pairs, TODAY)) == 3


def test_a_nudge_is_a_draft_to_each_who_has_an_address(tmp_path):
    store = an_academy()
    cohort = a_cohort(store, name="Top Talent 7")
    noor = a_person(store, "Noor Ahmed", email="noor@kent.example")
    pat = a_mentor(store)
    store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, cohort.id, [noor], TODAY)
    pair = a_pair(store, cohort, noor, pat, met=[TODAY - 8 * WEEK])
    [nudge] = store.read(nudges.nudges, [pair], TODAY)
    assert nudge.without == ("Pat Ellis",)
    [path] = nudges.write_nudges(tmp_path, [nudge], nudge_letter)
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (mail["X-Unsent"], mail["To"], mail["Cc"]) == (
        "1",
        "Noor Ahmed <noor@kent.example>",
        None,
    )
    told = "the last meeting with Pat Ellis we know of was on 1 October 2026"
    assert told in mail.get_content()
    assert path.name == "Noor Ahmed with Pat Ellis Top Talent 7.eml"


def test_nobody_learns_the_others_address_from_a_nudge(tmp_path):
    store = an_academy()
    cohort = a_cohort(store, name="Top Talent 7")
    noor = a_person(store, "Noor Ahmed", email="noor@kent.example")
    pat = a_person(store, "Pat Ellis", email="pat@kent.example")
    store.write(Gesture("save_mentor"), mentors.save_mentor, MentorDraft(person_id=pat, capacity=1))
    store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, cohort.id, [noor], TODAY)
    pair = a_pair(store, cohort, noor, pat)
    found = store.read(nudges.nudges, [pair], TODAY)
    made = [path.read_text() for path in sorted(nudges.write_nudges(tmp_path, found, nudge_letter))]
    assert [("noor@" in text, "pat@" in text) for text in made] == [(True, False), (False, True)]
    assert ["Dear Noor Ahmed," in text for text in made] == [True, False]


def test_whom_nobody_can_write_to_is_said():
    group = Group()
    with pytest.raises(RuleBroken, match="nobody_to_nudge"):
        group.store.read(nudges.nudges, group.pairs, TODAY)
    group.do("end_pair", mentoring.end_pair, group.pairs[0], "", TODAY)
    with pytest.raises(RuleBroken, match="pair_ended"):
        group.store.read(nudges.nudges, group.pairs, TODAY)
    with pytest.raises(RuleBroken, match="pair_ended"):
        group.goal("Too late")
    with pytest.raises(RuleBroken, match="pair_unknown"):
        group.store.read(pair_details.pair_details, 4711, TODAY)


def test_the_reasons_of_a_suggestion_stay_with_the_pair():
    store = an_academy()
    cohort = a_cohort(store)
    [place] = enrolled(store, cohort, 1)
    why = [["days_common", {"days": "Tuesday"}], ["new_to_mentoring", {}]]
    pair = store.write(
        Gesture("pair"), mentoring.pair, cohort.id, place.person_id, a_mentor(store), TODAY, 86, why
    )
    found = store.read(pair_details.pair_details, pair, TODAY)
    assert (found.score, found.why) == (
        86, (("days_common", {"days": "Tuesday"}), ("new_to_mentoring", {})),
    )  # fmt: skip
