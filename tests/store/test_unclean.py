"""After a program died while it was writing, and beside one that has the academy open."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlcipher3.dbapi2 as sqlite

from academy.domain.words import Who
from academy.store.check import check
from academy.store.engine import connect, pragma_of
from academy.store.file import FileLocked, StoreUnavailable, open_academy
from academy.store.lock import is_held_elsewhere, lock_path
from academy.store.reading import beside

from .programs import run
from .test_file import ANN, G, add_person, path, people, refused

__all__ = ["path"]  # a fixture


DIES_IN_A_COMMAND = """
import os, sys
from pathlib import Path
from academy.domain.people import Person
from academy.domain.words import Who
from academy.store.file import open_academy
from academy.store.store import Gesture
store = open_academy(Path(sys.argv[1]), Who("Kid"))
store._reading.raw_connection().driver_connection.execute("PRAGMA cache_size=10")
def many(db):
    for n in range(4000):
        db.add(Person(full_name="half " * 20))
        if n % 500 == 0:
            db.flush()
    db.flush()
    os.kill(os.getpid(), 9)
store.write(Gesture("x"), many)
"""
DIES_IN_SQLITE = """
import os, sys
from pathlib import Path
from academy.store.engine import connect
c = connect(Path(sys.argv[1]))
c.execute("PRAGMA cache_size=1")
c.execute("BEGIN IMMEDIATE")
c.execute("CREATE TABLE t (x)")
c.executemany("INSERT INTO t VALUES (?)", [("x" * 3000,)] * 900)
os.kill(os.getpid(), 9)
"""


def kill_while_writing(path, code=DIES_IN_A_COMMAND):
    """Leave the file as a program does that dies in the middle of a large command."""
    assert run(code, path)[0] == -9
    assert beside(path, "-journal").stat().st_size > 0


def test_the_second_to_open_is_told_who_has_it_and_may_read(path):
    first = open_academy(path, ANN)
    problem = refused(path, "store_locked")
    assert isinstance(problem, FileLocked)
    assert (problem.facts["by"], problem.exit_code) == ("Ann", 3)
    assert datetime.now(UTC) - problem.facts["since"] < timedelta(minutes=1)
    second = open_academy(path, Who("Sam"), read_only=True)
    assert (second.read_only, second.why_read_only) == (True, "asked")
    first.write(G, add_person, "Ben")
    told = []
    second.on_change = told.append
    second.poll()
    assert told == [{"people": {2}}]
    assert people(second) == ["Aoife", "Ben"]
    with pytest.raises(StoreUnavailable) as caught:
        second.write(G, add_person, "x")
    assert caught.value.key == "store_read_only"
    second.close()
    first.write(G, add_person, "still writing")
    first.close()
    open_academy(path, ANN).close()
    assert not lock_path(path).exists()


def test_a_lock_whose_program_is_gone_is_taken_over(path):
    lock_path(path).write_text('{"by": "Sam", "computer": "x", "process": 1, "since": "?"}')
    assert not is_held_elsewhere(path)
    assert [finding.code for finding in check(path)] == ["stale_lock"]
    open_academy(path, ANN).close()
    assert check(path) == []


def test_after_an_unclean_end_a_reader_sees_the_file_mended_and_leaves_it_alone(path):
    kill_while_writing(path)
    before = {f: f.read_bytes() for f in path.parent.iterdir()}
    reader = open_academy(path, ANN, read_only=True)
    assert people(reader) == ["Aoife"]
    assert reader.why_read_only == "copy"
    reader.close()
    assert {f: f.read_bytes() for f in path.parent.iterdir()} == before
    assert {finding.code for finding in check(path)} == {"unfinished_write", "stale_lock"}
    writer = open_academy(path, ANN)
    assert people(writer) == ["Aoife"]
    writer.close()
    assert check(path) == []


def test_a_hot_journal_of_a_newer_academy_is_left_as_it_is(path):
    connection = connect(path)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    kill_while_writing(path, DIES_IN_SQLITE)
    refused(path, "store_too_new")


def test_a_file_that_another_tool_gave_a_write_ahead_log_is_read_and_set_right(path):
    tool = sqlite.connect(str(path), isolation_level=None)
    tool.execute("PRAGMA journal_mode=WAL")
    tool.execute("UPDATE people SET full_name='Aoife Byrne'")
    kept = {file: file.read_bytes() for file in path.parent.iterdir()}
    assert beside(path, "-wal") in kept
    tool.close()
    for file, data in kept.items():  # as the tool left it when it was killed
        file.write_bytes(data)
    reader = open_academy(path, ANN, read_only=True)
    assert people(reader) == ["Aoife Byrne"]
    reader.close()
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == kept
    writer = open_academy(path, ANN)
    assert people(writer) == ["Aoife Byrne"]
    assert (
        pragma_of(writer._reading.raw_connection().driver_connection, "journal_mode") == "truncate"
    )
    writer.close()
    assert not beside(path, "-wal").exists()
