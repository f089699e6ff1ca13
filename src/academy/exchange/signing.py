"""Keys that sign: made, put to use, and certified for signatures in PDFs.

The private key lives in an `UnlockedKey` in memory and nowhere else. It has no words of its own
(repr), cannot be pickled, and never reaches store, journal or log.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, NoReturn

from academy.domain.words import FileProblem
from academy.exchange.public_keys import PublicKey, public_key_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

_YEARS: Final = 30  # old signatures are looked at for as long as certificates are kept


class UnlockedKey:
    """A private key that is ready to sign."""

    def __init__(self, private: EllipticCurvePrivateKey, certificate: bytes, made_on: date) -> None:
        from joserfc.jwk import ECKey

        self.private = private
        self.certificate = certificate  # X.509 in DER
        self._jwk = ECKey(private, private)
        self.public: PublicKey = public_key_of(self._jwk.as_dict(private=False), made_on)
        self.kid = self.public.kid

    def signed(self, header: dict[str, Any], payload: bytes) -> str:
        """Return a compact JWS over these bytes; the header as it stands here."""
        from joserfc import jws

        registry = jws.JWSRegistry(algorithms=["ES256"])
        return jws.serialize_compact(header, payload, self._jwk, registry=registry)

    def secret(self) -> bytes:
        """Return the private number, 32 bytes, for wrapping only."""
        return self.private.private_numbers().private_value.to_bytes(32, "big")

    def __repr__(self) -> str:
        return f"<UnlockedKey {self.kid}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a private key is not written anywhere")


def new_key(issuer: str, made_on: date) -> UnlockedKey:
    """Return a new key of an academy, with a certificate in its name."""
    from cryptography.hazmat.primitives.asymmetric import ec

    private = ec.generate_private_key(ec.SECP256R1())
    return UnlockedKey(private, _certificate(private, issuer, made_on), made_on)


def key_of(secret: bytes, certificate: bytes, made_on: date) -> UnlockedKey:
    """Return the key with this private number; FileProblem key_damaged if it is none.

    The certificate must be of the same key.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        private = ec.derive_private_key(int.from_bytes(secret, "big"), ec.SECP256R1())
        its = x509.load_der_x509_certificate(certificate).public_key()
    except ValueError as problem:
        raise FileProblem("key_damaged", name="") from problem
    if its != private.public_key():
        raise FileProblem("key_damaged", name="")
    return UnlockedKey(private, certificate, made_on)


def _certificate(private: EllipticCurvePrivateKey, issuer: str, made_on: date) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509.oid import NameOID

    said = issuer.encode()[:64].decode(errors="ignore").strip() or "Academy"  # its upper bound
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, said),
            x509.NameAttribute(NameOID.COMMON_NAME, said),
        ]
    )
    first = datetime.combine(made_on, time(), UTC) - timedelta(days=1)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(first + timedelta(days=365 * _YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
    )
    return built.sign(private, SHA256()).public_bytes(Encoding.DER)


def _usage() -> Any:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
