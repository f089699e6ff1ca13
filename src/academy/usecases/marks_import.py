"""Importing a list of marks: the plan that was looked at, applied as one gesture."""

from __future__ import annotations

from datetime import date

from academy.domain.words import RuleBroken
from academy.store.journal import Db, Gesture
from academy.usecases.attendance import MarkDraft, mark
from academy.usecases.marks_plan import MarksPlan, plan_marks
from academy.usecases.rights import STAFF, allowed


def marks_gesture(plan: MarksPlan) -> Gesture:
    """Return the gesture of applying a plan."""
    return Gesture("import_mark_list", {"n": len(plan.applied)})


@allowed(*STAFF)
def import_marks(db: Db, plan: MarksPlan, today: date) -> int:
    """Apply a plan and return how many marks changed; a second time it changes nothing.

    Raises the plan's own problem; RuleBroken register_changed_meanwhile.
    """
    if plan.problem is not None:
        raise plan.problem
    if plan_marks(db, plan.request) != plan:
        raise RuleBroken("register_changed_meanwhile")
    drafts = [MarkDraft(*row.key, row.theirs, "list") for row in plan.applied]
    return mark(db, drafts, today)
