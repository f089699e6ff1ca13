"""Who changed what, when; what is withheld, sealed and erased."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from academy.store import history, undo
from academy.store.store import Gesture, NothingToUndo
from academy.store.tables import Bar, journal_changes
from academy.store.values import WITHHELD

from .odd import (
    BOB,
    G,
    Pupil,
    a_full_club,
    alter,
    new_pupil,
    open_club,
    remove,
)


def raw(store):
    return store.read(lambda db: str(db.connection().execute(select(journal_changes)).all()))


def test_a_record_tells_who_changed_which_field_from_what_to_what(desks):
    ann, bob = desks(), desks(BOB)
    pupil = ann.write(Gesture("add"), new_pupil, "A", born=date(2000, 1, 1))
    bob.write(Gesture("rename", {"n": 1}), alter, Pupil, pupil, name="B", born=None)
    bob.undo()
    edits = bob.read(history.history, "odd_pupils", pupil)[-4:]
    told = [(e.entry.by, e.entry.key, e.entry.kind, e.field, e.before, e.after) for e in edits]
    assert told == [
        ("Bob", "rename", "do", "name", "A", "B"),
        ("Bob", "rename", "do", "born", date(2000, 1, 1), None),
        ("Bob", "rename", "undo", "name", "B", "A"),
        ("Bob", "rename", "undo", "born", None, date(2000, 1, 1)),
    ]
    assert abs(datetime.now(UTC) - edits[0].entry.at).total_seconds() < 60
    assert edits[0].entry.facts == {"n": 1}


def test_the_version_of_a_record_moves_with_every_change_and_undo(odd):
    pupil = odd.write(G, new_pupil, "A")

    def version():
        return odd.read(history.version, "odd_pupils", pupil)

    seen = {version()}
    odd.write(G, alter, Pupil, pupil, name="B")
    seen.add(version())
    odd.undo()
    seen.add(version())
    odd.write(G, open_club, "elsewhere")
    assert len(seen | {version()}) == 3


def test_recent_entries_say_why_they_cannot_be_undone(odd):
    for number in range(49):
        odd.write(G, open_club, f"c{number}")
    odd.write(Gesture("issue", undoable=False), open_club, "x")
    odd.write(G, new_pupil, "P", ethnicity="Klingon")
    odd.write(G, open_club, "last")
    odd.undo()
    lines = odd.read(history.entries, 100)
    assert [line.why_not for line in lines[:5]] == [
        None,
        Bar.UNDONE,
        Bar.PRIVATE,
        Bar.NATURE,
        None,
    ]
    assert [line.why_not for line in lines[50:]] == [Bar.OLD] * 3
    assert lines[0].rows == 1
    assert len(odd.read(history.entries, 3)) == 3


def test_the_entries_of_one_record_and_of_one_table(odd):
    club, people, members, _ = a_full_club(odd)
    odd.write(Gesture("rename"), alter, Pupil, people[0], name="N")
    odd.write(Gesture("issue", undoable=False, about=(("odd_pupils", people[0]),)), lambda _: None)
    of_one = odd.read(history.entries, 10, "odd_pupils", people[0])
    assert [line.entry.key for line in of_one] == ["issue", "rename", "do"]
    assert len(odd.read(history.entries, 10, "odd_pupils")) == 5
    assert odd.read(history.touched, of_one[0].entry.id) == {"odd_pupils": {people[0]}}
    assert len(odd.read(history.entries, 10, "odd_clubs", club)) == 1
    assert len(odd.read(history.entries, 10, "odd_memberships", members[0])) == 1


def test_private_values_never_reach_the_journal_and_sealed_ones_only_sealed(odd, seen):
    pupil = odd.write(G, new_pupil, "A", ethnicity="Klingon", note="secret note")
    odd.write(G, alter, Pupil, pupil, note="second secret")
    odd.write(G, alter, Pupil, pupil, ethnicity="Vulcan")
    assert not any(word in raw(odd) for word in ("Klingon", "Vulcan", "secret"))
    with pytest.raises(NothingToUndo) as caught:
        odd.undo()
    assert caught.value.blocked_by.bar is Bar.PRIVATE
    odd.write(G, alter, Pupil, pupil, note="third", phone="5")
    odd.undo()
    assert seen(odd)["odd_pupils"][pupil]["note"] == "second secret"
    shown = {e.field: e.after for e in odd.read(history.history, "odd_pupils", pupil)}
    assert (shown["note"], shown["ethnicity"]) == (WITHHELD, WITHHELD)


def test_an_erased_person_is_in_no_byte_of_the_file(desks, tmp_path):
    store = desks()
    _, people, _, _ = a_full_club(store)
    store.write(G, alter, Pupil, people[0], name="Zaphod Beeblebrox")

    def erase(db, pupil):
        rows = [member.id for member in db.get_one(Pupil, pupil).memberships]
        remove(db, Pupil, pupil)
        history.redact(db, "odd_pupils", [pupil])
        history.redact(db, "odd_memberships", rows)

    assert "Zaphod" in raw(store)
    store.write(Gesture("erase", undoable=False), erase, people[0])
    assert "Zaphod" not in raw(store)
    edits = store.read(history.history, "odd_pupils", people[0])
    assert {(e.field, e.before, e.after) for e in edits} == {("", None, None)}
    assert len(store.read(history.history, "odd_pupils", people[1])) > 10
    with pytest.raises(NothingToUndo):
        store.undo()
    store.close()
    files = [file for file in tmp_path.iterdir() if file.is_file()]
    assert files
    assert not any(b"Zaphod" in file.read_bytes() for file in files)


def test_a_stamp_left_out_of_the_journal_is_fresh_after_undo(odd):
    pupil = odd.write(G, new_pupil, "A")
    stamps = set()

    def note():
        stamps.add(odd.read(lambda db: db.get_one(Pupil, pupil).version))

    note()
    odd.write(G, alter, Pupil, pupil, name="B")
    note()
    odd.undo()
    note()
    odd.write(G, remove, Pupil, pupil)
    odd.undo()
    note()
    assert len(stamps) == 4


def test_a_file_that_left_the_building_is_told_though_no_row_changed(odd):
    odd.write(Gesture("export", undoable=False), lambda db: db.keep_entry())
    assert [entry.key for entry in [odd.read(undo.stacks).blocked_by]] == ["export"]
    with pytest.raises(RuntimeError):
        odd.read(lambda db: db.keep_entry())
