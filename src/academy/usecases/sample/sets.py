"""The learning sets of the sample: a running cohort in four sets that met twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from academy.domain.cohorts import Place
from academy.domain.learning_sets import (
    LearningSet,
    LearningSetMark,
    LearningSetMeeting,
    LearningSetMember,
    LearningSetVeto,
)
from academy.domain.people import Person
from academy.domain.words import Letter, MeetingFormat
from academy.usecases.sample.assembly import Assembly

IN_SETS: Final = "Top Talent 7"
SETS: Final = 4
DAYS_AGO: Final = (44, 16)
_AWAY: Final = {(1, 0): "AE", (4, 0): "PA", (2, 1): "EP", (0, 2): "LP", (3, 3): "PL", (5, 3): "AP"}
"""Who was not simply present, by their number in a set and the set; the first was away twice."""


def divide(assembly: Assembly, places: Sequence[int]) -> None:
    """Divide a cohort so that colleagues are apart, and let each set meet twice."""
    homes = {row["id"]: row["organisation_id"] for row in assembly.rows[Person]}
    held = {row["id"]: row for row in assembly.rows[Place]}
    by_home = sorted(places, key=lambda place: (homes[held[place]["person_id"]], place))
    for number in range(SETS):
        _set(assembly, held[places[0]]["cohort_id"], number, by_home[number::SETS])
    assembly.add(LearningSetVeto, place_id=places[0], other_id=places[7])


def _set(assembly: Assembly, cohort: int, number: int, members: Sequence[int]) -> None:
    facilitators = {row["job_title"]: row["id"] for row in assembly.rows[Person]}
    made = assembly.add(
        LearningSet,
        cohort_id=cohort, number=number + 1,
        facilitator_id=facilitators.get("Facilitator") if number != SETS - 1 else None,
    )  # fmt: skip
    for place in members:
        assembly.add(LearningSetMember, set_id=made, place_id=place)
    for turn, ago in enumerate(DAYS_AGO):
        meeting = assembly.add(
            LearningSetMeeting,
            set_id=made, held_on=assembly.today - timedelta(days=ago + number % 2), minutes=90,
            format=MeetingFormat.IN_PERSON if turn == 0 else MeetingFormat.ONLINE,
        )  # fmt: skip
        for seat, place in enumerate(members):
            letter = Letter(_AWAY.get((seat, number), "PP")[turn])
            assembly.add(LearningSetMark, meeting_id=meeting, place_id=place, letter=letter)
