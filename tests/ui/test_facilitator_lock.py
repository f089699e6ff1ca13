"""Leaving facilitator mode: a passphrase, once set, stands before the rest of the academy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from academy.exchange.packs import write_pack
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.dialogs.passphrase import SetPassphraseDialog, WayBackDialog
from academy.ui.main_window import facilitating
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.facilitator import FacilitatorWindow
from academy.ui.screens.settings import SettingsScreen
from academy.usecases import packs, passphrases
from builders import a_cohort, a_session, an_academy, enrolled
from ui.windows import settle, window_on

WORDS = "blue kettle 9"


@pytest.fixture
def store() -> Store:
    made = an_academy()
    cohort = a_cohort(made, sessions=1)
    enrolled(made, cohort, 3)
    a_session(made, cohort.id, date.today(), starts=time(9), ends=time(10), title="Today")
    return made


@pytest.fixture
def window(store: Store) -> Iterator[MainWindow]:
    made = window_on(store, "settings")
    yield made
    made.show()
    made.let_go()


def lock(store: Store) -> None:
    store.write(Gesture("set_passphrase", undoable=False), passphrases.set_passphrase, WORDS)


def begun(window: MainWindow) -> FacilitatorWindow:
    made = facilitating.open_today(window)
    assert made is not None
    settle()
    return made


def asked(made: FacilitatorWindow) -> WayBackDialog:
    [dialog] = made.findChildren(WayBackDialog)
    return dialog


def answer(dialog: WayBackDialog, words: str) -> None:
    field = dialog.form.entries["passphrase"].widget
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.setText(words)
    dialog.save.click()
    settle()


def test_without_a_passphrase_done_leads_back_at_once(window: MainWindow) -> None:
    made = begun(window)
    assert window.isVisible()
    made.done.click()
    settle()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, FacilitatorWindow)]


def test_with_one_the_academy_is_out_of_sight_until_it_is_typed(
    window: MainWindow, store: Store
) -> None:
    lock(store)
    made = begun(window)
    assert not window.isVisible()
    QTest.keyClick(made, Qt.Key.Key_Escape)
    dialog = asked(made)
    answer(dialog, "red kettle 9")
    assert made.isVisible()
    assert not window.isVisible()
    assert dialog.form.entries["passphrase"].problem() == "This is not the passphrase"
    answer(dialog, WORDS)
    assert window.isVisible()


def test_a_pack_marked_over_an_open_academy_is_guarded_as_well(
    window: MainWindow, store: Store, tmp_path: Path
) -> None:
    lock(store)
    path = tmp_path / "Session 1.register"
    write_pack(path, store.read(packs.make_pack, 1))
    made = facilitating.open_pack(window, path)
    assert made is not None
    assert not window.isVisible()
    made.close()
    answer(asked(made), WORDS)
    assert window.isVisible()


def test_going_on_marking_keeps_the_mode(window: MainWindow, store: Store) -> None:
    lock(store)
    made = begun(window)
    made.done.click()
    dialog = asked(made)
    assert dialog.cancel.text() == "Go on marking"
    dialog.cancel.click()
    settle()
    assert made.isVisible()
    QTest.keyClicks(made.table, "p")
    assert made.counted() == "1 of 3 marked"
    made.release()


def test_whoever_forgot_it_can_close_the_program(window: MainWindow, store: Store) -> None:
    lock(store)
    made = begun(window)
    made.close()
    asked(made).quit.click()
    settle()
    assert not window.isVisible()
    assert window.workspace is None


def test_settings_set_it_change_it_and_take_it_away(window: MainWindow, store: Store) -> None:
    assert window.workspace is not None
    page = window.workspace.screen
    assert isinstance(page, SettingsScreen)
    part = page.of_facilitators
    assert "asks for nothing" in part.state.text()
    part.set.click()
    dialog = part.findChild(SetPassphraseDialog)
    assert isinstance(dialog, SetPassphraseDialog)
    fill(dialog, "abc", "abc")
    problem = dialog.form.entries["passphrase"].problem()
    assert problem == "Choose a passphrase of 6 to 200 characters."
    fill(dialog, WORDS, "blue kettle 8")
    assert dialog.form.entries["again"].problem() == "The two are not the same"
    fill(dialog, WORDS, WORDS)
    assert store.read(passphrases.is_passphrase, WORDS)
    assert "asks for the passphrase" in part.state.text()
    part.remove.click()
    settle()
    assert not store.read(passphrases.has_passphrase)


def fill(dialog: SetPassphraseDialog, first: str, again: str) -> None:
    for key, words in (("passphrase", first), ("again", again)):
        field = dialog.form.entries[key].widget
        assert isinstance(field, QLineEdit)
        field.setText(words)
    dialog.save.click()
    settle()
