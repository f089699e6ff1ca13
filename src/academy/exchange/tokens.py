"""The signed token of a certificate: its facts in one fixed form, as a JWS (ES256).

docs/reference/certificate-token.md is the format. There is exactly one way to write a token, so
whatever differs from what the academy wrote is refused, be it a spare bit.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import unicodedata
from dataclasses import astuple, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from academy.domain.certificates import SIGNED_SHAPE
from academy.domain.words import RuleBroken
from academy.exchange.public_keys import Keys

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey

VERSION: Final = 1
LONGEST: Final = 4096
LONGEST_TEXT: Final = 300
_HOURS: Final = re.compile(r"\d{1,5}(\.\d{1,2})?")
_NEEDED: Final = frozenset({"number", "name", "programme", "award", "issued_on", "issuer"})


@dataclass(frozen=True)
class CanonicalFacts:
    """What a token says, in the order it says it. Texts are NFC; hours are a number as text."""

    number: str
    name: str
    programme: str
    cohort: str
    award: str
    hours: str
    starts_on: date | None
    ends_on: date | None
    issued_on: date
    expires_on: date | None
    issuer: str


@dataclass(frozen=True)
class Token:
    """A token taken apart: what it says, and which key is said to have signed it."""

    facts: CanonicalFacts
    kid: str


def canonical(facts: CanonicalFacts) -> CanonicalFacts:
    """Return facts as a token can say them: NFC, spaces folded.

    Raises RuleBroken token_text for a text that is too long, missing, or holds what is no letter.
    """
    values: dict[str, Any] = {
        name: tidy(value) if isinstance(value := getattr(facts, name), str) else value
        for name in _names()
    }
    for name, value in values.items():
        if not _is_fine(name, value):
            raise RuleBroken("token_text", field=name, limit=LONGEST_TEXT)
    return CanonicalFacts(**values)


def tidy(text: str) -> str:
    """Return a text as a token says it: NFC, spaces folded to one."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def signed(facts: CanonicalFacts, key: UnlockedKey) -> str:
    """Return the token of a certificate, signed. The facts must be `canonical`."""
    if facts != canonical(facts):
        raise RuleBroken("token_text", field="name", limit=LONGEST_TEXT)
    token = key.signed({"alg": "ES256", "kid": key.kid}, _payload(facts))
    if len(token) > LONGEST:
        raise RuleBroken("token_text", field="programme", limit=LONGEST_TEXT)
    return token


def unsigned(facts: CanonicalFacts) -> str:
    """Return the middle part of a token: what it says, signed by nobody."""
    return base64.urlsafe_b64encode(_payload(facts)).rstrip(b"=").decode()


def read(token: str) -> Token:
    """Take a token apart without asking whether its signature holds.

    Raises RuleBroken not_a_token, token_damaged or token_too_new.
    """
    if len(token) > LONGEST or not re.fullmatch(SIGNED_SHAPE, token):
        raise RuleBroken("not_a_token")
    head, body, signature = token.split(".")
    try:
        kid = _kid(_plain(head))
        text = _plain(body).decode()
        _plain(signature)
        said = json.loads(text)
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise RuleBroken("token_damaged") from problem
    if isinstance(said, list) and said and type(said[0]) is int and said[0] > VERSION:
        raise RuleBroken("token_too_new")
    try:
        facts = _facts(said)
    except (ValueError, TypeError) as problem:
        raise RuleBroken("token_damaged") from problem
    if _payload(facts) != text.encode():
        raise RuleBroken("token_damaged")
    return Token(facts, kid)


def verified(token: str, keys: Keys) -> Token:
    """Take a token apart that one of these keys signed, in its time.

    Raises what `read` does, and RuleBroken key_unknown, token_forged or token_after_key.
    """
    found = read(token)
    require_signed(token, found.kid, keys)
    key = keys[found.kid]
    if not key.held_on(found.facts.issued_on):
        raise RuleBroken("token_after_key", day=key.not_after)
    return found


def require_signed(compact: str, kid: str, keys: Keys) -> None:
    """Refuse a JWS that the named key did not sign: key_unknown, token_forged."""
    from joserfc import jws
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey

    if kid not in keys or keys[kid].kid != kid:
        raise RuleBroken("key_unknown", kid=kid)
    try:
        jws.deserialize_compact(compact, ECKey.import_key({**keys[kid].jwk}), algorithms=["ES256"])
    except (JoseError, ValueError) as problem:
        raise RuleBroken("token_forged") from problem


def _names() -> list[str]:
    return [field.name for field in fields(CanonicalFacts)]


def _payload(facts: CanonicalFacts) -> bytes:
    said = [VERSION, *(_said(value) for value in astuple(facts))]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _said(value: str | date | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""


def _plain(part: str) -> bytes:
    """Return what base64url says; ValueError where its spare bits are not zero."""
    try:
        found = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except binascii.Error as problem:
        raise ValueError(part) from problem
    if base64.urlsafe_b64encode(found).rstrip(b"=").decode() != part:
        raise ValueError(part)
    return found


def _kid(head: bytes) -> str:
    found = re.fullmatch(rb'\{"alg":"ES256","kid":"([A-Za-z0-9_-]{8})"\}', head)
    if found is None:
        raise ValueError(head)
    return found[1].decode()


def _facts(said: Any) -> CanonicalFacts:
    names = _names()
    if not isinstance(said, list) or said[:1] != [VERSION] or len(said) != len(names) + 1:
        raise ValueError(said)
    values: dict[str, Any] = dict(zip(names, said[1:], strict=True))
    if not all(isinstance(value, str) for value in values.values()):
        raise TypeError(said)
    for name in names:
        if name.endswith("_on"):
            values[name] = date.fromisoformat(values[name]) if values[name] else None
    if not all(_is_fine(name, value) for name, value in values.items()):
        raise ValueError(said)
    return CanonicalFacts(**values)


def _is_fine(name: str, value: str | date | None) -> bool:
    if not value:
        return name not in _NEEDED
    if isinstance(value, date):
        return True
    if name == "hours" and not _HOURS.fullmatch(value):
        return False
    refused = any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in value)
    return not refused and value == tidy(value) and len(value) <= LONGEST_TEXT
