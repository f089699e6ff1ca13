"""`academy certificates`: issue all that are due in a cohort, or look at them first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from academy.cli.academies import academy, answering, problem_of
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.domain.words import FileProblem, RuleBroken
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.kit.labels.terminal import say
from academy.usecases import keys
from academy.usecases.academy import academy as academy_settings
from academy.usecases.academy import signatories
from academy.usecases.certificate_files import make_files, preview, write_files
from academy.usecases.certificates import IssuedFile, certificate_files, due
from academy.usecases.issue import issue, issue_gesture
from academy.usecases.issue_plan import IssueChoice, IssuePlan, certificate_plan
from academy.usecases.templates import templates

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey


@answering
def certificates(asked: Asked) -> Answer:
    """Issue what is due and write the PDFs; with `--dry-run`, previews and nothing else."""
    with academy(asked.file, write=not asked.dry_run) as store:
        plan = _plan(store, asked.cohort, _template(store, asked.template))
        if plan is None:
            return Answer({"certificates": []}, [say("certificates_none_due")])
        if plan.blocked:
            return Answer(_result(plan, []), (), _problems(plan), 1)
        return _preview(store, asked, plan) if asked.dry_run else _issue(store, asked, plan)


def _preview(store: Store, asked: Asked, plan: IssuePlan) -> Answer:
    locked = None if asked.unsigned else store.read(keys.locked_key)
    plan = _signed_by(store, plan, locked.kid if locked else "")
    files = _write_previews(plan, asked.out)
    return _answer(plan, files, say("certificates_previewed", count=len(files), folder=asked.out))


def _issue(store: Store, asked: Asked, plan: IssuePlan) -> Answer:
    key = signing_key(store, asked, plan.now.date())
    plan = _signed_by(store, plan, key.kid if key else "")
    ids = store.write(issue_gesture(plan), issue, plan, make_files(plan, key=key))
    files = write_files(asked.out, store.read(certificate_files, ids))
    return _answer(plan, files, say("certificates_issued", count=len(files), folder=asked.out))


def _answer(plan: IssuePlan, files: list[Path], said: str) -> Answer:
    signed = say("certificates_unsigned")
    if plan.signed:
        signed = say("certificates_signed", kid=plan.choice.kid)
    return Answer(_result(plan, files), [said, signed], _problems(plan))


def _signed_by(store: Store, plan: IssuePlan, kid: str) -> IssuePlan:
    if kid == plan.choice.kid:
        return plan
    return store.read(certificate_plan, replace(plan.choice, kid=kid), plan.now)


def signing_key(store: Store, asked: Asked, today: date) -> UnlockedKey | None:
    """Return the academy's key, unlocked; the first passphrase that is given makes it.

    None where nothing is to be signed: told by `--unsigned`, or there is no key and no passphrase.
    """
    if asked.unsigned:
        return None
    locked, file = store.read(keys.locked_key), asked.passphrase_file
    if locked is None:
        return None if file is None else _first_key(store, _passphrase(file), today)
    if file is not None:
        return keys.unlock(locked, _passphrase(file))
    key = keys.unlock_by_keyring(locked)
    if key is None:
        raise RuleBroken("passphrase_needed")
    return key


def _first_key(store: Store, passphrase: str, today: date) -> UnlockedKey:
    new = keys.make_key(store.read(academy_settings).issuer, today, passphrase)
    store.write(Gesture("make_key", undoable=False), keys.add_key, new)
    return new.unlocked


def _passphrase(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as problem:
        raise FileProblem("passphrase_file", name=file.name) from problem
    if len(lines) != 1 or not lines[0].strip():
        raise FileProblem("passphrase_file", name=file.name)
    return lines[0]


def _template(store: Store, said: str | None) -> int:
    """Return the id of the template that is meant by its name or id; 0 for what suits."""
    if said is None:
        return 0
    offered = [one for one in store.read(templates) if not one.retired]
    for one in offered:
        if one.name.casefold() == said.strip().casefold():
            return one.id
    if said.strip() in {str(one.id) for one in offered}:
        return int(said)
    raise RuleBroken(
        "template_not_offered", name=said, known=" · ".join(one.name for one in offered)
    )


def _plan(store: Store, cohort: int, template: int) -> IssuePlan | None:
    now = datetime.now()  # noqa: DTZ005 - the clock on the wall
    places = tuple(row.place_id for row in store.read(due, cohort, now))
    signing = [who.id for who in store.read(signatories) if not who.retired]
    signs = signing[0] if signing else None
    choice = IssueChoice(cohort, places, now.date(), signs, template_id=template)
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
        IssuedFile(
            0,
            f"Preview {planned.facts.number}.pdf",
            preview(planned, plan.template.look, signed=plan.signed),
        )
        for planned in plan.certificates
    ]
    return write_files(folder, previews)


def _result(plan: IssuePlan, files: list[Path]) -> dict[str, Any]:
    listed = [
        {"number": c.facts.number, "person_id": c.person_id, "name": c.facts.name,
         "completed_on": c.completed_on}
        for c in plan.certificates
    ]  # fmt: skip
    return {"certificates": listed, "files": files, "signed": plan.signed}
