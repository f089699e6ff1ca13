"""The look of certificates as plain JSON, in an academy and in template files; pictures apart.

Only what differs from the look of a plain design is written, so that old data reads on when a
look learns something new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, Final, TypeVar

from academy.documents.look import (
    Colours,
    DesignName,
    Language,
    Look,
    NameFace,
    OwnWords,
    Paper,
    Signer,
)
from academy.domain.names import refused_characters
from academy.domain.words import RuleBroken

LONGEST_TEXT: Final = 400
"""Characters of one text of a look."""

MOST_LINES: Final = 4
"""Lines of an academy’s own below the hours."""

LONGEST_VALID: Final = 1200
"""Months."""

_COLOUR: Final = re.compile(r"(#[0-9a-f]{6})?")
_ENUMS: Final[dict[str, type[StrEnum]]] = {
    "design": DesignName,
    "paper": Paper,
    "language": Language,
    "name_face": NameFace,
}
Plain = dict[str, Any]
Kind = TypeVar("Kind", Colours, OwnWords, Signer)


def look_data(look: Look) -> Plain:
    """Return what a look says that is not as usual, without its pictures."""
    usual, data = Look(), Plain()
    for name in (*_ENUMS, "border", "valid_months"):
        value = getattr(look, name)
        if value != getattr(usual, name):
            data[name] = value.value if isinstance(value, StrEnum) else value
    for name in ("colours", "english", "welsh"):
        if said := _said(getattr(look, name)):
            data[name] = said
    if look.signers:
        data["signers"] = [_said(signer) for signer in look.signers]
    return data


def _said(part: Colours | OwnWords | Signer) -> Plain:
    found = {one.name: getattr(part, one.name) for one in fields(part) if one.name != "picture"}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in found.items()
        if value
    }


def look_of(
    data: Mapping[str, Any],
    *,
    logo: bytes | None = None,
    background: bytes | None = None,
    second_signature: bytes | None = None,
) -> Look:
    """Return the look that plain data and its pictures stand for.

    Raises RuleBroken look_unknown when the data says anything that no look knows.
    """
    try:
        return _look(data, logo, background, second_signature)
    except (TypeError, ValueError, AttributeError) as problem:
        raise RuleBroken("look_unknown") from problem


def _look(
    data: Mapping[str, Any],
    logo: bytes | None,
    background: bytes | None,
    second_signature: bytes | None,
) -> Look:
    _require_known(data, (one.name for one in fields(Look) if one.name not in _PICTURES))
    chosen: Plain = {name: kind(data[name]) for name, kind in _ENUMS.items() if name in data}
    signers = [_part(Signer, one, _text) for one in data.get("signers", [])]
    if len(signers) > 1:
        raise ValueError("signers")
    return Look(
        **chosen,
        colours=_part(Colours, data.get("colours", {}), _colour),
        border=_flag(data.get("border", True)),
        english=_part(OwnWords, data.get("english", {}), _text),
        welsh=_part(OwnWords, data.get("welsh", {}), _text),
        signers=tuple(Signer(s.name, s.role, s.welsh_role, second_signature) for s in signers),
        valid_months=_months(data.get("valid_months", 0)),
        logo=logo,
        background=background,
    )


_PICTURES: Final = ("logo", "background")


def _require_known(data: Mapping[str, Any], known: Iterable[str]) -> None:
    if unknown := sorted(set(data) - set(known)):
        raise ValueError(unknown[0])


def _part(kind: type[Kind], data: Mapping[str, Any], check: Callable[[object], str]) -> Kind:
    _require_known(data, (one.name for one in fields(kind) if one.name != "picture"))
    said: Plain = {name: _value(name, value, check) for name, value in data.items()}
    return kind(**said)


def _value(name: str, value: object, check: Callable[[object], str]) -> object:
    if name == "lines":
        if not isinstance(value, list) or len(value) > MOST_LINES:
            raise ValueError(name)
        return tuple(_text(line) for line in value)
    return check(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or refused_characters(value):
        raise ValueError("text")
    return value


def _colour(value: object) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ValueError("colour")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("border")
    return value


def _months(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LONGEST_VALID:
        raise ValueError("valid_months")
    return value
