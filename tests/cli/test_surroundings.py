"""Starting where something is missing: one sentence that says what to do, no traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def started(program, *words, seconds=20, **settings):
    """Start a program offscreen; what it said, and None as code if it was still running."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **settings}
    environment.pop("ACADEMY_DATA", None)
    process = subprocess.Popen(
        [sys.executable, *map(str, program), *words],
        env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return process.communicate(timeout=seconds)[1], process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[1], None


def test_a_missing_part_of_the_program_is_named(tmp_path):
    shutil.copytree(ROOT / "src/academy", tmp_path / "src/academy")
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    (tmp_path / "resources/themes/theme.qss").unlink()
    said, code = started(["-m", "academy"], PYTHONPATH=str(tmp_path / "src"))
    assert code == 1
    assert "Traceback" not in said
    assert "theme.qss. Install Academy again; your academy files stay as they are." in said


def test_a_home_that_cannot_be_written_is_told_and_the_window_opens(tmp_path):
    home = tmp_path / "home"
    home.write_text("no folder")
    folders = {"HOME": str(home), "XDG_RUNTIME_DIR": str(tmp_path)}
    said, code = started(
        ["-m", "academy"], seconds=5, PYTHONPATH=str(ROOT / "src"), **folders
    )  # fmt: skip
    assert code is None, said  # it ran until it was ended
    assert "Traceback" not in said
    assert f"Academy may not write into {home}. It works, but your settings" in said


def without_a_library(folder):
    """Return a folder whose PySide6 asks for a library that this computer does not have."""
    (folder / "PySide6").mkdir(parents=True)
    (folder / "PySide6/__init__.py").write_text(
        "raise ImportError('libGL.so.1: cannot open shared object file')"
    )
    return os.pathsep.join((str(folder), str(ROOT / "src")))


def test_the_package_says_which_library_of_the_system_is_missing(tmp_path):
    program = [ROOT / "installer/package/start.py"]
    said, code = started(program, PYTHONPATH=without_a_library(tmp_path))
    assert code == 1
    assert "Traceback" not in said
    assert "a library that draws windows is not on this computer (libGL.so.1)" in said
    assert "apt install libegl1" in said


def desktop_with(folder, *boxes):
    """Return the settings of a desktop whose programs keep what they are to show."""
    folder.mkdir()
    for name in boxes:
        program = folder / name
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$0" "$@" >>{folder}/shown\n')
        program.chmod(0o755)
    return {"PATH": str(folder), "DISPLAY": ":99"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one way each")
@pytest.mark.parametrize("boxes", [("zenity", "xmessage"), ("kdialog",), ("notify-send",)])
def test_who_started_from_an_icon_sees_the_sentence(tmp_path, boxes):
    desktop = desktop_with(tmp_path / "desktop", *boxes)
    program = [ROOT / "installer/package/start.py"]
    started(program, PYTHONPATH=without_a_library(tmp_path / "lacks"), **desktop)
    shown = (tmp_path / "desktop/shown").read_text("utf-8")
    assert shown.startswith(f"{tmp_path}/desktop/{boxes[0]}\n")
    assert shown.count(f"{tmp_path}/desktop/") == 1  # one box
    assert "a library that draws windows is not on this computer (libGL.so.1)" in shown


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one way each")
def test_lines_are_broken_where_the_box_breaks_none(tmp_path):
    desktop = desktop_with(tmp_path / "desktop", "xmessage")
    program = [ROOT / "installer/package/start.py"]
    started(program, PYTHONPATH=without_a_library(tmp_path / "lacks"), **desktop)
    lines = (tmp_path / "desktop/shown").read_text("utf-8").splitlines()
    assert max(len(line) for line in lines[2:]) <= 80


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one way each")
def test_a_missing_part_is_shown_to_who_started_from_an_icon_and_not_in_a_script(tmp_path):
    shutil.copytree(ROOT / "src/academy", tmp_path / "src/academy")
    (tmp_path / "resources").mkdir()
    desktop = desktop_with(tmp_path / "desktop", "zenity")
    told = {"PYTHONPATH": str(tmp_path / "src"), **desktop}
    made = ["-m", "academy", "sample", "--to", str(tmp_path / "s.academy")]
    started(made, **told)
    assert not (tmp_path / "desktop/shown").exists()
    started(["-m", "academy"], **told)
    assert "Install Academy again" in (tmp_path / "desktop/shown").read_text("utf-8")


def test_a_file_type_that_leads_to_a_file_that_is_gone_says_so(tmp_path):
    words = ["-m", "academy", "check", str(tmp_path / "gone.academy")]
    said, code = started(words, PYTHONPATH=str(ROOT / "src"))
    assert code == 1
    assert "gone.academy" in said
