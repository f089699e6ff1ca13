"""The folder of the check page: the page itself, the public keys and the withdrawn numbers.

The page is opened from a web site or from a disk, where a browser reads no files but scripts. So
keys and list lie there twice: as `keys.json` and `withdrawn.jws` for programs, and as scripts.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from academy import paths
from academy.domain.words import FileProblem
from academy.exchange.files import written_whole

_LINE_ENDS: Final = {"\u2028": "\\u2028", "\u2029": "\\u2029"}  # these end a line in old scripts


def write_page(folder: Path, keys: str, withdrawn: str, note: str) -> list[Path]:
    """Write the page into a folder, each file whole; what else lies there stays.

    `keys` is the text of keys.json, `withdrawn` the signed list, `note` a file for whoever puts the
    folder on a web site. The data come last, so that a page never knows more than its scripts.
    Raises FileProblem folder_unwritable or file_unwritable.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise FileProblem("folder_unwritable", folder=str(folder)) from problem
    written = [_copied(page, folder / page.name) for page in _page_files()]
    return written + [_written(folder / name, text) for name, text in _data(keys, withdrawn, note)]


def _page_files() -> Sequence[Path]:
    return sorted(paths.resource("verification").iterdir())


def _data(keys: str, withdrawn: str, note: str) -> list[tuple[str, str]]:
    return [
        ("README.txt", note),
        ("keys.json", keys),
        ("keys.js", _script("academyKeys", json.loads(keys))),
        ("withdrawn.jws", withdrawn + "\n"),
        ("withdrawn.js", _script("academyWithdrawn", withdrawn)),
    ]


def _script(name: str, value: object) -> str:
    said = json.dumps(value, ensure_ascii=False)
    for letter, spelt in _LINE_ENDS.items():
        said = said.replace(letter, spelt)
    return f'"use strict";\nglobalThis.{name} = {said};\n'


def _copied(page: Path, goal: Path) -> Path:
    with written_whole(goal) as beside:
        shutil.copyfile(page, beside)
        beside.chmod(0o644)
    return goal


def _written(goal: Path, text: str) -> Path:
    with written_whole(goal) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.chmod(0o644)
    return goal
