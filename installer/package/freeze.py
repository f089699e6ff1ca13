"""Make the program that people install: ``python installer/package/freeze.py [--to FOLDER]``.

An environment is made under build/package from requirements.txt and package.txt, all by hash;
PyInstaller makes dist/academy in it; on Linux the symbols for debuggers are taken out; the size is
said; the program checks itself. Ends with 1 if it is too large or does not work.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parents[1]
MADE = HOME / "build/package"
MOST = 300  # MB, the goal
VERSION = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("080904B0", [
      StringStruct("CompanyName", "Academy contributors"),
      StringStruct("FileDescription", "Academy"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "academy"),
      StringStruct("LegalCopyright", "Apache-2.0"),
      StringStruct("OriginalFilename", "academy.exe"),
      StringStruct("ProductName", "Academy"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x0809, 1200])])
  ])
"""  # what Windows shows among the properties of academy.exe
FIXED = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1767225600"}  # the same bytes each time


def version() -> str:
    """Return the version of the program."""
    words = (HOME / "src/academy/__init__.py").read_text("utf-8")
    return re.findall(r'__version__ = "(.+)"', words)[0]


def version_resource(number: str) -> str:
    """Return PyInstaller's text of a Windows version resource for a version such as 0.1.0."""
    parts = [int(part) for part in re.findall(r"\d+", number)[:3]]
    numbers = (*parts, *[0] * (4 - len(parts)))
    return VERSION.format(numbers=numbers, version=number)


def environment() -> Path:
    """Return the Python of the environment that the program is made in; make it if need be."""
    folder = MADE / "venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    wanted = [HOME / "requirements.txt", HERE / "package.txt"]
    for file in wanted:
        subprocess.run([*pip, "--require-hashes", "-r", str(file)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(HOME)], check=True)
    return python


def freeze(python: Path, goal: Path) -> Path:
    """Make the folder of the program inside `goal` and return it."""
    if sys.platform in {"win32", "darwin"}:
        subprocess.run([str(python), str(HERE / "icons.py"), str(MADE)], check=True)
        (MADE / "version.txt").write_text(version_resource(version()), "utf-8")
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(goal), "--workpath", str(MADE / "work")]
    subprocess.run(
        [*command, str(HERE / "academy.spec")], check=True, cwd=HOME, env=os.environ | FIXED
    )
    return goal / "academy"


def without_symbols(folder: Path) -> None:
    """Take out what only debuggers read; wheels' own `.libs` would no longer load after it."""
    for file in sorted(folder.rglob("*.so*")):
        if file.is_symlink() or file.parent.name.endswith(".libs"):
            continue
        subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)


def size(folder: Path) -> float:
    """Return how many MB (2**20 bytes) the files of a folder have; links count nothing."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 2**20


def program_in(folder: Path) -> Path:
    """Return the file that starts the program."""
    return folder / ("academy.exe" if os.name == "nt" else "academy")


def main() -> int:
    """Make it, measure it, let it check itself."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--to", type=Path, default=HOME / "dist", help="the folder it goes into")
    asked.add_argument("--python", type=Path, help="an environment that is there already")
    given = asked.parse_args()
    folder = freeze(given.python or environment(), given.to.absolute())
    before = size(folder)
    if sys.platform == "linux":
        without_symbols(folder)
    after = size(folder)
    print(f"{folder}: {after:.0f} MB ({before:.0f} with symbols; goal: {MOST})")
    checked = subprocess.run([str(program_in(folder)), "--self-check"], check=False)
    return 1 if checked.returncode or after > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
