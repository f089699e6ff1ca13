"""`academy sheet`: the sign-in sheet of a session, or the filled register of a cohort, as a PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer, UsageProblem
from academy.cli.arguments import Asked
from academy.store.store import Store
from academy.ui.kit.labels.terminal import say
from academy.usecases import paper

_USAGE = "academy sheet FILE (--session ID [--large] | --cohort ID --filled) --to X.pdf"


@answering
def sheet(asked: Asked) -> Answer:
    """Write the document; reading an academy that is open elsewhere is enough."""
    if bool(asked.cohort) != asked.filled or (asked.filled and asked.large):
        raise UsageProblem(say("sheet_of_what"), _USAGE)
    with academy(asked.file) as store:
        content, people = _register(store, asked) if asked.filled else _sign_in(store, asked)
    goal: Path = paper.save_pdf(asked.to.absolute(), content)
    return Answer({"file": goal, "people": people}, [say("sheet_written", file=asked.to)])


def _sign_in(store: Store, asked: Asked) -> tuple[bytes, int]:
    facts = store.read(paper.sign_in_sheet, asked.session)
    return paper.sign_in_pdf(facts, large=asked.large), len(facts.people)


def _register(store: Store, asked: Asked) -> tuple[bytes, int]:
    today = date.today()  # noqa: DTZ011 - the day on the wall
    facts = store.read(paper.filled_register, asked.cohort, today)
    return paper.register_pdf(facts), len(facts.people)
