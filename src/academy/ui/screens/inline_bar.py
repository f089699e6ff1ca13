"""A line to type into above a grid: “Everyone except”, or finding a person. Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from academy.ui.kit.parts import button, field, icon_button, label, row
from academy.ui.kit.theme import px


class InlineBar(QFrame):
    """A label, a field, one button and a line for what was not understood."""

    typed = Signal(str)
    accepted = Signal(str)
    closed = Signal()

    def __init__(self, name: str, action: str, hint: str) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.field = field(name, width=360, hint=hint)
        self.field.textEdited.connect(self.typed)
        self.field.returnPressed.connect(lambda: self.accepted.emit(self.field.text()))
        go = button(action, small=True)
        go.clicked.connect(lambda: self.accepted.emit(self.field.text()))
        close = icon_button("x", self.tr("Close"), small=True)
        close.clicked.connect(self.close_bar)
        self.message = label("", "caption", wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(12), px(6), px(8), px(6))
        lines.addLayout(row(label(name, "strong"), self.field, go, None, close))
        lines.addWidget(self.message)
        self.message.hide()
        self.hide()

    def open_bar(self) -> None:
        """Show the bar, empty, with the keyboard in its field."""
        self.field.clear()
        self.say("")
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back."""
        self.hide()
        self.closed.emit()

    def say(self, words: str) -> None:
        """Tell what was not understood, or nothing."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
