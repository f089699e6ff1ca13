"""Entries of the journal as others read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from academy.store.tables import Bar, Kind, journal_entries, journal_reverses

Found = sa.Row[*tuple[Any, ...]]

FIELDS = tuple(
    journal_entries.c[name] for name in ("id", "at", "by", "key", "facts", "kind", "bar", "schema")
)


@dataclass(frozen=True)
class Entry:
    """One gesture in the journal: a label key with facts, who and when (UTC)."""

    id: int
    at: datetime
    by: str
    key: str
    facts: Mapping[str, int | str]
    kind: Kind
    bar: Bar | None
    schema: str
    reverses: tuple[int, ...] = ()

    @property
    def undoable(self) -> bool:
        """Tell whether nothing in the entry itself forbids taking it back."""
        return self.bar is None


def fetched(run: sa.Connection, wanted: sa.Select[Any]) -> list[Entry]:
    """Return the entries of a select over FIELDS, in its order."""
    rows = run.execute(wanted).all()
    reverses: dict[int, list[int]] = defaultdict(list)
    undoing = [row.id for row in rows if row.kind is not Kind.DO]
    if undoing:
        links = sa.select(journal_reverses).where(journal_reverses.c.entry_id.in_(undoing))
        for entry_id, reversed_id in run.execute(links):
            reverses[entry_id].append(reversed_id)
    return [_entry(row, tuple(reverses[row.id])) for row in rows]


def _entry(row: Found, reverses: tuple[int, ...]) -> Entry:
    values = dict(zip((column.name for column in FIELDS), row, strict=True))
    values["at"] = values["at"].replace(tzinfo=UTC)
    return Entry(**values, reverses=reverses)
