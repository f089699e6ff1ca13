"""Rules of planning: lists of dates, bank holidays of four nations, overlapping sessions."""

from dataclasses import replace
from datetime import date, time

import pytest

from academy.domain.bank_holidays import bank_holidays
from academy.domain.clashes import Meeting
from academy.domain.dates import parse_days
from academy.domain.sessions import TrainingSession, row_of_days, series
from academy.domain.words import Nation, RuleBroken, SessionFormat

TODAY = date(2026, 11, 26)


def a_meeting(**more):
    meeting = Meeting(
        1, 1, TODAY, time(9, 30), time(12, 30), "Europe/London", None, SessionFormat.IN_PERSON,
        "Room 2", frozenset(),
    )  # fmt: skip
    return replace(meeting, **more)


@pytest.mark.parametrize(
    "text",
    [
        "7 Jan 2027\n4 Feb 2027", "7/1/27, 4/2/27", "7/1/2027\t4/2/2027", "7/1/27; 4 Feb 2027;\n\n",
        "Thursday, 7 January 2027\nThu 4 Feb 2027",
    ],
)  # fmt: skip
def test_dates_are_read_as_people_paste_them(text):
    assert parse_days(text, TODAY) == ([date(2027, 1, 7), date(2027, 2, 4)], [])


def test_what_is_no_date_is_listed_with_its_line():
    days, unread = parse_days("7 Jan 2027\nmaybe; 31/2/27\n\n12", TODAY)
    assert days == [date(2027, 1, 7)]
    assert unread == [(2, "maybe"), (2, "31/2/27"), (4, "12")]


def test_each_nation_has_its_own_bank_holidays():
    known = {nation: bank_holidays(nation, (2026,)) for nation in Nation}
    st_andrew, st_patrick, easter = date(2026, 11, 30), date(2026, 3, 17), date(2026, 4, 6)
    assert [n for n in Nation if st_andrew in known[n]] == [Nation.SCOTLAND]
    assert [n for n in Nation if st_patrick in known[n]] == [Nation.NORTHERN_IRELAND]
    assert [n for n in Nation if easter not in known[n]] == [Nation.SCOTLAND]
    assert known[Nation.ENGLAND] == known[Nation.WALES]


def test_a_series_leaves_days_out_and_goes_on_for_as_many_longer():
    first, blocked = date(2026, 5, 18), {date(2026, 5, 25)}
    assert series(first, 1, 3, blocked) == [first, date(2026, 6, 1), date(2026, 6, 8)]


@pytest.mark.parametrize("length", [0, 15])
def test_a_residential_has_one_to_fourteen_days(length):
    assert row_of_days(TODAY, 2) == [TODAY, date(2026, 11, 27)]
    with pytest.raises(RuleBroken, match="residential_length"):
        row_of_days(TODAY, length)


@pytest.mark.parametrize(
    ("starts", "ends", "overlap"),
    [
        (time(12, 30), time(14), False), (time(8), time(9, 30), False),
        (time(12, 29), time(14), True), (time(10), time(11), True), (time(8), time(14), True),
    ],
)  # fmt: skip
def test_one_session_may_begin_as_another_ends(starts, ends, overlap):
    other = a_meeting(starts=starts, ends=ends)
    assert a_meeting().overlaps(other) is other.overlaps(a_meeting()) is overlap


def test_sessions_overlap_by_the_moment_not_by_what_the_clocks_show():
    assert not a_meeting().overlaps(a_meeting(zone="America/New_York"))
    evening = a_meeting(starts=time(14), ends=time(16))
    assert evening.overlaps(a_meeting(zone="America/New_York"))
    autumn = date(2026, 10, 25)
    first = a_meeting(held_on=autumn, starts=time(1), ends=time(1, 45), second_hour=False)
    assert not first.overlaps(replace(first, second_hour=True))


@pytest.mark.parametrize(
    ("room", "held", "shared"),
    [
        (" room  2", SessionFormat.IN_PERSON, True), ("Room 3", SessionFormat.IN_PERSON, False),
        ("Room 2", SessionFormat.ONLINE, False), ("Room 2", SessionFormat.HYBRID, True),
    ],
)  # fmt: skip
def test_a_room_is_shared_whatever_its_spelling_but_not_online(room, held, shared):
    assert a_meeting().shares_room(a_meeting(room=room, format=held)) is shared
    assert not a_meeting(room="").shares_room(a_meeting(room=""))


def test_a_moved_session_remembers_its_first_day_and_forgets_it_when_it_is_back():
    session = TrainingSession(title="Talk", held_on=TODAY)
    session.move(date(2026, 12, 1))
    session.move(date(2026, 12, 2))
    assert (session.held_on, session.moved_from) == (date(2026, 12, 2), TODAY)
    session.move(TODAY)
    assert session.moved_from is None
