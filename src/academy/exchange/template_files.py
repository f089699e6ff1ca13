"""A template of certificates as one file: readable JSON, the pictures in it as base64.

The look is plain data here; whoever reads it says what it means (documents/look_data.py). The
checksum finds damage on the way, it does not keep anybody from writing templates by hand.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from academy.domain.names import refused_characters
from academy.domain.words import FileProblem
from academy.exchange.files import read_to, written_whole

ENDING: Final = ".academy-template"
WHAT: Final = "Academy certificate template"
VERSION: Final = 1
PICTURES: Final = ("logo", "background", "second_signature")
LARGEST_PICTURE: Final = 4 * 1024 * 1024
"""Bytes of one picture; more would make every certificate too large to send."""

MAX_BYTES: Final = len(PICTURES) * LARGEST_PICTURE * 4 // 3 + 256 * 1024
LONGEST_NAME: Final = 200


@dataclass(frozen=True)
class TemplateFile:
    """A template as its file holds it: pictures by name, each a PNG or JPEG."""

    name: str
    look: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def write_template(path: Path, template: TemplateFile) -> None:
    """Write a template whole; FileProblem file_unwritable if that cannot be."""
    made: dict[str, Any] = {
        "what": WHAT,
        "version": VERSION,
        "name": template.name,
        "look": dict(template.look),
        "pictures": {
            name: base64.b64encode(content).decode() for name, content in template.pictures.items()
        },
    }
    made["checksum"] = _checksum(made)
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    with written_whole(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")


def read_template(path: Path) -> TemplateFile:
    """Read a template.

    Raises FileProblem: file_missing, file_unreadable, not_a_template, template_damaged,
    template_too_new, template_picture_large.
    """
    data = read_to(path, MAX_BYTES)
    return template_of(data, path.name)


def template_of(data: bytes, name: str) -> TemplateFile:
    """Return the template that bytes hold; `name` is what the file is called in a refusal."""
    found = _json(data, name)
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileProblem("template_damaged", name=name)
    if version > VERSION:
        raise FileProblem("template_too_new", name=name)
    if found.get("checksum") != _checksum(found):
        raise FileProblem("template_damaged", name=name)
    try:
        template = _template(found)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise FileProblem("template_damaged", name=name) from problem
    if any(len(content) > LARGEST_PICTURE for content in template.pictures.values()):
        raise FileProblem("template_picture_large", mb=LARGEST_PICTURE // 1024**2)
    return template


def _json(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > MAX_BYTES:
        begun = WHAT.encode() in data[:200]
        raise FileProblem(
            "template_picture_large" if begun else "not_a_template",
            name=name,
            mb=LARGEST_PICTURE // 1024**2,
        )
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        begun = WHAT.encode() in data[:200]  # cut off on its way here
        raise FileProblem("template_damaged" if begun else "not_a_template", name=name) from problem
    if not isinstance(found, dict) or found.get("what") != WHAT:
        raise FileProblem("not_a_template", name=name)
    return found


def _checksum(found: Mapping[str, Any]) -> str:
    said = {name: value for name, value in found.items() if name != "checksum"}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def _template(found: Mapping[str, Any]) -> TemplateFile:
    name, look, pictures = found["name"], found["look"], found["pictures"]
    tidy = isinstance(name, str) and name.strip() and not refused_characters(name)
    if not tidy or len(name) > LONGEST_NAME or not isinstance(look, dict):
        raise ValueError(name)
    if set(pictures) - set(PICTURES):
        raise ValueError(sorted(pictures))
    return TemplateFile(
        name=name.strip(),
        look=look,
        pictures={
            picture: base64.b64decode(content, validate=True)
            for picture, content in pictures.items()
        },
    )
