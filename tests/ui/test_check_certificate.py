"""Checking a certificate in the window: dropped, typed, pasted into the palette."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.domain.words import Finding
from academy.store.journal import Gesture
from academy.ui.dialogs.certificate_check import SIGNS, CheckDialog
from academy.ui.kit import labels
from academy.ui.kit.palette import Palette
from academy.ui.main_window import checking, commands, going
from academy.ui.main_window.window import MainWindow
from academy.usecases import certificates
from builders import TODAY
from ui.answers import Prepared
from ui.windows import settle, window_on
from usecases.signed import SignedAcademy


@pytest.fixture(scope="module")
def academy() -> SignedAcademy:
    return SignedAcademy()


@pytest.fixture
def window(qtbot: QtBot, academy: SignedAcademy) -> Iterator[MainWindow]:
    made = window_on(academy.store)
    yield made
    made.let_go()


def shown(window: MainWindow) -> CheckDialog:
    settle()
    dialog = window.findChild(CheckDialog)
    assert dialog is not None
    return dialog


def words(dialog: CheckDialog) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in dialog.outcome.findChildren(QLabel) if one.text()]


def test_a_dropped_pdf_is_checked(
    window: MainWindow, academy: SignedAcademy, tmp_path: Path
) -> None:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(academy.made[0].content)
    commands.offer(window, path)
    dialog = shown(window)
    assert dialog.verdict.text() == "Genuine"
    said = words(dialog)
    assert academy.made[0].number in said
    assert "It is byte for byte the file that was issued." in said
    assert any("certificate.pdf" in one for one in said)


def test_a_changed_pdf_is_told(window: MainWindow, academy: SignedAcademy, tmp_path: Path) -> None:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(academy.made[0].content + b"\n")
    commands.offer(window, path)
    assert shown(window).verdict.text() == "Changed"


def test_a_pdf_that_cannot_be_read_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj")
    commands.offer(window, path)
    dialog = shown(window)
    assert dialog.verdict.text() == "Unknown"
    assert any("cut.pdf is cut off or damaged" in one for one in words(dialog))


def test_a_number_is_typed_and_a_pdf_chosen(
    window: MainWindow, academy: SignedAcademy, answers: Prepared, tmp_path: Path
) -> None:
    window.run("check")
    dialog = shown(window)
    QTest.keyClicks(dialog.field, academy.made[1].number)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.verdict.text() == "Genuine"
    path = tmp_path / "certificate.pdf"
    path.write_bytes(academy.made[0].content)
    answers.will(path)
    QTest.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    assert academy.made[0].number in words(dialog)


def test_a_token_pasted_into_the_palette_is_checked(
    window: MainWindow, academy: SignedAcademy
) -> None:
    palette = going.open_palette(window)
    assert isinstance(palette, Palette)
    palette.edit.setText(f"https://example.org/check/#{academy.made[0].token}")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert shown(window).verdict.text() == "Genuine"


def test_a_revoked_one_says_when(qtbot: QtBot) -> None:
    academy = SignedAcademy(names=("Siân Hughes",))
    gesture = Gesture("revoke_certificate")
    academy.store.write(gesture, certificates.revoke, academy.ids[0], TODAY, "A trial")
    window = window_on(academy.store)
    checking.check_typed(window, academy.made[0].token)
    dialog = shown(window)
    assert dialog.verdict.text() == "Revoked"
    assert "Revoked on 26 November 2026." in words(dialog)
    window.let_go()


def test_every_verdict_has_a_word_and_a_sign_of_its_own() -> None:
    assert len({labels.word(one) for one in Finding}) == len(Finding)
    assert len({SIGNS[one][0] for one in Finding}) == len(Finding)
