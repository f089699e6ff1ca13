"""Nudges: a word to a pair that has gone quiet, as a draft that somebody reads and sends.

Each of the two gets a message of their own. Nothing is sent from here. For administrators alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from academy.domain.academy import Snooze
from academy.domain.certificates import file_name
from academy.domain.mentoring import MentoringPair
from academy.domain.words import PairState, RuleBroken
from academy.exchange.calendar import Attendee
from academy.exchange.mail_drafts import can_be_written_to, write_message
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.certificate_files import write_files
from academy.usecases.certificates import IssuedFile
from academy.usecases.mentoring import QUIET_PAIR
from academy.usecases.pair_details import PairPerson, pair_details
from academy.usecases.rights import ADMINISTRATORS, allowed


@dataclass(frozen=True)
class Nudge:
    """A word to the two of a pair; `to` are those with an address, `without` the others' names."""

    pair_id: int
    mentee: str
    mentor: str
    cohort: str
    last_met: date | None
    began_on: date
    next_on: date | None
    issuer: str
    to: tuple[PairPerson, ...]
    without: tuple[str, ...]

    def other(self, person: PairPerson) -> str:
        """Return the name of the one whom a person of the pair works with."""
        return self.mentor if person.name == self.mentee else self.mentee

    def draft_name(self, person: PairPerson) -> str:
        """Return the name of the file of one message: it tells person and pair from others."""
        pair = f"with {self.other(person)} {self.cohort}"
        return f"{Path(file_name(person.name, pair)).stem}.eml"


Words = Callable[[Nudge, PairPerson], tuple[str, str]]
"""Puts a nudge to one of the two into words: its subject and its text."""


@allowed(*ADMINISTRATORS)
def nudges(db: Db, pair_ids: Sequence[int], today: date) -> list[Nudge]:
    """Return a nudge for each pair. Raises RuleBroken pair_ended, nobody_to_nudge (for all)."""
    issuer = the_academy(db).issuer
    found = [_nudge(db, pair_id, issuer, today) for pair_id in pair_ids]
    if not any(nudge.to for nudge in found):
        raise RuleBroken("nobody_to_nudge")
    return found


def _nudge(db: Db, pair_id: int, issuer: str, today: date) -> Nudge:
    pair = pair_details(db, pair_id, today)
    if pair.row.state is PairState.ENDED:
        raise RuleBroken("pair_ended")
    people = (pair.mentee, pair.mentor)
    to = tuple(one for one in people if can_be_written_to(one.email))
    without = tuple(one.name for one in people if one not in to)
    row = pair.row
    return Nudge(
        pair_id, pair.mentee.name, pair.mentor.name, row.cohort, row.last_met, row.began_on,
        row.next_on, issuer, to, without,
    )  # fmt: skip


@allowed(*ADMINISTRATORS)
def put_off(db: Db, pair_id: int, until: date) -> None:
    """Let a pair not count as quiet until a day; Home’s “show everything again” ends it too."""
    pair = db.get_one(MentoringPair, pair_id)
    wanted = select(Snooze).where(Snooze.line == QUIET_PAIR, Snooze.subject_id == pair.id)
    found = db.scalar(wanted)
    if found is None:
        found = Snooze(line=QUIET_PAIR, subject_id=pair.id)
        db.add(found)
    found.until = until


def write_nudges(folder: Path, found: Sequence[Nudge], words: Words) -> list[Path]:
    """Write a draft for each person who can be reached into a folder; doing it again replaces them.

    Neither of the two learns the other’s address. Raises FileProblem if it cannot be written to.
    """
    drafts = []
    for nudge in found:
        for person in nudge.to:
            subject, body = words(nudge, person)
            data = write_message(subject, body, [Attendee(person.name, person.email)])
            drafts.append(IssuedFile(person.id, nudge.draft_name(person), data))
    return write_files(folder, drafts)
