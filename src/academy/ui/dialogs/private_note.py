"""Private notes: the passphrase that opens them, chosen once and asked once in each run; the note.

The title of no window and no field's name holds a word of a note.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from academy.ui.dialogs.signing_key import NewPassphrase, password_entry
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import button, label


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("private_note", words, None, n)


class FirstNoteDialog(FormDialog):
    """The passphrase for one's own notes, chosen before the first. `filled` has "passphrase"."""

    def __init__(self, parent: QWidget | None) -> None:
        form = Form(width=500)
        super().__init__(parent, _tr("Private notes"), _tr("Choose this passphrase"), form)
        words = _tr(
            "Only you can read your notes: not other administrators, not whoever has the file or "
            "a backup. They are sealed under a passphrase of your own."
        )
        form.put(label(words, "muted", wrap=True))
        self.passphrase = NewPassphrase(form)
        words = _tr(
            "It is asked for once each time Academy runs. Nobody can recover it: if you forget it, "
            "every note you wrote is lost for good. Everything else in the academy stays."
        )
        form.put(label(words, "caption", wrap=True))

    def _save(self) -> None:
        if self.passphrase.is_fine():
            self.filled.emit(self.form.values())


class UnlockNotesDialog(FormDialog):
    """The passphrase of one's own notes. `filled` has "passphrase"; `forgotten` gives them up."""

    forgotten = Signal()

    def __init__(self, parent: QWidget | None, owner: str) -> None:
        form = Form(width=460)
        super().__init__(parent, _tr("Open your private notes"), _tr("Open my notes"), form)
        missing = _tr("Enter the passphrase of your notes")
        words = _tr("&Passphrase of {name}’s notes").format(name=owner)
        password_entry(form, "passphrase", words, missing)
        words = _tr("Asked once; your notes stay open to you until Academy is closed.")
        form.put(label(words, "caption", wrap=True))
        self.lost = button(_tr("&Forgotten…"), "quiet")
        self.buttons.addButton(self.lost, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.lost.clicked.connect(self.forgotten)

    def refuse(self, sentence: str) -> None:
        """Say why they stay sealed; another passphrase can be typed at once."""
        field = self.form.entries["passphrase"].widget
        assert isinstance(field, QLineEdit)
        field.clear()
        self.form.entries["passphrase"].show_problem(sentence)
        field.setFocus()


class PrivateNoteDialog(FormDialog):
    """A note, new or to be changed. `filled` has "text"."""

    def __init__(self, parent: QWidget | None, about: str, text: str = "") -> None:
        form = Form(width=520)
        super().__init__(parent, _tr("Private note"), _tr("Seal note"), form)
        form.put(label(about, "muted", wrap=True))
        missing = _tr("Write the note, or cancel")
        hint = _tr("Only you can read it. It is in no report, no export and no search.")
        form.text("text", _tr("&Note"), text, hint=hint, missing=missing, lines=8)
