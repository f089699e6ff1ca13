"""Statements read after every gesture, or of very many rows, without what SQLAlchemy adds to each.

Building a statement, finding it among those known, describing its result and converting its cells
one by one take longer than the database needs for a register. So the text is made of the same
`select` once, the driver is asked directly, and rows come as the file has them: days and times as
ISO text, enums as their values, booleans as 0 and 1.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, literal_column
from sqlalchemy.dialects import sqlite

from academy.store.engine import Driver
from academy.store.journal import Db


def given(name: str) -> ColumnElement[Any]:
    """Return the place in a statement where `PlainQuery.rows` puts a value."""
    return literal_column(f":{name}")


class PlainQuery:
    """A statement made once, on its first use; `given` says where it takes values."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        written = {"literal_binds": True}  # what is the same each time is part of the text
        self._text = str(statement.compile(dialect=sqlite.dialect(), compile_kwargs=written))

    def rows(self, db: Db, **values: int | str) -> list[tuple[Any, ...]]:
        """Return the rows, seen at the same moment as all that `db` reads; a day is ISO text."""
        if db.entry is not None:
            db.flush()  # a command sees what it has changed itself, as with any other statement
        driver: Driver = db.connection().connection.driver_connection
        found: list[tuple[Any, ...]] = driver.execute(self._text, values).fetchall()
        return found
