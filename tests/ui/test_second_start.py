"""A second start: the open window comes to the front and takes the file; no second one appears."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from academy.ui.main_window import running
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.facilitator import FacilitatorWindow
from academy.ui.screens.facilitator_books import AcademyBook
from builders import a_cohort, an_academy, enrolled
from ui.windows import settle, window_on


@pytest.fixture
def config(tmp_path: Path) -> Path:
    made = tmp_path / "config"
    made.mkdir()
    return made


@pytest.fixture
def window(config: Path) -> Iterator[MainWindow]:
    store = an_academy()
    enrolled(store, a_cohort(store, sessions=1), 3)
    made = window_on(store)
    listener = running.Listener(made, running.name_of(config))
    yield made
    listener.close()
    made.let_go() if made.workspace and made.workspace.path is None else made.close_academy()


def second_start(config: Path, *words: object, seconds: float = 20) -> int | None:
    """Start the program as a person would; return its exit code, None if it stays open."""
    command = [sys.executable, "-m", "academy", "--config", config, *words]
    started = subprocess.Popen(
        list(map(str, command)), env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    end = time.monotonic() + seconds
    while started.poll() is None and time.monotonic() < end:
        settle()
        time.sleep(0.01)
    if started.poll() is None:
        started.kill()
        started.wait()
        return None
    return started.returncode


def test_the_open_window_takes_the_file_and_the_second_start_ends(
    window: MainWindow, config: Path, other_file: Path
) -> None:
    window.showMinimized()
    assert second_start(config, other_file) == 0
    assert window.workspace is not None
    assert window.workspace.path == other_file
    assert not window.isMinimized()


def test_a_start_for_marking_says_in_the_open_window_that_no_session_is_today(
    window: MainWindow, config: Path
) -> None:
    assert second_start(config, "--register", "today") == 0
    assert "No session is today" in window.frame.message.words.text()


def test_a_window_with_a_question_open_is_left_alone(
    window: MainWindow, config: Path, other_file: Path
) -> None:
    window.run("new_academy")
    settle()
    question = QApplication.activeModalWidget()
    assert question is not None
    assert second_start(config, other_file, seconds=4) is None
    assert window.workspace is not None
    assert window.workspace.path != other_file
    question.close()


def test_facilitator_mode_stays_in_front(
    window: MainWindow, config: Path, other_file: Path
) -> None:
    assert window.workspace is not None
    marking = FacilitatorWindow(AcademyBook(window.workspace.desk, 1))
    marking.show()
    window.hide()
    settle()
    assert second_start(config, other_file) == 0
    assert not window.isVisible()
    assert window.workspace.path != other_file
    marking.close()


def test_a_start_listens_before_it_opens_anything(config: Path) -> None:
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from academy.ui.main_window import application, running\n"
        "config = Path(sys.argv[1])\n"
        "def begin(window, options):\n"
        "    print(window.isVisible(), os.path.exists(running.name_of(config)), flush=True)\n"
        "    os._exit(0)\n"
        "application.begin = begin\n"
        "application.run(application.Options(config=config))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, str(config)]
    started = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert started.stdout == "True True\n", "an icon that is clicked again finds nobody"


def test_other_settings_mean_another_window(tmp_path: Path, config: Path) -> None:
    assert running.name_of(config) != running.name_of(tmp_path)


def test_a_socket_that_a_killed_program_left_is_no_window(config: Path) -> None:
    name = running.name_of(config)
    if not name.startswith("/"):
        pytest.skip("sockets are no files here")
    Path(name).write_bytes(b"")
    assert not running.hand_over(name, running.Wish())
    window = window_on(an_academy())
    listener = running.Listener(window, name)
    assert listener.children()
    listener.close()
    window.let_go()


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b'{"file": 1, "address": "", "register": ""}'])
def test_what_is_no_wish_is_refused(line: bytes) -> None:
    assert running._read(line) is None
