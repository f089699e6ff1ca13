"""The one door to the database: read, write, undo, redo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from academy import __version__
from academy.domain.base import Entity
from academy.domain.words import Who
from academy.store import history, undo
from academy.store.conflicts import Conflict, NothingToUndo, NotUndoable
from academy.store.engine import Driver, DriverError
from academy.store.entries import Entry, Found
from academy.store.filling import insert_rows
from academy.store.history import Changed
from academy.store.journal import Db, Gesture
from academy.store.problems import FileTooNew, StoreUnavailable, explained
from academy.store.tables import Bar, file_notes, journal_entries

__all__ = [
    "Changed",
    "Conflict",
    "Db",
    "Entry",
    "Gesture",
    "NotUndoable",
    "NothingToUndo",
    "Store",
]

P = ParamSpec("P")
R = TypeVar("R")
Job = Callable[Concatenate[Db, P], R]
Rows = Iterable[tuple[type[Entity], list[dict[str, Any]]]]


class Store:
    """Runs use cases, each in one transaction, and announces what changed.

    `on_change` is called after every commit noticed, our own or another program's; it must not
    raise, for the command has succeeded by then. `schema` names the revision of the tables; only
    entries of the same revision are undone. `who` does and reads everything.
    `why_read_only` is a key (asked, file, copy) when nothing can be written.
    """

    def __init__(
        self,
        engine: Engine,
        schema: str,
        who: Who,
        *,
        path: Path | None = None,
        why_read_only: str | None = None,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        self.who = who
        self.path = path
        self.why_read_only = why_read_only
        self.on_change: Callable[[Changed], None] = lambda _: None
        self._reading = engine
        self._writing = engine.execution_options(writing=True)
        self._schema = schema
        self._on_close = on_close
        self._owner = get_ident()
        self._busy = False
        self._seen = self.read(history.latest)

    @property
    def read_only(self) -> bool:
        """Tell whether this store only reads."""
        return self.why_read_only is not None

    def read(self, query: Job[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what a query finds, all of it at one moment."""
        with self._session(self._reading) as db:
            result = query(db, *args, **kwargs)
            if db.new or db.dirty or db.deleted:
                raise RuntimeError("A query changes nothing")
            return result

    def write(self, gesture: Gesture, command: Job[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command as one transaction and one entry; if it changes nothing, as none.

        With a commit key (`gesture.once`) the command returns nothing, a number, text or a list
        of these; said again, nothing happens and the first answer is returned.
        """
        with self._session(self._writing) as db:
            if gesture.once is not None and (done := _done(db, gesture.once)) is not None:
                return cast("R", done.result)
            db.open_entry(gesture)
            result = command(db, *args, **kwargs)
            db.close_entry(None if gesture.once is None else _plain(result))
            newest, changed = history.since(db, self._seen)
            if newest == db.entry or db.keeps_entry:
                db.commit()
                self._seen = newest
            else:
                changed = {}
        if changed:
            self.on_change(changed)
        return result

    def undo(self) -> Entry:
        """Take back one's own newest entry and return it; NothingToUndo names what ends them."""
        stacks = self.read(undo.stacks)
        if not stacks.undo:
            raise NothingToUndo(stacks.blocked_by)
        self.reverse(stacks.undo[-1].id)
        return stacks.undo[-1]

    def redo(self) -> Entry:
        """Do again what was undone last, and return the entry of that undo."""
        stacks = self.read(undo.stacks)
        if not stacks.redo:
            raise NothingToUndo
        self.reverse(stacks.redo[-1].id)
        return stacks.redo[-1]

    def reverse(self, *entry_ids: int) -> None:
        """Take back any entries, newest first, in one transaction; Conflict or NotUndoable."""
        entries = self.read(undo.found, entry_ids)
        self.write(undo.reversal(entries), undo.reverse, entries)

    def fill(self, gesture: Gesture, rows: Rows) -> None:
        """Insert the first contents of an academy, without a line for each row.

        Only while the journal is empty; one entry that cannot be undone is written. The rows of
        one entity come as dictionaries by column, parents before children.
        """
        filled: dict[str, set[int]] = {}
        with self._session(self._writing) as db:
            if history.latest(db):
                raise RuntimeError("Only an academy without a history is filled")
            db.open_entry(gesture, Bar.FILLED)
            for entity, values in rows:
                if values:
                    table = entity.metadata.tables[entity.__tablename__]
                    insert_rows(db.connection(), table, values)
                    filled[table.name] = set()
            db.keep_entry()
            db.close_entry()
            db.commit()
        self._seen = self.read(history.latest)
        self.on_change(filled)

    def poll(self) -> None:
        """Announce what was committed since the last look, by whomever."""
        with self._session(self._reading) as db:
            self._require_same_tables(db)
            self._seen, changed = history.since(db, self._seen)
        if changed:
            self.on_change(changed)

    def close(self) -> None:
        """Let go of the file and its lock; the store cannot be used any more."""
        self._reading.dispose()
        self._on_close()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Db]:
        self._require_mine()
        if engine is self._writing and self.why_read_only is not None:
            raise StoreUnavailable("store_read_only", path=self.path, why=self.why_read_only)
        self._busy = True
        try:
            with Db(engine, self.who, self._schema) as db:
                if engine is self._writing:
                    self._require_same_tables(db)
                yield db
        except (DBAPIError, DriverError) as error:
            if (problem := explained(error, self.path)) is None:
                raise
            if engine is self._reading and problem.key == "store_read_only":
                raise RuntimeError("A query changes nothing") from error
            raise problem from error
        except UnicodeDecodeError as error:  # noise in a text of a damaged file
            raise StoreUnavailable("store_damaged", path=self.path) from error
        finally:
            self._busy = False

    def _require_mine(self) -> None:
        if get_ident() != self._owner:
            raise RuntimeError("The store belongs to the thread that opened it")
        if self._busy:
            raise RuntimeError("One session at a time: this read or write is inside another")

    def _require_same_tables(self, db: Db) -> None:
        """Stop when a newer program has changed the tables meanwhile."""
        if self.path is None:
            return
        driver: Driver = (
            db.connection().connection.driver_connection
        )  # asked often, so asked directly
        now = driver.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        if now != self._schema:
            note = sa.select(file_notes.c.value).where(file_notes.c.name == "saved_by")
            saved_by = db.connection().scalar(note) or now
            raise FileTooNew(path=self.path, saved_by=saved_by, program=__version__)


def _done(db: Db, once: str) -> Found | None:
    columns = journal_entries.c.id, journal_entries.c.result
    return (
        db.connection().execute(sa.select(*columns).where(journal_entries.c.once == once)).first()
    )


def _plain(result: object) -> object:
    simple = (int, str, type(None))
    listed = isinstance(result, list) and all(isinstance(item, simple) for item in result)
    if isinstance(result, simple) or listed:
        return result
    raise TypeError(
        "A command with a commit key returns nothing, a number, text or a list of these"
    )
