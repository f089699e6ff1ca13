"""`academy pack make` and `pack read`: a session's names go out, its marks come back."""

from __future__ import annotations

from datetime import date

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer, Problem, UsageProblem
from academy.cli.arguments import Asked
from academy.exchange.packs import ENDING, read_pack, write_pack
from academy.ui.kit.labels.terminal import say
from academy.usecases import packs
from academy.usecases.packs import PackFate, PackPlan, PackRow

_MAKE = f"academy pack make FILE --session ID --to X{ENDING}"
_READ = f"academy pack read FILE X{ENDING} [--dry-run]"


@answering
def pack(asked: Asked) -> Answer:
    """Make a pack, or apply the marks of one that came back."""
    return _make(asked) if asked.action == "make" else _read(asked)


def _make(asked: Asked) -> Answer:
    if asked.session is None or asked.to is None or asked.pack is not None:
        raise UsageProblem(say("pack_make_words"), _MAKE)
    if asked.to.suffix.casefold() != ENDING:
        raise UsageProblem(say("pack_ending"), _MAKE)
    with academy(asked.file, write=True) as store:
        made = store.read(packs.make_pack, asked.session)
        write_pack(asked.to.absolute(), made)
        store.write(packs.made_gesture(), packs.note_pack_made, asked.session)
    result = {"file": asked.to, "people": len(made.people), "facilitator": made.facilitator}
    return Answer(result, [say("pack_made", file=asked.to, people=len(made.people))])


def _read(asked: Asked) -> Answer:
    """Apply what is clear: where the two differ, what is in the academy stays, and is told."""
    if asked.pack is None or asked.session is not None or asked.to is not None:
        raise UsageProblem(say("pack_read_words"), _READ)
    found = read_pack(asked.pack)
    with academy(asked.file, write=not asked.dry_run) as store:
        plan = store.read(packs.plan_pack, found)
        if not asked.dry_run:
            today = date.today()  # noqa: DTZ011 - the day on the wall
            store.write(packs.pack_gesture(plan), packs.apply_pack, plan, today)
    key = "would_mark" if asked.dry_run else "marks_imported"
    said = [say(key, marks=len(plan.applied), title=found.title)]
    problems = [
        _problem(row) for row in plan.rows if row.fate in (PackFate.CONFLICT, PackFate.GONE)
    ]
    return Answer(_result(plan), said, problems, 1 if problems else 0)


def _problem(row: PackRow) -> Problem:
    if row.fate is PackFate.GONE:
        return Problem("pack_person_gone", say("pack_person_gone", name=row.name), row.name)
    said = say("pack_differs", name=row.name, ours=row.ours, theirs=row.theirs)
    return Problem("pack_differs", said, row.name)


def _result(plan: PackPlan) -> dict[str, object]:
    rows = [
        {"person_id": row.person_id, "name": row.name, "mark": row.theirs, "before": row.ours,
         "fate": row.fate, "applied": row.changes}
        for row in plan.rows
    ]  # fmt: skip
    left_out = (PackFate.CONFLICT, PackFate.GONE)
    return {
        "session_id": plan.session_id,
        "facilitator": plan.pack.facilitator,
        "marks": rows,
        "left_out": [row["name"] for row in rows if row["fate"] in left_out],
        "not_in_pack": list(plan.added),
    }
