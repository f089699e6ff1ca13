"""What a list of sessions would stand beside: bank holidays, other sessions, and itself."""

from __future__ import annotations

from collections.abc import Sequence

from academy.domain.bank_holidays import bank_holidays
from academy.domain.words import ClashKind
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.clashes import Clash, clashes_of
from academy.usecases.rights import EVERYBODY, allowed
from academy.usecases.series import meeting_of
from academy.usecases.sessions import SessionDraft

Surroundings = tuple[str, tuple[Clash, ...]]
"""The bank holiday of a session’s day, "" for none, and its clashes."""


@allowed(*EVERYBODY)
def surroundings(db: Db, asked: Sequence[SessionDraft]) -> list[Surroundings]:
    """Return for each session of a list what it would stand beside, if it came as it is told."""
    if not asked:
        return []
    free = bank_holidays(the_academy(db).nation, {one.held_on.year for one in asked})
    moved = {one.id for one in asked if one.id}
    planned = clashes_of(db, [meeting_of(one) for one in asked])
    return [
        (
            free.get(one.held_on, ""),
            (*(c for c in found if c.session_id not in moved), *_earlier(one, asked[:at])),
        )
        for at, (one, found) in enumerate(zip(asked, planned, strict=True))
    ]


def _earlier(one: SessionDraft, before: Sequence[SessionDraft]) -> list[Clash]:
    """Return the clashes with earlier sessions of the same list."""
    mine = meeting_of(one)
    return [
        Clash(
            ClashKind.COHORT, other.id, other.cohort, other.title, other.held_on, other.starts,
            other.ends, other.ends,
        )
        for other in before
        if other.held_on == one.held_on and mine.overlaps(meeting_of(other))
    ]  # fmt: skip
