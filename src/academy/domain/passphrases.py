"""The passphrase that leads from facilitator mode back to the rest of the academy.

It keeps eyes off while others mark; it encrypts nothing. Kept is what scrypt (RFC 7914) makes of
it with a salt of its own, so that the file does not tell a passphrase somebody uses elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from typing import Final

from sqlalchemy.orm import Mapped, mapped_column

from academy.domain.base import Entity
from academy.domain.words import RuleBroken

SHORTEST: Final = 6
LONGEST: Final = 200
_COST, _BLOCK = 2**14, 8  # 16 MB and some 50 ms for each try


class FacilitatorPassphrase(Entity):
    """The one row that leaving facilitator mode is guarded by; without it nothing is asked."""

    __tablename__ = "facilitator_passphrase"
    salt: Mapped[bytes] = mapped_column(info={"private": True})
    digest: Mapped[bytes] = mapped_column(info={"private": True})

    def choose(self, passphrase: str) -> None:
        """Take another passphrase; refuse one that is too short to be of use."""
        if not SHORTEST <= len(passphrase) <= LONGEST:
            raise RuleBroken("passphrase_length", shortest=SHORTEST, longest=LONGEST)
        self.salt = secrets.token_bytes(16)
        self.digest = _digest(passphrase, self.salt)

    def is_right(self, passphrase: str) -> bool:
        """Tell whether this is the passphrase, however accents and wide letters were typed."""
        return len(passphrase) <= LONGEST and hmac.compare_digest(
            self.digest, _digest(passphrase, self.salt)
        )


def _digest(passphrase: str, salt: bytes) -> bytes:
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    return hashlib.scrypt(typed, salt=salt, n=_COST, r=_BLOCK, p=1)
