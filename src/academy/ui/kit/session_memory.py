"""What the program remembers on this computer: window, looks, recent files, where one was."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings

RECENT = 10
"""How many files, people and cohorts are remembered."""


@dataclass(frozen=True)
class RecentFile:
    """An academy file opened before: where it is, what it is called, when it was last open."""

    path: str
    name: str
    opened: str  # ISO, local time
    sample: bool = False
    read_only: bool = False

    @property
    def at(self) -> datetime:
        """Return when it was last open."""
        return datetime.fromisoformat(self.opened)


def name_settings(config: Path | None) -> None:
    """Say whose settings these are; with `config` they lie in that folder."""
    QCoreApplication.setOrganizationName("Academy")
    QCoreApplication.setApplicationName("Academy")
    if config is not None:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, str(config))


def recent_files() -> list[RecentFile]:
    """Return the files opened before, the latest first."""
    try:
        found = json.loads(str(QSettings().value("files/recent") or "[]"))
        return [RecentFile(**entry) for entry in found]
    except (ValueError, TypeError):  # somebody edited the settings by hand
        return []


def remember_file(file: RecentFile) -> None:
    """Put a file at the top of the recent ones."""
    others = [known for known in recent_files() if known.path != file.path]
    _keep_files([file, *others][:RECENT])


def _keep_files(files: list[RecentFile]) -> None:
    QSettings().setValue("files/recent", json.dumps([asdict(file) for file in files]))


def last_file() -> Path | None:
    """Return the file to open by itself: the one that was open when the program was closed."""
    kept = str(QSettings().value("files/open") or "")
    return Path(kept) if kept else None


def remember_open(path: Path | None) -> None:
    """Remember which file is open; none after it was closed on purpose."""
    QSettings().setValue("files/open", str(path) if path else "")


def last_address(path: Path, today: date) -> str:
    """Return the page one left in this file today; Home if the day is new."""
    kept = QSettings().value(f"pages/{_key(path)}")
    day, _, address = str(kept or "").partition(" ")
    return address if day == today.isoformat() and address else "home"


def remember_address(path: Path, address: str, today: date) -> None:
    """Remember where one is in a file."""
    QSettings().setValue(f"pages/{_key(path)}", f"{today.isoformat()} {address}")


def recent_addresses(path: Path) -> list[str]:
    """Return the pages visited last in a file, the latest first, for the empty palette."""
    kept = str(QSettings().value(f"visited/{_key(path)}") or "")
    return kept.split("\n") if kept else []


def remember_visit(path: Path, address: str) -> None:
    """Put a page at the top of those visited."""
    others = [known for known in recent_addresses(path) if known != address]
    QSettings().setValue(f"visited/{_key(path)}", "\n".join([address, *others][:RECENT]))


def _key(path: Path) -> str:
    return path.name.replace("/", "_") + f"-{abs(hash_of(str(path))):x}"


def hash_of(text: str) -> int:
    """Return a number for a text that is the same in every run."""
    number = 7
    for letter in text:
        number = (number * 131 + ord(letter)) % (1 << 48)
    return number


def who() -> str:
    """Return the name that the journal gives to what is done here."""
    return str(QSettings().value("you/name") or "").strip() or system_name()


def set_who(name: str) -> None:
    """Choose another name for the journal; an empty one is the system's."""
    QSettings().setValue("you/name", name.strip())


def system_name() -> str:
    """Return the name of the person in the operating system."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without an entry, such as in a container
        return "user"


def look() -> tuple[str, float]:
    """Return the chosen scheme and zoom."""
    scheme = str(QSettings().value("look/scheme") or "system")
    try:
        return scheme, float(str(QSettings().value("look/zoom") or 1.0))
    except ValueError:
        return scheme, 1.0


def remember_look(scheme: str, zoom: float) -> None:
    """Remember the chosen scheme and zoom."""
    QSettings().setValue("look/scheme", scheme)
    QSettings().setValue("look/zoom", zoom)


def geometry() -> QByteArray | None:
    """Return where the window was."""
    kept = QSettings().value("window/geometry")
    return kept if isinstance(kept, QByteArray) else None


def remember_geometry(place: QByteArray) -> None:
    """Remember where the window is."""
    QSettings().setValue("window/geometry", place)
