"""Reports nobody has sent us yet: other languages, saved again, cut short, or no reports at all."""

from datetime import date, datetime

import pytest

from academy.domain.words import FileProblem
from academy.exchange.meetings import Stay, in_zone, minutes_within, read_meeting

LIST = "Full Name\tUser Action\tTimestamp"
NINE, TEN = datetime(2022, 11, 14, 9), datetime(2022, 11, 14, 10)


def read(*lines, day=None, name="report.csv", order=None):
    return read_meeting("\n".join(lines).encode(), name, day, order)


def told(found):
    return [(person.name, person.email, person.seconds) for person in found.people]


ANN = [("Ann Lee", "ann@example.org", 600)]


def test_labels_of_no_known_language_are_told_by_their_columns():
    found = read(
        "1. Zzz",
        "Qqq\tTop Talent",
        "Www\t2",
        "Eee\t14/11/22, 09:29:07",
        "Rrr\t14/11/22, 10:29:07",
        "",
        "2. Ppp",
        "Aaa\tBbb\tCcc\tDdd\tEee\tFff (UPN)\tGgg",
        "Ann Lee\t14/11/22, 09:30:00\t14/11/22, 10:00:00\t30m\tann@example.org\ta@x.org\tXx",
        "",
        "3. Sss",
        "Aaa\tBbb\tCcc\tDdd\tEee\tGgg",
        "Ann Lee\t14/11/22, 09:30:00\t14/11/22, 09:40:00\t10m\tann@example.org\tXx",
    )
    assert told(found) == ANN
    assert found.title == "Top Talent"
    assert found.starts == datetime(2022, 11, 14, 9, 29, 7)
    assert "columns_inferred" in [note.key for note in found.notes]


def test_actions_of_no_known_language_are_told_by_who_comes_first():
    found = read(
        "Aaa\tBbb\tCcc",
        "Ann Lee\tFoo\t14/11/2022, 09:30:00",
        "Ann Lee\tBar\t14/11/2022, 09:50:00",
        "Bob Ray\tFoo vorher\t14/11/2022, 09:30:00",
    )
    assert [(p.name, p.seconds, p.open) for p in found.people] == [
        ("Ann Lee", 1200, False),
        ("Bob Ray", 1200, True),
    ]


def test_breakout_rooms_are_no_names():
    found = read(
        "3. Activités en réunion",
        "Nom\tType de salle\tNom de salle\tHeure d’arrivée\tHeure de départ\tDurée\tE-mail\tRôle",
        "Ann Lee\tPrincipale\tGénéral\t4/14/24 à 9:30:00\u202fAM\t4/14/24 à 9:40:00\u202fAM"
        "\t10 min\tann@example.org\tX",
    )
    assert told(found) == ANN
    assert found.date_order == "MDY"


@pytest.mark.parametrize(
    "rows",
    [
        # the header row is gone, and each date and time stand in two cells
        ["Ann Lee,Joined,14/11/2022, 09:30", "Ann Lee,Left,14/11/2022, 09:40"],
        # padded, and the header row was not split with the times
        [
            "Full Name,User Action,Timestamp,,",
            "Ann Lee,Joined,14/11/2022,09:30,",
            "Ann Lee,Left,14/11/2022,09:40,",
        ],
        # the header row was split as well
        [
            "Full Name;Join Time;;Leave Time;;Duration;Email",
            "Ann Lee;14/11/2022;09:30;14/11/2022;09:40;10m;",
        ],
        # a note for the spreadsheet program above all
        ["sep=;", "Full Name;Join Time;Leave Time", "Ann Lee;14/11/2022 09:30;14/11/2022 09:40"],
        # a blank line after every line
        [
            LIST + "\r\r",
            "Ann Lee\tJoined\t14/11/2022, 09:30\r\r",
            "Ann Lee\tLeft\t14/11/2022, 09:40\r\r",
        ],
    ],
)
def test_a_report_saved_again_by_a_spreadsheet_says_the_same(rows):
    assert told(read(*rows)) == [("Ann Lee", "", 600)]


def test_sections_saved_again_without_their_first_line_say_the_same():
    found = read(
        "Meeting title;Scrum;;;;;",
        "Start time;14/11/22;09:29;;;;",
        ";;;;;;",
        "2. Participants;;;;;;;;",
        "Name;First join;Last leave;In-meeting duration;Email;Participant ID (UPN);Role;;",
        "Ann Lee;14/11/22;09:30;14/11/22;10:00;30m;ann@example.org;a@x.org;Organizer",
        ";;;;;;",
        "3. In-Meeting activities;;;;;;",
        "Name;Join time;Leave time;Duration;Email;Role;;",
        "Ann Lee;14/11/22;09:30;14/11/22;09:40;10m;ann@example.org;Organizer",
    )
    assert told(found) == ANN
    assert found.starts == datetime(2022, 11, 14, 9, 29)


def test_the_block_of_2021_stands_above_its_rows():
    found = read(
        "Meeting Summary",
        "Total Number of Participants\t1",
        "Meeting Title\tTop Talent",
        "Meeting Start Time\t9/22/2021, 9:00:00 AM",
        "Meeting End Time\t9/22/2021, 10:00:00 AM",
        "",
        "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
        "Ann Lee\t9/22/2021, 9:00:00 AM\t9/22/2021, 9:10:00 AM\t9m 59s\tann@example.org\tPresenter",
    )
    assert told(found) == ANN
    assert (found.title, found.generation) == ("Top Talent", "summary")
    assert found.people[0].stated_seconds == 599


def test_a_teams_webinar_tells_who_registered_and_stayed_away():
    found = read(
        "2. Participants",
        "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRegistered Time",
        "Ann Lee\t9/22/26, 3:00 PM\t9/22/26, 3:10 PM\t10m\tann@example.org\t9/1/26, 1:00 PM",
        "Bob Ray\t\t\t\tbob@example.org\t9/2/26, 1:00 PM",
    )
    assert [(p.name, p.registered_absent) for p in found.people] == [
        ("Ann Lee", False),
        ("Bob Ray", True),
    ]


@pytest.mark.parametrize(
    ("written", "day", "name", "order"),
    [
        ("14/11/2022, 09:30:00", None, "", "DMY"),
        ("11/14/2022, 9:30:00 AM", None, "", "MDY"),
        ("2022-04-11 09:30", None, "", "YMD"),
        ("2022/4/11 9:30", None, "", "YMD"),
        ("04.11.22, 09:30:00", None, "", "DMY"),
        ("11 April 2022 09:30", None, "", "DMY"),
        ("Apr 4, 2022 09:30 AM", None, "", "MDY"),
        ("4/11/2022, 09:30", date(2022, 11, 4), "", "DMY"),
        ("4/11/2022, 09:30", date(2022, 4, 11), "", "MDY"),
        ("4/11/2022, 09:30", None, "Talent - Attendance report 4-11-22.csv", "MDY"),
        ("4/11/2022, 09:30", None, "Talent - Attendance report 11-4-22.csv", "DMY"),
        ("4/11/2022, 09:30", date(2022, 11, 4), "Attendance report 4-11-22.csv", "DMY"),
        ("4/11/2022, 09:30", date(2023, 1, 1), "", None),
        ("5/5/2022, 09:30", None, "", "DMY"),
    ],
)
def test_the_order_of_day_and_month_is_decided_by_the_rules(written, day, name, order):
    found = read(LIST, f"Ann Lee\tJoined\t{written}", day=day, name=name)
    assert found.date_order == order
    assert found.undecided == (order is None)


def test_one_number_above_twelve_decides_for_the_whole_file():
    found = read(LIST, "A\tJoined\t3/4/22, 23:30", "A\tLeft\t3/13/22, 00:10")
    assert [line.join or line.leave for line in found.lines] == [
        datetime(2022, 3, 4, 23, 30),
        datetime(2022, 3, 13, 0, 10),
    ]


def test_an_undecided_report_shows_both_readings_and_takes_the_answer():
    rows = (LIST, "Ann Lee\tJoined\t4/11/2022, 09:30")
    assert read(*rows).readings == (("DMY", date(2022, 11, 4)), ("MDY", date(2022, 4, 11)))
    answered = read(*rows, order="MDY")
    assert not answered.undecided
    assert answered.people[0].first_join == datetime(2022, 4, 11, 9, 30)


def test_one_address_with_two_names_stays_two_people():
    found = read(
        "Full Name\tJoin Time\tLeave Time\tEmail",
        "Ann Smith\t14/11/2022, 09:30\t14/11/2022, 09:40\thome@example.org",
        "Bob Smith\t14/11/2022, 09:30\t14/11/2022, 09:45\tHOME@example.org",
        "iPad\t14/11/2022, 09:50\t14/11/2022, 09:55\thome@example.org",
        "Smith, Ann (Guest)\t14/11/2022, 09:56\t14/11/2022, 09:57\thome@example.org",
    )
    assert [(p.name, p.seconds) for p in found.people] == [("Ann Smith", 960), ("Bob Smith", 900)]
    assert [note.who for note in found.notes] == ["home@example.org"]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "file_empty"),
        (b"\xff\xfe", "file_empty"),
        (b" \r\n\t\r\n", "file_empty"),
        (b"PK\x03\x04 a workbook", "file_not_text"),
        (b"%PDF-1.7", "file_not_text"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "file_not_text"),
        (b"Invoice,Amount\n1,2.00\n", "not_a_meeting_report"),
        (b"Name,Email,Organisation\nAnn,ann@example.org,Kent\n", "not_a_meeting_report"),
        (b"<html><td>Name</td></html>", "not_a_meeting_report"),
        (b"x" * (20 * 1024 * 1024 + 1), "file_too_large"),
        (b"Full Name,User Action,Timestamp\n" + b"A,Left,1/1/22\n" * 50_001, "too_many_rows"),
        (
            b"Full Name,User Action,Timestamp\nA,Joined,11/14/22\nA,Left,14/11/22\n",
            "dates_disagree",
        ),
    ],
)
def test_what_is_no_report_is_refused_by_name(data, rule):
    with pytest.raises(FileProblem) as refused:
        read_meeting(data, "report.csv", None)
    assert refused.value.rule == rule


def test_the_refusal_names_the_headers_that_were_found():
    with pytest.raises(FileProblem) as refused:
        read("Invoice,Amount,Customer", "1,2.00,Ann")
    assert refused.value.facts == {"headers": "Invoice, Amount, Customer"}


def test_minutes_within_a_session_are_the_union_cut_to_it():
    stays = [
        Stay(datetime(2022, 11, 14, 8, 50), datetime(2022, 11, 14, 9, 10)),
        Stay(datetime(2022, 11, 14, 9, 5), datetime(2022, 11, 14, 9, 20)),
        Stay(datetime(2022, 11, 14, 9, 50), None),
        Stay(None, datetime(2022, 11, 14, 9, 45)),
    ]
    assert minutes_within(stays, NINE, TEN) == 30 * 60
    assert minutes_within([], NINE, TEN) == 0


def test_utc_times_become_the_wall_time_of_the_session():
    (stay,) = in_zone([Stay(datetime(2026, 7, 1, 8), None)], "Europe/London")
    assert stay == Stay(datetime(2026, 7, 1, 9), None)
