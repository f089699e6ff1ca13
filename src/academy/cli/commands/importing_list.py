"""`academy import --marks`: the plan of a list of marks, applied or only shown."""

from __future__ import annotations

from datetime import date

from academy.cli.academies import academy, problem_of
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.exchange.tables import read_table
from academy.ui.kit.labels.terminal import say
from academy.usecases.marks_import import import_marks, marks_gesture
from academy.usecases.marks_plan import MarkFate, MarkRow, MarksPlan, MarksRequest, plan_marks


def import_marks_list(asked: Asked) -> Answer:
    """Apply the marks that are clear; what differs or cannot be read is left out and told."""
    table = read_table(asked.marks)
    today = date.today()  # noqa: DTZ011 - the day on the wall
    request = MarksRequest(table, asked.cohort, today, asked.session)
    with academy(asked.file, write=not asked.dry_run) as store:
        plan = store.read(plan_marks, request)
        if plan.problem is None and not asked.dry_run:
            store.write(marks_gesture(plan), import_marks, plan, today)
    if plan.problem is not None:
        return Answer(_result(plan), (), [problem_of(plan.problem)], 1)
    problems = [_problem(row) for row in _left_out(plan)]
    facts = {
        "new": len(plan.applied), "same": len(plan.of(MarkFate.SAME)), "left_out": len(problems),
    }  # fmt: skip
    said = say("would_list_marks", **facts) if asked.dry_run else say("marks_listed", **facts)
    return Answer(_result(plan), [said], problems, 1 if problems else 0)


def _left_out(plan: MarksPlan) -> list[MarkRow]:
    return [row for row in plan.rows if row.fate in (MarkFate.CONFLICT, MarkFate.LEFT_OUT)]


def _problem(row: MarkRow) -> Problem:
    where = say("row", number=row.row)
    if row.problem is not None:
        return problem_of(row.problem, where)
    facts = {"name": row.name, "session": row.session, "ours": row.ours, "theirs": row.theirs}
    return Problem("mark_differs", say("mark_differs", **facts), where)


def _result(plan: MarksPlan) -> dict[str, object]:
    rows = [
        {"row": row.row, "name": row.name, "session": row.session, "session_id": row.key[0] or None,
         "mark": row.theirs, "before": row.ours, "fate": row.fate}
        for row in plan.rows
    ]  # fmt: skip
    out = (MarkFate.CONFLICT, MarkFate.LEFT_OUT)
    return {
        "marks": rows,
        "left_out": [row for row in rows if row["fate"] in out],
        "ignored_columns": list(plan.ignored),
    }
