"""One's own private notes on a pair: sealed until their passphrase was typed in this run.

Of what others wrote only the number is shown. Words of notes stay in memory and on this page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import FileProblem, RuleBroken
from academy.store.journal import Gesture
from academy.ui.dialogs.private_note import (
    FirstNoteDialog,
    PrivateNoteDialog,
    UnlockNotesDialog,
)
from academy.ui.dialogs.signing_key import NewPassphraseDialog
from academy.ui.kit import labels, pickers, unlocked_keys
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import button, card, column, holder, icon_button, label, row
from academy.ui.kit.toast import show_toast
from academy.ui.screens.mentoring_doing import end_dialog
from academy.ui.screens.signing import place_of, waiting
from academy.usecases import private_notes
from academy.usecases.private_notes import LockedNotes, NoteSecret, SealedNote


class NotesCard(QWidget):
    """The notes on one pair, with what can be done with them."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self._pair_id, self._about = 0, ""
        self.write = button(self.tr("&Write note…"), small=True)
        self.read = button(self.tr("&Open my notes…"), small=True)
        self.write.clicked.connect(lambda _checked=False: self.write_note())
        self.read.clicked.connect(lambda: self._with_secret(lambda _secret: self.fill()))
        self.change = icon_button("key-round", self.tr("Change passphrase of my notes…"))
        self.change.clicked.connect(lambda: self._with_secret(self._change))
        self._lines = column(gap=6)
        words = label(self.tr("Private notes"), "strong")
        head = row(words, None, self.change, self.read, self.write)
        self.setLayout(column(card(column(head, self._lines, gap=8)), gap=0))

    def show_pair(self, pair_id: int, about: str) -> None:
        """Show the notes on a pair; `about` names the two."""
        self._pair_id, self._about = pair_id, about
        self.fill()

    def fill(self) -> None:
        """Show what there is: words where one's own are open, numbers elsewhere."""
        found = self._desk.read(private_notes.pair_notes, self._pair_id)
        secret = self._secret()
        self._lines.empty()
        if secret is not None:
            for note in found.own:
                self._lines.put(self._note(note, secret))
        self.read.setVisible(bool(found.own) and secret is None)
        self.change.setVisible(secret is not None)
        told = []
        if found.own and secret is None:
            told.append(self.tr("%n note(s) of yours, sealed.", "", len(found.own)))
        for owner, count in found.others.items():
            told.append(self.tr("%n note(s) of {name}, sealed.", "", count).format(name=owner))
        if not found.own and not told:
            told.append(self.tr("None yet. Only you can read what you write here."))
        for words in told:
            self._lines.put(label(words, "muted", wrap=True))

    def _note(self, note: SealedNote, secret: NoteSecret) -> QWidget:
        when = dates.moment(labels.local(note.made_at), self._desk.today())
        try:
            text = secret.open(note)
        except FileProblem as problem:
            text = labels.rule(problem)
        change = icon_button("pencil", self.tr("Change note of {when}…").format(when=when))
        change.clicked.connect(lambda: self.write_note(note))
        remove = icon_button("trash-2", self.tr("Remove note of {when}").format(when=when))
        remove.clicked.connect(lambda: self.remove_note(note))
        head = row(label(when, "caption"), None, change, remove, gap=2)
        return holder(column(head, label(text, wrap=True), gap=0))

    # ---- doing ---------------------------------------------------------------------------------

    def write_note(self, note: SealedNote | None = None) -> None:
        """Ask for the words of a note, new or changed, and seal them."""
        self._with_secret(lambda secret: self._ask(secret, note))

    def remove_note(self, note: SealedNote) -> None:
        """Remove a note; a message offers to undo it."""
        gesture = Gesture("remove_note")
        if self._desk.do(gesture, private_notes.remove_note, note.id).done:
            show_toast(self._page, self.tr("Note removed."), self.tr("Undo"), self._desk.undo)

    def _ask(self, secret: NoteSecret, note: SealedNote | None) -> None:
        text = "" if note is None else secret.open(note)
        pair_id = self._pair_id
        dialog = PrivateNoteDialog(self._page, self._about, text)

        def keep(values: dict[str, Any]) -> None:
            try:
                sealed = secret.seal(pair_id, values["text"])
            except RuleBroken as broken:
                dialog.form.show_problems({"text": labels.rule(broken)})
                return
            once = dialog.form.commit_key
            if note is None:
                gesture = Gesture("write_note", once=once)
                done = self._desk.attempt(gesture, private_notes.write_note, pair_id, sealed)
                end_dialog(dialog, done, "")
            else:
                gesture = Gesture("change_note", once=once)
                end_dialog(
                    dialog,
                    self._desk.attempt(gesture, private_notes.change_note, note.id, sealed),
                    "",
                )

        dialog.filled.connect(keep)
        dialog.open()

    # ---- the passphrase ------------------------------------------------------------------------

    def _secret(self) -> NoteSecret | None:
        found = unlocked_keys.notes(place_of(self._desk))
        locked = self._desk.read(private_notes.locked_note_key)
        return found if found is not None and found.fits(locked) else None

    def _with_secret(self, then: Callable[[NoteSecret], object]) -> None:
        """Go on with one's key; asked for once in a run, and chosen before the first note."""
        locked = self._desk.read(private_notes.locked_note_key)
        secret = self._secret()
        if locked is None:
            self._choose(then)
        elif secret is not None:
            then(secret)
        else:
            self._unlock(locked, then)

    def _choose(self, then: Callable[[NoteSecret], object]) -> None:
        dialog = FirstNoteDialog(self._page)

        def take(values: dict[str, Any]) -> None:
            with waiting():
                new = private_notes.make_note_key(
                    self._desk.store.who.name, values["passphrase"]
                )  # fmt: skip
            gesture = Gesture("make_note_key", undoable=False, once=dialog.form.commit_key)
            done = self._desk.attempt(gesture, private_notes.add_note_key, new)
            end_dialog(dialog, done, "")
            if done.done:
                self._remember(new.secret, then)

        dialog.filled.connect(take)
        dialog.open()

    def _change(self, secret: NoteSecret) -> None:
        """Ask for another passphrase; what was written before opens with it too."""
        title, verb = self.tr("Passphrase of your notes"), self.tr("Change passphrase")
        note = self.tr("Older backups open with the passphrase of their day.")
        dialog = NewPassphraseDialog(self._page, title, verb, note)

        def take(values: dict[str, Any]) -> None:
            with waiting():
                new = private_notes.wrap_notes_anew(secret, values["passphrase"])
            gesture = Gesture("rewrap_notes", undoable=False, once=dialog.form.commit_key)
            done = self._desk.attempt(gesture, private_notes.rewrap_notes, secret, new)
            end_dialog(dialog, done, "")
            if done.done:
                unlocked_keys.remember_notes(place_of(self._desk), new.secret)
                self.fill()

        dialog.filled.connect(take)
        dialog.open()

    def _unlock(self, locked: LockedNotes, then: Callable[[NoteSecret], object]) -> None:
        dialog = UnlockNotesDialog(self._page, locked.owner)

        def take(values: dict[str, Any]) -> None:
            try:
                with waiting():
                    secret = private_notes.unlock_notes(locked, values["passphrase"])
            except RuleBroken as broken:
                dialog.refuse(labels.rule(broken))
                return
            dialog.close()
            self._remember(secret, then)

        def lost() -> None:
            if self._give_up(locked.notes):
                dialog.close()

        dialog.filled.connect(take)
        dialog.forgotten.connect(lost)
        dialog.open()

    def _give_up(self, count: int) -> bool:
        question = self.tr("Give up your %n private note(s)?", "", count)
        more = self.tr(
            "Without their passphrase nobody can read them: not you, not an administrator, not "
            "whoever made Academy. Giving them up removes them here; then you can choose another "
            "passphrase and write new ones. If you may remember it, cancel and try again later."
        )
        verb = self.tr("Give notes up")
        if not pickers.confirm(self._page, question, more, verb, destroys=True):
            return False
        gesture = Gesture("give_up_notes", {"n": count}, undoable=False)
        return self._desk.do(gesture, private_notes.give_up_notes, count).done

    def _remember(self, secret: NoteSecret, then: Callable[[NoteSecret], object]) -> None:
        unlocked_keys.remember_notes(place_of(self._desk), secret)
        self.fill()
        then(secret)
