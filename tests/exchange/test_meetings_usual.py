"""What most cells of a meeting report are is read in fewer steps, and read the same."""

from datetime import time
from unicodedata import category, normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from academy.exchange.meetings import labels, moments, names

NUMBERS = st.integers(0, 62).map(str) | st.integers(0, 9).map("0{}".format)
CELLS = st.one_of(
    st.builds(
        "{0}{6}{1}{6}{2}{7}{3}:{4:>02}{5}".format,
        NUMBERS, NUMBERS, st.sampled_from(("26", "2026", "2569", "0026", "7")), NUMBERS, NUMBERS,
        st.sampled_from(("", ":07", ":61", " AM", "pm", ":59 PM", " p.m.", " Z", " +01:00")),
        st.sampled_from("-./"), st.sampled_from((", ", " ", ",", "  ", "T")),
    ),
    st.text("0129٣²:/.-, @apmAPM年h", max_size=20),
)  # fmt: skip


@given(CELLS)
@example("11/26/26, 12:20:00 AM")
@example("2569-11-26 9:20")
def test_a_usual_moment_is_what_it_is_read_as_any_way(cell):
    usual = moments._usual(cell)
    assert usual is None or usual == moments._any_way(cell)
    has_digit = any(letter.isdigit() for letter in cell)
    assert moments.written(cell) == (moments._any_way(cell) if has_digit else None)


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("11/26/2026, 9:20:00 AM", time(9, 20)),
        ("26.11.2026 21:20", time(21, 20)),
        ("11/26/26 3:53PM", time(15, 53)),
        ("11/26/26 12:05am", time(0, 5)),
        ("3:53pm", time(15, 53)),
    ],
)
def test_the_half_of_the_day_counts_with_and_without_a_space(cell, clock):
    assert moments.written(cell).clock == clock


@given(st.text("0129½①hms: éx,.", max_size=12))
@example("½ h")
@example("1h 5m")
def test_a_cell_without_a_digit_is_no_duration(cell):
    assert moments.duration(cell) == moments._duration.__wrapped__(cell, 60)


@given(st.text("Aé’ \t\u200b\ufe0f😀°Łß\u0301日", max_size=12))
def test_plain_letters_of_a_name_are_all_seen(name):
    kept = [
        "" if category(c) == "Cf" or c in "\ufe0f\u20e3" else
        " " if category(c) in {"Cc", "Zs", "Zl", "Zp", "So", "Cn", "Co"} else c
        for c in normalize("NFC", name)
    ]  # fmt: skip
    assert names._visible(name) == " ".join("".join(kept).split())


def test_a_moment_is_never_a_word_for_being_there_still():
    """So a cell is read as a moment before it is looked up among the words."""
    assert not [word for word in labels._STAYS if moments.written(word) is not None]


@given(st.sampled_from(sorted(labels._ROLES)), st.sampled_from(("", " (min)", "（分）", " (x)")))
def test_a_unit_in_brackets_does_not_hide_what_a_label_means(label, unit):
    plain = labels.folded(label + unit)
    known = labels._ROLES.get(plain) or labels._ROLES.get(labels._UNIT.sub("", plain))
    assert known is None or labels.meaning(label + unit) == known
