"""Settings of certificates: the key they are signed with, its copies, and a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import KeyEnd, RuleBroken
from academy.store.journal import Gesture
from academy.ui.dialogs.signing_key import (
    FirstKeyDialog,
    NewKeyDialog,
    NewPassphraseDialog,
    UnlockDialog,
)
from academy.ui.kit import labels, pickers, unlocked_keys
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import button, column, label, row
from academy.ui.screens import signing
from academy.ui.screens.settings_parts import section
from academy.usecases import keys
from academy.usecases.keys import KeyRow, LockedKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from academy.exchange.signing import UnlockedKey


class CertificateSettings(QWidget):
    """One sentence on the key, and the buttons to make it, save it, change it, replace it."""

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.state, self.old = label("", wrap=True), label("", "caption", wrap=True)
        self.make = button(self.tr("&Make a key…"))
        self.save = button(self.tr("&Save a copy…"))
        self.change = button(self.tr("Change passphrase…"))
        self.renew = button(self.tr("&New key…"))
        self.take = button(self.tr("&Take over a copy…"))
        for part, act in (
            (self.make, self.ask_make), (self.save, self.ask_save), (self.change, self.ask_change),
            (self.renew, self.ask_renew), (self.take, self.ask_take_over),
        ):  # fmt: skip
            part.clicked.connect(act)
        buttons = row(self.make, self.save, self.change, self.renew, self.take, None)
        note = self.tr(
            "Keep a copy of the key and its passphrase apart from each other. Without both, a new "
            "key must be made when this file is lost; what the old one signed stays good."
        )
        title = self.tr("Signing of certificates")
        self.setLayout(column(section(title, self.state, self.old, 4, buttons, note=note), gap=0))

    def fill(self) -> None:
        """Show which key signs, and which did before."""
        known = self._desk.read(keys.keys)
        current = next((one for one in known if one.retired_on is None), None)
        self.state.setText(self._state(current))
        self.old.setText("\n".join(self._was(one) for one in known if one.retired_on))
        self.old.setVisible(bool(self.old.text()))
        self.make.setVisible(current is None)
        for part in (self.save, self.change, self.renew):
            part.setVisible(current is not None)
        for part in (self.make, self.save, self.change, self.renew, self.take):
            part.setEnabled(not self._desk.store.read_only)

    def _state(self, key: KeyRow | None) -> str:
        if key is None:
            return self.tr(
                "Certificates are not signed: nobody can check them without asking you. A key is "
                "offered when you issue the next ones."
            )
        opens = (
            self.tr("the keyring of the computer it was made on opens it")
            if key.in_keyring
            else self.tr("a passphrase opens it")
        )
        words = self.tr("The key {kid} of {day} signs certificates; {opens}.")
        day = dates.plain_day(key.made_on)
        return f"{words.format(kid=key.kid, day=day, opens=opens)} {self._signed(key)}"

    def _signed(self, key: KeyRow) -> str:
        return self.tr("It signed %n certificate(s).", "", key.signed)

    def _was(self, key: KeyRow) -> str:
        assert key.not_after is not None
        assert key.reason is not None
        words = self.tr("Before: {kid}, good up to {day}, {why}.").format(
            kid=key.kid, day=dates.plain_day(key.not_after), why=labels.word(key.reason)
        )
        return f"{words} {self._signed(key)}"

    # ---- making --------------------------------------------------------------------------------

    def ask_make(self) -> None:
        """Ask how the first key is kept, and make it."""
        dialog = FirstKeyDialog(self, keyring=keys.keyring_usable(), issuing=False)

        def make(values: dict[str, Any]) -> None:
            if signing.make_key(self._desk, dialog, values) is not None:
                dialog.close()
                self._desk.done.emit(self.tr("Certificates are signed from now on."))

        dialog.filled.connect(make)
        dialog.open()

    def ask_renew(self) -> None:
        """Ask why the key is retired, and make another one."""
        reasons = [(labels.word(one), one) for one in KeyEnd]
        today = self._desk.today()
        dialog = NewKeyDialog(self, reasons, today, keyring=keys.keyring_usable())

        def renew(values: dict[str, Any]) -> None:
            if self._renew(dialog, values):
                dialog.close()
                self._desk.done.emit(self.tr("A new key signs from now on. Save a copy of it."))

        dialog.filled.connect(renew)
        dialog.open()

    def _renew(self, dialog: NewKeyDialog, values: dict[str, Any]) -> bool:
        today = self._desk.today()
        why, until = KeyEnd(values["reason"]), values["not_after"]
        new = self._new(dialog, values["passphrase"])
        if new is None:
            return False
        gesture = Gesture("rotate_key", undoable=False, once=dialog.form.commit_key)
        outcome = self._desk.attempt(gesture, keys.rotate, new, today, why, until)
        if outcome.done:
            unlocked_keys.remember(new.unlocked)
        else:
            dialog.form.show_problems({"not_after": outcome.refusal})
        return outcome.done

    def _new(self, dialog: NewKeyDialog, passphrase: str) -> keys.NewKey | None:
        from academy.usecases.academy import academy

        try:
            with signing.waiting():
                issuer = self._desk.read(academy).issuer
                return keys.make_key(issuer, self._desk.today(), passphrase)
        except RuleBroken as broken:
            dialog.form.show_problems({"passphrase": labels.rule(broken)})
            return None

    # ---- copies and passphrases ----------------------------------------------------------------

    def ask_save(self) -> None:
        """Save a copy; a key that the keyring opens gets a passphrase for it first."""
        locked = self._desk.read(keys.locked_key)
        if locked is None:
            return
        if not locked.in_keyring:
            self._save(None)
            return
        note = self.tr("The copy opens by this passphrase, on any computer.")
        title, verb = self.tr("Passphrase of the copy"), self.tr("Save the copy…")

        def wrap(key: UnlockedKey) -> None:
            self._ask_new(title, verb, note, lambda typed: self._save(keys.wrap_anew(key, typed)))

        self._unlocked(locked, wrap)

    def _save(self, kept: keys.NewKey | None) -> None:
        kinds = [pickers.FileKind(self.tr("Copies of signing keys"), ("academy-key",))]
        copy = self._desk.read(keys.key_copy, kept)
        name = f"{copy.issuer} {copy.kid}.academy-key".replace("/", "-")
        path = pickers.save_file(self, self.tr("Save a copy of the key"), name, kinds, "keys")
        if path is None:
            return
        try:
            keys.save_copy(path, copy)
        except RuleBroken as broken:
            self._desk.refused.emit(labels.rule(broken))
        else:
            words = self.tr("A copy of the key is in {path}").format(path=path)
            self._desk.done.emit(words)

    def ask_change(self) -> None:
        """Put the key under another passphrase."""
        locked = self._desk.read(keys.locked_key)
        if locked is None:
            return
        note = self.tr("Copies of the key that were saved before keep their passphrase.")
        title, verb = self.tr("Passphrase of the signing key"), self.tr("Change passphrase")

        def wrap(key: UnlockedKey) -> None:
            self._ask_new(title, verb, note, lambda typed: self._rewrap(key, typed))

        self._unlocked(locked, wrap, anew=True)

    def _rewrap(self, key: UnlockedKey, passphrase: str) -> None:
        gesture = Gesture("rewrap_key", undoable=False)
        if self._desk.do(gesture, keys.rewrap, keys.wrap_anew(key, passphrase)).done:
            self._desk.done.emit(self.tr("The key has another passphrase now."))

    def _ask_new(self, title: str, verb: str, note: str, then: Callable[[str], None]) -> None:
        dialog = NewPassphraseDialog(self, title, verb, note)

        def take(values: dict[str, Any]) -> None:
            dialog.close()
            with signing.waiting():
                then(values["passphrase"])

        dialog.filled.connect(take)
        dialog.open()

    def _unlocked(
        self, locked: LockedKey, then: Callable[[UnlockedKey], None], *, anew: bool = False
    ) -> None:
        """Go on with the key; `anew` asks for its passphrase even where it is ready."""
        key = unlocked_keys.unlocked(locked.kid) if not anew or locked.in_keyring else None
        key = key or keys.unlock_by_keyring(locked)
        if key is not None:
            then(key)
            return
        dialog = UnlockDialog(self, self.tr("Unlock"), issuing=False)

        def take(values: dict[str, Any]) -> None:
            found = signing.unlocked(dialog, locked, values["passphrase"])
            if found is not None:
                then(found)

        dialog.filled.connect(take)
        dialog.open()

    def ask_take_over(self) -> None:
        """Choose a copy and sign with its key, once its passphrase opened it."""
        kinds = [pickers.FileKind(self.tr("Copies of signing keys"), ("academy-key",))]
        path = pickers.open_file(self, self.tr("Take over a copy of a key"), kinds, "keys")
        if path is not None:
            self.take_over(path)

    def take_over(self, path: Path) -> None:
        """Ask for the passphrase of a copy, and take it over."""
        dialog = UnlockDialog(self, self.tr("Take over"), issuing=False)

        def take(values: dict[str, Any]) -> None:
            try:
                with signing.waiting():
                    copy = keys.opened_copy(path, values["passphrase"])
            except RuleBroken as broken:
                dialog.refuse(labels.rule(broken))
                return
            gesture = Gesture("take_over_key", undoable=False, once=dialog.form.commit_key)
            outcome = self._desk.attempt(gesture, keys.take_over, copy)
            if not outcome.done:
                dialog.refuse(outcome.refusal)
                return
            unlocked_keys.forget()
            dialog.close()
            self._desk.done.emit(self.tr("Certificates are signed with the key of the copy."))

        dialog.filled.connect(take)
        dialog.open()
