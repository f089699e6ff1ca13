"""Qt's bindings must not give references away: PySide6 6.12.0 did, until the process ended."""

import sys

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

CALLS = 3000


def test_calls_of_qt_leave_none_true_and_false_their_references(qtbot):
    label, widget = QLabel(), QWidget()
    qtbot.addWidget(label)
    qtbot.addWidget(widget)
    before = [sys.getrefcount(single) for single in (None, True, False)]
    for _ in range(CALLS):
        label.setText("Academy")
        widget.isVisible()
        widget.isEnabled()
        widget.childAt(QPoint(1, 1))
        widget.parentWidget()
    after = [sys.getrefcount(single) for single in (None, True, False)]
    drift = [abs(now - then) for now, then in zip(after, before, strict=True)]
    assert max(drift) < CALLS // 10
