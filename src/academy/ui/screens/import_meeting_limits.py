"""How much of a session makes somebody present, and from when they are late; the plan follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QSlider, QWidget

from academy.ui.kit.parts import field, label, row
from academy.ui.kit.theme import px, theme
from academy.usecases.meeting_plan import MeetingPlan


class MeetingLimits(QWidget):
    """A slider for the share of the session and a field for the minutes."""

    changed = Signal(int, int)  # per cent, late after so many minutes

    def __init__(self) -> None:
        super().__init__()
        self.percent = QSlider(Qt.Orientation.Horizontal)
        self.percent.setRange(1, 100)
        self.percent.setPageStep(5)
        self.percent.setAccessibleName(self.tr("Present from this share of the session"))
        self.share = label("", "label")
        self.late = field(self.tr("Late after so many minutes"), width=56)
        self.late.setValidator(QIntValidator(0, 600, self))
        self.late_words = label(self.tr("Late after"), "muted")
        self.minutes = label(self.tr("minutes"), "muted")
        self._whole = 0
        self._told = (0, 0)
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._tell)
        self.percent.valueChanged.connect(self._slide)
        self.late.textEdited.connect(self._type)
        self._lines = row(
            label(self.tr("Present from"), "muted"), self.percent, self.share, 16,
            self.late_words, self.late, self.minutes, None,
        )  # fmt: skip
        self.setLayout(self._lines)
        theme().changed.connect(self._measure)
        self._measure()

    def show_plan(self, plan: MeetingPlan) -> None:
        """Show the limits of a plan; what is being typed stays."""
        self._whole = plan.rows[0].of_minutes if plan.rows else 0
        self._told = (plan.limits.percent, plan.limits.late_after)
        self.percent.blockSignals(True)  # noqa: FBT003 - Qt's
        self.percent.setValue(plan.limits.percent)
        self.percent.blockSignals(False)  # noqa: FBT003 - Qt's
        if not self.late.hasFocus():
            self.late.setText(str(plan.limits.late_after))
        for part in (self.late_words, self.late, self.minutes):
            part.setEnabled(not plan.totals_only)
        self._show_share(plan.limits.percent)

    def fit(self, *, tiny: bool) -> None:
        """Give way where there is little room."""
        self.minutes.setVisible(not tiny)
        self._measure()

    def _type(self) -> None:
        self._soon.start()

    def _slide(self, percent: int) -> None:
        self._show_share(percent)
        self._soon.start()

    def _show_share(self, percent: int) -> None:
        least = -(-self._whole * percent // 100)
        words = self.tr("{percent}% ({least} of {whole} minutes)")
        self.share.setText(words.format(percent=percent, least=least, whole=self._whole))
        self.percent.setAccessibleDescription(self.share.text())

    def _tell(self) -> None:
        typed = self.late.text()
        late = int(typed) if typed.isdecimal() else self._told[1]
        if (self.percent.value(), late) != self._told:
            self.changed.emit(self.percent.value(), late)

    def _measure(self) -> None:
        self.percent.setFixedWidth(px(140))
        self.percent.setFixedHeight(px(28))
