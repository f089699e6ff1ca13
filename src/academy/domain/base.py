"""The mapped base class of all entities.

What the journal needs of them, checked by `tests/store/test_conventions.py`: one table each with
an integer `id` never used twice, attributes named like their columns, an index on every foreign
key, nothing that the database does by itself (cascades, defaults). `info={"journal": False}`
leaves a column out of the journal, `info={"private": True}` writes there only that it changed,
`info={"follows": True}` leaves it out of a record's history: others of its row tell the change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum as PythonEnum
from enum import StrEnum
from typing import Any

from sqlalchemy import Enum, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column


class Entity(DeclarativeBase):
    """A row with an id that is never used twice, not even after it was deleted."""

    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy’s name
    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def stored(kind: type[StrEnum]) -> Enum:
    """Return the column type that keeps an enum by its value, readable in the file."""
    return Enum(kind, native_enum=False, length=20, values_callable=_values)


def following(made: Callable[[Mapping[str, Any]], str]) -> MappedColumn[str]:
    """Return a column made of others of its row when the row is inserted.

    The entity sets it anew whenever one of them is set, see `Person`.
    """

    def default(context: Any) -> str:
        return made(context.get_current_parameters())

    return mapped_column(default=default, info={"follows": True})


def _values(kind: type[PythonEnum]) -> Sequence[str]:
    return [str(member.value) for member in kind]
