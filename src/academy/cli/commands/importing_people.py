"""`academy import --people`: the plan of a list, run or only shown."""

from __future__ import annotations

from datetime import date
from typing import Any

from academy.cli.academies import academy, problem_of
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.exchange.tables import read_table
from academy.ui.kit.labels.terminal import say
from academy.usecases.people_import import import_gesture, import_people
from academy.usecases.people_plan import PeoplePlan, PeopleRequest, PlanRow, plan_people


def import_list(asked: Asked) -> Answer:
    """Import the rows that are clear; those with a problem or a question are left out and told."""
    table = read_table(asked.people)
    with academy(asked.file, write=not asked.dry_run) as store:
        plan = store.read(plan_people, PeopleRequest(table, asked.cohort))
        if plan.problem is None and not asked.dry_run:
            today = date.today()  # noqa: DTZ011 - the day on the wall
            store.write(import_gesture(plan), import_people, plan, today)
    problems = problems_of(plan)
    said = [
        say(
            "would_import" if asked.dry_run else "people_imported",
            **{str(fate): n for fate, n in plan.counts.items()},
        )
    ]
    said = [] if plan.problem else said
    return Answer(result_of(plan), said, problems, 1 if problems else 0)


def problems_of(plan: PeoplePlan) -> list[Problem]:
    """Return what stands in the way of a plan, or why rows are left out."""
    if plan.problem is not None:
        return [problem_of(plan.problem)]
    return [found for row in plan.rows if (found := _problem(row))]


def _problem(row: PlanRow) -> Problem | None:
    """Return why a row is left out: something to mend, or a question only a person can answer."""
    if row.fate != "left_out":
        return None
    where = say("row", number=row.row)
    if row.problem is not None:
        return problem_of(row.problem, where)
    names = " / ".join(candidate.name for candidate in row.candidates)
    return Problem(
        "same_person", say("same_person", name=row.fields["full_name"], names=names), where
    )


def result_of(plan: PeoplePlan) -> dict[str, Any]:
    """Return a plan as data: its columns, rows and counts."""
    rows = [_row(row) for row in plan.rows]
    return {
        "columns": [
            {"header": one.header, "field": one.field, "why": one.why} for one in plan.columns
        ],
        "rows": rows,
        "counts": dict(plan.counts),
        "left_out": [row for row in rows if row["fate"] == "left_out"],
    }


def _row(row: PlanRow) -> dict[str, Any]:
    found = _problem(row)
    return {
        "row": row.row,
        "fate": row.fate,
        "fields": row.fields,
        "person_id": row.person_id,
        "changes": [
            {"field": name, "before": before, "after": after} for name, before, after in row.changes
        ],
        "enrols": row.enrols,
        "problem": found.text if found else None,
    }
