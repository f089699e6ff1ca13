"""Whose certificates may be due, as far as the database can tell; `assess` decides on the rest.

Asked of every place there ever was each time Home is shown, nearly all of which are settled long
ago, so each condition is put in the way that sorts most of them out with the least reading.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import aliased

from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place, RequirementMet
from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.programmes import CompletionRules, Requirement
from academy.domain.sessions import TrainingSession
from academy.domain.words import CertificateState
from academy.usecases.standing import counts, ended


def may_be_due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on a place: all is over, nothing named is open, no live certificate.

    They stand in the order in which they are asked: of the cohort, by one look into an index, and
    closely only of the few who are left.
    """
    names = select(Requirement.rules_id)
    meets = select(CompletionRules.id).where(CompletionRules.mentoring_meetings > 0)
    return (
        _cohort_over(now),
        or_(_rules_not_in(names), exists().where(RequirementMet.place_id == Place.id)),
        or_(_rules_not_in(meets), exists().where(MentoringPair.mentee_id == Place.person_id)),
        ~_live_certificate(),
        ~_unmet(),
        ~_alone(),
    )


def _live_certificate() -> ColumnElement[bool]:
    return exists().where(
        Certificate.place_id == Place.id, Certificate.state == CertificateState.ISSUED
    )


def _cohort_over(now: datetime) -> ColumnElement[bool]:
    """Return the condition that the sessions of a place's cohort were held, the last one too.

    Sessions to come are few among those held, and found by their day.
    """
    session = TrainingSession
    to_come = session.held_on >= now.date(), ~ended(now)
    going_on = select(session.cohort_id).where(counts(), *to_come)
    met = exists().where(session.cohort_id == Cohort.id, counts())
    return Place.cohort_id.in_(select(Cohort.id).where(met, Cohort.id.not_in(going_on)))


def _rules_not_in(rules: Select[int]) -> ColumnElement[bool]:
    return Place.cohort_id.in_(select(Cohort.id).where(Cohort.rules_id.not_in(rules)))


def _unmet() -> ColumnElement[bool]:
    """Return the condition that something the cohort asks for is not met, in any version."""
    same = aliased(Requirement)
    met = exists().where(
        RequirementMet.place_id == Place.id,
        RequirementMet.requirement_id == same.id,
        same.name == Requirement.name,
    )
    here = Cohort.id == Place.cohort_id, Requirement.rules_id == Cohort.rules_id
    return exists().where(*here, ~met.correlate(Place, Requirement)).correlate(Place)


def _alone() -> ColumnElement[bool]:
    """Return the condition that whoever holds a place met their mentor too seldom."""
    held = (
        select(func.count())
        .select_from(MentoringMeeting)
        .join(MentoringMeeting.pair)
        .where(MentoringPair.cohort_id == Place.cohort_id)
        .where(MentoringPair.mentee_id == Place.person_id)
        .correlate(Place)
        .scalar_subquery()
    )
    here = Cohort.id == Place.cohort_id, CompletionRules.id == Cohort.rules_id
    return exists().where(*here, CompletionRules.mentoring_meetings > held).correlate(Place)
