"""Is somebody in a list the same as somebody here? By e-mail, then by name and organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, Literal

from sqlalchemy import func, select

from academy.domain.names import email_key, folded, suggestive
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.store.journal import Db

ALIKE: Final = 88  # of 100: two spellings of one name
DIFFERENT: Final = 45  # of 100: below it, one address is carried by two people
Why = Literal["email", "name", "spelling", "other_email", "other_organisation", "other_name"]


@dataclass(frozen=True)
class Known:
    """Somebody who is here already, as far as lists are compared."""

    id: int
    full_name: str
    family_name: str
    known_as: str
    name_on_certificate: str
    email: str
    phone: str
    job_title: str
    external_id: str
    organisation_id: int | None
    organisation: str


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the same: how alike (of 100), and why it is asked."""

    person_id: int
    name: str
    organisation: str
    email: str
    score: int
    why: Why


@dataclass(frozen=True)
class Match:
    """What was found for a row: somebody for certain, or people to ask about, or nobody."""

    person_id: int | None = None
    why: Why | None = None
    candidates: tuple[Candidate, ...] = ()


_NOBODY: Final = Match()


class Matcher:
    """Everybody here, ready to be compared with; read by one statement."""

    def __init__(self, db: Db) -> None:
        columns = [
            getattr(Person, name) for name in Known.__dataclass_fields__ if name != "organisation"
        ]
        rows = db.execute(
            select(*columns, func.coalesce(Organisation.name, "")).outerjoin(Person.organisation)
        )
        self.people = {row[0]: Known(*row) for row in rows}
        self._by_email: dict[str, list[Known]] = defaultdict(list)
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        for person in self.people.values():
            if person.email:
                self._by_email[email_key(person.email)].append(person)
            for name in {suggestive(person.full_name), suggestive(person.name_on_certificate)}:
                self._by_name[name].append(person)
        self._names = list(self._by_name)

    def match(self, values: Mapping[str, str], organisation_id: int | None) -> Match:
        """Return who a row means. `organisation_id` is the row's, where it is known here."""
        name, email = values.get("full_name", ""), email_key(values.get("email", ""))
        same_address = self._by_email.get(email, []) if email else []
        if len(same_address) == 1 and _alike(name, same_address[0].full_name) >= DIFFERENT:
            return Match(same_address[0].id, "email")
        if same_address:
            return Match(candidates=_asked(name, same_address, "other_name"))
        return self._by_names(name, email, organisation_id)

    def _by_names(self, name: str, email: str, organisation_id: int | None) -> Match:
        wanted = suggestive(name)
        certain = [
            person
            for person in self._by_name.get(wanted, ())
            if folded(person.full_name) == folded(name) and not (person.email and email)
            and organisation_id in (None, person.organisation_id)
        ]  # fmt: skip
        if len(certain) == 1:
            return Match(certain[0].id, "name")
        near = self._near(wanted)
        if not near:
            return _NOBODY
        found = {
            candidate.person_id: candidate
            for person in near
            if (candidate := _candidate(person, name, email, organisation_id))
        }
        best = sorted(found.values(), key=lambda c: (-c.score, c.person_id))
        return Match(candidates=tuple(best[:3]))

    def _near(self, wanted: str) -> list[Known]:
        """Return everybody of a like name.

        `fuzz.token_sort_ratio` is the ratio of words put in order; those of the people here are
        put in order once and not anew for each row of a list.
        """
        if not wanted or not self._names:
            return []
        found = self._likest(_in_order(wanted))
        return [person for _, _, at in found for person in self._by_name[self._names[at]]]

    @cached_property
    def _likest(self) -> Callable[[str], list[tuple[str, float, int]]]:
        from rapidfuzz import fuzz, process

        choices = [_in_order(name) for name in self._names]
        return partial(
            process.extract, choices=choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5
        )


def _in_order(name: str) -> str:
    return " ".join(sorted(name.split()))


def _candidate(
    person: Known, name: str, email: str, organisation_id: int | None
) -> Candidate | None:
    """Return the question about two people of like names, unless they surely are two."""
    elsewhere = (
        organisation_id is not None
        and person.organisation_id is not None
        and organisation_id != person.organisation_id
    )
    other_address = bool(person.email and email)
    if elsewhere and other_address:
        return None
    why: Why = "spelling"
    if folded(person.full_name) == folded(name):
        why = "other_email" if other_address else "other_organisation" if elsewhere else "name"
    score = _alike(name, person.full_name) - 10 * elsewhere - 10 * other_address
    return Candidate(person.id, person.full_name, person.organisation, person.email, score, why)


def _asked(name: str, people: Iterable[Known], why: Why) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(p.id, p.full_name, p.organisation, p.email, _alike(name, p.full_name), why)
        for p in people
    )


def _alike(one: str, other: str) -> int:
    from rapidfuzz import fuzz

    return round(fuzz.token_sort_ratio(suggestive(one), suggestive(other)))
