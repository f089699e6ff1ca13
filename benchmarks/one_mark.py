"""Saving one mark durably: the whole road through store and journal against bare SQL.

    python benchmarks/one_mark.py [how many]

The floor is the least that keeps a mark as safe: one INSERT … ON CONFLICT in a transaction of its
own, through the same driver with the same pragmas on the same disk. Both are done in turn, so
that a slow moment of the machine meets both. Printed are medians and their ratio; the goal is 3.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from in_turn import tell

from academy.domain.words import Letter, Who
from academy.store.engine import connect
from academy.store.file import create
from academy.store.journal import Gesture
from academy.usecases import attendance, cohorts, people, programmes, sessions
from academy.usecases.attendance import MarkDraft

TODAY = date(2026, 11, 26)


def bare(folder: Path) -> Callable[[int], None]:
    """Return the floor: what writes the n-th mark with nothing around it."""
    connection = connect(folder / "bare.db", "rwc")
    connection.execute(
        "CREATE TABLE marks (id INTEGER PRIMARY KEY AUTOINCREMENT, session_id INT, place_id INT,"
        " letter TEXT, UNIQUE (session_id, place_id))"
    )

    def write(n: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO marks (session_id, place_id, letter) VALUES (1, 1, ?)"
            " ON CONFLICT (session_id, place_id) DO UPDATE SET letter = excluded.letter",
            ("PA"[n % 2],),
        )
        connection.execute("COMMIT")

    return write


def ours(folder: Path) -> Callable[[int], None]:
    """Return what a letter key in the register does, down to the disk."""
    store = create(folder / "ours.academy", Who("Dana Price"), name="Benchmark")
    gesture = Gesture("change_settings")
    draft = programmes.ProgrammeDraft(name="Top Talent")
    programme = store.write(gesture, programmes.save_programme, draft, TODAY)
    cohort = cohorts.CohortDraft(programme_id=programme, name="Top Talent 1")
    cohort_id = store.write(gesture, cohorts.save_cohort, cohort)
    person = store.write(gesture, people.save_person, people.PersonDraft(full_name="Noor Ahmed"))
    place = store.write(gesture, cohorts.enrol, cohort_id, [person], TODAY)[0]
    held = sessions.SessionDraft(cohort_id=cohort_id, title="One", held_on=TODAY)
    session = store.write(gesture, sessions.save_session, held)

    def write(n: int) -> None:
        mark = MarkDraft(session, place, (Letter.PRESENT, Letter.ABSENT)[n % 2])
        store.write(Gesture("mark", {"n": 1, "letter": "P"}), attendance.mark, [mark], TODAY)

    return write


def main(count: int) -> None:
    """Write so many marks each way, in turn, and print what they took."""
    with tempfile.TemporaryDirectory() as name:
        ways = {"bare SQL": bare(Path(name)), "Academy": ours(Path(name))}
        took: dict[str, list[float]] = {way: [] for way in ways}
        for n in range(count + 20):
            for way, write in ways.items():
                start = time.perf_counter()
                write(n)
                if n >= 20:  # the first ones warm up
                    took[way].append(time.perf_counter() - start)
    middle = {way: median(times) * 1000 for way, times in took.items()}
    tell(f"One mark, kept (wall clock, median of {count})", middle, {"Academy": 3})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
