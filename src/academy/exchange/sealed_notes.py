"""Private notes as sealed bytes: AES-256-GCM under the writer's own key, bound to one pair.

A note that is moved to another pair, or changed by a single bit, opens no more.
"""

from __future__ import annotations

import secrets
from typing import Any, Final

from academy.domain.words import FileProblem

KEY: Final = 32
_NONCE: Final = 12


def new_secret() -> bytes:
    """Return a random key of 256 bits."""
    return secrets.token_bytes(KEY)


def sealed(secret: bytes, text: str, bound: str) -> bytes:
    """Return a text as bytes that only this key opens; `bound` must be said again to open them."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + bytes(_cipher(secret).encrypt(nonce, text.encode(), bound.encode()))


def opened(secret: bytes, kept: bytes, bound: str) -> str:
    """Return the text. Raises FileProblem note_damaged."""
    from cryptography.exceptions import InvalidTag

    try:
        text = _cipher(secret).decrypt(kept[:_NONCE], kept[_NONCE:], bound.encode())
        return bytes(text).decode()
    except (InvalidTag, ValueError) as problem:
        raise FileProblem("note_damaged", name="") from problem


def _cipher(secret: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(secret)
