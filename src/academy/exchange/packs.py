"""Register packs: one session's names to be marked away from the academy, as readable JSON.

A pack holds the ids and names of the people, the session and the letters, and the marks made so
far; nothing else of anybody. Everything but the marks is sealed, so that a changed pack is told
from the one that was made. The seal finds changes, it does not keep a secret.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any, Final

from academy.domain.names import refused_characters
from academy.domain.words import FileProblem, Letter
from academy.exchange.files import read_to, written_whole

ENDING: Final = ".register"
WHAT: Final = "Academy register pack"
VERSION: Final = 1
MAX_BYTES: Final = 1024 * 1024
_LARGEST_ID: Final = 2**63 - 1


@dataclass(frozen=True)
class PackPerson:
    """Somebody to be marked."""

    id: int
    name: str


@dataclass(frozen=True)
class RegisterPack:
    """A session to be marked elsewhere. `academy` and `session` are ids; `marks` by person id."""

    academy: str
    academy_name: str
    session: str
    cohort: str
    number: int
    title: str
    held_on: date
    starts: time
    ends: time
    facilitator: str
    people: tuple[PackPerson, ...]
    marks: Mapping[int, Letter] = field(default_factory=dict)


def write_pack(path: Path, pack: RegisterPack) -> None:
    """Write a pack whole; FileProblem file_unwritable if that cannot be."""
    text = json.dumps(_as_json(pack), ensure_ascii=False, indent=1) + "\n"
    with written_whole(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")


def read_pack(path: Path) -> RegisterPack:
    """Read a pack.

    Raises FileProblem: file_missing, file_unreadable, not_a_pack, pack_damaged, pack_altered,
    pack_too_new, pack_too_old.
    """
    data = read_to(path, MAX_BYTES)
    return pack_of(data, path.name)


def pack_of(data: bytes, name: str) -> RegisterPack:
    """Return the pack that bytes hold; `name` is what the file is called in a refusal."""
    found = _json(data, name)
    _require_version(found.get("version"), name)
    if found.get("seal") != _seal(found):
        raise FileProblem("pack_altered", name=name)
    try:
        pack = _pack(found)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise FileProblem("pack_damaged", name=name) from problem
    ids = {person.id for person in pack.people}
    if len(ids) < len(pack.people) or not ids >= pack.marks.keys():
        raise FileProblem("pack_altered", name=name)
    return pack


def _json(data: bytes, name: str) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig")) if len(data) <= MAX_BYTES else None
    except (ValueError, RecursionError) as problem:
        begun = WHAT.encode() in data[:200]  # cut off on its way here
        raise FileProblem("pack_damaged" if begun else "not_a_pack", name=name) from problem
    if not isinstance(found, dict) or found.get("what") != WHAT:
        raise FileProblem("not_a_pack", name=name)
    return found


def _require_version(version: object, name: str) -> None:
    if not isinstance(version, int) or isinstance(version, bool):
        raise FileProblem("pack_damaged", name=name)
    if version != VERSION:
        newer = version > VERSION
        raise FileProblem("pack_too_new" if newer else "pack_too_old", name=name)


def _as_json(pack: RegisterPack) -> dict[str, Any]:
    made: dict[str, Any] = {
        "what": WHAT,
        "version": VERSION,
        "academy": {"id": pack.academy, "name": pack.academy_name},
        "session": {
            "id": pack.session,
            "cohort": pack.cohort,
            "number": pack.number,
            "title": pack.title,
            "date": pack.held_on.isoformat(),
            "starts": pack.starts.isoformat(),
            "ends": pack.ends.isoformat(),
        },
        "facilitator": pack.facilitator,
        "letters": [letter.value for letter in Letter],
        "people": [{"id": person.id, "name": person.name} for person in pack.people],
    }
    made["seal"] = _seal(made)
    order = [person.id for person in pack.people if person.id in pack.marks]
    made["marks"] = {str(person): pack.marks[person].value for person in order}
    return made


def _seal(found: Mapping[str, Any]) -> str:
    """Return the checksum of everything that must not change: all but the marks."""
    sealed = {name: value for name, value in found.items() if name not in ("seal", "marks")}
    text = json.dumps(sealed, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _pack(found: Mapping[str, Any]) -> RegisterPack:
    academy, session = found["academy"], found["session"]
    return RegisterPack(
        academy=_text(academy["id"]),
        academy_name=_text(academy["name"]),
        session=_text(session["id"]),
        cohort=_text(session["cohort"]),
        number=_number(session["number"]),
        title=_text(session["title"]),
        held_on=date.fromisoformat(session["date"]),
        starts=time.fromisoformat(session["starts"]),
        ends=time.fromisoformat(session["ends"]),
        facilitator=_text(found["facilitator"]),
        people=tuple(PackPerson(_number(p["id"]), _text(p["name"])) for p in found["people"]),
        marks={int(person): Letter(letter) for person, letter in found["marks"].items()},
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or refused_characters(value):
        raise ValueError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _LARGEST_ID:
        raise ValueError(value)
    return value
