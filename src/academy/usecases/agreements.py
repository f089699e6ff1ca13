"""The mentoring agreement of a pair: what it says, the document, and the messages it goes out with.

The query reads; everything below it touches no store. For administrators alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from academy.documents.agreement_texts import AgreementFacts
from academy.domain.certificates import file_name
from academy.domain.words import GoalState, MeetingFormat, RuleBroken
from academy.exchange.calendar import Attendee
from academy.exchange.mail_drafts import LetterDraft, can_be_written_to, write_letter
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.certificate_files import write_files
from academy.usecases.certificates import IssuedFile
from academy.usecases.pair_details import PairPerson, pair_details
from academy.usecases.rights import ADMINISTRATORS, allowed

MOST_WEEKS: Final = 26
"""Who meets more rarely than every half year has no mentoring to agree on."""


@dataclass(frozen=True)
class AgreementTerms:
    """How the two want to meet; what is not agreed yet is filled in by hand."""

    weeks: int | None = None
    minutes: int | None = None
    format: MeetingFormat | None = None
    reviews: tuple[date, ...] = ()


@dataclass(frozen=True)
class Agreement:
    """What an agreement says, and who gets it."""

    facts: AgreementFacts
    people: tuple[PairPerson, PairPerson]

    @property
    def name(self) -> str:
        """The safe name of its file: “Noor Ahmed mentoring agreement 2026-11-26.pdf”."""
        return file_name(self.facts.mentee, f"mentoring agreement {self.facts.began_on}")

    @property
    def reachable(self) -> tuple[PairPerson, ...]:
        """Whoever has an address that can be written to."""
        return tuple(one for one in self.people if can_be_written_to(one.email))


@allowed(*ADMINISTRATORS)
def agreement(db: Db, pair_id: int, terms: AgreementTerms, today: date) -> Agreement:
    """Return the agreement of a pair, with the goals that are open.

    Raises RuleBroken pair_unknown, agreement_weeks, meeting_minutes.
    """
    if terms.weeks is not None and not 1 <= terms.weeks <= MOST_WEEKS:
        raise RuleBroken("agreement_weeks", most=MOST_WEEKS)
    if terms.minutes is not None and not 1 <= terms.minutes <= 24 * 60:
        raise RuleBroken("meeting_minutes", minutes=terms.minutes)
    found = pair_details(db, pair_id, today)
    mentor, mentee = found.mentor, found.mentee
    facts = AgreementFacts(
        academy=the_academy(db).name,
        programme=found.programme,
        cohort=found.row.cohort,
        mentor=mentor.name,
        mentor_home=mentor.organisation,
        mentee=mentee.name,
        mentee_home=mentee.organisation,
        began_on=found.row.began_on,
        goals=tuple(goal.text for goal in found.goals if goal.state is GoalState.OPEN),
        weeks=terms.weeks,
        minutes=terms.minutes,
        format=terms.format,
        reviews=terms.reviews,
    )
    return Agreement(facts, (mentee, mentor))


# ---- the document and its messages -------------------------------------------------------------


def agreement_pdf(found: Agreement, *, large: bool = False) -> bytes:
    """Return the agreement as a PDF, in large type if wanted."""
    from academy.documents import agreement as document

    return document.agreement_pdf(found.facts, large=large)


def write_agreement_messages(
    folder: Path, found: Agreement, subject: str, bodies: Sequence[tuple[PairPerson, str]]
) -> list[Path]:
    """Write a draft for each person, with the agreement attached, into a folder.

    Raises FileProblem if the folder cannot be written to.
    """
    pdf = agreement_pdf(found)
    drafts = []
    for number, (person, body) in enumerate(bodies, 1):
        letter = LetterDraft(subject, body, Attendee(person.name, person.email), found.name, pdf)
        name = f"{Path(file_name(f'{number} {person.name}', 'mentoring agreement')).stem}.eml"
        drafts.append(IssuedFile(person.id, name, write_letter(letter)))
    return write_files(folder, drafts)
