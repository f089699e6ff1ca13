"""Looking into a file without changing it, also after a program died while writing it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock as Mutex
from typing import Final

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError

from academy.store.engine import APPLICATION_ID, Driver, connect, pragma_of
from academy.store.lock import is_held_elsewhere
from academy.store.problems import StoreUnavailable, explained, key_of, key_of_system

MAGIC: Final = b"SQLite format 3\0"
JOURNALS: Final = ("-journal", "-wal", "-shm")
Refusal = sqlcipher3.dbapi2.Error

# POSIX drops SQLite's locks when a program closes any handle on the file, so a file that we have
# open is never read, copied or hashed as a file.
_open: Counter[Path] = Counter()
_mutex = Mutex()


def note_open(path: Path, by: int) -> None:
    """Count one more (1) or one less (-1) connection to a file in this program."""
    with _mutex:
        _open[path.resolve()] += by


def is_open(path: Path) -> bool:
    """Tell whether this program has the file open as a database."""
    return _open[path.resolve()] > 0


def beside(path: Path, ending: str) -> Path:
    """Return the path of a file whose name is this one's and more."""
    return path.with_name(path.name + ending)


def is_hot(path: Path) -> bool:
    """Tell whether the file must be mended before it is read, by nobody who lives.

    A journal was left beside it, or another tool gave it a write-ahead log, which not even a
    reader can open without writing.
    """
    if is_open(path) or is_held_elsewhere(path):
        return False
    journal = beside(path, "-journal")
    return (journal.exists() and journal.stat().st_size > 0) or _has_log(path)


def _has_log(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(20)[18:20] == b"\x02\x02"
    except OSError:
        return False


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn what the surroundings do to a file into StoreUnavailable."""
    try:
        yield
    except StoreUnavailable as problem:
        problem.facts.setdefault("path", path)
        raise
    except (Refusal, DBAPIError) as error:
        if (told := explained(error, path)) is None:
            raise
        raise told from error
    except UnicodeDecodeError as error:  # noise in a text; also in the driver's own message
        raise StoreUnavailable("store_damaged", path=path) from error
    except OSError as error:
        raise StoreUnavailable(key_of_system(error), path=path) from error


def require_academy(path: Path) -> None:
    """Refuse what is not an academy file, by its first bytes; nothing is written."""
    if not path.exists():
        raise StoreUnavailable("store_missing", path=path)
    if path.is_dir():
        raise StoreUnavailable("store_folder", path=path)
    if is_open(path):
        return  # it was looked at when it was opened
    with explaining(path), path.open("rb") as file:
        start = file.read(100)
    if not start:
        raise StoreUnavailable("store_empty", path=path)
    if not start.startswith(MAGIC):
        raise StoreUnavailable("store_not_academy", path=path)
    if start[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise StoreUnavailable("store_foreign", path=path)


@contextmanager
def reading(path: Path) -> Iterator[Driver]:
    """Open a file for reading by the driver alone; after an unclean end, a mended copy of it."""
    if is_hot(path):
        with tempfile.TemporaryDirectory(prefix="academy-") as folder:
            with explaining(path):
                copy = mended_copy(path, Path(folder))
            with _connected(copy, "rw", path) as connection:
                yield connection
    else:
        with _connected(path, "ro", path) as connection:
            yield connection


@contextmanager
def _connected(path: Path, mode: str, original: Path) -> Iterator[Driver]:
    with explaining(original):
        note_open(path, 1)
        try:
            connection = connect(path, mode)
            try:
                yield connection
            finally:
                connection.close()
        finally:
            note_open(path, -1)


def mended_copy(path: Path, folder: Path) -> Path:
    """Copy a file and the journal left beside it; opening the copy rolls the rest back."""
    if is_open(path):
        raise RuntimeError("A database is not copied while it is open")
    copy = folder / path.name
    shutil.copyfile(path, copy)
    for ending in JOURNALS:
        if beside(path, ending).exists():
            shutil.copyfile(beside(path, ending), beside(copy, ending))
    return copy


def tidy(path: Path) -> None:
    """Remove the empty journal that SQLite leaves beside a file; only while we hold its lock."""
    journal = beside(path, "-journal")
    with suppress(OSError):
        if journal.stat().st_size == 0:
            journal.unlink()


def can_write(path: Path) -> bool:
    """Tell whether the file and its folder, where the journals are made, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def counts(connection: Driver) -> dict[str, int]:
    """Return how many rows each table holds."""
    wanted = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
    names = sorted(name for (name,) in connection.execute(wanted).fetchall())
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - its own
        for name in names
    }


def revision_of(connection: Driver) -> str:
    """Return the revision of the tables in the file; StoreUnavailable if it has none."""
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except Refusal as error:
        raise StoreUnavailable(key_of(error) or "store_damaged") from error
    if found is None:
        raise StoreUnavailable("store_damaged")
    return str(found[0])


def faults(connection: Driver, *, thorough: bool) -> list[str]:
    """Return what SQLite finds wrong in the file; empty when it is sound."""
    try:
        found = connection.execute("PRAGMA " + ("integrity_check" if thorough else "quick_check"))
        return [str(line) for (line,) in found.fetchall() if line != "ok"]
    except Refusal as error:
        return [str(error)]


def is_academy(connection: Driver) -> bool:
    """Tell whether the file says it is an academy."""
    return pragma_of(connection, "application_id") == APPLICATION_ID
