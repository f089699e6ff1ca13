"""Filling an academy with 1,000 cohorts of 24 people and 10 sessions against raw `executemany`.

    python benchmarks/filling.py [how many cohorts]

Both write the very same rows into a new file with the same tables, pragmas and one transaction;
the rows are made before, so that only writing counts.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from in_turn import milliseconds, tell

from academy.domain.base import Entity
from academy.domain.words import Who
from academy.store.engine import connect
from academy.store.file import create
from academy.store.journal import Gesture
from academy.store.schema import make_tables
from academy.usecases.sample import scaled_rows

TODAY = date(2026, 11, 26)
Rows = list[tuple[type[Entity], list[dict[str, Any]]]]


def raw(path: Path, statements: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
    """Write rows with the driver alone."""
    connection = connect(path, "rwc")
    make_tables(connection)
    connection.execute("BEGIN IMMEDIATE")
    for statement, values in statements:
        connection.executemany(statement, values)
    connection.execute("COMMIT")
    connection.close()


def prepared(path: Path, rows: Rows) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Return what a filled academy holds as plain INSERT statements, table by table."""
    tables = list(dict.fromkeys(entity.__tablename__ for entity, values in rows if values))
    connection = connect(path)
    found = []
    for table in tables:
        cursor = connection.execute(f"SELECT * FROM {table}")
        values = cursor.fetchall()
        marks = ", ".join("?" * len(cursor.description))
        found.append((f"INSERT INTO {table} VALUES ({marks})", values))
    connection.close()
    return found


def ours(path: Path, rows: Rows) -> None:
    """Write rows as the sample and a restored export are written."""
    store = create(path, Who("Dana Price"))
    store.fill(Gesture("make_sample", {"day": TODAY.isoformat()}), rows)
    store.close()


def main(cohorts: int) -> None:
    """Fill new files in turn and print what it took."""
    rows = list(scaled_rows(cohorts, TODAY))
    kinds: dict[str, int] = defaultdict(int)
    for entity, values in rows:
        kinds[entity.__tablename__] += len(values)
    with tempfile.TemporaryDirectory() as name:
        folder, numbers = Path(name), count()
        ours(folder / "first.academy", rows)
        statements = prepared(folder / "first.academy", rows)
        took = milliseconds(
            {
                "raw executemany": lambda: raw(folder / f"{next(numbers)}.db", statements),
                "Store.fill": lambda: ours(folder / f"{next(numbers)}.academy", rows),
            },
            rounds=3,
        )
    held = ", ".join(f"{number:,} {table}" for table, number in kinds.items() if number > 100)
    tell(f"Filling an academy: {held}", took, {"Store.fill": 1.5})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
