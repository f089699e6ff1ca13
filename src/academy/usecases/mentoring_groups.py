"""Group mentoring: a mentor with several mentees at once, and meetings of some or all of them.

For administrators alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from academy.domain.mentoring import MentoringPair
from academy.domain.people import Person
from academy.domain.words import PairState, RuleBroken
from academy.store.journal import Db, Gesture
from academy.usecases.mentoring import MeetingDraft, PairRow, log_meeting, pairs_of
from academy.usecases.mentors import mentor
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class MentorGroup:
    """A mentor and their mentees over all cohorts; `former` are the pairs that have ended."""

    mentor_id: int
    name: str
    capacity: int
    pairs: tuple[PairRow, ...]
    former: tuple[PairRow, ...]


@allowed(*ADMINISTRATORS)
def mentor_group(db: Db, mentor_id: int, today: date) -> MentorGroup:
    """Return a mentor's group, by cohort and name. Raises RuleBroken not_a_mentor."""
    person, offers = db.get(Person, mentor_id), mentor(db, mentor_id)
    own = [pair for pair in pairs_of(db, mentor_id, today) if pair.mentor_id == mentor_id]
    if person is None or not (offers.version or own):
        raise RuleBroken("not_a_mentor")
    now = [pair for pair in own if pair.state is PairState.ACTIVE]
    return MentorGroup(
        mentor_id,
        person.full_name,
        offers.capacity,
        tuple(sorted(now, key=lambda pair: (pair.cohort, pair.mentee, pair.id))),
        tuple(pair for pair in own if pair.state is PairState.ENDED),
    )


def group_meeting_gesture(pair_ids: Sequence[int], once: str | None = None) -> Gesture:
    """Return the gesture of logging one meeting for so many."""
    return Gesture("log_group_meeting", {"n": len(pair_ids)}, once=once)


@allowed(*ADMINISTRATORS)
def log_group_meeting(
    db: Db, pair_ids: Sequence[int], draft: MeetingDraft, today: date
) -> list[int]:
    """Note that a mentor met several of their mentees at once; return the meetings' ids.

    Raises RuleBroken group_of_nobody, group_of_several_mentors and what a single meeting raises.
    """
    if not pair_ids:
        raise RuleBroken("group_of_nobody")
    if len({db.get_one(MentoringPair, pair_id).mentor_id for pair_id in pair_ids}) > 1:
        raise RuleBroken("group_of_several_mentors")
    return [log_meeting(db, pair_id, replace(draft, id=0), today) for pair_id in pair_ids]
