"""Undo never takes back somebody else's work: it names who did what instead."""

import pytest

from academy.domain.words import Who
from academy.store import history, undo
from academy.store.store import Conflict, Gesture, NotUndoable
from academy.store.tables import Bar

from .odd import (
    BOB,
    Club,
    Evening,
    G,
    Presence,
    Pupil,
    a_full_club,
    admit,
    alter,
    mark,
    new_pupil,
    open_club,
    remove,
)


@pytest.fixture
def two(desks):
    return desks(), desks(BOB)


def test_another_field_of_the_row_is_no_conflict(two, seen):
    ann, bob = two
    pupil = ann.write(G, new_pupil, "P", phone="0")
    ann.write(G, alter, Pupil, pupil, phone="1")
    bob.write(G, alter, Pupil, pupil, name="Bob's")
    ann.undo()
    row = seen(ann)["odd_pupils"][pupil]
    assert (row["name"], row["phone"]) == ("Bob's", "0")


def test_the_same_field_is_refused_and_the_newest_hand_named(two, seen):
    ann, bob = two
    pupil = ann.write(G, new_pupil, "P")
    ann.write(G, alter, Pupil, pupil, phone="ann")
    bob.write(Gesture("change_person"), alter, Pupil, pupil, phone="bob")
    before = seen(ann)
    with pytest.raises(Conflict) as caught:
        ann.undo()
    found = caught.value
    assert (found.table, found.row_id, found.by) == ("odd_pupils", pupil, "Bob")
    assert found.entry.key == "change_person"
    assert found.at == found.entry.at
    assert seen(ann) == before
    bob.undo()
    ann.undo()
    assert seen(ann)["odd_pupils"][pupil]["phone"] is None


def test_all_rows_in_the_way_are_named_of_how_many(two):
    ann, bob = two
    _, _, members, evening = a_full_club(ann)

    def everybody(db, presence):
        for member in members:
            mark(db, evening, member, presence)

    ann.write(G, everybody, Presence.ABSENT)
    for member in members[:2]:
        bob.write(G, mark, evening, member, Presence.PRESENT)
    with pytest.raises(Conflict) as caught:
        ann.undo()
    assert (len(caught.value.rows), caught.value.of) == (2, 3)


def test_a_row_that_others_refer_to_now_stays(two, seen):
    ann, bob = two
    club = ann.write(G, open_club, "C")
    pupil = ann.write(G, new_pupil, "Q")
    member = bob.write(Gesture("enrol"), admit, club, pupil)
    before = seen(ann)
    with pytest.raises(Conflict) as caught:
        ann.undo()
    assert (caught.value.table, caught.value.row_id) == ("odd_memberships", member)
    assert caught.value.entry.key == "enrol"
    assert seen(ann) == before


def test_a_row_whose_parent_is_gone_stays_gone(two):
    ann, bob = two
    club, _, _, evening = a_full_club(ann)
    ann.write(G, remove, Evening, evening)
    bob.write(G, remove, Club, club)
    with pytest.raises(Conflict) as caught:
        ann.undo()
    assert (caught.value.table, caught.value.by) == ("odd_clubs", "Bob")


def test_a_unique_name_taken_since_is_a_conflict(two):
    ann, bob = two
    club = ann.write(G, open_club, "X")
    ann.write(G, alter, Club, club, name="Y")
    bob.write(G, open_club, "X")
    with pytest.raises(Conflict) as caught:
        ann.undo()
    assert caught.value.table == "odd_clubs"


def test_an_entry_is_taken_back_only_once(two):
    ann, bob = two
    ann.write(G, open_club, "R")
    entry = ann.read(undo.stacks).undo[-1]
    ann.reverse(entry.id)
    with pytest.raises(NotUndoable) as caught:
        bob.reverse(entry.id)
    assert caught.value.why is Bar.UNDONE
    with pytest.raises(LookupError):
        ann.reverse(999)


def test_entries_taken_back_together_go_all_or_none(two, seen):
    ann, bob = two
    one = ann.write(G, new_pupil, "one", phone="0")
    two_ = ann.write(G, new_pupil, "two", phone="0")
    first = ann.read(history.latest) + 1
    ann.write(G, alter, Pupil, one, phone="1")
    ann.write(G, alter, Pupil, two_, phone="1")
    bob.write(G, alter, Pupil, one, phone="bob")
    before = seen(ann)
    with pytest.raises(Conflict):
        ann.reverse(first, first + 1)
    assert seen(ann) == before


def test_what_a_certificate_speaks_of_is_not_undone_under_it(two, seen):
    ann, bob = two
    pupil = ann.write(G, new_pupil, "A")
    ann.write(G, alter, Pupil, pupil, name="Ann Lee")
    renamed = ann.read(history.latest)
    other = ann.write(G, new_pupil, "B")
    issue = Gesture("issue_certificates", {"n": 1}, undoable=False, about=(("odd_pupils", pupil),))
    bob.write(issue, lambda _db: None)
    before = seen(ann)
    with pytest.raises(Conflict) as caught:
        ann.reverse(renamed)
    assert caught.value.rows == (("odd_pupils", pupil),)
    assert (caught.value.by, caught.value.entry.key) == ("Bob", "issue_certificates")
    assert seen(ann) == before
    ann.reverse(renamed + 1)
    assert other not in seen(ann)["odd_pupils"]


def test_rows_can_be_spoken_of_while_the_command_runs(two):
    ann, bob = two
    pupil = ann.write(G, new_pupil, "A")
    bob.write(Gesture("export", undoable=False), lambda db: db.speak_of(Pupil, pupil, pupil))
    with pytest.raises(Conflict):
        ann.undo()
    ann.write(G, alter, Pupil, pupil, name="later changes can be undone")
    ann.undo()


def test_entries_of_older_tables_are_history_only(desks):
    old = desks()
    old.write(G, open_club, "x")
    entry = old.read(undo.stacks).undo[-1]
    new = desks(Who("Ann"), "r2")
    assert new.read(undo.stacks).undo == []
    assert new.read(undo.stacks).blocked_by == entry
    with pytest.raises(NotUndoable) as caught:
        new.reverse(entry.id)
    assert caught.value.why is Bar.UPGRADED
    assert [edit.after for edit in new.read(history.history, "odd_clubs", 1)] == [1, "x", 3]
    new.write(G, alter, Club, 1, name="y")
    new.undo()
