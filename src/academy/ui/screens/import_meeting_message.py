"""What is in the way of a meeting report, or worth knowing of it, with the ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from academy.domain import dates
from academy.ui.kit import labels
from academy.ui.kit.page import MessageBar
from academy.ui.screens import import_meeting_words as words
from academy.ui.screens.import_meeting_review import MeetingReview
from academy.usecases.meeting_sessions import SessionCandidate

Door = tuple[str, Callable[[], object]]
Doors = list[Door]

ASKS = frozenset({"date_order_open", "who_is_missing", "when_is_missing"})
"""Questions rather than mistakes."""


class MeetingMessage(MessageBar):
    """One sentence: what to say or to know, the columns or the day to choose."""

    asked = Signal(str)
    """An address to go to."""
    order = Signal(str)
    """The order of day and month that the person says is right."""
    columns = Signal()
    """The columns are to be named by hand."""

    def show_review(self, review: MeetingReview) -> None:
        """Say what is to be said of the report as it is now."""
        broken, plan = review.broken, review.plan if review.fits else None
        notes = words.told(plan) if plan else []
        if self._told_by_hand(review):
            notes.insert(0, self.tr("The columns are read as you named them before."))
        other = review.named_after()
        if broken is not None:
            doors = self._readings(review) or self._other_sessions(review)
            self.say(labels.rule(broken), "info" if broken.rule in ASKS else "bad", doors)
        elif other is not None:
            hint = self.tr("The report is named after {title} of {cohort}, on the same day.")
            notes.insert(0, hint.format(title=other.title, cohort=other.cohort))
            doors = [self._door(other, review), *self._columns(review)]
            self.say(" ".join(notes), "warning", doors)
        elif notes:
            self.say(" ".join(notes), "info", self._columns(review))
        else:
            self.clear()

    def _told_by_hand(self, review: MeetingReview) -> bool:
        return bool(review.report and review.report.by_hand and not review.columns)

    def _columns(self, review: MeetingReview) -> Doors:
        keys = {note.key for note in review.report.notes} if review.report else set()
        if review.columns or not (self._told_by_hand(review) or "columns_inferred" in keys):
            return []
        return [(self.tr("Choose columns"), self.columns.emit)]

    def _readings(self, review: MeetingReview) -> Doors:
        """Return the two readings of the dates, where nothing decides between them."""
        found = review.report.readings if review.report else ()
        return [(dates.plain_day(day), partial(self.order.emit, order)) for order, day in found]

    def _other_sessions(self, review: MeetingReview) -> Doors:
        """Return the ways to the sessions of the report's own day, two at most."""
        if review.broken is None or review.broken.rule != "report_of_other_day":
            return []
        return [self._door(one, review) for one in review.others()[:2]]

    def _door(self, one: SessionCandidate, review: MeetingReview) -> Door:
        address = f"session/{one.session_id}/import?file={review.file}"
        words = self.tr("Use it for {title}").format(title=one.title)
        return words, partial(self.asked.emit, address)
