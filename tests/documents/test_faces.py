"""Typefaces: kerning read from the files, letters known and unknown."""

from __future__ import annotations

import pytest

from academy.documents.faces import as_set, face

ALL = ["EBGaramond-Regular", "EBGaramond-Italic", "EBGaramond-Medium"]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "letters", ["ŵŷŴŶâêîôûÂÊÎÔÛ", "Łłżźćńśęąő", "ğşıİĞŞÇ", "Nguyễn Thị Ánh", "’‘“”–…&"]
)
def test_the_letters_of_british_names_are_there(name, letters):
    assert face(name).missing(letters) == ""


def test_missing_letters_are_told_once_in_their_order():
    assert face("EBGaramond-Medium").missing("李小龍 Bruce 李🌸") == "李小龍🌸"


def test_a_capital_and_a_small_letter_move_together():
    medium = face("EBGaramond-Medium")

    assert medium.kern("Wy") < -20
    assert medium.kern("nn") == 0
    assert medium.width("Wy", 46) < medium.width("W", 46) + medium.width("y", 46)


def test_letters_with_marks_are_set_like_their_plain_letters():
    medium = face("EBGaramond-Medium")

    assert medium.kern("Ŵy") == medium.kern("Wy")
    assert medium.kern("Ŷo") == medium.kern("Yo") != 0


def test_no_hole_is_left_for_ligatures_that_are_not_set():
    assert face("EBGaramond-Regular").kern("fi") <= 25


def test_a_line_is_the_sum_of_its_runs():
    text = "Ŵyn AVATAR To"

    assert "".join(run for run, _ in face("EBGaramond-Medium").runs(text)) == text


def test_a_letter_and_its_mark_become_one_letter():
    assert as_set("Zoe\u0308 A\u00a0B\u2011C") == "Zoë A B-C"
