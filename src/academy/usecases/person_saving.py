"""Saving a person as a page asks for them: with the organisation typed, and a place at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from academy.store.journal import Db
from academy.usecases.cohorts import enrol
from academy.usecases.organisation_choices import organisation_for
from academy.usecases.people import PersonDraft, save_person
from academy.usecases.rights import ADMINISTRATORS, allowed


@allowed(*ADMINISTRATORS)
def save_person_of(
    db: Db, draft: PersonDraft, organisation: str, cohort_id: int | None, today: date
) -> int:
    """Add or change a person of a typed organisation; a cohort gives them a place in it.

    All of it is one gesture: without room in the cohort nothing is saved.
    """
    organisation_id = organisation_for(db, organisation)
    person_id = save_person(db, replace(draft, organisation_id=organisation_id))
    if cohort_id is not None:
        enrol(db, cohort_id, [person_id], today)
    return person_id
