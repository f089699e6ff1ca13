"""The words that the sign-in sheet and the filled register say themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RegisterTexts:
    """The words of one language. Braces name the facts that are put in."""

    language: str
    sheet: str
    session: str
    titled: str
    with_facilitator: str
    number: str
    name: str
    signature: str
    mark: str
    excused: str
    visitor: str
    nobody: str
    page: str
    letters: dict[str, str]
    register: str
    as_of: str
    no_sessions: str
    attended: str
    rate: str
    present: str
    average: str
    left: str
    cancelled: str
    not_held: str
    out: str
    below: str
    late_half: str
    sessions: str
    column: str

    def session_of(self, number: int, title: str) -> str:
        """Return “Session 4: Leading change”, or “Session 4” where that is its title."""
        plain = self.session.format(number=number)
        if title in ("", plain):
            return plain
        return self.titled.format(session=plain, title=title)


ENGLISH = RegisterTexts(
    language="en-GB",
    sheet="Sign-in sheet",
    session="Session {number}",
    titled="{session}: {title}",
    with_facilitator="with {facilitator}",
    number="No.",
    name="Name",
    signature="Signature",
    mark="Mark one",
    excused="Apologies sent",
    visitor="Visitor",
    nobody="Nobody has a place in this cohort yet.",
    page="Page {page} of {pages}",
    letters={"P": "Present", "L": "Late", "A": "Absent", "E": "Apologies"},
    register="Register",
    as_of="as it stood on {day}",
    no_sessions="This cohort has no sessions yet.",
    attended="Attended",
    rate="Rate",
    present="Present or late",
    average="{rate}% on average",
    left="left on {day}",
    cancelled="cancelled",
    not_held="not held",
    out="takes no mark",
    below="below the target of {target}%",
    late_half="Late counts half.",
    sessions="Sessions",
    column="S{number}",
)
