"""A private key under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM wraps.

A hundred thousand guesses cost a thief hours, not seconds; whoever signs waits a third of a second.
"""

from __future__ import annotations

import base64
import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from academy.domain.words import FileProblem, RuleBroken

SHORTEST: Final = 10
LONGEST: Final = 200
_COST: Final = 2**17  # 128 MB for each try
_BLOCK: Final = 8
_NAME: Final = "scrypt+A256GCM"


def require_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to guard a key: RuleBroken passphrase_length."""
    if not SHORTEST <= len(passphrase) <= LONGEST:
        raise RuleBroken("passphrase_length", shortest=SHORTEST, longest=LONGEST)


def wrapped(secret: bytes, passphrase: str, bound: str) -> dict[str, Any]:
    """Return a secret under a passphrase, as JSON can hold it; `bound` must be said to open it."""
    require_passphrase(passphrase)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = _cipher(passphrase, salt).encrypt(nonce, secret, bound.encode())
    return {
        "how": _NAME,
        "n": _COST,
        "salt": _text(salt),
        "nonce": _text(nonce),
        "sealed": _text(sealed),
    }


def unwrapped(kept: Mapping[str, Any], passphrase: str, bound: str) -> bytes:
    """Return the secret. Raises RuleBroken passphrase_wrong, FileProblem key_damaged."""
    from cryptography.exceptions import InvalidTag

    salt, nonce, sealed = _parts(kept)
    if len(passphrase) > LONGEST:
        raise RuleBroken("passphrase_wrong")
    try:
        return bytes(_cipher(passphrase, salt).decrypt(nonce, sealed, bound.encode()))
    except InvalidTag as problem:
        raise RuleBroken("passphrase_wrong") from problem


def _parts(kept: Mapping[str, Any]) -> tuple[bytes, bytes, bytes]:
    try:
        known = (kept["how"], kept["n"]) == (_NAME, _COST)
        salt, nonce, sealed = (_bytes(kept[name]) for name in ("salt", "nonce", "sealed"))
    except (KeyError, TypeError, ValueError) as problem:
        raise FileProblem("key_damaged", name="") from problem
    if not known or (len(salt), len(nonce)) != (16, 12) or len(sealed) > 4096:
        raise FileProblem("key_damaged", name="")
    return salt, nonce, sealed


def _cipher(passphrase: str, salt: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    typed = unicodedata.normalize("NFKC", passphrase).encode()
    return AESGCM(Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=1).derive(typed))


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
