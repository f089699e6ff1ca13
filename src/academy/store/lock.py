"""The lock beside an academy file: one person writes at a time, others read.

`NAME.academy.lock` says who, where and since when; the operating system says whether its holder
still lives. Without a holder it is stale: the program that wrote it did not end well.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from academy.domain.words import Who
from academy.store.problems import FileLocked

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FAR = 1 << 30  # Windows locks bytes: one that nobody reads
_ours: set[Path] = set()


def lock_path(academy: Path) -> Path:
    """Return where the lock of an academy file lies."""
    return academy.with_name(academy.name + ".lock")


class Lock:
    """The right to write to one academy file. `unclean`: the last holder did not let go of it."""

    def __init__(self, academy: Path, who: Who) -> None:
        """Take the lock; FileLocked tells whose it is, OSError that the folder is read-only."""
        self.path = lock_path(academy)
        self._file = self._taken(academy)
        self.unclean = bool(_content(self._file))
        _write(self._file, who)
        _ours.add(self.path)

    def release(self, *, clean: bool = True) -> None:
        """Let go of the lock. Not clean: the next to open looks the file over again."""
        _ours.discard(self.path)
        if clean:
            os.ftruncate(self._file, 0)
        if clean and sys.platform != "win32":  # while it is still ours, so nobody else's is removed
            self.path.unlink(missing_ok=True)
        os.close(self._file)
        if clean and sys.platform == "win32":
            with suppress(OSError):
                self.path.unlink()

    def _taken(self, academy: Path) -> int:
        while True:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
            if not _grab(file):
                facts = _facts(file)
                os.close(file)
                raise FileLocked(path=academy, **facts)
            if _is_still(file, self.path):
                return file
            os.close(file)  # its holder removed it just now: try the new one


def is_held_elsewhere(academy: Path) -> bool:
    """Tell whether another program has the academy open for writing now."""
    if lock_path(academy) in _ours:
        return False
    try:
        file = os.open(lock_path(academy), os.O_RDWR)
    except OSError:
        return False  # none there, or in a folder where nobody can write
    free = _grab(file)
    os.close(file)
    return not free


def _grab(file: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(file, FAR, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _content(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    return os.read(file, 4096)


def _write(file: int, who: Who) -> None:
    holder = {
        "by": who.name,
        "user": _user(),
        "computer": platform.node(),
        "process": os.getpid(),
        "since": datetime.now(UTC).isoformat(),
    }
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, json.dumps(holder).encode())


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _facts(file: int) -> Mapping[str, object]:
    """Return who holds the lock; only since when, where its holder has not written it yet."""
    try:
        holder = json.loads(_content(file))
        since = datetime.fromisoformat(holder["since"])
        return {"by": holder["by"], "computer": holder["computer"], "since": since}
    except (ValueError, KeyError, TypeError):
        since = datetime.fromtimestamp(os.fstat(file).st_mtime, UTC)
        return {"by": "", "computer": "", "since": since}
