"""The installer for Windows, run under Wine, with a program that stands in for Academy.

The stand-in keeps what it was started with in C:\\told.txt, and stays while C:\\stay is there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "installer/package"
STAND_IN = r"""
Unicode true
Name "stands in"
OutFile "academy.exe"
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
Section
  ${GetParameters} $0
  FileOpen $1 "C:\told.txt" w
  FileWriteUTF16LE /BOM $1 $0
  FileClose $1
  wait:
  IfFileExists "C:\stay" 0 +3
    Sleep 100
    Goto wait
SectionEnd
"""
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Academy"

pytestmark = pytest.mark.skipif(
    not (shutil.which("wine") and shutil.which("makensis")),
    reason="wine or makensis is not installed: nobody here can run the installer",
)


@dataclass(frozen=True)
class Windows:
    """A Windows of its own, in a folder."""

    home: Path

    @property
    def disk(self) -> Path:
        return self.home / "prefix/drive_c"

    @property
    def person(self) -> Path:
        return next(one for one in (self.disk / "users").iterdir() if one.name != "Public")

    @property
    def program(self) -> Path:
        """Where Academy goes for one person."""
        return self.person / "AppData/Local/Programs/Academy"

    def named(self, path: Path) -> str:
        """Return a path as Windows names it."""
        return "C:\\" + str(path.relative_to(self.disk)).replace("/", "\\")

    def begin(self, *words: object) -> subprocess.Popen[bytes]:
        """Start a program of Windows."""
        # no words of Wine's own, and none of the parts it would offer to download
        quiet = {"LC_ALL": "C.UTF-8", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
        own = {"HOME": str(self.home), "WINEPREFIX": str(self.home / "prefix")}
        environment = {key: it for key, it in os.environ.items() if key != "DISPLAY"}
        return subprocess.Popen(
            ["wine", *map(str, words)], env=environment | quiet | own,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self.home,
        )  # fmt: skip

    def run(self, *words: object) -> tuple[int, str]:
        """Run a program of Windows to its end."""
        started = self.begin(*words)
        said, _ = started.communicate(timeout=120)
        return started.returncode, said.decode("utf-8", "replace")

    def value(self, key: str, name: str = "") -> str | None:
        """Return what the registry says."""
        code, said = self.run("reg", "query", key, *(("/v", name) if name else ("/ve",)))
        found = re.search(r"REG_\w+\s+(.*?)\s*$", said, re.MULTILINE)
        return found[1] if code == 0 and found else None

    def told(self) -> str:
        """Return what the program was last started with."""
        file = self.disk / "told.txt"
        wait_for(file.exists)
        time.sleep(0.2)
        said = file.read_text("utf-16")
        file.unlink()
        return said


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while not what() and time.monotonic() < end:
        time.sleep(0.1)
    assert what()


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    made = Windows(tmp_path_factory.mktemp("windows"))
    assert made.run("wineboot", "--init")[0] == 0
    yield made
    made.run("wineboot", "--kill")


@pytest.fixture(scope="module")
def setups(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the installers of two versions; the older has a part that the newer has not."""
    folder = tmp_path_factory.mktemp("setups")
    (folder / "program.nsi").write_text(STAND_IN, "utf-8")
    subprocess.run(["makensis", "-V1", "program.nsi"], cwd=folder, check=True)
    subprocess.run([sys.executable, PACKAGE / "icons.py", folder / "icons"], check=True)
    made = {}
    for version, part in (("0.1.0", "old part"), ("0.2.0", "new part")):
        program = folder / version
        (program / "_internal").mkdir(parents=True)
        shutil.copy(folder / "academy.exe", program)
        (program / "_internal" / part).write_text(version)
        told = {"VERSION": version, "FROM": program, "ICONS": folder / "icons", "TO": folder}
        words = [f"-D{key}={value}" for key, value in told.items()]
        subprocess.run(["makensis", "-V1", "-WX", *words, PACKAGE / "academy.nsi"], check=True)
        made[version] = folder / f"academy-{version}-setup.exe"
    return made


@pytest.fixture
def installed(windows: Windows, setups: dict[str, Path]) -> Iterator[Path]:
    """Install the older version for one person, without a question; remove what is left."""
    assert windows.run(setups["0.1.0"], "/S", "/CurrentUser")[0] == 0
    yield windows.program
    if (windows.program / "uninstall.exe").exists():
        uninstall(windows)
    shutil.rmtree(windows.program, ignore_errors=True)


def uninstall(windows: Windows) -> None:
    """Do what the list of installed programs does for Remove."""
    words = windows.value(f"HKCU\\{UNINSTALL}", "QuietUninstallString")
    assert words is not None
    program, rest = re.fullmatch(r'"(.+)" (.+)', words).groups()
    windows.run(program, *rest.split())
    wait_for(lambda: not (windows.program / "uninstall.exe").exists())


def shortcut(windows: Windows) -> Path:
    return windows.person / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Academy.lnk"


def test_for_one_person_all_files_and_the_menu_entry_are_there(
    windows: Windows, installed: Path
) -> None:
    there = {file.relative_to(installed).as_posix() for file in installed.rglob("*.*")}
    assert there == {"academy.exe", "academy-file.ico", "register-file.ico", "uninstall.exe"}
    assert (installed / "_internal/old part").read_text() == "0.1.0"
    assert shortcut(windows).exists()
    for name, told in (
        ("DisplayName", "Academy"),
        ("DisplayVersion", "0.1.0"),
        ("Publisher", "Academy contributors"),
    ):
        assert windows.value(f"HKCU\\{UNINSTALL}", name) == told
    assert windows.value(f"HKLM\\{UNINSTALL}", "DisplayName") is None


def test_both_kinds_of_file_lead_to_academy(windows: Windows, installed: Path) -> None:
    command = f'"{windows.named(installed)}\\academy.exe" "%1"'
    for ending, kind, icon in (
        (".academy", "Academy.File", "academy-file.ico"),
        (".register", "Academy.Register", "register-file.ico"),
    ):
        classes = r"HKCU\Software\Classes"
        assert windows.value(rf"{classes}\{ending}") == kind
        assert windows.value(rf"{classes}\{kind}\shell\open\command") == command
        told = windows.value(rf"{classes}\{kind}\DefaultIcon")
        assert told == rf"{windows.named(installed)}\{icon}"


def test_a_newer_version_takes_the_place_of_the_older(
    windows: Windows, installed: Path, setups: dict[str, Path]
) -> None:
    (installed / "my notes.txt").write_text("mine")
    assert windows.run(setups["0.2.0"], "/S")[0] == 0
    assert [file.name for file in (installed / "_internal").iterdir()] == ["new part"]
    assert windows.value(f"HKCU\\{UNINSTALL}", "DisplayVersion") == "0.2.0"
    assert (installed / "my notes.txt").read_text() == "mine"


def test_while_academy_is_open_nothing_is_changed(
    windows: Windows, installed: Path, setups: dict[str, Path]
) -> None:
    stay = windows.disk / "stay"
    stay.write_bytes(b"")
    running = windows.begin(installed / "academy.exe")
    windows.told()
    try:
        assert windows.run(setups["0.2.0"], "/S", "/CurrentUser")[0] == 3
        assert (installed / "_internal/old part").exists()
        windows.run(installed / "uninstall.exe", "/S", "/CurrentUser")
        time.sleep(3)
        assert (installed / "academy.exe").exists()
        assert windows.value(f"HKCU\\{UNINSTALL}", "DisplayVersion") == "0.1.0"
    finally:
        stay.unlink()
        running.communicate(timeout=30)


def test_uninstalling_leaves_what_is_the_users(windows: Windows, installed: Path) -> None:
    mine = [windows.disk / "users/Public/mine.academy", installed / "mine.academy"]
    for file in mine:
        file.write_bytes(b"mine")
    uninstall(windows)
    assert [file.name for file in installed.iterdir()] == ["mine.academy"]
    assert all(file.read_bytes() == b"mine" for file in mine)
    assert not shortcut(windows).exists()
    for key in (".academy", ".register", "Academy.File", "Academy.Register"):
        assert windows.run("reg", "query", f"HKCU\\Software\\Classes\\{key}")[0] != 0
    for key in (UNINSTALL, "Software\\Academy"):
        assert windows.run("reg", "query", f"HKCU\\{key}")[0] != 0


def test_an_ending_that_another_program_took_stays_with_it(
    windows: Windows, installed: Path
) -> None:
    kind = r"HKCU\Software\Classes\.academy"
    windows.run("reg", "add", kind, "/ve", "/d", "Other.File", "/f")
    uninstall(windows)
    assert windows.value(kind) == "Other.File"
    windows.run("reg", "delete", kind, "/f")


@pytest.fixture
def for_everybody(windows: Windows, setups: dict[str, Path]) -> Iterator[Path]:
    """Install for everybody, and remove it."""
    assert windows.run(setups["0.1.0"], "/S", "/AllUsers")[0] == 0
    folder = windows.disk / "Program Files/Academy"
    yield folder
    assert windows.run(folder / "uninstall.exe", "/S", "/AllUsers")[0] == 0
    wait_for(lambda: not folder.exists())
    assert windows.value(r"HKLM\Software\Classes\.academy") is None


def test_for_everybody_it_goes_to_the_programs_of_the_computer(
    windows: Windows, for_everybody: Path
) -> None:
    assert (for_everybody / "academy.exe").exists()
    kind = windows.value(r"HKLM\Software\Classes\Academy.File\shell\open\command")
    assert kind == '"C:\\Program Files\\Academy\\academy.exe" "%1"'
    assert windows.value(r"HKCU\Software\Classes\.academy") is None


@pytest.mark.parametrize("name", ["Ŵyn’s talent & more.academy", "Session 1.register"])
def test_a_double_click_opens_academy_with_the_file(
    windows: Windows, for_everybody: Path, name: str
) -> None:
    """For everybody: Wine 8 looks for kinds of file nowhere else."""
    (windows.disk / name).write_bytes(b"")
    windows.run("start", f"C:\\{name}")
    assert windows.told() == f'"C:\\{name}"'
