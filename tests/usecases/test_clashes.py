"""Clashes: what two sessions both need, named, and gone when one of them gives way."""

from dataclasses import replace
from datetime import time

import pytest

from academy.domain.words import ClashKind, Nation, SessionState
from academy.store.journal import Gesture
from academy.usecases import academy, clashes, cohorts, series, sessions
from academy.usecases.facilitators import Facilitator
from academy.usecases.series import SeriesDraft
from builders import TODAY, WEEK, a_cohort, a_person, a_session, an_academy


class World:
    """Two cohorts with a session at the same time, in different rooms."""

    def __init__(self):
        self.store = an_academy()
        self.one, self.two = (a_cohort(self.store, sessions=0).id for _ in range(2))
        self.first = a_session(self.store, self.one, TODAY)
        self.second = a_session(self.store, self.two, TODAY, starts=time(11), ends=time(13))

    def change(self, session_id, **fields):
        draft = replace(self.store.read(sessions.session, session_id), **fields)
        self.store.write(Gesture("change_session"), sessions.save_session, draft)

    def clashes(self, session_id=None):
        return self.store.read(clashes.clashes_of_session, session_id or self.first)


@pytest.fixture
def world():
    return World()


def test_sessions_that_need_nothing_in_common_do_not_clash(world):
    assert world.clashes() == ()


def test_one_room_one_facilitator_one_person_and_one_cohort_are_each_named(world):
    dana = a_person(world.store, "Dana Reed")
    lead = (Facilitator(dana, "Dana Reed"),)
    for session in world.first, world.second:
        world.change(session, room="Room 2", facilitators=lead)
    noor = a_person(world.store, "Noor Ahmed")
    for cohort in world.one, world.two:
        world.store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, cohort, [noor], TODAY)
    a_session(world.store, world.one, TODAY, title="Twice", starts=time(10), ends=time(10, 30))
    found = {clash.kind: clash for clash in world.clashes()}
    assert found[ClashKind.ROOM].names == ("Room 2",)
    assert found[ClashKind.FACILITATOR].names == ("Dana Reed",)
    assert found[ClashKind.PERSON].names == ("Noor Ahmed",)
    assert found[ClashKind.COHORT].title == "Twice"
    assert found[ClashKind.ROOM].free_from == time(13)


@pytest.mark.parametrize("way", ["later", "another day", "cancelled", "another room"])
def test_each_way_out_ends_a_clash(world, way):
    for session in world.first, world.second:
        world.change(session, room="Room 2")
    assert len(world.clashes()) == 1
    changes = {
        "later": {"starts": time(13), "ends": time(14)},
        "another day": {"held_on": TODAY + WEEK},
        "cancelled": {"state": SessionState.CANCELLED},
        "another room": {"room": "Room 3"},
    }
    world.change(world.first, **changes[way])
    assert world.clashes() == world.clashes(world.second) == ()


def test_what_a_series_shows_is_what_it_adds(world):
    settings = world.store.read(academy.academy)
    scottish = replace(settings, nation=Nation.SCOTLAND)
    world.store.write(Gesture("change_settings"), academy.save_academy, scottish)
    first = replace(
        world.store.read(sessions.suggested_session, world.one), title="", held_on=TODAY
    )
    draft = SeriesDraft(replace(first, held_on=TODAY.replace(day=30)), weeks=1, count=4)
    plan = world.store.read(series.series_plan, draft)
    assert (plan[0].holiday, plan[0].left_out) == ("Saint Andrew's Day", True)
    ids = world.store.write(Gesture("add_sessions", {"n": 4}), series.add_series, draft)
    added = [world.store.read(sessions.session, one) for one in ids]
    assert [(s.held_on, s.title) for s in added] == [
        (day.day, day.session.title) for day in plan if not day.left_out
    ]
