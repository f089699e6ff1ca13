"""Residentials: days in a row that are added, moved and called off together, each its own."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from academy.domain.words import Answer, RuleBroken, SessionState
from academy.exchange.calendar import Attendee, Method, write_calendar
from academy.exchange.calendar_reading import read_calendars
from academy.store.journal import Gesture
from academy.usecases import (
    academy,
    answers,
    calendar,
    cohorts,
    invitations,
    residential,
    series,
    sessions,
)
from academy.usecases.invitations import News
from academy.usecases.register import register
from academy.usecases.series import SeriesDraft
from academy.usecases.sessions import SessionDraft
from builders import TODAY, a_cohort, a_person, a_session, an_academy

MONDAY = date(2027, 2, 1)
DAY = timedelta(days=1)
HOURS = ((time(14), time(21)), (time(9), time(21)), (time(9), time(12, 30)))


def draft(cohort, **more):
    first = SessionDraft(cohort_id=cohort, title="Lakes", held_on=MONDAY, room="Rydal Hall")
    return SeriesDraft(first, count=1, in_a_row=3, hours=HOURS, skip_holidays=False, **more)


@pytest.fixture
def store():
    return an_academy()


@pytest.fixture
def cohort(store):
    return a_cohort(store, sessions=0).id


@pytest.fixture
def days(store, cohort):
    return store.write(Gesture("add_residential", {"n": 3}), series.add_series, draft(cohort))


def rows(store, cohort):
    return store.read(sessions.sessions, cohort)


def test_each_day_has_its_own_hours_and_register(store, cohort, days):
    found = rows(store, cohort)
    assert [(r.held_on, r.starts, r.ends, r.title, r.room) for r in found] == [
        (MONDAY, time(14), time(21), "Lakes (1 of 3)", "Rydal Hall"),
        (MONDAY + DAY, time(9), time(21), "Lakes (2 of 3)", "Rydal Hall"),
        (MONDAY + 2 * DAY, time(9), time(12, 30), "Lakes (3 of 3)", "Rydal Hall"),
    ]
    assert [d.session_id for d in store.read(residential.residential, days[2])] == days
    keys = {s.residential for s in store.read(register, cohort, TODAY).sessions}
    assert len(keys) == 1
    shown = store.read(calendar.calendar, MONDAY, MONDAY + 2 * DAY, TODAY)
    assert {s.residential for s in shown} == keys


def test_moving_one_day_along_with_the_whole_keeps_the_days_in_a_row(store, cohort, days):
    store.write(
        Gesture("move_residential"), residential.move_residential, days[1], MONDAY + 8 * DAY
    )
    assert [r.held_on for r in rows(store, cohort)] == [MONDAY + (7 + n) * DAY for n in range(3)]


def test_a_day_can_move_alone_and_stays_of_the_residential(store, cohort, days):
    store.write(Gesture("move_session"), sessions.move_session, days[2], MONDAY + 9 * DAY)
    assert [r.held_on for r in rows(store, cohort)][:2] == [MONDAY, MONDAY + DAY]
    assert len(store.read(residential.residential, days[2])) == 3


def test_it_is_called_off_whole_or_by_day(store, cohort, days):
    off = SessionState.CANCELLED
    store.write(Gesture("change_session"), sessions.change_session_state, days[0], off)
    assert [r.state is off for r in rows(store, cohort)] == [True, False, False]
    change = residential.change_residential_state
    store.write(Gesture("change_residential"), change, days[1], off)
    assert all(r.state is off for r in rows(store, cohort))


def test_two_residentials_of_one_series_do_not_mix(store, cohort):
    twice = replace(draft(cohort), count=2)
    made = store.write(Gesture("add_sessions"), series.add_series, twice)
    assert len(store.read(residential.residential, made[0])) == 3
    assert len({s.residential for s in store.read(register, cohort, TODAY).sessions}) == 2


def test_a_lone_session_and_a_session_made_like_it_are_none(store, cohort, days):
    lone = a_session(store, cohort, MONDAY + 20 * DAY)
    assert store.read(residential.residential, lone) == []
    assert store.read(sessions.suggested_session, cohort).residential == ""


def test_a_day_that_ends_before_it_starts_adds_nothing(store, cohort):
    wrong = replace(draft(cohort), hours=(HOURS[0], (time(9), time(8)), HOURS[2]))
    with pytest.raises(RuleBroken, match="ends_before_start"):
        store.write(Gesture("add_residential"), series.add_series, wrong)
    assert rows(store, cohort) == []


def test_one_invitation_speaks_of_all_days_and_one_answer_counts_for_each(store, cohort, days):
    known = store.read(academy.academy)
    store.write(Gesture("x"), academy.save_academy, replace(known, email="a@kent.example"))
    noor = a_person(store, "Noor Ahmed", email="noor@kent.example")
    store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, cohort, [noor], TODAY)
    [letter] = store.read(invitations.letters, cohort, TODAY, days[1]).letters
    data = write_calendar([letter.event], letter.method, organiser=Attendee("A", "a@kent.example"))
    assert data.count(b"BEGIN:VEVENT") == 1
    assert b"DTSTART;TZID=Europe/London:20270201T140000" in data
    assert b"DTEND;TZID=Europe/London:20270203T123000" in data
    assert b"Tuesday 2 February 2027" in data.replace(b"\r\n ", b"")
    assert letter.event.title.endswith(": Lakes")
    store.write(Gesture("send_invitations", {"n": 1}), invitations.note_sent, [letter])
    with pytest.raises(RuleBroken, match="nobody_to_invite"):
        store.read(invitations.letters, cohort, TODAY)
    told = replace(letter.event, attendees=(Attendee("", "noor@kent.example", Answer.ACCEPTED),))
    reply = write_calendar([told], Method.REPLY, organiser=Attendee("A", "a@kent.example"))
    store.write(Gesture("read_answers", {"n": 1}), answers.take_answers, read_calendars(reply))
    counted = store.read(answers.answers, MONDAY, MONDAY + 2 * DAY)
    assert {day: counted[day].accepted for day in days} == dict.fromkeys(days, 1)
    assert [r.answer for r in store.read(answers.answers_of_session, days[2])] == [Answer.ACCEPTED]
    store.write(Gesture("move_session"), sessions.move_session, days[2], MONDAY + 3 * DAY)
    assert store.read(answers.answers, MONDAY, MONDAY)[days[0]].behind
    [again] = store.read(invitations.letters, cohort, TODAY).letters
    assert (again.news, again.event.sequence) == (News.CHANGED, 1)
    with pytest.raises(RuleBroken, match="session_has_invitations"):
        store.write(Gesture("remove_session"), sessions.remove_session, days[2])
