"""Settings of facilitator mode: whether leaving it asks for a passphrase."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs.passphrase import SetPassphraseDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import button, column, label, row
from academy.ui.screens.settings_parts import section
from academy.usecases import passphrases


class FacilitatorSettings(QWidget):
    """One sentence on how it is left now, and the buttons to change that."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.state = label("", wrap=True)
        self.set = button(self.tr("Change &passphrase…"))
        self.remove = button(self.tr("Remove passphrase"))
        self.set.clicked.connect(self.ask)
        self.remove.clicked.connect(self._remove)
        note = self.tr(
            "The passphrase keeps eyes off the rest of the academy while others mark at this "
            "screen. It does not encrypt the file: whoever closes Academy and opens it again "
            "is in."
        )
        made = section(
            self.tr("Facilitator mode"), self.state, 4, row(self.set, self.remove, None), note=note
        )
        self.setLayout(column(made, gap=0))

    def fill(self) -> None:
        """Show how facilitator mode is left now."""
        asked = self._desk.read(passphrases.has_passphrase)
        self.state.setText(
            self.tr("Leaving it asks for the passphrase.")
            if asked
            else self.tr("Leaving it asks for nothing: Done and Esc lead back.")
        )
        self.set.setText(self.tr("Change &passphrase…") if asked else self.tr("Set a &passphrase…"))
        self.remove.setVisible(asked)
        for part in (self.set, self.remove):
            part.setEnabled(not self._desk.store.read_only)

    def ask(self) -> None:
        """Ask for a passphrase and keep it."""
        dialog = SetPassphraseDialog(self)

        def save(values: dict[str, Any]) -> None:
            gesture = Gesture("set_passphrase", undoable=False, once=dialog.form.commit_key)
            outcome = self._desk.attempt(gesture, passphrases.set_passphrase, values["passphrase"])
            if outcome.done:
                dialog.close()
                self._desk.done.emit(self.tr("Leaving facilitator mode asks for the passphrase."))
            else:
                dialog.form.show_problems({"passphrase": outcome.refusal})

        dialog.filled.connect(save)
        dialog.open()

    def _remove(self) -> None:
        gesture = Gesture("remove_passphrase", undoable=False)
        if self._desk.do(gesture, passphrases.remove_passphrase).done:
            self.set.setFocus()
            self._desk.done.emit(self.tr("Leaving facilitator mode asks for nothing."))
