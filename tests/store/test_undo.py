"""Undo restores and redo repeats, whatever was changed."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select

from academy.store import history, undo
from academy.store.store import Gesture, NothingToUndo
from explains import journal_explains

from .odd import (
    BOB,
    Club,
    G,
    Membership,
    Presence,
    Pupil,
    a_full_club,
    add,
    admit,
    alter,
    mark,
    new_pupil,
    open_club,
    remove,
)

RICH = {
    "name": "O'Neil % ü 🎓 \x01 :x",
    "phone": None,
    "born": date(1999, 2, 28),
    "photo": bytes(range(256)),
    "fee": Decimal("12345678.10"),
    "seen_at": datetime(2026, 1, 2, 3, 4, 5, 678901),
    "wakes": time(6, 30, 0, 1),
    "took": timedelta(days=-1, microseconds=7),
    "token": UUID(int=7),
    "score": 0.1 + 0.2,
    "active": False,
    "extra": {"a": [1, None, "x"]},
    "note": "très secret",
}
OTHER = {
    "born": date(2000, 1, 1),
    "photo": b"x",
    "fee": Decimal("1.00"),
    "token": None,
    "took": None,
    "extra": None,
    "note": "other",
    "wakes": None,
    "seen_at": None,
    "score": None,
}


def test_every_type_of_value_survives_delete_undo_and_redo(odd, seen):
    odd.write(G, new_pupil, **RICH)
    there = seen(odd)
    odd.undo()
    odd.redo()
    assert seen(odd) == there
    odd.write(G, remove, Pupil, 1)
    gone = seen(odd)
    odd.undo()
    assert seen(odd) == there
    odd.redo()
    assert seen(odd) == gone
    odd.undo()
    odd.write(G, alter, Pupil, 1, **OTHER)
    odd.undo()
    assert seen(odd) == there


def test_every_step_back_and_forth_with_what_hangs_on_a_record(odd, seen):
    states = [seen(odd)]
    odd.on_change = lambda _: states.append(seen(odd))
    club, _, members, evening = a_full_club(odd)
    odd.write(G, mark, evening, members[0], Presence.ABSENT)
    changes = []
    odd.on_change = changes.append
    odd.write(G, remove, Club, club)
    gone = seen(odd)
    hanging = {"odd_clubs", "odd_memberships", "odd_evenings", "odd_visits"}
    assert set(changes[0]) == hanging
    assert changes[0]["odd_memberships"] == set(members)
    for state in reversed(states):
        odd.undo()
        assert seen(odd) == state
    for state in [*states[1:], gone]:
        odd.redo()
        assert seen(odd) == state


def test_orphans_and_records_that_refer_to_each_other_come_back(odd, seen):
    mentor = odd.write(G, new_pupil, "A")
    mentee = odd.write(G, new_pupil, "B", mentor_id=mentor)
    club = odd.write(G, open_club, "C")
    odd.write(G, admit, club, mentee)
    before = seen(odd)

    def empty_the_club(db):
        found = db.get_one(Club, club)
        found.members.clear()

    def remove_both(db):
        remove(db, Pupil, mentee)
        remove(db, Pupil, mentor)

    def mentor_each_other(db):
        alter(db, Pupil, mentor, mentor_id=mentee)

    for command in (empty_the_club, remove_both, mentor_each_other):
        odd.write(G, command)
        assert seen(odd) != before
        odd.undo()
        assert seen(odd) == before
    odd.write(G, remove, Pupil, mentor)  # the mentee loses the mentor
    odd.undo()
    assert seen(odd) == before


def test_a_unique_name_given_from_row_to_row_goes_back(odd, seen):
    club = odd.write(G, open_club, "X")

    def hand_over(db):  # one flush: UPDATE frees the name, INSERT takes it
        db.get_one(Club, club).name = "Y"
        db.add(Club(name="X", size=1))

    def replace(db):
        remove(db, Club, club)
        db.flush()
        db.add(Club(name="Y again", size=2))

    def swapped(db):
        one, two = db.scalars(select(Club).order_by(Club.id))
        name, one.name = one.name, "between"
        db.flush()
        two.name, other = name, two.name
        db.flush()
        one.name = other

    for command in (hand_over, swapped, replace):
        before = seen(odd)
        odd.write(G, command)
        after = seen(odd)
        odd.undo()
        assert seen(odd) == before
        odd.redo()
        assert seen(odd) == after


def test_values_never_loaded_are_still_known(odd, seen):
    pupil = odd.write(G, new_pupil, **RICH)
    before = seen(odd)

    def blindly(db):
        found = db.get_one(Pupil, pupil)
        found.photo = b"new"  # deferred, never loaded
        db.flush()
        db.expire(found)
        found.phone = "1"
        found.extra = {"b": 1}

    def change_then_remove(db):
        alter(db, Pupil, pupil, name="changed")
        remove(db, Pupil, pupil)

    for command in (blindly, change_then_remove):
        odd.write(G, command)
        journal_explains(odd)
        odd.undo()
        assert seen(odd) == before


def test_a_value_set_and_set_back_is_no_entry(odd):
    pupil = odd.write(G, new_pupil, "A")
    newest = odd.read(history.latest)

    def there_and_back(db):
        found = db.get_one(Pupil, pupil)
        found.name = "Z"
        found.name = "A"

    odd.write(G, there_and_back)
    assert odd.read(history.latest) == newest


def test_a_savepoint_taken_back_takes_its_changes_with_it(odd, seen):
    def some(db):
        db.add(Club(name="kept", size=1))
        with db.begin_nested() as savepoint:
            add(db, Club(name="lost", size=1))
            savepoint.rollback()

    odd.write(G, some)
    assert len(seen(odd)["odd_clubs"]) == 1
    odd.undo()
    assert not seen(odd)["odd_clubs"]


def test_several_entries_are_taken_back_together_and_redone_as_one(odd, seen):
    _, _, members, evening = a_full_club(odd)
    before = seen(odd)
    late = Gesture("mark", {"n": 1, "letter": "A"})
    for member in members:
        odd.write(late, mark, evening, member, Presence.ABSENT)
    after = seen(odd)
    entries = [entry.id for entry in odd.read(undo.stacks).undo[-3:]]
    odd.reverse(*entries)
    assert seen(odd) == before
    label = odd.read(undo.stacks).redo[-1]
    assert (label.key, label.facts) == ("mark", {"n": 3, "letter": "A"})
    odd.redo()
    assert seen(odd) == after
    odd.undo()
    assert seen(odd) == before


def test_the_stacks_are_one_persons_and_outlast_the_program(desks):
    ann, bob = desks(), desks(BOB)
    a_full_club(ann)
    bob.write(Gesture("b"), open_club, "B")
    ann.undo()
    ann.undo()
    before = ann.read(undo.stacks)
    again = desks()
    assert again.read(undo.stacks) == before
    assert len(before.redo) == 2
    assert [entry.key for entry in bob.read(undo.stacks).undo] == ["b"]
    again.redo()
    again.write(G, open_club, "new")
    assert again.read(undo.stacks).redo == []


def test_fifty_gestures_can_be_undone_and_redone(odd):
    for number in range(60):
        odd.write(G, open_club, f"n{number}")
    for _ in range(50):
        odd.undo()
    assert len(odd.read(undo.stacks).redo) == 50
    with pytest.raises(NothingToUndo):
        odd.undo()


def test_what_cannot_be_undone_ends_the_list_and_is_named(odd):
    with pytest.raises(NothingToUndo) as empty:
        odd.undo()
    assert empty.value.blocked_by is None
    odd.write(G, open_club, "one")
    odd.write(Gesture("issue", undoable=False), open_club, "certificate")
    with pytest.raises(NothingToUndo) as blocked:
        odd.undo()
    assert blocked.value.blocked_by.key == "issue"
    with pytest.raises(NothingToUndo):
        odd.redo()


def test_undo_tells_which_gesture_it_took_back(odd):
    odd.write(Gesture("open", {"n": 1}), open_club, "one")
    assert odd.undo().facts == {"n": 1}
    assert odd.redo().key == "open"


def test_marks_go_and_come_back_with_the_member(odd, seen):
    _, _, members, _ = a_full_club(odd)
    odd.write(G, remove, Membership, members[0])
    assert len(seen(odd)["odd_visits"]) == 2
    odd.undo()
    assert len(seen(odd)["odd_visits"]) == 3
