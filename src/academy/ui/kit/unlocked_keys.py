"""The keys that were unlocked in this run of the program: in memory, and nowhere else.

Those that sign certificates, and those that open one's private notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey
    from academy.usecases.private_notes import NoteSecret

_keys: dict[str, UnlockedKey] = {}
_unsigned: set[str] = set()
_notes: dict[str, NoteSecret] = {}


def unlocked(kid: str) -> UnlockedKey | None:
    """Return a key that was unlocked since the program started."""
    return _keys.get(kid)


def remember(key: UnlockedKey) -> None:
    """Keep a key ready until the program is closed; signing is what is wanted again."""
    _keys[key.kid] = key
    _unsigned.clear()


def go_unsigned(academy: str) -> None:
    """Issue without signing in this academy until the program is closed, without asking again."""
    _unsigned.add(academy)


def is_unsigned(academy: str) -> bool:
    """Tell whether issuing without signing was chosen in this run."""
    return academy in _unsigned


def notes(academy: str) -> NoteSecret | None:
    """Return the key to private notes of this academy, if it was opened since the start."""
    return _notes.get(academy)


def remember_notes(academy: str, secret: NoteSecret) -> None:
    """Keep private notes open to their writer until the program is closed."""
    _notes[academy] = secret


def forget() -> None:
    """Lock everything again."""
    _notes.clear()
    _keys.clear()
    _unsigned.clear()
