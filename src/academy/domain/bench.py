"""The words of the mentor bench: days, themes, grades, and how lists write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Protocol

from academy.domain.names import check_characters, folded
from academy.domain.words import RuleBroken

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
"""The days on which people meet, as they are kept."""

THEMES: Final = (
    "digital transformation", "skills and capacity", "cyber security", "smart places",
    "information assurance",
)  # fmt: skip
"""What mentoring is about where an academy has not said otherwise."""

LONGEST: Final = 500  # characters of what somebody says of themselves or wishes for

GRADES: Final = (
    "AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4",
)  # fmt: skip
"""The grades of the Civil Service from the most junior; the first is 1."""

_OTHER_GRADES: Final = {
    "administrativeassistant": 1, "administrativeofficer": 2, "executiveofficer": 3,
    "higherexecutiveofficer": 4, "seniorexecutiveofficer": 5, "g7": 6, "g6": 7,
    "deputydirector": 8, "director": 9, "directorgeneral": 10, "permanentsecretary": 11,
}  # fmt: skip


def grade_of(text: str) -> int | None:
    """Return the seniority that a grade stands for, from 1 to 11; none where it is not known."""
    plain = re.sub(r"[\W_]+", "", text.casefold())
    names = {re.sub(r"\W+", "", name.casefold()): n for n, name in enumerate(GRADES, 1)}
    return (names | _OTHER_GRADES).get(plain)


def days_of(text: str) -> tuple[str, ...] | None:
    """Return the days a text names, in order of the week; none where a word is no day."""
    found = set()
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        day = next((day for day in WEEKDAYS if len(word) > 1 and _names(word, day)), None)
        if day is None and word not in ("and", "or", "on"):
            return None
        found.add(day)
    return tuple(day for day in WEEKDAYS if day in found)


def _names(word: str, day: str) -> bool:
    return day.casefold().startswith(word.removesuffix("s")) or word == "thur"


def formats_of(text: str) -> tuple[bool, bool] | None:
    """Return whether a text means online, and whether it means in person; none: neither."""
    words = folded(text)
    both = re.search(r"\b(?:both|either|any|hybrid|no preference)\b", words)
    online = re.search(r"\b(?:online|virtual\w*|remote\w*|teams|zoom|video|ar lein)\b", words)
    there = re.search(r"\b(?:person|face|office|site|wyneb)\b", words)
    if both:
        return True, True
    return (bool(online), bool(there)) if online or there else None


def words_listed(texts: Iterable[str]) -> tuple[str, ...]:
    """Return words without stray spaces, each once, in the order they came."""
    found: dict[str, str] = {}
    for text in texts:
        tidy = check_characters(text)
        if tidy:
            found.setdefault(folded(tidy), tidy)
    return tuple(found.values())


def said(text: str) -> str:
    """Return what somebody said without stray spaces; refuse what is endless or deceiving."""
    tidy = check_characters(" ".join(text.split()))
    if len(tidy) > LONGEST:
        raise RuleBroken("text_too_long", limit=LONGEST)
    return tidy


def check_grade(grade: int | None) -> None:
    """Refuse a seniority that no grade stands for."""
    if grade is not None and not 1 <= grade <= len(GRADES):
        raise RuleBroken("mentoring_grade", most=len(GRADES))


def check_formats(*, online: bool, in_person: bool) -> None:
    """Refuse somebody who would meet neither online nor in person."""
    if not (online or in_person):
        raise RuleBroken("mentoring_format")


def check_days(days: Iterable[str]) -> None:
    """Refuse a day that is not one of the week."""
    if odd := set(days) - set(WEEKDAYS):
        raise RuleBroken("mentoring_day", day=min(odd))


class Told(Protocol):
    """What a mentor offers or a mentee wishes, as far as both say the same things."""

    @property
    def themes(self) -> tuple[str, ...]:
        """What it is about."""

    @property
    def online(self) -> bool:
        """Whether they meet online."""

    @property
    def in_person(self) -> bool:
        """Whether they meet in person."""

    @property
    def days(self) -> tuple[str, ...]:
        """On which days."""

    @property
    def grade(self) -> int | None:
        """How senior they are."""


def check(told: Told) -> None:
    """Refuse formats, days or a grade that nobody has."""
    check_formats(online=told.online, in_person=told.in_person)
    check_days(told.days)
    check_grade(told.grade)
