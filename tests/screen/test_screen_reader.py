"""Academy as a screen reader meets it: from outside the process, in its tree of names and roles."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from academy.domain.words import Letter, Who
from academy.ui.kit import labels
from academy.usecases.sample import make_sample
from ui.every_page import ADDRESSES

pytestmark = pytest.mark.screen

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SESSION = "Session 4"
PARTS = 4
"""Into how many walks the pages are parted, so that none takes too long."""


def lacking() -> list[str]:
    """Return what is not on this machine to look at the program from outside."""
    names = ("dbus-run-session", "openbox", "xdotool")
    found = [name for name in names if shutil.which(name) is None]
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        found.append("at-spi2-core")
    if not os.environ.get("DISPLAY"):
        found.append("a screen (xvfb-run makes one)")
    if not Path(SYSTEM_PYTHON).exists():
        return [*found, SYSTEM_PYTHON]
    bound = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True)
    return [*found, "python3-gi with gir1.2-atspi-2.0"] if bound.returncode else found


def told(folder: Path, script: str, *words: str | Path) -> Any:
    """Run one of the scripts here beside the program, and return what it tells."""
    if missing := lacking():
        pytest.skip(f"Looking from outside needs what is not here: {', '.join(missing)}.")
    own = {name: str(folder / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    own["PYTHONPATH"] = os.pathsep.join(str(HERE.parents[1] / name) for name in ("src", "tests"))
    done = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, HERE / script, *words],
        capture_output=True, encoding="utf-8", timeout=180, env={**os.environ, **own},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def listed_in(file: Path, what: str) -> list[dict[str, Any]]:
    """Return the marks or pairs of an academy, as another run of the program reads them."""
    command = [sys.executable, "-m", "academy", "show", "--temp", "--json", file, what]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    rows: list[dict[str, Any]] = answer["result"]
    return rows


def test_24_people_are_marked_through_names_and_keys_alone(tmp_path: Path) -> None:
    file = tmp_path / "Sample.academy"
    make_sample(file, Who("Ann"), date.today()).close()
    earlier = listed_in(file, "marks")
    program = (sys.executable, "-m", "academy", "--temp", file)
    seen = told(tmp_path, "mark_by_ear.py", SESSION, *program)

    assert not seen["unnamed"], "\n".join(seen["unnamed"])
    assert {"Register", "Overview", "Fill the rest with Present", "Go"} <= set(seen["names"])

    people = seen["columns"]["Name"]
    assert len(people) == 24
    assert seen["before"] == [f"{name}, {SESSION}, not marked" for name in people]
    assert [words for words in seen["heard"] if words in seen["before"]] == seen["before"][1:]
    assert seen["after"] == [f"{name}, {SESSION}, Present" for name in people]

    marks = {*map(labels.word, Letter), "not marked"}
    for session in (head for head in seen["columns"] if head.startswith("Session")):
        said = [cell.rpartition(", ") for cell in seen["columns"][session]]
        assert [whose for whose, _, _ in said] == [f"{name}, {session}" for name in people]
        assert {mark for _, _, mark in said} <= marks

    new = [mark for mark in listed_in(file, "marks") if mark not in earlier]
    assert [mark["mark"] for mark in new] == ["P"] * 24
    assert len({mark["session_id"] for mark in new}) == 1
    assert len({mark["person_id"] for mark in new}) == 24


def test_suggested_pairs_are_confirmed_by_keys_and_through_the_tree(tmp_path: Path) -> None:
    file = tmp_path / "Sample.academy"
    make_sample(file, Who("Ann"), date.today()).close()
    earlier = listed_in(file, "pairs")
    program = (sys.executable, "-m", "academy", "--temp", file)
    seen = told(tmp_path, "pair_by_ear.py", "Empowering Women 4", *program)

    assert not seen["unnamed"], "\n".join(seen["unnamed"])
    assert {"Suggested", "Next suggestion", "Confirm 18 pairs"} <= set(seen["names"])
    assert len(seen["before"]) == len(seen["suggested"]) == 18
    assert all(now != then for now, then in zip(seen["suggested"], seen["before"], strict=True))
    assert seen["after"] == seen["suggested"][2:]
    new = [pair for pair in listed_in(file, "pairs") if pair not in earlier]
    assert len(new) == 2


@pytest.mark.parametrize("part", range(PARTS))
def test_everything_on_every_page_and_in_every_dialog_has_a_name(tmp_path: Path, part: int) -> None:
    pages = [sys.executable, HERE / "pages_in_turn.py", tmp_path, str(part), str(PARTS)]
    seen = told(tmp_path, "read_every_page.py", *pages)
    assert len(seen) > sum(map(len, ADDRESSES.values())) // PARTS
    assert {where: nameless for where, nameless in seen.items() if nameless} == {}
