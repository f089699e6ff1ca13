"""Meeting reports that mislead: two devices, one name twice, leaves that were not told yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest

from academy.domain.words import Letter
from academy.store import history
from academy.store.journal import Gesture
from academy.ui.kit.labels.meetings import reason
from academy.usecases import sessions
from academy.usecases.meeting_import import apply_meeting, meeting_gesture
from academy.usecases.meeting_plan import plan_meeting
from academy.usecases.meeting_rows import MeetingChoices
from builders import TODAY, WEEK, a_session
from explains import journal_explains
from usecases.meeting_room import Room, teams

E = Letter.EXCUSED


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    journal_explains(made.store)


def test_a_second_device_adds_to_a_person_and_takes_nothing_from_them(room: Room) -> None:
    report = teams("Noor Ahmed|9:30|12:00", "iPhone (2)|11:50|12:30")
    plan = room.plan(report, pairings={"iPhone (2)": room.places[0].person_id})
    noor = room.row(plan, 0)
    assert (noor.shown, noor.minutes) == (("iPhone (2)", "Noor Ahmed"), 180)
    assert not plan.unmatched


def test_pairing_one_of_two_people_of_a_name_leaves_the_other_where_she_is() -> None:
    room = Room(("Joy Adeyemi", "Joy Adeyemi", "Tola Shah"))
    room.with_email(0, "joy1@kent.example")
    report = teams("Joy Adeyemi|9:30|12:30|joy1@kent.example", "Joy Adeyemi|9:30|10:30")
    open_name = room.plan(report).unmatched[0].name
    plan = room.plan(report, pairings={open_name: room.places[1].person_id})
    assert [room.row(plan, n).minutes for n in (0, 1)] == [180, 60]


def test_a_name_can_be_taken_from_one_of_two_people_who_carry_it(room: Room) -> None:
    room.with_email(0, "noor@kent.example")
    report = teams("Noor Ahmed|9:30|12:30|noor@kent.example", "Noor Ahmed|9:30|10:30")
    (shown,) = room.row(room.plan(report), 0).shown
    plan = room.plan(report, pairings={shown: None})
    assert [one.settled for one in plan.unmatched if one.name == shown] == [True]
    assert room.row(plan, 0).minutes == 60


def test_two_strangers_of_one_name_are_told_apart_by_their_addresses() -> None:
    room = Room(("Joy Adeyemi", "Joy Adeyemi", "Tola Shah"))
    report = teams("Joy Adeyemi|9:30|12:30|j@a.example", "Joy Adeyemi|9:30|10:30|j@b.example")
    first, second = (one.name for one in room.plan(report).unmatched)
    assert (first, second) == ("Joy Adeyemi <j@a.example>", "Joy Adeyemi <j@b.example>")
    ids = [place.person_id for place in room.places]
    plan = room.plan(report, pairings={first: ids[1], second: ids[0]})
    assert [room.row(plan, n).minutes for n in (0, 1)] == [60, 180]


def test_an_earlier_pairing_decides_nothing_where_two_people_carry_the_name() -> None:
    room = Room(("Joy Adeyemi", "Joy Adeyemi", "Tola Shah"))
    room.apply(teams("Joy Adeyemi|9:30|12:30"), pairings={"Joy Adeyemi": room.places[0].person_id})
    next_week = a_session(room.store, room.cohort.id, TODAY - WEEK)
    again = teams("Joy Adeyemi|9:30|12:30", day="19/11/2026")
    assert room.store.read(plan_meeting, again, next_week).matched == 0


def test_an_earlier_pairing_decides_nothing_where_the_report_has_the_name_twice(
    room: Room,
) -> None:
    room.apply(teams("Nony|9:26|12:31"), pairings={"Nony": room.places[0].person_id})
    next_week = a_session(room.store, room.cohort.id, TODAY - WEEK)
    rows = ("Nony|9:30|12:30|n@a.example", "Nony|9:30|9:40|n@b.example")
    plan = room.store.read(plan_meeting, teams(*rows, day="19/11/2026"), next_week)
    assert [one.name for one in plan.unmatched] == ["Nony <n@a.example>", "Nony <n@b.example>"]


def test_a_report_saved_during_the_meeting_is_mended_by_the_whole_one(room: Room) -> None:
    room.apply(teams("Noor Ahmed|9:30|", "Aoife Byrne|9:30|9:50"))
    assert room.marks() == "PA  "
    room.apply(teams("Noor Ahmed|9:30|10:00", "Aoife Byrne|9:30|9:50"))
    assert room.marks() == "AA  "
    assert room.sources[0] == "teams 30 180"


def test_a_missing_leave_is_told_beside_the_mark(room: Room) -> None:
    plan = room.plan(teams("Noor Ahmed|9:30|", "Aoife Byrne|9:30|12:30"))
    assert [room.row(plan, n).open for n in (0, 1)] == [True, False]
    assert reason(room.row(plan, 0)) == "180 of 180 minutes, no leaving time → Present"


def test_a_mark_chosen_by_hand_stays_when_a_second_report_adds(room: Room) -> None:
    first = teams("Noor Ahmed|9:30|10:40", "Aoife Byrne|9:30|12:30")
    room.apply(first, letters={room.places[0].id: E})
    assert room.marks() == "EP  "
    assert room.sources[:2] == ["", "teams 180 180"]
    room.apply(teams("Noor Ahmed|10:40|12:30", "Siân Hughes|9:30|12:30"))
    assert room.marks() == "EPP "


def test_the_minutes_of_a_mark_that_stays_are_those_of_both_reports(room: Room) -> None:
    room.apply(teams("Noor Ahmed|9:30|10:00"))
    room.apply(teams("Noor Ahmed|10:30|11:00", "Aoife Byrne|9:30|12:30"))
    assert room.marks() == "AP  "
    assert room.sources[0] == "teams 60 180"


def test_minutes_are_kept_that_change_no_mark_and_tip_the_next_report(room: Room) -> None:
    room.apply(teams("Noor Ahmed|9:30|10:00"))
    second = room.plan(teams("Noor Ahmed|10:30|11:00"))
    assert (second.applied, second.writes) == ((), True)
    assert room.apply(second.report) == 0
    assert room.store.read(history.entries, 1)[0].entry.key == "keep_minutes"
    assert not room.plan(second.report).writes
    room.apply(teams("Noor Ahmed|11:00|12:30"))
    assert room.marks()[0] == "P"


def test_a_remembered_name_that_is_somebody_else_is_forgotten(room: Room) -> None:
    room.apply(teams("Nony|9:26|12:31"), pairings={"Nony": room.places[0].person_id})
    next_week = a_session(room.store, room.cohort.id, TODAY - WEEK)
    again = teams("Nony|9:26|12:31", "Aoife Byrne|9:26|12:31", day="19/11/2026")
    assert room.store.read(plan_meeting, again, next_week).matched == 2
    parted = MeetingChoices(pairings={"Nony": None})
    plan = room.store.read(plan_meeting, again, next_week, parted)
    room.store.write(meeting_gesture(plan), apply_meeting, plan, TODAY)
    assert room.store.read(plan_meeting, again, next_week).matched == 1


def test_a_session_in_the_hour_that_the_clocks_show_twice_has_its_own_length(room: Room) -> None:
    night = a_session(room.store, room.cohort.id, date(2026, 10, 25))
    draft = room.store.read(sessions.session, night)
    moved = replace(draft, starts=time(1, 15), ends=time(2, 15), second_hour=True)
    room.store.write(Gesture("change_session"), sessions.save_session, moved)
    plan = room.store.read(plan_meeting, teams("Noor Ahmed|1:00|2:15", day="25/10/2026"), night)
    assert room.row(plan, 0).of_minutes == 60
