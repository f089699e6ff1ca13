"""Issuing in two steps: the files are made beside the window, then one transaction takes all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.tasks import Task, run_task
from academy.ui.screens.signing import with_signing_key
from academy.usecases.certificate_files import make_files
from academy.usecases.issue import MadeCertificate, issue, issue_gesture
from academy.usecases.issue_plan import IssuePlan, certificate_plan

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey


class Issuing(QObject):
    """Issues one plan at a time. Until `issued`, nothing is used, not even a number."""

    issued = Signal(list, object)
    """The ids of the certificates, and the plan they came from."""

    turned_down = Signal()
    """Nothing was issued; the reason was told."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._task: Task[list[MadeCertificate]] | None = None
        self.writing = False
        self._asking = False  # for the key

    @property
    def under_way(self) -> bool:
        """Whether files are being made or written now, or the key is asked for."""
        return self._task is not None or self.writing or self._asking

    def start(self, plan: IssuePlan) -> None:
        """Ask for the key if need be, make the files, issue; another plan meanwhile is left."""
        if self.under_way:
            return
        self._asking = True
        dialog = with_signing_key(self._desk, self._page, partial(self._make, plan))
        if dialog is not None:
            dialog.finished.connect(self._answered)

    def _answered(self) -> None:
        self._asking = False

    def _make(self, plan: IssuePlan, key: UnlockedKey | None) -> None:
        self._asking = False
        kid = key.kid if key else ""
        if plan.choice.kid != kid:  # it was made or chosen just now
            choice = replace(plan.choice, kid=kid)
            plan = self._desk.read(certificate_plan, choice, plan.now)
        title, work = self.tr("Making certificate"), partial(make_files, plan, key=key)
        self._task = run_task(self._page, title, work, partial(self._write, plan), self._tell)
        self._task.ended.connect(self._ended)

    def cancel(self) -> bool:
        """Stop making files; tell whether there was something to stop."""
        if self._task is not None:
            self._task.cancel()
        return self._task is not None

    def _ended(self) -> None:
        self._task = None

    def _write(self, plan: IssuePlan, made: list[MadeCertificate]) -> None:
        self.writing = True  # the page must not show the next numbers before it shows these
        outcome = self._desk.do(issue_gesture(plan), issue, plan, made)
        self.writing = False
        if outcome.done and outcome.value:
            self.issued.emit(outcome.value, plan)
        else:
            self.turned_down.emit()

    def _tell(self, problem: Exception) -> None:
        """Say what is in the way of making the files; what no rule says is ours."""
        if not isinstance(problem, RuleBroken):
            raise problem
        self._desk.refused.emit(labels.rule(problem))
        self.turned_down.emit()
