"""Backups as the window sees them: where they go, how old the newest is, making one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings

from academy.domain import dates
from academy.store import backup, history
from academy.store.backup import Backup
from academy.store.problems import StoreUnavailable
from academy.store.store import Store
from academy.ui.kit import labels


def _tr(words: str) -> str:
    return QCoreApplication.translate("backups", words)


def folder(path: Path) -> Path:
    """Return where backups of a file go: beside it unless another folder was chosen."""
    chosen = str(QSettings().value(f"backups/{path.stem}") or "")
    return Path(chosen) if chosen else backup.folder_of(path)


def choose_folder(path: Path, chosen: Path) -> None:
    """Let the backups of a file go into another folder."""
    QSettings().setValue(f"backups/{path.stem}", str(chosen))


def newest(path: Path) -> Backup | None:
    """Return the newest backup of a file; each was read again before it got its name."""
    return backup.newest_made(path, folder(path))


def status_words(path: Path | None, today: date) -> str:
    """Return “backup today 9:12am” for the status line, or that there is none yet."""
    made = newest(path) if path is not None else None
    if made is None:
        return _tr("no backup yet")
    return _tr("backup {when}").format(when=dates.moment(made.at, today))


def size_words(size: int) -> str:
    """Return “4.2 MB”, or “180 kB” for small files."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} kB"


def is_due(store: Store) -> bool:
    """Whether anything was changed since the newest backup."""
    if store.path is None or store.read_only:
        return False
    newest_change = store.read(history.newest)
    if newest_change is None:
        return False
    made = newest(store.path)
    return made is None or labels.local(newest_change.at) > made.at


def back_up(store: Store) -> str:
    """Make a backup now; return what came of it in a sentence."""
    if store.path is None:
        return _tr("An academy in memory has no backups.")
    try:
        made = backup.back_up(store, folder(store.path))
    except StoreUnavailable as problem:
        return labels.problem(problem)
    return _tr("Backup made and read again: {size}").format(size=size_words(made.bytes))
