"""Meetings of action-learning sets, marked like sessions: P L A E, or not marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from academy.domain.learning_sets import LearningSet, LearningSetMark, LearningSetMeeting
from academy.domain.words import Letter, MeetingFormat, RuleBroken
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.set_people import SetPerson, people_of_cohort


@dataclass(frozen=True)
class SetMeetingDraft:
    """A meeting as a form holds it; id 0 is a new one. `marks` are (place id, letter)."""

    set_id: int
    held_on: date
    minutes: int | None = None
    format: MeetingFormat = MeetingFormat.ONLINE
    marks: tuple[tuple[int, Letter], ...] = ()
    id: int = 0


@dataclass(frozen=True)
class SetMeetingRow:
    """A meeting of a set; `marks` name everybody who was marked, by name."""

    id: int
    set_id: int
    number: int
    held_on: date
    minutes: int | None
    format: MeetingFormat
    marks: tuple[tuple[SetPerson, Letter], ...]

    @property
    def present(self) -> int:
        """How many were there, late ones included."""
        return sum(letter in (Letter.PRESENT, Letter.LATE) for _, letter in self.marks)

    @property
    def draft(self) -> SetMeetingDraft:
        """The meeting as a form holds it."""
        marks = tuple((person.place_id, letter) for person, letter in self.marks)
        return SetMeetingDraft(
            self.set_id, self.held_on, self.minutes, self.format, marks, self.id
        )  # fmt: skip


@allowed(*ADMINISTRATORS)
def set_meetings(db: Db, cohort_id: int) -> list[SetMeetingRow]:
    """Return the meetings of all sets of a cohort, the latest first."""
    everybody = people_of_cohort(db, cohort_id)
    wanted = (
        select(LearningSetMeeting, LearningSet.number)
        .join(LearningSetMeeting.learning_set)
        .where(LearningSet.cohort_id == cohort_id)
        .order_by(LearningSetMeeting.held_on.desc(), LearningSet.number)
    )
    rows = []
    for meeting, number in db.execute(wanted):
        letters = {mark.place_id: mark.letter for mark in meeting.marks}
        marks = tuple(
            (one, letters[place]) for place, one in everybody.items() if place in letters
        )  # fmt: skip
        rows.append(
            SetMeetingRow(
                meeting.id, meeting.set_id, number, meeting.held_on, meeting.minutes,
                meeting.format, marks,
            )
        )  # fmt: skip
    return rows


@allowed(*ADMINISTRATORS)
def log_set_meeting(db: Db, draft: SetMeetingDraft, today: date) -> int:
    """Note that a set met and who was there, or correct it; return the meeting's id."""
    if draft.held_on > today:
        raise RuleBroken("meeting_in_future", on=draft.held_on)
    set_ = db.get_one(LearningSet, draft.set_id)
    if any(one.held_on == draft.held_on and one.id != draft.id for one in set_.meetings):
        raise RuleBroken("set_met_that_day", set=set_.number, on=draft.held_on)
    found = db.get_one(LearningSetMeeting, draft.id) if draft.id else LearningSetMeeting()
    found.held_on, found.minutes, found.format = draft.held_on, draft.minutes, draft.format
    found.check()
    _require_members(set_, found, draft)
    if not draft.id:
        set_.meetings.append(found)
    _mark(found, dict(draft.marks))
    db.flush()
    return found.id


def _require_members(
    set_: LearningSet, meeting: LearningSetMeeting, draft: SetMeetingDraft
) -> None:
    """Only members are marked, or who was one when the meeting was first noted."""
    known = {member.place_id for member in set_.members}
    known |= {mark.place_id for mark in meeting.marks}
    if not known.issuperset(place for place, _ in draft.marks):
        raise RuleBroken("set_mark_of_stranger", set=set_.number)


def _mark(meeting: LearningSetMeeting, letters: dict[int, Letter]) -> None:
    kept = {mark.place_id: mark for mark in meeting.marks}
    for place, mark in kept.items():
        if place not in letters:
            meeting.marks.remove(mark)
    for place, letter in letters.items():
        if place in kept:
            kept[place].letter = letter
        else:
            meeting.marks.append(LearningSetMark(place_id=place, letter=letter))


@allowed(*ADMINISTRATORS)
def remove_set_meeting(db: Db, meeting_id: int) -> None:
    """Take back that a set met, with its marks."""
    db.delete(db.get_one(LearningSetMeeting, meeting_id))
