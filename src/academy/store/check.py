"""Looking an academy file over without changing it: what `academy check` tells of the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from academy import __version__
from academy.store.engine import Driver
from academy.store.lock import is_held_elsewhere, lock_path
from academy.store.problems import StoreUnavailable
from academy.store.reading import (
    beside,
    faults,
    is_hot,
    is_open,
    reading,
    require_academy,
    revision_of,
)
from academy.store.schema import REVISIONS, SCHEMA

REUSED: Final = """SELECT table_name, max(row_id) FROM journal_changes c
    JOIN sqlite_sequence s ON s.name = c.table_name GROUP BY table_name HAVING max(row_id) > seq"""
ORPHANS: Final = """SELECT count(*) FROM journal_changes
    WHERE entry_id NOT IN (SELECT id FROM journal_entries)"""


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be: a code with facts, and the table or file it is in."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    where: str = ""


def check(path: Path) -> list[Finding]:
    """Return what is wrong with an academy file; nothing when it is sound."""
    path = path.absolute()
    try:
        require_academy(path)
        found = list(_left_beside(path))
        with reading(path) as connection:
            return found + list(_inside(connection))
    except StoreUnavailable as problem:
        facts = {name: fact for name, fact in problem.facts.items() if name != "path"}
        return [Finding(problem.key, facts, path.name)]


def _left_beside(path: Path) -> Iterator[Finding]:
    """Tell what a program that did not end well left in the folder."""
    if is_hot(path):
        yield Finding("unfinished_write", where=beside(path, "-journal").name)
    lock = lock_path(path)
    if lock.exists() and not is_open(path) and not is_held_elsewhere(path):
        yield Finding("stale_lock", where=lock.name)
    for ending in (".new", ".part"):
        for file in path.parent.glob(f".{path.stem}*{ending}"):
            yield Finding("orphan_file", {"bytes": file.stat().st_size}, file.name)


def _inside(connection: Driver) -> Iterator[Finding]:
    revision = revision_of(connection)
    if revision not in REVISIONS:
        yield Finding("store_too_new", {"saved_by": revision, "program": __version__})
        return
    damage = faults(connection, thorough=True)
    yield from (Finding("store_damaged", {"found": line}) for line in damage)
    if damage:
        return
    if revision != SCHEMA:
        yield Finding("older_tables", {"revision": revision, "now": SCHEMA})
    for table, count in _references_to_nothing(connection).items():
        yield Finding("reference_to_nothing", {"n": count}, table)
    for table, row_id in connection.execute(REUSED).fetchall():
        yield Finding("ids_reused", {"id": row_id}, table)
    if count := connection.execute(ORPHANS).fetchone()[0]:
        yield Finding("orphan_changes", {"n": count}, "journal_changes")
    yield from _clock(connection.execute("SELECT max(at) FROM journal_entries").fetchone()[0])


def _references_to_nothing(connection: Driver) -> dict[str, int]:
    tables: Iterable[str] = [row[0] for row in connection.execute("PRAGMA foreign_key_check")]
    counted: dict[str, int] = {}
    for table in tables:
        counted[table] = counted.get(table, 0) + 1
    return counted


def _clock(newest: str | None) -> Iterator[Finding]:
    """Tell when the newest entry is later than now: one of the two clocks is wrong."""
    if newest and datetime.fromisoformat(newest).replace(tzinfo=UTC) > datetime.now(UTC):
        yield Finding("clock_behind", {"newest": newest}, "journal_entries")
