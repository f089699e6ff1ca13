"""The tables of the journal, and the file's own notes about itself.

An entry is one gesture; its changes are the rows it touched, in the order of the SQL.
"""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy import Column, Table

from academy.domain.base import Entity, stored


class Kind(StrEnum):
    """Whether an entry did something, took it back, or did it again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Bar(StrEnum):
    """Why an entry cannot be taken back. The first four are kept, the others found on reading."""

    NATURE = "nature"  # what left the building cannot be called back
    PRIVATE = "private"  # private values were withheld from the journal
    ERASED = "erased"  # a person's values were erased from it
    FILLED = "filled"  # the first contents of the academy
    UPGRADED = "upgraded"  # made before the tables of the file were changed by a newer program
    UNDONE = "undone"  # already taken back
    OLD = "old"  # beyond the newest entries that are offered


_json = sa.JSON(none_as_null=True)

journal_entries = Table(
    "journal_entries",
    Entity.metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("at", sa.DateTime, nullable=False),  # UTC
    Column("by", sa.String, nullable=False),
    Column("key", sa.String, nullable=False),
    Column("facts", _json, nullable=False),
    Column("kind", stored(Kind), nullable=False),
    Column("bar", stored(Bar)),  # NULL: it can be taken back
    Column("schema", sa.String, nullable=False),  # revision of the tables
    Column("once", sa.String, unique=True),
    Column("result", _json),  # what the command returned, for a doubled `once`
    sa.Index("ix_journal_entries_by", "by", "id"),
    sqlite_autoincrement=True,
)
journal_changes = Table(
    "journal_changes",
    Entity.metadata,
    Column("entry_id", sa.ForeignKey("journal_entries.id"), primary_key=True),
    Column("position", sa.Integer, primary_key=True, autoincrement=False),
    Column("table_name", sa.String, nullable=False),
    Column("row_id", sa.Integer, nullable=False),
    Column("before", _json),  # NULL: the row was created
    Column("after", _json),  # NULL: the row was deleted
    sa.Index("ix_journal_changes_row", "table_name", "row_id"),
    sqlite_with_rowid=False,
)
journal_reverses = Table(
    "journal_reverses",
    Entity.metadata,
    Column("entry_id", sa.ForeignKey("journal_entries.id"), primary_key=True),
    Column("reversed_id", sa.ForeignKey("journal_entries.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
journal_about = Table(  # the rows a not-undoable entry speaks of, though it did not change them
    "journal_about",
    Entity.metadata,
    Column("entry_id", sa.ForeignKey("journal_entries.id"), primary_key=True),
    Column("table_name", sa.String, primary_key=True),
    Column("row_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Index("ix_journal_about_row", "table_name", "row_id"),
    sqlite_with_rowid=False,
)
file_notes = Table(  # what the file says of itself: which program saved it, when it was checked
    "file_notes",
    Entity.metadata,
    Column("name", sa.String, primary_key=True),
    Column("value", sa.String, nullable=False),
    sqlite_with_rowid=False,
)
alembic_version = Table(
    "alembic_version",
    sa.MetaData(),  # Alembic makes and keeps it; we only read and stamp
    Column("version_num", sa.String(32), primary_key=True),
)
