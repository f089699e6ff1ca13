"""Mails that are ready to be sent: .eml files which mail programs open as drafts."""

from __future__ import annotations

from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

from academy.exchange.calendar import Attendee, Method


@dataclass(frozen=True)
class MailDraft:
    """A mail with a calendar message in it; mail programs show it as an invitation."""

    subject: str
    body: str
    to: tuple[Attendee, ...]
    calendar: bytes
    method: Method


def can_be_written_to(address: str) -> bool:
    """Tell whether an address can stand in a mail's header as it is."""
    local, at, domain = address.partition("@")
    plain = address.isascii() and not any(c.isspace() or c in '<>,;:"()[]\\' for c in address)
    return plain and bool(local and at and domain) and "@" not in domain


def write_draft(draft: MailDraft) -> bytes:
    """Return the .eml file: marked as unsent, a text and the calendar message as two ways."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = " ".join(draft.subject.split())
    mail["To"] = tuple(Address(" ".join(one.name.split()), addr_spec=one.email) for one in draft.to)
    mail.set_content(draft.body)
    mail.add_alternative(
        draft.calendar.decode("utf-8"),
        subtype="calendar",
        params={"method": str(draft.method), "name": "invitation.ics"},
        cte="base64",
    )
    return mail.as_bytes()
