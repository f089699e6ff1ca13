"""Starting where something is missing: one sentence that says what to do, no traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

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


def test_the_package_says_which_library_of_the_system_is_missing(tmp_path):
    (tmp_path / "academy").mkdir()
    (tmp_path / "academy/__init__.py").write_text("")
    (tmp_path / "academy/__main__.py").write_text(
        "def main(): raise ImportError('libGL.so.1: cannot open shared object file')"
    )
    program = [ROOT / "installer/package/start.py"]
    said, code = started(program, PYTHONPATH=str(tmp_path))
    assert code == 1
    assert "a library that draws windows is not on this computer (libGL.so.1)" in said
    assert "apt install libegl1" in said


def test_a_file_type_that_leads_to_a_file_that_is_gone_says_so(tmp_path):
    words = ["-m", "academy", "check", str(tmp_path / "gone.academy")]
    said, code = started(words, PYTHONPATH=str(ROOT / "src"))
    assert code == 1
    assert "gone.academy" in said
