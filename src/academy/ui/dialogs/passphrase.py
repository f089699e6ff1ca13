"""Asks for the passphrase of facilitator mode: to set it, and to leave by it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import button, label


def _ask(form: Form, key: str, words: str, missing: str, hint: str = "") -> None:
    entry = form.text(key, words, hint=hint, missing=missing)
    assert isinstance(entry.widget, QLineEdit)
    entry.widget.setEchoMode(QLineEdit.EchoMode.Password)


class SetPassphraseDialog(FormDialog):
    """A passphrase, twice. `filled` carries it as "passphrase"."""

    def __init__(self, parent: QWidget | None) -> None:
        form = Form(width=440)
        title = self.tr("Passphrase of facilitator mode")
        super().__init__(parent, title, self.tr("Set passphrase"), form)
        missing = self.tr("Enter a passphrase")
        hint = self.tr("6 characters or more; not one that you use elsewhere")
        _ask(form, "passphrase", self.tr("&Passphrase"), missing, hint)
        missing = self.tr("Enter the passphrase once more")
        _ask(form, "again", self.tr("The same &once more"), missing)
        words = self.tr("If it is forgotten: close Academy, open it again, and set another here.")
        form.put(label(words, "caption", wrap=True))

    def _save(self) -> None:
        if self.form.check() and self._are_same():
            self.filled.emit(self.form.values())

    def _are_same(self) -> bool:
        values = self.form.values()
        same = values["passphrase"] == values["again"]
        if not same:
            self.form.show_problems({"again": self.tr("The two are not the same")})
        return bool(same)


class WayBackDialog(FormDialog):
    """The passphrase that leads back to the academy, or the way out of the program.

    `filled` carries it as "passphrase"; `quit_wished` that Academy is to be closed instead.
    """

    quit_wished = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        form = Form(width=440)
        title = self.tr("Leave facilitator mode")
        super().__init__(parent, title, self.tr("Leave facilitator mode"), form)
        self.cancel.setText(self.tr("Go on marking"))
        missing = self.tr("Enter the passphrase")
        _ask(form, "passphrase", self.tr("The administrator’s &passphrase"), missing)
        words = self.tr("All marks are saved. Without the passphrase you can close Academy.")
        form.put(label(words, "caption", wrap=True))
        self.quit = button(self.tr("&Close Academy"))
        self.buttons.addButton(self.quit, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.quit.clicked.connect(self.quit_wished)

    def refuse(self) -> None:
        """Say that this was not the passphrase; another can be typed at once."""
        field = self.form.entries["passphrase"].widget
        assert isinstance(field, QLineEdit)
        field.clear()
        self.form.entries["passphrase"].show_problem(self.tr("This is not the passphrase"))
        field.setFocus()
