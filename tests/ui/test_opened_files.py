"""A file that the desktop opens with the program: on macOS it comes as an event."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from academy.exchange.packs import write_pack
from academy.ui.main_window import opened_files
from academy.ui.main_window.application import Options, begin, prepared
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.facilitator import FacilitatorWindow
from academy.ui.screens.facilitator_books import AcademyBook
from academy.usecases import packs
from builders import a_cohort, an_academy, enrolled
from ui.windows import settle, window_on

ROOT = Path(__file__).parents[2]


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """Return the window of a running program with an academy open."""
    store = an_academy()
    enrolled(store, a_cohort(store, sessions=1), 3)
    made = window_on(store)
    opened_files.Listener(made, qapp)
    yield made
    made.let_go() if made.workspace and made.workspace.path is None else made.close_academy()


def opens(qapp: QApplication, path: Path) -> None:
    """Do what Finder does for a double-click."""
    QApplication.sendEvent(qapp, QFileOpenEvent(str(path)))
    settle()


def shown(window: MainWindow) -> Path | None:
    return window.workspace.path if window.workspace is not None else None


def begun(qapp: QApplication) -> MainWindow:
    """Return a window as at the start of the program, not yet painted."""
    made = MainWindow()
    opened_files.Listener(made, qapp)
    made.later(lambda: begin(made, Options(crash_dialog=False)))
    return made


def test_the_program_runs_in_an_application_that_listens() -> None:
    assert isinstance(prepared(), opened_files.Application)


def test_a_running_window_opens_the_file(
    qapp: QApplication, window: MainWindow, other_file: Path
) -> None:
    window.showMinimized()
    opens(qapp, other_file)
    assert shown(window) == other_file
    assert not window.isMinimized()


def test_the_start_page_opens_the_file(qapp: QApplication, other_file: Path) -> None:
    window = begun(qapp)
    window.show()
    settle()
    assert window.frame.stack.currentWidget() is window.start
    opens(qapp, other_file)
    assert shown(window) == other_file
    window.close_academy()


def test_a_file_that_comes_before_the_first_frame_is_opened_after_it(
    qapp: QApplication, other_file: Path
) -> None:
    window = begun(qapp)
    opens(qapp, other_file)
    assert shown(window) is None
    window.show()
    settle()
    assert shown(window) == other_file
    window.close_academy()


def test_a_register_pack_is_marked(qapp: QApplication, tmp_path: Path) -> None:
    store = an_academy()
    cohort = a_cohort(store, sessions=1)
    enrolled(store, cohort, 3)
    pack = tmp_path / "Session 1.register"
    write_pack(pack, store.read(packs.make_pack, cohort.sessions[0]))
    window = begun(qapp)
    window.show()
    settle()
    opens(qapp, pack)
    marking = [one for one in qapp.topLevelWidgets() if isinstance(one, FacilitatorWindow)]
    assert [one.isVisible() for one in marking] == [True]
    marking[0].close()


def test_a_question_that_is_open_is_answered_first(
    qapp: QApplication, window: MainWindow, other_file: Path, qtbot: QtBot
) -> None:
    window.run("new_academy")
    settle()
    question = QApplication.activeModalWidget()
    assert question is not None
    opens(qapp, other_file)
    assert shown(window) != other_file
    question.close()
    qtbot.waitUntil(lambda: shown(window) == other_file)


def test_facilitator_mode_stays_in_front(
    qapp: QApplication, window: MainWindow, other_file: Path
) -> None:
    assert window.workspace is not None
    marking = FacilitatorWindow(AcademyBook(window.workspace.desk, 1))
    marking.show()
    window.hide()
    settle()
    opens(qapp, other_file)
    assert not window.isVisible()
    assert shown(window) != other_file
    marking.close()


def test_an_address_of_the_web_opens_nothing(qapp: QApplication, window: MainWindow) -> None:
    before = shown(window)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://academy.example.gov.uk/a.academy")))
    settle()
    assert shown(window) == before


def newer(folder: Path, other_file: Path) -> Path:
    made = folder / "Newer.academy"
    shutil.copyfile(other_file, made)
    connection = sqlcipher3.dbapi2.connect(str(made), isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    return made


def gone(folder: Path, _file: Path) -> Path:
    return folder / "Gone.academy"


def another_kind(folder: Path, _file: Path) -> Path:
    made = folder / "Notes.academy"
    made.write_text("Dear all", "utf-8")
    return made


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (newer, "saved this academy. You have"),
        (gone, "Gone.academy"),
        (another_kind, "Notes.academy"),
    ],
)
def test_a_file_that_cannot_be_opened_is_said_and_left_as_it_is(
    qapp: QApplication, other_file: Path, tmp_path: Path, make, words: str
) -> None:
    path = make(tmp_path, other_file)
    before = path.read_bytes() if path.exists() else None
    window = begun(qapp)
    window.show()
    settle()
    opens(qapp, path)
    assert shown(window) is None
    assert not window.start.message.isHidden()
    assert words in window.start.message.words.text()
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_file_of_the_first_release_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    old = tmp_path / "old.academy"
    shutil.copyfile(ROOT / "tests/data/academy-0001.academy", old)
    window = begun(qapp)
    window.show()
    settle()
    opens(qapp, old)
    assert shown(window) == old
    window.close_academy()
