"""Is somebody in a list the same as somebody here? By e-mail, then by name and organisation."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, Literal, NamedTuple

from sqlalchemy import ColumnElement, LargeBinary, Select, cast, func, or_, select, union_all

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


Row = tuple[Mapping[str, str], int | None]
"""What a list says of somebody, and their organisation, where it is known here."""

_NOBODY: Final = Match()


class _Wanted(NamedTuple):
    """A row as it is compared: the name, how it is looked up, the address, the organisation."""

    name: str
    like: str
    email: str
    organisation_id: int | None

    @classmethod
    def of(cls, values: Mapping[str, str], organisation_id: int | None) -> _Wanted:
        """Return what to compare of a row."""
        name = values.get("full_name", "")
        return cls(name, suggestive(name), email_key(values.get("email", "")), organisation_id)


class Matcher:
    """Compares lists with everybody here.

    Of an academy of 100,000 people only the names are read, as one text; a person is read whole
    when a row may mean them.
    """

    def __init__(self, db: Db) -> None:
        self._db = db
        self._people: dict[int, Known] = {}
        self._by_email: dict[str, list[Known]] = defaultdict(list)
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        self._near: dict[str, list[str]] = {}

    def known(self, person_id: int) -> Known | None:
        """Return somebody who is here, by their id."""
        if person_id not in self._people:
            self._read(Person.id == person_id)
        return self._people.get(person_id)

    def matches(self, rows: Sequence[Row]) -> list[Match]:
        """Return who each row of a list means."""
        wanted = [_Wanted.of(*row) for row in rows]
        self._look_up({one.like for one in wanted}, {one.email for one in wanted} - {""})
        found = [self._certain(one) for one in wanted]
        asked = [one for one, match in zip(wanted, found, strict=True) if match is None]
        self._look_for_like({one.like for one in asked})
        return [
            match if match is not None else self._likely(one)
            for one, match in zip(wanted, found, strict=True)
        ]

    def _certain(self, wanted: _Wanted) -> Match | None:
        """Return who a row surely means, or whom to ask about for its address; else None."""
        name, like, email, organisation_id = wanted
        same_address = self._by_email.get(email, []) if email else []
        if len(same_address) == 1 and _alike(name, same_address[0].full_name) >= DIFFERENT:
            return Match(same_address[0].id, "email")
        if same_address:
            return Match(candidates=_asked(name, same_address, "other_name"))
        certain = [
            person
            for person in self._by_name.get(like, ())
            if folded(person.full_name) == folded(name) and not (person.email and email)
            and organisation_id in (None, person.organisation_id)
        ]  # fmt: skip
        return Match(certain[0].id, "name") if len(certain) == 1 else None

    def _likely(self, wanted: _Wanted) -> Match:
        near = self._near[wanted.like]
        if not near:
            return _NOBODY
        found = {
            candidate.person_id: candidate
            for like in near
            for person in self._by_name.get(like, ())
            if (candidate := _candidate(person, wanted))
        }
        best = sorted(found.values(), key=lambda c: (-c.score, c.person_id))
        return Match(candidates=tuple(best[:3]))

    # ---- reading --------------------------------------------------------------------------------

    def _look_up(self, names: Collection[str], emails: Collection[str]) -> None:
        """Read everybody of these names, as `suggestive` writes them, and of these addresses.

        SQLite knows no letters but ASCII: the few addresses with others are read and compared here.
        """
        found = [self._written(names)]
        if emails:
            address = func.lower(func.trim(Person.email))
            longer = func.length(cast(Person.email, LargeBinary)) > func.length(Person.email)
            same = or_(address.in_(_given(emails)), longer)
            found.append(Person.id.in_(select(Person.id).where(same).correlate(None)))
        self._read(or_(*found))

    def _look_for_like(self, names: Collection[str]) -> None:
        """Find which names here are like these, and read everybody of them.

        `fuzz.token_sort_ratio` is the ratio of words put in order; those of the people here are
        put in order once and not anew for each row of a list.
        """
        for wanted in names:
            found = self._likest(_in_order(wanted)) if wanted and self._spellings else []
            self._near[wanted] = [self._names[at] for _, _, at in found]
        self._read(self._written({like for wanted in names for like in self._near[wanted]}))

    def _written(self, names: Collection[str]) -> ColumnElement[bool]:
        """Return the condition that somebody has one of these names, however it is written."""
        spelt = [one for name in names for one in self._spellings.get(name, ())]
        there = _given(spelt)
        return or_(Person.full_name.in_(there), Person.name_on_certificate.in_(there))

    def _read(self, wanted: ColumnElement[bool]) -> None:
        columns = [
            getattr(Person, name) for name in Known.__dataclass_fields__ if name != "organisation"
        ]
        people = select(*columns, func.coalesce(Organisation.name, "")).where(wanted)
        for row in self._db.execute(people.outerjoin(Person.organisation).order_by(Person.id)):
            if row[0] not in self._people:
                self._keep(Known(*row))

    def _keep(self, person: Known) -> None:
        self._people[person.id] = person
        if person.email:
            self._by_email[email_key(person.email)].append(person)
        for name in {suggestive(person.full_name), suggestive(person.name_on_certificate)}:
            self._by_name[name].append(person)

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        """How each name here is written, by its suggestive form; in the order of the people."""
        first = func.min(Person.id).label("id")
        full, printed = Person.full_name, Person.name_on_certificate
        written = union_all(  # each along its index
            select(full.label("name"), first).group_by(full),
            select(printed, first).where(printed != "").group_by(printed),
        ).subquery()
        once = select(written.c.name).group_by(written.c.name).order_by(func.min(written.c.id))
        names = self._db.scalar(select(func.json_group_array(once.subquery().c.name)))
        found: dict[str, list[str]] = {}
        for one in json.loads(names or "[]"):
            found.setdefault(suggestive(one), []).append(one)
        return found

    @cached_property
    def _names(self) -> list[str]:
        return list(self._spellings)

    @cached_property
    def _likest(self) -> Callable[[str], list[tuple[str, float, int]]]:
        from rapidfuzz import fuzz, process

        choices = [_in_order(name) for name in self._names]
        return partial(
            process.extract, choices=choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5
        )


def _given(texts: Collection[str]) -> Select[str]:
    """Return texts as a table, however many."""
    return select(func.json_each(json.dumps(list(texts))).table_valued("value").c.value)


def _in_order(name: str) -> str:
    return " ".join(sorted(name.split()))


def _candidate(person: Known, wanted: _Wanted) -> Candidate | None:
    """Return the question about two people of like names, unless they surely are two."""
    name, _, email, organisation_id = wanted
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
