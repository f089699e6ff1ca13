"""The signed token of each certificate, made from what is printed; no store needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from academy.documents.certificate import CertificateFacts
from academy.domain.words import RuleBroken
from academy.exchange import tokens
from academy.exchange.public_keys import PublicKey
from academy.exchange.tokens import CanonicalFacts

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey

_SPECIMEN = "eyJhbGciOiJFUzI1NiIsImtpZCI6InNwZWNpbWVuIn0.{}." + "A" * 86


def canonical_facts(facts: CertificateFacts) -> CanonicalFacts:
    """Return what a certificate prints as its token says it; RuleBroken token_text."""
    return tokens.canonical(
        CanonicalFacts(
            number=facts.number,
            name=facts.name,
            programme=facts.programme,
            cohort=facts.cohort,
            award=facts.kind.value,
            hours=facts.hours or "",
            starts_on=facts.starts_on,
            ends_on=facts.ends_on,
            issued_on=facts.issued_on,
            expires_on=facts.expires_on,
            issuer=facts.academy,
        )
    )


def with_token(facts: CertificateFacts, key: UnlockedKey) -> tuple[CertificateFacts, str]:
    """Return the facts with the code to print, and the token in it."""
    token = tokens.signed(canonical_facts(facts), key)
    return replace(facts, code=_code(facts.check_at, token)), token


def with_specimen(facts: CertificateFacts) -> CertificateFacts:
    """Return the facts with a code of the right size that no key ever signs, for previews."""
    said = tokens.unsigned(canonical_facts(facts))
    blur = sha256(said.encode()).hexdigest() * (len(said) // 64 + 1)
    return replace(facts, code=_code(facts.check_at, _SPECIMEN.format(blur[: len(said)])))


def _code(address: str, token: str) -> str:
    return f"{address}#{token}" if address else token


def require_token(token: str, facts: CertificateFacts, keys: Mapping[str, PublicKey]) -> None:
    """Refuse a token that the academy's keys did not sign, or that says something else."""
    if tokens.verified(token, keys).facts != canonical_facts(facts):
        raise RuleBroken("files_do_not_match")
