"""The log of certificates by pages: it says, finds and sorts what a list of all would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from academy.domain.words import CertificateKind, CertificateState
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import certificate_log, certificates
from academy.usecases.certificate_log import EVERY, LogFilter
from academy.usecases.certificates import CertificateRow
from builders import TODAY, a_cohort, a_programme, an_academy, certified, enrolled, marks

WORDS = {"issued": "issued", "revoked": "revoked", "replaced": "replaced", "expired": "expired"}
SOON = [TODAY + timedelta(days) for days in range(61)]
NAMES = ("Siân Hughes", "Tola Adeyemi", "Noor Ahmed", "Petra Novak", "Łukasz Żak", "Ana O’Hara")


@pytest.fixture(scope="module")
def store() -> Store:
    made = an_academy()
    for number, days in enumerate((None, -400, -1, 0, 30, 60, 61, 900)):
        cohort = a_cohort(made, sessions=1, name=f"Talent {number}")
        places = enrolled(made, cohort, NAMES[: 2 + number % 5])
        marks(made, cohort, *["P"] * len(places))
        day = None if days is None else TODAY + timedelta(days)
        ids = certified(made, cohort, places, expires_on=day)
        if number % 3 == 0:
            made.write(Gesture("revoke_certificate"), certificates.revoke, ids[0], TODAY,
                       "Wrong hours")  # fmt: skip
    return made


def plain(store: Store) -> list[CertificateRow]:
    return store.read(certificates.certificates)


def ids(
    store: Store, chosen: LogFilter = EVERY, typed: str = "", *order: tuple[str, bool]
) -> list[int]:
    return list(store.read(certificate_log.ids_in_order, chosen, typed, order, WORDS, TODAY))


def test_pages_say_what_the_list_of_all_says(store: Store) -> None:
    assert len(plain(store)) > 20
    assert store.read(certificate_log.certificates_of_page, ids(store)) == plain(store)


PASSING: list[tuple[LogFilter, Callable[[CertificateRow], bool]]] = [
    (LogFilter(state="live"), lambda c: c.live and not c.expired(TODAY)),
    (LogFilter(state="expired"), lambda c: c.expired(TODAY)),
    (LogFilter(state="expiring"), lambda c: c.live and c.expires_on in SOON),
    (LogFilter(state="revoked"), lambda c: c.state is CertificateState.REVOKED),
    (LogFilter(cohort=3), lambda c: c.cohort_id == 3),
    (LogFilter(kind=CertificateKind.COMPLETION), lambda _c: True),
    (LogFilter(year=TODAY.year), lambda _c: True),
    (LogFilter(year=1999), lambda _c: False),
    (LogFilter(programme="nothing like it"), lambda _c: False),
    (LogFilter(state="expired", cohort=2), lambda c: c.expired(TODAY) and c.cohort_id == 2),
]


@pytest.mark.parametrize(("chosen", "passes"), PASSING, ids=map(str, range(len(PASSING))))
def test_each_filter_leaves_what_a_look_at_each_row_leaves(
    store: Store, chosen: LogFilter, passes: Callable[[CertificateRow], bool]
) -> None:
    wanted = [row.id for row in plain(store) if passes(row)]
    assert ids(store, chosen) == wanted
    assert store.read(certificate_log.number_of_certificates, chosen, TODAY) == len(wanted)


def test_what_can_be_chosen_is_what_certificates_differ_in(store: Store) -> None:
    rows = plain(store)
    of = {facet: store.read(certificate_log.choices, facet)  # type: ignore[arg-type]
          for facet in ("programme", "cohort", "kind", "year")}  # fmt: skip
    assert of["programme"] == [(name, name) for name in sorted({row.programme for row in rows})]
    assert set(of["cohort"]) == {(row.cohort_id, row.cohort) for row in rows}
    assert [key for key, _ in of["kind"]] == sorted({row.kind for row in rows})
    assert of["year"] == [(TODAY.year, str(TODAY.year))]
    for facet, found in of.items():
        for key, _words in found:
            assert ids(store, LogFilter(**{facet: key}))  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["number", "issued", "programme", "cohort", "printed", "name"])
def test_each_column_sorts_both_ways(store: Store, key: str) -> None:
    of = {"name": "sort", "issued": "issued_on", "printed": "printed_name"}.get(key, key)
    for down in (False, True):
        rows = store.read(certificate_log.certificates_of_page, ids(store, EVERY, "", (key, down)))
        found = [getattr(row, of) for row in rows]
        assert found == sorted(found, reverse=down)
        assert len(found) == len(plain(store))


@pytest.mark.parametrize("key", ["programme", "cohort", "printed"])
def test_capitals_do_not_part_what_is_sorted(key: str) -> None:
    made = an_academy()
    for name in ("beta", "Alpha", "Gamma"):
        cohort = a_cohort(made, a_programme(made, name), sessions=1, name=name)
        places = enrolled(made, cohort, [name])
        marks(made, cohort, "P")
        certified(made, cohort, places)
    rows = made.read(certificate_log.certificates_of_page, ids(made, EVERY, "", (key, False)))
    assert [row.cohort for row in rows] == ["Alpha", "beta", "Gamma"]


@pytest.mark.parametrize("down", [False, True])
def test_days_of_expiry_sort_with_none_last(store: Store, down: bool) -> None:
    sorted_ids = ids(store, EVERY, "", ("expires", down))
    days = [row.expires_on for row in store.read(certificate_log.certificates_of_page, sorted_ids)]
    filled = [day for day in days if day]
    assert filled == sorted(filled, reverse=down)
    assert days == filled + [None] * (len(days) - len(filled))


def test_states_sort_by_their_words_then_by_their_days(store: Store) -> None:
    found = store.read(
        certificate_log.certificates_of_page, ids(store, EVERY, "", ("state", False))
    )
    words = ["expired" if row.expired(TODAY) else row.state.value for row in found]
    assert words == sorted(words)


def test_words_are_found_wherever_a_row_shows_them(store: Store) -> None:
    rows = {row.id: row for row in plain(store)}
    sian = [id_ for id_, row in rows.items() if row.printed_name == "Siân Hughes"]
    revoked = [id_ for id_, row in rows.items() if row.state is CertificateState.REVOKED]
    assert ids(store, EVERY, "sian") == ids(store, EVERY, "SIÂN hughes") == sian
    assert ids(store, EVERY, "wrong hours") == ids(store, EVERY, "revoked") == revoked
    assert [rows[one].cohort for one in ids(store, EVERY, "talent ohara")] == ["Talent 4"]
    assert {rows[one].cohort for one in ids(store, EVERY, "talent 3 hughes")} >= {"Talent 3"}
    number = plain(store)[5].number
    assert ids(store, EVERY, number) == [plain(store)[5].id]
    expired = [id_ for id_, row in rows.items() if row.expired(TODAY)]
    assert ids(store, EVERY, "expired") == expired
    assert set(ids(store, EVERY, f"{TODAY:%b}".lower())) == set(rows)
    assert ids(store, EVERY, "nobody at all") == []


@pytest.mark.parametrize("typed", ["führung", "FUHRUNG", "women’s", "women's mid-career", "100%"])
def test_a_programme_is_found_as_people_type_it(typed: str) -> None:
    made = an_academy()
    for name in ("Women’s Führung: Mid-Career 100%", "Womens 1000"):
        cohort = a_cohort(made, a_programme(made, name), sessions=1)
        places = enrolled(made, cohort, 1)
        marks(made, cohort, "P")
        certified(made, cohort, places)
    found = {row.programme for row in plain(made) if row.id in ids(made, EVERY, typed)}
    assert "Women’s Führung: Mid-Career 100%" in found
    assert ids(made, EVERY, "1000%") == ids(made, EVERY, "w_mens") == []
