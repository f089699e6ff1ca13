"""Backups of an academy, and the way back from one."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from academy.domain.words import Who
from academy.store.copies import (
    STAMP,
    Backup,
    back_up,
    backups,
    folder_of,
    moment_of,
    newest_made,
    newest_sound,
    settle,
    superseded,
    verified_copy,
)
from academy.store.file import open_academy
from academy.store.journal import Db, Gesture
from academy.store.lock import Lock
from academy.store.reading import (
    JOURNALS,
    beside,
    counts,
    explaining,
    is_open,
    reading,
    require_academy,
    tidy,
)

__all__ = [
    "Backup",
    "Restored",
    "back_up",
    "backups",
    "folder_of",
    "newest_made",
    "newest_sound",
    "restore",
    "superseded",
]


@dataclass(frozen=True)
class Restored:
    """What a restore did: the academy, where the file that was there lies now, its counts."""

    path: Path
    aside: Path | None
    counts: Mapping[str, int]


def restore(backup: Backup | Path, goal: Path, who: Who) -> Restored:
    """Put a backup in the place of an academy, and note it in its journal.

    The copy is verified before anything moves; what was there, journals and all, is set aside
    as damaged. StoreUnavailable leaves everything as it was.
    """
    source, goal = backup if isinstance(backup, Path) else backup.path, goal.absolute()
    require_academy(source)
    if is_open(goal):
        raise RuntimeError("Close the academy before a backup takes its place")
    with explaining(goal):
        lock = Lock(goal, who)
        try:
            fresh = beside(goal, ".restoring")
            verified_copy(source, fresh)
            tidy(goal)
            aside = _set_aside(goal)
            fresh.rename(goal)
            settle(goal.parent)
        finally:
            lock.release()
    store = open_academy(goal, who)
    try:
        facts = {"made": _stamp_of(source) or source.name}
        store.write(Gesture("restore_backup", facts, undoable=False), Db.keep_entry)
    finally:
        store.close()
    with reading(goal) as connection:
        return Restored(goal, aside, counts(connection))


def _stamp_of(file: Path) -> str:
    stamp = file.stem[-26:]
    with suppress(ValueError):
        return moment_of(stamp).isoformat()
    return ""


def _set_aside(path: Path) -> Path | None:
    """Move a database and its journals out of the way, together; nothing there is nothing."""
    stamp = datetime.now().strftime(STAMP)  # noqa: DTZ005 - local time, as people read it
    aside = path.with_name(f"{path.stem} damaged {stamp}{path.suffix}")
    moved: list[tuple[Path, Path]] = []
    try:
        for ending in (*JOURNALS, ""):
            here, there = beside(path, ending), beside(aside, ending)
            if here.exists():
                here.rename(there)
                moved.append((here, there))
    except OSError:
        for here, there in reversed(moved):
            there.rename(here)
        raise
    return aside if aside.exists() else None
