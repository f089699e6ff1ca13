"""The public keys of an academy, as whoever checks a certificate gets them: `keys.json`.

A JWK set (RFC 7517); docs/reference/certificate-token.md says what each member means.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from academy.domain.words import FileProblem

KID_LENGTH: Final = 8
MAX_BYTES: Final = 1024 * 1024
_COORDINATE: Final = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class PublicKey:
    """A key to check with. `x` and `y` are base64url, as in a JWK; `not_after` ends its time."""

    x: str
    y: str
    made_on: date
    not_after: date | None = None
    seen_by_others: bool = False

    @property
    def kid(self) -> str:
        """The first letters of its thumbprint (RFC 7638), by which tokens name it."""
        said = f'{{"crv":"P-256","kty":"EC","x":"{self.x}","y":"{self.y}"}}'
        digest = hashlib.sha256(said.encode()).digest()
        return base64.urlsafe_b64encode(digest).decode()[:KID_LENGTH]

    @property
    def jwk(self) -> dict[str, str]:
        """The key alone, as a JWK."""
        return {"kty": "EC", "crv": "P-256", "x": self.x, "y": self.y}

    def held_on(self, day: date) -> bool:
        """Tell whether the academy still signed with it on a day."""
        return self.not_after is None or day <= self.not_after


Keys = Mapping[str, PublicKey]
"""Keys by their kid."""


def by_kid(keys: Iterable[PublicKey]) -> dict[str, PublicKey]:
    """Return keys by their kid."""
    return {key.kid: key for key in keys}


def public_key_of(jwk: Mapping[str, Any], made_on: date, **more: Any) -> PublicKey:
    """Return the key of a JWK; ValueError if it is none on P-256."""
    x, y = jwk.get("x"), jwk.get("y")
    if jwk.get("kty") != "EC" or jwk.get("crv") != "P-256":
        raise ValueError(jwk.get("kty"))
    if not all(isinstance(part, str) and _COORDINATE.fullmatch(part) for part in (x, y)):
        raise ValueError(x)
    return PublicKey(str(x), str(y), made_on, **more)


def keys_json(issuer: str, keys: Iterable[PublicKey]) -> str:
    """Return the file of public keys, for people who check and for the verification page."""
    listed: list[dict[str, Any]] = [
        {
            **key.jwk,
            "alg": "ES256",
            "use": "sig",
            "kid": key.kid,
            "state": "current" if key.not_after is None else "retired",
            "made_on": key.made_on.isoformat(),
            "not_after": key.not_after.isoformat() if key.not_after else "",
            "seen_by_others": key.seen_by_others,
        }
        for key in keys
    ]
    return json.dumps({"issuer": issuer, "keys": listed}, ensure_ascii=False, indent=1) + "\n"


def read_keys(data: bytes, name: str) -> tuple[str, dict[str, PublicKey]]:
    """Return issuer and keys of a file of public keys; FileProblem keys_unreadable says the rest.

    `name` is what the file is called in a refusal.
    """
    if len(data) > MAX_BYTES:
        raise FileProblem("keys_unreadable", name=name)
    try:
        found = json.loads(data.decode("utf-8-sig"))
        keys = by_kid(_key(one) for one in found["keys"])
        return str(found["issuer"]), keys
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise FileProblem("keys_unreadable", name=name) from problem


def _key(one: Mapping[str, Any]) -> PublicKey:
    until = str(one["not_after"])
    key = public_key_of(
        one,
        date.fromisoformat(one["made_on"]),
        not_after=date.fromisoformat(until) if until else None,
        seen_by_others=bool(one["seen_by_others"]),
    )
    if one["kid"] != key.kid or (one["state"] == "current") != (key.not_after is None):
        raise ValueError(one["kid"])
    return key
