"""Opening, making and saving academy files; sentences for what stands in the way."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from academy.domain.words import Who
from academy.store import backup
from academy.store.file import create, open_academy
from academy.store.problems import FileLocked, FileTooNew, StoreUnavailable
from academy.store.store import Store
from academy.ui.kit import labels, session_memory
from academy.usecases import academy

DAMAGED = frozenset({"store_damaged", "store_not_academy", "store_empty", "store_missing"})
"""Problems that a backup can mend."""


@dataclass(frozen=True)
class Obstacle:
    """Why a file was not opened: the sentence, and which ways out there are."""

    path: Path
    words: str
    read_only: bool = False
    restore: bool = False


def who() -> Who:
    """Return who works here."""
    return Who(session_memory.who())


def opened(path: Path, *, read_only: bool = False) -> Store | Obstacle:
    """Open an academy, or say what stands in the way and what would help."""
    try:
        return open_academy(path, who(), read_only=read_only)
    except StoreUnavailable as problem:
        return obstacle(path, problem)


def obstacle(path: Path, problem: StoreUnavailable) -> Obstacle:
    """Put a problem of the surroundings into words, with the ways out that exist."""
    places = ("store_network", "store_synchronised")
    readable = isinstance(problem, FileLocked) or problem.key in places
    mendable = problem.key in DAMAGED and not isinstance(problem, FileTooNew)
    return Obstacle(
        path, labels.problem(problem), read_only=readable, restore=mendable and has_backups(path)
    )


def has_backups(path: Path) -> bool:
    """Whether backups of a file lie where they are kept."""
    return bool(backup.backups(path))


def made(path: Path, name: str) -> Store | Obstacle:
    """Make a new, empty academy."""
    try:
        return create(path, who(), name=name)
    except StoreUnavailable as problem:
        return obstacle(path, problem)


def sample_path() -> Path:
    """Return where the sample academy is kept."""
    data = os.environ.get("ACADEMY_DATA")
    if data:
        return Path(data) / "Sample.academy"
    from platformdirs import user_data_path

    return user_data_path("Academy", appauthor=False) / "Sample.academy"


def remember(store: Store) -> None:
    """Put an open file at the top of the recent ones."""
    if store.path is None:
        return
    found = store.read(academy.academy)
    from datetime import datetime

    session_memory.remember_file(
        session_memory.RecentFile(
            path=str(store.path),
            name=found.name,
            opened=datetime.now().isoformat(timespec="minutes"),  # noqa: DTZ005 - wall clock
            sample=found.sample,
            read_only=store.read_only,
        )
    )
    session_memory.remember_open(store.path)
