"""`academy check`, `backup` and `restore`: looking after the file."""

from __future__ import annotations

import hashlib

from academy.cli.academies import academy, answering, who
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.store import backup as backups
from academy.store.check import Finding
from academy.store.check import check as look_over
from academy.store.problems import FileTooNew
from academy.ui.kit.labels.terminal import finding, say
from academy.usecases.certificates import certificate_files, certificates


@answering
def check(asked: Asked) -> Answer:
    """Look an academy over without changing it, and the files of its certificates."""
    found = look_over(asked.file)
    if not found:
        found = _certificates(asked)
    problems = [Problem(f.code, finding(f.code, f.facts, asked.file), f.where) for f in found]
    if not problems:
        return Answer({"file": asked.file, "findings": 0}, [say("check_sound", file=asked.file)])
    too_new = any(problem.code == "store_too_new" for problem in problems)
    code = FileTooNew.exit_code if too_new else 1
    return Answer({"file": asked.file, "findings": len(found)}, (), problems, code)


def _certificates(asked: Asked) -> list[Finding]:
    """Return the certificates whose kept file is no longer the one that was issued."""
    with academy(asked.file) as store:
        log = {row.id: row for row in store.read(certificates)}
        kept = store.read(certificate_files, list(log))
    wrong = [
        log[file.certificate_id].number
        for file in kept
        if hashlib.sha256(file.content).hexdigest() != log[file.certificate_id].sha256
    ]
    return [Finding("certificate_differs", {"number": number}, number) for number in wrong]


@answering
def backup(asked: Asked) -> Answer:
    """Make a backup, read it again, and say where it is."""
    with academy(asked.file, write=True) as store:
        made = backups.back_up(store, asked.to or backups.folder_of(asked.file.absolute()))
    result = {"backup": made.path, "at": made.at, "bytes": made.bytes, "counts": dict(made.counts)}
    return Answer(result, [say("backup_made", file=made.path)])


@answering
def restore(asked: Asked) -> Answer:
    """Put a backup in the place of an academy; what was there is set aside."""
    done = backups.restore(asked.backup, asked.to, who())
    result = {"file": done.path, "aside": done.aside, "counts": dict(done.counts)}
    said = [say("restored", file=done.path)]
    if done.aside is not None:
        said.append(say("set_aside", file=done.aside))
    return Answer(result, said)
