"""What marks amount to: the rate, missed in a row, who is at risk."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.domain.attendance import Attendance, attendance, best_percent, missed_in_a_row, risk
from academy.domain.words import Letter, RiskReason

LETTERS = st.lists(st.sampled_from([None, *Letter]), max_size=20)


def read(text):
    return [None if letter in " ." else Letter(letter) for letter in text]


@pytest.mark.parametrize(
    ("marks", "half", "percent"),
    [
        ("", False, None),
        ("..", False, None),
        ("P", False, 100),
        ("PL", False, 100),
        ("PL", True, 75),
        ("PE", False, 50),
        ("PPA", False, 66),
        ("PPA.", False, 66),
        ("A", False, 0),
    ],
)
def test_attendance_is_present_and_late_of_what_is_marked(marks, half, percent):
    assert attendance(read(marks), late_counts_half=half).percent == percent


@given(LETTERS, st.booleans())
def test_a_rate_is_never_rounded_up(letters, half):
    found = attendance(letters, late_counts_half=half)
    if found.percent is not None:
        exact = Fraction(found.attended) * 100 / found.marked
        assert found.percent <= exact < found.percent + 1


@pytest.mark.parametrize(
    ("marks", "missed"),
    [("", 0), ("A", 1), ("AA", 2), ("PA", 1), ("AP", 0), ("AEA", 2), ("A.A", 2), ("AEL", 0)],
)
def test_apologies_and_blanks_break_no_row_of_absences(marks, missed):
    assert missed_in_a_row(read(marks)) == missed


@given(LETTERS)
def test_attending_all_that_is_left_is_the_best_one_can_do(letters):
    so_far, blank = attendance(letters), letters.count(None)
    best = best_percent(so_far, blank)
    all_present = [letter or Letter.PRESENT for letter in letters]
    assert best == attendance(all_present).percent


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        ("AA......", RiskReason.CANNOT_REACH),
        ("AA........", RiskReason.ABSENT_IN_A_ROW),
        ("PPPPPPAP", None),
        ("APAP..........", None),
        ("APPAPPP.......", RiskReason.BELOW_AT_HALF),
    ],
)
def test_the_gravest_reason_is_told(marks, reason):
    assert risk(read(marks), 80, absences_in_a_row=2) is reason


def test_apologies_for_sessions_to_come_count_against_the_best_but_not_against_the_rate():
    marks = read("PPEE")
    assert risk(marks, 80, held=2, absences_in_a_row=2) is RiskReason.CANNOT_REACH
    assert risk(marks, 50, held=2, absences_in_a_row=2) is None


@given(LETTERS, st.integers(1, 100))
def test_somebody_who_met_the_target_with_no_session_left_is_at_risk_only_for_absences(
    letters, target
):
    marked = [letter for letter in letters if letter]
    rate = attendance(marked).percent
    found = risk(marked, target, absences_in_a_row=2)
    if rate is not None and rate >= target:
        assert found in (None, RiskReason.ABSENT_IN_A_ROW)


def test_without_a_target_only_absences_are_a_risk():
    assert risk(read("AEEE"), None, absences_in_a_row=2) is None
    assert risk(read("AEA"), None, absences_in_a_row=2) is RiskReason.ABSENT_IN_A_ROW


def test_attendance_of_nothing_is_no_rate():
    assert Attendance(0, 0).percent is None
    assert best_percent(Attendance(0, 0), 0) is None
