"""Zoom and Google Meet reports in all their forms, also saved again by a spreadsheet."""

from datetime import date, datetime
from pathlib import Path

import pytest

from academy.exchange.meetings import as_written, read_meeting

FOLDER = Path(__file__).parent.parent / "data" / "meetings"


def sample(start, day=None):
    path = next(FOLDER.glob(start + "*.csv"))
    return read_meeting(path.read_bytes(), path.name, day)


def read(*lines, day=None, name="report.csv"):
    return read_meeting("\n".join(lines).encode(), name, day)


def test_a_meeting_block_gives_the_title_and_the_rows_the_people():
    found = sample("Z04")
    assert (found.source, found.generation, found.date_order) == ("zoom", "joins", "MDY")
    assert found.title == "Top Talent cohort 3 session 2"
    assert found.starts == datetime(2021, 1, 21, 20, 55)
    assert [(p.name, p.clean_name, p.kind, p.seconds) for p in found.people] == [
        ("Gwen Llewellyn (gwen laptop)", "Gwen Llewellyn", "person", 4716),
        ("iPhone (Kwame Oyelaran)", "Kwame Oyelaran", "person", 4266),
        ("Priya (she/her)", "Priya", "person", 2280),
        ("Phone caller", "Phone caller", "phone", 600),
    ]


def test_totals_only_cannot_tell_when_anybody_came():
    found = sample("Z05")
    assert not found.has_times
    assert found.title == "Empowering Women 2026"
    assert found.date_order == "MDY"
    assert [note.key for note in found.notes] == ["totals_only"]
    assert [(p.clean_name, p.kind, p.seconds, p.stated_seconds) for p in found.people] == [
        ("24DA1A05q6", "person", None, 76 * 60),
        ("Meera Venkatesan", "person", None, 77 * 60),
        ("Neha Ashdown", "person", None, 59 * 60),
        ("Academy_Tutor", "person", None, 15 * 60),
        ("read.ai meeting notes", "bot", None, 5 * 60),
    ]


def test_a_report_without_any_date_has_nothing_to_ask():
    found = sample("Z08")
    assert found.date_order is None
    assert not found.undecided
    assert [p.stated_seconds for p in found.people] == [65 * 60, 58 * 60]


def test_two_devices_at_once_count_once():
    found = read(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest",
        "Ann Lee,ann@example.org,03/25/2021 03:00:00 PM,03/25/2021 04:16:00 PM,76,Yes",
        "Ann's iPad,ann@example.org,03/25/2021 03:00:00 PM,03/25/2021 04:16:00 PM,76,Yes",
    )
    assert [(p.name, p.seconds, p.stated_seconds) for p in found.people] == [
        ("Ann Lee", 76 * 60, 152 * 60)
    ]


def test_the_waiting_room_is_not_the_meeting():
    found = read(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,"
        "Recording Consent,In Waiting Room",
        "Ann Lee,ann@example.org,25/03/2021 14:50,25/03/2021 15:00,10,Yes,,Yes",
        "Ann Lee,ann@example.org,25/03/2021 15:00,25/03/2021 16:00,60,Yes,Y,No",
    )
    (ann,) = found.people
    assert (ann.first_join, ann.seconds) == (datetime(2021, 3, 25, 15), 3600)


def test_a_webinar_tells_who_registered_and_stayed_away():
    found = read(
        "Attendee Report,",
        'Report Generated:,"03/25/2021 17:05"',
        "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,",
        'Talent,"812 3456",03/25/2021 15:00,60,3,',
        "Host Details,",
        "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),",
        "Yes,Host,host@example.org,03/25/2021 14:55,03/25/2021 16:00,65,",
        "Attendee Details,",
        "Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,"
        "Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,",
        "Yes,Ann Lee,Ann,Lee,ann@example.org,03/20/2021 10:00,approved,"
        "03/25/2021 15:00,03/25/2021 15:30,30,Yes,",
        "Yes,Ann Lee,Ann,Lee,ann@example.org,03/20/2021 10:00,approved,"
        "03/25/2021 15:10,03/25/2021 15:50,40,Yes,",
        "No,Bob Ray,Bob,Ray,bob@example.org,03/20/2021 10:00,approved,--,--,--,--,",
        "Other Attended,",
        "User Name,Join Time,Leave Time,Time in Session (minutes),",
        "442030001111,03/25/2021 15:00,03/25/2021 15:30,30,",
    )
    assert found.generation == "webinar"
    assert [(p.name, p.kind, p.seconds, p.registered_absent) for p in found.people] == [
        ("Host", "person", 3900, False),
        ("Ann Lee", "person", 3000, False),
        ("Bob Ray", "person", None, True),
        ("442030001111", "phone", 1800, False),
    ]


def test_a_meeting_on_every_row_does_not_make_the_host_everybody():
    found = read(
        "Topic,Meeting ID,User Name,User Email,Start Time,End Time,Duration (Minutes),"
        "Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)",
        "Talent,812,Host,host@example.org,25/03/2021 15:00,25/03/2021 16:00,60,2,"
        "Ann Lee,ann@example.org,25/03/2021 15:00,25/03/2021 15:40,40",
    )
    assert [(p.name, p.email, p.seconds) for p in found.people] == [
        ("Ann Lee", "ann@example.org", 2400)
    ]


def test_another_language_is_read_as_well():
    found = read(
        "Name (Originalname),Benutzer-E-Mail,Beitrittszeit,Uhrzeit des Verlassens,Dauer (Minuten)",
        "Ann Lee,ann@example.org,25.03.2021 15:00,25.03.2021 16:00,60",
    )
    assert (found.source, found.date_order) == ("zoom", "DMY")
    assert [(p.email, p.seconds) for p in found.people] == [("ann@example.org", 3600)]


def test_meet_times_have_no_date_of_their_own():
    found = sample("G01")
    assert (found.source, found.undecided, found.date_order) == ("meet", False, None)
    ada = found.people[0]
    assert (ada.name, ada.email, ada.seconds) == ("Ada Nova", "ada@example.com", 58 * 60)
    assert as_written(ada.first_join, utc=found.utc) == "18:02:00"


def test_meet_times_fall_on_the_day_of_the_session():
    found = sample("G01", date(2026, 9, 22))
    assert found.people[1].first_join == datetime(2026, 9, 22, 17, 58)


@pytest.mark.parametrize("left", ["12:05 AM", "00:05"])
def test_meet_with_one_name_column_runs_past_midnight(left):
    joined = "9:05 PM" if "M" in left else "21:05"
    found = read(
        "Name,Email,Duration,Time joined,Time exited",
        f"Ann Lee,ann@example.org,3 hr,{joined},{left}",
        day=date(2026, 9, 22),
    )
    assert found.people[0].seconds == 3 * 3600
    assert found.people[0].last_leave == datetime(2026, 9, 23, 0, 5)
