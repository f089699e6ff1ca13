"""Marks as people type and paste them: letters, words, “3a 9l 17e”, blocks from Excel."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from academy.domain.names import suggestive
from academy.domain.words import Letter

_WORDS: Final[Mapping[str, Letter | None]] = {
    "": None, "·": None, "-": None, "–": None,
    **dict.fromkeys(("p", "present", "yes", "y", "1", "true", "x", "✓", "✔", "attended"),
                    Letter.PRESENT),
    **dict.fromkeys(("l", "late"), Letter.LATE),
    **dict.fromkeys(("a", "absent", "no", "0", "false", "✗", "✕", "✘", "×"), Letter.ABSENT),
    **dict.fromkeys(("e", "excused", "apologies", "apology", "authorised"), Letter.EXCUSED),
}  # fmt: skip


@dataclass(frozen=True)
class Understood:
    """What was read from typing or pasting; what was not is listed, never dropped."""

    letters: tuple[tuple[int, Letter], ...]  # row number (from 0) and its letter
    left_alone: tuple[str, ...]


def letter_of(cell: str) -> Letter | None:
    """Return the mark a pasted cell means, none for a blank; KeyError for any other word."""
    return _WORDS[cell.strip().casefold()]


def exceptions(text: str, names: Sequence[str]) -> Understood:
    """Read “3a 9l 17e”, or names with a letter behind (“byrne a, novak”); without one: absent.

    `names` are the people in the order of the register; numbers count from 1.
    """
    found: dict[int, Letter] = {}
    problems: list[str] = []
    for part in re.split(r"[,;\n]+", text):
        if not part.strip():
            continue
        numbered = re.findall(r"(\d+)\s*([plae]?)(?=\s|\d|$)", part.strip().casefold())
        if re.fullmatch(r"(\s*\d+\s*[plae]?(?=\s|\d|$))+\s*", part.casefold()):
            for number, letter in numbered:
                _note(int(number) - 1, letter, len(names), found, problems)
        else:
            _named(part.strip(), names, found, problems)
    return Understood(tuple(sorted(found.items())), tuple(problems))


def _note(row: int, letter: str, count: int, found: dict[int, Letter], problems: list[str]) -> None:
    if 0 <= row < count:
        found[row] = Letter(letter.upper() or "A")
    else:
        problems.append(f"{row + 1}{letter}")


def _named(part: str, names: Sequence[str], found: dict[int, Letter], problems: list[str]) -> None:
    words = part.split()
    letter = "A"
    if len(words) > 1 and words[-1].upper() in set(Letter):
        letter = words.pop().upper()
    rows = matching(" ".join(words), names)
    if len(rows) == 1:
        found[rows[0]] = Letter(letter)
    else:
        problems.append(part)


def matching(text: str, names: Sequence[str]) -> list[int]:
    """Return the rows whose names hold the typed text, accents and capitals ignored."""
    wanted = suggestive(text)
    return [row for row, name in enumerate(names) if wanted and wanted in suggestive(name)]
