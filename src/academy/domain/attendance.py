"""Attendance: marks, the rate they give, and what they say about a person's chances.

Attendance is P and L (L whole or half, as the programme says) divided by the person's marked
sessions so far; commitment counts E as attended. Blank, cancelled and “not held” count nowhere;
an apology for a session to come counts once its day has come.

The rules take a person's marks as one text, a letter for each session in order, a space where it
is blank (`written`): a register asks them of everybody after every mark, and counting letters of
a text is the quickest there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.cohorts import Place
from academy.domain.sessions import TrainingSession
from academy.domain.words import Letter

BLANK: Final = " "


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


def written(letters: Iterable[Letter | None]) -> str:
    """Return marks in the order of their sessions as the text that the rules take."""
    return "".join([letter or BLANK for letter in letters])


def attendance(letters: str, *, late_counts_half: bool = False) -> Attendance:
    """Return what a person's marks amount to."""
    late = letters.count(Letter.LATE) * (0.5 if late_counts_half else 1.0)
    marked = len(letters) - letters.count(BLANK)
    return Attendance(letters.count(Letter.PRESENT) + late, marked)


def missed_in_a_row(letters: str) -> int:
    """Return how many of the latest marked sessions were missed; E breaks no row, nor counts."""
    latest = max(letters.rfind(Letter.PRESENT), letters.rfind(Letter.LATE))
    return letters.count(Letter.ABSENT, latest + 1)


def best_percent(so_far: Attendance, blank: int, excused_to_come: int = 0) -> int | None:
    """Return the rate a person has if they attend every session that is still blank."""
    marked = so_far.marked + blank + excused_to_come
    return int(100 * (so_far.attended + blank) / marked) if marked else None
