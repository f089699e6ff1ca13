"""Reminders: the same invitation once more, for those who did not answer it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select

from academy.domain.invitations import Invitation
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import Answer, RuleBroken
from academy.exchange.calendar import Attendee
from academy.exchange.mail_drafts import can_be_written_to
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.invitations import (
    Days,
    Letter,
    Letters,
    News,
    Recipient,
    held,
    invitation_event,
    lead_of,
    said_of,
)
from academy.usecases.residential import together
from academy.usecases.rights import ADMINISTRATORS, allowed


@allowed(*ADMINISTRATORS)
def reminder(db: Db, session_id: int, today: date) -> Letters:
    """Return the letter for those whose answer is still to come.

    It says what they were told already, so its number stays. Raises RuleBroken session_over,
    changed_since_told, nobody_to_remind and academy_email_missing.
    """
    academy = the_academy(db)
    if not academy.email:
        raise RuleBroken("academy_email_missing")
    days = together(db, db.get_one(TrainingSession, session_id))
    known = _invitation(db, days)
    if known is None:
        raise RuleBroken("nobody_to_remind")
    if not any(day.held_on >= today for day in held(days)):
        raise RuleBroken("session_over")
    if known.cancelled or known.said != said_of(days):
        raise RuleBroken("changed_since_told")
    people = {one.person_id: db.get_one(Person, one.person_id).full_name for one in known.invited}
    silent = tuple(
        Recipient(one.person_id, people[one.person_id], one.email)
        for one in known.invited
        if one.answer is Answer.WAITING and can_be_written_to(one.email)
    )
    if not silent:
        raise RuleBroken("nobody_to_remind")
    attendees = tuple(Attendee(people[i.person_id], i.email, i.answer) for i in known.invited)
    stamped = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    event = invitation_event(days, known.sequence, stamped, attendees)
    lead = lead_of(days)
    letter = Letter(lead.id, lead.cohort.name, News.REMINDED, event, silent, known.said)
    return Letters(Attendee(academy.name, academy.email), (letter,), ())


@allowed(*ADMINISTRATORS)
def note_reminded(db: Db, session_id: int) -> None:
    """Keep that people were written to again. It cannot be undone: the file is out."""
    days = together(db, db.get_one(TrainingSession, session_id))
    known = _invitation(db, days)
    if known is not None:
        db.speak_of("training_sessions", session_id)
        known.sent_at = datetime.now(UTC).replace(tzinfo=None)


def _invitation(db: Db, days: Days) -> Invitation | None:
    return db.scalar(select(Invitation).where(Invitation.session_id == lead_of(days).id))
