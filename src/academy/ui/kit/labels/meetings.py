"""The words for meeting reports: why a mark is proposed, what to know about a report."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Final

from academy.domain import dates
from academy.ui.kit import labels
from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from academy.usecases.meeting_rows import MeetingRow

REASONS: Final[dict[str, str]] = {
    "present": QT_TRANSLATE_NOOP("labels", "{minutes} of {whole} minutes"),
    "present_total": QT_TRANSLATE_NOOP("labels", "{minutes} of {whole} minutes, no times"),
    "joined_late": QT_TRANSLATE_NOOP("labels", "joined {at}"),
    "below": QT_TRANSLATE_NOOP("labels", "{minutes} of {whole} minutes"),
    "no_times": QT_TRANSLATE_NOOP("labels", "the report gives no time"),
    "not_in_report": QT_TRANSLATE_NOOP("labels", "not in the report"),
    "registered_absent": QT_TRANSLATE_NOOP("labels", "registered, did not attend"),
    "chosen": QT_TRANSLATE_NOOP("labels", "chosen by you"),
}
LEADS_TO: Final[dict[str, str]] = {
    "sure": QT_TRANSLATE_NOOP("labels", "{why} → {mark}"),
    "asked": QT_TRANSLATE_NOOP("labels", "{why} → {mark}?"),
    "open": QT_TRANSLATE_NOOP("labels", "{why}, no leaving time"),
}
NOTES: Final[dict[str, str]] = {
    "same_name": QT_TRANSLATE_NOOP(
        "labels", "{who} is there more than once. Pair each name with the person it is."
    ),
    "address_shared": QT_TRANSLATE_NOOP(
        "labels", "The address {who} is shared by {detail}. Pair each name with the person it is."
    ),
    "time_not_read": QT_TRANSLATE_NOOP(
        "labels", "The time “{detail}” of {who} cannot be read, so it counts nothing."
    ),
    "nobody": QT_TRANSLATE_NOOP("labels", "Nobody is in this report."),
    "totals_only": QT_TRANSLATE_NOOP(
        "labels", "This report has total minutes only, so it cannot tell who was late."
    ),
    "columns_inferred": QT_TRANSLATE_NOOP(
        "labels", "The columns have no known names; they were told by what is in them. Check a row."
    ),
    "times_without_date": QT_TRANSLATE_NOOP(
        "labels", "The times carry no date; they are taken to be of the day of the session."
    ),
    "waiting_room_left_out": QT_TRANSLATE_NOOP("labels", "Time in the waiting room is left out."),
}
KINDS: Final[dict[str, str]] = {
    "person": QT_TRANSLATE_NOOP("labels", "a name"),
    "phone": QT_TRANSLATE_NOOP("labels", "a phone"),
    "device": QT_TRANSLATE_NOOP("labels", "a device"),
    "bot": QT_TRANSLATE_NOOP("labels", "a note taker"),
    "host": QT_TRANSLATE_NOOP("labels", "ran the meeting"),
}


def reason(row: MeetingRow) -> str:
    """Return “148 of 180 minutes → Present”, “joined 9:52am → Late”, “not in the report → Absent?”.

    Without a mark, only why there is none.
    """
    at = dates.clock(_first(row)) if row.reason == "joined_late" else ""
    facts = {"minutes": row.minutes or 0, "whole": row.of_minutes, "at": at}
    why = labels.text(REASONS[row.reason], facts)
    if row.open and row.reason != "chosen":
        why = labels.text(LEADS_TO["open"], {"why": why})
    if row.letter is None:
        return why
    asked = row.reason in ("not_in_report", "registered_absent")
    facts = {"why": why, "mark": labels.word(row.letter)}
    return labels.text(LEADS_TO["asked" if asked else "sure"], facts)


def _first(row: MeetingRow) -> time:
    seen = row.first_seen or row.joined
    return seen.time().replace(second=0, microsecond=0) if seen else time()


def note(key: str, who: str = "", detail: str = "") -> str:
    """Return what the user should know about a report."""
    return labels.text(NOTES[key], {"who": who, "detail": detail.replace("; ", ", ")})


def notes(found: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return what the user should know about a report, each once: (key, who, detail)."""
    return list(dict.fromkeys(note(*one) for one in found))


def kind(key: str) -> str:
    """Return what an unmatched name is: “a name”, “a device”."""
    return labels.text(KINDS[key])
