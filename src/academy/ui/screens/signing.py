"""The key before something is signed: made at the first issue, unlocked once in each run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.ui.dialogs.signing_key import UNSIGNED, FirstKeyDialog, UnlockDialog
from academy.ui.kit import labels, unlocked_keys
from academy.ui.kit.desk import Desk
from academy.usecases import keys
from academy.usecases.academy import academy
from academy.usecases.keys import LockedKey

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey

Then = Callable[["UnlockedKey | None"], None]


def _tr(words: str) -> str:
    return QCoreApplication.translate("signing", words)


def with_signing_key(desk: Desk, parent: QWidget, then: Then) -> QDialog | None:
    """Go on with the academy's key, or with None where nothing is to be signed.

    A key that is not unlocked yet is asked for; the dialog that asks is returned. Where it is
    closed, nothing goes on.
    """
    if unlocked_keys.is_unsigned(place_of(desk)):
        then(None)
        return None
    locked = desk.read(keys.locked_key)
    if locked is None:
        return _first(desk, parent, then)
    with waiting():
        key = unlocked_keys.unlocked(locked.kid) or keys.unlock_by_keyring(locked)
    if key is None:
        return _unlocking(desk, parent, locked, then)
    unlocked_keys.remember(key)
    then(key)
    return None


def with_unlocked_key(
    desk: Desk, parent: QWidget, verb: str, then: Callable[[UnlockedKey], None]
) -> None:
    """Go on with the academy's key for what cannot be unsigned; locked, it is asked for.

    Raises RuleBroken badges_need_key where there is no key yet.
    """
    locked = desk.read(keys.locked_key)
    if locked is None:
        raise RuleBroken("badges_need_key")
    with waiting():
        key = unlocked_keys.unlocked(locked.kid) or keys.unlock_by_keyring(locked)
    if key is not None:
        then(key)
        return
    dialog = UnlockDialog(parent, verb, issuing=False)

    def take(values: dict[str, Any]) -> None:
        if (found := unlocked(dialog, locked, values["passphrase"])) is not None:
            then(found)

    dialog.filled.connect(take)
    dialog.open()


def issue_unsigned(desk: Desk) -> None:
    """Sign nothing in this academy until the program is closed, without asking again."""
    unlocked_keys.go_unsigned(place_of(desk))


def signing_kid(desk: Desk) -> str:
    """Return the kid of the key that will sign what is issued; “” if none will."""
    locked = None if unlocked_keys.is_unsigned(place_of(desk)) else desk.read(keys.locked_key)
    return locked.kid if locked is not None else ""


def make_key(desk: Desk, dialog: FirstKeyDialog, values: dict[str, Any]) -> UnlockedKey | None:
    """Make the academy's first key as the dialog says; a refusal is shown there."""
    try:
        with waiting():
            issuer = desk.read(academy).issuer
            new = keys.make_key(issuer, desk.today(), values["passphrase"])
    except RuleBroken as broken:
        dialog.form.show_problems({"passphrase": labels.rule(broken)})
        return None
    gesture = Gesture("make_key", undoable=False, once=dialog.form.commit_key)
    outcome = desk.attempt(gesture, keys.add_key, new)
    if not outcome.done:
        dialog.form.show_problems({"": outcome.refusal})
        return None
    unlocked_keys.remember(new.unlocked)
    return new.unlocked


@contextmanager
def waiting() -> Iterator[None]:
    """Show that a passphrase is being worked on: a third of a second."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


def _first(desk: Desk, parent: QWidget, then: Then) -> QDialog:
    dialog = FirstKeyDialog(parent, keyring=keys.keyring_usable())

    def take(values: dict[str, Any]) -> None:
        if values["how"] == UNSIGNED:
            _go_unsigned(desk, dialog, then)
        elif (key := make_key(desk, dialog, values)) is not None:
            dialog.close()
            then(key)

    dialog.filled.connect(take)
    dialog.open()
    return dialog


def _unlocking(desk: Desk, parent: QWidget, locked: LockedKey, then: Then) -> QDialog:
    dialog = UnlockDialog(parent, _tr("Unlock and issue"))

    def take(values: dict[str, Any]) -> None:
        if (key := unlocked(dialog, locked, values["passphrase"])) is not None:
            then(key)

    dialog.filled.connect(take)
    dialog.unsigned.connect(lambda: _go_unsigned(desk, dialog, then))
    dialog.open()
    return dialog


def unlocked(dialog: UnlockDialog, locked: LockedKey, passphrase: str) -> UnlockedKey | None:
    """Unlock a key by what was typed and close the dialog, or say there that it is wrong."""
    try:
        with waiting():
            key = keys.unlock(locked, passphrase)
    except RuleBroken as broken:
        dialog.refuse(labels.rule(broken))
        return None
    unlocked_keys.remember(key)
    dialog.close()
    return key


def _go_unsigned(desk: Desk, dialog: QDialog, then: Then) -> None:
    issue_unsigned(desk)
    dialog.close()
    then(None)


def place_of(desk: Desk) -> str:
    """Return what tells the academy on the desk from others of this run."""
    return str(desk.store.path or id(desk.store))
