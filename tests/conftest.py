"""What every test may ask for."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from academy.domain.words import Who
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
    qapp.setProperty("british", "yes")


@pytest.fixture
def store() -> Iterator[Store]:
    """Return an empty academy in memory; at the end its journal must explain its rows."""
    opened = in_memory(Who("Ann"))
    yield opened
    journal_explains(opened)
    opened.close()
