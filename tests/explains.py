"""The journal must explain the database: played back from today, every change fits."""

from typing import Any

import sqlalchemy as sa

from academy.domain.base import Entity
from academy.store.journal import Db, table_named
from academy.store.store import Store
from academy.store.tables import Bar, journal_changes, journal_entries
from academy.store.values import WITHHELD, decode

Rows = dict[str, dict[int, dict[str, Any]]]


def journal_explains(store: Store) -> None:
    """Play every change backwards; nothing is left but what was there before the first entry.

    This finds whatever changed rows behind the journal's back. Erased values are skipped.
    """
    left, filled = store.read(_played_back)
    assert filled or not any(left.values()), f"rows that no entry made: {left}"


def rows_of(db: Db) -> Rows:
    """Return every row of every entity's table, columns outside the journal left out."""
    found: Rows = {}
    there = set(sa.inspect(db.connection()).get_table_names())
    for name in sorted({m.local_table.name for m in Entity.registry.mappers} & there):
        table = table_named(name)
        columns = [c for c in table.c if c.info.get("journal", True)]
        rows = db.connection().execute(sa.select(*columns).order_by(table.c.id)).mappings()
        found[name] = {row["id"]: dict(row) for row in rows}
    return found


def _played_back(db: Db) -> tuple[Rows, bool]:
    rows, c, e = rows_of(db), journal_changes.c, journal_entries.c
    barred = sa.select(e.id).where(e.bar == Bar.FILLED)
    filled = db.connection().scalar(barred) is not None
    newest_first = sa.select(journal_changes).order_by(c.entry_id.desc(), c.position.desc())
    mine = newest_first.join(journal_entries).where(e.schema == db.schema)
    for change in db.connection().execute(mine):
        _take_back(rows[change.table_name], change)
    return rows, filled


def _take_back(rows: dict[int, dict[str, Any]], change: Any) -> None:
    table = table_named(change.table_name)
    if change.after is None:
        assert change.row_id not in rows, f"still there: {change}"
        rows[change.row_id] = _plain(table, change.before)
        return
    row = rows[change.row_id]
    if change.before is None and change.after:
        assert row.keys() <= change.after.keys(), f"columns left out: {change}"
    for name, value in _plain(table, change.after).items():
        assert row.get(name, value) == value or WITHHELD in (row.get(name), value), change
    if change.before is None:
        del rows[change.row_id]
    else:
        row |= _plain(table, change.before)


def _plain(table: sa.Table, values: dict[str, Any]) -> dict[str, Any]:
    withheld = {name: value for name, value in values.items() if value == WITHHELD}
    return decode(table, {n: v for n, v in values.items() if n not in withheld}) | withheld
