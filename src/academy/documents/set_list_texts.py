"""What the list of learning sets says: its facts, and the words it says itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SetMemberOnPaper:
    """A member as the list names them."""

    name: str
    organisation: str
    role: str


@dataclass(frozen=True)
class SetOnPaper:
    """One set; no facilitator is an empty text."""

    number: int
    facilitator: str
    members: tuple[SetMemberOnPaper, ...]


@dataclass(frozen=True)
class SetListFacts:
    """The sets of a cohort as they are on a day."""

    academy: str
    programme: str
    cohort: str
    as_of: date
    sets: tuple[SetOnPaper, ...]


@dataclass(frozen=True)
class SetListTexts:
    """The words of one language. Braces name the facts that are put in."""

    language: str
    title: str
    set: str
    led: str
    not_led: str
    nobody: str
    name: str
    organisation: str
    role: str
    as_of: str
    page: str


ENGLISH = SetListTexts(
    language="en-GB",
    title="Action-learning sets",
    set="Set {number}",
    led="Facilitated by {name}",
    not_led="Nobody facilitates this set yet",
    nobody="Nobody is in this set.",
    name="Name",
    organisation="Organisation",
    role="Role",
    as_of="as of {day}",
    page="Page {page} of {pages}",
)
