"""Each command of learning sets as a person would give it, for the tests of undo."""

from datetime import timedelta

from academy.domain.words import Letter
from academy.usecases import learning_sets, set_meetings, set_vetoes, sets_plan
from academy.usecases.set_meetings import SetMeetingDraft
from builders import TODAY


def make(w, size=2):
    request = sets_plan.SetsRequest(w.cohort.id, size, size)
    plan = sets_plan.divided_cohort(w.store.read(sets_plan.sets_input, request))
    return w.store.write(sets_plan.make_gesture(plan), sets_plan.make_sets, plan)


def make_anew(w):
    make(w)
    yield
    make(w, size=4)


def remove(w):
    first, _ = make(w)
    yield
    w.do("remove_set", learning_sets.remove_set, first)


def move(w):
    _, second = make(w)
    found = w.store.read(learning_sets.learning_sets, w.cohort.id)
    yield
    place = found.sets[0].members[0].person.place_id
    w.do("move_member", learning_sets.move_member, place, second)


def name_facilitator(w):
    first, _ = make(w)
    yield
    w.do("set_facilitator", learning_sets.set_facilitator, first, w.free)


def veto(w):
    return w.do("veto", set_vetoes.veto, w.places[0].id, w.places[1].id)


def withdraw_veto(w):
    kept = veto(w)
    yield
    w.do("withdraw_veto", set_vetoes.withdraw_veto, kept)


def meet(w):
    [only] = make(w, size=4)
    marks = tuple(zip((place.id for place in w.places), Letter, strict=True))
    yield
    draft = SetMeetingDraft(only, TODAY - timedelta(days=3), 90, marks=marks)
    w.do("log_set_meeting", set_meetings.log_set_meeting, draft, TODAY)


def unmeet(w):
    for _ in meet(w):
        pass
    [held] = w.store.read(set_meetings.set_meetings, w.cohort.id)
    yield
    w.do("remove_set_meeting", set_meetings.remove_set_meeting, held.id)


SET_COMMANDS = {
    "make_sets": make_anew,
    "add_set": lambda w: w.do("add_set", learning_sets.add_set, w.cohort.id),
    "remove_set": remove,
    "move_member": move,
    "set_facilitator": name_facilitator,
    "veto": veto,
    "withdraw_veto": withdraw_veto,
    "log_set_meeting": meet,
    "remove_set_meeting": unmeet,
}
