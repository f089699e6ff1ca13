"""What a mentoring agreement says: its facts, and its words in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from academy.domain.words import MeetingFormat


@dataclass(frozen=True)
class AgreementFacts:
    """What an agreement says. Anything not agreed yet (None, empty) is a line to fill in by hand.

    `weeks`: they meet every so many weeks, `minutes` at a time.
    """

    academy: str
    programme: str
    cohort: str
    mentor: str
    mentor_home: str
    mentee: str
    mentee_home: str
    began_on: date
    goals: tuple[str, ...] = ()
    weeks: int | None = None
    minutes: int | None = None
    format: MeetingFormat | None = None
    reviews: tuple[date, ...] = ()


@dataclass(frozen=True)
class AgreementTexts:
    """The words of one language. Braces name the facts that are put in."""

    language: str
    title: str
    between: str
    of: str
    since: str
    aims: str
    aims_blank: str
    meetings: str
    how_often: str
    each_week: str
    how_long: str
    how: dict[MeetingFormat, str]
    how_often_blank: str
    how_long_blank: str
    how_blank: str
    noted: str
    confidence: str
    confidence_words: tuple[str, ...]
    ending: str
    ending_words: str
    review: str
    review_on: str
    days: str
    review_blank: str
    mentor: str
    mentee: str
    signature: str
    page: str
    foot: str


ENGLISH = AgreementTexts(
    language="en-GB",
    title="Mentoring agreement",
    between="{mentor} mentors {mentee}",
    of="{name} ({home})",
    since="from {day}",
    aims="What we work towards",
    aims_blank="Our aims: ",
    meetings="How we meet",
    how_often="We meet every {weeks} weeks.",
    each_week="We meet every week.",
    how_long="A meeting takes about {minutes} minutes.",
    how={
        MeetingFormat.IN_PERSON: "We meet in person.",
        MeetingFormat.ONLINE: "We meet online.",
        MeetingFormat.PHONE: "We talk by phone.",
    },
    how_often_blank="How often we meet: ",
    how_long_blank="How long a meeting takes: ",
    how_blank="In person, online or by phone: ",
    noted="Whoever cannot come says so early, and we agree on another day at once.",
    confidence="What stays between us",
    confidence_words=(
        (
            "What we talk about stays between us, unless somebody is at risk of harm or the law "
            "requires otherwise; then we say so to each other first, where we can."
        ),
        (
            "The academy keeps the days on which we met, how and how long, and these aims. "
            "What was said is not kept."
        ),
    ),
    ending="Ending",
    ending_words="Each of us can end this at any time, without giving a reason and without fault. "
    "We tell the academy, which looks for another mentor if one is wanted.",
    review="When we look back",
    review_on="We ask each other whether this helps on {days}.",
    days="{days} and {last}",
    review_blank="Days on which we ask each other whether this helps: ",
    mentor="Mentor",
    mentee="Mentee",
    signature="Signature and date",
    page="Page {page} of {pages}",
    foot="Mentoring agreement",
)
