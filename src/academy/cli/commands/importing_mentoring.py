"""`academy import --mentors` and `--mentees`: the plan of a list, run or only shown."""

from __future__ import annotations

from datetime import date

from academy.cli.academies import academy
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.cli.commands.importing_people import problems_of, result_of
from academy.exchange.tables import read_table
from academy.ui.kit.labels.terminal import say
from academy.usecases.mentoring_import import import_mentoring, mentoring_gesture
from academy.usecases.mentoring_plan import MentoringPlan, MentoringRequest, Side, plan_mentoring


def import_mentoring_list(asked: Asked) -> Answer:
    """Import the rows that are clear; the others and all that is left out are told."""
    side: Side = "mentors" if asked.mentors is not None else "mentees"
    table = read_table(asked.mentors or asked.mentees)
    with academy(asked.file, write=not asked.dry_run) as store:
        plan = store.read(plan_mentoring, MentoringRequest(table, asked.cohort, side=side))
        if plan.problem is None and not asked.dry_run:
            today = date.today()  # noqa: DTZ011 - the day on the wall
            store.write(mentoring_gesture(plan), import_mentoring, plan, today)
    problems = problems_of(plan)
    said = [] if plan.problem else _said(plan, dry=asked.dry_run)
    result = {
        **result_of(plan),
        "never_taken": list(plan.never_taken),
        "unread": [{"row": n, "column": head, "text": text} for n, head, text in plan.unread],
    }
    return Answer(result, said, problems, 1 if problems else 0)


def _said(plan: MentoringPlan, *, dry: bool) -> list[str]:
    counts = {str(fate): n for fate, n in plan.counts.items()}
    told = [say("would_import" if dry else "people_imported", **counts)]
    if plan.never_taken:
        told.append(say("never_taken", columns=", ".join(plan.never_taken)))
    told += [say("not_understood", row=n, column=c, text=text) for n, c, text in plan.unread]
    return told
