"""Registers that close after some days: what they refuse, and opening one again."""

from dataclasses import replace

import pytest

from academy.domain.words import Letter, Role, RuleBroken
from academy.store.journal import Gesture
from academy.usecases import academy, attendance, away, locking, register
from academy.usecases.attendance import MarkDraft
from academy.usecases.rights import PermissionDenied
from builders import TODAY, WEEK, a_cohort, an_academy, as_role, enrolled, marks

MARK = Gesture("mark_several", {"n": 1})


@pytest.fixture
def office():
    store = an_academy()
    cohort = a_cohort(store, sessions=4, last=TODAY)
    places = enrolled(store, cohort, ["Ann One", "Ben Two"])
    marks(store, cohort, "P P ", "P  ")
    set_days(store, 14)
    return store, cohort, places


def set_days(store, days):
    draft = replace(store.read(academy.academy), lock_days=days)
    store.write(Gesture("change_settings"), academy.save_academy, draft)


def mark(store, session, place, letter=Letter.ABSENT, today=TODAY):
    return store.write(MARK, attendance.mark, [MarkDraft(session, place.id, letter)], today)


def reopen(store, session, reason="The sheet turned up", today=TODAY):
    store.write(Gesture("reopen_session"), locking.reopen_session, session, reason, today)


def closed(store, cohort, today=TODAY):
    return [s.locked for s in store.read(register.register, cohort.id, today).sessions]


def test_sessions_older_than_the_days_are_closed_and_refuse_marks(office):
    store, cohort, [ann, _ben] = office
    assert closed(store, cohort) == [True, False, False, False]
    with pytest.raises(RuleBroken, match="session_locked"):
        mark(store, cohort.sessions[0], ann)
    with pytest.raises(RuleBroken, match="session_locked"):
        mark(store, cohort.sessions[0], ann, None)
    assert mark(store, cohort.sessions[1], ann) == 1


def test_a_gesture_that_touches_a_closed_session_changes_nothing_at_all(office):
    store, cohort, [ann, ben] = office
    first, second = cohort.sessions[:2]
    drafts = [MarkDraft(second, ann.id, Letter.LATE), MarkDraft(first, ben.id, Letter.LATE)]
    with pytest.raises(RuleBroken, match="session_locked"):
        store.write(MARK, attendance.mark, drafts, TODAY)
    row = store.read(register.register, cohort.id, TODAY).rows[0]
    assert row.marks[1].letter is None


def test_a_mark_that_stays_as_it_is_is_not_refused(office):
    store, cohort, [ann, _ben] = office
    assert mark(store, cohort.sessions[0], ann, Letter.PRESENT) == 0


def test_with_no_days_nothing_closes(office):
    store, cohort, [ann, _ben] = office
    set_days(store, 0)
    assert closed(store, cohort, TODAY + 500 * WEEK) == [False] * 4
    assert mark(store, cohort.sessions[0], ann) == 1


def test_reopening_needs_a_reason_and_lasts_as_many_days_again(office):
    store, cohort, [ann, _ben] = office
    first = cohort.sessions[0]
    with pytest.raises(RuleBroken, match="reopening_reason_missing"):
        reopen(store, first, "  ")
    reopen(store, first)
    assert mark(store, first, ann) == 1
    assert closed(store, cohort, TODAY + 2 * WEEK)[0] is False
    assert closed(store, cohort, TODAY + 2 * WEEK + WEEK / 7)[0] is True
    [kept] = store.read(locking.reopenings, first)
    assert (kept.reopened_on, kept.reason) == (TODAY, "The sheet turned up")


def test_what_is_open_is_not_reopened(office):
    store, cohort, _ = office
    with pytest.raises(RuleBroken, match="session_not_locked"):
        reopen(store, cohort.sessions[1])


def test_only_administrators_reopen(office):
    store, cohort, _ = office
    as_role(store, Role.FACILITATOR)
    with pytest.raises(PermissionDenied):
        reopen(store, cohort.sessions[0])


def test_days_away_leave_closed_sessions_alone(office):
    store, cohort, [_ann, ben] = office
    gesture, days = Gesture("set_away", {"n": 2}), (TODAY - 4 * WEEK, TODAY)
    assert store.write(gesture, away.set_away, ben.person_id, *days, TODAY) == 3
    assert closed(store, cohort)[0]


@pytest.mark.parametrize("days", [-1, 4000])
def test_days_out_of_range_are_refused(office, days):
    store, *_ = office
    with pytest.raises(RuleBroken, match="setting_"):
        set_days(store, days)
