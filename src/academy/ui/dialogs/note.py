"""A remark on one person's mark, of any length."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from academy.ui.kit.parts import label
from academy.ui.kit.theme import px


class NoteDialog(QDialog):
    """Shows whose mark it is and takes the remark; Ctrl+Enter saves."""

    def __init__(self, parent: QWidget, about: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note on a mark"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.edit = QPlainTextEdit(text)
        self.edit.setAccessibleName(self.tr("Note"))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumSize(px(420), px(120))
        buttons = QDialogButtonBox()
        save = buttons.addButton(self.tr("Save note"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("kind", "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setSpacing(px(8))
        lines.addWidget(label(about, "strong", wrap=True))
        lines.addWidget(self.edit)
        lines.addWidget(buttons)

    @classmethod
    def ask(cls, parent: QWidget, about: str, text: str) -> str | None:
        """Return the remark, or nothing if the person thought better of it."""
        dialog = cls(parent, about, text)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.edit.toPlainText().strip() if accepted else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save at Ctrl+Enter."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)
