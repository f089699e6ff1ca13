"""What is suggested for a cohort, until it is confirmed: nothing of it is in the academy yet.

Everybody is matched at once, in a task. What is kept together, declined or weighed otherwise is
part of the request, so that the same answers give the same pairs.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.kit.tasks import run_task
from academy.ui.kit.toast import show_toast
from academy.ui.screens.what_if import WhatIfDialog
from academy.usecases import matching, matching_settings
from academy.usecases.matching import LeftOver, MatchingPlan, SuggestedPair
from academy.usecases.matching_input import MatchingInput, MatchingRequest, matching_input
from academy.usecases.matching_settings import MatchingSettings


class Suggestions(QObject):
    """The plan for one cohort; `changed` tells that there is another one, or none."""

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.request = MatchingRequest(0)
        self.given: MatchingInput | None = None
        self.plan: MatchingPlan | None = None
        self.busy = False

    # ---- what there is -------------------------------------------------------------------------

    def open_cohort(self, cohort_id: int) -> None:
        """Forget what was suggested; begin with another cohort."""
        self.request, self.given, self.plan = MatchingRequest(cohort_id), None, None

    def read(self) -> None:
        """Read who waits and who mentors; if that changed under a plan, make another."""
        waiting = self._read()
        if self.plan is None or waiting == self.plan.given:
            return
        if waiting.mentees:
            self.suggest()
        else:
            self.plan = None

    def _read(self) -> MatchingInput:
        found = self._desk.read(matching_input, self.request, self._desk.today())
        here = {mentee.id for mentee in found.mentees}
        pins = tuple(pin for pin in self.request.pins if pin[0] in here)
        declined = tuple(pair for pair in self.request.declined if pair[0] in here)
        if (pins, declined) != (self.request.pins, self.request.declined):
            self.request = replace(self.request, pins=pins, declined=declined)
            found = self._desk.read(matching_input, self.request, self._desk.today())
        self.given = found
        return found

    def of(self, person_id: int) -> SuggestedPair | LeftOver | None:
        """Return what is suggested for somebody, or why nobody is."""
        if self.plan is None:
            return None
        found: list[SuggestedPair | LeftOver] = [*self.plan.pairs, *self.plan.left_over]
        return next((one for one in found if one.mentee.id == person_id), None)

    def declined(self, person_id: int) -> int:
        """Return how many mentors were declined for somebody."""
        return sum(mentee == person_id for mentee, _ in self.request.declined)

    # ---- asking --------------------------------------------------------------------------------

    def suggest(self, request: MatchingRequest | None = None) -> None:
        """Match everybody who waits, beside the window; only the last request counts."""
        self.request = request or self.request
        given, asked = self._read(), self.request
        self.busy = True

        def show(plan: MatchingPlan) -> None:
            if asked is self.request:
                self.plan, self.busy = plan, False
                self.changed.emit()

        title = self.tr("Looking for the best pairs")
        run_task(self._page, title, lambda _progress: matching.matched(given), show)

    def next(self, pair: SuggestedPair) -> None:
        """Ask for another mentor for somebody: the best plan without this pair."""
        here = (pair.mentee.id, pair.mentor.id)
        pins = tuple(pin for pin in self.request.pins if pin != here)
        self.suggest(replace(self.request, pins=pins, declined=(*self.request.declined, here)))

    def again(self, person_id: int) -> None:
        """Take back what was declined for somebody."""
        left = tuple(pair for pair in self.request.declined if pair[0] != person_id)
        self.suggest(replace(self.request, declined=left))

    def keep(self, mentee_id: int, mentor_id: int) -> None:
        """Keep two people together, or no longer; the others are matched around them."""
        pins = tuple(pin for pin in self.request.pins if pin[0] != mentee_id)
        if len(pins) == len(self.request.pins) or (mentee_id, mentor_id) not in self.request.pins:
            pins = (*pins, (mentee_id, mentor_id))
        self.suggest(replace(self.request, pins=pins))

    def ask_what_if(self) -> None:
        """Try other weights, places and pairs, and see who would move."""
        if self.plan is None:
            return
        dialog = WhatIfDialog(self._page, self._desk, self.plan)
        dialog.settled.connect(self._settle)
        dialog.taken.connect(self.suggest)
        dialog.open()

    def _settle(self, settings: MatchingSettings) -> None:
        gesture = Gesture("change_settings")
        self._desk.do(gesture, matching_settings.save_matching_settings, settings)

    # ---- confirming ----------------------------------------------------------------------------

    def confirm(self, *pairs: SuggestedPair) -> None:
        """Make these pairs, or all of the plan, as one entry."""
        if self.plan is None or self.busy:
            return
        plan = replace(self.plan, pairs=pairs) if pairs else self.plan
        if len(plan.pairs) == len(self.plan.pairs):
            self.plan = None if not self.plan.left_over else self.plan
        gesture, today = matching.confirm_gesture(plan), self._desk.today()
        done = self._desk.do(gesture, matching.confirm_pairs, plan, today)
        if done.done:
            words = self.tr("%n pair(s) confirmed.", "", len(plan.pairs))
            show_toast(self._page, words, self.tr("Undo"), self._desk.undo)
        else:
            self.suggest()
