"""Files of older programs: brought to today's tables whole, or left as they were."""

import re
import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from academy.domain.base import Entity
from academy.domain.words import Who
from academy.store import file, history, migrate, schema, undo
from academy.store.backup import backups, restore
from academy.store.engine import connect, open_engine
from academy.store.migrate import MIGRATIONS, MigrationBroken, configured
from academy.store.reading import counts
from academy.store.store import Gesture, NothingToUndo

from .programs import run
from .test_file import add_person, people

ANN = Who("Ann")
G = Gesture("add_person")
STEP = '''"""A step of a later release, for tests."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
recounted = frozenset()


def upgrade():
    {body}
'''
REBUILD = """with op.batch_alter_table("people", table_kwargs={"sqlite_autoincrement": True}) as b:
        b.alter_column("phone", new_column_name="telephone")"""


def tables(connection):
    """Return what SQLite wrote down of each table and index: its words, and columns in order."""
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        name: (sorted(re.findall(r"\w+", sql)), columns(connection, name))
        for name, sql in found.fetchall()
        if name != "alembic_version"
    }


def columns(connection, table):
    return connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()


def test_a_new_academy_has_the_tables_the_migrations_make():
    made, migrated = open_engine(None), open_engine(None)
    schema.make_tables(made.raw_connection().driver_connection)
    with migrated.execution_options(writing=True).begin() as connection:
        command.upgrade(configured(connection), "head")
        differences = compare_metadata(
            MigrationContext.configure(connection, opts={"compare_type": True}), Entity.metadata
        )
        driver = connection.connection.driver_connection
        assert differences == []
        assert tables(made.raw_connection().driver_connection) == tables(driver)
    made.dispose()
    migrated.dispose()


def test_the_newest_revision_is_the_one_the_program_wants():
    with open_engine(None).execution_options(writing=True).begin() as connection:
        scripts = ScriptDirectory.from_config(configured(connection))
        steps = [step.revision for step in scripts.walk_revisions()]
    assert tuple(reversed(steps)) == schema.REVISIONS


@pytest.fixture
def later(tmp_path, monkeypatch):
    """Make this program one release newer: write the step that it would bring."""
    scripts = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))

    def release(body=REBUILD, recounted=""):
        text = STEP.format(body=body).replace("frozenset()", f"frozenset([{recounted}])")
        (scripts / "versions" / "0002_later.py").write_text(text)
        monkeypatch.setattr(file, "SCHEMA", "0002")
        monkeypatch.setattr(file, "REVISIONS", ("0001", "0002"))

        def upgraded(path, _goal="0002"):
            migrate.migrate(path, "0002", scripts=scripts)

        monkeypatch.setattr(file, "migrate", upgraded)
        return scripts

    return release


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Anytown.academy"
    store = file.create(path, ANN, name="Anytown")
    store.write(G, add_person, "Aoife")
    store.write(G, add_person, "Ben")
    store.undo()  # the id 2 was used
    store.close()
    return path


def test_an_older_file_is_backed_up_and_brought_up_to_date(path, later):
    later()
    before = connect(path)
    kept = counts(before)
    before.close()
    store = file.open_academy(path, ANN)
    store.close()
    after = connect(path)
    assert counts(after) == kept
    assert after.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
    assert "telephone" in [row[1] for row in after.execute("PRAGMA table_info(people)")]
    used = after.execute("SELECT seq FROM sqlite_sequence WHERE name='people'").fetchone()
    assert used == (2,)  # so that nobody gets the id of the person taken back
    after.close()
    [made] = backups(path)
    assert made.reason == "before-0002"


def test_undo_ends_at_a_migration_and_history_does_not(path, later):
    later("pass")
    store = file.open_academy(path, ANN)
    with pytest.raises(NothingToUndo) as caught:
        store.undo()
    assert caught.value.blocked_by.schema == "0001"
    lines = store.read(history.entries, 9)
    assert {line.why_not for line in lines} == {"upgraded", "undone", "filled"}
    store.write(G, add_person, "new")
    store.undo()
    assert len(store.read(undo.stacks).redo) == 1
    store.close()


def test_an_older_file_that_cannot_be_written_is_read_as_a_migrated_copy(path, later):
    later("pass")
    before = path.read_bytes()
    store = file.open_academy(path, ANN, read_only=True)
    assert people(store) == ["Aoife"]
    assert store.why_read_only == "copy"
    store.close()
    assert path.read_bytes() == before
    assert backups(path) == []


DANGLING = "INSERT INTO marks VALUES (1, 7, 7, 'P', '', '')"
LOSING = {
    "rows": ('op.execute("DELETE FROM people")', "", "rows before"),
    "references": (f'op.execute("{DANGLING}")', '"marks"', "references to nothing"),
    "a step": ('op.execute("DROP TABLE nowhere")', "", "no such table"),
}


@pytest.mark.parametrize(("body", "recounted", "told"), LOSING.values(), ids=LOSING.keys())
def test_a_migration_that_would_lose_something_changes_nothing(path, later, body, recounted, told):
    before = path.read_bytes()
    later(body, recounted)
    with pytest.raises((MigrationBroken, OperationalError), match=told):
        file.open_academy(path, ANN)
    assert path.read_bytes() == before
    assert len(backups(path)) == 1


def test_a_change_of_counts_that_was_declared_is_no_loss(path, later):
    later('op.execute("DELETE FROM people")', '"people"')
    store = file.open_academy(path, ANN)
    assert people(store) == []
    store.close()


MIGRATES = """
import os, sys, threading
from pathlib import Path
from academy.store import migrate
kill = threading.Timer(float(sys.argv[3]), os.kill, (os.getpid(), 9))
kill.start()
migrate.migrate(Path(sys.argv[1]), "0002", scripts=Path(sys.argv[2]))
kill.cancel()
"""


def test_a_program_killed_while_migrating_leaves_the_old_or_the_new_tables(path, later):
    scripts = later()
    whole = path.read_bytes()
    revisions = set()
    for tenths in (5, 8, 10, 40):
        path.write_bytes(whole)
        run(MIGRATES, path, scripts, tenths / 10)
        connection = connect(path)
        revisions.add(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert counts(connection)["people"] == 1
        connection.close()
    assert revisions <= {"0001", "0002"}
    assert "0002" in revisions


FULL = """
import resource, shutil, signal, sys
from pathlib import Path
from academy.store import migrate
from academy.store.problems import StoreUnavailable
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
whole, scripts = Path(sys.argv[1]), Path(sys.argv[2])
for step in range(-8, 12):
    path = whole.with_name(f"full {step}.academy")
    shutil.copy(whole, path)
    size = max(0, path.stat().st_size + step * 4096) if step < 8 else resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        migrate.migrate(path, "0002", scripts=scripts)
        print("migrated", end=" ")
    except StoreUnavailable as problem:
        print(problem.key, end=" ")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
"""


def test_a_full_disk_leaves_the_old_or_the_new_tables(path, later, tmp_path):
    pytest.importorskip("resource")
    code, said = run(FULL, path, later())
    assert code == 0
    assert {"migrated"} < set(said.split()) <= {"migrated", "store_disk_trouble", "store_disk_full"}
    for result, name in zip(said.split(), range(-8, 12), strict=True):
        connection = connect(tmp_path / f"full {name}.academy")
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        assert found == ("0002" if result == "migrated" else "0001",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert counts(connection)["people"] == 1
        connection.close()


def test_an_older_backup_is_migrated_when_it_is_restored(path, later, tmp_path):
    old = tmp_path / "old.academy"
    shutil.copy(path, old)
    later("pass")
    done = restore(old, path, ANN)
    assert done.counts["people"] == 1
    connection = connect(path)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
    connection.close()


FIXTURES = sorted(Path(__file__).parents[1].glob("data/academy-*.academy"))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_files_of_every_released_program_open_whole(fixture, tmp_path):
    path = tmp_path / "old.academy"
    shutil.copy(fixture, path)
    connection = connect(path)
    before = counts(connection)
    connection.close()
    store = file.open_academy(path, ANN)
    assert len(people(store)) == before["people"] > 20
    store.close()
    connection = connect(path)
    assert counts(connection).items() >= {**before, "file_notes": 2}.items()
    connection.close()


def test_there_is_a_fixture_for_every_released_revision():
    assert [fixture.stem for fixture in FIXTURES] == [f"academy-{r}" for r in schema.REVISIONS]
