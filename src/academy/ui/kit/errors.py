"""Mistakes of ours: one place where they all arrive, one log, one dialog.

`install` once at start. Rules that were broken and troubles of the surroundings never come here.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from academy.ui.kit import pickers
from academy.ui.kit.parts import button, column, label, row
from academy.ui.kit.reports import LOG, LogFolder, frames
from academy.ui.kit.theme import px


class ProblemDialog(QDialog):
    """Tells of a problem once; repeats are counted in it."""

    def __init__(self, report: str, saved_at: str, restart: Callable[[], object] | None) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(self.tr("Problem – Academy"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report, self.count = report, 1
        heading = label(self.tr("Academy ran into a problem."), "section")
        saved = self.tr("Your data up to {time} is saved.").format(time=saved_at)
        self._words = label(saved if saved_at else self.tr("Your data is saved."), wrap=True)
        self.details = QPlainTextEdit(report)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setTabChangesFocus(True)
        self.details.hide()
        fold = button(self.tr("Show details"), "link")
        fold.clicked.connect(lambda: self.details.setVisible(not self.details.isVisible()))
        copy, save = button(self.tr("Copy details")), button(self.tr("Save report…"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        save.clicked.connect(self._save)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        doors = row(copy, save, None, gap=8)
        if restart is not None:
            again = button(self.tr("Restart"))
            again.clicked.connect(restart)
            doors.put(again)
        doors.put(close)
        lines = column(heading, self._words, row(fold, None), self.details, 8, doors, gap=6)
        lines.set_margins((24, 20, 24, 16))
        self.setLayout(lines)
        self.setMinimumWidth(px(520))
        close.setFocus()

    def again(self) -> None:
        """Count a repeat."""
        self.count += 1
        self._words.setText(self.tr("This happened {n} times.").format(n=self.count))

    def _save(self) -> None:
        kinds = [pickers.FileKind(self.tr("Text"), ("txt",))]
        title = self.tr("Save report")
        path = pickers.save_file(self, title, "academy-report.txt", kinds, "reports")
        if path is not None:
            path.write_text(self._report, "utf-8")


class Mistakes(QObject):
    """Takes every exception nobody expected, from any thread, and brings it to one dialog."""

    came = Signal(str)

    def __init__(self, folder: LogFolder) -> None:
        super().__init__()
        self.folder = folder
        self.saved_at: Callable[[], str] = str
        self.schema: Callable[[], str] = str
        self.restart: Callable[[], object] | None = None
        self.dialog: ProblemDialog | None = None
        self.came.connect(self._show)

    def take(
        self,
        kind: type[BaseException],
        problem: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a problem and show it; this is ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        details = frames(problem, trace)
        LOG.error("A problem\n%s", details)
        self.came.emit(details)

    def _show(self, details: str) -> None:
        if self.dialog is not None:
            self.dialog.again()
            return
        if not isinstance(QApplication.instance(), QApplication):
            return
        report = self.folder.report(details, self.schema())
        self.dialog = ProblemDialog(report, self.saved_at(), self.restart)
        self.dialog.destroyed.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None


def install(folder: LogFolder) -> Mistakes:
    """Let every mistake of ours arrive in one place. Return it, to tell it what is saved."""
    mistakes = Mistakes(folder)
    sys.excepthook = mistakes.take
    threading.excepthook = lambda args: mistakes.take(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    sys.unraisablehook = lambda args: mistakes.take(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    qInstallMessageHandler(_log_qt)
    return mistakes


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        LOG.warning("Qt: %s", words)
