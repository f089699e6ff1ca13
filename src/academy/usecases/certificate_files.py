"""The files of certificates: made from a plan, checked, joined for printing, written to a folder.

Nothing here touches the store, so all of it can run in a task.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import TYPE_CHECKING

from academy.domain.words import FileProblem, RuleBroken
from academy.progress import Progress, counted, silent
from academy.usecases.certificate_signing import with_specimen, with_token
from academy.usecases.certificates import IssuedFile
from academy.usecases.issue import MadeCertificate
from academy.usecases.issue_plan import IssuePlan, IssueProblem, PlannedCertificate

if TYPE_CHECKING:
    from academy.documents.certificate import CertificateFacts, CertificatePrinter
    from academy.documents.look import Look
    from academy.documents.seal import Seal
    from academy.exchange.signing import UnlockedKey


_DRAWING = Lock()


def layout_problems(plan: IssuePlan) -> list[IssueProblem]:
    """Return what is wrong on the pages: missing letters stop the issue, small type is told.

    A programme that is accredited on the day may say so.
    """
    from academy.documents.checks import Checker

    checker = Checker(plan.template.look)
    found = [
        IssueProblem(finding.key, planned.place_id, (("what", finding.what),), finding.blocks)
        for planned in plan.certificates
        for finding in checker.findings(planned.facts)
        if not (plan.accredited and finding.key == "claim_of_others")
    ]
    return sorted(found, key=lambda problem: not problem.blocks)


def make_files(
    plan: IssuePlan, progress: Progress = silent, key: UnlockedKey | None = None
) -> list[MadeCertificate]:
    """Make the file of every planned certificate; refuse a plan with problems in the way.

    With a key, which the plan names, each carries its token and is sealed.
    """
    from academy.documents.certificate import CertificatePrinter
    from academy.documents.design import design_for

    blocked = plan.blocked + sum(problem.blocks for problem in layout_problems(plan))
    if blocked:
        raise RuleBroken("plan_has_problems", n=blocked)
    if plan.choice.kid != (key.kid if key else ""):
        raise RuleBroken("key_gone")
    printer = CertificatePrinter(design_for(plan.template.look), seal=_seal(key))
    made = []
    for planned in counted(plan.certificates, progress, _name):
        facts, token = with_token(planned.facts, key) if key else (planned.facts, "")
        content = printer.pdf(facts)
        digest = hashlib.sha256(content).hexdigest()
        made.append(MadeCertificate(facts.number, content, digest, token))
    return made


def _seal(key: UnlockedKey | None) -> Seal | None:
    if key is None:
        return None
    from academy.documents.seal import Seal

    return Seal(key.private, key.certificate)


def _name(planned: PlannedCertificate) -> str:
    return planned.facts.name


def preview(planned: PlannedCertificate, look: Look, *, signed: bool = False) -> bytes:
    """Return one certificate as it will be, marked as a preview; its code says nothing true."""
    return preview_pdf(planned.facts, look, signed=signed)


def preview_pdf(facts: CertificateFacts, look: Look, *, signed: bool) -> bytes:
    """Return a certificate that says these facts, marked as a preview.

    Several pages are drawn at a time beside the window; what prints them is shared.
    """
    with _DRAWING:
        return _previews(look).pdf(with_specimen(facts) if signed else facts)


@lru_cache(maxsize=8)
def _previews(look: Look) -> CertificatePrinter:
    """Return what prints previews of a look; kept, since pages are flipped through."""
    from academy.documents.certificate import CertificatePrinter
    from academy.documents.design import design_for

    return CertificatePrinter(design_for(look), preview=True)


def one_pdf(files: Sequence[IssuedFile], progress: Progress = silent) -> bytes:
    """Return issued certificates as one file for printing: tagged as they are, without seals."""
    from academy.documents.joining import joined

    return joined([file.content for file in files], progress=progress)


def write_files(
    folder: Path, files: Sequence[IssuedFile], progress: Progress = silent
) -> list[Path]:
    """Write issued files into a folder under their safe names; doing it again replaces them.

    Each is written beside its goal and renamed, so that none is ever half there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write(folder / file.name, file.content) for file in counted(files, progress)]
    except OSError as trouble:
        raise FileProblem("folder_unwritable", folder=str(folder)) from trouble


def _write(goal: Path, content: bytes) -> Path:
    with NamedTemporaryFile(dir=goal.parent, prefix=".", suffix=".part", delete=False) as beside:
        written = Path(beside.name)
        try:
            beside.write(content)
            beside.close()
            written.replace(goal)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
    return goal
