"""Why an entry cannot be taken back now: who did what to its rows since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from academy.store.entries import FIELDS, Entry, Found, fetched
from academy.store.journal import Db
from academy.store.tables import Bar, journal_about, journal_changes, journal_entries

Row = tuple[str, int]  # table name, id
CHUNK = 400


class Conflict(Exception):  # noqa: N818 - as the screens call it
    """Somebody changed rows since; taking the entry back would undo their work.

    `rows` are those in the way, `of` counts all rows of the entry; `by`, `at` and `entry` tell
    the newest entry in the way, when it is known.
    """

    def __init__(self, rows: Sequence[Row], of: int, newest: Entry | None) -> None:
        super().__init__(rows, of, newest)
        self.rows = tuple(rows)
        self.of = of
        self.table, self.row_id = rows[0]
        self.entry = newest
        self.by: str | None = newest.by if newest else None
        self.at: datetime | None = newest.at if newest else None


class NotUndoable(Exception):  # noqa: N818
    """The entry cannot be taken back: by its nature, its age, or because it already was."""

    def __init__(self, entry: Entry, why: Bar) -> None:
        super().__init__(entry, why)
        self.entry = entry
        self.why = why


class NothingToUndo(Exception):  # noqa: N818
    """There is nothing to take back. `blocked_by` is the entry that ends the list, if any."""

    def __init__(self, blocked_by: Entry | None = None) -> None:
        super().__init__(blocked_by)
        self.blocked_by = blocked_by


def conflict(db: Db, rows: Sequence[Row], of: int) -> Conflict:
    """Return the conflict over these rows, with the newest entry that touched any of them."""
    newest = max((_newest(db, *row) for row in rows[:CHUNK]), default=0)
    found = fetched(db.connection(), sa.select(*FIELDS).where(journal_entries.c.id == newest))
    return Conflict(rows, of, found[0] if found else None)


def _newest(db: Db, table: str, row_id: int) -> int:
    c = journal_changes.c
    others = (c.table_name == table) & (c.row_id == row_id) & (c.entry_id != db.entry)
    return db.connection().scalar(sa.select(sa.func.max(c.entry_id)).where(others)) or 0


def require_unspoken(db: Db, entry_id: int) -> None:
    """Refuse an entry when a later one that cannot be undone speaks of its rows."""
    about, change = journal_about.c, journal_changes.c
    same = (about.table_name == change.table_name) & (about.row_id == change.row_id)
    spoken = (
        sa.select(about.table_name, about.row_id, about.entry_id)
        .join_from(journal_changes, journal_about, same)
        .join(journal_entries, journal_entries.c.id == about.entry_id)
        .where(change.entry_id == entry_id, about.entry_id > entry_id)
        .where(journal_entries.c.bar.is_not(None))
        .distinct()
        .order_by(about.entry_id.desc())
    )
    if found := db.connection().execute(spoken).all():
        newest = sa.select(*FIELDS).where(journal_entries.c.id == found[0].entry_id)
        rows = [(table, row_id) for table, row_id, _ in found]
        raise Conflict(rows, _size(db, entry_id), fetched(db.connection(), newest)[0])


def _size(db: Db, entry_id: int) -> int:
    rows = (
        sa.select(journal_changes.c.table_name, journal_changes.c.row_id)
        .where(journal_changes.c.entry_id == entry_id)
        .distinct()
        .subquery()
    )
    return db.connection().scalar(sa.select(sa.func.count()).select_from(rows)) or 0


def in_the_way(db: Db, table: sa.Table, row: Found) -> Row:
    """Return the row that made the database refuse: one that refers to it, or its lost parent."""
    if row.before is None:
        return _referring(db, table, row.row_id) or (table.name, row.row_id)
    for column in table.c:
        for key in column.foreign_keys:
            parent, wanted = key.column.table, row.before.get(column.name)
            there = sa.select(parent.c.id).where(parent.c.id == wanted)
            if wanted is not None and db.connection().scalar(there) is None:
                return parent.name, wanted
    return table.name, row.row_id


def _referring(db: Db, table: sa.Table, row_id: int) -> Row | None:
    for other in table.metadata.sorted_tables:
        for column in other.c:
            if "id" in other.c and column.references(table.c.id):
                found = db.connection().scalar(sa.select(other.c.id).where(column == row_id))
                if found is not None:
                    return other.name, found
    return None
