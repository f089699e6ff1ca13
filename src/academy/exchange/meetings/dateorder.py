"""The order of day and month, decided once for a whole report and never row by row."""

from __future__ import annotations

import re
from datetime import date

from academy.domain.words import FileProblem
from academy.exchange.meetings.moments import Written
from academy.exchange.meetings.report import DateOrder

_MONTH_FIRST_NAME = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})(?![\d-])")
_ISO_NAME = re.compile(r"(?<![\d-])(20\d{2})-(\d{2})-(\d{2})(?![\d-])")

Readings = tuple[tuple[DateOrder, date], ...]


def date_order(
    moments: list[Written], evidence: list[Written], day: date | None, name: str
) -> tuple[DateOrder | None, Readings]:
    """Decide the order in which the numbers of a report's dates are meant.

    `moments` are the joins, leaves, start and end; `evidence` other dates of the same file. In
    turn: a number above 12, dots, the session's `day`, the date in the download's `name`. Without
    any of these the order is None and both readings are returned to be asked about. Raises
    FileProblem("dates_disagree") where no single order fits.
    """
    dated = [found for found in moments + evidence if found.numbers]
    open_dates = [found for found in dated if found.order is None]
    if not open_dates:
        return (dated[0].order if dated else None), ()
    fitting = _fitting(open_dates)
    if len(fitting) == 1:
        return fitting[0], ()
    if all(found.dots for found in open_dates):
        return "DMY", ()
    meeting = [found for found in moments if found.numbers and not found.order] or open_dates
    return _by_day(meeting, [day, *_days_in(name)])


def _fitting(dates: list[Written]) -> list[DateOrder]:
    """Name the orders in which every date of the file exists."""
    distinct = set(dates)
    orders: tuple[DateOrder, DateOrder] = ("DMY", "MDY")
    fitting = [order for order in orders if all(found.day(order) for found in distinct)]
    if not fitting:
        first = next(found for found in dates if not found.day("MDY"))
        second = next(found for found in dates if not found.day("DMY"))
        raise FileProblem("dates_disagree", first=_shown(first), second=_shown(second))
    return fitting


def _shown(found: Written) -> str:
    return "/".join(str(number) for number in found.numbers or ())


def _by_day(meeting: list[Written], days: list[date | None]) -> tuple[DateOrder | None, Readings]:
    day_first = {found.day("DMY") for found in meeting}
    month_first = {found.day("MDY") for found in meeting}
    if day_first == month_first:  # 5 May either way: nothing to ask
        return "DMY", ()
    for day in days:
        if day is not None and (day in day_first) != (day in month_first):
            return ("DMY" if day in day_first else "MDY"), ()
    return None, (("DMY", _first(day_first)), ("MDY", _first(month_first)))


def _first(days: set[date | None]) -> date:
    return min(day for day in days if day is not None)


def _days_in(name: str) -> list[date | None]:
    """Find the dates in a download's name; Teams writes them month first, `9-22-26`."""
    found: list[date | None] = []
    for month, day, year in _MONTH_FIRST_NAME.findall(name):
        found.append(_real(int(year) % 100 + 2000, int(month), int(day)))
    for year, month, day in _ISO_NAME.findall(name):
        found.append(_real(int(year), int(month), int(day)))
    return found


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
