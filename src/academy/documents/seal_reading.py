"""Whether a file's seal (PAdES B-B, as `seal` makes it) is whole, and whose key made it.

Only what the academy itself writes counts: one signature over everything but itself, P-256 and
SHA-256, its certificate inside, nothing but zeros behind it. So a flipped bit is found even where
readers of PDFs look past it. Tests compare with pyHanko.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_RANGE: Final = re.compile(
    rb"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]"
)
_SHA256: Final = bytes.fromhex("300d06096086480165030402010500")  # as an algorithm, in DER
#: What parsers raise on a damaged signature.
_DAMAGE: Final = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError,
)  # fmt: skip


class SealState(StrEnum):
    """What became of a file since it was sealed."""

    NONE = "none"  # never sealed, or the seal was taken off
    WHOLE = "whole"
    BROKEN = "broken"  # bytes under the seal changed
    APPENDED = "appended"  # the sealed file is whole, something follows it
    MOVED = "moved"  # written anew by another program, so the seal fits nowhere


@dataclass(frozen=True)
class SealFound:
    """The seal of a file; `x` and `y` are the key that made it, as in a JWK."""

    state: SealState
    x: str = ""
    y: str = ""


def seal_of(data: bytes) -> SealFound:
    """Return the seal of a file; of several the one that tells the worst."""
    found = [_seal(data, *map(int, match.groups())) for match in _RANGE.finditer(data)]
    order = list(SealState)
    return max(found, key=lambda seal: order.index(seal.state), default=SealFound(SealState.NONE))


def _seal(data: bytes, begin: int, first: int, second: int, rest: int) -> SealFound:
    fits = begin == 0 and 0 < first < second <= len(data)
    if not fits or data[first : first + 1] != b"<" or data[second - 1 : second] != b">":
        return SealFound(SealState.MOVED)
    key = _signer(data[:first] + data[second : second + rest], data[first + 1 : second - 1])
    if key is None or second + rest > len(data):
        return SealFound(SealState.BROKEN)
    whole = second + rest == len(data)
    return SealFound(SealState.WHOLE if whole else SealState.APPENDED, *key)


def _signer(sealed: bytes, contents: bytes) -> tuple[str, str] | None:
    """Return x and y of the key whose signature over these bytes holds, or None."""
    from asn1crypto import cms
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    if not re.fullmatch(rb"(?:[0-9a-f]{2})+", contents):
        return None
    try:
        whole = bytes.fromhex(contents.decode())
        info = cms.ContentInfo.load(whole)
        if whole[len(info.dump()) :].strip(b"\0") or not _is_ours(info):
            return None
        [inside] = info["content"]["certificates"]
        der = inside.chosen.dump()
        certificate = x509.load_der_x509_certificate(der)
        if not der.endswith(b"\0" + certificate.signature):  # no spare bits in its last part
            return None
        [signer] = info["content"]["signer_infos"]
        return _checked(sealed, signer, certificate)
    except _DAMAGE:
        return None
    except (InvalidSignature, UnsupportedAlgorithm, x509.InvalidVersion):
        return None


def _is_ours(info: Any) -> bool:
    signed = info["content"]
    [signer] = signed["signer_infos"]
    return (
        info["content_type"].native == "signed_data"
        and (signed["version"].native, signer["version"].native) == ("v1", "v1")
        and signed["encap_content_info"]["content_type"].native == "data"
        and signed["encap_content_info"]["content"].native is None
        and [one.dump() for one in signed["digest_algorithms"]] == [_SHA256]
        and signer["digest_algorithm"].dump() == _SHA256
        and signer["signature_algorithm"]["algorithm"].native == "sha256_ecdsa"
        and not signer["unsigned_attrs"].native
    )


def _checked(sealed: bytes, signer: Any, certificate: Certificate) -> tuple[str, str] | None:
    from base64 import urlsafe_b64encode

    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256

    key = certificate.public_key()
    attributes = {one["type"].native: one["values"] for one in signer["signed_attrs"]}
    same = attributes["message_digest"][0].native == hashlib.sha256(sealed).digest()
    named = signer["sid"].chosen
    if (
        not same
        or attributes["content_type"][0].native != "data"
        or named["serial_number"].native != certificate.serial_number
        or named["issuer"].dump() != certificate.issuer.public_bytes()
        or not isinstance(key, ec.EllipticCurvePublicKey)
        or not isinstance(key.curve, ec.SECP256R1)
    ):
        return None
    certificate.verify_directly_issued_by(certificate)
    said = signer["signed_attrs"].untag().dump()
    key.verify(signer["signature"].native, said, ec.ECDSA(SHA256()))
    numbers = key.public_numbers()
    x, y = (
        urlsafe_b64encode(n.to_bytes(32, "big")).rstrip(b"=").decode()
        for n in (numbers.x, numbers.y)
    )
    return x, y
