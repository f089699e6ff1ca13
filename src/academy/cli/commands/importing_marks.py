"""`academy import --teams`, `--zoom`, `--meet`, `--webex`: a report’s plan, applied or shown."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from academy.cli.academies import academy
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.cli.commands.meetings import content, person_of
from academy.domain.words import RuleBroken
from academy.exchange.meetings import MeetingReport
from academy.store.store import Store
from academy.ui.kit.labels.meetings import notes, reason
from academy.ui.kit.labels.terminal import say
from academy.usecases.meeting_columns import read_report
from academy.usecases.meeting_import import apply_meeting, meeting_gesture
from academy.usecases.meeting_plan import MeetingPlan, plan_meeting
from academy.usecases.meeting_sessions import SessionCandidate, session_candidates
from academy.usecases.sessions import SessionRow, sessions


def import_report(asked: Asked) -> Answer:
    """Apply the marks that are clear; names that are nobody's are left out and told."""
    file: Path = asked.teams or asked.zoom or asked.meet or asked.webex
    data = content(file)
    with academy(asked.file, write=not asked.dry_run) as store:
        of_cohort = {row.id: row for row in store.read(sessions, asked.cohort)}
        session, candidates = _session(store, asked, data, file.name)
        if session is None:
            return _which(candidates)
        if session not in of_cohort:
            raise RuleBroken("session_unknown", session=session)
        report = store.read(read_report, data, file.name, of_cohort[session].held_on)
        plan = store.read(plan_meeting, report, session)
        _require_day(plan, of_cohort[session])
        if not asked.dry_run:
            today = date.today()  # noqa: DTZ011 - the day on the wall
            store.write(meeting_gesture(plan), apply_meeting, plan, today)
    facts = {"marks": len(plan.applied), "title": of_cohort[session].title}
    said = [say("would_mark" if asked.dry_run else "marks_imported", **facts)]
    said += notes([(note.key, note.who, note.detail) for note in plan.notes])
    problems = _problems(plan)
    return Answer(_result(plan, report), said, problems, 1 if problems else 0)


def _session(
    store: Store, asked: Asked, data: bytes, name: str
) -> tuple[int | None, list[SessionCandidate]]:
    """Return the session that was named, or the only one that day and title can mean."""
    if asked.session is not None:
        return asked.session, []
    report = store.read(read_report, data, name, None)
    found = store.read(session_candidates, report, asked.cohort)
    return next((one.session_id for one in found if one.sure), None), found


def _which(candidates: list[SessionCandidate]) -> Answer:
    """Ask for the session, and say which it may be."""
    said = say("session_open" if candidates else "session_not_found")
    listed = [asdict(candidate) for candidate in candidates]
    return Answer({"candidates": listed}, (), [Problem("session_open", said)], 1)


def _require_day(plan: MeetingPlan, session: SessionRow) -> None:
    if plan.other_day is not None:
        raise RuleBroken("report_of_other_day", report=plan.other_day, session=session.held_on)


def _problems(plan: MeetingPlan) -> list[Problem]:
    return [
        Problem("name_unmatched", say("name_unmatched", name=one.name), one.name)
        for one in plan.unmatched
        if one.open
    ]


def _result(plan: MeetingPlan, report: MeetingReport) -> dict[str, Any]:
    rows = {row.person_id: row for row in plan.rows}
    matched = {id(one.attendee): one.person_id for one in plan.matches}
    people = []
    for attendee in report.people:
        person_id = matched.get(id(attendee))
        row = rows[person_id] if person_id is not None else None
        verdict = {"mark": row.letter if row else None, "reason": reason(row) if row else None}
        people.append({**person_of(attendee, report), "matched": person_id, **verdict})
    marks = [
        {"person_id": row.person_id, "name": row.name, "mark": row.letter, "reason": reason(row),
         "minutes": row.minutes, "of_minutes": row.of_minutes, "before": row.existing,
         "applied": row.changes}
        for row in plan.rows
    ]  # fmt: skip
    return {
        "session_id": plan.session_id,
        "date_order": report.date_order,
        "people": people,
        "marks": marks,
        "left_out": [one.name for one in plan.unmatched if one.open],
    }
