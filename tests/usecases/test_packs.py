"""Register packs on an academy: made, looked at, applied once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.domain.words import FileProblem, Letter, Role, RuleBroken, SessionState
from academy.store import history
from academy.store.journal import Gesture
from academy.usecases import attendance, cohorts, packs, people, register, sessions
from academy.usecases.packs import PackFate
from builders import (
    TODAY,
    WEEK,
    a_cohort,
    a_person,
    an_academy,
    as_role,
    enrolled,
    marks,
)
from explains import journal_explains

P, L, A, E = Letter


@pytest.fixture
def world():
    """Four people, the second session marked E for the second of them."""
    store = an_academy()
    cohort = a_cohort(store, sessions=2)
    places = enrolled(store, cohort, 4)
    marks(store, cohort, "P ", "PE", "P ", "P ")
    yield store, cohort, [place.person_id for place in places]
    journal_explains(store)


def pack_of(store, cohort, marks=None):
    return replace(store.read(packs.make_pack, cohort.sessions[1]), marks=marks or {})


def plan_of(store, pack, *taken):
    return store.read(packs.plan_pack, pack, frozenset(taken))


def apply(store, plan):
    return store.write(packs.pack_gesture(plan), packs.apply_pack, plan, TODAY)


def letters(store, cohort):
    rows = store.read(register.register, cohort.id, TODAY).rows
    return {row.person_id: row.marks[1].letter for row in rows}


def newest(store):
    return store.read(history.entries, 1)[0].entry


def test_a_pack_holds_who_is_expected_in_the_order_of_the_register(world):
    store, cohort, _ = world
    pack = pack_of(store, cohort)
    rows = store.read(register.register, cohort.id, TODAY).rows
    assert [(p.id, p.name) for p in pack.people] == [(r.person_id, r.full_name) for r in rows]
    assert (pack.number, pack.title, pack.marks) == (2, "Session 2", {})
    assert pack.facilitator == "Dana Price"


def test_a_pack_is_applied_as_one_entry_of_its_facilitator(world):
    store, cohort, (noor, aoife, gulsen, sian) = world
    pack = pack_of(store, cohort, {noor: P, gulsen: L, sian: A})
    assert apply(store, plan_of(store, pack)) == 3
    assert letters(store, cohort) == {noor: P, aoife: E, gulsen: L, sian: A}
    assert (newest(store).by, newest(store).key) == ("Dana Price (register pack)", "apply_pack")
    assert newest(store).facts == {"n": 3}


def test_applied_twice_it_changes_nothing(world):
    store, cohort, (noor, *_) = world
    pack = pack_of(store, cohort, {noor: P})
    apply(store, plan_of(store, pack))
    entry = newest(store).id
    again = plan_of(store, pack)
    assert (again.applied, len(again.of(PackFate.SAME))) == ([], 1)
    assert apply(store, again) == 0
    assert newest(store).id == entry


def test_where_they_differ_ours_stays_unless_told(world):
    store, cohort, (_, aoife, *_) = world
    pack = pack_of(store, cohort, {aoife: A})
    [conflict] = plan_of(store, pack).of(PackFate.CONFLICT)
    assert (conflict.ours, conflict.theirs, conflict.changes) == (E, A, False)
    assert apply(store, plan_of(store, pack)) == 0
    assert apply(store, plan_of(store, pack, aoife)) == 1
    assert letters(store, cohort)[aoife] is A


def test_its_entry_can_be_taken_back(world):
    store, cohort, (noor, *_) = world
    apply(store, plan_of(store, pack_of(store, cohort, {noor: P})))
    store.reverse(newest(store).id)
    assert letters(store, cohort)[noor] is None


def test_a_pack_of_another_academy_is_refused(world):
    store, cohort, _ = world
    with pytest.raises(FileProblem, match="pack_of_other_academy"):
        plan_of(an_academy(), pack_of(store, cohort))


def test_a_pack_of_a_removed_session_is_refused(world):
    store, cohort, _ = world
    pack = replace(pack_of(store, cohort), session="f" * 32)
    with pytest.raises(FileProblem, match="pack_session_gone"):
        plan_of(store, pack)


def test_a_pack_from_before_the_session_moved_is_refused(world):
    store, cohort, _ = world
    pack = pack_of(store, cohort)
    moved = pack.held_on + timedelta(days=1)
    store.write(Gesture("move_session"), sessions.move_session, cohort.sessions[1], moved)
    with pytest.raises(FileProblem, match="pack_outdated"):
        plan_of(store, pack)


def test_a_cancelled_session_takes_no_pack_and_makes_none(world):
    store, cohort, _ = world
    pack, off = pack_of(store, cohort), SessionState.CANCELLED
    store.write(Gesture("change_session"), sessions.change_session_state, cohort.sessions[1], off)
    with pytest.raises(RuleBroken, match="session_does_not_count"):
        plan_of(store, pack)
    with pytest.raises(RuleBroken, match="session_does_not_count"):
        pack_of(store, cohort)


def test_nobody_to_mark_makes_no_pack():
    store = an_academy()
    with pytest.raises(RuleBroken, match="session_without_people"):
        pack_of(store, a_cohort(store, sessions=2))
    with pytest.raises(RuleBroken, match="session_unknown"):
        store.read(packs.make_pack, 99)


def test_people_who_left_or_came_since_are_told(world):
    store, cohort, (noor, *_) = world
    pack = pack_of(store, cohort, {noor: P})
    [place] = [p for p in store.read(register.register, cohort.id, TODAY).rows
               if p.person_id == noor]  # fmt: skip
    store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [place.place_id], TODAY - 3 * WEEK)
    lee = a_person(store, "Lee Brand")
    store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, cohort.id, [lee], TODAY)
    plan = plan_of(store, pack)
    assert [row.name for row in plan.of(PackFate.GONE)] == ["Noor Ahmed"]
    assert (plan.added, plan.applied) == (("Lee Brand",), [])


def test_a_changed_name_is_shown_as_it_is_here(world):
    store, cohort, (noor, *_) = world
    pack = pack_of(store, cohort, {noor: P})
    renamed = replace(store.read(people.person, noor), full_name="Noor Khan")
    store.write(Gesture("change_person"), people.save_person, renamed)
    assert plan_of(store, pack).applied[0].name == "Noor Khan"


def test_marks_made_meanwhile_ask_for_another_look(world):
    store, cohort, (noor, *_) = world
    plan = plan_of(store, pack_of(store, cohort, {noor: P}))
    store.write(
        Gesture("mark", {"n": 1, "letter": "A"}),
        attendance.mark_person, cohort.sessions[1], noor, A, TODAY,
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="register_changed_meanwhile"):
        apply(store, plan)


def test_history_tells_that_a_pack_was_made(world):
    store, cohort, _ = world
    store.write(packs.made_gesture(), packs.note_pack_made, cohort.sessions[1])
    assert newest(store).key == "make_pack"


def test_a_facilitator_may_and_a_viewer_may_not(world):
    store, cohort, (noor, *_) = world
    as_role(store, Role.FACILITATOR)
    assert apply(store, plan_of(store, pack_of(store, cohort, {noor: P}))) == 1
    as_role(store, Role.VIEWER)
    with pytest.raises(RuleBroken, match="not_allowed"):
        pack_of(store, cohort)
