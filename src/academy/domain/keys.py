"""The keys an academy signs certificates with: public for good, private only wrapped."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from academy.domain.base import Entity, stored
from academy.domain.words import KeyEnd, RuleBroken


class SigningKey(Entity):
    """A key pair on P-256. One at a time signs; the others stay, for what they signed stays good.

    `wrapped` is the private key under a passphrase (`exchange.key_wrapping`), gone once the key is
    retired. With `in_keyring` that passphrase lies in the keyring of the computer that made it.
    """

    __tablename__ = "signing_keys"
    kid: Mapped[str] = mapped_column(unique=True)  # the first 8 letters of its thumbprint
    public: Mapped[dict[str, Any]] = mapped_column(JSON)  # as a JWK
    certificate: Mapped[bytes]  # X.509 in DER, made by the key itself, for signatures in PDFs
    wrapped: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), info={"private": True}
    )
    in_keyring: Mapped[bool] = mapped_column(default=False)
    made_on: Mapped[date]
    retired_on: Mapped[date | None]
    reason: Mapped[KeyEnd | None] = mapped_column(stored(KeyEnd))
    not_after: Mapped[date | None]  # what carries a later day was not signed by the academy

    def retire(self, on: date, reason: KeyEnd, not_after: date) -> None:
        """Sign with it no more. What it signed up to the day `not_after` stays good."""
        if self.retired_on is not None:
            raise RuleBroken("key_retired_already", kid=self.kid)
        if not_after > on:
            raise RuleBroken("key_day_to_come", last=on)
        self.retired_on, self.reason, self.not_after = on, reason, not_after
        self.wrapped, self.in_keyring = None, False
