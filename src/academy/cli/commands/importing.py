"""`academy import`: people, mentors, sessions or marks from spreadsheets, or meeting reports."""

from __future__ import annotations

from academy.cli.academies import answering
from academy.cli.answers import Answer, UsageProblem
from academy.cli.arguments import Asked
from academy.ui.kit.labels.terminal import say

_USAGE = "usage: academy import FILE --people X --cohort ID\n"


@answering
def import_(asked: Asked) -> Answer:
    """Bring in what was named; with `--dry-run`, say what that would do."""
    if asked.cohort is None and asked.mentors is None:
        raise UsageProblem(say("import_cohort"), _USAGE)
    if asked.people is not None:
        from academy.cli.commands.importing_people import import_list

        return import_list(asked)
    if asked.mentors is not None or asked.mentees is not None:
        from academy.cli.commands.importing_mentoring import import_mentoring_list

        return import_mentoring_list(asked)
    if asked.marks is not None:
        from academy.cli.commands.importing_list import import_marks_list

        return import_marks_list(asked)
    if asked.sessions is not None:
        from academy.cli.commands.importing_sessions import import_sessions_list

        return import_sessions_list(asked)
    from academy.cli.commands.importing_marks import import_report

    return import_report(asked)
