"""What every test may ask for."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine

from academy.domain.words import Who
from academy.store import engine
from academy.store.engine import Driver
from academy.store.file import in_memory
from academy.store.store import Store
from academy.ui.kit import language
from academy.ui.main_window.opened_files import Application
from explains import journal_explains


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Let tests run in the program's own application."""
    return Application


@pytest.fixture(autouse=True, scope="session")
def british(qapp: QApplication) -> None:
    """Let sentences with a count take their right form in every test."""
    language.install(qapp)


@pytest.fixture(autouse=True, scope="session")
def nothing_copied_outlives_python(qapp: QApplication) -> Iterator[None]:
    """Empty the clipboard at the end: without a screen Qt keeps it longer than Python lives."""
    yield
    qapp.clipboard().clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no worker is left with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Keep what every test needs out of the way of Python’s search for what nobody needs."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def statements_compiled_once() -> Iterator[None]:
    """Let all engines of a run share SQLAlchemy’s compiled statements.

    The program has one engine for hours; tests open a new one each, and would compile every
    statement anew. So the statements are kept as long here as there.
    """
    made = engine.engine_on
    first = made(lambda: engine.connect(None))
    first.connect().close()  # its dialect now knows the driver
    compiled: dict[object, object] = {}

    def sharing(creator: Callable[[], Driver]) -> Engine:
        opened = made(creator)
        opened.dialect = first.dialect  # a part of the key of what is compiled
        opened.update_execution_options(compiled_cache=compiled)
        return opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "engine_on", sharing)
        yield
    first.dispose()


@pytest.fixture
def store() -> Iterator[Store]:
    """Return an empty academy in memory; at the end its journal must explain its rows."""
    opened = in_memory(Who("Ann"))
    yield opened
    journal_explains(opened)
    opened.close()
