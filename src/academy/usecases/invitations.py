"""Invitations: who must be told what of which session, what went out, and the answers.

Nothing is sent from here. Letters are worked out, written as files by the caller, and then noted
as sent, so that the next ones update or cancel them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import or_, select

from academy.domain.cohorts import Place
from academy.domain.invitations import Invitation, Invited
from academy.domain.people import Person
from academy.domain.sessions import SessionFacilitator, TrainingSession
from academy.domain.words import Answer, PlaceState, RuleBroken, SessionState
from academy.exchange.calendar import Attendee, CalendarEvent, Method
from academy.exchange.mail_drafts import can_be_written_to
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.residential import together
from academy.usecases.rights import ADMINISTRATORS, allowed


class News(StrEnum):
    """What a letter tells its readers."""

    INVITED = "invited"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    LEFT = "left"
    REMINDED = "reminded"


@dataclass(frozen=True)
class Recipient:
    """Somebody a letter goes to."""

    person_id: int
    name: str
    email: str


@dataclass(frozen=True)
class Letter:
    """One calendar message about a session, and who gets it."""

    session_id: int
    cohort: str
    news: News
    event: CalendarEvent
    to: tuple[Recipient, ...]
    said: str

    @property
    def method(self) -> Method:
        """How calendars take it."""
        gone = self.news in (News.CANCELLED, News.LEFT)
        return Method.CANCEL if gone else Method.REQUEST


@dataclass(frozen=True)
class Letters:
    """What must go out now; `unreachable` people have no address that a mail can go to."""

    organiser: Attendee
    letters: tuple[Letter, ...]
    unreachable: tuple[str, ...]


@allowed(*ADMINISTRATORS)
def letters(db: Db, cohort_id: int, today: date, session_id: int | None = None) -> Letters:
    """Return what people must be told of a cohort's sessions from today on, or of one of them.

    A residential is one invitation for all its days. Whoever knows the newest state is told
    nothing. Raises RuleBroken academy_email_missing, and nobody_to_invite if all calendars are up
    to date.
    """
    academy = the_academy(db)
    if not academy.email:
        raise RuleBroken("academy_email_missing")
    stamped = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    wanted = select(TrainingSession).where(
        TrainingSession.cohort_id == cohort_id, TrainingSession.held_on >= today
    )
    if session_id is not None:
        wanted = wanted.where(TrainingSession.id == session_id)
    ordered = wanted.order_by(TrainingSession.held_on, TrainingSession.starts)
    made: list[Letter] = []
    silent: dict[str, None] = {}
    for days in _invitations(db, db.scalars(ordered)):
        everybody = _expected(db, days)
        silent.update((p.name, None) for p in everybody if not can_be_written_to(p.email))
        reachable = [p for p in everybody if can_be_written_to(p.email)]
        made += _about(db, days, reachable, stamped)
    if not made:
        raise RuleBroken("nobody_to_invite")
    return Letters(Attendee(academy.name, academy.email), tuple(made), tuple(silent))


Days = Sequence[TrainingSession]
"""What one invitation is about: a session, or all days of a residential in their order."""


def _invitations(db: Db, sessions: Iterable[TrainingSession]) -> Iterable[Days]:
    seen: set[str] = set()
    for session in sessions:
        if session.residential not in seen:
            yield together(db, session)
        if session.residential:
            seen.add(session.residential)


def lead_of(days: Days) -> TrainingSession:
    """Return the session that an invitation is kept with: always the same, whatever moves."""
    return min(days, key=lambda session: session.id)


def _expected(db: Db, days: Days) -> list[Recipient]:
    """Return who should come: whoever has a place, and who leads on one of the days."""
    placed = select(Place.person_id).where(
        Place.cohort_id == days[0].cohort_id, Place.state != PlaceState.WITHDRAWN
    )
    leading = select(SessionFacilitator.person_id).where(
        SessionFacilitator.session_id.in_([session.id for session in days])
    )
    rows = db.execute(
        select(Person.id, Person.full_name, Person.email)
        .where(or_(Person.id.in_(placed), Person.id.in_(leading)))
        .order_by(Person.full_name, Person.id)
    )
    return [Recipient(*row) for row in rows]


def _about(
    db: Db, days: Days, expected: Sequence[Recipient], stamped: datetime
) -> Iterable[Letter]:
    known = db.scalar(select(Invitation).where(Invitation.session_id == lead_of(days).id))
    told = _told(db, known)
    said = said_of(days)
    if not held(days):
        if known is not None and not known.cancelled and told:
            number = known.next_sequence(said, cancel=True)
            yield _letter(days, News.CANCELLED, number, told, told, said, stamped)
        return
    if known is None:
        if expected:
            yield _letter(days, News.INVITED, 0, expected, expected, said, stamped)
        return
    number = known.next_sequence(said, cancel=False)
    ids, told_ids = {p.person_id for p in expected}, {p.person_id for p in told}
    left = [p for p in told if p.person_id not in ids]
    if left and not known.cancelled:
        yield _letter(days, News.LEFT, known.sequence + 1, left, left, said, stamped)
    if number > known.sequence and expected:
        number += bool(left) and not known.cancelled
        yield _letter(days, News.CHANGED, number, expected, expected, said, stamped)
        return
    new = [p for p in expected if p.person_id not in told_ids]
    if new:
        yield _letter(days, News.INVITED, known.sequence, expected, new, said, stamped)


def _told(db: Db, known: Invitation | None) -> list[Recipient]:
    if known is None:
        return []
    rows = db.execute(
        select(Invited.person_id, Person.full_name, Invited.email)
        .join(Person, Person.id == Invited.person_id)
        .where(Invited.invitation_id == known.id)
        .order_by(Person.full_name, Person.id)
    )
    return [Recipient(*row) for row in rows]


def _letter(
    days: Days,
    news: News,
    sequence: int,
    attending: Sequence[Recipient],
    to: Sequence[Recipient],
    said: str,
    stamped: datetime,
) -> Letter:
    attendees = tuple(Attendee(p.name, p.email) for p in attending)
    lead = lead_of(days)
    event = invitation_event(days, sequence, stamped, attendees)
    return Letter(lead.id, lead.cohort.name, news, event, tuple(to), said)


def held(days: Days) -> list[TrainingSession]:
    """Return the days that take place."""
    return [session for session in days if session.state is SessionState.PLANNED]


def invitation_event(
    days: Days, sequence: int, stamped: datetime, attendees: tuple[Attendee, ...] = ()
) -> CalendarEvent:
    """Return what people are invited to: a session, or a residential as one event.

    RFC 5546 lets one message speak of one UID only, and calendars take one answer for it: a
    residential lasts from its first day to its last, its hours stand in the description.
    """
    shown = held(days) or list(days)
    first, last = shown[0], shown[-1]
    event = event_of(first, sequence, stamped, attendees)
    if len(days) < 2:
        return event
    title = re.sub(r" \(\d+ of \d+\)$", "", first.title)
    return replace(
        event,
        uid=f"{first.residential}@academy",
        title=f"{first.cohort.name}: {title}",
        until=last.held_on,
        ends=last.ends,
        hours=tuple((day.held_on, day.starts, day.ends) for day in shown),
    )


def event_of(
    session: TrainingSession,
    sequence: int,
    stamped: datetime,
    attendees: tuple[Attendee, ...] = (),
) -> CalendarEvent:
    """Return a session as calendars get it."""
    return CalendarEvent(
        uid=f"{session.uid}@academy",
        sequence=sequence,
        title=f"{session.cohort.name}: {session.title}",
        day=session.held_on,
        starts=session.starts,
        ends=session.ends,
        zone=session.zone,
        stamped=stamped,
        second_hour=bool(session.second_hour),
        place=session.room,
        link=session.link,
        cancelled=session.state is not SessionState.PLANNED,
        attendees=attendees,
    )


def said_of(days: Days) -> str:
    """Return a digest of everything a calendar shows of a session or a residential."""
    facts = [
        (
            session.cohort.name, session.title, session.held_on, session.starts, session.ends,
            session.zone, bool(session.second_hour), session.room, session.link,
        )
        for session in held(days) or days
    ]  # fmt: skip
    return hashlib.sha256("\0".join(str(one) for day in facts for one in day).encode()).hexdigest()


@allowed(*ADMINISTRATORS)
def note_sent(db: Db, sent: Sequence[Letter]) -> None:
    """Keep what people's calendars know now. It cannot be undone: the files are out."""
    now = datetime.now(UTC).replace(tzinfo=None)
    for letter in sent:
        db.speak_of("training_sessions", letter.session_id)
        found = db.scalar(select(Invitation).where(Invitation.session_id == letter.session_id))
        if found is None:
            found = Invitation(session_id=letter.session_id, sequence=0, said="", invited=[])
            db.add(found)
        if found.sequence > letter.event.sequence:
            raise RuleBroken("changed_since_drafting")
        found.sequence, found.sent_at = letter.event.sequence, now
        if letter.news is News.LEFT:
            gone = {p.person_id for p in letter.to}
            found.invited = [one for one in found.invited if one.person_id not in gone]
            continue
        found.said, found.cancelled = letter.said, letter.news is News.CANCELLED
        _note_recipients(found, letter)
        db.flush()


def _note_recipients(found: Invitation, letter: Letter) -> None:
    known = {one.person_id: one for one in found.invited}
    for person in letter.to:
        one = known.get(person.person_id)
        if one is None:
            one = Invited(person_id=person.person_id)
            found.invited.append(one)
        one.email = person.email
        if letter.news is News.CHANGED:  # they are asked anew
            one.answer, one.answered_at, one.answered_sequence = Answer.WAITING, None, None
