"""Files that are read to a limit, and written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from academy.domain.words import FileProblem


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give the path of a file beside a goal; it takes the goal’s place when all is written.

    A goal that exists is whole before and after. Raises FileProblem file_unwritable when the disk
    is full, the folder read-only or the file open elsewhere.
    """
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(suffix=path.suffix, prefix=".academy-", dir=path.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        beside.replace(path)
    except OSError as problem:
        raise FileProblem("file_unwritable", name=path.name) from problem
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def read_to(path: Path, most: int) -> bytes:
    """Return a file's bytes, one more than `most` at the most, by which its reader sees the excess.

    Raises FileProblem: file_missing, file_unreadable.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as problem:
        raise FileProblem("file_missing", name=path.name) from problem
    except OSError as problem:
        raise FileProblem("file_unreadable", name=path.name) from problem
