"""Backups: copies of an academy that have been read again before they count."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from academy.store.engine import Driver, connect
from academy.store.problems import StoreUnavailable
from academy.store.reading import (
    JOURNALS,
    beside,
    counts,
    explaining,
    faults,
    is_academy,
    reading,
    require_academy,
)
from academy.store.store import Store

STAMP: Final = "%Y-%m-%d %H-%M-%S-%f"
SUFFIX: Final = ".academy"
KEEP_ALL: Final = timedelta(days=2)
KEEP: Final[tuple[tuple[int, str], ...]] = ((14, "%Y-%m-%d"), (8, "%G-%V"), (12, "%Y-%m"))


@dataclass(frozen=True)
class Backup:
    """A copy of an academy at one moment (local time), and how many rows its tables hold."""

    path: Path
    at: datetime
    bytes: int
    counts: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""  # "before-0002": made before a migration, and kept for good


def folder_of(path: Path) -> Path:
    """Return where the backups of an academy lie unless another folder is named."""
    return path.with_name(f"{path.stem} backups")


def back_up(
    academy: Store | Path, folder: Path, *, reason: str = "", now: datetime | None = None
) -> Backup:
    """Copy an academy, read the copy again, and only then give it its name.

    Opens its own connection, so it may run in a task. Older backups are thinned out. A backup
    with a reason is outside that. StoreUnavailable leaves no unverified copy.
    """
    path = academy.path if isinstance(academy, Store) else academy.absolute()
    if path is None:
        raise RuntimeError("An academy in memory has no file to back up")
    require_academy(path)
    at = now or datetime.now()  # noqa: DTZ005 - local time, as people read it in the name
    stem = " ".join(part for part in (path.stem, at.strftime(STAMP), reason) if part)
    goal = folder / (stem + SUFFIX)
    with explaining(goal):
        folder.mkdir(parents=True, exist_ok=True)
    found = verified_copy(path, goal)
    made = Backup(goal, at, goal.stat().st_size, found, reason)
    _thin_out(path, folder, at)
    return made


def backups(path: Path, folder: Path | None = None) -> list[Backup]:
    """Return the backups of an academy, newest first, with the counts of those that open."""
    found = _listed(path, folder or folder_of(path))
    return [made for backup in found if (made := _counted(backup)) is not None]


def newest_made(path: Path, folder: Path | None = None) -> Backup | None:
    """Return the newest backup that opens; it was verified when it was made."""
    found = _listed(path, folder or folder_of(path))
    return next((made for backup in found if (made := _counted(backup)) is not None), None)


def newest_sound(path: Path, folder: Path | None = None) -> Backup | None:
    """Return the newest backup that is whole, checked now, to be offered for a damaged file."""
    for backup in _listed(path, folder or folder_of(path)):
        with suppress(StoreUnavailable):
            return _checked(backup)
    return None


def superseded(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which backups are not needed: all of 2 days stay, then daily, weekly, monthly ones."""
    newest_first = sorted(times, reverse=True)
    kept = {at for at in newest_first if now - at < KEEP_ALL}
    for number, period in KEEP:
        last: dict[str, datetime] = {}
        for at in newest_first:
            last.setdefault(at.strftime(period), at)
        kept.update(list(last.values())[:number])
    return set(newest_first) - kept


def verified_copy(path: Path, goal: Path) -> Mapping[str, int]:
    """Copy by SQLite itself beside the goal, write it through, compare, rename; return counts."""
    partial = goal.with_name(f".{goal.name}.part")
    try:
        with reading(path) as source:
            source.execute("BEGIN")  # one moment for the copy and the counts
            wanted, dangling = counts(source), _dangling(source)
            with explaining(goal):
                partial.unlink(missing_ok=True)
                _fill(source, partial)
            source.execute("COMMIT")
        with explaining(goal):
            _write_through(partial)
            _require_same(partial, wanted, dangling)
            partial.replace(goal)
            settle(goal.parent)
    finally:
        for ending in ("", *JOURNALS):
            with suppress(OSError):
                beside(partial, ending).unlink(missing_ok=True)
    return wanted


def _fill(source: Driver, goal: Path) -> None:
    target = connect(goal, "rwc", {"synchronous": 2})
    try:
        source.backup(target)
    finally:
        target.close()


def _require_same(copy: Path, wanted: Mapping[str, int], dangling: int) -> None:
    with reading(copy) as connection:
        if found := faults(connection, thorough=True):
            raise StoreUnavailable("store_backup_differs", found=found[0])
        same = counts(connection) == wanted and _dangling(connection) == dangling
        if not same or not is_academy(connection):
            raise StoreUnavailable("store_backup_differs", found="counts")


def _dangling(connection: Driver) -> int:
    """Return how many references lead to nothing; a backup may not have more than its academy."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def _checked(backup: Backup) -> Backup:
    require_academy(backup.path)
    with reading(backup.path) as connection:
        if found := faults(connection, thorough=True):
            raise StoreUnavailable("store_damaged", path=backup.path, found=found[0])
        return _with_counts(backup, counts(connection))


def _counted(backup: Backup) -> Backup | None:
    try:
        require_academy(backup.path)
        with reading(backup.path) as connection:
            return _with_counts(backup, counts(connection))
    except StoreUnavailable:
        return None


def _with_counts(backup: Backup, found: Mapping[str, int]) -> Backup:
    return Backup(backup.path, backup.at, backup.bytes, found, backup.reason)


def _listed(path: Path, folder: Path) -> list[Backup]:
    try:
        names = [file for file in folder.iterdir() if file.suffix == SUFFIX]
    except OSError:
        return []
    found = [made for file in names if (made := _named(path, file)) is not None]
    return sorted(found, key=lambda made: made.at, reverse=True)


def moment_of(stamp: str) -> datetime:
    """Return the local time that a name holds in the form of STAMP, else raise ValueError.

    `strptime` would do; the modules it is made of load with the first call, which is at the start.
    """
    clock = stamp[11:19].replace("-", ":")
    at = datetime.fromisoformat(f"{stamp[:10]} {clock}.{stamp[20:]}")
    if at.strftime(STAMP) != stamp:
        raise ValueError(stamp)
    return at


def _named(path: Path, file: Path) -> Backup | None:
    start = path.stem + " "
    rest = file.stem.removeprefix(start)
    stamp, _, reason = rest[:26], rest[26:27], rest[27:]
    try:
        at = moment_of(stamp)
        size = file.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(file, at, size, reason=reason) if file.stem.startswith(start) else None


def _thin_out(path: Path, folder: Path, now: datetime) -> None:
    routine = {made.at: made.path for made in _listed(path, folder) if not made.reason}
    for at in superseded(routine, now):
        with suppress(OSError):
            routine[at].unlink()


def _write_through(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle(folder: Path) -> None:
    """Write a renaming through to the disk, where the system lets a folder be opened."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
