"""Importing a list of sessions: the plan that was looked at, applied as one gesture."""

from __future__ import annotations

from academy.domain.words import RuleBroken
from academy.store.journal import Db, Gesture
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.sessions import save_session
from academy.usecases.sessions_plan import SessionsPlan, plan_sessions


def sessions_gesture(plan: SessionsPlan) -> Gesture:
    """Return the gesture of applying a plan."""
    return Gesture("import_sessions", {"n": len(plan.applied)})


@allowed(*ADMINISTRATORS)
def import_sessions(db: Db, plan: SessionsPlan) -> int:
    """Apply a plan and return how many sessions came or changed; again it changes nothing.

    Raises the plan’s own problem; RuleBroken sessions_changed_meanwhile; what `save_session`
    refuses.
    """
    if plan.problem is not None:
        raise plan.problem
    if plan_sessions(db, plan.request) != plan:
        raise RuleBroken("sessions_changed_meanwhile")
    for row in plan.applied:
        save_session(db, row.session)
    return len(plan.applied)
