"""Attendance: marks, the rate they give, and what they say about a person's chances.

Attendance is P and L (L whole or half, as the programme says) divided by the person's marked
sessions so far; commitment counts E as attended. Blank, cancelled and “not held” count nowhere;
an apology for a session to come counts once its day has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.cohorts import Place
from academy.domain.sessions import TrainingSession
from academy.domain.words import Letter, RiskReason


class Mark(Entity):
    """One person's attendance at one session. Who marked it and when, the journal knows."""

    __tablename__ = "marks"
    __table_args__ = (UniqueConstraint("session_id", "place_id"), Entity.__table_args__)
    session_id: Mapped[int] = mapped_column(ForeignKey("training_sessions.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    letter: Mapped[Letter | None] = mapped_column(stored(Letter))  # none: only a note
    note: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")  # a key and facts: "teams 148 180"
    session: Mapped[TrainingSession] = relationship()
    place: Mapped[Place] = relationship()


@dataclass(frozen=True)
class Attendance:
    """How much a person attended: sessions attended (late may count half) of those marked."""

    attended: float
    marked: int

    @property
    def percent(self) -> int | None:
        """The rate in whole per cent, rounded down, so that 79.9 never shows as 80."""
        return int(100 * self.attended / self.marked) if self.marked else None


def attendance(letters: Iterable[Letter | None], *, late_counts_half: bool = False) -> Attendance:
    """Return what a person's marks amount to."""
    worth = {Letter.PRESENT: 1.0, Letter.LATE: 0.5 if late_counts_half else 1.0}
    marked = [letter for letter in letters if letter is not None]
    return Attendance(sum(worth.get(letter, 0.0) for letter in marked), len(marked))


def missed_in_a_row(letters: Sequence[Letter | None]) -> int:
    """Return how many of the latest marked sessions were missed; E breaks no row, nor counts."""
    count = 0
    for letter in reversed(letters):
        if letter is Letter.ABSENT:
            count += 1
        elif letter in (Letter.PRESENT, Letter.LATE):
            break
    return count


def best_percent(so_far: Attendance, blank: int, excused_to_come: int = 0) -> int | None:
    """Return the rate a person has if they attend every session that is still blank."""
    marked = so_far.marked + blank + excused_to_come
    return int(100 * (so_far.attended + blank) / marked) if marked else None


def risk(
    letters: Sequence[Letter | None],
    target: int | None,
    *,
    held: int | None = None,
    absences_in_a_row: int,
    late_counts_half: bool = False,
) -> RiskReason | None:
    """Return why a person in a running cohort needs a word, or nothing (experience 6.2).

    `letters` are their marks in the order of the sessions, blanks included, sessions that do not
    count left out; the first `held` of them (all, unless told) are of sessions whose day has come.
    """
    so_far = attendance(letters[:held], late_counts_half=late_counts_half)
    blank = sum(letter is None for letter in letters)
    held = len(letters) if held is None else held
    to_come = sum(letter is not None for letter in letters[held:])
    best = best_percent(so_far, blank, to_come)
    if target is not None and best is not None and best < target:
        return RiskReason.CANNOT_REACH
    if missed_in_a_row(letters[:held]) >= absences_in_a_row:
        return RiskReason.ABSENT_IN_A_ROW
    half = so_far.marked * 2 >= len(letters)
    if target is not None and half and so_far.percent is not None and so_far.percent < target:
        return RiskReason.BELOW_AT_HALF
    return None
