"""What a pair works towards: goals in their own words, and what became of each.

For administrators alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from academy.domain.mentoring import MentoringGoal, MentoringPair
from academy.domain.words import GoalState, PairState, RuleBroken
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, allowed

LONGEST = 300
"""How many characters a goal can have."""


@dataclass(frozen=True)
class GoalDraft:
    """A goal as a form holds it; id 0 is a new one. `on`: the day it was reached or dropped."""

    text: str
    state: GoalState = GoalState.OPEN
    on: date | None = None
    id: int = 0


@allowed(*ADMINISTRATORS)
def goals(db: Db, pair_id: int) -> list[GoalDraft]:
    """Return the goals of a pair: open ones first, each kind in the order they were set."""
    order = list(GoalState)
    wanted = (
        select(MentoringGoal.text, MentoringGoal.state, MentoringGoal.state_on, MentoringGoal.id)
        .where(MentoringGoal.pair_id == pair_id)
        .order_by(MentoringGoal.id)
    )
    found = [GoalDraft(*row) for row in db.execute(wanted)]
    return sorted(found, key=lambda goal: order.index(goal.state))


@allowed(*ADMINISTRATORS)
def save_goal(db: Db, pair_id: int, draft: GoalDraft, today: date) -> int:
    """Keep a new goal, or change one; return its id.

    Raises RuleBroken goal_missing, goal_too_long, goal_in_future and, for a new one, pair_ended.
    """
    text = " ".join(draft.text.split())
    if not text:
        raise RuleBroken("goal_missing")
    if len(text) > LONGEST:
        raise RuleBroken("goal_too_long", limit=LONGEST)
    found = db.get_one(MentoringGoal, draft.id) if draft.id else _added(db, pair_id)
    found.text = text
    _become(found, draft.state, draft.on, today)
    db.flush()
    return found.id


@allowed(*ADMINISTRATORS)
def set_goal(db: Db, goal_id: int, state: GoalState, today: date) -> None:
    """Say what became of a goal today: reached, dropped, or open again."""
    _become(db.get_one(MentoringGoal, goal_id), state, None, today)


@allowed(*ADMINISTRATORS)
def remove_goal(db: Db, goal_id: int) -> None:
    """Remove a goal that was set by mistake; one that was given up is dropped instead."""
    db.delete(db.get_one(MentoringGoal, goal_id))


def _added(db: Db, pair_id: int) -> MentoringGoal:
    pair = db.get_one(MentoringPair, pair_id)
    if pair.state is PairState.ENDED:
        raise RuleBroken("pair_ended")
    goal = MentoringGoal(text="")
    pair.goals.append(goal)
    return goal


def _become(goal: MentoringGoal, state: GoalState, on: date | None, today: date) -> None:
    if on is not None and on > today:
        raise RuleBroken("goal_in_future", on=on)
    unchanged = goal.state is state and on is None
    goal.state_on = None if state is GoalState.OPEN else goal.state_on if unchanged else on or today
    goal.state = state
