"""A meeting report on a session: which session it is of, and applying the plan that was looked at.

One gesture writes the marks, keeps what the report said for the next one of the same session,
and remembers whom a name belongs to and what unknown columns hold.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from academy.domain.attendance import Mark
from academy.domain.meetings import ReportedStay, from_report
from academy.domain.names import folded
from academy.domain.people import MeetingName
from academy.domain.sessions import TrainingSession
from academy.domain.words import RuleBroken
from academy.store.journal import Db, Gesture
from academy.usecases.attendance import MarkDraft, mark
from academy.usecases.meeting_columns import remember_columns
from academy.usecases.meeting_plan import MeetingPlan, plan_meeting
from academy.usecases.rights import STAFF, allowed


def meeting_gesture(plan: MeetingPlan) -> Gesture:
    """Return the gesture of applying a plan; one may keep minutes without changing a mark."""
    if not plan.applied:
        return Gesture("keep_minutes")
    return Gesture("import_marks", {"n": len(plan.applied)})


@allowed(*STAFF)
def apply_meeting(db: Db, plan: MeetingPlan, today: date) -> int:
    """Apply a plan and return how many marks changed; applied twice it changes nothing.

    Raises RuleBroken: report_of_other_day; register_changed_meanwhile when what is here has
    changed since the plan was made; what `attendance.mark` refuses.
    """
    if plan.other_day is not None:
        held_on = db.get_one(TrainingSession, plan.session_id).held_on
        raise RuleBroken("report_of_other_day", report=plan.other_day, session=held_on)
    if plan_meeting(db, plan.report, plan.session_id, plan.choices) != plan:
        raise RuleBroken("register_changed_meanwhile")
    drafts = [
        MarkDraft(plan.session_id, row.place_id, row.letter, plan.source_of(row))
        for row in plan.applied
    ]
    _keep_stays(db, plan)
    _remember_names(db, plan)
    remember_columns(db, plan.report.by_hand)
    _tell_minutes(db, plan)
    return mark(db, drafts, today)


def _keep_stays(db: Db, plan: MeetingPlan) -> None:
    for place_id, stay in plan.new_stays:
        db.add(
            ReportedStay(
                session_id=plan.session_id,
                place_id=place_id,
                report=stay.report,
                joined=stay.joined,
                left=stay.left,
                seconds=stay.seconds,
            )
        )


def _tell_minutes(db: Db, plan: MeetingPlan) -> None:
    """Let marks that an earlier report gave, and that stay, tell the minutes of both."""
    rows = {row.place_id: row for row in plan.rows if row.letter is row.existing and row.shown}
    for found in db.scalars(select(Mark).where(Mark.session_id == plan.session_id)):
        row = rows.get(found.place_id)
        if row is not None and from_report(found.source):
            found.source = plan.source_of(row)


def _remember_names(db: Db, plan: MeetingPlan) -> None:
    """Remember who a name is once somebody paired the two; devices change hands, so not these.

    A name that was said to be nobody’s here is remembered no longer.
    """
    paired = {
        folded(matched.attendee.clean_name): matched.person_id
        for matched in plan.matches
        if matched.how == "paired" and matched.attendee.kind == "person"
    }
    known = {name.name: name for name in db.scalars(select(MeetingName))}
    for name, person_id in paired.items():
        if name in known:
            known[name].person_id = person_id
        elif name:
            db.add(MeetingName(person_id=person_id, name=name))
    for one in plan.unmatched:
        if one.settled and (name := folded(one.clean_name)) in known and name not in paired:
            db.delete(known[name])
