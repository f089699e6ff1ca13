"""The packaged program by itself, where ACADEMY_FROZEN names its folder, such as dist/academy.

Left out where no folder of freeze.py is named, since making one takes minutes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from academy.domain.words import Who
from academy.store.file import create

FROZEN = Path(os.environ.get("ACADEMY_FROZEN") or "nowhere").absolute()
OLD = Path(__file__).parents[1] / "data/academy-0001.academy"

pytestmark = pytest.mark.skipif(
    not FROZEN.is_dir(), reason="ACADEMY_FROZEN names no packaged program"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Mine.academy"
    create(path, Who("Ann"), name="Mine").close()
    return path


def settings(home: Path) -> dict[str, str]:
    """Return an environment of its own, without a desktop."""
    left = {key: it for key, it in os.environ.items() if not key.startswith(("XDG_", "DISPLAY"))}
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home.parent)}
    return left | own | {"QT_QPA_PLATFORM": "offscreen"}


def said(home: Path, *words: object, program: Path = FROZEN) -> tuple[int, str]:
    """Run a command of the program to its end."""
    ran = subprocess.run(
        [program / "academy", *map(str, words)], env=settings(home), check=False, timeout=60,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    return ran.returncode, ran.stdout


@contextmanager
def window(home: Path, *words: object) -> Iterator[subprocess.Popen[str]]:
    """Start the program with its window, and end it."""
    started = subprocess.Popen(
        [FROZEN / "academy", *map(str, words)], env=settings(home),
        stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def wait_until_it_listens(home: Path, seconds: float = 30) -> None:
    """Wait for the place where a window hears of later starts."""
    end = time.monotonic() + seconds
    while not list(home.parent.glob("uk.academy.academy-*")) and time.monotonic() < end:
        time.sleep(0.1)


def opened_by(file: Path, process: int, seconds: float = 30) -> bool:
    """Tell whether a process comes to hold an academy."""
    lock, end = file.with_name(file.name + ".lock"), time.monotonic() + seconds
    while time.monotonic() < end:
        if lock.exists() and str(process) in lock.read_text("utf-8"):
            return True
        time.sleep(0.1)
    return False


def test_every_part_works(home: Path) -> None:
    code, words = said(home, "--self-check")
    assert (code, words.count(": works")) == (0, 7), words


def test_a_second_start_hands_its_file_to_the_window_that_is_open(home: Path, file: Path) -> None:
    other = file.with_name("Other.academy")
    create(other, Who("Ann"), name="Other").close()
    with window(home, file) as first:
        assert opened_by(file, first.pid)
        wait_until_it_listens(home)
        assert said(home, other) == (0, "")
        assert opened_by(other, first.pid)
        assert said(home) == (0, "")  # and without a file it only comes to the front


def test_a_home_that_cannot_be_written_is_told_and_the_window_opens(
    tmp_path: Path, file: Path
) -> None:
    place = tmp_path / "no folder"
    place.write_text("")
    with window(place, file) as started:
        assert opened_by(file, started.pid)
        assert started.stderr is not None
        told = f"Academy may not write into {place}. It works"
        assert any(told in line for line in started.stderr)  # among what Qt says offscreen


def test_a_missing_part_is_named(tmp_path: Path, home: Path) -> None:
    program = tmp_path / "academy"
    shutil.copytree(FROZEN, program, symlinks=True, copy_function=os.link)
    (program / "_internal/resources/themes/theme.qss").unlink()
    code, words = said(home, program=program)
    assert code == 1
    assert "Traceback" not in words
    assert "theme.qss. Install Academy again; your academy files stay as they are." in words


def test_a_file_of_the_first_release_opens_and_one_of_a_newer_program_is_left_alone(
    tmp_path: Path, home: Path
) -> None:
    old, newer = tmp_path / "old.academy", tmp_path / "newer.academy"
    shutil.copyfile(OLD, old)
    shutil.copyfile(OLD, newer)
    connection = sqlcipher3.dbapi2.connect(str(newer), isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    before = newer.read_bytes()
    assert said(home, "check", old)[0] == 0
    code, words = said(home, "check", newer)
    assert code == 4
    assert "Update Academy." in words
    assert newer.read_bytes() == before
    gone = said(home, "check", tmp_path / "gone.academy")
    assert gone[0] == 1
    assert "gone.academy" in gone[1]
