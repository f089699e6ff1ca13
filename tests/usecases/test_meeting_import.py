"""A meeting report on a session: what mark follows, what is left alone, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest

from academy.domain.words import Letter, RuleBroken, SessionState
from academy.exchange.meetings import read_meeting
from academy.store import history
from academy.store.journal import Gesture
from academy.usecases import sessions
from academy.usecases.meeting_import import apply_meeting, meeting_gesture
from academy.usecases.meeting_plan import plan_meeting
from builders import TODAY, WEEK, a_cohort, a_session
from explains import journal_explains
from usecases.meeting_room import Room, teams, totals

P, L, A, E = Letter.PRESENT, Letter.LATE, Letter.ABSENT, Letter.EXCUSED


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    journal_explains(made.store)


# minutes and marks


def test_three_quarters_of_the_session_is_present_and_less_is_absent(room: Room) -> None:
    report = teams("Noor Ahmed|9:26|11:45", "Aoife Byrne|9:30|11:44")
    plan = room.plan(report)
    first, second = room.row(plan, 0), room.row(plan, 1)
    assert (first.letter, first.minutes, first.of_minutes, first.reason) == (P, 135, 180, "present")
    assert (second.letter, second.minutes, second.reason) == (A, 134, "below")
    assert (first.joined.time(), first.left.time()) == (time(9, 26), time(11, 45))
    assert plan.matched == 2


def test_time_before_and_after_the_session_does_not_count(room: Room) -> None:
    plan = room.plan(teams("Noor Ahmed|8:00|9:40", "Aoife Byrne|12:20|14:00"))
    assert [room.row(plan, n).minutes for n in (0, 1)] == [10, 10]


def test_two_devices_at_once_are_present_once_and_a_rejoin_adds(room: Room) -> None:
    plan = room.plan(
        teams(
            "Noor Ahmed|9:30|11:00|n.ahmed@x.example", "Noor Ahmed|10:00|11:30|n.ahmed@x.example",
            "Noor Ahmed|12:00|12:30|n.ahmed@x.example",
        )
    )  # fmt: skip
    assert room.row(plan, 0).minutes == 150


def test_who_joins_more_than_ten_minutes_after_the_start_is_late(room: Room) -> None:
    plan = room.plan(teams("Noor Ahmed|9:40|12:30", "Aoife Byrne|9:41|12:30"))
    assert [room.row(plan, n).letter for n in (0, 1)] == [P, L]
    assert room.row(plan, 1).reason == "joined_late"


def test_who_looked_in_before_the_session_and_came_back_late_is_late(room: Room) -> None:
    plan = room.plan(teams("Noor Ahmed|9:00|9:10", "Noor Ahmed|9:52|12:30"))
    assert (room.row(plan, 0).letter, room.row(plan, 0).first_seen.time()) == (L, time(9, 52))


def test_the_limits_are_the_academys_and_can_be_chosen(room: Room) -> None:
    report = teams("Noor Ahmed|9:30|11:00", "Aoife Byrne|9:41|12:30")
    plan = room.plan(report, percent=50, late_after=15)
    assert [room.row(plan, n).letter for n in (0, 1)] == [P, P]
    with pytest.raises(RuleBroken, match="percent_out_of_range"):
        room.plan(report, percent=0)


def test_a_missing_leave_lasts_to_the_end_of_the_session(room: Room) -> None:
    plan = room.plan(teams("Noor Ahmed|9:30|", "Aoife Byrne|9:31|12:00"))
    assert room.row(plan, 0).minutes == 180


def test_times_in_utc_are_those_of_the_sessions_zone(room: Room) -> None:
    summer = a_session(room.store, room.cohort.id, date(2026, 7, 2))
    lines = [
        "Name,Email,Join Time (UTC),Leave Time (UTC)",
        "Noor Ahmed,,2026-07-02 08:30:00,2026-07-02 11:30:00",
    ]
    report = read_meeting("\n".join(lines).encode(), "attendees.csv", date(2026, 7, 2))
    assert report.utc
    plan = room.store.read(plan_meeting, report, summer)
    noor = room.row(plan, 0)
    assert (noor.minutes, noor.letter, noor.joined.time()) == (180, P, time(9, 30))
    assert plan.other_day is None


def test_total_minutes_alone_cannot_tell_who_was_late(room: Room) -> None:
    plan = room.plan(totals("Noor Ahmed|148", "Aoife Byrne|61", "Siân Hughes|999"))
    assert plan.totals_only
    assert "totals_only" in [note.key for note in plan.notes]
    found = [room.row(plan, n) for n in (0, 1, 2)]
    assert [(row.letter, row.minutes) for row in found] == [(P, 148), (A, 61), (P, 180)]
    assert found[0].reason == "present_total"


# applying


def test_marks_are_applied_in_one_entry_with_their_source_and_undone_as_one(room: Room) -> None:
    report = teams("Noor Ahmed|9:26|12:31", "Aoife Byrne|9:52|12:30", "Siân Hughes|9:30|10:31")
    before = room.store.read(history.latest)
    assert room.apply(report) == 3
    assert room.marks() == "PLA "
    assert room.sources == ["teams 180 180", "teams 158 180", "teams 61 180", ""]
    assert room.store.read(history.latest) == before + 1
    room.store.undo()
    assert room.marks() == "    "
    room.store.redo()
    assert room.marks() == "PLA "


def test_who_is_not_in_the_report_is_absent_only_when_ticked(room: Room) -> None:
    report = teams("Noor Ahmed|9:26|12:31")
    tola = room.row(room.plan(report), 3)
    assert (tola.letter, tola.reason, tola.ticked) == (A, "not_in_report", False)
    room.apply(report)
    assert room.marks() == "P   "
    room.apply(report, ticks={room.places[3].id: True})
    assert room.marks() == "P  A"


def test_existing_marks_are_left_alone_unless_their_rows_are_ticked(room: Room) -> None:
    room.mark(0, E)
    room.mark(1, P)
    report = teams("Noor Ahmed|9:26|12:31", "Aoife Byrne|9:26|12:31", "Siân Hughes|9:26|12:31")
    plan = room.plan(report)
    assert [room.row(plan, n).existing for n in (0, 1, 2)] == [E, P, None]
    assert [room.row(plan, n).ticked for n in (0, 1, 2)] == [False, False, True]
    assert room.apply(report) == 1
    assert room.marks() == "EPP "
    assert room.apply(report, ticks={room.places[0].id: True}) == 1
    assert room.marks() == "PPP "


def test_a_row_can_be_left_out_or_get_another_mark(room: Room) -> None:
    report = teams("Noor Ahmed|9:26|12:31", "Aoife Byrne|9:26|12:31")
    room.apply(report, ticks={room.places[0].id: False}, letters={room.places[3].id: E})
    assert room.marks() == " P E"


def test_the_same_report_twice_changes_nothing(room: Room) -> None:
    report = teams("Noor Ahmed|9:26|12:31", "Aoife|9:30|10:00", "Siân Hughes|9:30|")
    pairings = {"Aoife": room.places[1].person_id}
    room.apply(report, pairings=pairings)
    before = room.store.read(history.latest)
    assert room.apply(report, pairings=pairings) == 0
    assert room.apply(report) == 0
    assert room.store.read(history.latest) == before


def test_a_second_report_of_the_session_adds_its_minutes(room: Room) -> None:
    room.apply(teams("Noor Ahmed|9:30|10:40", "Aoife Byrne|9:30|12:30"))
    assert room.marks() == "AP  "
    second = teams("Noor Ahmed|10:30|12:00", "Siân Hughes|10:45|12:30")
    noor = room.row(room.plan(second), 0)
    assert (noor.minutes, noor.letter, noor.existing, noor.ticked) == (150, P, A, True)
    assert room.row(room.plan(second), 1).minutes == 180, "what the first report said still counts"
    room.apply(second)
    assert room.marks() == "PPA "


def test_a_second_report_does_not_touch_what_a_person_marked_since(room: Room) -> None:
    room.apply(teams("Noor Ahmed|9:30|10:40"))
    room.mark(0, E)
    room.apply(teams("Noor Ahmed|10:30|12:30"))
    assert room.marks() == "E   "


def test_totals_of_a_restarted_meeting_add_and_the_same_totals_do_not(room: Room) -> None:
    first, second = totals("Noor Ahmed|70", "Aoife Byrne|80"), totals("Noor Ahmed|80")
    room.apply(first)
    assert room.row(room.plan(first), 0).minutes == 70
    assert room.row(room.plan(second), 0).minutes == 150
    room.apply(second)
    assert room.marks() == "PA  "


def test_a_plan_that_no_longer_fits_is_refused(room: Room) -> None:
    plan = room.plan(teams("Noor Ahmed|9:26|12:31"))
    room.mark(0, E)
    with pytest.raises(RuleBroken, match="register_changed_meanwhile"):
        room.store.write(meeting_gesture(plan), apply_meeting, plan, TODAY)
    assert room.marks() == "E   "


def test_a_session_can_go_after_its_imported_marks_were_cleared(room: Room) -> None:
    room.apply(teams("Noor Ahmed|9:26|12:31"))
    room.mark(0, None)
    room.store.write(Gesture("remove_session"), sessions.remove_session, room.session)
    room.store.undo()
    assert room.row(room.plan(teams("Aoife Byrne|9:30|12:30")), 0).minutes == 180


# what is refused


def test_a_report_of_another_day_is_refused(room: Room) -> None:
    plan = room.plan(teams("Noor Ahmed|9:26|12:31", day="19/11/2026"))
    assert plan.other_day == TODAY - WEEK
    with pytest.raises(RuleBroken, match="report_of_other_day"):
        room.store.write(meeting_gesture(plan), apply_meeting, plan, TODAY)
    assert room.marks() == "    "


def test_what_cannot_be_planned_is_refused_with_a_rule(room: Room) -> None:
    report = teams("Noor Ahmed|9:26|12:31")
    with pytest.raises(RuleBroken, match="report_without_people"):
        room.plan(replace(report, people=()))
    empty = a_cohort(room.store, sessions=1, last=TODAY)
    with pytest.raises(RuleBroken, match="session_without_people"):
        room.store.read(plan_meeting, report, empty.sessions[0])
    with pytest.raises(RuleBroken, match="session_unknown"):
        room.store.read(plan_meeting, report, 999)
    with pytest.raises(RuleBroken, match="date_order_open"):
        room.plan(teams("Noor Ahmed|9:26|12:31", day="03/04/2026"))
    room.store.write(
        Gesture("change_session"), sessions.change_session_state, room.session,
        SessionState.CANCELLED,
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="session_does_not_count"):
        room.plan(report)
