"""Made-up cohorts and benches for the tests of matching, and every plan there is for small ones."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from academy.domain.matching.facts import Mentee, Mentor, Rules

THEMES = ["digital", "skills", "cyber", "smart places", "assurance"]
REGIONS = ["Wales", "London", "North West", ""]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"]


def cohort(
    seed: int, mentees: int, mentors: int, most_room: int = 2
) -> tuple[list[Mentee], list[Mentor], Rules]:
    """Return people with something to choose from, and rules with a few forbidden pairs."""
    chance = Random(seed)
    waiting = [
        Mentee(
            id=n + 1,
            themes=_some(chance, THEMES),
            wants=_some(chance, THEMES),
            wishes=_some(chance, ["welsh", "has led a service"]),
            region=chance.choice(REGIONS),
            online=chance.random() < 0.7,
            days=_some(chance, DAYS),
            organisation=chance.randrange(6),
            grade=chance.choice([None, 1, 2, 3]),
            line=frozenset({1000 + chance.randrange(mentors)})
            if chance.random() < 0.2
            else frozenset(),
        )
        for n in range(mentees)
    ]
    bench = [
        Mentor(
            id=1000 + n,
            room=chance.randrange(most_room + 1),
            themes=_some(chance, THEMES),
            offers=_some(chance, THEMES),
            tells=_some(chance, ["welsh", "has led a service"]),
            region=chance.choice(REGIONS),
            online=chance.random() < 0.7,
            days=_some(chance, DAYS),
            organisation=chance.randrange(6),
            grade=chance.choice([None, 2, 3, 4, 5]),
            paused=chance.random() < 0.1,
        )
        for n in range(mentors)
    ]
    former = frozenset(
        (chance.randrange(mentees) + 1, 1000 + chance.randrange(mentors))
        for _ in range(mentees // 2)
    )
    return waiting, bench, Rules(former=former)


def _some(chance: Random, words: list[str]) -> frozenset[str]:
    return frozenset(chance.sample(words, chance.randrange(len(words))))


def every_plan(
    mentees: list[Mentee], may: dict[tuple[int, int], int], room: dict[int, int]
) -> Iterator[dict[int, int]]:
    """Yield every plan (mentor by mentee) that keeps to what may be and to the room there is."""
    if not mentees:
        yield {}
        return
    first, *rest = mentees
    yield from every_plan(rest, may, room)
    for mentor, left in room.items():
        if left and (first.id, mentor) in may:
            for plan in every_plan(rest, may, {**room, mentor: left - 1}):
                yield {**plan, first.id: mentor}
