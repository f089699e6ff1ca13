"""Backups count when they have been read again; a restore puts exactly the backup in place."""

import shutil
from datetime import datetime, timedelta

import pytest

from academy.domain.words import Who
from academy.store import backup as backups_module
from academy.store import copies, history
from academy.store.backup import (
    back_up,
    backups,
    folder_of,
    newest_made,
    newest_sound,
    restore,
    superseded,
)
from academy.store.engine import connect
from academy.store.file import StoreUnavailable, create, open_academy
from academy.store.reading import beside
from academy.store.store import Gesture

from .programs import start
from .test_file import add_person, people
from .test_unclean import kill_while_writing

ANN = Who("Ann")
G = Gesture("add_person")
NOW = datetime(2026, 11, 22, 9, 12)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Anytown.academy"
    store = create(path, ANN, name="Anytown")
    store.write(G, add_person, "Aoife")
    store.close()
    return path


def test_a_backup_is_whole_named_by_its_moment_and_counted(path):
    store = open_academy(path, ANN)
    store.write(G, add_person, "Ben")
    made = back_up(store, folder_of(path))
    again = back_up(store, folder_of(path))
    store.write(G, add_person, "after the backup")
    store.close()
    assert made.counts["people"] == 2
    assert made.bytes == made.path.stat().st_size
    assert datetime.now() - made.at < timedelta(minutes=1)
    assert [found.path for found in backups(path)] == [again.path, made.path]
    assert backups(path)[1] == made
    assert newest_made(path) == again
    reader = open_academy(made.path, ANN, read_only=True)
    assert people(reader) == ["Aoife", "Ben"]
    reader.close()
    assert {file.suffix for file in folder_of(path).iterdir()} == {".academy"}


def test_a_backup_of_an_academy_left_unclean_holds_what_was_committed(path):
    kill_while_writing(path)
    before = path.read_bytes()
    assert back_up(path, folder_of(path)).counts["people"] == 1
    assert path.read_bytes() == before


def test_only_what_is_an_academy_is_backed_up(path, tmp_path):
    path.write_bytes(b"")
    with pytest.raises(StoreUnavailable) as caught:
        back_up(path, tmp_path / "b")
    assert caught.value.key == "store_empty"
    assert not (tmp_path / "b").exists()


def test_a_copy_that_differs_is_thrown_away(path, monkeypatch):
    """The copy is spoilt on its way to the disk, after SQLite wrote it."""
    through = copies._write_through

    def spoil(file):
        connection = connect(file)
        connection.execute("DELETE FROM people")
        connection.close()
        through(file)

    monkeypatch.setattr(copies, "_write_through", spoil)
    with pytest.raises(StoreUnavailable) as caught:
        back_up(path, folder_of(path))
    assert caught.value.key == "store_backup_differs"
    assert list(folder_of(path).iterdir()) == []


def test_what_is_not_a_sound_backup_is_never_offered(path):
    good = back_up(path, folder_of(path), now=NOW)
    later = back_up(path, folder_of(path), now=NOW + timedelta(hours=1))
    data = bytearray(later.path.read_bytes())
    data[8192:8300] = bytes(108)
    later.path.write_bytes(data)
    (folder_of(path) / "Anytown 2027-01-01 00-00-00-000000.academy").touch()
    (folder_of(path) / "Anytown other.academy").touch()
    assert newest_sound(path) == good
    assert newest_sound(path.with_name("Other.academy")) is None


def test_backups_of_other_academies_in_the_folder_are_left_alone(path, tmp_path):
    other = tmp_path / "Anytown East.academy"
    shutil.copy(path, other)
    folder = tmp_path / "all"
    mine = back_up(path, folder, now=NOW)
    theirs = back_up(other, folder, now=NOW)
    assert [made.path for made in backups(path, folder)] == [mine.path]
    assert [made.path for made in backups(other, folder)] == [theirs.path]


def test_old_backups_are_thinned_out_to_daily_weekly_and_monthly_ones():
    hourly = [NOW - timedelta(hours=hours) for hours in range(24 * 400)]
    left = set(hourly) - superseded(hourly, NOW)
    assert {at for at in hourly if NOW - at < timedelta(days=2)} <= left
    assert len({at.date() for at in left if NOW - at < timedelta(days=14)}) >= 14
    assert len({at.strftime("%G-%V") for at in left}) >= 8
    assert len({at.strftime("%Y-%m") for at in left}) == 12
    assert len(left) <= 48 + 14 + 8 + 12
    assert superseded([], NOW) == set()


def test_backing_up_thins_out_but_never_what_was_made_before_a_migration(path):
    folder = folder_of(path)
    kept = back_up(path, folder, reason="before-0001", now=NOW - timedelta(days=900))
    for hours in (50, 51, 52):
        back_up(path, folder, now=NOW - timedelta(hours=hours))
    back_up(path, folder, now=NOW)
    assert len(backups(path)) == 3  # now, the last of that day, and the kept one
    assert kept.path.exists()
    assert backups(path)[-1].reason == "before-0001"


@pytest.mark.parametrize("leftover", [False, True], ids=["", "with a leftover journal"])
def test_restore_drill(path, leftover):
    made = back_up(path, folder_of(path))
    store = open_academy(path, ANN)
    store.write(G, add_person, "lost by restoring")
    store.close()
    if leftover:
        kill_while_writing(path)
    damaged = path.read_bytes()
    done = restore(made, path, ANN)
    assert done.aside.read_bytes() == damaged
    assert beside(done.aside, "-journal").exists() == leftover
    assert "damaged" in done.aside.name
    restored = open_academy(path, ANN)
    assert people(restored) == ["Aoife"]
    line = restored.read(history.entries, 1)[0]
    assert (line.entry.key, line.entry.by, line.why_not) == ("restore_backup", "Ann", "nature")
    assert line.entry.facts["made"] == made.at.isoformat()
    restored.close()
    assert made.path.exists()


def test_restoring_where_nothing_is_makes_the_academy(path, tmp_path):
    made = back_up(path, folder_of(path))
    goal = tmp_path / "new" / "b.academy"
    goal.parent.mkdir()
    done = restore(made.path, goal, ANN)
    assert (done.aside, done.counts["people"]) == (None, 1)


def test_a_spoilt_backup_moves_nothing(path):
    made = back_up(path, folder_of(path))
    made.path.write_bytes(made.path.read_bytes()[:9000])
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(StoreUnavailable):
        restore(made, path, ANN)
    after = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert after == before


def test_an_open_academy_is_not_restored_over(path):
    made = back_up(path, folder_of(path))
    store = open_academy(path, ANN)
    with pytest.raises(RuntimeError, match="Close the academy"):
        restore(made, path, ANN)
    store.close()
    assert backups_module.folder_of(path).exists()


WRITER = """
import sys
from pathlib import Path
from academy.domain.people import Person
from academy.domain.words import Who
from academy.store.file import open_academy
from academy.store.store import Gesture
store = open_academy(Path(sys.argv[1]), Who("Kid"))
def two(db):
    db.add(Person(full_name="one"))
    db.add(Person(full_name="other"))
print("go", flush=True)
while True:
    store.write(Gesture("add"), two)
"""


def test_backups_while_another_program_writes_hold_whole_commands(path, tmp_path):
    writer = start(WRITER, path)
    assert writer.stdout.readline() == "go\n"
    try:
        made = [back_up(path, tmp_path / "b") for _ in range(6)]
    finally:
        writer.kill()
        writer.communicate()
    for one in made:
        assert one.counts["people"] % 2 == 1  # Aoife, and pairs
        assert one.counts["people"] // 2 + 2 == one.counts["journal_entries"]
    assert made[0].counts["people"] < made[-1].counts["people"]
