"""Days and times as sentences say them, and as people type them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.ui.kit.labels.rules import RULES

TODAY = date(2026, 11, 26)  # a Thursday
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(9, 30), "9:30am"),
        (time(15), "3pm"),
        (time(12), "midday"),
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(12, 30), "12:30pm"),
        (time(23, 59), "11:59pm"),
    ],
)
def test_clocks_speak_like_people(at, said):
    assert dates.clock(at) == said
    assert at.hour in (0, 12) or dates.parse_time(said) == at


def test_days_speak_like_people():
    assert dates.long_day(TODAY) == "Thursday 26 November 2026"
    assert dates.short_day(date(2026, 9, 3)) == "3 Sep 2026"
    assert dates.hours(time(9, 30), time(12, 30)) == "9:30am to 12:30pm"
    assert dates.span(date(2026, 9, 10), TODAY) == "10 September to 26 November 2026"
    assert dates.span(date(2025, 9, 10), TODAY) == "10 September 2025 to 26 November 2026"
    assert dates.span(TODAY, TODAY) == "26 November 2026"
    assert dates.listed_days([date(2026, 11, 12), date(2026, 11, 19)]) == "12 and 19 November"
    assert dates.moment(datetime(2026, 11, 25, 9, 12), TODAY) == "yesterday 9:12am"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/3/26", date(2026, 3, 5)),
        ("5 3 2026", date(2026, 3, 5)),
        ("5.3.2026", date(2026, 3, 5)),
        ("5 Mar", date(2027, 3, 5)),
        ("5 March 2026", date(2026, 3, 5)),
        ("5th March 2026", date(2026, 3, 5)),
        ("2026-03-05", date(2026, 3, 5)),
        ("26 nov", TODAY),
        ("today", TODAY),
        ("Tomorrow", TODAY + timedelta(days=1)),
        ("+14", date(2026, 12, 10)),
        ("-1", TODAY - timedelta(days=1)),
        ("fri", date(2026, 11, 27)),
        ("thu", date(2026, 12, 3)),
    ],
)
def test_days_are_read_as_people_type_them(typed, day):
    assert dates.parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", "date_missing"),
        ("5", "date_needs_month"),
        ("5 foo", "date_needs_month"),
        ("31/2/2026", "date_unreal"),
        ("29 Feb 2027", "date_unreal"),
        ("March", "date_unreadable"),
        ("5 3 2026 7", "date_unreadable"),
        ("5 March twenty", "date_unreadable"),
        ("0 3 2026", "date_unreal"),
        ("5 March 202", "date_unreal"),
        ("5 3 9999", "date_unreal"),
        ("29 Feb", "date_unreal"),
    ],
)
def test_what_is_no_day_is_said_with_what_is_missing(typed, rule):
    with pytest.raises(RuleBroken, match=rule):
        dates.parse_day(typed, TODAY)


@given(DAYS)
def test_every_way_of_writing_a_day_reads_back(day):
    for write in (
        dates.plain_day,
        dates.short_day,
        date.isoformat,
        "{0.day}/{0.month}/{0.year}".format,
    ):
        assert dates.parse_day(write(day), TODAY) == day


def is_read_or_refused(read, *args):
    try:
        return read(*args) is not None
    except RuleBroken as broken:
        return broken.rule in RULES


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_day_or_a_sentence(typed):
    assert is_read_or_refused(dates.parse_day, typed, TODAY)


@given(st.text(max_size=8))
def test_whatever_is_typed_is_a_time_or_a_sentence(typed):
    assert is_read_or_refused(dates.parse_time, typed)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9:30", time(9, 30)),
        ("0930", time(9, 30)),
        ("9.30am", time(9, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("midday", time(12)),
        ("23:59", time(23, 59)),
    ],
)
def test_times_are_read_as_people_type_them(typed, at):
    assert dates.parse_time(typed) == at


@pytest.mark.parametrize("typed", ["", "25:00", "9:75", "13pm", "0am", "soon"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(RuleBroken, match="time_"):
        dates.parse_time(typed)
