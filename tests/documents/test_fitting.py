"""Names and lines made to fit: smaller, then in two lines, never cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.documents.faces import face
from academy.documents.fitting import Sizes, fit_line, fit_name
from documents.certificates import LONG_NAME

SIZES = Sizes(best=46, floor=31, two=32)
WIDTH = 705.9


def fit(name):
    return fit_name(face("EBGaramond-Medium"), name, WIDTH, SIZES)


def test_a_short_name_has_the_size_of_the_design():
    assert (fit("Sukarno").size, fit("Sukarno").smaller) == (46, False)


def test_a_longer_name_is_made_smaller_on_one_line():
    longer = fit("Bartholomew Featherstone-Wrigglesworth")

    assert len(longer.lines) == 1
    assert 31 <= longer.size < 46
    assert longer.smaller


def test_a_very_long_name_is_set_in_two_lines_at_the_space():
    assert fit(LONG_NAME).lines == (
        "Wilhelmina-Konstantina",
        "Featherstonehaugh-Cholmondeley-Winterbottom",
    )
    assert fit(LONG_NAME).size == 32


def test_two_lines_are_about_as_long_as_each_other():
    first, second = fit("María de los Ángeles Fernández de la Vega y Sánchez-Albornoz").lines

    assert (first, second) == ("María de los Ángeles Fernández", "de la Vega y Sánchez-Albornoz")


def test_one_word_breaks_at_its_hyphen_which_stays_at_the_end_of_the_line():
    word = "Featherstonehaugh-Cholmondeley-Winterbottom-Wigglesworth"

    assert fit(word).lines == ("Featherstonehaugh-Cholmondeley-", "Winterbottom-Wigglesworth")


def test_a_word_without_a_place_to_break_goes_on_shrinking():
    assert fit("W" * 100).lines == ("W" * 100,)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_no_name_loses_a_letter_or_leaves_its_place(name):
    fitted = fit(name)

    assert "".join("".join(fitted.lines).split()) == "".join(name.split())
    for line in fitted.lines:
        assert face("EBGaramond-Medium").width(line, fitted.size) <= WIDTH + 0.01


@pytest.mark.parametrize(("text", "size"), [("Top Talent", 24), ("", 24)])
def test_a_line_that_fits_keeps_its_size(text, size):
    assert fit_line(face("EBGaramond-Medium"), text, WIDTH, 24) == size
