"""The signed list of withdrawn numbers, published beside the public keys: `withdrawn.jws`."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from academy.domain.words import CertificateState, FileProblem, RuleBroken
from academy.exchange.public_keys import Keys
from academy.exchange.tokens import require_signed

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey


@dataclass(frozen=True)
class Withdrawn:
    """A number that no longer counts: since when, and which number took its place, if any did."""

    number: str
    state: CertificateState
    on: date
    replaced_by: str = ""


@dataclass(frozen=True)
class WithdrawnList:
    """All withdrawn numbers of an academy as of a moment (UTC)."""

    issuer: str
    made_at: datetime
    withdrawn: tuple[Withdrawn, ...]


def signed_list(
    issuer: str, made_at: datetime, withdrawn: Iterable[Withdrawn], key: UnlockedKey
) -> str:
    """Return the list as a JWS of the academy’s key. `made_at` is aware."""
    said = {
        "issuer": issuer,
        "made_at": made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "withdrawn": [
            [one.number, one.state.value, one.on.isoformat(), one.replaced_by] for one in withdrawn
        ],
    }
    payload = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return key.signed({"alg": "ES256", "kid": key.kid, "typ": "withdrawn"}, payload)


def verified_list(compact: str, keys: Keys) -> WithdrawnList:
    """Return a list that one of these keys signed in its time.

    Raises FileProblem withdrawn_unreadable, RuleBroken key_unknown, token_forged, token_after_key.
    """
    try:
        head, body, _signature = compact.strip().split(".")
        kid, said = _kid(_bytes(head)), json.loads(_bytes(body))
        found = WithdrawnList(
            str(said["issuer"]),
            datetime.strptime(said["made_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
            tuple(_withdrawn(one) for one in said["withdrawn"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise FileProblem("withdrawn_unreadable") from problem
    require_signed(compact.strip(), kid, keys)
    if not keys[kid].held_on(found.made_at.date()):
        raise RuleBroken("token_after_key", day=keys[kid].not_after)
    return found


def _kid(head: bytes) -> str:
    found = re.fullmatch(rb'\{"alg":"ES256","kid":"([A-Za-z0-9_-]{8})","typ":"withdrawn"\}', head)
    if found is None:
        raise ValueError(head)
    return found[1].decode()


def _bytes(part: str) -> bytes:
    if not re.fullmatch(r"[A-Za-z0-9_-]*", part):
        raise ValueError(part)
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _withdrawn(one: list[str]) -> Withdrawn:
    number, state, day, by = one
    return Withdrawn(number, CertificateState(state), date.fromisoformat(day), by)
