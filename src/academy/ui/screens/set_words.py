"""How learning sets are told in words: why each is as it is, when it met, who misses meetings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.ui.kit import labels
from academy.ui.screens.mentoring_rows import natural
from academy.usecases.learning_sets import LearningSetRow, MemberRow
from academy.usecases.set_people import SetPerson

OFTEN = 2
"""How many meetings missed in a row are worth a word."""


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("sets", words, None, n)


def set_name(row: LearningSetRow) -> str:
    """Return “Set 2”; number 0 stands for those who are in none."""
    if not row.number:
        return _tr("In no set")
    return _tr("Set {n}").format(n=row.number)


def mixes_words(row: LearningSetRow) -> str:
    """Return “6 people from 5 organisations, 3 regions, 6 roles”; what is not known is left out."""
    people = _tr("%n person(s)", len(row.active))
    known = [labels.mix(trait.value, n) for trait, n in row.mixes if n]
    if not known:
        return people
    return _tr("{people} from {what}").format(people=people, what=", ".join(known))


def near_words(row: LearningSetRow) -> list[str]:
    """Return who is together though they had better be apart, and who must not be."""
    told = [
        labels.near("veto", natural(first.name), natural(second.name))
        for first, second in row.vetoed
    ]
    return told + [
        labels.near(
            near.closeness.value,
            natural(near.first.name),
            natural(near.second.name),
            near.first.organisation,
        )
        for near in row.together
    ]


def met_words(row: LearningSetRow) -> str:
    """Return “Met twice, last on 12 November 2026”."""
    if not row.met_on:
        return _tr("Not met yet")
    last = dates.plain_day(row.met_on[-1])
    return _tr("Met %n time(s), last on {day}", len(row.met_on)).format(day=last)


def about(person: SetPerson) -> str:
    """Return “Kent County Council · South East · Policy officer”."""
    parts = (person.organisation, person.region, person.role)
    return " · ".join(part for part in parts if part)


def role_and_region(person: SetPerson) -> str:
    """Return “Policy officer · South East”."""
    return " · ".join(part for part in (person.role, person.region) if part)


def missed_words(row: MemberRow) -> str:
    """Return “missed 2 in a row”, or nothing where it is no matter."""
    return _tr("missed %n in a row", row.missed) if row.missed >= OFTEN else ""


def withdrew_words(person: SetPerson) -> str:
    """Return “withdrew on 3 November 2026”, or nothing."""
    if person.withdrawn_on is None:
        return ""
    return _tr("withdrew on {day}").format(day=dates.plain_day(person.withdrawn_on))


def member_aloud(row: MemberRow) -> str:
    """Return how a member is read aloud."""
    said = (row.person.name, about(row.person), withdrew_words(row.person), missed_words(row))
    letters = ", ".join(labels.word(letter) for letter in row.letters if letter)
    meetings = _tr("meetings: {letters}").format(letters=letters) if letters else ""
    return ", ".join(part for part in (*said, meetings) if part)
