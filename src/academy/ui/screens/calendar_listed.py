"""The list of all sessions as its table asks for it: rows by pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from academy.domain.words import SessionFormat, SessionState
from academy.ui.kit import labels
from academy.ui.kit.columns import folded
from academy.ui.kit.desk import Desk
from academy.ui.kit.paged_model import forgiven
from academy.ui.kit.table_model import SortKey
from academy.ui.screens import calendar_words
from academy.usecases import calendar, calendar_list
from academy.usecases.answers import Answers
from academy.usecases.calendar import CalendarSession
from academy.usecases.calendar_list import ToCome, Words


class ListedSessions:
    """The rows of the list; `cohort` says of which cohort alone.

    `telling` names the seldom columns in which there is anything to tell.
    """

    def __init__(self, desk: Desk, cohort: Callable[[], int | None]) -> None:
        self._desk, self._cohort = desk, cohort
        self._found: ToCome = {}
        self.telling: frozenset[str] = frozenset()

    def look(self) -> None:
        """Find the clashes to come once for all pages, and what there is to tell."""
        read, cohort = self._desk.read, self._cohort()
        self._found = read(calendar_list.clashes_to_come, self._desk.today(), cohort)
        told = {
            "state": read(calendar_list.anything_unusual, cohort),
            "clashes": bool(self._found),
            "answers": read(calendar_list.anybody_invited, cohort),
        }
        self.telling = frozenset(key for key, anything in told.items() if anything)

    def first_to_come(self) -> int:
        """Return the session that is next, or the last there is."""
        return self._desk.read(calendar_list.first_to_come, self._desk.today(), self._cohort())

    def ids(self, typed: str, keys: Sequence[SortKey]) -> Sequence[int]:
        """Return which sessions match; where none does, one slip of the finger is forgiven."""
        order = [(key.column, key.descending) for key in keys]
        found = self._desk.read(
            calendar_list.ids_in_order, self._cohort(), typed, order, _words(), self._found
        )
        columns = calendar_words.columns()
        return found or forgiven(typed, lambda: self.ids("", keys), self.rows, columns)

    def rows(self, ids: Sequence[int]) -> Sequence[CalendarSession]:
        """Return these sessions."""
        return self._desk.read(calendar.sessions_of_page, ids, self._found)

    def total(self) -> int:
        """Return how many sessions there are."""
        return self._desk.read(calendar_list.number_of_sessions, self._cohort())


def _words() -> Words:
    everything = Answers(1, 1, 1, 1, cancelled=True, behind=True)
    return Words(
        {one: folded(labels.word(one)) for one in SessionFormat},
        {one: folded(labels.word(one)) for one in SessionState},
        folded(calendar_words.moved_words("")),
        folded(calendar_words.lone_title("{number}")),
        lambda clashes: folded(calendar_words.clash_kinds(clashes)),
        lambda told: folded(calendar_words.answer_words(told)),
        folded(calendar_words.answer_words(everything)),
    )
