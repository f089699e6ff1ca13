"""Attendance rates with 1,000,000 marks against raw SQL, and how they grow with the academy.

    python benchmarks/rates.py [how many cohorts]

Two academies are made as `academy sample --scale N` makes them: one of 100 cohorts, one large
enough for 1,000,000 marks. The floor is the same question as one SQL text on the same file.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from in_turn import milliseconds, tell

from academy.domain.words import Who
from academy.store.engine import connect
from academy.store.store import Store
from academy.usecases.rates import cohort_rates, together
from academy.usecases.sample import make_sample

TODAY = date(2026, 11, 26)
RATES = """
    SELECT s.cohort_id, SUM(m.letter = 'P'), SUM(m.letter = 'L'), COUNT(m.letter)
    FROM training_sessions s JOIN marks m ON m.session_id = s.id JOIN places p ON p.id = m.place_id
    WHERE s.state = 'planned' AND s.held_on <= ? AND p.state <> 'withdrawn' {}
    GROUP BY s.cohort_id
"""
EVERYBODY, ONE = RATES.format(""), RATES.format("AND s.cohort_id = ?")
COHORT = 77
GOALS = {"cohort_rates()": 1.2}


def measured(folder: Path, cohorts: int) -> tuple[int, dict[str, float], dict[str, float]]:
    """Return how many marks there are, and what one cohort and everybody took."""
    path = folder / f"{cohorts}.academy"
    store: Store = make_sample(path, Who("Dana Price"), TODAY, scale=cohorts)
    bare, today = connect(path), TODAY.isoformat()
    marks = bare.execute("SELECT COUNT(*) FROM marks").fetchone()[0]
    one = {
        "raw SQL": lambda: bare.execute(ONE, (today, COHORT)).fetchall(),
        "cohort_rates()": lambda: store.read(cohort_rates, TODAY, COHORT),
    }
    everybody = {
        "raw SQL": lambda: bare.execute(EVERYBODY, (today,)).fetchall(),
        "cohort_rates()": lambda: together(store.read(cohort_rates, TODAY)),
    }
    found = marks, milliseconds(one, rounds=200), milliseconds(everybody, rounds=7)
    store.close()
    return found


def main(cohorts: int) -> None:
    """Measure a small and a large academy."""
    with tempfile.TemporaryDirectory() as name:
        small = measured(Path(name), 100)
        large = measured(Path(name), cohorts)
    for marks, one, everybody in (small, large):
        tell(f"The rate of everybody, {marks:,} marks", everybody, GOALS)
        tell(f"The rate of one cohort among {marks:,} marks", one, {})
    grown = large[1]["cohort_rates()"] / small[1]["cohort_rates()"]
    print(f"A cohort's rate takes {grown:.2f} × as long in the large academy (goal: about 1)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4400)
