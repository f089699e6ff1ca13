"""The division suggested for a cohort, until its sets are made: nothing of it is kept yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.tasks import run_task
from academy.ui.kit.toast import show_toast
from academy.usecases import sets_plan
from academy.usecases.learning_sets import LearningSetRow, MemberRow
from academy.usecases.sets_plan import PlannedSet, SetsInput, SetsPlan, SetsRequest


class SuggestedSets(QObject):
    """The plan for one cohort; `changed` tells that there is another one, or none."""

    changed = Signal()
    refused = Signal(str, str)
    """A rule that says why nothing can be suggested, and its sentence."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.request = SetsRequest(0)
        self.plan: SetsPlan | None = None

    def open_cohort(self, cohort_id: int) -> None:
        """Forget what was suggested; begin with another cohort."""
        if cohort_id != self.request.cohort_id:
            self.request, self.plan = SetsRequest(cohort_id), None

    def suggest(self, request: SetsRequest) -> None:
        """Divide the cohort beside the window; only the last request counts."""
        self.request = request
        try:
            given = self._desk.read(sets_plan.sets_input, request)
        except RuleBroken as broken:
            self._refuse(broken)
            return

        def show(plan: SetsPlan) -> None:
            if request is self.request:
                self.plan = plan
                self.changed.emit()

        title = self.tr("Looking for the best sets")
        work = lambda _progress: sets_plan.divided_cohort(given)  # noqa: E731 - a task's work
        run_task(self._page, title, work, show, self._refuse)

    def _refuse(self, problem: Exception) -> None:
        if not isinstance(problem, RuleBroken):
            raise problem
        self.plan = None
        self.refused.emit(problem.rule, labels.rule(problem))
        self.changed.emit()

    def read(self) -> None:
        """If something the plan was made from has changed, make another."""
        if self.plan is not None and self._given() != self.plan.given:
            self.plan = None
            self.suggest(self.request)

    def _given(self) -> SetsInput | None:
        try:
            return self._desk.read(sets_plan.sets_input, self.request)
        except RuleBroken:
            return None

    def discard(self) -> None:
        """Let go of what was suggested."""
        self.plan = None
        self.changed.emit()

    def make(self) -> None:
        """Make the sets of the plan, as one entry."""
        if (plan := self.plan) is None:
            return
        self.plan = None
        gesture = sets_plan.make_gesture(plan)
        if self._desk.do(gesture, sets_plan.make_sets, plan).done:
            words = self.tr("%n set(s) made.", "", len(plan.sets))
            show_toast(self._page, words, self.tr("Undo"), self._desk.undo)
        self.changed.emit()


def as_row(planned: PlannedSet) -> LearningSetRow:
    """Return a suggested set as the cards show sets."""
    return LearningSetRow(
        -planned.number,
        planned.number,
        planned.facilitator_id,
        planned.facilitator,
        tuple(MemberRow(one) for one in planned.members),
        planned.mixes,
        planned.together,
        (),
        (),
    )
