"""Queries of the large tables go along indexes: SQLite's own plans of the very statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

import pytest

from academy.domain.words import Who
from academy.store.file import in_memory
from academy.store.journal import Db, Gesture
from academy.store.store import Store
from academy.usecases import (
    calendar,
    calendar_list,
    certificate_log,
    certificates,
    clashes,
    cohorts,
    directory,
    history,
    history_pages,
    home,
    mentoring_waiting,
    search,
)
from academy.usecases.calendar_list import Words
from academy.usecases.certificate_log import EVERY
from academy.usecases.people_matching import Matcher
from academy.usecases.person_record import person_record
from academy.usecases.register import register
from academy.usecases.sample import scaled_rows
from asked import asked
from builders import TODAY, WEEK

NOW = datetime.combine(TODAY, time(10))
LARGE = ("people", "marks", "places", "training_sessions", "certificates", "journal_entries",
         "journal_changes")  # fmt: skip
STATES = dict.fromkeys(("issued", "revoked", "replaced", "expired"), "")
BY_TIME = [("day", False), ("starts", False)]
SAID = Words({}, {}, "", "", str, str, "")


def whom_a_list_means(db: Db) -> object:
    """Compare a list of one with everybody."""
    return Matcher(db).matches([({"full_name": "Sian Hughes", "email": "s@kent.example"}, None)])


JOBS: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
    "home": (home.home, (NOW,)),
    "register": (register, (5, TODAY)),
    "cohort": (cohorts.cohort_row, (5,)),
    "person": (person_record, (100, TODAY)),
    "search": (search.found, ("sian hughes",)),
    "page of people": (directory.people_of_page, ([30, 31, 32],)),
    "certificates of a person": (certificates.certificates_of, (30,)),
    "certificate": (certificates.certificates, (5,)),
    "page of certificates": (certificate_log.certificates_of_page, ([],)),
    "log of certificates": (certificate_log.ids_in_order, (EVERY, "", (), STATES, TODAY)),
    "who may be meant": (directory.likely_people, ("sian hughes", 200)),
    "newest changes": (history.recent_changes, (200,)),
    "page of history": (history_pages.changes_of_page, ([1],)),
    "history of a record": (history.record_history, ("people", 30)),
    "history of a cohort": (history.recent_changes, (200, 5)),
    "a week of the calendar": (calendar.calendar, (TODAY, TODAY + WEEK, TODAY)),
    "page of the calendar": (calendar.sessions_of_page, ([30, 31], {})),
    "list of the calendar": (calendar_list.ids_in_order, (None, "", BY_TIME, SAID, {})),
    "next session": (calendar_list.first_to_come, (TODAY, None)),
    "clashes to come": (calendar_list.clashes_to_come, (TODAY, None)),
    "clashes of a session": (clashes.clashes_of_session, (5,)),
    "who waits for a mentor": (mentoring_waiting.waiting_cohorts, ()),
    "whom a list means": (whom_a_list_means, ()),
}
WHOLE = {  # each of these looks at all there is; how fast, docs/reference/performance.md says
    "home": {"places"},  # who missed anything in any running cohort, who is due
    "search": {"certificates", "places"},  # letters in the middle of a number or name
    "newest changes": {"journal_entries"},  # from the newest back, until it has enough
    "page of history": {"journal_entries"},  # back to the fiftieth, the last that can be undone
    "history of a cohort": {"journal_entries"},  # from the newest back, until it has enough
}


@pytest.fixture(scope="module")
def store() -> Store:
    made = in_memory(Who("Dana Price"))
    made.fill(Gesture("make_sample"), scaled_rows(60, TODAY))
    return made


def scanned(store: Store, query: Callable[..., Any], args: tuple[Any, ...]) -> set[str]:
    """Return the large tables that a query reads from end to end, not along an index."""
    connection = store._reading.raw_connection()
    found = set()
    for statement in asked(store, query, *args):
        lines = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()  # type: ignore[attr-defined]
        found |= {
            words.split()[1] for *_, words in lines
            if words.startswith("SCAN") and " INDEX " not in words
        }  # fmt: skip
    return found & set(LARGE)


@pytest.mark.parametrize("job", JOBS)
def test_no_large_table_is_read_from_end_to_end(store: Store, job: str) -> None:
    query, args = JOBS[job]
    assert scanned(store, query, args) <= WHOLE.get(job, set())


def test_a_scan_would_be_noticed(store: Store) -> None:
    from sqlalchemy import select

    from academy.domain.people import Person

    assert scanned(store, lambda db: db.execute(select(Person.phone)).all(), ()) == {"people"}
