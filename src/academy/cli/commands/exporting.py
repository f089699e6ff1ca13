"""`academy export`: people, sessions, marks or certificates as a spreadsheet."""

from __future__ import annotations

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer, Problem, UsageProblem
from academy.cli.arguments import Asked
from academy.exchange.tables import write_table
from academy.store.store import Store
from academy.ui.kit.labels.terminal import say
from academy.usecases import exports, session_exports
from academy.usecases.exports import ExportTable

_USAGE = (
    "academy export FILE --what people|sessions|marks|certificates [--long] [--for moodle] "
    "--to X.xlsx|X.csv [--cohort ID] [--session ID]"
)


@answering
def export(asked: Asked) -> Answer:
    """Write a table with the ids that other commands take; who could not be told is named."""
    if asked.long and asked.what != "marks":
        raise UsageProblem(say("long_of_marks"), _USAGE)
    marks_of_one = asked.what == "marks" and asked.session is not None
    if (asked.form and asked.what != "sessions" and not marks_of_one) or (
        asked.session is not None and not (asked.form and marks_of_one)
    ):
        raise UsageProblem(say("form_of_moodle"), _USAGE)
    with academy(asked.file) as store:
        table = _table(store, asked)
    write_table(asked.to, table.headers, table.rows, sheet=asked.what.capitalize())
    result = {"file": asked.to, "rows": len(table.rows), "columns": list(table.headers)}
    problems = [
        Problem("not_in_export", say("not_in_export", name=name), name) for name in table.left_out
    ]
    said = [say("exported", rows=len(table.rows), file=asked.to)]
    return Answer(result, said, problems, 1 if problems else 0)


def _table(store: Store, asked: Asked) -> ExportTable:
    if asked.form and asked.what == "marks":
        return store.read(session_exports.marks_for_moodle, asked.session)
    if asked.form:
        return store.read(session_exports.sessions_for_moodle, asked.cohort)
    if asked.what == "marks" and asked.cohort is not None and not asked.long:
        return store.read(exports.marks_grid, asked.cohort)
    queries = {
        "people": exports.people,
        "sessions": session_exports.sessions_list,
        "marks": exports.marks,
        "certificates": exports.certificates,
    }
    return store.read(queries[asked.what], asked.cohort)
