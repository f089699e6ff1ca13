"""Private notes on a pair: readable only to whoever wrote them, not even to other administrators.

Each writer has a random key, kept under their passphrase. What takes a third of a second (scrypt)
or handles clear text stands outside the store, so that no command, no entry of the journal and no
error ever holds a word of a note:

    new = make_note_key(name, passphrase)           in memory
    store.write(Gesture("make_note_key", …), add_note_key, new)
    secret = unlock_notes(store.read(locked_note_key), typed)
    store.write(Gesture("write_note"), write_note, pair_id, secret.seal(pair_id, text))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import func, select

from academy.domain.mentoring import MentoringPair, NoteKey, PrivateNote
from academy.domain.words import FileProblem, RuleBroken
from academy.exchange import key_wrapping, sealed_notes
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, allowed

LONGEST: Final = 10_000
"""How many characters a note can have."""


@dataclass(frozen=True, repr=False)
class NoteSecret:
    """A writer's key, unlocked, for this run of the program. `owner` is whose it is.

    `kept` tells which key of the file it is, should another one be there after a restore.
    """

    owner: str
    key: bytes
    kept: str

    def fits(self, locked: LockedNotes | None) -> bool:
        """Tell whether it is the key that this academy's file keeps for its owner."""
        return locked is not None and (locked.owner, _kept(locked.wrapped)) == (
            self.owner,
            self.kept,
        )

    def seal(self, pair_id: int, text: str) -> bytes:
        """Return a note as it is kept. Raises RuleBroken note_missing, note_too_long."""
        if not text.strip():
            raise RuleBroken("note_missing")
        if len(text) > LONGEST:
            raise RuleBroken("note_too_long", limit=LONGEST)
        return sealed_notes.sealed(self.key, text.strip(), _bound(pair_id))

    def open(self, note: SealedNote) -> str:
        """Return the words of a note. Raises FileProblem note_damaged."""
        return sealed_notes.opened(self.key, note.sealed, _bound(note.pair_id))


@dataclass(frozen=True, repr=False)
class LockedNotes:
    """A writer's key as it is kept, under their passphrase."""

    owner: str
    wrapped: Mapping[str, Any]
    notes: int


@dataclass(frozen=True, repr=False)
class NewNoteKey:
    """A key that was just made, and what the academy's file will keep of it."""

    secret: NoteSecret
    wrapped: Mapping[str, Any]


@dataclass(frozen=True)
class SealedNote:
    """A note of one's own, still sealed. `made_at` is UTC."""

    id: int
    pair_id: int
    made_at: datetime
    sealed: bytes


@dataclass(frozen=True)
class PairNotes:
    """The notes on a pair: one's own, sealed, and how many others wrote, by their names."""

    own: tuple[SealedNote, ...]
    others: Mapping[str, int]


# ---- outside the store -------------------------------------------------------------------------


def make_note_key(owner: str, passphrase: str) -> NewNoteKey:
    """Make a key for somebody's notes. Raises RuleBroken passphrase_length."""
    return _under(owner, sealed_notes.new_secret(), passphrase)


def _under(owner: str, key: bytes, passphrase: str) -> NewNoteKey:
    wrapped = key_wrapping.wrapped(key, passphrase, _whose(owner))
    return NewNoteKey(NoteSecret(owner, key, _kept(wrapped)), wrapped)


def wrap_notes_anew(secret: NoteSecret, passphrase: str) -> NewNoteKey:
    """Put an unlocked key under another passphrase. Raises RuleBroken passphrase_length."""
    return _under(secret.owner, secret.key, passphrase)


def unlock_notes(locked: LockedNotes, passphrase: str) -> NoteSecret:
    """Return a key ready to use. Raises RuleBroken passphrase_wrong, FileProblem key_damaged."""
    key = key_wrapping.unwrapped(locked.wrapped, passphrase, _whose(locked.owner))
    if len(key) != sealed_notes.KEY:
        raise FileProblem("key_damaged", name="")
    return NoteSecret(locked.owner, key, _kept(locked.wrapped))


def _kept(wrapped: Mapping[str, Any]) -> str:
    return str(wrapped["salt"])


def _whose(owner: str) -> str:
    return f"notes of {owner}"


def _bound(pair_id: int) -> str:
    return f"mentoring pair {pair_id}"


# ---- in the store ------------------------------------------------------------------------------


@allowed(*ADMINISTRATORS)
def locked_note_key(db: Db) -> LockedNotes | None:
    """Return one's own key, still locked; none where one never wrote a note."""
    key = _own_key(db)
    if key is None:
        return None
    notes = select(func.count()).where(PrivateNote.key_id == key.id)
    return LockedNotes(key.owner, dict(key.wrapped), db.scalar(notes) or 0)


@allowed(*ADMINISTRATORS)
def add_note_key(db: Db, new: NewNoteKey) -> int:
    """Keep a new key of one's own. Raises RuleBroken note_key_there_already."""
    if new.secret.owner != db.who.name or _own_key(db) is not None:
        raise RuleBroken("note_key_there_already")
    key = NoteKey(owner=db.who.name, wrapped=dict(new.wrapped))
    db.add(key)
    db.flush()
    return key.id


@allowed(*ADMINISTRATORS)
def rewrap_notes(db: Db, before: NoteSecret, new: NewNoteKey) -> None:
    """Keep one's own key under another passphrase; older backups open with the one before.

    Raises RuleBroken note_key_missing if `before` is not that key.
    """
    key = _own_key(db)
    if key is None or not before.fits(locked_note_key(db)) or new.secret.key != before.key:
        raise RuleBroken("note_key_missing")
    key.wrapped = dict(new.wrapped)


@allowed(*ADMINISTRATORS)
def pair_notes(db: Db, pair_id: int) -> PairNotes:
    """Return the notes on a pair, one's own with the latest first."""
    wanted = (
        select(
            PrivateNote.id, PrivateNote.pair_id, PrivateNote.made_at, PrivateNote.sealed,
            NoteKey.owner,
        )
        .join(NoteKey, NoteKey.id == PrivateNote.key_id)
        .where(PrivateNote.pair_id == pair_id)
        .order_by(PrivateNote.made_at.desc(), PrivateNote.id.desc())
    )  # fmt: skip
    found = db.execute(wanted).all()
    own = tuple(SealedNote(*row[:4]) for row in found if row.owner == db.who.name)
    return PairNotes(own, Counter(row.owner for row in found if row.owner != db.who.name))


@allowed(*ADMINISTRATORS)
def write_note(db: Db, pair_id: int, sealed: bytes) -> int:
    """Keep a sealed note of one's own; return its id. Raises RuleBroken note_key_missing."""
    key = _own_key(db)
    if key is None:
        raise RuleBroken("note_key_missing")
    pair = db.get_one(MentoringPair, pair_id)
    now = datetime.now(UTC).replace(tzinfo=None)
    note = PrivateNote(pair_id=pair.id, key_id=key.id, made_at=now, sealed=sealed)
    db.add(note)
    db.flush()
    return note.id


@allowed(*ADMINISTRATORS)
def change_note(db: Db, note_id: int, sealed: bytes) -> None:
    """Keep other words in a note of one's own. Raises RuleBroken note_of_another."""
    _own_note(db, note_id).sealed = sealed


@allowed(*ADMINISTRATORS)
def remove_note(db: Db, note_id: int) -> None:
    """Remove a note of one's own. Raises RuleBroken note_of_another."""
    db.delete(_own_note(db, note_id))


@allowed(*ADMINISTRATORS)
def give_up_notes(db: Db, count: int) -> int:
    """Remove one's own notes and their key, whose passphrase is lost; return how many those were.

    `count` is how many the person was told of: any other number is refused. It cannot be undone,
    and nothing is lost by it that could still be read. Raises RuleBroken note_key_missing,
    changed_since_review.
    """
    key = _own_key(db)
    if key is None:
        raise RuleBroken("note_key_missing")
    notes = db.scalars(select(PrivateNote).where(PrivateNote.key_id == key.id)).all()
    if len(notes) != count:
        raise RuleBroken("changed_since_review")
    for note in notes:
        db.delete(note)
    db.flush()
    db.delete(key)
    return len(notes)


def _own_key(db: Db) -> NoteKey | None:
    return db.scalar(select(NoteKey).where(NoteKey.owner == db.who.name))


def _own_note(db: Db, note_id: int) -> PrivateNote:
    note, key = db.get_one(PrivateNote, note_id), _own_key(db)
    if key is None or note.key_id != key.id:
        raise RuleBroken("note_of_another")
    return note
