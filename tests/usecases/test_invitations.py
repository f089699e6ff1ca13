"""Invitations: what people's calendars are told, when they are told again, what they answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.domain.words import Answer, RuleBroken, SessionState
from academy.exchange.calendar import Attendee, Method, write_calendar
from academy.exchange.calendar_reading import read_calendars
from academy.store.conflicts import NothingToUndo
from academy.store.journal import Gesture
from academy.usecases import academy, answers, calendar, cohorts, invitations, sessions
from academy.usecases.answers import Fate
from academy.usecases.invitations import News
from builders import TODAY, WEEK, a_cohort, a_person, a_session, an_academy


@pytest.fixture
def world():
    return World()


class World:
    """A cohort of two with addresses and one without, and one session next week."""

    def __init__(self):
        self.store = an_academy()
        known = self.store.read(academy.academy)
        self.do(academy.save_academy, replace(known, email="academy@kent.example"))
        self.cohort = a_cohort(self.store, sessions=0)
        self.session = a_session(self.store, self.cohort.id, TODAY + WEEK)
        self.noor = a_person(self.store, "Noor Ahmed", email="noor@kent.example")
        self.aoife = a_person(self.store, "Aoife Byrne", email="Aoife@Kent.example")
        self.silent = a_person(self.store, "Petra Novak")
        self.places = self.enrol(self.noor, self.aoife, self.silent)

    def do(self, command, *facts, key="change_session", **more):
        return self.store.write(Gesture(key, {"n": 1}, **more), command, *facts)

    def enrol(self, *people):
        return self.do(cohorts.enrol, self.cohort.id, people, TODAY)

    def letters(self):
        return self.store.read(invitations.letters, self.cohort.id, TODAY)

    def send(self):
        found = self.letters()
        self.do(invitations.note_sent, found.letters, key="send_invitations", undoable=False)
        return [(x.news, x.event.sequence, [p.name for p in x.to]) for x in found.letters]

    def move(self, weeks=1):
        self.do(sessions.move_session, self.session, TODAY + WEEK * (1 + weeks))

    def answer(self, who, answer, sequence=0, uid=None, method=Method.REPLY):
        event = self.store.read(calendar.feed)[0]
        told = replace(
            event,
            uid=uid or event.uid,
            sequence=sequence,
            attendees=(Attendee("", who, answer),),
        )
        data = write_calendar([told], method, organiser=Attendee("A", "academy@kent.example"))
        read = self.do(answers.take_answers, read_calendars(data), key="read_answers")
        return [one.fate for one in read]

    def counted(self):
        return self.store.read(answers.answers, TODAY, TODAY + 9 * WEEK)[self.session]


def test_everybody_with_an_address_is_invited_once(world):
    found = world.letters()
    assert found.unreachable == ("Petra Novak",)
    assert [a.email for a in found.letters[0].event.attendees] == [
        "Aoife@Kent.example", "noor@kent.example",
    ]  # fmt: skip
    assert world.send() == [(News.INVITED, 0, ["Aoife Byrne", "Noor Ahmed"])]
    with pytest.raises(RuleBroken, match="nobody_to_invite"):
        world.letters()


def test_a_change_raises_the_number_and_keeps_the_uid(world):
    uid = world.letters().letters[0].event.uid
    world.send()
    world.move()
    letter = world.letters().letters[0]
    assert (letter.event.uid, letter.event.sequence, letter.method) == (uid, 1, Method.REQUEST)
    assert world.send() == [(News.CHANGED, 1, ["Aoife Byrne", "Noor Ahmed"])]
    world.move(weeks=0)
    assert world.send()[0][:2] == (News.CHANGED, 2)


def test_changes_before_anything_was_sent_raise_nothing(world):
    world.move()
    assert world.send()[0][:2] == (News.INVITED, 0)


def test_a_cancelled_session_is_cancelled_in_calendars_and_can_come_back(world):
    world.send()
    world.do(sessions.change_session_state, world.session, SessionState.CANCELLED)
    assert world.letters().letters[0].method is Method.CANCEL
    assert world.send() == [(News.CANCELLED, 1, ["Aoife Byrne", "Noor Ahmed"])]
    with pytest.raises(RuleBroken, match="nobody_to_invite"):
        world.letters()
    world.do(sessions.change_session_state, world.session, SessionState.PLANNED)
    assert world.send()[0][:2] == (News.CHANGED, 2)


def test_whoever_joins_later_is_invited_alone_and_whoever_leaves_is_told(world):
    world.send()
    world.enrol(a_person(world.store, "Tola Adeyemi", email="tola@kent.example"))
    assert world.send() == [(News.INVITED, 0, ["Tola Adeyemi"])]
    world.do(cohorts.withdraw, [world.places[0]], TODAY)
    assert world.letters().letters[0].method is Method.CANCEL
    assert world.send() == [(News.LEFT, 1, ["Noor Ahmed"])]
    world.move()
    assert world.send() == [(News.CHANGED, 2, ["Aoife Byrne", "Tola Adeyemi"])]


def test_past_sessions_and_an_academy_without_address_invite_nobody(world):
    world.do(sessions.move_session, world.session, TODAY - WEEK)
    with pytest.raises(RuleBroken, match="nobody_to_invite"):
        world.letters()
    known = world.store.read(academy.academy)
    world.do(academy.save_academy, replace(known, email=""))
    with pytest.raises(RuleBroken, match="academy_email_missing"):
        world.letters()


def test_what_was_sent_cannot_be_undone_and_letters_made_before_a_newer_one_are_refused(world):
    old = world.letters().letters
    world.send()
    with pytest.raises(NothingToUndo):
        world.store.undo()
    world.move()
    world.send()
    with pytest.raises(RuleBroken, match="changed_since_drafting"):
        world.do(invitations.note_sent, old, undoable=False)


def test_replies_show_who_accepted(world):
    world.send()
    assert world.answer("NOOR@kent.example", Answer.ACCEPTED) == [Fate.TAKEN]
    assert world.answer("aoife@kent.example", Answer.DECLINED) == [Fate.TAKEN]
    assert world.answer("aoife@kent.example", Answer.DECLINED) == [Fate.KNOWN]
    counted = world.counted()
    assert (counted.invited, counted.accepted, counted.declined) == (2, 1, 1)
    named = {r.name: r.answer for r in world.store.read(answers.answers_of_session, world.session)}
    assert named == {"Noor Ahmed": Answer.ACCEPTED, "Aoife Byrne": Answer.DECLINED}


def test_an_answer_read_by_mistake_is_taken_back(world):
    world.send()
    world.answer("noor@kent.example", Answer.ACCEPTED)
    world.store.undo()
    assert world.counted().accepted == 0


def test_a_moved_session_asks_anew_and_old_replies_do_not_count(world):
    world.send()
    world.answer("noor@kent.example", Answer.ACCEPTED)
    world.move()
    assert world.counted().behind
    world.send()
    assert (world.counted().accepted, world.counted().behind) == (0, False)
    assert world.answer("noor@kent.example", Answer.TENTATIVE, sequence=1) == [Fate.TAKEN]
    assert world.answer("noor@kent.example", Answer.ACCEPTED, sequence=0) == [Fate.KNOWN]
    assert world.counted().tentative == 1


def test_strangers_unknown_sessions_and_messages_that_are_no_reply_are_named(world):
    world.send()
    assert world.answer("eve@evil.example", Answer.ACCEPTED) == [Fate.NOT_INVITED]
    assert world.answer("noor@kent.example", Answer.ACCEPTED, uid="x") == [Fate.NO_SESSION]
    read = world.answer("noor@kent.example", Answer.ACCEPTED, method=Method.REQUEST)
    assert read == [Fate.NO_ANSWER]
    assert world.counted().accepted == 0


def test_a_session_people_were_invited_to_stays(world):
    world.send()
    with pytest.raises(RuleBroken, match="session_has_invitations"):
        world.do(sessions.remove_session, world.session)


def test_the_feed_carries_every_session_and_counts_on(world):
    a_session(world.store, world.cohort.id, TODAY - timedelta(days=3), title="Past")
    world.send()
    world.move()
    assert [(e.title.split(": ")[1], e.sequence) for e in world.store.read(calendar.feed)] == [
        ("Past", 0), ("Leading change", 1),
    ]  # fmt: skip
