"""`academy verify`: is a certificate genuine, changed, unknown, revoked or replaced."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from academy.cli.academies import academy, answering, problem_of
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.documents.reading import ReadCertificate, read_certificate
from academy.domain.words import FileProblem, Finding, RuleBroken
from academy.exchange.public_keys import read_keys
from academy.ui.kit import labels, session_memory
from academy.ui.kit.labels.terminal import say
from academy.usecases import verification
from academy.usecases.verification import Verdict

_NO_PDF = frozenset({"not_a_pdf", "pdf_damaged", "pdf_encrypted", "pdf_too_large"})


@answering
def verify(asked: Asked) -> Answer:
    """Check a file, a token or a number: by an academy, by public keys, or by the last academy."""
    today = date.today()  # noqa: DTZ011 - the day on the wall
    try:
        what = _what(asked.what)
    except FileProblem as problem:
        if problem.rule not in _NO_PDF:
            raise
        return Answer({"verdict": Finding.UNKNOWN}, (), [problem_of(problem, asked.what)], 1)
    if asked.keys is not None:
        _issuer, keys = read_keys(_bytes(asked.keys), asked.keys.name)
        by_keys = verification.verdict_on_token
        if isinstance(what, ReadCertificate):
            return _answer(verification.verdict_on_file(what, keys, today), asked.keys)
        return _answer(by_keys(what, keys, today), asked.keys)
    file = asked.file or _last_academy(asked.config)
    with academy(file) as store:
        check = verification.check_token
        if isinstance(what, ReadCertificate):
            return _answer(store.read(verification.check_file, what, today), file)
        return _answer(store.read(check, what, today), file)


def _what(said: str) -> ReadCertificate | str:
    """Return the file that is meant, read; else the token or number."""
    path = Path(said)
    is_token = verification.token_in(said).startswith("eyJ")
    if not is_token and (path.suffix.casefold() == ".pdf" or path.exists()):
        return read_certificate(path)
    return said


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise FileProblem("file_missing", name=path.name) from problem
    except OSError as problem:
        raise FileProblem("file_unreadable", name=path.name) from problem


def _last_academy(config: Path | None) -> Path:
    session_memory.name_settings(config)
    known = [session_memory.last_file(), *(Path(f.path) for f in session_memory.recent_files())]
    found = next((path for path in known if path is not None and path.exists()), None)
    if found is None:
        raise RuleBroken("no_academy_to_ask")
    return found


def _answer(verdict: Verdict, against: Path) -> Answer:
    facts = {} if verdict.facts is None else asdict(verdict.facts)
    result: dict[str, Any] = {
        "verdict": verdict.verdict,
        "same_file": verdict.same_file,
        "facts": facts or None,
        "asked": verdict.asked,
        "against": against,
        "on": verdict.on,
        "replaced_by": verdict.replaced_by,
        "expired": any(key == "expired_on" for key, _ in verdict.reasons),
        "reasons": [key for key, _ in verdict.reasons],
    }
    sentences = [labels.rule(RuleBroken(key, **dict(more))) for key, more in verdict.reasons]
    said = [f"{labels.word(verdict.verdict)}: {_whose(verdict)}", *sentences]
    said.append(say("verify_asked", asked=verdict.asked, against=against))
    if verdict.verdict is Finding.GENUINE:
        return Answer(result, said)
    return Answer(result, said, [Problem(verdict.verdict, _told(verdict), "")], 1)


def _whose(verdict: Verdict) -> str:
    facts = verdict.facts
    if facts is None:
        return "–"
    return ", ".join(part for part in (facts.number, facts.name, facts.programme) if part)


def _told(verdict: Verdict) -> str:
    number, on = verdict.number, verdict.on
    if verdict.verdict is Finding.REVOKED:
        return say("verify_revoked", number=number, on=on)
    if verdict.verdict is Finding.REPLACED:
        return say("verify_replaced", number=number, on=on, by=verdict.replaced_by or "–")
    if verdict.verdict is Finding.CHANGED:
        return say("verify_changed")
    return say("verify_unknown")
