"""Values of columns as JSON can hold them, exactly, and back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Column, Table, TypeDecorator
from sqlalchemy.engine.default import DefaultDialect

Values = dict[str, Any]  # column name -> value
Convert = Callable[[Any], Any]

WITHHELD: Final = "•••"  # stands for a private value, which is never written down


def encode(values: Mapping[str, Any], columns: Iterable[Column[Any]]) -> Values:
    """Return the values of these columns as JSON holds them."""
    return {c.name: _encoded(c, values.get(c.name)) for c in columns}


def decode(table: Table, values: Mapping[str, Any]) -> Values:
    """Return journalled values of a row as the entity had them."""
    return {k: None if v is None else _codec(table.c[k])[1](v) for k, v in values.items()}


def shown(table: Table | None, field: str, value: Any) -> Any:
    """Return one journalled value for readers: sealed text as •••, lost columns as they were."""
    column = None if table is None else table.c.get(field)
    if value is None or value == WITHHELD or column is None:
        return value
    return WITHHELD if getattr(column.type, "sealed", False) else _codec(column)[1](value)


def _encoded(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    return WITHHELD if column.info.get("private") else _codec(column)[0](value)


def _same(value: Any) -> Any:
    return value


_CODECS: Final[dict[type, tuple[Convert, Convert]]] = {
    date: (date.isoformat, date.fromisoformat),
    datetime: (datetime.isoformat, datetime.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    timedelta: (lambda t: t // timedelta.resolution, lambda n: n * timedelta.resolution),
    Decimal: (str, Decimal),
    UUID: (str, UUID),
    bytes: (lambda b: b64encode(b).decode(), b64decode),
}
_dialect = DefaultDialect()


@cache
def _codec(column: Column[Any]) -> tuple[Convert, Convert]:
    kind = column.type
    if isinstance(kind, TypeDecorator) and "process_bind_param" in vars(type(kind)):
        to, back = _CODECS.get(kind.impl_instance.python_type, (_same, _same))
        return (  # what the table keeps, the journal keeps: ciphertext, for one
            lambda value: to(kind.process_bind_param(value, _dialect)),
            lambda value: kind.process_result_value(back(value), _dialect),
        )
    python = kind.python_type
    if issubclass(python, Enum):
        return (lambda member: member.name, lambda name: python[name])
    return _CODECS.get(python, (_same, _same))
