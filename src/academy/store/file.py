"""An academy file: making it, opening it, and refusing what is not one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from academy import __version__
from academy.domain.words import Who
from academy.store import copies, engine
from academy.store.engine import Driver
from academy.store.journal import Gesture
from academy.store.lock import Lock
from academy.store.migrate import migrate
from academy.store.place import require_local
from academy.store.problems import FileLocked, FileTooNew, StoreUnavailable
from academy.store.reading import (
    can_write,
    explaining,
    faults,
    is_hot,
    mended_copy,
    note_open,
    reading,
    require_academy,
    revision_of,
    tidy,
)
from academy.store.schema import REVISIONS, SCHEMA, make_tables
from academy.store.store import Store

if TYPE_CHECKING:
    from academy.domain.base import Entity

__all__ = ["FileLocked", "FileTooNew", "StoreUnavailable", "create", "in_memory", "open_academy"]

WEEK: Final = timedelta(days=7)


def in_memory(who: Who) -> Store:
    """Return an empty academy that is gone when closed, for tests and dry runs."""
    made = engine.open_engine(None)
    make_tables(made.raw_connection().driver_connection)
    return Store(made, SCHEMA, who)


def create(path: Path, who: Who, *, name: str | None = None) -> Store:
    """Make a new academy file and open it.

    With a name it has its academy row; without one it is left empty, to be filled.
    """
    require_local(path)
    if path.exists():
        raise StoreUnavailable("store_exists", path=path)
    made = path.with_name(f".{path.name}.new")
    with explaining(path):
        made.unlink(missing_ok=True)
        connection = engine.connect(made, "rwc")
        try:
            make_tables(connection)
        finally:
            connection.close()
        tidy(made)
        made.rename(path)
    store = open_academy(path, who)
    if name is not None:
        store.fill(Gesture("name_academy"), _first_rows(name))
    return store


def _first_rows(name: str) -> list[tuple[type[Entity], list[dict[str, Any]]]]:
    """Return what a new academy begins with: its own row and the shipped templates."""
    from academy.domain.academy import Academy
    from academy.domain.templates import CertificateTemplate, TemplateVersion, shipped_rows

    templates, versions = shipped_rows()
    named = [{"name": name, "issuer": name}]
    return [(Academy, named), (CertificateTemplate, templates), (TemplateVersion, versions)]


def open_academy(
    path: Path, who: Who, *, read_only: bool = False, backups: Path | None = None
) -> Store:
    """Open an academy file; StoreUnavailable says why it cannot be, and it is as it was.

    A file or folder that cannot be written opens for reading (`Store.why_read_only`: "file").
    A file of an older program is backed up (into `backups`, beside the file unless told) and
    migrated. FileLocked and FileTooNew are the cases with exit codes of their own.
    """
    path = path.absolute()
    require_academy(path)
    if read_only or not can_write(path):
        return _for_reading(path, who, "asked" if read_only else "file")
    require_local(path)
    with explaining(path):
        lock = Lock(path, who)
    try:
        revision = _looked_over(path, unclean=lock.unclean)
        if revision != SCHEMA:
            _migrated(path, backups)
        return _opened(path, path, who, None, lock.release)
    except BaseException:
        lock.release(clean=not lock.unclean)
        raise


def _for_reading(path: Path, who: Who, why: str) -> Store:
    """Open for reading; a copy, when the file would have to be mended or migrated first."""
    hot = is_hot(path)
    revision = _looked_over(path, unclean=hot)
    if not hot and revision == SCHEMA:
        return _opened(path, path, who, why, lambda: None)
    folder = Path(tempfile.mkdtemp(prefix="academy-"))
    copy = folder / path.name

    def forget() -> None:
        shutil.rmtree(folder, ignore_errors=True)

    try:
        with explaining(path):
            _ = mended_copy(path, folder) if hot else copies.verified_copy(path, copy)
        if revision != SCHEMA:
            migrate(copy)
        return _opened(copy, path, who, "copy", forget)
    except BaseException:
        forget()
        raise


def _looked_over(path: Path, *, unclean: bool) -> str:
    """Return the revision of a sound academy file of this or an older program."""
    unclean = unclean or is_hot(path)
    with reading(path) as connection:
        revision = revision_of(connection)
        if revision not in REVISIONS:
            saved_by = _note(connection, "saved_by") or revision
            raise FileTooNew(path=path, saved_by=saved_by, program=__version__)
        if found := faults(connection, thorough=unclean or _is_due(connection)):
            raise StoreUnavailable("store_damaged", path=path, found=found[0])
    return revision


def _migrated(path: Path, backups: Path | None) -> None:
    copies.back_up(path, backups or copies.folder_of(path), reason="before-" + SCHEMA)
    migrate(path)


def _opened(
    path: Path, shown: Path, who: Who, why_read_only: str | None, on_close: Callable[[], None]
) -> Store:
    def close() -> None:
        note_open(path, -1)
        if why_read_only is None:
            tidy(path)
        on_close()

    made = engine.open_engine(path, "rw" if why_read_only in {None, "copy"} else "ro")
    note_open(path, 1)
    try:
        with explaining(shown):
            if why_read_only is None:
                _sign(made.raw_connection().driver_connection)
            return Store(made, SCHEMA, who, path=shown, why_read_only=why_read_only, on_close=close)
    except BaseException:
        made.dispose()
        note_open(path, -1)
        raise


def _sign(connection: Driver) -> None:
    """Note in the file which program saves it, and when it was checked; rarely a write."""
    wanted = {"saved_by": __version__}
    if _is_due(connection):
        wanted["checked_at"] = datetime.now(UTC).isoformat()
    for name, value in wanted.items():
        if _note(connection, name) != value:
            connection.execute("INSERT OR REPLACE INTO file_notes VALUES (?, ?)", (name, value))


def _note(connection: Driver, name: str) -> str | None:
    try:
        found = connection.execute("SELECT value FROM file_notes WHERE name=?", (name,)).fetchone()
    except engine.DriverError:
        return None  # a newer program may keep its notes elsewhere
    return None if found is None else str(found[0])


def _is_due(connection: Driver) -> bool:
    """Tell whether the file has not been checked thoroughly for a week."""
    checked_at = _note(connection, "checked_at")
    try:
        last = datetime.fromisoformat(checked_at or "")
    except ValueError:
        return True
    return not last <= datetime.now(UTC) < last + WEEK
