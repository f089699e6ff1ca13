"""The people of a report: rows of one identity put together, with the union of their stays."""

from __future__ import annotations

from bisect import bisect
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from academy.exchange.meetings import names
from academy.exchange.meetings.report import Attendee, Line, Note, Stay, minutes_within

_COMPARED = 8


@dataclass
class _Group:
    """The rows that are one person."""

    key: tuple[str, str]
    shown: names.Shown
    lines: list[Line] = field(default_factory=list)
    activities: list[Line] = field(default_factory=list)


def people_of(
    lines: list[Line], activities: list[Line], last: datetime | None
) -> tuple[list[Attendee], list[Note]]:
    """Make people of rows: by e-mail, without one by participant id, else by the cleaned name.

    `activities` are the true intervals of the persons they name. An interval that is still open
    ends at `last`, the last time in the file. Two clearly different names at one address stay
    two people and become a note.
    """
    book = _Book()
    for line in lines:
        book.group(line).lines.append(line)
    for line in activities:
        book.group(line, known=bool(lines)).activities.append(line)
    people = [_attendee(group, last) for group in book.groups]
    return people, book.notes + _doubles(people)


class _Book:
    """Finds the person of a row."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self.notes: list[Note] = []
        self.by_key: dict[tuple[str, str], list[_Group]] = {}
        self.by_name: dict[str, list[_Group]] = {}

    def group(self, line: Line, *, known: bool = False) -> _Group:
        """Find or make the group of a line; `known` looks by name among all persons, too."""
        shown = names.shown(line.name)
        key = _key(line, shown)
        same = self.by_key.setdefault(key, [])
        alike = [group for group in self._of_name(shown) if group.key == key]
        for group in alike[:1] + same[:_COMPARED]:
            if _one(key, shown, group):
                _name_better(group, shown, line)
                return group
        if known and not same and (named := self._named(shown)) is not None:
            return named
        if same:
            self.notes.append(
                Note("address_shared", key[1], f"{same[0].shown.clean}; {shown.clean}")
            )
        made = _Group(key, shown)
        same.append(made)
        self.by_name.setdefault(names.key(shown.clean), []).append(made)
        self.groups.append(made)
        return made

    def _of_name(self, shown: names.Shown) -> list[_Group]:
        return self.by_name.get(names.key(shown.clean), [])

    def _named(self, shown: names.Shown) -> _Group | None:
        """Find the only person of this name: section 3 has no participant id to go by."""
        found = self._of_name(shown)
        return found[0] if len(found) == 1 else None


def _key(line: Line, shown: names.Shown) -> tuple[str, str]:
    if line.email:
        return "mail", line.email.casefold()
    if line.upn:
        return "id", line.upn.casefold()
    return "name", names.key(shown.clean)


def _one(key: tuple[str, str], shown: names.Shown, group: _Group) -> bool:
    if key[0] == "name" or "person" not in {shown.kind} & {group.shown.kind}:
        return True
    return names.may_be_one(shown.clean, group.shown.clean)


def _name_better(group: _Group, shown: names.Shown, line: Line) -> None:
    """Call a person by their name rather than by the device they came with first."""
    if group.shown.kind != "person" and shown.kind == "person":
        group.shown = shown
        group.lines.insert(0, Line(name=line.name, email=line.email))


def _attendee(group: _Group, last: datetime | None) -> Attendee:
    rows = group.lines or group.activities
    summed = _stays(group.lines)
    stays = _stays(group.activities) or summed
    joins = [stay.join for stay in stays + summed if stay.join]
    leaves = [stay.leave for stay in stays + summed if stay.leave]
    stated = [
        line.stated_seconds for line in rows if line.stated_seconds is not None and not line.waiting
    ]
    return Attendee(
        name=rows[0].name,
        clean_name=group.shown.clean,
        other_name=group.shown.other,
        email=_first(line.email for line in rows),
        upn=_first(line.upn for line in rows),
        role=_first(line.role for line in rows),
        kind=group.shown.kind,
        stays=stays,
        first_join=min(joins, default=None),
        last_leave=max(leaves, default=None),
        seconds=_seconds(stays, last),
        open=any(stay.join is not None and stay.leave is None for stay in stays),
        stated_seconds=sum(stated) if stated else None,
        registered_absent=not joins and not leaves and any(line.absent for line in rows),
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _seconds(stays: tuple[Stay, ...], last: datetime | None) -> int | None:
    joins = [stay.join for stay in stays if stay.join]
    if not joins:
        return None
    ends = [stay.leave for stay in stays if stay.leave] + ([last] if last else []) + joins
    return minutes_within(
        (Stay(stay.join, stay.leave or last) for stay in stays), min(joins), max(ends)
    )


def _stays(lines: list[Line]) -> tuple[Stay, ...]:
    """Make intervals of rows; rows that are single events are paired in the order written.

    A leave ends the earliest open join. A join without a leave of its own ends at a later leave
    of the same person (a device that dropped out); only one after the last leave stays open.
    """
    timed = [line for line in lines if (line.join or line.leave) and not line.waiting]
    stays = [Stay(line.join, line.leave) for line in timed]
    if any(line.join and line.leave for line in timed) or not any(line.leave for line in timed):
        return tuple(stays)
    pairs: list[Stay] = []
    waiting: deque[datetime] = deque()
    leaves = sorted(line.leave for line in timed if line.leave)
    for line in timed:
        if line.join:
            waiting.append(line.join)
        elif line.leave:
            pairs.append(Stay(waiting.popleft() if waiting else None, line.leave))
    for join in waiting:
        later = bisect(leaves, join)
        pairs.append(Stay(join, leaves[later] if later < len(leaves) else None))
    return tuple(pairs)


def _doubles(people: list[Attendee]) -> list[Note]:
    """Note the same name with and without an address: perhaps one person, for the user to say."""
    seen: dict[str, list[Attendee]] = {}
    for person in people:
        if person.kind == "person" and person.clean_name:
            seen.setdefault(names.key(person.clean_name), []).append(person)
    return [
        Note("same_name", same[0].clean_name, "; ".join(person.name for person in same))
        for same in seen.values()
        if len(same) > 1
    ]
