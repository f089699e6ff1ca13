"""The signing keys that were unlocked in this run of the program: in memory, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey

_keys: dict[str, UnlockedKey] = {}
_unsigned: set[str] = set()


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


def forget() -> None:
    """Lock everything again."""
    _keys.clear()
    _unsigned.clear()
