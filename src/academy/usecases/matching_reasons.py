"""Why two people suit each other, or do not: each reason a key and facts, said in the labels.

A reason is told where something was asked and known; what nobody said is no reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from academy.domain.matching.facts import Mentee, Mentor, Share
from academy.domain.names import folded
from academy.domain.words import Criterion

_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Reason:
    """One reason. `good`: it speaks for the pair, else against it."""

    key: str
    good: bool
    facts: tuple[tuple[str, str], ...] = ()


def reasons(
    mentee: Mentee, mentor: Mentor, shares: Sequence[Share], pairs_before: int
) -> tuple[Reason, ...]:
    """Return the reasons for a pair, the weightiest first, then those against it."""
    told = []
    for share in sorted(shares, key=lambda share: -share.points):
        reason = _TOLD[share.criterion](mentee, mentor)
        if reason is not None:
            told.append(reason)
    if not pairs_before:
        told.append(Reason("new_to_mentoring", good=False))
    return tuple(sorted(told, key=lambda reason: not reason.good))


def _wants(mentee: Mentee, mentor: Mentor) -> Reason | None:
    return _common("wants", mentee.wants, mentor.offers)


def _themes(mentee: Mentee, mentor: Mentor) -> Reason | None:
    return _common("themes", mentee.themes, mentor.themes)


def _wishes(mentee: Mentee, mentor: Mentor) -> Reason | None:
    return _common("wishes", mentee.wishes, mentor.tells)


def _common(what: str, asked: frozenset[str], given: frozenset[str]) -> Reason | None:
    if not asked:
        return None
    known = set(map(folded, given))
    both = sorted(word for word in asked if folded(word) in known)
    if both:
        return Reason(f"{what}_common", good=True, facts=(("what", ", ".join(both)),))
    return Reason(f"{what}_none", good=False, facts=(("what", ", ".join(sorted(asked))),))


def _meeting(mentee: Mentee, mentor: Mentor) -> Reason | None:
    online, in_person = mentee.online and mentor.online, mentee.in_person and mentor.in_person
    known = bool(mentee.region and mentor.region)
    if known and folded(mentee.region) == folded(mentor.region) and (online or in_person):
        return Reason("same_region", good=True, facts=(("region", mentor.region),))
    if online:
        return Reason("both_online", good=True)
    if known or not in_person:
        return Reason("cannot_meet", good=False)
    return None


def _days(mentee: Mentee, mentor: Mentor) -> Reason | None:
    if not (mentee.days and mentor.days):
        return None
    known = set(map(folded, mentor.days))
    both = sorted((day for day in mentee.days if folded(day) in known), key=_weekday)
    if both:
        return Reason("days_common", good=True, facts=(("days", ", ".join(both)),))
    return Reason("days_none", good=False)


def _weekday(day: str) -> tuple[int, str]:
    """Order days as the week has them; words that are no weekday come last, by alphabet."""
    start = folded(day)[:3]
    return (_WEEK.index(start) if start in _WEEK else len(_WEEK), day)


def _organisation(mentee: Mentee, mentor: Mentor) -> Reason | None:
    if mentee.organisation is None or mentor.organisation is None:
        return None
    other = mentee.organisation != mentor.organisation
    return Reason("other_organisation" if other else "same_organisation", good=other)


def _seniority(mentee: Mentee, mentor: Mentor) -> Reason | None:
    if mentee.grade is None or mentor.grade is None:
        return None
    above = mentor.grade - mentee.grade
    if above > 0:
        return Reason("more_senior", good=True)
    return Reason("same_grade" if above == 0 else "less_senior", good=False)


_TOLD: dict[Criterion, Callable[[Mentee, Mentor], Reason | None]] = {
    Criterion.WANTS: _wants,
    Criterion.THEMES: _themes,
    Criterion.WISHES: _wishes,
    Criterion.MEETING: _meeting,
    Criterion.DAYS: _days,
    Criterion.ORGANISATION: _organisation,
    Criterion.SENIORITY: _seniority,
}
