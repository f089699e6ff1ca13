"""Many rows of one table inserted at once: what is the same for all of them is done once.

SQLAlchemy prepares each row by itself, and that takes longer than the database takes to write it.
Here the statement is compiled once, and values go through the converters of SQLAlchemy column by
column. What is written is the same, see `tests/store/test_filling.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Table

Row = dict[str, Any]
Convert = Callable[[Any], Any]


def insert_rows(connection: sa.Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows by column; columns that no row names get their defaults. No rows, no change."""
    if not rows:
        return
    named = rows[0].keys()
    if not named <= set(table.c.keys()) or {len(named)} != set(map(len, rows)):
        raise ValueError(f"The rows of {table.name} name the same columns, all of them its own")
    columns = [c for c in table.c if c.name in named or c.default is not None]
    insert = sa.insert(table).compile(
        dialect=connection.dialect, column_keys=[column.name for column in columns]
    )
    values = [_stored(connection, column, _given(column, named, rows)) for column in columns]
    connection.exec_driver_sql(str(insert), list(zip(*values, strict=True)))


def _given(column: Column[Any], named: Iterable[str], rows: Sequence[Row]) -> Iterable[Any]:
    """Return the values of a column, or what each row gets by default."""
    if column.name in named:
        return map(itemgetter(column.name), rows)
    default: Any = column.default
    if default.is_callable:
        return (default.arg(_Inserted(row)) for row in rows)
    if default.is_scalar:
        return repeat(default.arg, len(rows))
    raise TypeError(f"The database itself would make {column}")


@dataclass(frozen=True, slots=True)
class _Inserted:
    """What a default is told of the row it is for, as SQLAlchemy tells it."""

    row: Row

    def get_current_parameters(self) -> Row:
        """Return the values of the row by column."""
        return self.row


def _stored(connection: sa.Connection, column: Column[Any], values: Iterable[Any]) -> Iterable[Any]:
    """Return values as the driver takes them."""
    kind = column.type.dialect_impl(connection.dialect)
    convert = kind.bind_processor(connection.dialect)
    if convert is None:
        return values
    few = isinstance(column.type, sa.Enum | sa.Date | sa.Time | sa.Boolean)
    return map(_Kept(convert).__getitem__ if few else convert, values)


class _Kept(dict[Any, Any]):
    """Converted values, kept: there are few states, letters, days and hours, in very many rows."""

    def __init__(self, convert: Convert) -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, value: Any) -> Any:
        self[value] = converted = self._convert(value)
        return converted
