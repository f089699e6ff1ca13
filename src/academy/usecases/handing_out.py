"""Handing certificates out: a message for each person with their own file, or all in one.

Nothing is sent from here. Everything of a message comes from one record, and the message is read
again and compared with that record before it is saved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy import select

from academy.domain.certificates import Certificate, CertificateFile, file_name
from academy.domain.cohorts import Cohort, Place
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.words import CertificateState, PlaceState, RuleBroken
from academy.exchange.calendar import Attendee
from academy.exchange.mail_drafts import (
    LetterDraft,
    can_be_written_to,
    read_letter,
    write_letter,
)
from academy.progress import Progress, counted, silent
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.certificate_files import write_files
from academy.usecases.certificates import IssuedFile
from academy.usecases.rights import ADMINISTRATORS, allowed


class LeftOut(StrEnum):
    """Why somebody gets no message."""

    NO_ADDRESS = "no_address"
    WITHDRAWN = "withdrawn"
    NOT_LIVE = "not_live"
    ERASED = "erased"


@dataclass(frozen=True)
class Handout:
    """A certificate on its way to its holder: every fact from one record."""

    certificate_id: int
    number: str
    name: str
    printed_name: str
    email: str
    programme: str
    expires_on: date | None
    issuer: str
    check_address: str
    sha256: str
    file: IssuedFile

    @property
    def draft_name(self) -> str:
        """What the file of the message is called."""
        return f"{Path(self.file.name).stem}.eml"


@dataclass(frozen=True)
class Handouts:
    """Whom to write to, and who gets no message, by (name, number, why)."""

    messages: tuple[Handout, ...]
    left_out: tuple[tuple[str, str, LeftOut], ...]


Words = Callable[[Handout], tuple[str, str]]
"""Puts a message into words: its subject and its text."""


@allowed(*ADMINISTRATORS)
def handouts(db: Db, certificate_ids: Sequence[int]) -> Handouts:
    """Return what goes to whom, by number; whoever cannot or must not be written to is listed."""
    academy = the_academy(db)
    wanted = (
        select(
            Certificate.id, Certificate.number, Person.full_name, Certificate.facts, Person.email,
            Programme.name.label("programme"), Certificate.expires_on, Certificate.sha256,
            Certificate.state, Place.state.label("place"), CertificateFile.content,
        )
        .join(CertificateFile, CertificateFile.certificate_id == Certificate.id)
        .join(Certificate.place)
        .join(Place.person)
        .join(Place.cohort)
        .join(Cohort.programme)
        .where(Certificate.id.in_(certificate_ids))
        .order_by(Certificate.year, Certificate.sequence)
    )  # fmt: skip
    messages, left_out = [], []
    for row in db.execute(wanted):
        why = _why_not(row.state, row.place, row.email, row.content)
        if why is not None:
            left_out.append((row.full_name, row.number, why))
            continue
        printed = str(row.facts.get("name", ""))
        file = IssuedFile(row.id, file_name(row.number, printed), row.content)
        messages.append(
            Handout(
                row.id, row.number, row.full_name, printed, row.email, row.programme,
                row.expires_on, academy.issuer, academy.check_address, row.sha256, file,
            )
        )  # fmt: skip
    return Handouts(tuple(messages), tuple(left_out))


def _why_not(
    state: CertificateState, place: PlaceState, email: str, content: bytes | None
) -> LeftOut | None:
    if content is None:
        return LeftOut.ERASED
    if state is not CertificateState.ISSUED:
        return LeftOut.NOT_LIVE
    if place is PlaceState.WITHDRAWN:
        return LeftOut.WITHDRAWN
    return None if can_be_written_to(email) else LeftOut.NO_ADDRESS


def message(handout: Handout, words: Words) -> bytes:
    """Return the draft for one person, compared with their record after it was written.

    Raises RuleBroken draft_does_not_match if recipient, name or file are not those of the record.
    """
    subject, body = words(handout)
    to = Attendee(handout.name, handout.email)
    written = write_letter(LetterDraft(subject, body, to, handout.file.name, handout.file.content))
    if not _matches(written, handout):
        raise RuleBroken("draft_does_not_match", number=handout.number)
    return written


def _matches(written: bytes, handout: Handout) -> bool:
    try:
        found = read_letter(written)
    except ValueError:
        return False
    return (
        found.to.email == handout.email
        and found.to.name == " ".join(handout.name.split())
        and handout.number in found.body
        and handout.name in found.body
        and found.name == handout.file.name
        and hashlib.sha256(found.content).hexdigest() == handout.sha256
    )


def write_messages(
    folder: Path, messages: Sequence[Handout], words: Words, progress: Progress = silent
) -> list[Path]:
    """Write a draft for each person into a folder; doing it again replaces them.

    All are made and compared before the first is saved. Raises RuleBroken as `message` does, and
    FileProblem if the folder cannot be written to.
    """
    drafts = [
        IssuedFile(one.certificate_id, one.draft_name, message(one, words))
        for one in counted(messages, progress, _name)
    ]
    return write_files(folder, drafts)


def _name(handout: Handout) -> str:
    return handout.name


def zipped(files: Sequence[IssuedFile], progress: Progress = silent) -> bytes:
    """Return issued files as one ZIP; the same files give the same bytes."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for file in counted(files, progress):
            archive.writestr(ZipInfo(file.name), file.content, ZIP_DEFLATED)
    return written.getvalue()
