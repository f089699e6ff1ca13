"""`academy certificates`: issue all that are due in a cohort, or look at them first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from academy.cli.academies import academy, answering, problem_of
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.domain.words import RuleBroken
from academy.store.store import Store
from academy.ui.kit.labels.terminal import say
from academy.usecases.academy import signatories
from academy.usecases.certificate_files import make_files, preview, write_files
from academy.usecases.certificates import IssuedFile, certificate_files, due
from academy.usecases.issue import issue, issue_gesture
from academy.usecases.issue_plan import IssueChoice, IssuePlan, certificate_plan


@answering
def certificates(asked: Asked) -> Answer:
    """Issue what is due and write the PDFs; with `--dry-run`, previews and nothing else."""
    with academy(asked.file, write=not asked.dry_run) as store:
        plan = _plan(store, asked.cohort)
        if plan is None:
            return Answer({"certificates": []}, [say("certificates_none_due")])
        problems = _problems(plan)
        if plan.blocked:
            return Answer(_result(plan, []), (), problems, 1)
        if asked.dry_run:
            files = _write_previews(plan, asked.out)
            said = say("certificates_previewed", count=len(files), folder=asked.out)
        else:
            ids = store.write(issue_gesture(plan), issue, plan, make_files(plan))
            files = write_files(asked.out, store.read(certificate_files, ids))
            said = say("certificates_issued", count=len(files), folder=asked.out)
    return Answer(_result(plan, files), [said], problems)


def _plan(store: Store, cohort: int) -> IssuePlan | None:
    now = datetime.now()  # noqa: DTZ005 - the clock on the wall
    places = tuple(row.place_id for row in store.read(due, cohort, now))
    signing = [who.id for who in store.read(signatories) if not who.retired]
    choice = IssueChoice(cohort, places, now.date(), signing[0] if signing else None)
    plan = store.read(certificate_plan, choice, now)  # also says whether there is such a cohort
    return plan if places else None


def _problems(plan: IssuePlan) -> list[Problem]:
    names = {planned.place_id: planned.name for planned in plan.certificates}
    return [
        problem_of(RuleBroken(found.key, **dict(found.facts)), names.get(found.place_id or 0, ""))
        for found in plan.problems
    ]


def _write_previews(plan: IssuePlan, folder: Path) -> list[Path]:
    previews = [
        IssuedFile(0, f"Preview {planned.facts.number}.pdf", preview(planned))
        for planned in plan.certificates
    ]
    return write_files(folder, previews)


def _result(plan: IssuePlan, files: list[Path]) -> dict[str, Any]:
    listed = [
        {"number": c.facts.number, "person_id": c.person_id, "name": c.facts.name,
         "completed_on": c.completed_on}
        for c in plan.certificates
    ]  # fmt: skip
    return {"certificates": listed, "files": files}
