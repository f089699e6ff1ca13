"""`academy agreement`: the mentoring agreement of a pair, as a PDF."""

from __future__ import annotations

from datetime import date

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.ui.kit.labels.terminal import say
from academy.usecases import agreements, paper


@answering
def agreement(asked: Asked) -> Answer:
    """Write the agreement; reading an academy that is open elsewhere is enough."""
    terms = agreements.AgreementTerms(asked.weeks, asked.minutes)
    today = date.today()  # noqa: DTZ011 - the day on the wall
    with academy(asked.file) as store:
        found = store.read(agreements.agreement, asked.pair, terms, today)
    goal = paper.save_pdf(asked.to.absolute(), agreements.agreement_pdf(found, large=asked.large))
    facts = found.facts
    result = {"file": goal, "mentor": facts.mentor, "mentee": facts.mentee}
    return Answer(result, [say("sheet_written", file=asked.to)])
