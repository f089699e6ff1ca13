"""What marks amount to: the rate, missed in a row, who is at risk."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.domain.attendance import (
    BLANK,
    Attendance,
    attendance,
    best_percent,
    missed_in_a_row,
    written,
)
from academy.domain.forecast import forecast, risk
from academy.domain.words import Letter, RiskReason

LETTERS = st.text(BLANK + "".join(Letter), max_size=20)


def at_risk(letters, target, held=None):
    held = len(letters) if held is None else held
    missed = missed_in_a_row(letters[:held])
    return risk(forecast(letters, target, held=held), missed, absences_in_a_row=2)


def test_marks_are_written_as_one_text():
    assert written([Letter.PRESENT, None, Letter.EXCUSED]) == "P E"


@given(LETTERS, st.booleans())
def test_counting_a_text_is_counting_letter_by_letter(letters, half):
    worth = {"P": 1, "L": Fraction(1, 2) if half else 1}
    marked = [letter for letter in letters if letter != BLANK]
    found = attendance(letters, late_counts_half=half)
    assert found == Attendance(sum(worth.get(letter, 0) for letter in marked), len(marked))
    missed = 0
    for letter in reversed(marked):
        if letter in "PL":
            break
        missed += letter == "A"
    assert missed_in_a_row(letters) == missed


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
    assert attendance(marks.replace(".", BLANK), late_counts_half=half).percent == percent


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
    assert missed_in_a_row(marks.replace(".", BLANK)) == missed


@given(LETTERS)
def test_attending_all_that_is_left_is_the_best_one_can_do(letters):
    so_far, blank = attendance(letters), letters.count(BLANK)
    best = best_percent(so_far, blank)
    all_present = letters.replace(BLANK, Letter.PRESENT)
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
    assert at_risk(marks.replace(".", BLANK), 80) is reason


def test_apologies_for_sessions_to_come_count_against_the_best_but_not_against_the_rate():
    marks = "PPEE"
    assert at_risk(marks, 80, held=2) is RiskReason.CANNOT_REACH
    assert at_risk(marks, 50, held=2) is None


@given(LETTERS, st.integers(1, 100))
def test_somebody_who_met_the_target_with_no_session_left_is_at_risk_only_for_absences(
    letters, target
):
    marked = letters.replace(BLANK, "")
    rate = attendance(marked).percent
    found = at_risk(marked, target)
    if rate is not None and rate >= target:
        assert found in (None, RiskReason.ABSENT_IN_A_ROW)


def test_without_a_target_only_absences_are_a_risk():
    assert at_risk("AEEE", None) is None
    assert at_risk("AEA", None) is RiskReason.ABSENT_IN_A_ROW


def test_attendance_of_nothing_is_no_rate():
    assert Attendance(0, 0).percent is None
    assert best_percent(Attendance(0, 0), 0) is None
