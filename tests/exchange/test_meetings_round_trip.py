"""A meeting written in every form that programs write is read back to the same minutes."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from academy.exchange.meetings import ByHand, MeetingReport, read_meeting
from exchange.meeting_writers import (
    START,
    Clock,
    Form,
    Rows,
    Stays,
    by_hand,
    called,
    live_event,
    mail,
    meet_dated,
    meet_events,
    meet_tracker,
    meet_without_date,
    teams_2020,
    teams_2021,
    teams_2022,
    teams_2026,
    teams_webinar,
    tracker_first_seen,
    webex,
    webex_day_apart,
    webex_portuguese,
    zoom,
    zoom_on_every_row,
    zoom_webinar,
    zoom_with_block,
)

stays = st.lists(st.tuples(st.integers(0, 7200), st.integers(1, 3600)), min_size=1, max_size=4).map(
    lambda found: [
        (START + timedelta(seconds=a), START + timedelta(seconds=a + b)) for a, b in found
    ]
)
people = st.lists(stays, min_size=1, max_size=6)
WRITTEN = [
    "{0.day}/{0.month}/{0:%Y}, {0:%H:%M:%S}",
    "{0:%m/%d/%y}, {0:%I:%M:%S %p}",
    "{0:%d.%m.%y, %H:%M:%S}",
    "{0:%Y-%m-%d %H:%M:%S}",
    "{0:%d/%m/%Y} à {0:%H:%M:%S}",
    "{0:%m/%d/%Y %I:%M:%S\u202f%p}",
]
clocks = st.sampled_from(WRITTEN).map(lambda pattern: pattern.format)
wrappings = st.sampled_from(
    [("\t", "utf-16"), ("\t", "utf-16-be"), (",", "utf-8-sig"), (";", "cp1252")]
)
endings = st.sampled_from(["\n", "\r\n"])


ONE_STAY = (teams_2020, live_event, meet_events)  # a list cannot tell two devices at once apart
FORMS = (
    *ONE_STAY, teams_2021, teams_2022, teams_2026, teams_webinar, zoom, zoom_with_block,
    zoom_on_every_row, zoom_webinar, meet_dated, meet_tracker, webex, webex_portuguese, by_hand,
)  # fmt: skip
SAID = ByHand((), ((1, "left"), (2, "joined"), (3, "name")))


def file(rows: Rows, mark: str = ",", encoding: str = "utf-8", ending: str = "\n") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator=ending).writerows(rows)
    return out.getvalue().encode(encoding, errors="replace")


def union(theirs: Stays) -> int:
    return len(
        {second for a, b in theirs for second in range(int(a.timestamp()), int(b.timestamp()))}
    )


def here(report: MeetingReport) -> list[int | None]:
    return [person.seconds for person in report.people if not person.registered_absent]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@settings(max_examples=25, deadline=None)
@given(found=people, clock=clocks, wrapping=wrappings, ending=endings)
def test_the_minutes_that_were_written_are_read_back(
    form: Form, found: list[Stays], clock: Clock, wrapping: tuple[str, str], ending: str
) -> None:
    if form in ONE_STAY:
        found = [[theirs[0]] for theirs in found]
    if wrapping[1] == "cp1252" and form is teams_2022:
        wrapping = (";", "utf-8")  # Polish letters are not in it
    data = file(form(found, clock), *wrapping, ending)
    report = read_meeting(
        data, "report.csv", START.date(), columns=SAID if form is by_hand else None
    )
    assert here(report) == [union(theirs) for theirs in found]
    assert not any(person.open for person in report.people)


# ---- forms with less than moments ----------------------------------------------------------------

TOTALS = {
    "zoom unique": ["Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"],
    "zoom 2024": ["Name (original name)", "Email", "Total duration (minutes)", "Guest"],
    "meet": ["Name", "Email", "Duration"],
    "webex": ["Display Name", "Attendee Email", "Attendance Duration", "Connection Type"],
}
WORDS = {
    "meet": lambda n: f"{n // 60} hr {n % 60} min" if n >= 60 else f"{n} min",
    "webex": lambda n: f"{n} mins",
}


@pytest.mark.parametrize("form", TOTALS)
@settings(max_examples=25, deadline=None)
@given(minutes=st.lists(st.integers(1, 400), min_size=1, max_size=6), wrapping=wrappings)
def test_totals_are_read_back_and_nobody_is_given_times(
    form: str, minutes: list[int], wrapping: tuple[str, str]
) -> None:
    say = WORDS.get(form, str)
    rows = [[called(at), mail(at), say(n), "Yes"] for at, n in enumerate(minutes)]
    block = [["Topic", "ID", "Host", "Duration (minutes)", "Start time"],
             ["T", "8", "H", "77", "06/16/2026 03:10:26 PM"], []]  # fmt: skip
    above = block if form == "zoom 2024" else []
    data = file(iter([*above, TOTALS[form], *rows]), *wrapping)
    report = read_meeting(data, "report.csv", START.date())
    assert [person.stated_seconds for person in report.people] == [n * 60 for n in minutes]
    assert not report.has_times


def whole(found: list[Stays]) -> list[Stays]:
    """The same stays as a clock without seconds shows them."""
    return [
        [(a.replace(second=0), b.replace(second=0) + timedelta(minutes=1)) for a, b in theirs]
        for theirs in found
    ]


@pytest.mark.parametrize("form", [meet_without_date, tracker_first_seen, webex_day_apart])
@settings(max_examples=25, deadline=None)
@given(found=people, clock=st.sampled_from(["{0:%H:%M}", "{0:%I:%M %p}"]), wrapping=wrappings)
def test_times_of_the_clock_fall_on_the_day_and_are_read_back(
    form: Form, found: list[Stays], clock: str, wrapping: tuple[str, str]
) -> None:
    found = whole(found)
    report = read_meeting(file(form(found, clock.format), *wrapping), "report.csv", START.date())
    assert here(report) == [union(theirs) for theirs in found]
