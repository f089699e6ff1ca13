"""Guess what each column of a list of mentors or mentees becomes, beyond who the people are.

Answers about equality are never taken over, not even to match people of like identity: such
columns are left out, also free text in which such answers were written. A column of ticks under a
topic is a theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from academy.domain.names import folded
from academy.exchange.column_words import header_key
from academy.exchange.people_columns import LEAVE_OUT, ColumnGuess, guess
from academy.exchange.tables import Table

Side = Literal["mentors", "mentees"]

THEME: Final = "theme"
"""A column that is headed by a theme and ticked by those who chose it."""

_BOTH_SIDES: Final = ("role", "both", "themes", THEME, "region", "formats", "days", "grade")
FIELDS: Final[Mapping[Side, tuple[str, ...]]] = {
    "mentors": (*_BOTH_SIDES, "capacity", "offers", "tells"),
    "mentees": (*_BOTH_SIDES, "wants", "wishes"),
}
"""What a list can say of mentors and of mentees, beyond the fields of a person."""

REPEATED: Final = frozenset({THEME, "offers", "tells", "wants", "wishes", "themes"})
"""Fields that several columns may fill together."""

_WORDS: Final = {
    "role": r"role type|type|mentor or mentee|mentee or mentor|are you a mentor or a mentee",
    "both": r"both mentor and mentee|both",
    "grade": r"(?:your )?(?:grade|seniority|level|pay band)",
    "region": r"(?:your )?(?:region|area|base|location)",
    "days": r".*\b(?:days|availability|available|which day\w*)\b.*",
    "formats": r".*\b(?:format|online or in person|how (?:would|do) you .*meet|meet\w* prefer\w*"
    r"|preferred meeting|mode)\b.*",
    "themes": r".*\b(?:themes?|topics?|areas? of (?:interest|expertise|focus))\b.*",
}
_OF: Final[Mapping[Side, Mapping[str, str]]] = {
    "mentors": {
        "capacity": r".*\b(?:(?:how many|number of|max\w*) mentees|capacity|places)\b.*",
        "offers": r"profession|.*\b(?:offers?|expertise|skills|can help with|experience)\b.*",
        "tells": r"bio|biography|about (?:me|you|yourself)|profile",
    },
    "mentees": {
        "wants": r"profession|bio|biography|about (?:me|you|yourself)|profile|.*\b(?:wants?|goals?"
        r"|want to (?:learn|work on)|reason|help with|looking for|objectives?)\b.*",
        "wishes": r".*\b(?:wish\w*|about (?:the|your|my) mentor|kind of mentor|mentor prefer\w*"
        r"|prefer\w* (?:for )?(?:a )?mentor)\b.*",
    },
}
_OTHER_SIDE: Final = re.compile(
    r".*\b(?:how many mentees|reason you d like a mentor|capacity|for mentees|for mentors)\b.*"
)
_EQUALITY_TOLD: Final = re.compile(
    r"characteristics? (?:is|are)|\b(?:lesbian|gay|bisexual|pansexual|asexual|aromantic|lgbt\w*"
    r"|transgender|non binary|nonbinary|disabled|disability|ethnic\w*|religio\w*|muslim|christian"
    r"|hindu|sikh|jewish|pronouns|neurodiver\w*|autis\w*|dyslexi\w*)\b"
)
_YES: Final = re.compile(r"(?:1(?:\.0)?|true|x|y|yes\b.*|✓|✔|ydw|oes)", re.IGNORECASE)
_NO: Final = re.compile(r"(?:|0(?:\.0)?|false|n|no\b.*|-+|n/?a)", re.IGNORECASE)


def is_yes(text: str) -> bool:
    """Whether a cell under a question says yes: 1, true, x, or a text that is no no."""
    return not _NO.fullmatch(text.strip())


def guess_mentoring(
    table: Table, side: Side, remembered: Mapping[str, str] | None = None
) -> tuple[ColumnGuess, ...]:
    """Guess every column of a list of mentors or mentees, in order.

    `remembered` are fields by header, chosen before; what is never taken stays out all the same.
    """
    known = remembered or {}
    own = {head: field for head, field in known.items() if field in FIELDS[side]}
    people = guess(table, {head: field for head, field in known.items() if head not in own})
    found = [_mentoring(table, side, one, own, known) for one in people]
    return tuple(_first_only(found))


def _mentoring(
    table: Table, side: Side, one: ColumnGuess, own: Mapping[str, str], known: Mapping[str, str]
) -> ColumnGuess:
    if one.why in ("equality", "health"):
        return one
    cells = [text.strip() for text in table.column(one.index)]
    key = header_key(one.header)
    field = own.get(one.header) or _named(key, side)
    free = one.header in own or field in ("tells", "wants", "offers", "wishes")
    if free and _tells_of_equality(cells):
        return ColumnGuess(one.index, one.header, LEAVE_OUT, "equality")
    if one.header in own:
        return ColumnGuess(one.index, one.header, own[one.header], "remembered")
    if one.header in known or one.field not in (LEAVE_OUT, "role"):
        return one
    if field:
        return ColumnGuess(one.index, one.header, field, "guessed")
    if one.why == "unknown" and not _OTHER_SIDE.fullmatch(key) and _ticks(key, cells):
        return ColumnGuess(one.index, one.header, THEME, "content")
    return one


def _named(key: str, side: Side) -> str:
    for field, words in {**_WORDS, **_OF[side]}.items():
        if re.fullmatch(words, key):
            return field
    return ""


def _tells_of_equality(cells: Iterable[str]) -> bool:
    return any(_EQUALITY_TOLD.search(header_key(text)) for text in cells)


def _ticks(key: str, cells: list[str]) -> bool:
    """Whether a column holds ticks: yes in some form or nothing, under a heading of few words."""
    said = [text for text in cells if not _NO.fullmatch(text)]
    yes = sum(bool(_YES.fullmatch(text)) for text in said)
    return bool(said) and yes == len(said) and len(key) > 2 and len(key.split()) <= 5


def _first_only(found: list[ColumnGuess]) -> list[ColumnGuess]:
    kept, seen = [], set()
    for one in found:
        again = one.field in (*_BOTH_SIDES, "capacity") and one.field not in REPEATED
        if again and one.field in seen:
            one = ColumnGuess(one.index, one.header, LEAVE_OUT, "doubled")  # noqa: PLW2901
        seen.add(one.field)
        kept.append(one)
    return kept


def parts_of(text: str) -> list[str]:
    """Return what a cell lists with commas, semicolons or lines between."""
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def role_of(text: str) -> frozenset[Side]:
    """Return the sides that a role names; both where it names none."""
    words = folded(text)
    sides = {side for side in FIELDS if side.removesuffix("s") in words}
    return frozenset(sides or FIELDS)
