"""The small values every layer may name: enums, addresses of rules, and the broken rule itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RuleBroken(Exception):  # noqa: N818 - it is the name the whole program uses
    """A rule of the academy was not kept. `rule` names it; `facts` fill its sentence."""

    def __init__(self, rule: str, **facts: object) -> None:
        super().__init__(rule, facts)
        self.rule = rule
        self.facts = facts


class FileProblem(RuleBroken):
    """A file from outside cannot be used: what it is and how to mend it, by key and facts."""


class Role(StrEnum):
    """What a person at the keyboard is allowed to do (see `usecases.rights`)."""

    ADMINISTRATOR = "administrator"
    FACILITATOR = "facilitator"
    VIEWER = "viewer"


@dataclass(frozen=True)
class Who:
    """Who does or reads something: the name for the journal, and their role."""

    name: str
    role: Role = Role.ADMINISTRATOR


class Letter(StrEnum):
    """A mark in the register. No mark at all is blank, which is not absent."""

    PRESENT = "P"
    LATE = "L"
    ABSENT = "A"
    EXCUSED = "E"


class CohortState(StrEnum):
    """Where one run of a programme stands."""

    PLANNED = "planned"
    RECRUITING = "recruiting"
    RUNNING = "running"
    FINISHED = "finished"


class PlaceState(StrEnum):
    """Where a person's place in a cohort stands."""

    ENROLLED = "enrolled"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


class SessionState(StrEnum):
    """Whether a training session counts: planned ones do, before and after they took place."""

    PLANNED = "planned"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


class SessionFormat(StrEnum):
    """Where people are in a training session."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Nation(StrEnum):
    """The part of the United Kingdom whose bank holidays an academy keeps."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class ClashKind(StrEnum):
    """What two sessions at the same time both need."""

    COHORT = "cohort"
    ROOM = "room"
    FACILITATOR = "facilitator"
    PERSON = "person"


class Answer(StrEnum):
    """What somebody answered to an invitation."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


class PairState(StrEnum):
    """Whether a mentor and a mentee still meet."""

    ACTIVE = "active"
    ENDED = "ended"


class GoalState(StrEnum):
    """What became of something a pair works towards."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


class CertificateState(StrEnum):
    """What became of a certificate. It is never deleted."""

    ISSUED = "issued"
    REPLACED = "replaced"
    REVOKED = "revoked"


class KeyEnd(StrEnum):
    """Why a key signs no more certificates."""

    UNUSED = "unused"
    LOST = "lost"
    SEEN = "seen"  # others may have it


class Finding(StrEnum):
    """What a check of a certificate finds."""

    GENUINE = "genuine"
    CHANGED = "changed"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    REPLACED = "replaced"


class Asked(StrEnum):
    """What a check of a certificate could ask."""

    TOKEN = "token"  # noqa: S105 - the signed facts, nothing secret
    REGISTER = "register"


class CertificateKind(StrEnum):
    """What a certificate states; its wording must match."""

    COMPLETION = "completion"
    ATTENDANCE = "attendance"
    ACHIEVEMENT = "achievement"


class MeetingFormat(StrEnum):
    """How a mentor and a mentee met."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    PHONE = "phone"


class RiskReason(StrEnum):
    """Why a person in a running cohort needs a word (experience 6.2)."""

    ABSENT_IN_A_ROW = "absent_in_a_row"
    CANNOT_REACH = "cannot_reach"
    BELOW_AT_HALF = "below_at_half"


class Chance(StrEnum):
    """Whether a person can still meet the attendance rule of their cohort."""

    SAFE = "safe"
    OPEN = "open"
    LOST = "lost"
    NO_TARGET = "no_target"


class Need(StrEnum):
    """What needs somebody on Home (experience 6.2)."""

    REGISTERS_MISSING = "registers_missing"
    CERTIFICATES_DUE = "certificates_due"
    CERTIFICATES_EXPIRING = "certificates_expiring"
    AT_RISK = "at_risk"
    QUIET_PAIRS = "quiet_pairs"
    PLACES_LEFT = "places_left"


class Criterion(StrEnum):
    """What speaks for a mentoring pair. Each has a weight."""

    WANTS = "wants"  # what the mentee wants to learn and the mentor offers
    THEMES = "themes"
    MEETING = "meeting"  # same region, or both online
    DAYS = "days"
    ORGANISATION = "organisation"  # another one than the mentee's
    SENIORITY = "seniority"
    WISHES = "wishes"  # what the mentee said about the mentor, for this purpose


class Obstacle(StrEnum):
    """Why two people are never paired, whatever their score."""

    ONESELF = "oneself"
    PAUSED = "paused"
    RESTING = "resting"
    REPORTING_LINE = "reporting_line"
    CONFLICT = "conflict"
    FORMER_PAIR = "former_pair"
    DECLINED = "declined"  # another suggestion was asked for
    SAME_ORGANISATION = "same_organisation"
    FULL = "full"  # no place left over all programmes, before anybody of this cohort came


class Aim(StrEnum):
    """Which pairs of mentors and mentees are best."""

    #: most people, then the best total, then the worst pair as good as can be
    MOST_PEOPLE = "most_people"
    BEST_SCORES = "best_scores"  # best total, then most people
