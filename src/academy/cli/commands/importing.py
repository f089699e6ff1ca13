"""`academy import`: people, sessions or marks from spreadsheets, marks from meeting reports."""

from __future__ import annotations

from academy.cli.academies import answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked


@answering
def import_(asked: Asked) -> Answer:
    """Bring in what was named; with `--dry-run`, say what that would do."""
    if asked.people is not None:
        from academy.cli.commands.importing_people import import_list

        return import_list(asked)
    if asked.marks is not None:
        from academy.cli.commands.importing_list import import_marks_list

        return import_marks_list(asked)
    if asked.sessions is not None:
        from academy.cli.commands.importing_sessions import import_sessions_list

        return import_sessions_list(asked)
    from academy.cli.commands.importing_marks import import_report

    return import_report(asked)
