"""How well a few typed letters match a name, and which letters they are.

Whole words and beginnings of words come first, then letters in a row, then letters in order.
Keys are folded once (case, accents), so that 5,000 of them are searched while one types.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from academy.ui.kit.columns import folded

_BREAKS = " -/·.,()'’"


@dataclass(frozen=True)
class Key:
    """A name made ready for matching: its letters, where words begin, and its set of letters."""

    text: str
    places: tuple[int, ...]
    starts: frozenset[int]
    letters: frozenset[str]


@dataclass(frozen=True)
class Match:
    """A score (more is better) and the places of the matched letters in the name as it is shown."""

    score: int
    places: tuple[int, ...]


def key_of(name: str) -> Key:
    """Fold a name letter by letter, keeping where each folded letter comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(name):
        flat = " " if letter.isspace() else folded(letter)
        letters.extend(flat)
        places.extend([place] * len(flat))
    text = "".join(letters)
    starts = (n for n in range(len(text)) if n == 0 or text[n - 1] in _BREAKS)
    return Key(text, tuple(places), frozenset(starts), frozenset(text))


def match(query: str, key: Key) -> Match | None:
    """Return how well a folded query matches, or None. Words of the query may stand anywhere."""
    if not key.letters.issuperset(query.replace(" ", "")):
        return None
    score, found = 0, set[int]()
    for word in query.split():
        part = _word(word, key)
        if part is None:
            return None
        score += part[0]
        found.update(part[1])
    shown = sorted({key.places[n] for n in found})
    return Match(score * 100 - min(99, len(key.text)), tuple(shown))


def _word(word: str, key: Key) -> tuple[int, Sequence[int]] | None:
    at = _best_place(word, key)
    if at >= 0:
        whole = at + len(word) == len(key.text) or key.text[at + len(word)] in _BREAKS
        start = 40 if at in key.starts else 0
        first = 20 if at == 0 else 0
        return 60 + start + first + (10 if whole else 0), range(at, at + len(word))
    return _in_order(word, key)


def _best_place(word: str, key: Key) -> int:
    """Return where the word stands in a row: at the beginning of a word if it can."""
    first = at = key.text.find(word)
    while at >= 0:
        if at in key.starts:
            return at
        at = key.text.find(word, at + 1)
    return first


def _in_order(word: str, key: Key) -> tuple[int, Sequence[int]] | None:
    """Match letters one after the other, beginnings of words before others (“ew4”, “shug”)."""
    if len(word) < 2:
        return None
    places: list[int] = []
    at, breaks = -1, 0
    for letter in word:
        near = key.text.find(letter, at + 1)
        if near < 0:
            return None
        if near != at + 1 or not places:
            start = _next_start(letter, key, at + 1)
            near = start if start >= 0 else near
            breaks += 1 if near in key.starts else 3
        places.append(near)
        at = near
    if breaks > len(word) + 1 or places[0] not in key.starts:
        return None
    return max(1, 40 - 4 * breaks), places


def _next_start(letter: str, key: Key, begin: int) -> int:
    at = key.text.find(letter, begin)
    while at >= 0 and at not in key.starts:
        at = key.text.find(letter, at + 1)
    return at
