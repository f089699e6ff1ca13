"""Bringing an older academy file to the tables of this program, all at once or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from academy.store.engine import Driver, open_engine
from academy.store.reading import counts, explaining, note_open
from academy.store.schema import SCHEMA

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).with_name("migrations")


class MigrationBroken(Exception):  # noqa: N818 - it names what happened
    """A migration would have lost rows or left references to nothing; the file is as it was."""


def migrate(path: Path, goal: str = SCHEMA, *, scripts: Path = MIGRATIONS) -> None:
    """Bring a file to a revision in one transaction; rows may not get lost on the way.

    Foreign keys are off while tables are rebuilt, which SQLite allows only before BEGIN, and
    are checked before COMMIT. Nobody else may have the file open.
    """
    engine = open_engine(path).execution_options(writing=True)
    note_open(path, 1)
    try:
        with explaining(path), engine.connect() as connection:
            driver: Driver = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                upgrade(connection, goal, scripts)
    finally:
        engine.dispose()
        note_open(path, -1)


def upgrade(connection: sa.Connection, goal: str, scripts: Path) -> None:
    """Run the migrations inside the transaction that is open, and check what they did."""
    from alembic import command
    from alembic.script import ScriptDirectory

    driver: Driver = connection.connection.driver_connection
    before, old = counts(driver), driver.execute("SELECT * FROM alembic_version").fetchone()[0]
    config = configured(connection, scripts)
    command.upgrade(config, goal)
    steps = ScriptDirectory.from_config(config).walk_revisions(old, goal)
    recounted = {table for step in steps for table in getattr(step.module, "recounted", ())}
    _require_whole(driver, before, recounted | {"alembic_version"})
    never_reuse_ids(driver)


def configured(connection: sa.Connection, scripts: Path = MIGRATIONS) -> Config:
    """Return Alembic's settings, without a file of their own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _require_whole(driver: Driver, before: dict[str, int], recounted: set[str]) -> None:
    after = counts(driver)
    lost = {t: n for t, n in before.items() if t not in recounted and after.get(t) != n}
    if lost:
        raise MigrationBroken(f"rows before: {lost}, after: {after}")
    if broken := driver.execute("PRAGMA foreign_key_check").fetchall():
        raise MigrationBroken(f"references to nothing: {broken[:5]}")


def never_reuse_ids(driver: Driver) -> None:
    """Let no id be given twice: a table that was rebuilt has forgotten those of deleted rows."""
    used = "SELECT table_name, max(row_id) FROM journal_changes GROUP BY table_name"
    there = {name for (name,) in driver.execute("SELECT name FROM sqlite_master").fetchall()}
    known = dict(driver.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
    for table, highest in driver.execute(used).fetchall():
        if table in known:
            top = max(highest, known[table])
            driver.execute("UPDATE sqlite_sequence SET seq=? WHERE name=?", (top, table))
        elif table in there:
            driver.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, highest))
