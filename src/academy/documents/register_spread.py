"""How the sessions of a filled register are spread over pages that stand side by side.

Heavy: imports ReportLab. Import it where a document is made, not at start-up.
"""

from __future__ import annotations

from dataclasses import dataclass

from academy.documents.page import LANDSCAPE, MARGIN

NUMBER, NAME = 20.0, 165.0  # the columns on the left of every page
NAME_LEFT = MARGIN + NUMBER + 8
_COLUMNS_LEFT = NAME_LEFT + NAME + 8
_TOTALS = 114.0
_NARROWEST, _WIDEST = 40.0, 62.0  # a session’s column


@dataclass(frozen=True)
class Spread:
    """The sessions of one page, by their places in the register; the last part has the totals."""

    columns: range
    width: float
    last: bool

    @property
    def first(self) -> bool:
        """Return whether it is the one on the left, where names are read."""
        return self.columns.start == 0

    def centre(self, column: int) -> float:
        """Return the middle of a session’s column."""
        return _COLUMNS_LEFT + (column - self.columns.start + 0.5) * self.width

    @property
    def right(self) -> float:
        """Return where the table ends."""
        return _COLUMNS_LEFT + len(self.columns) * self.width + (_TOTALS if self.last else 0)


def spread_over_pages(sessions: int) -> list[Spread]:
    """Spread the sessions over as few pages as their narrowest columns need."""
    room = LANDSCAPE[0] - MARGIN - _COLUMNS_LEFT
    most, most_last = int(room / _NARROWEST), int((room - _TOTALS) / _NARROWEST)
    count = 1
    while sessions > most * (count - 1) + most_last:
        count += 1
    shares = _evenly(sessions, count)
    if shares[-1] > most_last:  # totals take room that the other pages have for sessions
        shares = [*_evenly(sessions - most_last, count - 1), most_last]
    parts, start = [], 0
    for number, share in enumerate(shares, 1):
        last = number == count
        free = room - (_TOTALS if last else 0)
        width = min(_WIDEST, free / max(1, share))
        parts.append(Spread(range(start, start + share), width, last))
        start += share
    return parts


def _evenly(things: int, places: int) -> list[int]:
    share, over = divmod(things, places)
    return [share + 1] * over + [share] * (places - over)
