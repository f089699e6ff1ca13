"""An academy file: making it, opening it, and refusing what is not one."""

from __future__ import annotations

from pathlib import Path

from academy.domain.words import Who
from academy.store import engine
from academy.store.journal import Gesture
from academy.store.problems import FileLocked, FileTooNew, StoreUnavailable
from academy.store.schema import SCHEMA, make_tables
from academy.store.store import Store

__all__ = ["FileLocked", "FileTooNew", "StoreUnavailable", "create", "in_memory", "open_academy"]


def in_memory(who: Who) -> Store:
    """Return an empty academy that is gone when closed, for tests and dry runs."""
    made = engine.open_engine(None)
    make_tables(made.raw_connection().driver_connection)
    return Store(made, SCHEMA, who)


def create(path: Path, who: Who, *, name: str | None = None) -> Store:
    """Make a new academy file and open it.

    With a name it has its academy row; without one it is left empty, to be filled.
    """
    if path.exists():
        raise StoreUnavailable("store_exists", path=path)
    connection = engine.connect(path, "rwc")
    make_tables(connection)
    connection.close()
    store = open_academy(path, who)
    if name is not None:
        from academy.domain.academy import Academy

        store.fill(Gesture("name_academy"), [(Academy, [{"name": name, "issuer": name}])])
    return store


def open_academy(path: Path, who: Who, *, read_only: bool = False) -> Store:
    """Open an academy file."""
    if not path.exists():
        raise StoreUnavailable("store_missing", path=path)
    opened = engine.open_engine(path, "ro" if read_only else "rw")
    return Store(opened, SCHEMA, who, path=path, why_read_only="asked" if read_only else None)
