"""Mails that are ready to be sent: .eml files which mail programs open as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
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


@dataclass(frozen=True)
class LetterDraft:
    """A mail to one person, with one file of their own."""

    subject: str
    body: str
    to: Attendee
    name: str
    content: bytes


def can_be_written_to(address: str) -> bool:
    """Tell whether an address can stand in a mail's header as it is."""
    local, at, domain = address.partition("@")
    plain = address.isascii() and not any(c.isspace() or c in '<>,;:"()[]\\' for c in address)
    return plain and bool(local and at and domain) and "@" not in domain


def write_draft(draft: MailDraft) -> bytes:
    """Return the .eml file: marked as unsent, a text and the calendar message as two ways."""
    mail = _begun(draft.subject, draft.body, draft.to)
    mail.add_alternative(
        draft.calendar.decode("utf-8"),
        subtype="calendar",
        params={"method": str(draft.method), "name": "invitation.ics"},
        cte="base64",
    )
    return mail.as_bytes()


def write_letter(draft: LetterDraft) -> bytes:
    """Return the .eml file: marked as unsent, to one person, with their PDF and nothing else."""
    mail = _begun(draft.subject, draft.body, (draft.to,))
    mail.add_attachment(draft.content, maintype="application", subtype="pdf", filename=draft.name)
    return mail.as_bytes()


def write_message(subject: str, body: str, to: Sequence[Attendee]) -> bytes:
    """Return the .eml file of a message in plain words, marked as unsent."""
    return _begun(subject, body, to).as_bytes()


def read_letter(data: bytes) -> LetterDraft:
    """Return what a mail program will see in such a file, to be compared with what was meant.

    ValueError: it goes to more than one person, or carries anything but one file.
    """
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    copies = [header for header in ("Cc", "Bcc", "Resent-To") if mail[header]]
    [to] = mail["To"].addresses
    [file] = mail.iter_attachments()
    body = mail.get_body(("plain",))
    if copies or body is None:
        raise ValueError(copies)
    sent_to = Attendee(to.display_name, to.addr_spec)
    content = file.get_payload(decode=True)
    assert isinstance(content, bytes)
    return LetterDraft(
        str(mail["Subject"]), body.get_content(), sent_to, file.get_filename(""), content
    )


def _begun(subject: str, body: str, to: Sequence[Attendee]) -> EmailMessage:
    mail = EmailMessage(policy=policy.SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = " ".join(subject.split())
    mail["To"] = tuple(Address(" ".join(one.name.split()), addr_spec=one.email) for one in to)
    mail.set_content(body)
    return mail
