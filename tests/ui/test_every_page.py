"""The rules that hold on every page and in every dialog, tried on the sample academy.

Each test walks the whole registry of pages; a page that is not in the walk fails the first one.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from academy.store.journal import Db, Gesture
from academy.store.store import Store
from academy.store.tables import journal_entries
from academy.ui import dialogs
from academy.ui.dialogs.choose_cohort import FindCohortDialog
from academy.ui.dialogs.passphrase import WayBackDialog
from academy.ui.dialogs.private_note import PrivateNoteDialog, UnlockNotesDialog
from academy.ui.dialogs.signing_key import NewPassphraseDialog, UnlockDialog
from academy.ui.dialogs.visitor import VisitorDialog
from academy.ui.kit import pickers, tasks
from academy.ui.kit.choosers import Named
from academy.ui.kit.desk import Desk
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.theme import Scheme, theme
from academy.ui.main_window.pages import PAGES
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.what_if import WhatIfDialog
from academy.usecases import academy
from academy.usecases.home import home
from academy.usecases.matching import MatchingPlan, matched
from academy.usecases.matching_input import MatchingRequest, matching_input
from academy.usecases.sessions import sessions
from ui import every_page
from ui.every_page import ADDRESSES, Careful, addresses, shown, visit_dialogs
from ui.windows import settle

pytestmark = pytest.mark.long

Found = dict[str, list[str]]
WAITING = 6
"""The cohort of the sample in which everybody waits for a mentor."""


@pytest.fixture
def sample(sample: Store) -> Store:
    """Return the sample, with registers that close after a while."""
    settings = replace(sample.read(academy.academy), lock_days=14)
    sample.write(Gesture("change_settings"), academy.save_academy, settings)
    return sample


@pytest.fixture
def everywhere(sample: Store, tmp_path: Path) -> list[str]:
    """Return where one can be; practice files are there to be imported."""
    today = sample.read(home, datetime.now()).today[0]
    first = sample.read(sessions, today.cohort_id)[0]
    return addresses(today.session_id, first.id, tmp_path / "practice")


@pytest.fixture
def careful() -> Careful:
    made = Careful()
    pickers.use(made)
    return made


def entries_so_far(db: Db) -> int:
    """Return how often something was changed."""
    return db.connection().scalar(select(func.count()).select_from(journal_entries)) or 0


def walk(window: MainWindow, everywhere: list[str]) -> Iterator[tuple[str, QWidget]]:
    """Go to every page, and yield its address and itself."""
    assert window.workspace is not None
    for address in everywhere:
        window.go(address)
        settle()
        assert window.workspace.screen is not None
        yield address, window.workspace.screen


def test_every_page_is_in_the_walk() -> None:
    assert set(ADDRESSES) == set(PAGES)


def test_every_page_keeps_the_rules(window: MainWindow, everywhere: list[str]) -> None:
    """Look at each page once, for every rule that needs no more than a look."""
    broken: Found = {}
    charts = 0
    for address, screen in walk(window, everywhere):
        broken[address] = [
            *(f"takes focus without a name: {one}" for one in every_page.unnamed(window)),
            *(f"smaller than 24 px: {one}" for one in every_page.too_small(window)),
            *(f"access key of two: {one}" for one in doubled_keys(window)),
            *(f"key that does two things: {one}" for one in every_page.shortcuts(window)),
        ]
        charts += tables_of_charts(screen)
    assert list(broken) == list(dict.fromkeys(everywhere))
    assert {address: some for address, some in broken.items() if some} == {}
    assert charts > 0


def doubled_keys(window: MainWindow) -> list[str]:
    """Return what shares its access key with another: on the page, or in one of the menus."""
    bar = [action.text() for action in window.frame.menus.actions()]
    found = every_page.doubled([*bar, *every_page.texts_with_keys(window)])
    window._unfold()
    for menu in window.findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if action.isVisible()]
        found += every_page.doubled(texts)
    return found


def tables_of_charts(screen: QWidget) -> int:
    """Switch each chart of a page to its table, which holds the same numbers; return how many."""
    charts = [one for one in shown(screen) if type(one).__name__.endswith("Chart")]
    for chart in charts:
        assert chart.chart.accessibleName()
        chart.switch.click()
        settle()
        assert chart.table.isVisible()
        assert not chart.chart.isVisible()
        assert chart.table.accessibleName().count("%") == sum(
            rate.percent is not None for rate in chart._rates
        )
    return len(charts)


def test_nothing_to_be_clicked_is_smaller_than_24_px_at_twice_the_size(
    window: MainWindow, everywhere: list[str]
) -> None:
    window.set_look(Scheme.LIGHT, 2.0)
    assert theme().zoom == 2.0
    found = {address: every_page.too_small(window) for address, _ in walk(window, everywhere)}
    assert {address: some for address, some in found.items() if some} == {}


def test_tab_leaves_every_list_and_table(window: MainWindow, everywhere: list[str]) -> None:
    caught: list[str] = []
    tried = 0
    for address, screen in walk(window, everywhere):
        for view in shown(screen, QAbstractItemView):
            if view.focusPolicy() & Qt.FocusPolicy.TabFocus and view.isEnabled():
                view.setFocus()
                tried += 1
                QTest.keyClick(view, Qt.Key.Key_Tab)
                now = QApplication.focusWidget()
                if now is None or now is view or view.isAncestorOf(now):
                    caught.append(f"{address}: {view.accessibleName()}")
    assert caught == []
    assert tried > 20


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_enter_changes_nothing_on_any_page(
    window: MainWindow, everywhere: list[str], sample: Store, careful: Careful
) -> None:
    changed: list[str] = []
    visitor = every_page.Visitor(lambda _dialog: None)
    kinds = QAbstractItemView | QLineEdit | QComboBox
    for address, screen in walk(window, everywhere):
        entries = sample.read(entries_so_far)
        names = [
            one.accessibleName() for one in every_page.reached(screen) if isinstance(one, kinds)
        ]
        for number in range(len(names)):
            window.go(address)
            settle()
            assert window.workspace is not None
            here = window.workspace.screen
            assert here is not None
            there = [one for one in every_page.reached(here) if isinstance(one, kinds)]
            if number < len(there):
                there[number].setFocus()
                QTest.keyClick(there[number], Qt.Key.Key_Return)
                settle()
        if sample.read(entries_so_far) != entries:
            changed.append(address)
    visitor.timer.stop()
    assert changed == []
    assert careful.unsafe == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_dialog_keeps_the_rules(
    window: MainWindow, everywhere: list[str], sample: Store, careful: Careful
) -> None:
    broken: Found = {}
    seen: set[str] = set()
    before = sample.read(entries_so_far)

    def look(way: str, dialog: QDialog) -> None:
        seen.add(type(dialog).__name__)
        broken[way] = [
            *(f"no name: {one}" for one in every_page.unnamed(dialog)),
            *(f"small: {one}" for one in every_page.too_small(dialog)),
            *(f"access key: {one}" for one in every_page.doubled(texts(dialog))),
            *(f"two acts: {one}" for one in every_page.shortcuts(dialog)),
        ]
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        settle()
        if every_page.still_there(dialog):
            broken[way].append("Esc does not close it")

    texts = every_page.texts_with_keys
    for address in everywhere:
        visit_dialogs(window, address, look)
    outside: dict[str, QDialog] = {  # asked in facilitator mode, and once there are notes or a key
        "facilitator mode": VisitorDialog(window),
        "locked notes": UnlockNotesDialog(window, "Ann"),
        "open notes": PrivateNoteDialog(window, "Noor Ahmed – Pat Ellis"),
    }
    outside["way back"] = WayBackDialog(window)
    outside["locked key"] = UnlockDialog(window, "Unlock")
    outside["new passphrase"] = NewPassphraseDialog(window, "Notes", "Change", "It is asked once.")
    known = [Named(1, "Top Talent 7")]  # found from a menu that is made when it is opened
    outside["a cohort"] = FindCohortDialog(window, "Certificates of a cohort", "Show", known)
    outside["what if"] = WhatIfDialog(window, Desk(sample), suggested_to(sample))
    for way, dialog in outside.items():
        dialog.open()
        settle()
        look(way, dialog)
    assert {way: some for way, some in broken.items() if some} == {}
    assert every_form() - seen == set()
    assert sample.read(entries_so_far) == before
    assert careful.unsafe == []


def suggested_to(store: Store) -> MatchingPlan:
    """Return what is suggested to a cohort in which everybody waits."""
    return matched(store.read(matching_input, MatchingRequest(WAITING), date.today()))


def test_the_board_keeps_the_rules_while_something_is_suggested(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go(f"cohort/{WAITING}/mentoring/suggestions")
    qtbot.waitUntil(lambda: not tasks.running(), timeout=10_000)
    settle()
    bar = [action.text() for action in window.frame.menus.actions()]
    texts = every_page.texts_with_keys(window)
    assert "Confirm &this pair" in texts
    assert every_page.doubled([*bar, *texts]) == []
    assert every_page.unnamed(window) == []
    assert every_page.too_small(window) == []
    assert every_page.shortcuts(window) == []


def every_form() -> set[str]:
    """Return the names of all dialogs that ask for something."""
    for module in pkgutil.iter_modules(dialogs.__path__, f"{dialogs.__name__}."):
        importlib.import_module(module.name)
    return {kind.__name__ for kind in FormDialog.__subclasses__()}
