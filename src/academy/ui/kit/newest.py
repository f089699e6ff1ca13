"""Pictures of work that changes while it is made: one task at a time, and only the newest counts.

A wish that is replaced before it began is never begun, so that fast typing or holding an arrow
key down costs one drawing and not fifty.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from academy.progress import Progress
from academy.ui.kit.tasks import Task, run_task

Result = TypeVar("Result")


class Newest(QObject):
    """Runs the work that was wished for last, beside the window, after `patience` ms of rest."""

    def __init__(self, page: QWidget, title: str, patience: int = 0) -> None:
        super().__init__(page)
        self._page, self._title = page, title
        self._wish: tuple[Callable[[Progress], Any], Callable[[Any], object]] | None = None
        self._task: Task[Any] | None = None
        self._timer = QTimer(self, singleShot=True, interval=patience)
        self._timer.timeout.connect(self._start)

    def wish(self, work: Callable[[Progress], Result], done: Callable[[Result], object]) -> None:
        """Run `work` in place of what waits; `done` gets its result if nothing newer came."""
        self._wish = (work, done)
        self._timer.start()

    def _start(self) -> None:
        if self._task is not None or self._wish is None:
            return
        work, done = self._wish
        self._wish = None
        self._task = run_task(self._page, self._title, work, lambda made: self._show(done, made))
        self._task.ended.connect(self._ended)

    def _show(self, done: Callable[[Any], object], made: object) -> None:
        if self._wish is None:
            done(made)

    def _ended(self) -> None:
        self._task = None
        if self._wish is not None:
            self._timer.start()
