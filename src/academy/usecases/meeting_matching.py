"""Whose name is it in a meeting report: by e-mail, by an earlier pairing, by the same name.

Anything less certain is a suggestion that a person confirms. Accents, initials and short forms
suggest and never decide; an e-mail address that says somebody else stands against a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from academy.domain.names import email_key, folded, suggestive
from academy.exchange.meetings import Attendee
from academy.exchange.meetings.names import may_be_one
from academy.usecases.meeting_likeness import Likeness

How = Literal["email", "remembered", "name", "paired"]
WORTH_ASKING: Final = 60  # of 100: less alike than this is nobody's name
ASKED: Final = 3  # suggestions for one name


@dataclass(frozen=True)
class Known:
    """Somebody with a place in the cohort, as far as reports can tell them."""

    place_id: int
    person_id: int
    name: str
    names: tuple[str, ...]  # all they go by
    email: str


@dataclass(frozen=True)
class Suggestion:
    """Somebody a name may belong to, and how alike the two are (of 100)."""

    person_id: int
    name: str
    score: int


@dataclass(frozen=True)
class Matched:
    """An attendee who is a person of the cohort, and what told so."""

    attendee: Attendee
    person_id: int
    how: How
    called: str = ""  # what pairing them with somebody else goes by


class Matching:
    """Matches the attendees of one report with the people of one cohort."""

    def __init__(
        self,
        people: Sequence[Known],
        remembered: Mapping[str, int],
        pairings: Mapping[str, int | None],
        attendees: Sequence[Attendee],
    ) -> None:
        self._attendees = attendees
        self._names = Counter(attendee.name for attendee in attendees)
        self._carried = Counter(folded(attendee.clean_name) for attendee in attendees)
        self._people = {person.person_id: person for person in people}
        self._remembered = {n: p for n, p in remembered.items() if p in self._people}
        self._pairings = pairings
        self._by_email = _groups((email_key(p.email), p.person_id) for p in people if p.email)
        named = [(name, p.person_id) for p in people for name in p.names]
        self._named = [person_id for _, person_id in named]
        self._likeness = Likeness([name for name, _ in named], WORTH_ASKING)
        self._by_name = _groups((folded(n), p.person_id) for p in people for n in p.names)

    def called(self, attendee: Attendee) -> str:
        """Return the name a person pairs: as shown, with the address where several carry it."""
        address = attendee.email or attendee.upn
        shared = self._names[attendee.name] > 1 and address
        return f"{attendee.name} <{address}>" if shared else attendee.name

    def match(self) -> list[Matched]:
        """Return who is certain. A name alone counts only while no address claims the person.

        A device that was paired with somebody takes nothing from what their own name says.
        """
        addresses = Counter(email_key(a.email) for a in self._attendees if a.email)
        found = [m for a in self._attendees if (m := self._certain(a, addresses)) is not None]
        claimed = {matched.person_id for matched in found if matched.how == "email"}
        settled = {id(matched.attendee) for matched in found}
        alone = [
            matched
            for attendee in self._attendees
            if id(attendee) not in settled and self.called(attendee) not in self._pairings
            if (matched := self._by_name_alone(attendee)) is not None
        ]
        claims = Counter(matched.person_id for matched in alone)
        found += [m for m in alone if claims[m.person_id] == 1 and m.person_id not in claimed]
        return [replace(matched, called=self.called(matched.attendee)) for matched in found]

    def _certain(self, attendee: Attendee, addresses: Mapping[str, int]) -> Matched | None:
        if self.called(attendee) in self._pairings:
            chosen = self._pairings[self.called(attendee)]
            known = chosen is not None and chosen in self._people
            return Matched(attendee, chosen, "paired") if known and chosen else None
        owner = self._owner(attendee)
        if owner is not None:
            shared = addresses[email_key(attendee.email)] > 1
            return None if self._doubtful(attendee, owner, shared) else _by_email(attendee, owner)
        name = folded(attendee.clean_name)
        person = self._remembered.get(name)
        if person is None or attendee.kind == "bot" or self._is_shared(name):
            return None
        return Matched(attendee, person, "remembered")

    def _is_shared(self, name: str) -> bool:
        """Tell whether several people carry a name, so that an earlier pairing decides nothing."""
        return self._carried[name] > 1 or len(self._by_name.get(name, ())) > 1

    def _owner(self, attendee: Attendee) -> int | None:
        """Return the only person of the cohort with this address."""
        owners = self._by_email.get(email_key(attendee.email), set()) if attendee.email else set()
        return next(iter(owners)) if len(owners) == 1 else None

    def _doubtful(self, attendee: Attendee, owner: int, shared: bool) -> bool:  # noqa: FBT001
        """Tell whether the name says clearly that somebody else used the owner's address."""
        if attendee.kind != "person" or not attendee.clean_name:
            return False
        if any(may_be_one(attendee.clean_name, name) for name in self._people[owner].names):
            return False
        others = self._by_name.get(folded(attendee.clean_name), set())
        return shared or bool(others - {owner})

    def _by_name_alone(self, attendee: Attendee) -> Matched | None:
        if attendee.kind != "person":
            return None
        same = self._by_name.get(folded(attendee.clean_name), set())
        if len(same) != 1:
            return None
        person = self._people[next(iter(same))]
        contradicted = attendee.email and person.email
        if contradicted and email_key(attendee.email) != email_key(person.email):
            return None
        if self._owner(attendee) not in (None, person.person_id):
            return None
        return Matched(attendee, person.person_id, "name")

    def suggestions(self, attendee: Attendee) -> tuple[Suggestion, ...]:
        """Return whom an unmatched name may belong to, the likeliest first."""
        if attendee.kind != "person":
            return ()
        owner = self._owner(attendee)
        likely = {owner} | {self._named[number] for name in _shown(attendee)
                            for number in self._likeness.of(name)}  # fmt: skip
        scored = [
            Suggestion(p.person_id, p.name, 90 if p.person_id == owner else _alike(attendee, p))
            for p in self._people.values()
            if p.person_id in likely
        ]
        worth = [one for one in scored if one.score >= WORTH_ASKING]
        return tuple(sorted(worth, key=lambda one: (-one.score, one.name))[:ASKED])


def _by_email(attendee: Attendee, owner: int) -> Matched:
    return Matched(attendee, owner, "email")


def _groups(pairs: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for key, person_id in pairs:
        if key:
            found[key].add(person_id)
    return found


def _shown(attendee: Attendee) -> list[str]:
    return [name for name in (attendee.clean_name, attendee.other_name) if name]


def _alike(attendee: Attendee, person: Known) -> int:
    from rapidfuzz import fuzz

    best = 0.0
    for name in _shown(attendee):
        for own in person.names:
            score = fuzz.token_sort_ratio(suggestive(name), suggestive(own))
            likely = len(name.split()) > 1 and may_be_one(name, own)
            best = max(best, score, 80 if likely else 0)
    return int(best)
