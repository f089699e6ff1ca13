"""The key in the window: offered at the first issue, asked once, kept in Settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.ui.dialogs.signing_key import (
    KEYRING,
    UNSIGNED,
    FirstKeyDialog,
    NewKeyDialog,
    UnlockDialog,
    strength,
)
from academy.ui.kit import tasks, unlocked_keys
from academy.ui.kit.desk import Desk
from academy.ui.screens.issue import IssueScreen
from academy.ui.screens.settings_certificates import CertificateSettings
from academy.usecases import certificates, keys
from builders import NOW, a_cohort, a_signatory, an_academy, enrolled, marks
from ui.answers import Prepared
from usecases.signed import PHRASE, a_new_key, with_key


class Page:
    """A cohort of two whose certificates are due, on the page that issues them."""

    def __init__(self, qtbot: QtBot, answers: Prepared, folder: Path) -> None:
        self.qtbot, self.answers, self.folder = qtbot, answers, folder
        self.store = an_academy()
        cohort = a_cohort(self.store, sessions=2, name="Top Talent 5")
        enrolled(self.store, cohort, ("Siân Hughes", "Tola Adeyemi"))
        marks(self.store, cohort, "PP", "PP")
        a_signatory(self.store)
        self.desk = Desk(self.store, lambda: NOW)
        self.cohort = cohort.id

    def open(self) -> IssueScreen:
        screen = IssueScreen(self.desk)
        self.qtbot.addWidget(screen)
        screen.resize(1055, 727)
        screen.go((str(self.cohort),))
        screen.show()
        self.qtbot.waitExposed(screen)
        self.screen = screen
        return screen

    def press_issue(self) -> None:
        self.answers.will(self.folder / "out")
        QTest.mouseClick(self.screen.issue, Qt.MouseButton.LeftButton)

    def issued(self) -> list[str]:
        self.qtbot.waitUntil(self.screen.done.isVisible)
        self.qtbot.waitUntil(lambda: not tasks.running())
        return [row.key for row in self.store.read(certificates.certificates)]

    def checks(self) -> list[str]:
        said = [check.words for check in self.screen.review.checks()]
        return [words for words in said if words.startswith("Signed")]


@pytest.fixture
def page(qtbot: QtBot, answers: Prepared, tmp_path: Path) -> Page:
    return Page(qtbot, answers, tmp_path)


def fill(dialog: FirstKeyDialog | UnlockDialog, **values: str) -> None:
    for key, value in values.items():
        field = dialog.form.entries[key].widget
        field.setText(value)  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)


def test_the_first_issue_makes_the_key_and_signs(page: Page) -> None:
    screen = page.open()
    assert page.checks() == []
    page.press_issue()
    dialog = screen.findChild(FirstKeyDialog)
    assert dialog is not None
    fill(dialog, passphrase=PHRASE, again=PHRASE)
    kids = page.issued()
    [key] = page.store.read(keys.keys)
    assert kids == [key.kid] * 2
    assert unlocked_keys.unlocked(key.kid) is not None


def test_a_passphrase_is_typed_twice_alike_and_long_enough(page: Page) -> None:
    screen = page.open()
    page.press_issue()
    dialog = screen.findChild(FirstKeyDialog)
    assert dialog is not None
    for first, second in ((PHRASE, "other words here"), ("short", "short"), ("", "")):
        fill(dialog, passphrase=first, again=second)
        assert dialog.isVisible()
        assert page.store.read(keys.keys) == []
    dialog.reject()
    assert page.store.read(certificates.certificates) == []


def test_issuing_without_signing_is_a_choice_and_said(page: Page) -> None:
    screen = page.open()
    words = [check.words for check in screen.review.checks()]
    assert "Not signed: nobody can check them without asking you" in words
    page.press_issue()
    dialog = screen.findChild(FirstKeyDialog)
    assert dialog is not None
    dialog.how.setCurrentIndex(dialog.how.findData(UNSIGNED))
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert page.issued() == ["", ""]


def test_the_keyring_is_offered_only_where_there_is_one(qtbot: QtBot) -> None:
    for there in (True, False):
        dialog = FirstKeyDialog(None, keyring=there)
        qtbot.addWidget(dialog)
        assert (dialog.how.findData(KEYRING) >= 0) is there


def test_a_locked_key_is_asked_for_once_and_a_wrong_passphrase_issues_nothing(page: Page) -> None:
    with_key(page.store, a_new_key())
    screen = page.open()
    assert page.checks() == ["Signed: anybody can check them"]
    page.press_issue()
    dialog = screen.findChild(UnlockDialog)
    assert dialog is not None
    fill(dialog, passphrase="not this one at all")
    problem = dialog.form.entries["passphrase"]
    assert "not the passphrase" in problem.accessibleDescription() or dialog.isVisible()
    assert page.store.read(certificates.certificates) == []
    fill(dialog, passphrase=PHRASE)
    assert page.issued() == [a_new_key().unlocked.kid] * 2


def test_one_click_issues_once_the_key_is_unlocked(page: Page) -> None:
    unlocked_keys.remember(with_key(page.store, a_new_key()))
    screen = page.open()
    page.press_issue()
    assert screen.findChild(UnlockDialog) is None
    assert page.issued() == [a_new_key().unlocked.kid] * 2


def test_closing_the_question_issues_nothing_and_it_can_be_asked_again(page: Page) -> None:
    screen = page.open()
    for _ in range(2):
        page.press_issue()
        dialog = screen.findChild(FirstKeyDialog)
        assert dialog is not None
        dialog.reject()
        page.qtbot.waitUntil(lambda: screen.findChild(FirstKeyDialog) is None)
    assert not screen.issuing.under_way
    assert page.store.read(certificates.certificates) == []


# ---- Settings ----------------------------------------------------------------------------------


@pytest.fixture
def settings(page: Page, qtbot: QtBot) -> CertificateSettings:
    made = CertificateSettings(page.desk)
    qtbot.addWidget(made)
    made.fill()
    made.show()
    return made


def test_settings_say_whether_certificates_are_signed(
    page: Page, settings: CertificateSettings
) -> None:
    assert "not signed" in settings.state.text()
    assert settings.make.isVisible()
    assert not settings.save.isVisible()
    with_key(page.store, a_new_key())
    settings.fill()
    assert a_new_key().unlocked.kid in settings.state.text()
    assert settings.save.isVisible()


def test_a_copy_is_saved_and_taken_over(
    page: Page, settings: CertificateSettings, tmp_path: Path
) -> None:
    with_key(page.store, a_new_key())
    path = tmp_path / "a.academy-key"
    page.answers.will(path)
    settings.ask_save()
    assert path.exists()
    for passphrase, is_open in (("wrong words here", True), (PHRASE, False)):
        if is_open:
            settings.take_over(path)
        dialog = settings.findChild(UnlockDialog)
        assert dialog is not None
        fill(dialog, passphrase=passphrase)
        assert dialog.isVisible() is is_open


def test_a_new_key_retires_the_old_one(page: Page, settings: CertificateSettings) -> None:
    with_key(page.store, a_new_key())
    settings.ask_renew()
    dialog = settings.findChild(NewKeyDialog)
    assert dialog is not None
    fill(dialog, passphrase=PHRASE, again=PHRASE)
    current, old = page.store.read(keys.keys)
    assert old.kid == a_new_key().unlocked.kid
    assert old.retired_on == NOW.date()
    settings.fill()
    assert current.kid in settings.state.text()
    assert old.kid in settings.old.text()


def test_the_strength_of_a_passphrase_is_told_in_words() -> None:
    assert "Too short" in strength("abc")
    assert "Weak" in strength("aaaaaaaaaaaa")
    assert strength("correct horse battery staple tomato") == "Strong."
