"""Which program wrote a report, and in which of its forms."""

from __future__ import annotations

from academy.exchange.meetings import labels
from academy.exchange.meetings.layout import Layout, Table
from academy.exchange.meetings.lines import MOMENTS
from academy.exchange.meetings.moments import Written
from academy.exchange.meetings.report import Source

_MEET = frozenset(
    {
        "time joined", "time exited", "first seen", "first seen at", "time in call",
        "meeting code", "rejoins",
    }
)  # fmt: skip
_WEBEX = frozenset(
    {
        "attendee email", "attendance duration", "connection type", "duração da presença",
        "tipo de conexão", "e-mail do convidado", "invited", "network joined from",
    }
)  # fmt: skip
_TRACKER = frozenset(
    {
        "joined at",
        "left at",
        "time in",
        "time out",
        "arrival time",
        "exit time",
        "departure time",
        "type",
        "event type",
    }
)  # what add-ons of browsers write, and none of the programs itself
_ZOOM = frozenset({"user email", "recording consent", "in waiting room"})


def source_of(tables: list[Table], layout: Layout, moments: list[Written]) -> Source:
    """Tell the program that wrote a report by labels that only it uses."""
    found = {labels.folded(label) for table in tables for label in table.header}
    if len(found & _WEBEX) >= 2 or {"invited", "registered"} <= found:
        return "webex"
    if found & _MEET or any(labels.folded(label) in _MEET for label, _ in layout.facts):
        return "meet"
    if _is_zoom(found):
        return "zoom"
    dated = any(moment.numbers for moment in moments)
    if dated and found & _TRACKER:
        return "report"
    named = all(table.inferred is False for table in tables)
    return "meet" if not dated and (moments or named) else "teams"


def _is_zoom(found: set[str]) -> bool:
    if found & _ZOOM or any(labels.is_zoom_name(label) for label in found):
        return True
    return any("(min" in label for label in found)


def generation_of(source: Source, layout: Layout, tables: list[Table]) -> str:
    """Name the form of the report, for people who look for what they downloaded."""
    has = {role for table in tables for role in table.roles}
    if source == "meet":
        return "first and last" if has & {"first", "last"} else "name"
    if source in ("webex", "report"):
        return "stays" if has & set(MOMENTS) else "totals"
    if "attended" in has or "registered" in has:
        return "webinar"
    if source == "zoom":
        return "joins" if has & set(MOMENTS) else "totals"
    if any("utc" in labels.folded(label) for table in tables for label in table.header):
        return "live event"
    if "action" in has:
        return "list"
    sections = any(table.section is not None for table in layout.tables)
    return "sections" if sections or "first_join" in has else "summary"
