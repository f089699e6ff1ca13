"""Make the pictures of every screen for the manual: ``python docs/make_pictures.py [FOLDER]``.

Each screen of the sample academy and of an empty one: light, dark, at 200 % and at 800 × 600.
Nothing needs a screen. Without a folder they go into docs/pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from academy.domain.words import Who
from academy.store.file import create
from academy.store.store import Store
from academy.ui.main_window import pages
from academy.ui.main_window.application import prepared
from academy.ui.main_window.picturing import save_picture
from academy.usecases import cohorts, people, sessions
from academy.usecases.sample import make_sample, practice_files
from academy.usecases.sample.practice import PracticeFiles

HERE = Path(__file__).resolve().parent
FORMS: Mapping[str, tuple[tuple[int, int], str, float]] = {
    "light": ((1280, 800), "light", 1.0),
    "dark": ((1280, 800), "dark", 1.0),
    "200": ((1280, 800), "light", 2.0),
    "800x600": ((800, 600), "light", 1.0),
}
ANYWHERE = {
    "home": "home",
    "cohorts": "cohorts",
    "people": "people",
    "organisations": "organisations",
    "calendar-month": "calendar/month",
    "calendar-week": "calendar/week",
    "calendar-list": "calendar/list",
    "mentoring-all": "mentoring",
    "mentors": "mentoring/mentors",
    "certificates": "certificates",
    "templates": "templates",
    "settings": "settings",
    "history": "history",
    "help": "help",
}
TABS = ("overview", "people", "register", "mentoring", "completion")


def sample_addresses(store: Store, practice: PracticeFiles) -> dict[str, str]:
    """Return the addresses of all screens of the sample, by the picture's name."""
    by_name = {row.name: row.id for row in store.read(cohorts.cohorts)}
    running, finished = by_name["Top Talent 7"], by_name["Top Talent 5"]
    planned, today = by_name["Empowering Women 5"], date.today()  # noqa: DTZ011
    held = {row.held_on: row.id for row in store.read(sessions.sessions, running)}
    person = store.read(people.people)[0].id
    return {
        **ANYWHERE,
        **{f"cohort-{tab}": f"cohort/{running}/{tab}" for tab in TABS},
        "mentoring-suggested": f"cohort/{running}/mentoring/suggestions",
        "learning-sets": f"cohort/{running}/sets",
        "pair": "pair/42",
        "issue": f"cohort/{finished}/issue",
        "template": "template/3",
        "import-people": f"cohort/{planned}/import?file={practice.enrolments}",
        "import-meeting": f"session/{held[today]}/import?file={practice.teams}",
        "person": f"person/{person}",
        "palette": "palette/sian",
    }


def empty_addresses(store: Store) -> dict[str, str]:
    """Return the addresses whose empty states are worth a look."""
    del store
    return {f"empty-{name}": address for name, address in ANYWHERE.items() if name != "help"}


def there(address: str) -> bool:
    """Whether the program has the page of an address."""
    name = pages.parted(address)[0]
    return name in ("palette", "start") or pages.is_page(name)


def pictures(store: Store, addresses: Mapping[str, str], goal: Path) -> Iterator[Path]:
    """Write the pictures of some addresses in all forms."""
    for name, address in addresses.items():
        if there(address):
            for form, (size, scheme, zoom) in FORMS.items():
                yield save_picture(store, address, goal / f"{name}-{form}.png", size, scheme, zoom)


def main() -> None:
    """Write all pictures and say where."""
    goal = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pictures"
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        prepared(config=where / "settings")
        for form, (size, scheme, zoom) in FORMS.items():
            print(save_picture(None, "start", goal / f"start-{form}.png", size, scheme, zoom))
        who = Who("Dana Price")
        practice = practice_files(where, date.today())  # noqa: DTZ011
        store = make_sample(where / "Sample.academy", who, date.today())  # noqa: DTZ011
        for path in pictures(store, sample_addresses(store, practice), goal):
            print(path)
        store.close()
        name = "Kent & Medway Leadership Academy"
        empty = create(where / "Kent & Medway.academy", who, name=name)
        for path in pictures(empty, empty_addresses(empty), goal):
            print(path)
        empty.close()


if __name__ == "__main__":
    main()
