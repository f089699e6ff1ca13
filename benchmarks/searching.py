"""Finding people among 100,000, and showing 1,000,000 rows.

    python benchmarks/searching.py

Searching: the least work is LIKE over a folded column in a table of its own. Ours finds, sorts and
shows the people for the palette; the worst case is letters that nobody has. Showing: a model of a
million ids against all rows as tuples, with a first painted screen.
"""

from __future__ import annotations

import os
import tempfile
import tracemalloc
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from in_turn import milliseconds, tell
from sqlalchemy import select

from academy.domain.people import Person
from academy.domain.words import Who
from academy.store.engine import connect
from academy.usecases.sample import make_sample
from academy.usecases.search import found

TODAY = date(2026, 11, 26)
COHORTS = 4_170  # of 24 people
MANY = 1_000_000
TYPED = {
    "a name": "hughes sian",
    "a council": "wrexham",
    "nobody": "qqqqqqq",
    "first letters": "shg",
}


def searching(folder: Path) -> None:
    """Compare searches with one LIKE."""
    path = folder / "large.academy"
    store = make_sample(path, Who("Dana Price"), TODAY, scale=COHORTS)
    bare = connect(folder / "bare.db", "rwc")
    bare.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, found_by TEXT)")
    names = store.read(lambda db: db.execute(select(Person.id, Person.found_by)).all())
    bare.executemany("INSERT INTO people VALUES (?, ?)", [tuple(row) for row in names])
    like = "SELECT id FROM people WHERE found_by LIKE ?"
    ways = {"LIKE over a folded column": lambda: bare.execute(like, ("%qqqqqqq%",)).fetchall()}
    ways |= {
        f"{what} ({typed})": lambda typed=typed: store.read(found, typed, ["person"])
        for what, typed in TYPED.items()
    }
    tell(f"A person among {len(names):,}", milliseconds(ways, rounds=20), {})
    print("  goal: 20 ms at worst")
    store.close()


class Numbers:
    """A source of a million rows."""

    def ids(self, _typed: str, _keys: Sequence[object]) -> range:
        """Return all ids."""
        return range(MANY)

    def rows(self, ids: Sequence[int]) -> list[tuple[int, str]]:
        """Return rows of a page."""
        return [(number, f"Row {number}") for number in ids]

    def total(self) -> int:
        """Return how many there are."""
        return MANY


def showing() -> None:
    """Compare a model of pages with all rows as tuples."""
    from academy.ui.kit.columns import Column
    from academy.ui.kit.paged_model import PagedModel
    from academy.ui.kit.table import DataView
    from academy.ui.main_window.application import prepared

    prepared()
    columns = [Column("n", "Number", lambda row: row[1])]
    model: PagedModel[tuple[int, str]] = PagedModel(columns, lambda row: row[0], Numbers())
    view = DataView("numbers", "Numbers", model)
    view.resize(1000, 700)
    view.show()

    def paged() -> None:
        model.fill()
        view.grab()

    ways = {
        "all rows as tuples": lambda: [(number, f"Row {number}") for number in range(MANY)],
        "pages behind a model, painted": paged,
    }
    tell(f"Showing {MANY:,} rows", milliseconds(ways, rounds=5), {})
    tracemalloc.start()
    model.fill()
    print(f"  {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB at most (goals: 100 ms, 30 MB)")
    tracemalloc.stop()


def main() -> None:
    """Run both."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        searching(Path(name))
    showing()


if __name__ == "__main__":
    main()
