"""`academy read-meeting`: what a report of Teams, Zoom, Meet or Webex says, without an academy."""

from __future__ import annotations

from pathlib import Path

from academy.cli.academies import answering
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.domain import dates
from academy.domain.words import FileProblem
from academy.exchange.meetings import Attendee, MeetingReport, as_written
from academy.exchange.meetings import read_meeting as report_of
from academy.ui.kit.labels.terminal import say


@answering
def read_meeting(asked: Asked) -> Answer:
    """Read a report and say who was there, when, and how long."""
    report = report_of(content(asked.report), asked.report.name, asked.date)
    people = [person_of(person, report) for person in report.people]
    result: dict[str, object] = {
        "source": report.source,
        "title": report.title,
        "date_order": None if report.undecided else report.date_order,
        "people": people,
    }
    said = [say("report_read", title=report.title or asked.report.name, people=len(report.people))]
    said += [_line(person) for person in people]
    if not report.undecided:
        return Answer(result, said)
    result["readings"] = [{"date_order": order, "date": day} for order, day in report.readings]
    days = [dates.plain_day(day) for _, day in report.readings]
    problem = Problem("date_order_undecided", say("date_order_undecided", days=" / ".join(days)))
    return Answer(result, (), [problem], 1)


def content(file: Path) -> bytes:
    """Return the bytes of a report."""
    try:
        return file.read_bytes()
    except OSError as trouble:
        raise FileProblem("file_unreadable", name=file.name) from trouble


def person_of(person: Attendee, report: MeetingReport) -> dict[str, object]:
    """Return a person of a report as JSON shows them, times as written."""
    return {
        "name": person.name,
        "email": person.email,
        "kind": person.kind,
        "first_join": as_written(person.first_join, utc=report.utc),
        "last_leave": as_written(person.last_leave, utc=report.utc),
        "seconds": person.seconds,
        "open": person.open,
    }


def _line(person: dict[str, object]) -> str:
    seconds = person["seconds"]
    minutes = f"{seconds // 60} min" if isinstance(seconds, int) else ""
    parts = [person["name"], person["email"], person["first_join"], person["last_leave"], minutes]
    return "  ".join(str(part) for part in parts if part)
