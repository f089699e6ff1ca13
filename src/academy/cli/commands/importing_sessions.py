"""`academy import --sessions`: the plan of a list of sessions, applied or only shown."""

from __future__ import annotations

from datetime import date

from academy.cli.academies import academy, problem_of
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.exchange.meetings.report import DateOrder
from academy.exchange.tables import read_table
from academy.ui.dialogs.clash_words import clash_fact
from academy.ui.kit.labels.terminal import say
from academy.usecases.sessions_import import import_sessions, sessions_gesture
from academy.usecases.sessions_plan import (
    PlannedSession,
    SessionFate,
    SessionsPlan,
    SessionsRequest,
    plan_sessions,
)

_ORDERS: dict[str, DateOrder] = {"dmy": "DMY", "mdy": "MDY"}


def import_sessions_list(asked: Asked) -> Answer:
    """Add the sessions that are clear; what differs or cannot be read is left out and told."""
    table = read_table(asked.sessions)
    today = date.today()  # noqa: DTZ011 - the day on the wall
    request = SessionsRequest(table, asked.cohort, today, _ORDERS.get(asked.dates or ""))
    with academy(asked.file, write=not asked.dry_run) as store:
        plan = store.read(plan_sessions, request)
        if plan.problem is None and not asked.dry_run:
            store.write(sessions_gesture(plan), import_sessions, plan)
    if plan.problem is not None:
        return Answer(_result(plan), (), [problem_of(plan.problem)], 1)
    problems = [_problem(row) for row in plan.rows if _left_out(row)]
    facts = {
        "new": len(plan.applied), "same": len(plan.of(SessionFate.SAME)),
        "left_out": len(problems),
    }  # fmt: skip
    said = say("would_list_sessions" if asked.dry_run else "sessions_listed", **facts)
    warned = [
        say("session_clashes", title=row.session.title, day=row.session.held_on, clash=words)
        for row in plan.applied
        for words in _surroundings(row)
    ]
    return Answer(_result(plan), [said, *warned], problems, 1 if problems else 0)


def _left_out(row: PlannedSession) -> bool:
    return row.fate in (SessionFate.CONFLICT, SessionFate.LEFT_OUT)


def _problem(row: PlannedSession) -> Problem:
    where = say("row", number=row.row)
    if row.problem is not None:
        return problem_of(row.problem, where)
    fields = ", ".join(one.field for one in row.differences)
    one = row.session
    words = say("session_differs", title=one.title, day=one.held_on, fields=fields)
    return Problem("session_differs", words, where)


def _surroundings(row: PlannedSession) -> list[str]:
    holiday = [row.holiday] if row.holiday else []
    return [*holiday, *(clash_fact(clash) for clash in row.clashes)]


def _result(plan: SessionsPlan) -> dict[str, object]:
    rows = [_row(row) for row in plan.rows]
    out = (SessionFate.CONFLICT, SessionFate.LEFT_OUT)
    return {
        "sessions": rows,
        "left_out": [row for row in rows if row["fate"] in out],
        "ignored_columns": list(plan.ignored),
    }


def _row(row: PlannedSession) -> dict[str, object]:
    told: dict[str, object] = {"row": row.row, "fate": row.fate}
    if row.said is not None:
        return {**told, "said": row.said}
    one = row.session
    return {
        **told,
        "session_id": one.id or None,
        "title": one.title,
        "date": one.held_on,
        "starts": one.starts.isoformat("minutes"),
        "ends": one.ends.isoformat("minutes"),
        "room": one.room,
        "differs": [difference.field for difference in row.differences],
        "around": _surroundings(row),
    }
