"""Write the populated academy that stays as the memory of a released schema.

`PYTHONPATH=src python tests/data/make_academy.py` writes `academy-<revision>.academy` beside
itself. Once a revision is released its file is never written again.
"""

from datetime import date
from pathlib import Path

from sqlalchemy import select

from academy.domain.people import Person
from academy.domain.words import Who
from academy.store.schema import SCHEMA
from academy.store.store import Gesture
from academy.usecases.sample import make_sample


def add_person(db, name):
    """Add somebody; their id is used, also when this is undone."""
    db.add(Person(full_name=name))


def rename(db, name):
    """Change the first person."""
    db.scalars(select(Person).order_by(Person.id)).first().known_as = name


def main():
    path = Path(__file__).with_name(f"academy-{SCHEMA}.academy")
    path.unlink(missing_ok=True)
    store = make_sample(path, Who("Ann"), date(2026, 6, 15))
    store.write(Gesture("change_person"), rename, "Siân")
    store.write(Gesture("add_person"), add_person, "Łukasz O’Neil")
    store.undo()
    store.write(Gesture("change_person"), rename, "Zoë")
    store.close()
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
