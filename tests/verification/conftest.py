"""One Chromium for all tests of the check page, and an academy's page in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verification.browser import Browser, Tab, program
from verification.published import publish, web_site


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return the browser, or skip where there is none."""
    program()
    started = Browser(tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the page, as published now."""
    return publish(tmp_path_factory.mktemp("site")).parent


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """Return the address of the page on a web site."""
    with web_site(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Tab]:
    """Return the page, opened from the web site."""
    with browser.tab(site) as tab:
        yield tab
        assert tab.complaints() == []
