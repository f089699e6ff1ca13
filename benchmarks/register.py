"""The register: read, painted, and 24 marks set as one gesture.

    python benchmarks/register.py

Read: 30 people × 12 sessions against one raw SQL join of the same cells, its rows as they come;
statements are counted as the driver sends them. Three marks of four are present, at random, so
that most people have marks like nobody else's. Painted: 60 × 20 offscreen against an empty table
view of the same size. Marked: 24 marks as one gesture against 24 upserts in one transaction with
the same pragmas.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from datetime import time as clock_time
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from in_turn import milliseconds, tell

from academy.domain.words import Letter, Who
from academy.store.engine import connect
from academy.store.file import create
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import attendance, cohorts, people, programmes, sessions
from academy.usecases.attendance import MarkDraft
from academy.usecases.register import register

TODAY = date(2026, 11, 26)
LETTERS = (Letter.PRESENT, Letter.ABSENT, Letter.LATE, Letter.EXCUSED)
OFTEN = (75, 10, 10, 5)
JOIN = """
    SELECT places.id, people.full_name, people.family_name, training_sessions.id,
           training_sessions.title, training_sessions.held_on, marks.letter, marks.note
    FROM places JOIN people ON people.id = places.person_id
    JOIN training_sessions ON training_sessions.cohort_id = places.cohort_id
    LEFT JOIN marks ON marks.place_id = places.id AND marks.session_id = training_sessions.id
    WHERE places.cohort_id = ?
    ORDER BY people.family_name, training_sessions.held_on
"""


class Cohort:
    """A cohort in an academy file of its own, every cell marked."""

    def __init__(self, path: Path, size: int, held: int) -> None:
        self.path = path
        self.store: Store = create(path, Who("Dana Price"), name="Benchmark")
        draft = programmes.ProgrammeDraft(name="Top Talent")
        programme = self.do(programmes.save_programme, draft, TODAY)
        taken = cohorts.CohortDraft(programme_id=programme, name="Top Talent 1", capacity=size)
        self.id: int = self.do(cohorts.save_cohort, taken)
        names = [people.PersonDraft(full_name=f"Pat Zed{n:02}") for n in range(size)]
        known = [self.do(people.save_person, name) for name in names]
        self.places: list[int] = self.do(cohorts.enrol, self.id, known, TODAY)
        self.sessions: list[int] = [self._session(7 * (held - n)) for n in range(held)]
        cells = [(s, p) for s in self.sessions for p in self.places]
        dice = Random(1)
        every = [MarkDraft(s, p, dice.choices(LETTERS, OFTEN)[0]) for s, p in cells]
        self.do(attendance.mark, every, TODAY)

    def do(self, command: Callable[..., Any], *given: object) -> Any:
        """Run a command as somebody at the window would."""
        return self.store.write(Gesture("mark", {"n": 1, "letter": "P"}), command, *given)

    def _session(self, ago: int) -> int:
        day = TODAY - timedelta(days=ago)
        times = {"starts": clock_time(9, 30), "ends": clock_time(12, 30)}
        draft = sessions.SessionDraft(cohort_id=self.id, title=f"Day {ago}", held_on=day, **times)
        made: int = self.do(sessions.save_session, draft)
        return made

    def read(self) -> object:
        """Read the register as its page does."""
        return self.store.read(register, self.id, TODAY)


def reading(folder: Path) -> None:
    """Compare reading a register with one join."""
    cohort = Cohort(folder / "read.academy", 30, 12)
    bare = connect(cohort.path)
    statements: list[str] = []
    took = milliseconds(
        {
            "one raw SQL join": lambda: bare.execute(JOIN, (cohort.id,)).fetchall(),
            "register()": cohort.read,
        },
        rounds=200,
    )
    tell("Reading a register of 30 × 12", took, {"register()": 1.7})
    driver: Any = cohort.store._reading.raw_connection().driver_connection
    driver.set_trace_callback(statements.append)
    cohort.read()
    driver.set_trace_callback(None)
    asked = sum(statement.lstrip().startswith("SELECT") for statement in statements)
    print(f"  {asked} statements (goal: at most 2)")


def painting(folder: Path) -> None:
    """Compare painting the register's page with an empty table view."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QTableView

    from academy.ui.kit.desk import Desk
    from academy.ui.main_window.application import prepared
    from academy.ui.screens.register import RegisterTab

    application = prepared(folder / "settings")
    cohort = Cohort(folder / "paint.academy", 60, 20)
    tab, empty = RegisterTab(Desk(cohort.store)), QTableView()
    model = QStandardItemModel(60, 20)
    empty.setModel(model)
    tab.open_cohort(cohort.id)
    for window in (empty, tab):
        window.resize(1280, 800)
        window.show()
    application.processEvents()
    ways = {"an empty QTableView": empty.grab, "the register": tab.grab}
    tell("Painting a register of 60 × 20 at 1280 × 800", milliseconds(ways, rounds=30), {})
    print("  goal: the register in 50 ms")


def marking(folder: Path) -> None:
    """Compare 24 marks as one gesture with 24 upserts in one transaction."""
    cohort = Cohort(folder / "mark.academy", 24, 4)
    bare = connect(folder / "bare.db", "rwc")
    bare.execute(
        "CREATE TABLE marks (id INTEGER PRIMARY KEY AUTOINCREMENT, session_id INT, place_id INT,"
        " letter TEXT, UNIQUE (session_id, place_id))"
    )
    marked, written = count(), count()
    session = cohort.sessions[-1]

    def ours() -> None:
        letter = LETTERS[next(marked) % 2]  # another one each time
        cohort.do(attendance.mark, [MarkDraft(session, p, letter) for p in cohort.places], TODAY)

    def raw() -> None:
        letter = LETTERS[next(written) % 2].value
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(
            "INSERT INTO marks (session_id, place_id, letter) VALUES (1, ?, ?)"
            " ON CONFLICT (session_id, place_id) DO UPDATE SET letter = excluded.letter",
            [(place, letter) for place in cohort.places],
        )
        bare.execute("COMMIT")

    ways = {"24 upserts, one transaction": raw, "24 marks as one gesture": ours}
    took = milliseconds(ways, rounds=40, clock=time.perf_counter)
    tell("Marking 24 people (by the wall clock, to the disk)", took, {})


def main() -> None:
    """Run all three."""
    with tempfile.TemporaryDirectory() as name:
        for job in (reading, painting, marking):
            job(Path(name))


if __name__ == "__main__":
    main()
