"""Teams reports of every generation say what an independent reading of the same files says."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from academy.exchange.meetings import as_written, read_meeting

FOLDER = Path(__file__).parent.parent / "data" / "meetings"
EXPECTED = json.loads((FOLDER / "expected-teams.json").read_text(encoding="utf-8"))
DAYS = {"T01": date(2020, 12, 11), "T03": date(2020, 11, 4)}


def report(key):
    name = EXPECTED[key]["file"]
    return read_meeting((FOLDER / name).read_bytes(), name, DAYS.get(key))


def raw(line):
    return {
        "name": line.name,
        "join": as_written(line.join, utc=False),
        "leave": as_written(line.leave, utc=False),
        "seconds": line.stated_seconds,
        "email": line.email,
        "upn": line.upn,
        "role": line.role,
    }


def wanted(rows, *left_out):
    keys = {"name", "join", "leave", "seconds", "email", "upn", "role"} - set(left_out)
    return [{key: row[key] for key in keys} for row in rows]


@pytest.mark.parametrize("key", EXPECTED)
def test_the_order_of_dates_and_the_generation_are_found(key):
    found = report(key)
    assert found.date_order == EXPECTED[key]["date_order"]
    assert found.generation == EXPECTED[key]["generation"]
    assert not found.undecided


@pytest.mark.parametrize("key", ["T08", "T10a", "T13", "T16"])
def test_every_row_has_its_name_times_address_and_stated_duration(key):
    found = report(key)
    assert [raw(line) for line in found.lines] == wanted(EXPECTED[key]["people"])
    activities = [raw(line) for line in found.activities]
    for row in activities:
        del row["upn"], row["role"]
    assert activities == wanted(EXPECTED[key]["activities"], "upn", "role")


@pytest.mark.parametrize("key", ["T01", "T03", "T18"])
def test_every_event_of_a_list_is_read_in_order(key):
    found = report(key)
    events = {}
    for line in found.lines:
        kind = "join" if line.join else "leave"
        moment = as_written(line.join or line.leave, utc=found.utc)
        events.setdefault(line.name, []).append([kind, moment])
    same = {"join-before": "join", "Joined": "join", "Left": "leave"}
    assert events == {
        person["name"]: [[same.get(kind, kind), at] for kind, at in person["events"]]
        for person in EXPECTED[key]["people"]
    }


@pytest.mark.parametrize("key", ["T01", "T03"])
def test_somebody_whose_last_leave_is_missing_is_open(key):
    opened = {person.name: person.open for person in report(key).people}
    assert opened == {person["name"]: person["ends_open"] for person in EXPECTED[key]["people"]}


def test_an_open_interval_lasts_to_the_last_time_in_the_file():
    people = {person.name: person for person in report("T03").people}
    assert people["Una MacAllister"].last_leave is None
    assert people["Una MacAllister"].seconds == 50


@pytest.mark.parametrize("key", ["T10a", "T13"])
def test_the_summary_gives_title_start_and_end(key):
    found, summary = report(key), EXPECTED[key]["summary"]
    assert found.title.split() == summary["Meeting title"].split()
    assert found.starts.isoformat() == summary["Start time"]
    assert found.ends.isoformat() == summary["End time"]


def test_minutes_are_the_union_of_the_true_intervals_and_not_first_to_last():
    people = {person.name: person for person in report("T13").people}
    assert people["Rita Rejoin"].seconds == 90 * 60
    assert people["Rita Rejoin"].first_join == datetime(2026, 9, 22, 15)
    assert people["Rita Rejoin"].last_leave == datetime(2026, 9, 22, 18)
    assert people["Omar Open"].open
    assert people["Omar Open"].seconds == 3 * 3600 + 86
    assert people["Avery, Quinn"].seconds is None
    assert people["Noor Late"].seconds is None
    assert people["Noor Late"].stated_seconds == 1800


def test_one_address_from_two_devices_is_one_person_and_a_bare_name_only_a_suggestion():
    found = report("T13")
    lee = [person for person in found.people if person.email.casefold().startswith("lee.")]
    assert [person.seconds for person in lee] == [9000]
    assert lee[0].clean_name == "Lee Thistlewood"
    assert [person.name for person in found.people if "Jamie" in person.name] == [
        "Jamie Sample",
        "Jamie Sample (Unverified)",
    ]
    assert [note.who for note in found.notes if note.key == "same_name"] == ["Jamie Sample"]


def test_a_participant_id_is_no_address():
    gast = report("T16").people[1]
    assert (gast.name, gast.email, gast.upn) == ("Gast", "", "gast@partner.example")


def test_a_live_event_is_in_utc():
    found = report("T18")
    assert found.utc
    assert as_written(found.people[0].first_join, utc=found.utc) == "2022-01-25T16:48:08Z"
