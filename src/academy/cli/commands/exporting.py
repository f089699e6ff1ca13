"""`academy export`: people, marks or certificates as a spreadsheet."""

from __future__ import annotations

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer, UsageProblem
from academy.cli.arguments import Asked
from academy.exchange.tables import write_table
from academy.ui.kit.labels.terminal import say
from academy.usecases import exports

_USAGE = "academy export FILE --what marks [--long] --to X.xlsx|X.csv [--cohort ID]"


@answering
def export(asked: Asked) -> Answer:
    """Write a table with the ids that other commands take."""
    queries = {
        "people": exports.people,
        "marks": exports.marks,
        "certificates": exports.certificates,
    }
    if asked.long and asked.what != "marks":
        raise UsageProblem(say("long_of_marks"), _USAGE)
    with academy(asked.file) as store:
        if asked.what == "marks" and asked.cohort is not None and not asked.long:
            table = store.read(exports.marks_grid, asked.cohort)
        else:
            table = store.read(queries[asked.what], asked.cohort)
    write_table(asked.to, table.headers, table.rows, sheet=asked.what.capitalize())
    result = {"file": asked.to, "rows": len(table.rows), "columns": list(table.headers)}
    return Answer(result, [say("exported", rows=len(table.rows), file=asked.to)])
