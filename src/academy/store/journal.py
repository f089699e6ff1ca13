"""The journal: what every command changed, when and by whom, in the same transaction.

Undo, redo, the history of a record and "what changed" are all read from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Engine, Table, event
from sqlalchemy.orm import (
    LoaderCallableStatus,
    Mapper,
    ORMExecuteState,
    Session,  # noqa: TID251 - here it becomes the Db that others get
    object_session,
)

from academy.domain.base import Entity
from academy.domain.words import Who
from academy.store.entries import Entry
from academy.store.tables import (
    Bar,
    Kind,
    journal_about,
    journal_changes,
    journal_entries,
    journal_reverses,
)
from academy.store.values import WITHHELD, Values, encode

__all__ = ["Db", "Entry", "Facts", "Gesture", "table_named"]

Facts = Mapping[str, int | str]


@dataclass(frozen=True)
class Gesture:
    """What a person is about to do: a label key, with counts and ids but never names.

    `once` is a commit key: a second write with the same one does nothing and returns what the
    first returned. `about` names rows (table, id) that a not-undoable gesture speaks of without
    changing them; a command that learns them only on the way says `db.speak_of`. `by` is whose
    doing it was if not that of the person at the keyboard, who only passes it on: the
    facilitator's, whose marks came in a file.
    """

    key: str
    facts: Facts = field(default_factory=dict)
    undoable: bool = True
    once: str | None = None
    about: tuple[tuple[str, int], ...] = ()
    by: str = ""
    kind: Kind = Kind.DO  # this and the next are set by Store.reverse alone
    reverses: tuple[int, ...] = ()


class Db(Session):
    """A session that journals what it changes, row by row, through entities only."""

    def __init__(self, engine: Engine, who: Who, schema: str) -> None:
        super().__init__(engine)
        self.who = who
        self.schema = schema
        self.entry: int | None = None  # none while reading
        self._bar: Bar | None = None
        self._kept = False
        self._about: set[tuple[str, int]] = set()
        self._position = 0
        self._pending: list[Values] = []

    def open_entry(self, gesture: Gesture, bar: Bar | None = None) -> None:
        """Begin the entry that all changes of this session belong to."""
        values = {
            "at": datetime.now(UTC).replace(tzinfo=None),
            "by": gesture.by or self.who.name,
            "key": gesture.key,
            "facts": dict(gesture.facts),
            "kind": gesture.kind,
            "bar": bar or (None if gesture.undoable else Bar.NATURE),
            "schema": self.schema,
            "once": gesture.once,
        }
        written = sa.insert(journal_entries).returning(journal_entries.c.id)
        self.entry = self.connection().scalar(written, values)
        links = [{"entry_id": self.entry, "reversed_id": old} for old in gesture.reverses]
        if links:
            self.connection().execute(sa.insert(journal_reverses), links)
        self._about.update(gesture.about)

    def speak_of(self, rows_of: type[Entity] | str, *row_ids: int) -> None:
        """Name rows this gesture speaks of, so that no older entry on them is undone any more."""
        self.keep_entry()
        table = rows_of if isinstance(rows_of, str) else rows_of.__tablename__
        self._about.update((table, row_id) for row_id in row_ids)

    def keep_entry(self) -> None:
        """Keep the entry even if no row changes: a file left the building, for one."""
        if self.entry is None:
            raise RuntimeError("A query changes nothing")
        self._kept = True

    def record(
        self, table: Table, row_id: int, before: Values | None, after: Values | None
    ) -> None:
        """Note the change of one row; an update names only the columns that changed."""
        self._position += 1
        if WITHHELD in (before or {}).values() or WITHHELD in (after or {}).values():
            self._bar = Bar.PRIVATE
        change = (self.entry, self._position, table.name, row_id, before, after)
        self._pending.append(dict(zip(journal_changes.c.keys(), change, strict=True)))

    def close_entry(self, result: Any = None) -> None:
        """Complete the entry with all that is known of it now."""
        self.flush()
        _write_down(self)
        run, mine = self.connection(), journal_entries.c.id == self.entry
        if self._about:
            names = "entry_id", "table_name", "row_id"
            spoken = [dict(zip(names, (self.entry, *row), strict=True)) for row in self._about]
            run.execute(sa.insert(journal_about), spoken)
        if self._bar is not None:
            open_still = sa.update(journal_entries).where(mine, journal_entries.c.bar.is_(None))
            run.execute(open_still.values(bar=self._bar))
        if result is not None:
            run.execute(sa.update(journal_entries).where(mine).values(result=result))

    @property
    def keeps_entry(self) -> bool:
        """Tell whether the entry stays even if it changed no row."""
        return self._kept or bool(self._about)


# The unit of work announces updates, inserts and deletes in the order of its SQL: it is about
# to update, has inserted (now the key is known), is about to delete (now all is still there).


@event.listens_for(Entity, "before_update", propagate=True)
def _updating(mapper: Mapper[Any], connection: sa.Connection, target: Entity) -> None:
    if isinstance(db := object_session(target), Db):
        table, now, set_ = _table(mapper), vars(target), _committed(target)
        touched = [c for c in _columns(table) if c.name in set_]
        old = _stored(connection, table, target, touched)
        if changed := [c for c in touched if old[c.name] != now.get(c.name)]:
            db.record(table, target.id, encode(old, changed), encode(now, changed))


@event.listens_for(Entity, "after_insert", propagate=True)
def _inserted(mapper: Mapper[Any], _connection: sa.Connection, target: Entity) -> None:
    if isinstance(db := object_session(target), Db):
        table = _table(mapper)
        db.record(table, target.id, None, encode(vars(target), _columns(table)))


@event.listens_for(Entity, "before_delete", propagate=True)
def _deleting(mapper: Mapper[Any], connection: sa.Connection, target: Entity) -> None:
    if isinstance(db := object_session(target), Db):
        table, columns = _table(mapper), _columns(_table(mapper))
        old = _stored(connection, table, target, columns)
        db.record(table, target.id, encode(old, columns), None)


@event.listens_for(Db, "before_flush")
def _refuse_in_a_query(db: Db, *_: object) -> None:
    if db.entry is None:
        raise RuntimeError("A query changes nothing")


@event.listens_for(Db, "after_flush")
def _write_down(db: Db, *_: object) -> None:
    """At each flush, so that a savepoint takes its changes with it."""
    if db._pending:  # noqa: SLF001 - a listener is part of the session
        db.connection().execute(sa.insert(journal_changes), db._pending)  # noqa: SLF001
        db._pending = []  # noqa: SLF001


@event.listens_for(Db, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise TypeError("Only SELECT is executed; change entities, so that the journal sees it")


def table_named(name: str) -> Table | None:
    """Return the table of an entity by its name in the journal; none: it is there no more."""
    for mapper in Entity.registry.mappers:
        if _table(mapper).name == name:
            return _table(mapper)
    return None


def _table(mapper: Mapper[Any]) -> Table:
    table = mapper.local_table
    if not isinstance(table, Table):
        raise TypeError(f"{mapper} is not mapped to one table")
    return table


def _committed(target: Entity) -> Mapping[str, Any]:
    return sa.inspect(target).committed_state


@cache
def _columns(table: Table) -> Sequence[Column[Any]]:
    return [c for c in table.c if c.info.get("journal", True)]


def _stored(
    connection: sa.Connection, table: Table, target: Entity, columns: Iterable[Column[Any]]
) -> Mapping[str, Any]:
    """Return what the database still holds of a row about to change."""
    unknown = LoaderCallableStatus.NO_VALUE
    known: dict[str, Any] = {**vars(target), **_committed(target)}
    if all(known.get(c.name, unknown) is not unknown for c in columns):
        return known
    this = sa.select(table).where(table.c.id == target.id)
    return dict(connection.execute(this).one()._mapping)  # noqa: SLF001 - SQLAlchemy's public name
