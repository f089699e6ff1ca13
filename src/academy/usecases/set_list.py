"""The list of a cohort's learning sets on paper: what it says, and the document.

The query reads; what follows it touches no store.
"""

from __future__ import annotations

from datetime import date

from academy.documents.set_list_texts import SetListFacts, SetMemberOnPaper, SetOnPaper
from academy.domain.certificates import file_name
from academy.domain.cohorts import Cohort
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.learning_sets import LearningSetRow, learning_sets
from academy.usecases.rights import ADMINISTRATORS, allowed


@allowed(*ADMINISTRATORS)
def set_list(db: Db, cohort_id: int, today: date) -> SetListFacts:
    """Return the sets of a cohort as they are today; who has withdrawn is left out."""
    cohort = db.get(Cohort, cohort_id)
    if cohort is None:
        raise RuleBroken("cohort_unknown", cohort=cohort_id)
    sets = learning_sets(db, cohort_id).sets
    return SetListFacts(
        the_academy(db).name, cohort.programme.name, cohort.name, today, tuple(map(_on_paper, sets))
    )


def _on_paper(row: LearningSetRow) -> SetOnPaper:
    people = (member.person for member in row.active)
    members = (SetMemberOnPaper(one.name, one.organisation, one.role) for one in people)
    return SetOnPaper(row.number, row.facilitator, tuple(members))


def list_name(facts: SetListFacts) -> str:
    """Return the safe name of the file: “Top Talent 7 learning sets 2026-11-26.pdf”."""
    return file_name(facts.cohort, f"learning sets {facts.as_of}")


def set_list_pdf(facts: SetListFacts, *, large: bool = False) -> bytes:
    """Return the list as a PDF, in large type if wanted."""
    from academy.documents import set_list as document

    return document.set_list_pdf(facts, large=large)
