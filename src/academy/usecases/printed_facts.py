"""Whether what a certificate prints is what its token says: each fact is looked for in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from academy.domain import dates
from academy.exchange.tokens import CanonicalFacts

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY: Final = re.compile(rf"(?<!\d)(\d{{1,2}})({'|'.join(_MONTHS)})(\d{{4}})?(?!\d)", re.IGNORECASE)
_HOURS: Final = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)hours?(?![a-z])", re.IGNORECASE)


def contradicted(facts: CanonicalFacts, text: str) -> tuple[str, ...]:
    """Return the names of the fields that the text does not say as they are.

    Spaces and hyphenation count for nothing, since a PDF keeps none. Hours and days count where
    the text speaks of any; a design may leave them out.
    """
    printed = packed(text)
    found = [
        field
        for field in ("number", "name", "programme")
        if not says(printed, str(getattr(facts, field)))
    ]
    hours = {match[1] for match in _HOURS.finditer(printed)}
    if hours and hours != {facts.hours}:
        found.append("hours")
    return (*found, *_days(facts, printed))


def packed(text: str) -> str:
    """Return a text without what setting type changes: spaces, soft hyphens, compositions."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and c not in "\u00ad\u200b\ufffe\x02\0")


def says(printed: str, words: str) -> bool:
    """Tell whether a packed text says these words, and not as a part of longer numbers."""
    wanted = packed(words)
    if not wanted:
        return True
    at = printed.find(wanted)
    while at >= 0:
        before, behind = printed[max(0, at - 1) : at], printed[at + len(wanted) :][:1]
        if not (_goes_on(before, wanted[0]) or _goes_on(wanted[-1], behind)):
            return True
        at = printed.find(wanted, at + 1)
    return False


def _goes_on(left: str, right: str) -> bool:
    """Tell whether two letters belong to one number; words may touch, since spaces are gone."""
    return bool(left) and bool(right) and left.isdigit() and right.isdigit()


def _days(facts: CanonicalFacts, printed: str) -> Iterator[str]:
    known = {
        "starts_on": facts.starts_on,
        "ends_on": facts.ends_on,
        "issued_on": facts.issued_on,
        "expires_on": facts.expires_on,
    }
    days = [day for day in known.values() if day]
    said = [
        (int(match[1]), match[2].casefold(), int(match[3]) if match[3] else None)
        for match in _DAY.finditer(printed)
    ]
    known_days = all(any(_is(one, day) for day in days) for one in said)
    if said and not (known_days and says(printed, _span(facts))):
        yield "dates"
    if said and not says(printed, dates.plain_day(facts.issued_on)):
        yield "issued_on"


def _span(facts: CanonicalFacts) -> str:
    if facts.starts_on is None or facts.ends_on is None:
        return ""
    return dates.span(facts.starts_on, facts.ends_on)


def _is(said: tuple[int, str, int | None], day: date) -> bool:
    number, month, year = said
    same = number == day.day and month == _MONTHS[day.month - 1].casefold()
    return same and year in (None, day.year)
