"""Several programs on one file, and a disk that is full."""

import time

import pytest

from academy.domain.words import Who
from academy.store.file import create, open_academy
from academy.store.store import Conflict, Gesture
from explains import journal_explains

from .odd import ANN, G, Pupil, alter, new_pupil, odd_store
from .programs import run, start
from .test_file import add_person

COUNTS = """
import sys
from pathlib import Path
from academy.domain.words import Who
from academy.store.store import Conflict
from store.odd import G, Pupil, alter, odd_store

store = odd_store(Path(sys.argv[1]), Who(sys.argv[2]))

def one_more(db):
    alter(db, Pupil, 1, score=(db.get_one(Pupil, 1).score or 0) + 1)

for n in range(60):
    store.write(G, one_more)
    if n % 4 == 3:
        try:
            store.undo()
        except Conflict:
            continue
        store.write(G, one_more)
"""
CALLS = """
import sys
from pathlib import Path
from academy.domain.words import Who
from store.odd import G, Pupil, alter, odd_store
store = odd_store(Path(sys.argv[1]), Who("Bob"))
store.write(G, alter, Pupil, 1, phone="from another program")
"""


def test_two_programs_at_once_lose_no_update(tmp_path):
    path = tmp_path / "odd.sqlite"
    store = odd_store(path)
    store.write(G, new_pupil, "A")
    told = []
    store.on_change = told.append
    programs = [start(COUNTS, path, name) for name in ("one", "two")]
    while any(program.poll() is None for program in programs):
        store.poll()
        time.sleep(0.02)
    assert [program.communicate() and program.returncode for program in programs] == [0, 0]
    assert store.read(lambda db: db.get_one(Pupil, 1).score) == 120
    assert len(told) > 1
    journal_explains(store)
    store.close()


def test_another_programs_change_is_announced_and_never_undone(tmp_path):
    path = tmp_path / "odd.sqlite"
    store = odd_store(path)
    store.write(G, new_pupil, "A")
    store.write(G, alter, Pupil, 1, phone="1")
    told = []
    store.on_change = told.append
    assert run(CALLS, path)[0] == 0
    store.poll()
    assert told == [{"odd_pupils": {1}}]
    with pytest.raises(Conflict) as caught:
        store.undo()
    assert (caught.value.by, caught.value.rows) == ("Bob", (("odd_pupils", 1),))
    store.close()


FULL = """
import resource, signal, sys
from pathlib import Path
from sqlalchemy import func, select
from academy.domain.people import Person
from academy.domain.words import Who
from academy.store import backup
from academy.store.file import StoreUnavailable, open_academy
from academy.store.store import Gesture

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, rows = Path(sys.argv[1]), int(sys.argv[2])
folder = backup.folder_of(path)
store = open_academy(path, Who("Kid"))

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def many(db):
    for n in range(rows):
        db.add(Person(full_name=f"person {n}", job_title="x" * 200))

def people():
    return store.read(lambda db: db.scalar(select(func.count()).select_from(Person)))

def tried(use, *args):
    try:
        use(*args)
    except StoreUnavailable as problem:
        return problem.key

keys, count = set(), people()
for step in range(25):
    limit(path.stat().st_size + step * rows * 12)
    key = tried(store.write, Gesture("import_people"), many)
    keys.add(key)
    count += 0 if key else rows
    assert people() == count, (key, people(), count)
    keys.add(tried(backup.back_up, path, folder))
    assert not [f for f in folder.glob(".*")], "an unverified backup is left"
limit(resource.RLIM_INFINITY)
assert tried(store.write, Gesture("import_people"), many) is None  # what was typed can be saved
store.close()
print(*sorted(map(str, keys)))
"""


@pytest.mark.parametrize("rows", [1, 24, 500])
def test_a_full_disk_keeps_all_of_a_command_or_nothing(tmp_path, rows):
    pytest.importorskip("resource")
    path = tmp_path / "a.academy"
    store = create(path, ANN, name="Anytown")
    store.write(Gesture("add_person"), add_person, "Aoife")
    store.close()
    code, said = run(FULL, path, rows)
    assert code == 0
    keys = set(said.split())
    assert keys <= {"None", "store_disk_full", "store_disk_trouble"}
    assert len(keys) > 1
    store = open_academy(path, Who("Ann"))
    journal_explains(store)
    store.close()
