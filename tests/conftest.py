"""What every test may ask for."""

from collections.abc import Iterator

import pytest

from academy.domain.words import Who
from academy.store.file import in_memory
from academy.store.store import Store
from explains import journal_explains


@pytest.fixture
def store() -> Iterator[Store]:
    """Return an empty academy in memory; at the end its journal must explain its rows."""
    opened = in_memory(Who("Ann"))
    yield opened
    journal_explains(opened)
    opened.close()
