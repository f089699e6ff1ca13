"""Calendar files: what other programs read in ours, and what we read in theirs."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from academy.domain.words import Answer, FileProblem
from academy.exchange.calendar import Attendee, CalendarEvent, Method, write_calendar
from academy.exchange.calendar_reading import read_calendars
from academy.exchange.mail_drafts import MailDraft, can_be_written_to, write_draft

DATA = Path(__file__).parents[1] / "data" / "calendar"
LONDON = ZoneInfo("Europe/London")
ORGANISER = Attendee("Leadership Academy", "academy@kent.example")
SIOBHAN = Attendee("O’Brien, Siobhán", "siobhan@kent.example")


def an_event(day=date(2026, 11, 26), starts=time(9, 30), ends=time(12, 30), **more):
    facts = {
        "uid": "s1@academy",
        "sequence": 0,
        "title": "Top Talent 7: Leading change",
        "zone": "Europe/London",
        "stamped": datetime(2026, 9, 1, 8),
    }
    return CalendarEvent(day=day, starts=starts, ends=ends, **(facts | more))


def read_back(event, method=Method.REQUEST):
    message = read_calendars(write_calendar([event], method, organiser=ORGANISER))[0]
    assert message.method == method
    return message.events[0]


@pytest.mark.parametrize(
    ("name", "method", "sequence", "starts", "cancelled"),
    [
        ("I01-request-bst.ics", "REQUEST", 0, datetime(2026, 9, 15, 8, 30), False),
        ("I02-request-moved-seq1-gmt.ics", "REQUEST", 1, datetime(2026, 11, 3, 9, 30), False),
        ("I05-cancel.ics", "CANCEL", 2, datetime(2026, 11, 3, 9, 30), True),
    ],
)
def test_messages_of_other_programs_are_read(name, method, sequence, starts, cancelled):
    message = read_calendars((DATA / name).read_bytes(), name)[0]
    event = message.events[0]
    assert (message.method, event.sequence, event.cancelled) == (method, sequence, cancelled)
    assert event.uid == "session-tt-2026-a-01@academy.example"
    assert event.title == "Top Talent 1: Leading in a digital age"
    assert event.starts == starts.replace(tzinfo=UTC)
    assert event.ends - event.starts == timedelta(hours=3)
    assert event.attendees[0].name == "O’Brien, Siobhán"
    assert event.attendees[0].email == "siobhan.obrien@example.gov.uk"


def test_everything_of_an_event_comes_back():
    event = an_event(
        title="Data; trust, and\nmore – 🎓", place="Room 2, “Civic”", sequence=3,
        link="https://meet.example/x?a=1&b=2", attendees=(SIOBHAN,),
    )  # fmt: skip
    read = read_back(event)
    assert (read.uid, read.sequence, read.title, read.place) == (
        event.uid, 3, event.title, event.place,
    )  # fmt: skip
    assert read.attendees == (SIOBHAN,)
    assert read.stamped == datetime(2026, 9, 1, 8, tzinfo=UTC)


@settings(max_examples=60)
@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.times())
def test_a_series_stays_at_its_wall_time_over_clock_changes_for_every_reader(day, at):
    at = at.replace(second=0, microsecond=0)
    local = datetime.combine(day, at, LONDON)
    if local.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != local.replace(tzinfo=None):
        return  # the clocks skip it: such a session is refused
    event = an_event(day, at, time(23, 59))
    data = write_calendar([event], Method.PUBLISH)
    assert read_calendars(data)[0].events[0].starts == local.astimezone(UTC)
    other = tzical(StringIO(data.decode().replace("\r\n ", ""))).get("Europe/London")
    moment = datetime.combine(day, at, other)
    assert moment.utcoffset() == local.utcoffset()


def test_the_second_of_two_equal_times_is_written_so_that_nobody_can_mistake_it():
    autumn = date(2026, 10, 25)
    first = read_back(an_event(autumn, time(1, 30), time(3)))
    second = read_back(an_event(autumn, time(1, 30), time(3), second_hour=True))
    assert second.starts - first.starts == timedelta(hours=1)
    assert second.ends == first.ends


def test_other_zones_carry_their_own_rules():
    event = read_back(an_event(zone="America/New_York"))
    assert event.starts == datetime(2026, 11, 26, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize("answer", Answer)
def test_a_reply_says_who_answered_what_in_a_file_and_in_a_mail(answer):
    told = Attendee(SIOBHAN.name, SIOBHAN.email, answer)
    reply = write_calendar([an_event(attendees=(told,))], Method.REPLY, organiser=ORGANISER)
    mail = write_draft(MailDraft("Re", "Yes", (ORGANISER,), reply, Method.REPLY))
    for data in reply, mail:
        assert read_calendars(data)[0].events[0].attendees == (told,)


def test_a_draft_is_unsent_addressed_and_holds_the_invitation():
    from email import policy
    from email.parser import BytesParser

    data = write_calendar([an_event(attendees=(SIOBHAN,))], Method.CANCEL, organiser=ORGANISER)
    draft = MailDraft("Cancelled:\r\nBcc: eve@evil.example", "Hallo ‘you’", (SIOBHAN,), data,
                      Method.CANCEL)  # fmt: skip
    mail = BytesParser(policy=policy.default).parsebytes(write_draft(draft))
    assert mail["X-Unsent"] == "1"
    assert mail["Bcc"] is None
    assert mail["To"].addresses[0].addr_spec == SIOBHAN.email
    assert mail["To"].addresses[0].display_name == SIOBHAN.name
    parts = {part.get_content_type(): part for part in mail.walk()}
    assert parts["text/plain"].get_content().strip() == "Hallo ‘you’"
    assert parts["text/calendar"].get_param("method") == "CANCEL"
    assert parts["text/calendar"].get_payload(decode=True).replace(b"\r\n", b"\n") == data.replace(
        b"\r\n", b"\n"
    )


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("a@b.example", True), ("", False), ("a b@c.example", False), ("a@b@c", False),
        ("ł@b.example", False), ("a@", False), ("a,b@c.example", False),
    ],
)  # fmt: skip
def test_only_addresses_that_a_mail_can_carry_are_written_to(address, good):
    assert can_be_written_to(address) is good


def test_files_that_are_no_calendar_are_refused_by_name():
    for data in b"", b"Hello", b"PK\x03\x04", b"Subject: Hi\r\n\r\nYes":
        with pytest.raises(FileProblem, match="calendar_missing"):
            read_calendars(data, "x.ics")
    with pytest.raises(FileProblem, match="calendar_unreadable"):
        read_calendars(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense\r\nEND:VCALENDAR", "x.ics")
    with pytest.raises(FileProblem, match="file_too_large"):
        read_calendars(b"BEGIN:VCALENDAR" + b" " * 6_000_000)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_mutated_message_is_read_or_refused_never_more(data):
    name = data.draw(st.sampled_from(sorted(path.name for path in DATA.glob("*.ics"))))
    content = bytearray((DATA / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        cut = data.draw(st.integers(0, 30))
        content[at : at + cut] = data.draw(st.binary(max_size=12))
        if not content:
            return
    with suppress(FileProblem):
        read_calendars(bytes(content), name)
