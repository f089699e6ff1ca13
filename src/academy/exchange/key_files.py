"""A copy of a signing key as a file, for the safe: the private key stays under its passphrase."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from academy.domain.words import FileProblem
from academy.exchange.files import read_to, written_whole

ENDING: Final = ".academy-key"
WHAT: Final = "Academy signing key"
VERSION: Final = 1
MAX_BYTES: Final = 64 * 1024


@dataclass(frozen=True)
class KeyCopy:
    """A key as its file holds it; `wrapped` opens by the passphrase it was saved with."""

    academy: str  # the id of the academy file
    issuer: str
    kid: str
    public: Mapping[str, str]
    certificate: bytes
    wrapped: Mapping[str, Any]
    made_on: date


def write_key(path: Path, copy: KeyCopy) -> None:
    """Write a copy beside its goal and rename it; FileProblem file_unwritable if that cannot be.

    On systems that know it, only the person who saves it can read the file.
    """
    text = json.dumps(_as_json(copy), ensure_ascii=False, indent=1) + "\n"
    with written_whole(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")


def read_key(path: Path) -> KeyCopy:
    """Read a copy.

    Raises FileProblem: file_missing, file_unreadable, not_a_key, key_damaged, key_too_new.
    """
    data = read_to(path, MAX_BYTES)
    found = _json(data, path.name)
    if found.get("version") != VERSION:
        newer = isinstance(found.get("version"), int) and found["version"] > VERSION
        raise FileProblem("key_too_new" if newer else "key_damaged", name=path.name)
    if found.get("checksum") != _checksum(found):
        raise FileProblem("key_damaged", name=path.name)
    try:
        return _copy(found)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise FileProblem("key_damaged", name=path.name) from problem


def _json(data: bytes, name: str) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig")) if len(data) <= MAX_BYTES else None
    except (ValueError, RecursionError) as problem:
        begun = WHAT.encode() in data[:200]
        raise FileProblem("key_damaged" if begun else "not_a_key", name=name) from problem
    if not isinstance(found, dict) or found.get("what") != WHAT:
        raise FileProblem("not_a_key", name=name)
    return found


def _as_json(copy: KeyCopy) -> dict[str, Any]:
    made: dict[str, Any] = {
        "what": WHAT,
        "version": VERSION,
        "academy": copy.academy,
        "issuer": copy.issuer,
        "kid": copy.kid,
        "made_on": copy.made_on.isoformat(),
        "public": dict(copy.public),
        "certificate": base64.b64encode(copy.certificate).decode(),
        "wrapped": dict(copy.wrapped),
    }
    made["checksum"] = _checksum(made)
    return made


def _checksum(found: Mapping[str, Any]) -> str:
    """Return what tells a damaged copy from a wrong passphrase; it keeps no secret."""
    text = json.dumps({n: v for n, v in found.items() if n != "checksum"}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _copy(found: Mapping[str, Any]) -> KeyCopy:
    return KeyCopy(
        academy=_text(found["academy"]),
        issuer=_text(found["issuer"]),
        kid=_text(found["kid"]),
        public={name: _text(value) for name, value in found["public"].items()},
        certificate=base64.b64decode(found["certificate"], validate=True),
        wrapped=dict(found["wrapped"]),
        made_on=date.fromisoformat(found["made_on"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    return value
