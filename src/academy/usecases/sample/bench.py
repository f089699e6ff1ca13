"""What the sample’s mentors offer, its mentees wish for and its pairs work towards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from academy.domain.bench import THEMES, WEEKDAYS
from academy.domain.words import GoalState

TOPICS: Final = (
    "leading change", "careers in technology", "public speaking", "housing", "finance",
    "procurement", "leading teams", "working with members",
)  # fmt: skip
GOALS: Final = (
    "Chair a meeting of the leadership team", "Write a plan for digital skills",
    "Shadow a director for a day", "Speak at a regional conference",
    "Lead a project across two councils", "Apply for a role one grade up",
    "Present the budget to members",
)  # fmt: skip
_TELLS: Final = ("speaks Welsh", "returned after a career break", "works part time", "")
_WISHES: Final = {5: "returned after a career break", 11: "speaks Welsh", 17: "works part time"}


def offer(number: int, today: date) -> dict[str, Any]:
    """Return what a mentor offers, by their place in the cast; no two are alike.

    Two have not agreed to the rules of mentoring yet and one long ago; one rests, one is paused.
    """
    trained = today - timedelta(days=200 + 31 * (number % 9))
    agreed = trained + timedelta(days=14) if number != 9 else today - timedelta(days=900)
    return {
        "offers": ", ".join(_some(TOPICS, number, 3, 3)),
        "themes": list(_some(THEMES, number, 2, 2)),
        "tells": _TELLS[number % len(_TELLS)],
        "days": sorted(_some(WEEKDAYS, number, 2, 2), key=WEEKDAYS.index),
        "grade": 7 + number % 3,
        "in_person": number % 3 != 0,
        "region": "Wales" if number % 11 == 3 else "",
        "trained_on": trained,
        "agreed_on": None if number in (6, 17) else agreed,
        "rest_until": today + timedelta(days=60) if number == 21 else None,
        "paused": number == 22,
    }


def wish(number: int) -> dict[str, Any]:
    """Return what a mentee wishes for; one in seven has said nothing yet."""
    if number % 7 == 6:
        return {}
    return {
        "wants": ", ".join(_some(TOPICS, number * 3 + 1, 1 + number % 2, 5)),
        "themes": list(_some(THEMES, number * 2, 1, 1)),
        "wishes": _WISHES.get(number % 20, ""),
        "days": sorted(_some(WEEKDAYS, number * 3, 2, 1), key=WEEKDAYS.index),
        "grade": 4 + number % 3,
    }


def goals(number: int, met: Sequence[date]) -> Iterator[dict[str, Any]]:
    """Yield the goals of a pair that has met: the first is reached with the third meeting."""
    if not met or number % 3 == 0:
        return
    reached = met[2] if len(met) > 2 else None
    state = GoalState.OPEN if reached is None else GoalState.REACHED
    yield {"text": GOALS[number % len(GOALS)], "state": state, "state_on": reached}
    if number % 3 == 2:
        later = GOALS[(number + 3) % len(GOALS)]
        yield {"text": later, "state": GoalState.OPEN, "state_on": None}


def _some(words: tuple[str, ...], start: int, count: int, step: int) -> tuple[str, ...]:
    """Return so many different words, going round from `start`."""
    found = dict.fromkeys(words[(start + step * n) % len(words)] for n in range(count))
    return tuple(found)
