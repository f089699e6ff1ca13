"""What a table's columns show, how they sort, and how people's words find rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from academy.ui.kit import paint

Row = TypeVar("Row")
"""A frozen dataclass made by a query for one line of a table."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: a key that never changes (layouts are kept by it), a header, and its text.

    `sort` gives what rows are ordered by if not the text; numbers and days sort as such, nothing
    (None) comes last. `spoken` is what a screen reader says if the text alone is not enough.
    `found` says whether the filter looks into this column. `tip` tells more of a cell.
    `width` is what it likes to have where there is room (px of the design). One that `names` the
    row is the last to be cut, a `whole` one (figures, days, tags) never is, and one that `yields`
    is left out before the others get narrow.
    """

    key: str
    header: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    right: bool = False
    spoken: Callable[[Row], str] | None = None
    width: float = 140
    shown: bool = True
    found: bool = True
    tip: Callable[[Row], str] | None = None
    names: bool = False
    whole: bool = False
    yields: bool = False

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """How the column's cells stand: figures at the right."""
        return paint.RIGHT if self.right else paint.LEFT

    def order(self, row: Row) -> tuple[bool, Any]:
        """Return what to sort a row by; empty ones go to the end."""
        value = self.sort(row) if self.sort is not None else folded(self.text(row))
        return (value is None or value == "", 0 if value is None else value)


_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Return text as it is compared: no case, no accents, plain quotes and spaces."""
    flat = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").translate(_SPECIAL))
    bare = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", bare).strip()


def sought(text: str) -> str:
    """Return text as the filter looks in it: folded, and no apostrophe need be typed."""
    return folded(text).replace("'", "")


def words_of_filter(text: str) -> tuple[str, ...]:
    """Return the folded words that a row must hold, all of them."""
    return tuple(sought(text).split(" ")) if text.strip() else ()


def matches(words: tuple[str, ...], haystack: str) -> bool:
    """Whether every word stands in the folded haystack, one slip of the finger forgiven."""
    parts: list[str] | None = None
    for word in words:
        if word in haystack:
            continue
        if len(word) < 4 or any(letter.isdigit() for letter in word):
            return False
        if parts is None:
            parts = re.split(r"[^\w@.]+", haystack)
        if not any(_one_slip(word, part) for part in parts):
            return False
    return True


def haystack(columns: Sequence[Column[Row]], row: Row) -> str:
    """Return what the filter looks in: the folded words of a row."""
    return sought(" ".join(column.text(row) for column in columns if column.found))


def _one_slip(word: str, part: str) -> bool:
    """Whether `part` begins with `word` but for one letter changed, missing, added or swapped."""
    if not part or part[0] != word[0]:
        return False
    i = 0
    while i < min(len(word), len(part)) and word[i] == part[i]:
        i += 1
    rest, other = word[i:], part[i:]
    if len(rest) <= 1 or not other:
        return len(rest) <= 1
    swapped = rest[1] + rest[0] + rest[2:]
    later = other[1:]
    return other.startswith((rest[1:], swapped)) or later.startswith((rest, rest[1:]))
