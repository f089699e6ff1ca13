"""Publishing the check page from Settings, and being told when it is behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from academy.store.journal import Gesture
from academy.ui.dialogs.signing_key import UnlockDialog
from academy.ui.kit import unlocked_keys
from academy.ui.kit.desk import Desk
from academy.ui.screens.certificates import CertificatesScreen
from academy.ui.screens.page_publishing import PagePublishing, PublishingSettings
from academy.usecases import certificates
from builders import NOW, TODAY, an_academy
from ui.answers import Prepared
from usecases.signed import PHRASE, SignedAcademy


@pytest.fixture
def academy() -> SignedAcademy:
    unlocked_keys.forget()
    return SignedAcademy()


def part_of(qtbot: QtBot, store) -> tuple[PublishingSettings, list[str]]:
    desk = Desk(store, lambda: NOW)
    told: list[str] = []
    desk.done.connect(told.append)
    desk.refused.connect(told.append)
    part = PublishingSettings(desk)
    qtbot.addWidget(part)
    part.fill()
    part.show()
    return part, told


def press(part: PublishingSettings) -> None:
    QTest.mouseClick(part.publish, Qt.MouseButton.LeftButton)


def test_without_a_key_it_says_what_is_missing(qtbot: QtBot) -> None:
    part, _told = part_of(qtbot, an_academy())
    assert not part.publish.isEnabled()
    assert part.state.text().startswith("Not before there is a key")


def test_the_key_is_unlocked_and_the_page_written(
    qtbot: QtBot, answers: Prepared, academy: SignedAcademy, tmp_path: Path
) -> None:
    part, told = part_of(qtbot, academy.store)
    assert part.state.text() == "Not published yet."
    press(part)
    dialog = part.findChild(UnlockDialog)
    assert dialog is not None
    dialog.form.entries["passphrase"].widget.setText(PHRASE)  # type: ignore[attr-defined]
    answers.will(tmp_path)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "index.html").exists()
    assert told == [
        f"The check page is in {tmp_path}. Put it on your web site at https://example.org/check/"
    ]
    part.fill()
    assert part.state.text() == "Published last on 26 November 2026."
    assert not part.behind.isVisible()


def test_a_full_or_read_only_folder_is_told_and_nothing_noted(
    qtbot: QtBot, answers: Prepared, academy: SignedAcademy, tmp_path: Path
) -> None:
    unlocked_keys.remember(academy.key)
    part, told = part_of(qtbot, academy.store)
    (tmp_path / "file").write_text("no folder")
    answers.will(tmp_path / "file")
    press(part)
    assert len(told) == 1
    part.fill()
    assert part.state.text() == "Not published yet."


def test_after_a_revocation_the_register_says_to_publish_again(
    qtbot: QtBot, answers: Prepared, academy: SignedAcademy, tmp_path: Path
) -> None:
    unlocked_keys.remember(academy.key)
    desk = Desk(academy.store, lambda: NOW)
    screen = CertificatesScreen(desk)
    qtbot.addWidget(screen)
    screen.go(())
    screen.show()
    answers.will(tmp_path, tmp_path)
    publishing = PagePublishing(desk, screen)
    publishing.ask()
    screen.reload()
    assert not screen.behind.isVisible()
    revoke = Gesture("revoke_certificate")
    academy.store.write(revoke, certificates.revoke, academy.ids[0], TODAY, "A trial")
    screen.reload()
    assert screen.behind.isVisible()
    said = "Certificates or keys changed since the check page of 26 November 2026."
    assert screen.behind.bar.words.text() == said
    again = screen.behind.findChildren(QPushButton)[-1]
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    screen.reload()
    assert not screen.behind.isVisible()
