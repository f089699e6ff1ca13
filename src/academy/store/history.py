"""Reading the journal: what changed since, who changed what, and forgetting a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from academy.store.entries import FIELDS, Entry, fetched
from academy.store.journal import Db, table_named
from academy.store.tables import (
    Bar,
    journal_about,
    journal_changes,
    journal_entries,
    journal_reverses,
)
from academy.store.undo import LIMIT
from academy.store.values import shown

Changed = Mapping[str, set[int]]  # table name -> ids of the rows that changed; empty: many


@dataclass(frozen=True)
class Edit:
    """One field of one record, before and after an entry. No field: its values were erased.

    Before and after are Python values (dates, numbers, enum members); "•••" where they are
    withheld or sealed; None where the row was not there or had nothing.
    """

    entry: Entry
    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Line:
    """One line of History: the entry, how many rows it touched, and why it cannot be undone."""

    entry: Entry
    rows: int
    why_not: Bar | None


def latest(db: Db) -> int:
    """Return the id of the newest entry; 0 in an empty journal."""
    return db.connection().scalar(sa.select(sa.func.max(journal_entries.c.id))) or 0


def began(db: Db) -> datetime | None:
    """Return the moment of the first entry, in UTC: it tells one academy from every other."""
    first = sa.select(journal_entries.c.at).order_by(journal_entries.c.id).limit(1)
    return db.connection().scalar(first)


def newest(db: Db) -> Entry | None:
    """Return the newest entry; none in an empty journal."""
    wanted = sa.select(*FIELDS).order_by(journal_entries.c.id.desc()).limit(1)
    return next(iter(fetched(db.connection(), wanted)), None)


def since(db: Db, entry: int) -> tuple[int, Changed]:
    """Return what changed after the given entry, by whomever, and the last entry that did."""
    changed: dict[str, set[int]] = defaultdict(set)
    c = journal_changes.c
    later = sa.select(c.entry_id, c.table_name, c.row_id).where(c.entry_id > entry)
    for newest, table, row_id in db.connection().execute(later):
        changed[table].add(row_id)
        entry = max(entry, newest)
    return entry, changed


def history(db: Db, table: str, row_id: int) -> list[Edit]:
    """Return who changed which field of a record, and when; the newest last."""
    c = journal_changes.c
    wanted = sa.select(c.entry_id, c.before, c.after).where(_of(table, row_id))
    changes = db.connection().execute(wanted.order_by(c.entry_id, c.position)).all()
    ids = {change.entry_id for change in changes}
    some = sa.select(*FIELDS).where(journal_entries.c.id.in_(ids))
    entries = {entry.id: entry for entry in fetched(db.connection(), some)}
    known = table_named(table)
    return [
        Edit(
            entries[change.entry_id],
            name,
            shown(known, name, (change.before or {}).get(name)),
            shown(known, name, (change.after or {}).get(name)),
        )
        for change in changes
        for name in change.before or change.after or [""]
        if not _follows(known, name)
    ]


def _follows(table: sa.Table | None, field: str) -> bool:
    """Whether a column only follows others of its row, which tell the change already."""
    column = None if table is None else table.c.get(field)
    return column is not None and bool(column.info.get("follows"))


def entries(
    db: Db,
    limit: int,
    table: str | None = None,
    row_id: int | None = None,
    *,
    among: sa.Select[int] | sa.CompoundSelect[int] | None = None,
) -> list[Line]:
    """Return the newest entries, of everything, of a table or of one record, newest first.

    `among` selects the ids of the entries to choose from.
    """
    wanted = sa.select(*FIELDS).order_by(journal_entries.c.id.desc()).limit(limit)
    if among is not None:
        wanted = wanted.where(journal_entries.c.id.in_(among))
    if table is not None:
        touching = [
            sa.select(of.c.entry_id).where(
                of.c.table_name == table, *([] if row_id is None else [of.c.row_id == row_id])
            )
            for of in (journal_changes, journal_about)
        ]
        wanted = wanted.where(journal_entries.c.id.in_(sa.union(*touching)))
    return _lines(db, fetched(db.connection(), wanted))


def lines(db: Db, ids: Iterable[int]) -> list[Line]:
    """Return these entries, newest first."""
    wanted = sa.select(*FIELDS).where(journal_entries.c.id.in_(ids))
    return _lines(db, fetched(db.connection(), wanted.order_by(journal_entries.c.id.desc())))


def bar(db: Db) -> sa.ColumnElement[str]:
    """Return why an entry cannot be undone, as `Line.why_not` says it; “” where it can be."""
    e, undone = journal_entries.c, sa.select(journal_reverses.c.reversed_id)
    return sa.case(
        (e.bar.is_not(None), sa.cast(e.bar, sa.String)),
        (e.id.in_(undone), Bar.UNDONE.value),
        (e.schema != db.schema, Bar.UPGRADED.value),
        (e.id < _oldest_offered(db), Bar.OLD.value),
        else_="",
    )


def people(db: Db) -> list[str]:
    """Return everybody who ever changed something: one look along the index for each of them."""
    found: list[str] = []
    by, run = journal_entries.c.by, db.connection()
    while next_ := run.scalar(sa.select(sa.func.min(by)).where(by > (found[-1] if found else ""))):
        found.append(next_)
    return found


def _lines(db: Db, found: list[Entry]) -> list[Line]:
    ids = [entry.id for entry in found]
    undone, rows, oldest = _undone(db, ids), _rows(db, ids), _oldest_offered(db)
    return [
        Line(entry, rows.get(entry.id, 0), _why_not(db, entry, entry.id in undone, oldest))
        for entry in found
    ]


def touched(db: Db, entry_id: int) -> Changed:
    """Return the rows an entry changed or spoke of."""
    changed: dict[str, set[int]] = defaultdict(set)
    for of in (journal_changes, journal_about):
        mine = sa.select(of.c.table_name, of.c.row_id).where(of.c.entry_id == entry_id)
        for table, row_id in db.connection().execute(mine):
            changed[table].add(row_id)
    return changed


def _why_not(db: Db, entry: Entry, undone: bool, oldest: int) -> Bar | None:  # noqa: FBT001
    if entry.bar is not None:
        return entry.bar
    if undone:
        return Bar.UNDONE
    if entry.schema != db.schema:
        return Bar.UPGRADED
    return Bar.OLD if entry.id < oldest else None


def _undone(db: Db, ids: list[int]) -> set[int]:
    column = journal_reverses.c.reversed_id
    return set(db.connection().scalars(sa.select(column).where(column.in_(ids))))


def _rows(db: Db, ids: list[int]) -> dict[int, int]:
    c = journal_changes.c
    each = sa.select(c.entry_id, c.table_name, c.row_id).where(c.entry_id.in_(ids)).distinct()
    rows = each.subquery()
    counted = sa.select(rows.c.entry_id, sa.func.count()).group_by(rows.c.entry_id)
    return {row.entry_id: row[1] for row in db.connection().execute(counted)}


def _oldest_offered(db: Db) -> int:
    c = journal_entries.c
    return db.connection().scalar(sa.select(c.id).order_by(c.id.desc()).offset(LIMIT - 1)) or 0


def version(db: Db, table: str, row_id: int) -> int:
    """Return the last entry that touched a record. A draft carries it, to be refused when stale."""
    newest = sa.select(sa.func.max(journal_changes.c.entry_id)).where(_of(table, row_id))
    return db.connection().scalar(newest) or 0


def redact(db: Db, table: str, row_ids: Iterable[int]) -> None:
    """Erase the values of records from the journal; that something happened stays."""
    db.flush()  # the deletion itself is in the journal, too
    these, run = _of(table, *row_ids), db.connection()
    entries_of = sa.select(journal_changes.c.entry_id).where(these)
    run.execute(
        sa.update(journal_entries)
        .where(journal_entries.c.id.in_(entries_of), journal_entries.c.bar.is_(None))
        .values(bar=Bar.ERASED)
    )
    for column in journal_changes.c.before, journal_changes.c.after:
        erased = sa.update(journal_changes).where(these, column.is_not(None))
        run.execute(erased.values({column: {}}))


def _of(table: str, *row_ids: int) -> sa.ColumnElement[bool]:
    return sa.and_(journal_changes.c.table_name == table, journal_changes.c.row_id.in_(row_ids))
