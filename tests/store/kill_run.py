"""Kill a writing program again and again; nothing it was told is saved may be lost.

`PYTHONPATH=src:tests python -m tests.store.kill_run --kills 200 --people 1` (then `--people 30`)
prints how many commands were acknowledged, lost, half there, and the slowest reopening.
`--control` turns SQLite's journal off and writes 4,000 people at a time: that run must fail.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from academy.domain.people import Person
from academy.domain.words import Who
from academy.store.file import StoreUnavailable, create, open_academy
from explains import journal_explains

from .programs import start

WRITER = """
import sys
from itertools import count
from pathlib import Path
from academy.domain.people import Person
from academy.domain.words import Who
from academy.store.file import open_academy
from academy.store.store import Gesture

path, first, people, control = Path(sys.argv[1]), *map(int, sys.argv[2:])
store = open_academy(path, Who("Kid"))
if control:
    driver = store._reading.raw_connection().driver_connection
    driver.execute("PRAGMA journal_mode=OFF")
    driver.execute("PRAGMA cache_size=10")

def command(db, number):
    for n in range(people):
        db.add(Person(full_name=f"{number} {n}"))
        if n % 500 == 499:
            db.flush()
            print("half", flush=True)

for number in count(first):
    store.write(Gesture("import_people", {"n": people}), command, number)
    print("ACK", number, flush=True)
"""


@dataclass
class Result:
    """What a run of kills came to; all but `acknowledged` must be 0, `slowest` in seconds."""

    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    unreadable: int = 0
    slowest: float = 0.0

    @property
    def good(self):
        return self.acknowledged > 0 and not (self.lost or self.half or self.unreadable)


def kill_once(path, first, people, control, chance):
    """Start a writer, kill it in the middle of its work, return the numbers it acknowledged."""
    writer = start(WRITER, path, first, people, int(control))
    said = [writer.stdout.readline()]
    time.sleep(chance.uniform(0, 0.25))
    writer.kill()
    said += writer.communicate()[0].splitlines()
    return [int(line.split()[1]) for line in said if line.startswith("ACK ")]


def kill_run(kills, people, *, control=False, seed=0):
    """Kill as often as told; stop at the first file that does not open."""
    chance, result = random.Random(seed), Result()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.academy"
        create(path, Who("Ann"), name="Anytown").close()
        for n in range(kills):
            done = kill_once(path, n * 100_000, people, control, chance)
            result.acknowledged += len(done)
            began = time.perf_counter()
            try:
                look(path, done, people, result)
            except StoreUnavailable:
                result.unreadable += 1
                break
            result.slowest = max(result.slowest, time.perf_counter() - began)
    return result


def look(path, done, people, result):
    """Reopen: every acknowledged command is there, none by half, and the journal explains all."""
    store = open_academy(path, Who("Ann"))
    names = store.read(lambda db: db.scalars(select(Person.full_name)).all())
    if not result.half:
        there = Counter(int(name.split()[0]) for name in names)
        result.lost += sum(there[number] == 0 for number in done)
        result.half += sum(count != people for count in there.values())
    if not result.half:
        journal_explains(store)
    store.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--people", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    asked = parser.parse_args()
    people = 4000 if asked.control else asked.people
    result = kill_run(asked.kills, people, control=asked.control)
    print(result)
    sys.exit(not result.good)


if __name__ == "__main__":
    main()
