"""The tables of an academy file and the revisions they went through."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from academy.domain.base import Entity
from academy.store.engine import APPLICATION_ID, Driver
from academy.store.tables import alembic_version

REVISIONS: Final = ("0001",)  # every released revision, the newest last
SCHEMA: Final = REVISIONS[-1]


def make_tables(connection: Driver) -> None:
    """Make all tables in an empty database, as the migrations would, and note the revision."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in _statements():
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (SCHEMA,))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("COMMIT")


@cache
def _statements() -> list[str]:
    import_module("academy.domain.model")  # every entity, so that no table is missing
    tables = [*Entity.metadata.sorted_tables, alembic_version]
    indexes = [index for table in tables for index in table.indexes]
    indexes.sort(key=lambda index: str(index.name))
    made: list[sa.ExecutableDDLElement] = [CreateTable(table) for table in tables]
    made += [CreateIndex(index) for index in indexes]
    return [str(statement.compile(dialect=dialect())) for statement in made]
