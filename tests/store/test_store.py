"""One door: reads change nothing, writes are one transaction, one entry, done once."""

from threading import Thread

import pytest
from sqlalchemy import delete, insert, select, text, update

from academy.domain.words import RuleBroken
from academy.store import history, undo
from academy.store.engine import PRAGMAS, connect, pragma_of
from academy.store.file import create, in_memory
from academy.store.problems import StoreUnavailable
from academy.store.store import Gesture
from explains import journal_explains

from .odd import ANN, Club, G, Pupil, a_full_club, alter, new_pupil, odd_store, open_club

BULK = (
    update(Club).values(size=1),
    delete(Club),
    insert(Club).values(name="x", size=1),
    text("DELETE FROM odd_clubs"),
)


def driver(store):
    return store._reading.raw_connection().driver_connection


def test_every_setting_of_the_database_is_as_we_say(tmp_path):
    store = create(tmp_path / "a.academy", ANN)
    assert {name: pragma_of(driver(store), name) for name in PRAGMAS} == PRAGMAS
    assert PRAGMAS["synchronous"] == 2  # FULL
    store.close()


def test_a_broken_rule_and_an_idle_command_leave_nothing(odd, seen):
    def breaks(db):
        open_club(db, "x")
        raise RuleBroken("no")

    with pytest.raises(RuleBroken):
        odd.write(G, breaks)
    odd.write(G, lambda _db: None)
    assert odd.read(history.latest) == 0
    assert not seen(odd)["odd_clubs"]


@pytest.mark.parametrize("statement", BULK, ids=str)
def test_bulk_statements_are_refused(odd, statement):
    with pytest.raises(TypeError, match="journal sees it"):
        odd.write(G, lambda db: db.execute(statement))


def test_a_query_can_change_nothing(odd, seen):
    club = odd.write(G, open_club, "x")
    before = seen(odd)

    def quietly(db):
        db.get_one(Club, club).size = 7

    def behind_the_session(db):
        db.connection().execute(update(Club).values(size=7))

    for query in (quietly, lambda db: open_club(db, "y"), behind_the_session):
        with pytest.raises(RuntimeError, match="changes nothing"):
            odd.read(query)
    assert seen(odd) == before


def test_a_query_can_change_nothing_after_a_write_that_found_the_file_busy(tmp_path, seen):
    """What may be written is switched only when it changes; a write may end right behind that."""
    path = tmp_path / "odd.academy"
    store = odd_store(path)
    driver(store).execute("PRAGMA busy_timeout=1")
    other = connect(path)
    for round_ in range(2):
        store.write(G, open_club, f"x{round_}")
        before = seen(store)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable) as told:
            store.write(G, open_club, "y")
        assert told.value.key == "store_busy"
        other.execute("ROLLBACK")
        with pytest.raises(RuntimeError, match="changes nothing"):
            store.read(lambda db: db.connection().execute(update(Club).values(size=7)))
        assert seen(store) == before
    other.close()
    store.close()


def test_one_session_at_a_time(odd):
    def reads_inside(db):
        open_club(db, "x")
        return odd.read(history.latest)

    with pytest.raises(RuntimeError, match="One session at a time"):
        odd.write(G, reads_inside)
    with pytest.raises(RuntimeError, match="One session at a time"):
        odd.read(lambda _db: odd.read(history.latest))
    assert odd.read(history.latest) == 0


def test_another_thread_is_refused(odd):
    caught = []

    def elsewhere():
        try:
            odd.read(history.latest)
        except RuntimeError as error:
            caught.append(str(error))

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert caught == ["The store belongs to the thread that opened it"]


def test_a_doubled_click_does_the_thing_once(odd, seen):
    once = Gesture("open", once="form 7")
    first = odd.write(once, open_club, "x")
    assert odd.write(once, open_club, "x again") == first
    assert len(seen(odd)["odd_clubs"]) == 1
    odd.undo()
    odd.redo()
    assert odd.write(once, open_club, "x") == first
    assert odd.write(Gesture("open", once="form 8"), open_club, "y") != first


def test_a_command_with_a_commit_key_returns_something_plain(odd):
    with pytest.raises(TypeError):
        odd.write(Gesture("open", once="k"), lambda db: {open_club(db, "x")})
    assert odd.read(history.latest) == 0


def test_whoever_works_is_known_to_the_command(odd):
    assert odd.read(lambda db: db.who) == ANN
    assert odd.write(G, lambda db: db.who) == ANN


def test_filling_an_empty_academy_is_one_entry_that_stays(seen):
    store = odd_store()
    changes = []
    store.on_change = changes.append
    clubs = [{"id": n, "name": f"c{n}", "size": 3} for n in range(1, 2001)]
    store.fill(Gesture("make_sample"), [(Club, clubs), (Pupil, [{"id": 1, "name": "P"}])])
    assert len(seen(store)["odd_clubs"]) == 2000
    assert seen(store)["odd_pupils"][1]["active"] is True  # defaults apply
    assert changes == [{"odd_clubs": set(), "odd_pupils": set()}]
    assert store.read(undo.stacks).blocked_by.bar == "filled"
    with pytest.raises(RuntimeError, match="without a history"):
        store.fill(G, [(Club, [{"name": "z", "size": 1}])])
    pupil = store.write(G, new_pupil, "Q")
    store.write(G, alter, Pupil, pupil, name="R")
    journal_explains(store)
    store.close()


def test_what_goes_behind_the_journal_is_found():
    """Control: the check that ends every test sees a bypass."""
    store = odd_store()

    def mixed(db):
        open_club(db, "seen")
        db.bulk_insert_mappings(Club, [{"name": "unseen", "size": 1}])

    store.write(G, mixed)
    with pytest.raises(AssertionError, match="no entry made"):
        journal_explains(store)
    store.close()


def test_changes_are_announced_after_every_commit_by_whomever(desks):
    ann, bob = desks(), desks()
    to_ann, to_bob = [], []
    ann.on_change, bob.on_change = to_ann.append, to_bob.append
    club = ann.write(G, open_club, "x")
    bob.write(G, new_pupil, "P")
    assert to_ann == [{"odd_clubs": {club}}]
    assert to_bob == [{"odd_clubs": {club}, "odd_pupils": {1}}]
    ann.poll()
    ann.poll()
    assert to_ann[1:] == [{"odd_pupils": {1}}]


def test_a_closed_store_lets_go_of_the_file(tmp_path):
    store = create(tmp_path / "a.academy", ANN, name="Anytown")
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == ["a.academy"]


def test_an_academy_in_memory_is_empty_and_complete():
    store = in_memory(ANN)
    names = store.read(lambda db: set(db.scalars(select(text("name from sqlite_master")))))
    assert {"people", "cohorts", "marks", "journal_entries"} <= names
    store.close()


def test_one_store_reads_its_own_writing_at_once(odd, seen):
    a_full_club(odd, 2)
    assert len(seen(odd)["odd_visits"]) == 2
