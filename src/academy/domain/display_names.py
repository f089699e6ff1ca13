"""Names as meetings show them: without what the meeting adds, and told from phones and bots."""

from __future__ import annotations

import re
from typing import Literal

from academy.domain.names import inverted, refused_characters, tidied

_ADDED = re.compile(
    r"""\s*[(\[]\s*(?:
        guest|external|extern|externe|externo|esterno|ext\.?|unverified|nicht\ (?:über|ge)prüft
        |gast|invité(?:\(e\)|e)?|invitado|ospite|gość|gosc|zewnętrzny|niezweryfikowan[yae]
        |non\ vérifié(?:\(e\)|e)?|sin\ comprobar|non\ verificato|gwestai|host|co-host|organi[sz]er
        |presenter|me|(?:\w+/)+\w+
    )\s*[)\]]\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_PHONE = re.compile(r"\+?[\d\s().*-]{6,}")
_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]")
_BOT = re.compile(
    r"\b(?:bot|notetaker|note taker|note-taker|notes taker|read\.ai|otter\.?ai|otterpilot"
    r"|fireflies(?:\.ai)?|fathom|tl;dv|sembly|meetgeek|avoma|copilot)\b",
    re.IGNORECASE,
)


def person_name(shown: str) -> str:
    """Return the person's name in a shown name: “Smith, John (Guest)” is “John Smith”.

    Marks of guests and pronouns go, in the languages meetings use, and so do emoji and characters
    that turn the direction of writing. What is only such a mark stays as it is.
    """
    refused = refused_characters(shown)
    plain = "".join(c for c in shown if f"U+{ord(c):04X}" not in refused)
    text = tidied(_PICTURES.sub("", plain)) or tidied(plain)
    while (shorter := _ADDED.sub("", text)) and shorter != text:
        text = shorter
    return inverted(text)[0]


def kind_of(shown: str) -> Literal["name", "phone", "bot"]:
    """Say whether a shown name is a dialled-in phone or a note-taking bot rather than a person."""
    text = tidied(shown)
    if _PHONE.fullmatch(text) and sum(c.isdigit() for c in text) >= 6:
        return "phone"
    return "bot" if _BOT.search(text) else "name"
