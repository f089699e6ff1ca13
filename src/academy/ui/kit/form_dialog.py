"""The frame of every form: a page with a footer, or a dialog with the system’s button order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from academy.ui.kit.form import Form
from academy.ui.kit.page import footer, page_margin
from academy.ui.kit.parts import button, column, label, layout_of, row, scrolled
from academy.ui.kit.theme import px


class FormDialog(QDialog):
    """Asks for a few things. Enter saves, Esc closes; it scrolls rather than outgrow the screen.

    `filled` carries the values by key. The one who opened it writes them, then calls ``close``;
    a rule found there goes back to ``form.show_problems``. It is freed when it closes. What is
    `beside` the form stands below it where the screen is too narrow.
    """

    filled = Signal(object)  # a dict; as Signal(dict) Qt would turn text enums into plain text

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        save: str,
        form: Form,
        *,
        beside: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.form = form
        self.buttons = QDialogButtonBox()
        self.save = button(save, "primary")
        self.cancel = button(self.tr("Cancel"))
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.save.setDefault(True)
        self.buttons.accepted.connect(self._save)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        self._across = row(row(form, None), gap=24)  # rows: both keep a width of their own
        self._beside = column(*([row(beside, None)] if beside is not None else []), None, gap=0)
        if beside is not None:
            self._across.put(self._beside)
        self._across.put(None)
        self._inside = column(self._across, None, gap=0, margins=(24, 20, 24, 8))
        self._area = scrolled(self._inside)
        lines.addWidget(self._area, 1)
        lines.addWidget(footer(self.buttons))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the form's size, as far as the screen has room, and begin at the first field."""
        room = self.screen().availableSize()
        for part in (self._beside, self._across, self._inside):
            part.invalidate()  # fields came and went since they were measured
        if self._inside.sizeHint().width() + px(56) > room.width():
            self._across.setDirection(QBoxLayout.Direction.TopToBottom)
        wanted = self._inside.sizeHint()
        wide, high = wanted.width() + px(16), wanted.height() + px(72)
        self.resize(min(wide, room.width() - px(40)), min(high, room.height() - px(80)))
        first = next(iter(self.form.entries.values()), None)
        if first is not None:
            first.widget.setFocus(Qt.FocusReason.TabFocusReason)  # what stands there is selected
        super().showEvent(event)

    def _save(self) -> None:
        if self.form.check():
            self.filled.emit(self.form.values())


class FormPage(QWidget):
    """A form as a page: Ctrl+S saves, Ctrl+Enter saves and closes, Enter in a field does nothing.

    `filled` carries the values and whether to close afterwards.
    """

    filled = Signal(object, bool)
    left = Signal()

    def __init__(self, save: str, form: Form) -> None:
        super().__init__()
        self.form = form
        self.note: QLabel = label("", "muted")
        self.save = button(save, "primary")
        self.cancel = button(self.tr("Cancel"))
        self.save.clicked.connect(lambda: self._save(closing=True))
        self.cancel.clicked.connect(self.left)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._inner = row(form, None, margins=(24, 16, 24, 8))
        self._foot = footer(self.note, None, self.cancel, self.save)
        lines.addWidget(scrolled(self._inner), 1)
        lines.addWidget(self._foot)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Save), closing=False)
        self._shortcut(QKeySequence("Ctrl+Return"), closing=True)
        self._shortcut(QKeySequence("Ctrl+Enter"), closing=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand under the page's title, whose margin follows the room there is."""
        margin = page_margin(self)
        self._inner.set_margins((margin, 16, margin, 8))
        layout_of(self._foot).set_margins((margin, 12, margin, 12))
        super().resizeEvent(event)

    def _shortcut(self, keys: QKeySequence, *, closing: bool) -> None:
        made = QShortcut(keys, self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: self._save(closing=closing))

    def _save(self, *, closing: bool) -> None:
        if self.form.check():
            self.filled.emit(self.form.values(), closing)
