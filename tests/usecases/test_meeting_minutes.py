"""Whatever the stays and however they are cut into reports: minutes are those of the union."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from academy.domain.words import Letter
from usecases.meeting_room import Room, teams

pytestmark = pytest.mark.long
OPENS, STARTS, ENDS, CLOSES = 9 * 60, 9 * 60 + 30, 12 * 60 + 30, 13 * 60  # minutes of the day
stays = st.tuples(st.integers(OPENS, CLOSES), st.integers(1, 200)).map(
    lambda stay: (stay[0], min(stay[0] + stay[1], CLOSES + 30))
)
reports = st.lists(st.lists(stays, min_size=1, max_size=4), min_size=1, max_size=3)


def row(stay: tuple[int, int]) -> str:
    joined, left = (f"{at // 60}:{at % 60:02}" for at in stay)
    return f"Noor Ahmed|{joined}|{left}"


def union(told: list[list[tuple[int, int]]]) -> set[int]:
    """The minutes of the session in which somebody was there, one by one."""
    every = [stay for report in told for stay in report]
    return {at for joined, left in every for at in range(joined, left) if STARTS <= at < ENDS}


@settings(max_examples=40, deadline=None)
@given(reports)
def test_the_minutes_are_those_of_the_union_of_all_reports(
    told: list[list[tuple[int, int]]],
) -> None:
    room = Room(("Noor Ahmed", "Aoife Byrne"))
    for report in told:
        room.apply(teams(*map(row, report)))
    noor = room.row(room.plan(teams(*map(row, told[0]))), 0)
    there = union(told)
    assert noor.minutes == len(there)
    late = not there or min(there) > STARTS + 10
    enough = len(there) >= 135
    assert noor.letter is (Letter.ABSENT if not enough else Letter.LATE if late else Letter.PRESENT)


@settings(max_examples=25, deadline=None)
@given(reports)
def test_the_order_of_reports_does_not_matter(told: list[list[tuple[int, int]]]) -> None:
    outcomes = []
    for order in (told, told[::-1]):
        room = Room(("Noor Ahmed", "Aoife Byrne"))
        for report in order:
            room.apply(teams(*map(row, report)))
        outcomes.append((room.marks(), room.sources))
    assert outcomes[0] == outcomes[1]
