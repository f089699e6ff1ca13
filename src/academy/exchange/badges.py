"""Open Badges 3.0: a certificate as a credential that wallets take, signed as a VC-JWT.

The payload of the JWT is the credential itself (Open Badges 3.0, section 8.2; JSON claims iss, jti,
sub, nbf and exp repeat what it says), the header carries the public key as `jwk`, so that nothing
has to be fetched to check it. The badge travels in a PNG, in an iTXt chunk `openbadgecredential`
(section 5.3.1).
"""

from __future__ import annotations

import base64
import hashlib
import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from academy.domain.words import FileProblem

if TYPE_CHECKING:
    from academy.exchange.public_keys import PublicKey
    from academy.exchange.signing import UnlockedKey

CONTEXTS: Final = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
KEYWORD: Final = b"openbadgecredential"
TYPES: Final = {"completion": "CertificateOfCompletion", "achievement": "Achievement"}
"""Kinds of certificates as Open Badges name achievements; attendance has no name of its own."""

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class BadgeFacts:
    """What a badge says of one certificate: the same facts, and texts about the achievement.

    `heading` names the certificate ("Certificate of completion"), `criteria` says what it was
    given for, `hours` is a sentence or "". `email` is only ever written as a salted digest.
    """

    number: str
    name: str
    email: str
    programme: str
    kind: str
    heading: str
    criteria: str
    hours: str
    issued_on: date
    starts_on: date | None
    ends_on: date | None
    expires_on: date | None
    issuer: str
    check_address: str
    accent: str = ""  # of the certificate’s template, as #rrggbb; empty: the usual one


def signed_badge(facts: BadgeFacts, key: UnlockedKey) -> str:
    """Return the badge as a compact JWT, signed with the academy's key (ES256)."""
    header = {"alg": "ES256", "typ": "JWT", "jwk": key.public.jwk}
    said = _with_claims(credential(facts, key.public))
    return key.signed(header, json.dumps(said, ensure_ascii=False).encode("utf-8"))


def credential(facts: BadgeFacts, key: PublicKey) -> dict[str, Any]:
    """Return the credential as JSON: the certificate's number is the end of its `id`."""
    issuer = issuer_id(facts, key)
    badge_id = f"{issuer}#{quote(facts.number, safe='')}"
    made: dict[str, Any] = {
        "@context": list(CONTEXTS),
        "id": badge_id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"{facts.heading}: {facts.programme}",
        "issuer": _issuer(facts, issuer),
        "validFrom": _moment(facts.issued_on, time()),
        "awardedDate": _moment(facts.issued_on, time()),
        "credentialSubject": _subject(facts, issuer, badge_id),
    }
    if facts.expires_on is not None:
        made["validUntil"] = _moment(facts.expires_on, time(23, 59, 59))
    return made


def issuer_id(facts: BadgeFacts, key: PublicKey) -> str:
    """Return who issues: the address of the academy's check, or without one its key itself.

    The key as a `did:jwk` needs no place where it is published.
    """
    if facts.check_address:
        return facts.check_address
    said = json.dumps(key.jwk, separators=(",", ":"), sort_keys=True).encode()
    return f"did:jwk:{base64.urlsafe_b64encode(said).rstrip(b'=').decode()}"


def _issuer(facts: BadgeFacts, issuer: str) -> dict[str, Any]:
    profile: dict[str, Any] = {"id": issuer, "type": ["Profile"], "name": facts.issuer}
    if facts.check_address:
        profile["url"] = facts.check_address
    return profile


def _subject(facts: BadgeFacts, issuer: str, badge_id: str) -> dict[str, Any]:
    subject: dict[str, Any] = {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, badge_id)}",
        "type": ["AchievementSubject"],
        "identifier": _identifiers(facts),
        "achievement": _achievement(facts, issuer),
    }
    if facts.starts_on is not None:
        subject["activityStartDate"] = _moment(facts.starts_on, time())
    if facts.ends_on is not None:
        subject["activityEndDate"] = _moment(facts.ends_on, time())
    if facts.hours:
        subject["narrative"] = facts.hours
    return subject


def _identifiers(facts: BadgeFacts) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {
            "type": "IdentityObject",
            "hashed": False,
            "identityHash": facts.name,
            "identityType": "name",
        }
    ]
    if facts.email:
        digest = hashlib.sha256(f"{facts.email.casefold()}{facts.number}".encode()).hexdigest()
        found.append(
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": f"sha256${digest}",
                "identityType": "emailAddress",
                "salt": facts.number,
            }
        )
    return found


def _achievement(facts: BadgeFacts, issuer: str) -> dict[str, Any]:
    name = f"{issuer}#{facts.programme}#{facts.kind}"
    return {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}",
        "type": ["Achievement"],
        "achievementType": TYPES.get(facts.kind, "Certificate"),
        "name": facts.programme,
        "description": f"{facts.heading}: {facts.programme}",
        "criteria": {"narrative": facts.criteria},
    }


def _moment(day: date, at: time) -> str:
    return f"{day.isoformat()}T{at.isoformat()}Z"


def _with_claims(made: dict[str, Any]) -> dict[str, Any]:
    claims = {
        "iss": made["issuer"]["id"],
        "jti": made["id"],
        "sub": made["credentialSubject"]["id"],
        "nbf": _seconds(made["validFrom"]),
    }
    if "validUntil" in made:
        claims["exp"] = _seconds(made["validUntil"])
    return {**made, **claims}


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())


def baked(picture: bytes, badge: str) -> bytes:
    """Return a PNG with the badge in it; one that was there already is taken out."""
    parts = [_SIGNATURE]
    for kind, data in _chunks(picture):
        if kind == b"iTXt" and data.startswith(KEYWORD + b"\0"):
            continue
        parts.append(_chunk(kind, data))
        if kind == b"IHDR":
            # keyword, not compressed, no language, no translated keyword
            parts.append(_chunk(b"iTXt", KEYWORD + b"\0\0\0\0\0" + badge.encode("utf-8")))
    return b"".join(parts)


def badge_in(picture: bytes) -> str:
    """Return the badge that a PNG carries; FileProblem badge_missing if it carries none."""
    for kind, data in _chunks(picture):
        if kind == b"iTXt" and data.startswith(KEYWORD + b"\0\0\0\0\0"):
            return data[len(KEYWORD) + 5 :].decode("utf-8", "replace")
    raise FileProblem("badge_missing")


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not picture.startswith(_SIGNATURE):
        raise FileProblem("badge_missing")
    place = len(_SIGNATURE)
    while place + 12 <= len(picture):
        size, kind = struct.unpack_from(">I4s", picture, place)
        yield kind, picture[place + 8 : place + 8 + size]
        place += 12 + size


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
