"""The sentences of the page on which a meeting report becomes marks."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.exchange.meetings import MeetingReport, Stay, in_zone
from academy.ui.kit.labels.meetings import notes
from academy.usecases.meeting_plan import MeetingPlan


def _tr(source: str, n: int = -1) -> str:
    return QCoreApplication.translate("ImportMeeting", source, None, n)


def about(report: MeetingReport, plan: MeetingPlan | None, zone: str) -> str:
    """Return “Teams attendance, Leading change, 26 November, 9:26am to 12:34pm. 22 of 24 …”."""
    program = {
        "teams": _tr("Teams attendance"),
        "zoom": _tr("Zoom participants"),
        "meet": _tr("Google Meet attendance"),
        "webex": _tr("Webex attendance"),
        "report": _tr("Attendance"),
    }[report.source]
    parts = [part for part in (program, report.title or "", *_when(report, zone)) if part]
    words = f"{', '.join(parts)}."
    if plan is None:
        return words
    counted = _tr("{matched} of {people} matched.")
    return f"{words} {counted.format(matched=plan.matched, people=len(plan.rows))}"


def _when(report: MeetingReport, zone: str) -> tuple[str, ...]:
    bounds = Stay(report.starts, report.ends)
    if report.utc:
        bounds = in_zone([bounds], zone)[0]
    starts, ends = bounds.join, bounds.leave
    if starts is None or report.undecided:
        return ()
    hours = dates.hours(_clock(starts), _clock(ends)) if ends else dates.clock(_clock(starts))
    return (hours,) if starts.year == 1 else (dates.day_and_month(starts.date()), hours)


def _clock(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def foot(plan: MeetingPlan) -> str:
    """Return what will not happen: names left out, people to look at, marks that stay."""
    asked = sum(row.reason == "not_in_report" and not row.ticked and not row.existing
                for row in plan.rows)  # fmt: skip
    kept = sum(
        row.existing is not None and not row.ticked and row.letter is not row.existing
        and bool(row.shown) for row in plan.rows
    )  # fmt: skip
    open_ = sum(one.open for one in plan.unmatched)
    parts = []
    if open_:
        parts.append(_tr("%n name(s) left out.", open_))
    if asked:
        parts.append(_tr("%n person(s) not in the report: tick to mark them absent.", asked))
    if kept:
        parts.append(_tr("%n earlier mark(s) kept.", kept))
    return " ".join(parts) or _tr("Nothing is written before you apply.")


def told(plan: MeetingPlan) -> list[str]:
    """Return what one should know about the report."""
    return notes([(note.key, note.who, note.detail) for note in plan.notes])


def spoken(name: str, reason: str) -> str:
    """Return the status line for the current person."""
    return _tr("{name} · {reason} · Space ticks, P L A E choose").format(name=name, reason=reason)
