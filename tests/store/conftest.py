"""Stores on the odd model: each ends with the journal explaining its rows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from academy.domain.words import Who
from academy.store.store import Store
from explains import journal_explains, rows_of

from .odd import ANN, odd_store


@pytest.fixture
def odd() -> Iterator[Store]:
    opened = odd_store()
    yield opened
    journal_explains(opened)
    opened.close()


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Open the same file again and again, for several people or revisions."""
    opened = []

    def desk(who: Who = ANN, schema: str = "r1") -> Store:
        opened.append(odd_store(tmp_path / "odd.sqlite", who, schema))
        return opened[-1]

    yield desk
    if len({store._schema for store in opened}) == 1:
        journal_explains(opened[-1])
    for store in opened:
        store.close()


@pytest.fixture
def seen() -> Callable[[Store], object]:
    """Return every row of a store, to be compared."""
    return lambda store: store.read(rows_of)
