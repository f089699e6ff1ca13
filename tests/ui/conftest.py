"""Every test of the interface starts with settings, folders, language and looks of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from academy.domain.words import Who
from academy.store.file import create, open_academy
from academy.store.store import Store
from academy.ui.kit import focus_ring, language, pickers, theme, unlocked_keys
from academy.ui.kit.theme import Scheme
from academy.ui.main_window.window import MainWindow
from academy.usecases.sample import make_sample
from ui.answers import Desktop, Prepared
from ui.windows import window_on

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def fresh_desktop(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Give the test an empty settings folder, British English and the light theme at 100 %."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))
    qapp.setOrganizationName("Academy")
    qapp.setApplicationName("Academy")
    language.install(qapp)
    focus_ring.install(qapp)
    unlocked_keys.forget()
    if theme.theme().scheme is not Scheme.LIGHT or theme.theme().zoom != 1.0:
        theme.apply(qapp, Scheme.LIGHT, 1.0)
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    qapp.processEvents()
    # outside a running loop nothing is freed: without this, windows pile up from test to test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def answers() -> Iterator[Prepared]:
    """Let prepared answers stand in for message boxes and file dialogs, so that no test hangs."""
    prepared = Prepared()
    before = pickers.use(prepared)
    yield prepared
    pickers.use(before)


@cache
def _sample_of(day: date) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Sample.academy"
        make_sample(path, Who("Ann"), day).close()
        return path.read_bytes()


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    """Return the sample of today in a file: made once, copied for each test."""
    path = tmp_path / "Sample.academy"
    path.write_bytes(_sample_of(date.today()))
    opened = open_academy(path, Who("Ann"))
    yield opened
    opened.close()


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    """Return the file of an academy that nobody has open."""
    path = tmp_path / "Other.academy"
    create(path, Who("Ann"), name="Other Academy").close()
    return path


@pytest.fixture
def window(sample: Store) -> Iterator[MainWindow]:
    """Return the window on the sample; tests that need another have their own."""
    made = window_on(sample)
    yield made
    made.let_go()


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """Keep what would be shown in the system's own programs."""
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "show_file")
    yield made
    QDesktopServices.unsetUrlHandler("file")
