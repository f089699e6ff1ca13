"""Undo and redo, read from the journal and written to it.

An entry is played backwards, so each row passes through the states it came from,
and no constraint can break on the way that held on the way there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from academy.store.conflicts import (
    Conflict,
    NothingToUndo,
    NotUndoable,
    Row,
    conflict,
    in_the_way,
    require_unspoken,
)
from academy.store.entries import FIELDS, Entry, Found, fetched
from academy.store.journal import Db, Facts, Gesture, table_named
from academy.store.tables import Bar, Kind, journal_changes, journal_entries, journal_reverses
from academy.store.values import Values, decode

__all__ = ["Conflict", "NotUndoable", "NothingToUndo", "Stacks", "reversal", "reverse", "stacks"]

LIMIT: Final = 50  # gestures back
CHUNK: Final = 5_000  # ids in one SELECT


@dataclass(frozen=True)
class Stacks:
    """What a person can undo and redo now, the next one last, and what ends the list."""

    undo: list[Entry]
    redo: list[Entry]
    blocked_by: Entry | None


def stacks(db: Db, by: str | None = None) -> Stacks:
    """Return the stacks of `by` (whoever asks): a fold over their latest gestures.

    What cannot be undone hides what came before it, as does a change of the tables.
    """
    mine = sa.select(*FIELDS).where(journal_entries.c.by == (by or db.who.name))
    latest = fetched(db.connection(), mine.order_by(journal_entries.c.id.desc()).limit(2 * LIMIT))
    undo: dict[int, Entry] = {}
    redo: dict[int, Entry] = {}
    blocked_by: Entry | None = None
    for entry in reversed(latest):
        for old in entry.reverses:
            undo.pop(old, None)
            redo.pop(old, None)
        if entry.kind is Kind.DO:
            redo.clear()
        if not entry.undoable or entry.schema != db.schema:
            undo.clear()
            blocked_by = entry
        else:
            (redo if entry.kind is Kind.UNDO else undo)[entry.id] = entry
    return Stacks(list(undo.values())[-LIMIT:], list(redo.values())[-LIMIT:], blocked_by)


def found(db: Db, entry_ids: Sequence[int]) -> list[Entry]:
    """Return these entries, newest first; LookupError if one is not there."""
    wanted = sa.select(*FIELDS).where(journal_entries.c.id.in_(entry_ids))
    entries = fetched(db.connection(), wanted.order_by(journal_entries.c.id.desc()))
    if len(entries) != len(set(entry_ids)) or not entries:
        raise LookupError(entry_ids)
    return entries


def reversal(entries: Sequence[Entry]) -> Gesture:
    """Return the gesture that takes entries back: undo, or redo of what was undone."""
    again = all(entry.kind is Kind.UNDO for entry in entries)
    key, facts = _together(entries)
    return Gesture(
        key,
        facts,
        kind=Kind.REDO if again else Kind.UNDO,
        reverses=tuple(entry.id for entry in entries),
    )


def _together(entries: Sequence[Entry]) -> tuple[str, Facts]:
    """Return the label of several: the one they share with its counts added, else how many."""
    first = entries[0]
    if len(entries) == 1:
        return first.key, first.facts
    labels = [(entry.key, {**entry.facts, "n": 0}) for entry in entries]
    counts = [entry.facts.get("n") for entry in entries]
    numbers = [count for count in counts if isinstance(count, int)]
    if all(label == labels[0] for label in labels) and len(numbers) == len(entries):
        return first.key, {**first.facts, "n": sum(numbers)}
    return "several", {"n": len(entries)}


def reverse(db: Db, entries: Sequence[Entry]) -> None:
    """Take entries back, newest first, unless a row one of them touched has changed since."""
    for entry in entries:
        _require_undoable(db, entry)
        require_unspoken(db, entry.id)
        mine = sa.select(journal_changes).where(journal_changes.c.entry_id == entry.id)
        done = db.connection().execute(mine.order_by(journal_changes.c.position.desc())).all()
        _require_untouched(db, done)
        # neighbours that need the same statement share it
        for _, group in groupby(
            done, lambda c: (c.table_name, c.after is None, list(c.before or ()))
        ):
            _put_back(db, list(group))


def _put_back(db: Db, rows: Sequence[Found]) -> None:
    table = _known(rows[0].table_name)
    this = table.c.id == sa.bindparam("this")
    values = [decode(table, row.before or {}) for row in rows]
    if rows[0].after is None:
        statement: sa.Executable = sa.insert(table)
    else:
        statement = (sa.delete if rows[0].before is None else sa.update)(table).where(this)
        values = [{"this": row.row_id, **old} for row, old in zip(rows, values, strict=True)]
    try:
        with db.begin_nested():  # so that the reason can still be looked for
            db.connection().execute(statement, values)
    except IntegrityError as broken:  # another's row refers to one that goes, or took its place
        raise conflict(db, [_blocking(db, table, rows)], len(rows)) from broken
    for row in rows:
        db.record(table, row.row_id, row.after, row.before)


def _blocking(db: Db, table: sa.Table, rows: Sequence[Found]) -> Row:
    ways = ((in_the_way(db, table, row), (table.name, row.row_id)) for row in rows)
    return next((way for way, own in ways if way != own), (table.name, rows[0].row_id))


def _require_undoable(db: Db, entry: Entry) -> None:
    again = sa.select(journal_reverses.c.entry_id).where(
        journal_reverses.c.reversed_id == entry.id, journal_reverses.c.entry_id != db.entry
    )
    if entry.bar is not None:
        raise NotUndoable(entry, entry.bar)
    if entry.schema != db.schema:
        raise NotUndoable(entry, Bar.UPGRADED)
    if db.connection().scalar(again) is not None:
        raise NotUndoable(entry, Bar.UNDONE)


def _require_untouched(db: Db, done: Sequence[Found]) -> None:
    """Each row must still be as the entry left it, in the columns the entry changed."""
    left: dict[str, dict[int, Values | None]] = defaultdict(dict)
    for change in reversed(done):
        rows = left[change.table_name]
        earlier = rows.get(change.row_id) or {}
        rows[change.row_id] = None if change.after is None else earlier | change.after
    moved = [row for name, rows in left.items() for row in _moved(db, _known(name), rows)]
    if moved:
        raise conflict(db, moved, sum(map(len, left.values())))


def _moved(db: Db, table: sa.Table, rows: dict[int, Values | None]) -> list[Row]:
    ids = list(rows)
    now: dict[int, Any] = {}
    for start in range(0, len(ids), CHUNK):
        some = sa.select(table).where(table.c.id.in_(ids[start : start + CHUNK]))
        now |= {row["id"]: row for row in db.connection().execute(some).mappings()}
    return [
        (table.name, row_id)
        for row_id, expected in rows.items()
        if not _same(table, expected, now.get(row_id))
    ]


def _same(table: sa.Table, expected: Values | None, now: Any) -> bool:
    if expected is None or now is None:
        return expected is None and now is None
    wanted = decode(table, expected)
    return all(now[name] == value for name, value in wanted.items())


def _known(name: str) -> sa.Table:
    if (table := table_named(name)) is None:
        raise LookupError(name)
    return table
