"""Asks how certificates are signed: makes the academy's key, or unlocks it, before issuing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import button, label

PASSPHRASE, KEYRING, UNSIGNED = "passphrase", "keyring", "unsigned"
SHORTEST = 10
"""How many characters guard a key; the rule itself stands in `exchange.key_wrapping`."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("signing_key", words)


def strength(passphrase: str) -> str:
    """Return in words how hard a passphrase is to guess; a rough measure, and it says so."""
    if not passphrase:
        return _tr("Four or more words that do not belong together are strong and easy to keep.")
    if len(passphrase) < SHORTEST:
        return _tr("Too short: {count} more").format(count=SHORTEST - len(passphrase))
    kinds = (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())
    sizes = (26, 26, 10, 20)
    pool = sum(n for n, kind in zip(sizes, kinds, strict=True) if any(map(kind, passphrase)))
    telling = min(len(passphrase), 2 * len(set(passphrase.casefold())))
    bits = telling * math.log2(max(pool, 2)) * 0.55  # words repeat what letters do not
    if bits < 45:
        return _tr("Weak: a computer guesses it in days. Add words.")
    return _tr("Fair: good enough for most.") if bits < 60 else _tr("Strong.")


def password_entry(form: Form, key: str, words: str, missing: str, hint: str = "") -> QLineEdit:
    """Add a field whose letters are not shown."""
    widget = form.text(key, words, hint=hint, missing=missing).widget
    assert isinstance(widget, QLineEdit)
    widget.setEchoMode(QLineEdit.EchoMode.Password)
    return widget


class NewPassphrase:
    """A passphrase, twice, with words on its strength; part of a form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        missing = _tr("Enter a passphrase")
        self.field = password_entry(form, "passphrase", _tr("&Passphrase"), missing)
        self.strength = label(strength(""), "caption", wrap=True)
        form.put(self.strength)
        missing = _tr("Enter the passphrase once more")
        self.again = password_entry(form, "again", _tr("The same &once more"), missing)
        self.field.textChanged.connect(lambda text: self.strength.setText(strength(text)))

    def set_enabled(self, *, on: bool) -> None:
        """Ask for it, or not."""
        for part in (*(self._form.entries[key] for key in ("passphrase", "again")), self.strength):
            part.setVisible(on)

    def is_fine(self) -> bool:
        """Tell whether it was typed twice alike; what is wrong is shown."""
        if not self._form.check():
            return False
        values = self._form.values()
        if values["passphrase"] != values["again"]:
            return self._form.show_problems({"again": _tr("The two are not the same")})
        if len(values["passphrase"]) < SHORTEST:
            words = _tr("Enter {count} characters or more").format(count=SHORTEST)
            return self._form.show_problems({"passphrase": words})
        return True


class FirstKeyDialog(FormDialog):
    """How certificates are signed from now on. `filled` carries "how" and "passphrase"."""

    def __init__(self, parent: QWidget | None, *, keyring: bool, issuing: bool = True) -> None:
        form = Form(width=500)
        verb = _tr("Make the key and issue") if issuing else _tr("Make the key")
        super().__init__(parent, _tr("Sign certificates"), verb, form)
        words = _tr(
            "Signed certificates can be checked by anybody, for years, without asking you. "
            "For this the academy needs a key, which is made once."
        )
        form.put(label(words, "muted", wrap=True))
        ways = [(_tr("A key under a passphrase"), PASSPHRASE)]
        if keyring:
            ways.append((_tr("A key that the keyring of this computer opens"), KEYRING))
        if issuing:
            ways.append((_tr("Issue without signing"), UNSIGNED))
        self.how = form.choose("how", _tr("&Sign with"), ways, PASSPHRASE)
        self.passphrase = NewPassphrase(form)
        self.note = label("", "caption", wrap=True)
        form.put(self.note)
        self._verb = verb
        self.how.currentIndexChanged.connect(lambda _: self._follow())
        self._follow()

    def _follow(self) -> None:
        how = self.how.currentData()
        self.passphrase.set_enabled(on=how == PASSPHRASE)
        self.save.setText(_tr("Issue without signing") if how == UNSIGNED else self._verb)
        self.note.setText(
            {
                PASSPHRASE: _tr(
                    "It is asked for once each time Academy runs. Nobody can recover it: save a "
                    "copy of the key in Settings afterwards, and keep the passphrase apart."
                ),
                KEYRING: _tr(
                    "Nothing is asked when you issue here. Save a copy of the key in Settings "
                    "afterwards: another computer cannot open it without one."
                ),
                UNSIGNED: _tr(
                    "Nobody can check these certificates without asking the academy. Those already "
                    "issued are not signed later."
                ),
            }[str(how)]
        )

    def _save(self) -> None:
        how = str(self.how.currentData())
        if how != PASSPHRASE:
            self.filled.emit({"how": how, "passphrase": ""})
        elif self.passphrase.is_fine():
            self.filled.emit({"how": how, "passphrase": self.form.values()["passphrase"]})


class UnlockDialog(FormDialog):
    """The passphrase of the key. `filled` carries it as "passphrase"; `unsigned` leaves it be."""

    unsigned = Signal()

    def __init__(self, parent: QWidget | None, verb: str, *, issuing: bool = True) -> None:
        form = Form(width=440)
        super().__init__(parent, _tr("Unlock the signing key"), verb, form)
        missing = _tr("Enter the passphrase of the key")
        password_entry(form, "passphrase", _tr("&Passphrase of the key"), missing)
        words = _tr("Asked once; the key stays ready until Academy is closed.")
        form.put(label(words, "caption", wrap=True))
        if issuing:
            self.without = button(_tr("Issue &without signing"))
            self.buttons.addButton(self.without, QDialogButtonBox.ButtonRole.DestructiveRole)
            self.without.clicked.connect(self.unsigned)

    def refuse(self, sentence: str) -> None:
        """Say why the key stays locked; another passphrase can be typed at once."""
        field = self.form.entries["passphrase"].widget
        assert isinstance(field, QLineEdit)
        field.clear()
        self.form.entries["passphrase"].show_problem(sentence)
        field.setFocus()


class NewPassphraseDialog(FormDialog):
    """Another passphrase for the key, or one for a copy of it. `filled` carries "passphrase"."""

    def __init__(self, parent: QWidget | None, title: str, verb: str, note: str) -> None:
        form = Form(width=460)
        super().__init__(parent, title, verb, form)
        self.passphrase = NewPassphrase(form)
        form.put(label(note, "caption", wrap=True))

    def _save(self) -> None:
        if self.passphrase.is_fine():
            values: dict[str, Any] = self.form.values()
            self.filled.emit(values)


class NewKeyDialog(FirstKeyDialog):
    """Why another key signs from now on. `filled` carries also "reason" and "not_after"."""

    def __init__(
        self,
        parent: QWidget | None,
        reasons: Sequence[tuple[str, object]],
        today: date,
        *,
        keyring: bool,
    ) -> None:
        super().__init__(parent, keyring=keyring, issuing=False)
        self.setWindowTitle(_tr("New signing key"))
        self.form.choose("reason", _tr("&Why is the old key retired"), reasons)
        hint = _tr("What carries a later day is told as changed; what was signed before stays good")
        missing = _tr("Enter the last day the old key was yours alone")
        self.form.day(
            "not_after", _tr("&Last day of the old key"), today, today, hint=hint, missing=missing
        )

    def _save(self) -> None:
        how = str(self.how.currentData())
        if how == PASSPHRASE and not self.passphrase.is_fine():
            return
        kept = {key: self.form.entries[key].read() for key in ("reason", "not_after")}
        typed = self.form.entries["passphrase"].read() if how == PASSPHRASE else ""
        self.filled.emit({**kept, "how": how, "passphrase": typed})
