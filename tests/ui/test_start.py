"""The start page: the sample in one click, one's own, problems with their way out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from academy.domain.words import Who
from academy.store import backup
from academy.store.file import create, open_academy
from academy.ui.dialogs.new_academy import NewAcademyDialog
from academy.ui.main_window import commands
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.recovery import RecoveryPage
from ui.windows import answering, settle


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setenv("ACADEMY_DATA", str(tmp_path / "data"))
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    made.show_start()
    settle()
    return made


def own(tmp_path: Path) -> Path:
    path = tmp_path / "Own.academy"
    store = create(path, Who("Ann"), name="Own Academy")
    backup.back_up(store, backup.folder_of(path))
    store.close()
    return path


def test_the_sample_is_one_key_away(window: MainWindow) -> None:
    assert QApplication.focusWidget() is window.start.explore
    QTest.keyClick(window.start.explore, Qt.Key.Key_Space)
    settle()
    assert window.workspace is not None
    assert window.workspace.address == "home"
    assert window.workspace.path.name == "Sample.academy"


def test_the_sample_that_was_not_touched_is_opened_again(window: MainWindow) -> None:
    window.run("sample")
    window.run("close_academy")
    window.run("sample")
    assert window.workspace is not None


def test_resetting_the_sample_asks_first(window: MainWindow) -> None:
    service = answering()
    window.run("sample")
    window.run("reset_sample")
    assert service.asked == ["Make the sample anew?"]
    service.answer = "do"
    window.run("reset_sample")
    assert window.workspace is not None


def test_a_new_academy_asks_name_and_folder(window: MainWindow, tmp_path: Path) -> None:
    window.run("new_academy")
    dialog = window.findChild(NewAcademyDialog)
    assert dialog is not None
    dialog.save.click()
    assert dialog.form.summary.isVisible()
    dialog.form.entries["name"].widget.setProperty("text", "Kent & Medway: Leadership")
    dialog.folder.setText(str(tmp_path))
    dialog.save.click()
    settle()
    assert (tmp_path / "Kent & Medway Leadership.academy").exists()
    assert window.workspace is not None
    assert window.workspace.address == "home"


def test_a_folder_that_is_not_there_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    window.run("new_academy")
    dialog = window.findChild(NewAcademyDialog)
    assert dialog is not None
    dialog.form.entries["name"].widget.setProperty("text", "Ours")
    dialog.folder.setText(str(tmp_path / "nowhere"))
    dialog.save.click()
    assert dialog.form.entries["folder"].problem() == "Choose a folder that is there"
    assert window.workspace is None


def test_a_locked_file_offers_reading(window: MainWindow, tmp_path: Path) -> None:
    path = own(tmp_path)
    other = open_academy(path, Who("Sam Reed"))
    assert not window.open(path)
    assert "by Sam Reed" in window.start.message.words.text()
    obstacle_doors = window.start.message.findChildren(type(window.start.explore))
    reading = next(door for door in obstacle_doors if door.text() == "Open read-only")
    reading.click()
    settle()
    assert window.workspace is not None
    assert window.workspace.desk.store.read_only
    window.close_academy()
    other.close()


@pytest.mark.parametrize("content", [b"", b"not an academy", b"SQLite format 3\x00" + b"\x00" * 84])
def test_what_is_no_academy_gets_one_sentence(
    window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "Odd.academy"
    path.write_bytes(content)
    assert not window.open(path)
    assert window.start.message.isVisible()
    assert path.read_bytes() == content


def test_a_damaged_file_leads_to_its_backups(window: MainWindow, tmp_path: Path) -> None:
    path = own(tmp_path)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))
    service = answering()
    service.answer = "do"
    assert not window.open(path)
    doors = window.start.message.findChildren(type(window.start.explore))
    next(door for door in doors if door.text().startswith("Restore")).click()
    settle()
    page = window.frame.stack.currentWidget()
    assert isinstance(page, RecoveryPage)
    page.restore()
    settle()
    assert window.workspace is not None
    assert list(tmp_path.glob("Own damaged *.academy"))


def test_file_names_suit_every_system() -> None:
    assert commands.file_name('A/B: "C" <D>?') == "A B C D"
    assert commands.file_name("...") == "Academy"
