"""Webex, Google Meet and webinar reports say what a person reads in the same files."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from academy.domain.words import FileProblem
from academy.exchange.meetings import ByHand, as_written, read_meeting
from academy.exchange.meetings.by_hand import report_columns, with_field

FOLDER = Path(__file__).parent.parent / "data" / "meetings"
EXPECTED = json.loads((FOLDER / "expected-programs.json").read_text(encoding="utf-8"))
DAY = date(2026, 6, 16)


def read(*lines, day=DAY):
    return read_meeting("\n".join(lines).encode(), "report.csv", day)


def told(person):
    return {
        "name": person.clean_name,
        "email": person.email,
        "kind": person.kind,
        "first_join": as_written(person.first_join, utc=False),
        "last_leave": as_written(person.last_leave, utc=False),
        "seconds": person.seconds,
        "stated_seconds": person.stated_seconds,
        "open": person.open,
        "stayed_away": person.registered_absent,
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_a_report_says_what_a_person_reads_in_it(name):
    found = read_meeting((FOLDER / name).read_bytes(), name, DAY)
    assert {
        "source": found.source,
        "form": found.generation,
        "title": found.title,
        "date_order": found.date_order,
        "notes": [note.key for note in found.notes],
        "people": [told(person) for person in found.people],
    } == EXPECTED[name]


def test_webex_says_when_the_meeting_was_on_every_row():
    found = read_meeting(next(FOLDER.glob("W01*")).read_bytes(), "attendees.csv", None)
    assert found.starts == datetime(2026, 6, 16, 9, 26, 4)
    assert found.ends == datetime(2026, 6, 16, 12, 34, 10)


def test_cells_that_webex_keeps_from_spreadsheets_are_read_as_their_text():
    found = read(
        "Display Name,Attendee Email,Join Time,Leave Time,Attendance Duration",
        '="Ann Lee",="ann@example.org",="2026-06-16 09:00:00",="2026-06-16 10:00:00",="60 mins"',
    )
    assert [(p.name, p.email, p.seconds, p.stated_seconds) for p in found.people] == [
        ("Ann Lee", "ann@example.org", 3600, 3600)
    ]


@pytest.mark.parametrize("words", ["Still in meeting", "ACTIVE", "--", "n/a"])
def test_who_had_not_left_is_there_to_the_end_and_nothing_is_called_unreadable(words):
    found = read(
        "Participant,Joined at,Left at",
        f"Ann Lee,16/06/2026 09:00,{words}",
        "Bob Ray,16/06/2026 09:00,16/06/2026 10:00",
    )
    assert [(p.seconds, p.open) for p in found.people] == [(3600, True), (3600, False)]
    assert found.notes == ()


@pytest.mark.parametrize("cells", ["9.00,10.00", "9:00,10:00"])
def test_what_may_be_a_time_of_the_clock_is_no_duration(cells):
    with pytest.raises(FileProblem) as refused:
        read("Wer,Ankunftszeit,Weggang", f"Ann Lee,{cells}")
    assert refused.value.rule == "not_a_meeting_report"


# ---- columns named by hand ---------------------------------------------------------------------

UNKNOWN = (
    "Talente;;;;",
    "Wer;Post;Kam;Ging;Bemerkung",
    "Ann Lee;ann@example.org;9.00;10.30;x",
    "Bob Ray;;9.10;;",
)


def by_hand(columns):
    fields = tuple((one.at, one.field) for one in columns)
    return ByHand(tuple(one.header for one in columns), fields)


def test_unknown_columns_are_offered_with_what_they_hold():
    columns = report_columns("\n".join(UNKNOWN).encode())
    assert [(one.header, one.example, one.field) for one in columns] == [
        ("Wer", "Ann Lee", "name"),
        ("Post", "ann@example.org", "email"),
        ("Kam", "9.00", "leave_out"),
        ("Ging", "10.30", "leave_out"),
        ("Bemerkung", "x", "leave_out"),
    ]


def test_columns_named_by_hand_are_read_like_any_report():
    data = "\n".join(UNKNOWN).encode()
    columns = with_field(with_field(report_columns(data), 2, "joined"), 3, "left")
    found = read_meeting(data, "liste.csv", DAY, columns=by_hand(columns))
    assert found.source == "report"
    assert [(p.name, p.email, p.seconds, p.open) for p in found.people] == [
        ("Ann Lee", "ann@example.org", 5400, False),
        ("Bob Ray", "", 4800, True),
    ]


def test_two_columns_may_hold_the_name_and_a_field_moves_from_one_column_to_another():
    data = b"Sippenname,Rufname,Dauerwert\nAnn,Lee,90\n"
    columns = report_columns(data)
    for at, field in ((0, "name"), (1, "name"), (2, "minutes")):
        columns = with_field(columns, at, field)
    (ann,) = read_meeting(data, "x.csv", DAY, columns=by_hand(columns)).people
    assert (ann.name, ann.stated_seconds) == ("Ann Lee", 5400)
    assert [one.field for one in with_field(columns, 1, "minutes")] == [
        "name", "minutes", "leave_out",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        (((0, "name"),), "when_is_missing"),
        (((2, "joined"),), "who_is_missing"),
        ((), "who_is_missing"),
        (((0, "name"), (99, "left")), None),
    ],
)
def test_who_and_when_are_asked_for(fields, rule):
    data = "\n".join(UNKNOWN).encode()
    if rule is None:  # a choice remembered for a wider table reads what is there
        assert read_meeting(data, "x.csv", DAY, columns=ByHand((), fields)).people
        return
    with pytest.raises(FileProblem) as refused:
        read_meeting(data, "x.csv", DAY, columns=ByHand((), fields))
    assert refused.value.rule == rule


@pytest.mark.parametrize("data", [b"one word", b"<html>\n<p>\n", b"a\nb\nc\n"])
def test_what_is_no_table_has_no_columns(data):
    assert report_columns(data) == ()
