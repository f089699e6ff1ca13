"""Attendance reports of meeting programs, read into one shape.

`read_meeting` takes the bytes of a Teams, Zoom or Google Meet report; `minutes_within` cuts the
union of a person's stays to a session.
"""

from academy.exchange.meetings.reader import read_meeting
from academy.exchange.meetings.report import (
    Attendee,
    MeetingReport,
    Note,
    Stay,
    as_written,
    in_zone,
    minutes_within,
)

__all__ = [
    "Attendee",
    "MeetingReport",
    "Note",
    "Stay",
    "as_written",
    "in_zone",
    "minutes_within",
    "read_meeting",
]
