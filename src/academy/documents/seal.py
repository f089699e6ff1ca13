"""The academy's seal: a PAdES B-B signature in the first revision of a file.

pyHanko signs one specimen; every file then gets a copy of that CMS with its own digest and its
own ECDSA value, because nine tenths of pyHanko's time go into encoding the same certificate and
attributes again. The value is signed anew until it is as long as the specimen's (twice on
average), so that no length inside the CMS changes. Tests hold each file against pyHanko's own
validation and poppler's. Heavy: pyHanko takes a second to import. Import it where an issue begins.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

if TYPE_CHECKING:
    from asn1crypto.cms import ContentInfo

#: Bytes kept for the CMS, beside those of the certificate in it.
_ROOM: Final = 1500
_RANGE: Final = b"/ByteRange[0 %010d %010d %010d]"
_REASON: Final = b"/Reason(Certificate issued)"
#: Nothing may be changed afterwards (ISO 32000-1, 12.8.2.2, access permission 1).
_LOCKED: Final = (
    b"/Reference[<</Type/SigRef/TransformMethod/DocMDP"
    b"/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]"
)
_PROBE: Final = hashlib.sha256(b"specimen").digest()
#: Most P-256 values are so long in DER: both numbers 32 bytes, one of them with a sign byte.
_USUAL: Final = 71
_TRIES: Final = 200


@dataclass(frozen=True)
class _Specimen:
    """A finished CMS, the attributes that it signs, and where both hold what is replaced."""

    cms: bytes
    attributes: bytes
    digest_in_cms: int
    digest_in_attributes: int


class Seal:
    """Seals the files of an issue with a P-256 key and its certificate (DER)."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, certificate: bytes) -> None:
        self._key = key
        self._specimen = asyncio.run(_specimen(key, certificate))
        self._room = _ROOM + len(certificate)

    def dictionary(self) -> bytes:
        """Return the object of a signature that is still empty; `fill` fills it."""
        moment = datetime.now(UTC).strftime("D:%Y%m%d%H%M%S+00'00'").encode()
        empty = _RANGE % (0, 0, 0) + b"/Contents<%b>" % (b"0" * 2 * self._room)
        return b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(%b)%b%b%b>>" % (
            moment,
            _REASON,
            _LOCKED,
            empty,
        )

    def fill(self, file: bytearray, at: int) -> None:
        """Sign a finished file that holds an empty signature, in the object that begins there."""
        empty = file.index(_RANGE % (0, 0, 0), at)
        start = file.index(b"/Contents<", empty) + len(b"/Contents")
        end = start + 2 * self._room + 2
        told = _RANGE % (start, end, len(file) - end)
        file[empty : empty + len(told)] = told
        digest = hashlib.sha256(memoryview(file)[:start])
        digest.update(memoryview(file)[end:])
        written = self._cms(digest.digest()).hex().encode()
        file[start + 1 : start + 1 + len(written)] = written

    def _cms(self, digest: bytes) -> bytes:
        """Return the specimen's CMS with the digest and the signature of another file."""
        specimen = self._specimen
        attributes = _replaced(specimen.attributes, specimen.digest_in_attributes, digest)
        for _ in range(_TRIES):
            value = self._key.sign(attributes, ec.ECDSA(hashes.SHA256()))
            if len(value) == _USUAL:
                break
        cms = _replaced(specimen.cms, specimen.digest_in_cms, digest)
        return cms[:-_USUAL] + value


async def _specimen(key: ec.EllipticCurvePrivateKey, certificate: bytes) -> _Specimen:
    """Let pyHanko sign, until the value has its usual length."""
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    logging.getLogger("pyhanko").setLevel(logging.ERROR)
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    signer = signers.SimpleSigner(
        asn1_x509.Certificate.load(certificate),
        asn1_keys.PrivateKeyInfo.load(private),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyHanko's own
    )
    for _ in range(_TRIES):
        made = await signer.async_sign(_PROBE, "sha256", use_pades=True)
        if len(made["content"]["signer_infos"][0]["signature"].native) == _USUAL:
            break
    return _taken_apart(made)


def _taken_apart(made: ContentInfo) -> _Specimen:
    cms: bytes = made.dump()
    # they are signed as a set, and stored with a tag of their own
    attributes: bytes = made["content"]["signer_infos"][0]["signed_attrs"].untag().dump()
    return _Specimen(cms, attributes, cms.index(_PROBE), attributes.index(_PROBE))


def _replaced(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]
