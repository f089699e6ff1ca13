"""Answers to invitations: read from replies, counted by session."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from academy.domain.invitations import Invitation, Invited
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import Answer
from academy.exchange.calendar_reading import ReadCalendar, ReadEvent
from academy.store.journal import Db
from academy.usecases.invitations import held, said_of
from academy.usecases.residential import together
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


class Fate(StrEnum):
    """What became of an answer that was read."""

    TAKEN = "taken"
    KNOWN = "known"  # or a newer one is
    NO_SESSION = "no_session"
    NOT_INVITED = "not_invited"
    NO_ANSWER = "no_answer"  # an invitation or cancellation, not a reply


@dataclass(frozen=True)
class AnswerRead:
    """One answer of a message: who answered what about which session, and what became of it."""

    who: str
    session: str
    answer: Answer
    fate: Fate


@allowed(*ADMINISTRATORS)
def take_answers(db: Db, messages: Sequence[ReadCalendar]) -> list[AnswerRead]:
    """Keep the answers of replies, the newest of each person; tell what became of every one."""
    read: list[AnswerRead] = []
    for message in messages:
        for event in message.events:
            if message.method != "REPLY":
                read.append(AnswerRead("", event.title, Answer.WAITING, Fate.NO_ANSWER))
                continue
            read += _taken(db, event)
    return read


def _taken(db: Db, event: ReadEvent) -> list[AnswerRead]:
    key = event.uid.removesuffix("@academy")
    about = or_(TrainingSession.uid == key, TrainingSession.residential == key)
    found = db.scalar(select(Invitation).join(Invitation.session).where(about)) if key else None
    made = []
    for one in event.attendees:
        who = one.name or one.email
        if found is None:
            made.append(AnswerRead(who, event.title, one.answer, Fate.NO_SESSION))
            continue
        invited = next(
            (i for i in found.invited if i.email.casefold() == one.email.casefold()), None
        )
        title = found.session.title
        if invited is None:
            made.append(AnswerRead(who, title, one.answer, Fate.NOT_INVITED))
            continue
        name = db.get_one(Person, invited.person_id).full_name
        stamped = event.stamped or datetime.now(UTC)
        new = one.answer is not Answer.WAITING and invited.take(
            one.answer, event.sequence, stamped.replace(tzinfo=None)
        )
        made.append(AnswerRead(name, title, one.answer, Fate.TAKEN if new else Fate.KNOWN))
    return made


def _invites(lead: type[TrainingSession]) -> ColumnElement[bool]:
    """Say which session an invitation is kept with: the session itself, or its residential's."""
    same = and_(TrainingSession.residential != "", TrainingSession.residential == lead.residential)
    return or_(lead.id == TrainingSession.id, same)


@dataclass(frozen=True)
class Answers:
    """How many people a session invited, and what they answered so far."""

    invited: int = 0
    accepted: int = 0
    declined: int = 0
    tentative: int = 0
    cancelled: bool = False
    behind: bool = False  # the session changed since people were told


@allowed(*EVERYBODY)
def answers(db: Db, first: date, last: date) -> Mapping[int, Answers]:
    """Return the answers to the sessions of some days, by the session's id."""
    return answers_among(db, TrainingSession.held_on.between(first, last))


@allowed(*EVERYBODY)
def answers_among(db: Db, those: ColumnElement[bool]) -> Mapping[int, Answers]:
    """Return the answers to the sessions of which a condition is true, by the session's id."""
    lead = aliased(TrainingSession)
    told = select(TrainingSession, Invitation).where(those)
    told = told.options(joinedload(TrainingSession.cohort))  # its name is part of what is said
    own = told.join(Invitation, Invitation.session_id == TrainingSession.id)
    beside = and_(
        TrainingSession.residential != "", lead.residential != "",  # “” is that of very many
        lead.residential == TrainingSession.residential, lead.id != TrainingSession.id,
    )  # fmt: skip
    lent = told.join(lead, beside).join(Invitation, Invitation.session_id == lead.id)
    # two statements: one with “or” is read along no index
    rows = [row for wanted in (own, lent) for row in db.execute(wanted)]
    counted = _counted(db, {invitation.id for _, invitation in rows})
    return {session.id: _answers(db, session, kept, counted) for session, kept in rows}


def _counted(db: Db, invitations: Collection[int]) -> Mapping[int, Mapping[Answer, int]]:
    wanted = (
        select(Invited.invitation_id, Invited.answer, func.count())
        .where(Invited.invitation_id.in_(invitations))
        .group_by(Invited.invitation_id, Invited.answer)
    )
    found: dict[int, dict[Answer, int]] = {}
    for invitation, answer, number in db.execute(wanted) if invitations else ():
        found.setdefault(invitation, {})[answer] = number
    return found


def _answers(
    db: Db,
    session: TrainingSession,
    kept: Invitation,
    counted: Mapping[int, Mapping[Answer, int]],
) -> Answers:
    by = counted.get(kept.id, {})
    days = together(db, session)
    off = not held(days)
    return Answers(
        sum(by.values()), by.get(Answer.ACCEPTED, 0), by.get(Answer.DECLINED, 0),
        by.get(Answer.TENTATIVE, 0), kept.cancelled,
        (kept.cancelled != off) or (not off and kept.said != said_of(days)),
    )  # fmt: skip


@dataclass(frozen=True)
class AnswerRow:
    """What one person answered to a session's invitation."""

    person_id: int
    name: str
    email: str
    answer: Answer


@allowed(*EVERYBODY)
def answers_of_session(db: Db, session_id: int) -> list[AnswerRow]:
    """Return who was invited to a session, and their answers."""
    lead = aliased(TrainingSession)
    kept = (
        select(Invitation.id)
        .join(lead, Invitation.session_id == lead.id)
        .join(TrainingSession, _invites(lead))
        .where(TrainingSession.id == session_id)
        .scalar_subquery()
    )
    rows = db.execute(
        select(Invited.person_id, Person.full_name, Invited.email, Invited.answer)
        .join(Invited.invitation)
        .join(Person, Person.id == Invited.person_id)
        .where(Invitation.id == kept)
        .order_by(Person.full_name, Person.id)
    )
    return [AnswerRow(*row) for row in rows]
