"""Attendance reports of meeting programs, read into one shape.

`read_meeting` takes the bytes of a Teams, Zoom, Google Meet or Webex report; `minutes_within` cuts
the union of a person's stays to a session.
"""

from academy.exchange.meetings.reader import read_meeting
from academy.exchange.meetings.report import (
    Attendee,
    ByHand,
    MeetingReport,
    Note,
    Stay,
    as_written,
    in_zone,
    minutes_within,
)

__all__ = [
    "Attendee",
    "ByHand",
    "MeetingReport",
    "Note",
    "Stay",
    "as_written",
    "in_zone",
    "minutes_within",
    "read_meeting",
]
