"""Whose a name in a meeting report is, and which session the report is of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from academy.store.journal import Gesture
from academy.usecases import cohorts
from academy.usecases.meeting_plan import plan_meeting
from academy.usecases.meeting_sessions import session_candidates
from builders import TODAY, WEEK, a_cohort, a_person, a_session
from explains import journal_explains
from usecases.meeting_room import Room, teams


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    journal_explains(made.store)


# who is who


def test_an_address_decides_before_a_name(room: Room) -> None:
    room.with_email(1, "A.Byrne@Kent.example")
    plan = room.plan(teams("A. B.|9:26|12:31|a.byrne@kent.example"))
    assert (room.row(plan, 1).shown, room.row(plan, 1).how) == (("A. B.",), "email")


def test_a_name_is_a_suggestion_when_its_address_says_somebody_else(room: Room) -> None:
    room.with_email(0, "n.ahmed@kent.example")
    plan = room.plan(teams("Noor Ahmed|9:26|12:31|noor@elsewhere.example"))
    assert plan.matched == 0
    assert [s.name for s in plan.unmatched[0].suggestions] == ["Noor Ahmed"]


def test_two_people_of_one_name_are_never_guessed() -> None:
    room = Room(("Joy Adeyemi", "Joy Adeyemi", "Tola Shah"))
    plan = room.plan(teams("Joy Adeyemi|9:26|12:31"))
    assert plan.matched == 0
    assert {s.person_id for s in plan.unmatched[0].suggestions} == {
        room.places[0].person_id, room.places[1].person_id,
    }  # fmt: skip


def test_one_address_carried_by_two_names_is_asked_about(room: Room) -> None:
    room.with_email(0, "team@kent.example")
    plan = room.plan(
        teams("Noor Ahmed|9:26|12:31|team@kent.example", "Bob Stone|9:26|12:31|team@kent.example")
    )
    assert room.row(plan, 0).shown == ("Noor Ahmed",)
    assert [one.name for one in plan.unmatched] == ["Bob Stone"]


def test_suffixes_turned_names_and_accents(room: Room) -> None:
    plan = room.plan(
        teams("Ahmed, Noor (External)|9:26|12:31", "aoife  BYRNE (she/her)|9:26|12:31",
              "Sian Hughes|9:26|12:31")
    )  # fmt: skip
    assert [room.row(plan, n).how for n in (0, 1, 2)] == ["name", "name", None]
    assert [(one.name, one.suggestions[0].name) for one in plan.unmatched] == [
        ("Sian Hughes", "Siân Hughes")
    ]


def test_a_pairing_is_remembered_for_the_next_report(room: Room) -> None:
    room.apply(
        teams("Nony (Guest)|9:26|12:31"), pairings={"Nony (Guest)": room.places[0].person_id}
    )
    assert room.marks() == "P   "
    next_week = a_session(room.store, room.cohort.id, TODAY - WEEK)
    again = teams("nony|9:26|12:31", day="19/11/2026")
    plan = room.store.read(plan_meeting, again, next_week)
    assert (plan.matched, room.row(plan, 0).how) == (1, "remembered")


@pytest.mark.parametrize("name", ["iPhone (2)", "+44 7700 900123", "Otter.ai"])
def test_devices_phones_and_note_takers_are_paired_once_and_not_remembered(
    room: Room, name: str
) -> None:
    report = teams(f"{name}|9:26|12:31")
    assert not room.plan(report).unmatched[0].suggestions
    room.apply(report, pairings={name: room.places[0].person_id})
    assert room.marks() == "P   "
    assert room.plan(report).matched == 0


def test_a_name_said_to_be_nobody_here_is_no_question(room: Room) -> None:
    report = teams("Noor Ahmed|9:26|12:31", "Bob Stone|9:26|12:31")
    assert [one.open for one in room.plan(report).unmatched] == [True]
    assert [one.open for one in room.plan(report, pairings={"Bob Stone": None}).unmatched] == [
        False
    ]


def test_people_who_left_before_the_session_are_not_in_the_plan(room: Room) -> None:
    withdraw = Gesture("withdraw", {"n": 1})
    room.store.write(withdraw, cohorts.withdraw, [room.places[0].id], TODAY - WEEK)
    plan = room.plan(teams("Noor Ahmed|9:26|12:31"))
    assert len(plan.rows) == 3
    assert [one.name for one in plan.unmatched] == ["Noor Ahmed"]


# which session


def test_the_only_session_of_the_day_is_sure(room: Room) -> None:
    found = room.store.read(session_candidates, teams("X|9:26|12:31", title="Anything"))
    assert [(one.session_id, one.sure) for one in found] == [(room.session, True)]


def test_of_two_sessions_of_a_day_the_title_decides(room: Room) -> None:
    other = a_session(room.store, room.cohort.id, title="Coaching")
    titled = room.store.read(
        session_candidates, teams("X|9:26|12:31", title="Top Talent 7 – coaching"), room.cohort.id
    )
    assert [(one.session_id, one.sure) for one in titled] == [(other, True), (room.session, False)]
    unsure = room.store.read(session_candidates, teams("X|9:26|12:31", title="Meeting"))
    assert [one.sure for one in unsure] == [False, False]


def test_another_cohorts_session_and_another_day_are_no_candidates(room: Room) -> None:
    other = a_cohort(room.store, sessions=1, last=TODAY)
    report = teams("X|9:26|12:31")
    assert len(room.store.read(session_candidates, report)) == 2
    found = room.store.read(session_candidates, report, other.id)
    assert [one.cohort_id for one in found] == [other.id]
    assert not room.store.read(session_candidates, teams("X|9:26|12:31", day="20/11/2026"))


def test_a_person_of_no_cohort_is_nobody_here(room: Room) -> None:
    a_person(room.store, "Bob Stone")
    assert room.plan(teams("Bob Stone|9:26|12:31")).matched == 0
