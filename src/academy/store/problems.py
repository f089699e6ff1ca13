"""What the surroundings do to a file: missing, locked, damaged, full. Not the user's fault.

Each problem is a key with facts; `academy.ui.kit.labels` has the sentences.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError


class StoreUnavailable(Exception):  # noqa: N818 - it names the state, as the screens do
    """The academy cannot be used as asked; nothing was changed. `exit_code` is the terminal's."""

    exit_code = 1

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


class FileLocked(StoreUnavailable):
    """Somebody else has the academy open for writing: `by`, `computer`, `since`."""

    exit_code = 3

    def __init__(self, **facts: object) -> None:
        super().__init__("store_locked", **facts)


class FileTooNew(StoreUnavailable):
    """A newer program saved the academy: `saved_by` and `program` are versions."""

    exit_code = 4

    def __init__(self, **facts: object) -> None:
        super().__init__("store_too_new", **facts)


KEYS: Final = {  # SQLite's primary result codes
    3: "store_no_permission",
    5: "store_busy",
    6: "store_busy",
    8: "store_read_only",
    10: "store_disk_trouble",
    11: "store_damaged",
    13: "store_disk_full",
    14: "store_not_opened",
    23: "store_no_permission",
    26: "store_damaged",
}


def key_of(error: BaseException | None) -> str | None:
    """Return the key of a driver's error that comes from the surroundings; none: it is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    return KEYS.get(code & 0xFF) if isinstance(code, int) else None


def explained(error: Exception, path: Path | None) -> StoreUnavailable | None:
    """Return what the surroundings did, if a statement broke for that reason."""
    key = key_of(error.orig if isinstance(error, DBAPIError) else error)
    return None if key is None else StoreUnavailable(key, path=path)


def key_of_system(error: OSError) -> str:
    """Return the key of an operating system's refusal."""
    if error.errno in {errno.EACCES, errno.EPERM}:
        return "store_no_permission"
    if error.errno == errno.EROFS:
        return "store_read_only"
    full = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return "store_disk_full" if error.errno in full else "store_disk_trouble"
