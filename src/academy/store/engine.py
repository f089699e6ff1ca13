"""Opening the database of one academy: the driver, its settings, and who begins transactions."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2
from sqlalchemy import (
    Connection,
    Engine,
    create_engine,  # noqa: TID251 - the store alone opens databases
    event,
)
from sqlalchemy.pool import StaticPool

APPLICATION_ID: Final = 0x41434459  # "ACDY": marks an academy among SQLite files
WAIT: Final = 5.0  # seconds for another writer
PRAGMAS: Final[dict[str, int | str]] = {
    "journal_mode": "truncate",  # with synchronous=FULL nothing acknowledged is lost
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": int(WAIT * 1000),
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,  # no personal data in temporary files
}
MEMORY: Final = ":memory:"
Driver = Any  # a connection of sqlcipher3, which has no types
DriverError = sqlcipher3.dbapi2.Error

# One writer at a time, so entries commit in the order of their ids.
# A reader sees one moment, however many statements it needs, and can write nothing.
BEGIN: Final = {
    False: ("PRAGMA query_only=ON", "BEGIN"),
    True: ("PRAGMA query_only=OFF", "BEGIN IMMEDIATE"),
}


def connect(path: Path | None, mode: str = "rw", pragmas: dict[str, int | str] = PRAGMAS) -> Driver:
    """Return a driver's connection with our settings, each read back. No path: in memory.

    `mode` is SQLite's: rw, ro, or rwc, which alone makes a new file. The driver begins no
    transactions of its own.
    """
    name = MEMORY if path is None else f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlcipher3.dbapi2.connect(name, uri=True, isolation_level=None, timeout=WAIT)
    try:
        for pragma, wanted in pragmas.items():
            if pragma != "journal_mode" or mode != "ro":  # who only reads has no journal
                _set(connection, pragma, wanted)
    except BaseException:
        connection.close()
        raise
    return connection


def _set(connection: Driver, pragma: str, wanted: int | str) -> None:
    connection.execute(f"PRAGMA {pragma}={wanted}")
    if (found := pragma_of(connection, pragma)) not in {wanted, "memory"}:
        raise RuntimeError(f"{pragma} is {found}, not {wanted}")


def pragma_of(connection: Driver, name: str) -> int | str:
    """Return a setting as the database has it."""
    value: int | str = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def engine_on(creator: Callable[[], Driver]) -> Engine:
    """Return an engine with one connection, whose transactions we begin ourselves.

    `engine.execution_options(writing=True)` writes; otherwise it can only read.
    """
    compact = partial(json.dumps, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=creator,
        poolclass=StaticPool,
        json_serializer=compact,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = bool(connection.get_execution_options().get("writing"))
        setting, statement = BEGIN[writing]
        driver: Driver = connection.connection.driver_connection
        if connection.info.get("set") != setting:  # it makes SQLite plan every statement anew
            driver.execute(setting)
            connection.info["set"] = setting
        driver.execute(statement)

    return engine


def open_engine(path: Path | None, mode: str = "rw") -> Engine:
    """Return an engine on an academy file, or in memory."""
    return engine_on(partial(connect, path, mode))
