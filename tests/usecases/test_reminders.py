"""Reminders: who is written to again, and when nobody is."""

from dataclasses import replace

import pytest

from academy.domain.words import Answer, RuleBroken, SessionState
from academy.exchange.calendar import Attendee, Method, write_calendar
from academy.exchange.calendar_reading import read_calendars
from academy.store.journal import Gesture
from academy.usecases import academy, answers, cohorts, history, invitations, reminders, sessions
from academy.usecases.invitations import News
from builders import TODAY, WEEK, a_cohort, a_person, a_session, an_academy


class World:
    """A session next week that two people were invited to; one of them accepted."""

    def __init__(self):
        self.store = an_academy()
        self.keep_address("academy@kent.example")
        cohort = a_cohort(self.store, sessions=0).id
        self.session = a_session(self.store, cohort, TODAY + WEEK)
        self.people = [
            a_person(self.store, "Noor Ahmed", email="noor@kent.example"),
            a_person(self.store, "Aoife Byrne", email="aoife@kent.example"),
        ]
        self.do("enrol", cohorts.enrol, cohort, self.people, TODAY)
        [self.letter] = self.store.read(invitations.letters, cohort, TODAY).letters

    def do(self, key, command, *facts):
        return self.store.write(Gesture(key, {"n": 1}, undoable=False), command, *facts)

    def keep_address(self, address):
        known = self.store.read(academy.academy)
        self.do("change_settings", academy.save_academy, replace(known, email=address))

    def send(self):
        self.do("send_invitations", invitations.note_sent, [self.letter])
        return self

    def answered(self, who):
        attendee = Attendee("", f"{who}@kent.example", Answer.ACCEPTED)
        told = replace(self.letter.event, attendees=(attendee,))
        organiser = Attendee("A", "academy@kent.example")
        reply = read_calendars(write_calendar([told], Method.REPLY, organiser=organiser))
        self.do("read_answers", answers.take_answers, reply)

    def reminder(self, today=TODAY):
        return self.store.read(reminders.reminder, self.session, today)


def test_only_those_who_did_not_answer_get_the_same_invitation_once_more():
    world = World().send()
    world.answered("noor")
    [letter] = world.reminder().letters
    assert [p.name for p in letter.to] == ["Aoife Byrne"]
    assert (letter.news, letter.method) == (News.REMINDED, Method.REQUEST)
    assert (letter.event.uid, letter.event.sequence) == (world.letter.event.uid, 0)
    known = {a.email: a.answer for a in letter.event.attendees}
    assert known["noor@kent.example"] is Answer.ACCEPTED


def test_a_reminder_stands_in_history_and_cannot_be_undone():
    world = World().send()
    world.do("remind", reminders.note_reminded, world.session)
    newest = world.store.read(history.recent_changes, 1)[0]
    assert newest.key == "remind"
    assert newest.why_not is not None
    assert world.store.read(answers.answers_of_session, world.session)[0].answer is Answer.WAITING


def refusal(world, **more):
    with pytest.raises(RuleBroken) as broken:
        world.reminder(**more)
    return broken.value.rule


def test_nobody_is_reminded_without_an_invitation_or_once_all_have_answered():
    world = World()
    assert refusal(world) == "nobody_to_remind"
    world.do("remind", reminders.note_reminded, world.session)
    world.send()
    for who in "noor", "aoife":
        world.answered(who)
    assert refusal(world) == "nobody_to_remind"


def test_nobody_is_reminded_of_what_is_over_called_off_or_changed():
    world = World().send()
    assert refusal(world, today=TODAY + 2 * WEEK) == "session_over"
    draft = replace(world.store.read(sessions.session, world.session), room="Room 9")
    world.do("change_session", sessions.save_session, draft)
    assert refusal(world) == "changed_since_told"
    off = SessionState.CANCELLED
    world.do("change_session", sessions.change_session_state, world.session, off)
    assert refusal(world) == "session_over"


def test_without_an_address_for_answers_the_settings_are_named():
    world = World().send()
    world.keep_address("")
    assert refusal(world) == "academy_email_missing"
