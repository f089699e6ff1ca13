"""Practice files: an enrolment spreadsheet of 24 people, a Teams and a Zoom report of theirs.

They are the people of Top Talent 7, and the reports are of its session today, 9:30am to 12:30pm.
In an empty academy all 24 are new; in the sample their mobile numbers are.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path
from typing import Final

from academy.domain.councils import councils
from academy.usecases.sample.cast import TOP_TALENT_7, Somebody

TITLE: Final = "Leading change"
_HEADERS: Final = (
    "Delegate name", "Org", "E-mail", "Job title", "Mobile", "Diet", "Line manager agrees",
)  # fmt: skip
_DIETS: Final = ("", "Vegetarian", "none", "Halal", "", "Gluten free", "Vegan", "n/a")
_ABSENT: Final = 3
_LATE: Final = {1: time(9, 52, 10), 12: time(9, 47, 31)}
_LEFT_EARLY: Final = {7: time(11, 8, 2)}
_REJOINED: Final = {5: (time(10, 41, 15), time(10, 58, 40))}
_SHORT_TEAMS: Final = "%d/%m/%y, %H:%M:%S"
_ZOOM: Final = "%m/%d/%Y %I:%M:%S %p"
Stay = tuple[datetime, datetime]


@dataclass(frozen=True)
class PracticeFiles:
    """Where the practice files are."""

    enrolments: Path
    teams: Path
    zoom: Path


def practice_files(folder: Path, today: date) -> PracticeFiles:
    """Write the practice files into a folder, over older ones of theirs."""
    folder.mkdir(parents=True, exist_ok=True)
    files = PracticeFiles(
        folder / "Top Talent enrolments.xlsx",
        folder / f"{TITLE} - Attendance report {today.month}-{today.day}-{today:%y}.csv",
        folder / "participants_81234567890.csv",
    )
    _write_enrolments(files.enrolments)
    files.teams.write_bytes(_teams(today).encode("utf-16"))
    files.zoom.write_text(_zoom(today), encoding="utf-8-sig", newline="")
    return files


def _write_enrolments(path: Path) -> None:
    from academy.exchange.tables import write_table

    title = ("Top Talent – enrolments (final)", *[""] * (len(_HEADERS) - 1))
    rows = [_enrolment(number, person) for number, person in enumerate(TOP_TALENT_7)]
    write_table(path, title, [[], _HEADERS, *rows], sheet="Final")


def _enrolment(number: int, person: Somebody) -> Sequence[str]:
    """Return a row as people send it in: two names turned round, capitals and spaces astray."""
    name = _turned(person) if number in (6, 15) else person.full_name
    email = person.email.upper() if number == 11 else person.email
    return (
        f"{name}  " if number == 9 else name,
        _typed(number, person.council),
        email,
        person.job_title,
        f"07700 900{100 + number * 7}",
        _DIETS[number % len(_DIETS)],
        ("Yes", "yes", "Y")[number % 3],
    )


def _turned(person: Somebody) -> str:
    given = person.full_name.removesuffix(person.family_name).removeprefix(person.family_name)
    return f"{person.family_name}, {given.strip()}"


def _typed(number: int, code: str) -> str:
    """Return a council as people type it."""
    council = councils()[code]
    return (council.official_name, council.name, council.official_name.upper())[number % 3]


def _stays(number: int, today: date) -> list[Stay]:
    """Return when somebody was in the meeting."""
    joined = datetime.combine(today, _LATE.get(number, time(9, 26 + number % 5, number * 7 % 60)))
    left = datetime.combine(today, _LEFT_EARLY.get(number, time(12, 30 + number % 4, number)))
    if number in _REJOINED:
        away, back = (datetime.combine(today, at) for at in _REJOINED[number])
        return [(joined, away), (back, left)]
    return [(joined, left)]


def _teams(today: date) -> str:
    """Return a Teams report as it is downloaded since 2022: tabs, three parts, UTF-16."""
    host = "Dana Price"
    opened, closed = (datetime.combine(today, at) for at in (time(9, 20, 4), time(12, 36, 51)))
    there = [(n, p) for n, p in enumerate(TOP_TALENT_7) if n != _ABSENT]
    in_minutes = [_length(_stays(n, today)) for n, _ in there]
    average = timedelta(seconds=sum(s.seconds for s in in_minutes) // len(there))
    lines = [
        ["1. Summary"],
        ["Meeting title", TITLE],
        ["Attended participants", str(len(there) + 1)],
        ["Start time", opened.strftime(_SHORT_TEAMS)],
        ["End time", closed.strftime(_SHORT_TEAMS)],
        ["Meeting duration", _said(closed - opened)],
        ["Average attendance time", _said(average)],
        [],
        ["2. Participants"],
        ["Name", "First join", "Last leave", "In-meeting duration", "Email",
         "Participant ID (UPN)", "Role"],
        _identity(host, "dana.price@academy.example", "Organizer", [(opened, closed)]),
        *[_identity(_shown(n, p), p.email, "Attendee", _stays(n, today)) for n, p in there],
        [],
        ["3. In-meeting activities"],
        ["Name", "Join time", "Leave time", "Duration", "Email", "Role"],
        [host, opened.strftime(_SHORT_TEAMS), closed.strftime(_SHORT_TEAMS),
         _said(closed - opened), "dana.price@academy.example", "Organizer"],
    ]  # fmt: skip
    for number, person in there:
        for joined, left in _stays(number, today):
            times = [joined.strftime(_SHORT_TEAMS), left.strftime(_SHORT_TEAMS)]
            name = _shown(number, person)
            lines.append([name, *times, _said(left - joined), person.email, "Attendee"])
    return "\r\n".join("\t".join(line) for line in lines) + "\r\n"


def _identity(name: str, email: str, role: str, stays: Sequence[Stay]) -> list[str]:
    joined, left = stays[0][0], stays[-1][1]
    times = [joined.strftime(_SHORT_TEAMS), left.strftime(_SHORT_TEAMS)]
    return [name, *times, _said(_length(stays)), email, email, role]


def _shown(number: int, person: Somebody) -> str:
    """Return a name as meetings show it."""
    if number % 6 == 4:
        return f"{person.full_name} (External)"
    return _turned(person) if number % 5 == 2 else person.full_name


def _length(stays: Sequence[Stay]) -> timedelta:
    return sum((left - joined for joined, left in stays), timedelta())


def _said(length: timedelta) -> str:
    hours, minutes, seconds = str(length).split(":")
    return f"{hours}h {int(minutes)}m {int(seconds)}s" if hours != "0" else f"{int(minutes)}m"


def _zoom(today: date) -> str:
    """Return a Zoom report with its meeting block; one phone has no person's name on it."""
    out = StringIO()
    writer = csv.writer(out)
    opened, closed = (datetime.combine(today, at) for at in (time(9, 20, 4), time(12, 36, 51)))
    writer.writerow(
        ["Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)",
         "Participants"]
    )  # fmt: skip
    block = ["812 3456 7890", TITLE, opened.strftime(_ZOOM), closed.strftime(_ZOOM)]
    writer.writerow([*block, "dana.price@academy.example", "197", str(len(TOP_TALENT_7) - 1)])
    writer.writerow([])
    writer.writerow(
        ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)",
         "Guest", "Recording Consent", "In Waiting Room"]
    )  # fmt: skip
    for number, person in enumerate(TOP_TALENT_7):
        if number == _ABSENT:
            continue
        name, email = person.full_name, person.email
        if number == 10:
            name, email = "iPhone (2)", ""
        for joined, left in _stays(number, today):
            minutes = -(-int((left - joined).total_seconds()) // 60)
            times = [joined.strftime(_ZOOM), left.strftime(_ZOOM), str(minutes)]
            writer.writerow([name, email, *times, "Yes", "Y", "No"])
    return out.getvalue()
