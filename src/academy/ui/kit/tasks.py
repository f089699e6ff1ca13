"""Long work beside the window: a thread, progress after one second, and Cancel or Stop.

A task never touches the store or a widget: the screen reads first, the task computes and writes
files, and `done` runs one short command. ``work(progress)`` is plain Python; a cancel arrives in
it as ``Cancelled`` from the call of ``progress``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget
from shiboken6 import isValid

from academy.progress import Cancelled, Progress
from academy.ui.kit.parts import button, column, label, row
from academy.ui.kit.theme import px

Result = TypeVar("Result")

PATIENCE = 1000
"""How long nothing is shown, in ms."""

_running: set[Task[Any]] = set()


class _Thread(QThread):
    """Runs the work and brings what became of it; it belongs to no window."""

    reported = Signal(int, int, str)

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._work = work
        self._told = 0.0
        self.result: Any = None
        self.problem: BaseException | None = None

    def run(self) -> None:
        """Do the work; what goes wrong is handed to the window's thread."""
        try:
            self.result = self._work(self._progress)
        except Cancelled as cancelled:
            self.problem = cancelled
        except Exception as problem:  # noqa: BLE001 - forwarded, see Task._end
            self.problem = problem

    def _progress(self, done: int, total: int, text: str) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
        now = time.monotonic()
        if now - self._told > 0.05 or done == total:
            self._told = now
            self.reported.emit(done, total, text)


class Task(QObject, Generic[Result]):
    """Work under way. It keeps itself alive until it has ended."""

    ended = Signal()

    def __init__(
        self,
        parent: QWidget,
        title: str,
        work: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None,
    ) -> None:
        super().__init__()
        self.title = title
        self._window, self._done, self._failed = parent.window(), done, failed
        self._panel: TaskPanel | None = None
        self._last = (0, 0, "")
        self._thread = _Thread(work)
        self._thread.reported.connect(self._report)
        self._thread.finished.connect(self._end)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show)
        self.cancel_word = self.tr("Cancel")

    def start(self) -> None:
        """Begin."""
        _running.add(self)
        self._patience.start()
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._thread.requestInterruption()

    def wait(self, limit: int = 10_000) -> bool:
        """Wait until the thread has ended, at most `limit` ms."""
        return self._thread.wait(limit)

    def _report(self, done: int, total: int, text: str) -> None:
        self._last = (done, total, text)
        if self._panel is not None and isValid(self._panel):
            self._panel.report(*self._last)

    def _show(self) -> None:
        if isValid(self._window):
            self._panel = TaskPanel(self._window, self.title, self.cancel_word)
            self._panel.stop.clicked.connect(self.cancel)
            self._panel.report(*self._last)

    def _end(self) -> None:
        self._patience.stop()
        if self._panel is not None and isValid(self._panel):
            self._panel.close()
        self._thread.wait()
        _running.discard(self)
        problem, result = self._thread.problem, self._thread.result
        self.ended.emit()
        if not isValid(self._window):
            return
        if problem is None:
            self._done(result)
        elif isinstance(problem, Exception) and not isinstance(problem, Cancelled):
            self._tell(problem)

    def _tell(self, problem: Exception) -> None:
        """Hand the problem to who knows about it; what nobody knows is ours."""
        if self._failed is None:
            sys.excepthook(type(problem), problem, problem.__traceback__)
        else:
            self._failed(problem)


class TaskPanel(QFrame):
    """What runs, how far it is, and the button that stops it, at the foot of the window."""

    def __init__(self, window: QWidget, title: str, stop_words: str) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self.words = label(title)
        self.setAccessibleName(title)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self.stop = button(stop_words)
        self._title = title
        lines = column(self.words, self.bar, gap=6)
        self.setLayout(row(lines, self.stop, gap=14, margins=(14, 10, 10, 10)))
        wide = min(px(460), window.width() - px(32))
        high = self.sizeHint().height()
        self.setGeometry(
            window.width() - wide - px(24), window.height() - high - px(44), wide, high
        )
        self.show()
        self.raise_()

    def report(self, done: int, total: int, text: str) -> None:
        """Show how far it is: “Making certificate 7 of 18 – Siân Hughes”."""
        if total <= 0:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(max(done, self.bar.value()))
        counted = self.tr("{title} {number} of {total}").format(
            title=self._title, number=min(done + 1, total), total=total
        )
        self.words.setText(f"{counted} – {text}" if text else counted)


def run_task(
    parent: QWidget,
    title: str,
    work: Callable[[Progress], Result],
    done: Callable[[Result], object],
    failed: Callable[[Exception], object] | None = None,
    *,
    stops: bool = False,
) -> Task[Result]:
    """Run `work` beside the window and give its result to `done`.

    `title` is what happens, such as “Making certificate”. `failed` gets what goes wrong; without
    it that counts as a mistake of ours. `stops`: what is done stays, so the button says Stop.
    """
    task = Task(parent, title, work, done, failed)
    if stops:
        task.cancel_word = task.tr("Stop")
    task.start()
    return task


def running() -> int:
    """Return how many tasks are under way."""
    return len(_running)


def stop_all(limit: int = 10_000) -> bool:
    """Cancel everything and wait for it; for leaving the program. Return whether all ended."""
    tasks = list(_running)
    for task in tasks:
        task.cancel()
    return all(task.wait(limit) for task in tasks)
