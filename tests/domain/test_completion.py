"""Completion rules held against what a person did."""

from hypothesis import given
from hypothesis import strategies as st

from academy.domain.attendance import BLANK, attendance
from academy.domain.completion import Record, RuleKind, Rules, assess
from academy.domain.words import Letter

LETTERS = st.text(BLANK + "".join(Letter), max_size=16)


def record(letters, **other):
    values = {
        "attendance": attendance(letters),
        "blank": letters.count(BLANK),
        "missed_required": (),
        "required_to_come": 0,
        "meetings": 0,
        "requirements_met": frozenset(),
    }
    return Record(**{**values, **other})


def rules(percent=None, *names, required=False, meetings=0):
    return Rules(percent, required, meetings, names)


def test_rules_that_ask_for_nothing_are_met():
    found = assess(rules(), record(""))
    assert found.met
    assert not found.lost


@given(LETTERS, st.integers(1, 100))
def test_attendance_is_lost_exactly_when_no_marks_to_come_can_reach_the_target(letters, target):
    [outcome] = assess(rules(target), record(letters)).outcomes
    best = attendance(letters.replace(BLANK, Letter.PRESENT)).percent
    assert outcome.lost is (best is not None and best < target)


@given(LETTERS.filter(lambda letters: BLANK not in letters), st.integers(1, 100))
def test_when_all_is_marked_attendance_is_either_met_or_lost(letters, target):
    [outcome] = assess(rules(target), record(letters)).outcomes
    assert outcome.met is not outcome.lost or not letters


@given(LETTERS, st.integers(1, 100), st.integers(0, 6))
def test_what_is_met_is_never_lost(letters, target, excused):
    [outcome] = assess(rules(target), record(letters, excused_to_come=excused)).outcomes
    assert not (outcome.met and outcome.lost)


@given(LETTERS, st.integers(1, 100))
def test_being_present_never_makes_it_worse(letters, target):
    before = assess(rules(target), record(letters))
    after = assess(rules(target), record(letters.replace(BLANK, Letter.PRESENT)))
    assert after.met or not before.met
    assert before.lost is after.lost or not letters


@given(st.sets(st.sampled_from(["Project", "Essay", "Talk"])), st.integers(0, 4))
def test_every_rule_has_an_outcome_and_all_must_be_met(met, meetings):
    asked = rules(None, "Project", "Essay", meetings=2)
    found = assess(asked, record([], requirements_met=frozenset(met), meetings=meetings))
    kinds = [outcome.rule for outcome in found.outcomes]
    assert kinds == [RuleKind.MENTORING, RuleKind.REQUIREMENT, RuleKind.REQUIREMENT]
    assert found.met is (meetings >= 2 and {"Project", "Essay"} <= met)


def test_a_missed_required_session_is_lost_one_to_come_is_not():
    missed = assess(rules(required=True), record([], missed_required=("Kick-off",)))
    assert (missed.met, missed.lost) == (False, True)
    to_come = assess(rules(required=True), record([], required_to_come=1))
    assert (to_come.met, to_come.lost) == (False, False)
